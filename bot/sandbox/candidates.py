"""Crowd: simulated candidates with telephones. They apply in Tracker and answer texts by themselves, each in character."""

import asyncio
import random

from bot.sandbox.browser import INSTEAD, LINK, Browser
from bot.sandbox.characters import MIX, Character, OnTheLine, Person, respond
from bot.sandbox.papers import a_nurses_resume
from bot.sandbox.resumes import has_file, resume
from bot.sandbox.tracker_data import Tenant
from bot.sandbox.twilio_account import Account
from bot.sandbox.wire import Json

FIRST = (
    "Amara", "Bilal", "Carmen", "Dmitri", "Elena", "Farid", "Grace", "Hiro", "Imani", "Jonas", "Keisha", "Luis", "Mei", "Nadia",
    "Omar", "Priya", "Quentin", "Rosa", "Stefan", "Tamika", "Uma", "Viktor", "Wanda", "Xavier", "Yusuf", "Zoe",
)  # fmt: skip
LAST = (
    "Abbott", "Baptiste", "Castillo", "Dawson", "Eriksen", "Fofana", "Gallagher", "Hassan", "Ibarra", "Jablonski", "Kaplan", "Lindgren",
    "Moreau", "Nakamura", "Obi", "Petrov", "Quinn", "Romero", "Santos", "Tran", "Underwood", "Vargas", "Whitfield", "Yilmaz", "Zimmer",
)  # fmt: skip
AREAS = (
    "312",
    "773",
    "872",
    "630",
    "331",
    "708",
    "847",
    "224",
    "815",
    "779",
    "217",
    "309",
    "618",
    "414",
    "262",
    "608",
    "317",
    "219",
)
STYLES = ("({0}) {1}-{2}", "{0}-{1}-{2}", "+1 {0} {1} {2}", "{0}.{1}.{2}")
PACES = {Character.SLOW: (2.0, 3.5)}
BRISK = (0.2, 0.9)


class Crowd:
    """Everybody who has applied, and their telephones."""

    def __init__(self, account: Account, tenant: Tenant, browser: Browser) -> None:
        self._account, self._tenant, self._browser = account, tenant, browser
        self.people: dict[str, Person] = {}
        self.speed = 1.0
        self._heard: dict[str, list[str]] = {}
        self._turns: dict[str, asyncio.Lock] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def gather(
        self, count: int, *, job: int, seed: int, character: str | None = None, nurse: bool = False
    ) -> list[Person]:
        """So many new candidates, who have applied for the job; `nurse`: each with a nurse's resume in Tracker."""
        chance, start = random.Random(seed), len(self.people)
        return [self._add(start + i, job, chance, character, nurse) for i in range(count)]

    def _add(self, index: int, job: int, chance: random.Random, wanted: str | None, nurse: bool) -> Person:
        first, last = (FIRST[index % len(FIRST)], LAST[(index + index // len(FIRST)) % len(LAST)])
        phone, shown = a_number(index)
        record = self._tenant.add_person(first, last, phone=shown, email=f"{first}.{last}.{index}@example.com".lower())
        character = Character(wanted) if wanted else MIX[index % len(MIX)]
        person = Person(
            id=record["id"], application=self._tenant.apply(job, record["id"])["id"], first=first, last=last, phone=phone,
            character=character, quality=chance.choice((0, 0, 1, 1, 2)), pace=chance.uniform(*PACES.get(character, BRISK)),
        )  # fmt: skip
        self.people[phone] = person
        if nurse or has_file(person):
            filename, data = (f"{person.name} resume.docx", a_nurses_resume(person.name)) if nurse else resume(person)
            words = {"filename": filename, "documentType": "resume", "isPrimary": True}
            self._tenant.add_document(person.id, {**words, "data": data})
        return person

    def callee(self, phone: str) -> OnTheLine | None:
        """Who answers the telephone there."""
        return OnTheLine(self.people[phone]) if phone in self.people else None

    def hear(self, message: Json) -> None:
        """A text has reached a telephone."""
        person = self.people.get(message["to"])
        if person and message["direction"] == "outbound-api":
            task = asyncio.get_running_loop().create_task(self._reply(person, message["body"]))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _reply(self, person: Person, text: str) -> None:
        async with self._turns.setdefault(person.phone, asyncio.Lock()):
            before = self._heard.setdefault(person.phone, [])
            link = LINK.search(text)
            if link:
                before.append(text)
                await asyncio.sleep(person.pace / self.speed)
                await self._open(person, link[0], first=sum("/f/" in t for t in before) == 1)
                return
            says = respond(person, tuple(before), text)
            before.append(text)
            for say in says:
                await asyncio.sleep(say.after / self.speed)
                await self._account.receive(person.phone, say.text)

    async def _open(self, person: Person, link: str, *, first: bool) -> None:
        """A link is opened and its form sent, by all who would not rather answer by text, or not at all."""
        if person.character not in INSTEAD:
            await self._browser.follow(person, link)
        elif first and INSTEAD[person.character]:
            await self._account.receive(person.phone, INSTEAD[person.character].format(name=person.first))

    async def settled(self) -> None:
        """Until nobody has anything more to say."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        """Everybody puts the telephone away."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


def a_number(index: int) -> tuple[str, str]:
    """A number that nobody has, and one of the ways in which people write it."""
    area, line = AREAS[index % len(AREAS)], index // len(AREAS)
    exchange, rest = ("555", f"01{line:02d}") if line < 100 else (f"{200 + line // 100}", f"01{line % 100:02d}")
    return f"+1{area}{exchange}{rest}", STYLES[index % len(STYLES)].format(area, exchange, rest)

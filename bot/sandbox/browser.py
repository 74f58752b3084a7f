"""The browser on a simulated candidate's telephone: opens a link, fills the form in as the person would, and sends it."""

import contextlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx

from bot.sandbox.answers import OTHERWISE, Topic, asked_about
from bot.sandbox.characters import Character, Person
from bot.sandbox.keys import Keys
from bot.sandbox.resumes import resume

LINK = re.compile(r"https?://\S+/f/[\w.~%=-]+")
MOST_PAGES = 6
INSTEAD = {  # what some text rather than open a link
    Character.GHOST: "",
    Character.STOP: "STOP",
    Character.WRONG_NUMBER: "Wrong number, I'm not {name}",
    Character.PERSON: "Can I talk to a real person please?",
}


@dataclass(slots=True)
class Input:
    """One field: its kind, its values with their labels, and what is asked."""

    kind: str
    asked: str
    choices: list[tuple[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """The fields of a page's form."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: dict[str, Input] = {}
        self.buttons: set[str] = set()
        self._asked, self._reading, self._choice = "", "", ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Inputs, and the labels before or around them."""
        a = {k: v or "" for k, v in attrs}
        if tag in ("legend", "label") and a.get("class") != "opt":
            self._asked, self._reading = "", tag
        if tag in ("input", "textarea") and a.get("name"):
            kind = a.get("type", "text")
            made = self.fields.setdefault(a["name"], Input(kind=kind, asked=self._asked.strip()))
            made.choices.append((a.get("value", ""), ""))
            self._choice = a["name"] if kind in ("radio", "checkbox") else ""
        if tag == "button" and a.get("name"):
            self.buttons.add(a["name"])

    def handle_data(self, data: str) -> None:
        """What is asked, and what a choice is called."""
        if self._reading:
            self._asked += data
        elif self._choice and data.strip():
            choices = self.fields[self._choice].choices
            choices[-1] = (choices[-1][0], data.strip())
            self._choice = ""

    def handle_endtag(self, tag: str) -> None:
        """The end of a legend or label."""
        if tag == self._reading:
            self._reading = ""


class Browser:
    """Opens links at the bot's own address."""

    def __init__(self, keys: Keys, http: httpx.AsyncClient) -> None:
        self._keys, self._http = keys, http

    async def follow(self, person: Person, link: str) -> int:
        """Page after page until there is nothing to fill in; answers how many were sent."""
        with contextlib.suppress(httpx.HTTPError):
            return await self._pages(person, self._own(link))
        return 0

    async def _pages(self, person: Person, address: str) -> int:
        for sent in range(MOST_PAGES):
            page = Page((await self._http.get(address)).text)
            if not page.fields:
                return sent
            data: dict[str, str | list[str]] = dict(filled(person, page))
            files = {"resume": resume(person)} if "resume" in page.fields else None
            await self._http.post(address, data=data, files=files, headers={"Origin": self._keys.public_url})
        return MOST_PAGES

    def _own(self, link: str) -> str:
        return link.replace(self._keys.public_url, self._keys.bot_url, 1)


def filled(person: Person, page: Page) -> dict[str, list[str]]:
    """What the person sends with the page."""
    data: dict[str, list[str]] = {}
    for name, asked in page.fields.items():
        if asked.kind == "hidden":
            data[name] = [asked.choices[0][0]]
        elif asked.kind != "file":
            data[name] = [_answer(person, asked)]
    return data


def _answer(person: Person, asked: Input) -> str:
    topic = asked_about(asked.asked) or asked_about(asked.asked + "?")
    words = _words(person, topic)
    if asked.kind not in ("radio", "checkbox"):
        return words
    fits = (v for v, label in asked.choices if re.search(rf"\b{re.escape(label)}\b", words, re.IGNORECASE))
    return next(fits, asked.choices[0][0])


def _words(person: Person, topic: Topic | None) -> str:
    if topic is None:
        return OTHERWISE
    if person.character is Character.UNQUALIFIED and topic.disqualifying:
        return topic.disqualifying
    return topic.neat[person.quality]

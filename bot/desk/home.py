"""Home: the office on one page, with what needs mending and each job's funnel."""

import asyncio
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from bot.ats.errors import translated
from bot.desk.base import DeskBase, look, stuck
from bot.digest import is_stalled
from bot.marks import AGAIN
from bot.slack.desk import Actor, HomePage, JobFunnel, Said, Trouble
from bot.slack.home import MOST_JOBS
from bot.slack.text import escape, shown
from bot.storage.repositories import ADVANCED, WAITING
from bot.storage.store import Tables
from screening.agent import Mapping
from screening.errors import PortFailed
from screening.screening import Status

_LOOK: Final = 1.0  # seconds to find out whether Tracker answers
_ENDED: Final = (Status.COMPLETED.value, Status.KNOCKED_OUT.value)


class Home(DeskBase):
    """What a person's Home shows."""

    async def home(self, actor: Actor, page: int) -> HomePage:
        """One page of it."""
        if await self.client() is None:
            return HomePage(connected=False, version=_version())
        mended = await self._tracker_trouble()
        found = await self.store.read(lambda t: self._page(t, page))
        troubles = ([mended] if mended else []) + found[3]
        return HomePage(
            connected=True,
            summary=found[0],
            jobs=found[1],
            pages=found[2],
            page=min(page, found[2] - 1),
            troubles=troubles,
            version=_version(),
        )

    async def _tracker_trouble(self) -> Trouble | None:
        """What is wrong with the connection, if that is known within a second."""
        client = await self.client()
        try:
            with translated("Tracker"):
                if client is not None:
                    await asyncio.wait_for(look(client), _LOOK)
        except TimeoutError:
            return Trouble(text="Tracker is slow to answer at the moment; nothing is lost.")
        except PortFailed as error:
            return Trouble(text=f"{escape(str(error))}.", action="home_connect", label="Connect again")
        return None

    def _page(self, tables: Tables, page: int) -> tuple[str, list[JobFunnel], int, list[Trouble]]:
        records = self.records(tables)
        mappings = sorted(records.mappings(), key=lambda m: -m.job)
        pages = max(1, -(-len(mappings) // MOST_JOBS))
        first = min(page, pages - 1) * MOST_JOBS
        jobs = [self._funnel(tables, m) for m in mappings[first : first + MOST_JOBS]]
        going_on, waiting = (tables["screenings"].how_many(standing=s) for s in (Status.IN_PROGRESS.value, WAITING))
        summary = f"{_many(len(mappings), 'mapped job')}, {_many(going_on, 'screening')} going on, {waiting} waiting for a decision."
        return summary, jobs, pages, self._troubles(tables)

    def _funnel(self, tables: Tables, m: Mapping) -> JobFunnel:
        screenings = tables["screenings"]
        open_ = [r["data"] for r in screenings.find(job=m.job, standing=Status.IN_PROGRESS.value)]
        return JobFunnel(
            job=m.job,
            title=m.title,
            agent=m.agent,
            trigger=m.trigger,
            channel=m.channel,
            paused=m.paused,
            texted=screenings.how_many(job=m.job, texted=True),
            answering=sum(any(x["who"] == "candidate" for x in s["messages"]) for s in open_),
            completed=sum(screenings.how_many(job=m.job, status=ended) for ended in _ENDED),
            advanced=screenings.how_many(job=m.job, standing=ADVANCED),
            waiting=screenings.how_many(job=m.job, standing=WAITING),
            stalled=sum(is_stalled(s, self.now()) for s in open_),
        )

    def _troubles(self, tables: Tables) -> list[Trouble]:
        found = []
        if self.records(tables).value("pause").get("on"):
            found.append(Trouble(text="Everything is paused: no text is begun.", action="home_resume", label="Resume"))
        parked = stuck(tables)
        again = [r for r in parked if r["way"] in AGAIN]
        if again:
            why = shown(str(again[0]["reason"]), 200)
            text = f"{len(again)} deliveries to Slack or Tracker failed; the first: {why}"
            found.append(Trouble(text=text, action="home_retry", label="Try again"))
        texts = [r for r in parked if r["way"] == "sms"]
        if texts:
            why = shown(str(texts[-1]["reason"]), 200)
            found.append(Trouble(text=f"{len(texts)} texts could not be sent; the last: {why}"))
        return found

    async def retry_parked(self, actor: Actor) -> Said:
        """Tries again what could not be delivered; each is looked up before it is made again."""
        if refused := await self.may(actor):
            return refused
        count = await self.store.run(self._retry)
        return Said(text=f"{count} deliveries are tried again.")

    def _retry(self, tables: Tables) -> int:
        rows = [r for r in stuck(tables) if r["way"] in AGAIN]
        ids = [r.doc_id for r in rows]
        if ids:
            tables["outbox"].update({"state": "claimed", "due": self.now(), "tries": 0}, doc_ids=ids)
        return len(ids)


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _version() -> str:
    try:
        return version("greenroom")
    except PackageNotFoundError:
        return ""

"""Rehearsal: the real use cases under a virtual clock, with a store in memory and nobody at the other end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from screening import screener
from screening.agent import Agent, Mapping
from screening.duties.release import DAY, PROGRESS, Asked, Drop, Hold, release
from screening.duties.window import Window
from screening.events import Began, CallEnded, Event, Read
from screening.people import Candidate, Opportunity
from screening.ports import Order
from screening.scorecard import as_json
from screening.scoring import score
from screening.screening import Screening, Who
from screening.scripts.script import Script
from screening.understanding import ENGINE

PHONE: Final = "+15005550001"
AGAIN: Final = 1_000  # ms: the least that a held text waits
MORE: Final = 1_000  # ms between two texts of one breath


@dataclass(slots=True)
class Shelf:
    """The records of one rehearsal, in memory: what `screening.ports.Records` asks for."""

    kept: Script
    mine: dict[str, Screening] = field(default_factory=dict)
    stopped: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    orders: dict[str, Order] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def screening(self, id: str) -> Screening | None:
        """The screening of that id."""
        return self.mine.get(id)

    def open_of_phone(self, phone: str) -> Screening | None:
        """The open screening of that phone."""
        return next((s for s in self.mine.values() if s.open and s.candidate.phone == phone), None)

    def latest_of_phone(self, phone: str) -> Screening | None:
        """The last screening of that phone."""
        return next((s for s in reversed(self.mine.values()) if s.candidate.phone == phone), None)

    def of_application(self, job: int, candidate: int) -> Screening | None:
        """That candidate's screening for that job."""
        return next((s for s in self.mine.values() if (s.job.id, s.candidate.id) == (job, candidate)), None)

    def begin(self, screening: Screening) -> bool:
        """Insert it; False where the phone has an open one."""
        if self.open_of_phone(screening.candidate.phone):
            return False
        self.mine[screening.id] = screening
        return True

    def save(self, screening: Screening) -> None:
        """Save it."""
        self.mine[screening.id] = screening

    def chain(self, screening: Screening, what: Any, at: int) -> Screening:
        """A rehearsal is not audited."""
        return screening

    def consented(self, candidate: int, phone: str, job: int, source: str, shown: str, actor: str, at: int) -> None:
        """Nobody is texted."""

    def script(self, hash: str) -> Script | None:
        """The script."""
        return self.kept if hash == self.kept.hash else None

    def agent(self, name: str) -> Agent | None:
        """The agent of the script."""
        return Agent(name=name, script=self.kept.hash) if name == self.kept.name else None

    def mapping(self, job: int) -> Mapping | None:
        """None: nothing is mapped here."""
        return None

    def opted_out(self, phone: str) -> str:
        """Why the number is opted out."""
        return self.stopped.get(phone, "")

    def opt_out(self, phone: str, why: str, at: int) -> None:
        """The number asked to be left alone."""
        self.stopped.setdefault(phone, why)

    def opt_in(self, phone: str) -> None:
        """START."""
        self.stopped.pop(phone, None)

    def first_seen(self, sid: str, phone: str, text: str, at: int) -> bool:
        """False where the text is known."""
        new = sid not in self.seen
        self.seen.add(sid)
        return new

    def order(self, order: Order, at: int) -> None:
        """A delivery to be made, once per key."""
        self.orders.setdefault(order.key, order)

    def drop_texts(self, phone: str, why: str) -> None:
        """No text that waits goes to this number."""
        for order in self.orders.values():
            if order.way == "sms":
                order.payload.setdefault("done", "dropped")

    def note(self, candidate: int, phone: str, job: int, code: str, sentence: str, at: int) -> None:
        """Why something did not happen."""
        self.notes.append(sentence)

    def queue(self, candidate: int, job: int, phone: str, application: int, at: int) -> None:
        """Nobody waits here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One text of ours as it went out; `at` is local."""

    text: str
    kind: str
    question: str
    at: datetime


class Rehearsal:
    """One screening of Sam's; `now` in ms UTC. What goes out is given to `out` at once, what recruiters are told is kept in `told`."""

    def __init__(
        self, script: Script, start: datetime, *, window: Window, brand: str, pause: float, out: Callable[[Line], None]
    ) -> None:
        self.window, self.brand, self.pause, self.out = window, brand, int(pause * 1000), out
        self.script, self.zone, self.now, self.texts = script, start.tzinfo, int(start.timestamp() * 1000), 0
        self.sent: list[tuple[int, str, bool]] = []
        self.waits: dict[str, int] = {}  # key of a held text to the instant it is asked about again
        self.told: list[dict[str, Any]] = []
        self.shelf = Shelf(kept=script)
        self.shelf.begin(_screening(script, start, brand, self.now))
        self.happens(Began())

    @property
    def screening(self) -> Screening:
        """As it stands."""
        return next(iter(self.shelf.mine.values()))

    def happens(self, event: Event) -> None:
        """Something else than a text happens: a recruiter acts, the job closes."""
        screener.apply(self.shelf, self.screening, event, self.now)
        self._deliver()

    def say(self, text: str, *, more: bool = False, media: bool = False) -> None:
        """The candidate texts now; `more`: another text follows in the same breath."""
        self.texts += 1
        inbound = screener.InboundText(sid=f"M{self.texts}", phone=PHONE, text=text, at=self.now, media=media)
        screener.hear(self.shelf, inbound, self.pause, self.brand)
        self._deliver()
        self.advance(MORE if more else self.pause + 1)

    def advance(self, ms: int) -> None:
        """Time passes; what comes due on the way happens in order."""
        end = self.now + ms
        while (at := self._next()) is not None and at <= end:
            self.now = max(self.now, at)
            screener.due(self.shelf, self.screening.id, self.now)
            self._deliver()
        self.now = end

    def _next(self) -> int | None:
        times = (self.screening.due, *(at for key, at in self.waits.items() if not self._done(key)))
        return min((t for t in times if t is not None), default=None)

    def _done(self, key: str) -> bool:
        return "done" in self.shelf.orders[key].payload

    def _deliver(self) -> None:
        """Send what may go now; what is held waits with its instant."""
        while (order := self._ready()) is not None:
            self._release(order)

    def _ready(self) -> Order | None:
        orders = (
            o for o in self.shelf.orders.values() if not self._done(o.key) and self.waits.get(o.key, 0) <= self.now
        )
        return min(orders, key=lambda o: o.priority, default=None)

    def _release(self, order: Order) -> None:
        if order.way != "sms":
            order.payload["done"] = "told"
            self.told.append({"way": order.way, **order.payload})
            if order.way == "resume":  # Sam has none
                screener.apply(self.shelf, self.screening, Read(why="skipped"), self.now)
            if order.way == "call":  # nobody picks up: the questions go on by text
                missed = CallEnded(call=order.payload["call"], how="failed")
                screener.apply(self.shelf, self.screening, missed, self.now)
            return
        verdict = release(self._asked(order), self.window, self.now)
        if isinstance(verdict, Hold):
            self.waits[order.key] = max(verdict.until, self.now + AGAIN)
        elif isinstance(verdict, Drop):
            order.payload["done"] = "dropped"
        else:
            order.payload["done"] = "sent"
            self._send(order)

    def _asked(self, order: Order) -> Asked:
        s = self.screening
        recent = [(at, kind, started) for at, kind, started in self.sent if self.now - at < DAY]
        return Asked(
            kind=order.payload["kind"],
            started=order.payload["started"],
            turn=order.turn,
            now_turn=s.turn,
            open=s.open,
            opted_out=bool(self.shelf.opted_out(PHONE)),
            taken_over=s.taken_over,
            paused="",
            allowed_number=True,
            budget_left=True,
            last_heard=max((m.at for m in s.messages if m.who is Who.CANDIDATE), default=None),
            started_times=tuple(at for at, _, started in recent if started),
            sent_times=tuple(at for at, kind, _ in recent if kind not in PROGRESS),
            zones=s.candidate.zones,
            asks=bool(order.payload.get("question")),
        )

    def _send(self, order: Order) -> None:
        p = order.payload
        self.sent.append((self.now, p["kind"], p["started"]))
        at = datetime.fromtimestamp(self.now / 1000, self.zone)
        self.out(Line(text=p["body"], kind=p["kind"], question=p["question"], at=at))
        screener.delivered(self.shelf, self.screening.id, p["message"], self.now)

    def end(self) -> dict[str, Any]:
        """Status, answers and scorecard."""
        s = self.screening
        card = as_json(score(s, self.shelf.kept, ENGINE))
        return {"end": s.status.value, "answers": {a.question: a.value for a in s.answers}, "scorecard": card}


def _screening(script: Script, start: datetime, brand: str, now: int) -> Screening:
    zone = zone_name(start)
    person = Candidate(id=1, first_name="Sam", name="Sam", phone=PHONE, zones=(zone,))
    return Screening(
        id="GR-TALK",
        script=script.hash,
        agent=script.name,
        brand=brand,
        language=script.language,
        zone=zone,
        began_at=now,
        candidate=person,
        job=Opportunity(id=1, title=script.title),
    )


def zone_name(start: datetime) -> str:
    """The IANA name of the zone in which a time is given; a bare offset is rounded to whole hours."""
    if isinstance(start.tzinfo, ZoneInfo):
        return start.tzinfo.key
    hours = round((start.utcoffset() or timedelta(0)).total_seconds() / 3600)
    return "Etc/UTC" if not hours else f"Etc/GMT{-hours:+d}"

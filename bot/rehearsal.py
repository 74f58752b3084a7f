"""Rehearsal: the real use cases under a virtual clock, with a store in memory and nobody at the other end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot import rehearsed
from bot.shelf import Shelf
from screening import screener
from screening.duties.calls import release_call
from screening.duties.release import DAY, PROGRESS, Asked, Drop, Hold, release
from screening.duties.window import Window
from screening.events import Began, CallEnded, Event, Read
from screening.people import Candidate, Opportunity
from screening.ports import Order
from screening.scorecard import as_json
from screening.scoring import score
from screening.screening import Screening
from screening.scripts.script import Script
from screening.understanding import ENGINE

PHONE: Final = "+15005550001"
AGAIN: Final = 1_000  # ms: the least that a held text waits
MORE: Final = 1_000  # ms between two texts of one breath


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One text of ours as it went out; `at` is local."""

    text: str
    kind: str
    question: str
    at: datetime


class Rehearsal:
    """One screening of Sam's; `now` in ms UTC. What goes out is given to `out` at once, what recruiters are told is kept in `told`.

    `calls`: Sam picks up when called, and says what is said; otherwise nobody does, and the questions go on by text.
    """

    def __init__(
        self,
        script: Script,
        start: datetime,
        *,
        window: Window,
        brand: str,
        pause: float,
        out: Callable[[Line], None],
        calls: bool = False,
    ) -> None:
        self.calls = calls
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
        self.apply(event)
        self._deliver()

    def apply(self, event: Event) -> None:
        """Follow an event; what it sets off goes out with the next delivery."""
        screener.apply(self.shelf, self.screening, event, self.now)

    def say(self, text: str, *, more: bool = False, media: bool = False) -> None:
        """The candidate texts now, or speaks where they are in a call; `more`: another text follows in the same breath."""
        if rehearsed.live(self) is not None:
            rehearsed.speak(self, text)
            return self.advance(AGAIN)
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

    def hang_up(self, how: str = "completed") -> None:
        """The call is over."""
        rehearsed.hang_up(self, how)
        self._deliver()

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
        if order.way == "call" and self.calls:
            return self._call(order)
        if order.way != "sms":
            order.payload["done"] = "told"
            self.told.append({"way": order.way, **order.payload})
            if order.way == "resume":  # Sam has none
                self.apply(Read(why="skipped"))
            if order.way == "call":  # nobody picks up: the questions go on by text
                self.apply(CallEnded(call=order.payload["call"], how="failed"))
            return None
        verdict = release(self._asked(order), self.window, self.now)
        if isinstance(verdict, Hold):
            self.waits[order.key] = max(verdict.until, self.now + AGAIN)
        elif isinstance(verdict, Drop):
            order.payload["done"] = "dropped"
        else:
            order.payload["done"] = "sent"
            self._send(order)

    def _call(self, order: Order) -> None:
        """The call is made when it may be."""
        number = int(order.payload["call"])
        verdict = release_call(self.screening, number, self._asked(order), self.window, self.now)
        if isinstance(verdict, Hold):
            self.waits[order.key] = max(verdict.until, self.now + AGAIN)
            return
        order.payload["done"] = "dropped" if isinstance(verdict, Drop) else "called"
        if not isinstance(verdict, Drop):
            rehearsed.ring(self, number)

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
            last_heard=s.last_heard,
            started_times=tuple(at for at, _, started in recent if started),
            sent_times=tuple(at for at, kind, _ in recent if kind not in PROGRESS),
            zones=s.candidate.zones,
            asks=bool(order.payload.get("question")),
        )

    def _send(self, order: Order) -> None:
        p = order.payload
        self.sent.append((self.now, p["kind"], p["started"]))
        self.tell(p["body"], p["kind"], p["question"])
        screener.delivered(self.shelf, self.screening.id, p["message"], self.now)

    def tell(self, text: str, kind: str, question: str) -> None:
        """One line of ours reaches Sam."""
        self.out(Line(text=text, kind=kind, question=question, at=datetime.fromtimestamp(self.now / 1000, self.zone)))

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

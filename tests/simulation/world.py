"""World: what outlives every process of ours: time, chance, the crash plan, and the record of what happened."""

import asyncio
import contextvars
import hashlib
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.simulation.loop import SimLoop

NOON = 1_790_000_000_000 // 86_400_000 * 86_400_000 + 17 * 3_600_000  # a day at 17:00 UTC: noon in Chicago
CURRENT: contextvars.ContextVar["Life | None"] = contextvars.ContextVar("life", default=None)


class Crash(BaseException):
    """A kill -9: no `except Exception` of the bot can swallow it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What one seed stands for."""

    seed: int
    people: int = 2
    second_jobs: int = 1  # people who apply for two jobs
    processes: int = 1
    crashes: frozenset[int] = frozenset()
    faults: float = 0.0  # share of outside calls that go wrong
    calm_at: float = 3600.0  # seconds after which nothing goes wrong any more
    horizon: float = 4 * 86_400.0
    lag: float = 0.0  # seconds by which the lists of Twilio and Slack are stale
    search_lag: float = 0.0  # the same for Tracker's search
    whole: bool = False  # Tracker's search heeds every filter, and can be asked for all jobs at once
    page: int = 200  # texts on one page of Twilio's list, at most
    foreign: bool = False  # another program exchanges the same access token
    start: int = NOON
    outages: tuple[tuple[str, float, float], ...] = ()  # (twilio, slack or tracker, from, to): each call goes wrong
    leaving: float = 0.08  # share of applications that leave the stage again
    dies_at: str = ""  # name of a point at which every second process dies, until all is calm
    restarts: tuple[float, float] = (1.0, 90.0)  # seconds from a death to the next start
    carried: tuple[float, float] = (0.5, 2.0)  # seconds until a text of ours is on a phone, from and to
    kinds: tuple[str, ...] = ()  # what people are like; none: whatever there is
    week: bool = False
    crowd: bool = False  # all at once, and nobody has to confirm so many


class Life:
    """One process of ours from start to its death."""

    def __init__(self, number: int, born: float = 0.0) -> None:
        self.number = number
        self.born = born
        self.alive = True
        self.gone = asyncio.Event()
        self.died: float | None = None
        self.service: Any = None

    def end(self) -> None:
        """It is dead."""
        self.alive = False
        self.gone.set()


@dataclass(slots=True)
class World:
    """Everything outside of our processes."""

    plan: Plan
    rng: random.Random = field(init=False)
    loop: SimLoop = field(init=False)
    trace: list[tuple[float, str, str]] = field(default_factory=list)
    points: int = 0
    names: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    versions: dict[str, int] = field(default_factory=dict)
    heard: set[str] = field(default_factory=set)  # texts of which the bot says that it has heard them
    on_rows: Callable[[dict[str, set[int]]], None] = lambda written: None

    def __post_init__(self) -> None:
        self.rng = random.Random(self.plan.seed)
        self.loop = SimLoop(random.Random(self.plan.seed + 1), 2_000_000 + 200_000 * self.plan.people)

    def now(self) -> int:
        """The instant, ms UTC."""
        return self.plan.start + int(self.loop.time() * 1000)

    def note(self, who: str, what: str) -> None:
        """Keep what happened, for the trace."""
        self.trace.append((self.loop.time(), who, what))

    def violated(self, what: str) -> None:
        """An invariant does not hold."""
        self.note("VIOLATION", what)
        self.wrong.append(what)

    def point(self, name: str) -> None:
        """A place at which a process may die; one that is dead does nothing more."""
        life = CURRENT.get()
        if life is None:
            return
        self.living(name)
        self.points += 1
        self.names.append(name)
        if self.points in self.plan.crashes or self._dies_at(name):
            self.note(f"process {life.number}", f"KILLED at point {self.points}: {name}")
            life.died = self.loop.time()
            life.end()
            raise Crash(name)

    def _dies_at(self, name: str) -> bool:
        dies_at = self.plan.dies_at
        return bool(dies_at) and name.startswith(dies_at) and not self.calm and self.rng.random() < 0.5

    def living(self, name: str) -> None:
        """Whoever is dead does nothing more."""
        life = CURRENT.get()
        if life is not None and not life.alive:
            raise Crash(name)

    @property
    def calm(self) -> bool:
        """Whether nothing goes wrong any more."""
        return self.loop.time() >= self.plan.calm_at

    def trouble(self, *kinds: str, of: str = "") -> str:
        """One of these kinds of trouble, or nothing; always one while that service is out."""
        at = self.loop.time()
        if any(service == of and begin <= at < end for service, begin, end in self.plan.outages):
            return self.rng.choice(kinds)
        if self.calm or self.rng.random() >= self.plan.faults:
            return ""
        return self.rng.choice(kinds)

    def stir(self, what: str) -> None:
        """Something that polls would find has changed."""
        self.versions[what] = self.versions.get(what, 0) + 1

    def later(self, seconds: float, act: Any, *args: Any) -> None:
        """Do it after so many simulated seconds, outside of any process of ours."""
        self.loop.call_later(seconds, act, *args, context=contextvars.Context())

    def apart(self, coroutine: Any, life: "Life | None" = None) -> "asyncio.Task[Any]":
        """A task of its own; it belongs to that process, or to none."""
        context = contextvars.Context()
        context.run(CURRENT.set, life)
        return self.loop.create_task(coroutine, context=context)

    def digest(self) -> str:
        """One hash over all that happened, in order."""
        lines = "\n".join(f"{at:.6f} {who} {what}" for at, who, what in self.trace)
        return hashlib.sha256(lines.encode()).hexdigest()

    def story(self, last: int = 400) -> str:
        """The trace as lines for a person."""
        return "\n".join(_lines(self.trace[-last:]))


def _lines(trace: Iterable[tuple[float, str, str]]) -> Iterable[str]:
    for at, who, what in trace:
        hours, rest = divmod(at, 3600)
        yield f"{int(hours):02d}:{int(rest // 60):02d}:{rest % 60:06.3f}  {who:<12} {what}"

"""/healthz and /metrics."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.errors import StoreError

log = structlog.get_logger(__name__)
GRACE: Final = 60.0  # seconds in which no loop counts as stalled
TEXT: Final = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(slots=True, kw_only=True)
class Beat:
    """A loop: when it last turned, when it last got through, in ms UTC; what was in the way the last time."""

    every: float
    turned: int
    got_through: int
    trouble: str = ""


class Pulse:
    """When each loop last turned. A turn that an outside service spoiled is a turn all the same."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._loops: dict[str, Beat] = {}
        self._signs: dict[str, Callable[[], float]] = {}
        self._notes: dict[str, str] = {}
        self.registry = CollectorRegistry()
        self._failed = Counter("greenroom_loop_failures", "Turns that failed", ["loop"], registry=self.registry)

    def expect(self, name: str, every: float) -> None:
        """The loop begins to turn, every so many seconds."""
        self._loops[name] = Beat(every=every, turned=self._now(), got_through=self._now())

    def beat(self, name: str, interval: float) -> None:
        """The loop has turned and got through."""
        self._loops[name] = Beat(every=interval, turned=self._now(), got_through=self._now())

    def spoiled(self, name: str, trouble: str) -> None:
        """The loop has turned, and an outside service was in its way; or it has not, where the trouble is our own."""
        loop = self._loops[name]
        loop.turned, loop.trouble = self._now(), trouble
        self._failed.labels(name).inc()

    def failed(self, name: str, trouble: str) -> None:
        """The loop could not turn: the fault is ours, or the store's."""
        self._loops[name].trouble = trouble
        self._failed.labels(name).inc()

    def sign(self, name: str, age: Callable[[], float]) -> None:
        """Something else whose last sign of life has an age in seconds: the socket."""
        self._signs[name] = age

    def note(self, name: str, words: str) -> None:
        """How an outside service stands; empty: well."""
        self._notes[name] = words

    def ages(self) -> dict[str, float]:
        """Seconds since each loop last got through, and since each other sign of life."""
        now = self._now()
        loops = {name: (now - loop.got_through) / 1000 for name, loop in self._loops.items()}
        return loops | {name: round(age(), 3) for name, age in self._signs.items()}

    def stalled(self) -> list[str]:
        """Loops that have not turned for three intervals (at least 60 s)."""
        now = self._now()
        return [n for n, loop in self._loops.items() if (now - loop.turned) / 1000 > max(GRACE, 3 * loop.every)]

    def troubles(self) -> dict[str, str]:
        """What is in the way, in words, by loop or service."""
        loops = {name: loop.trouble for name, loop in self._loops.items() if loop.trouble}
        return loops | {name: words for name, words in self._notes.items() if words}


async def store_away(request: Request, error: Exception) -> Response:
    """What a way in answers while nothing can be saved: whoever calls may call again."""
    log.error("nothing could be saved", path=request.url.path.split("/")[1], why=str(error))
    return Response("nothing can be saved right now", 503, headers={"retry-after": "5"})


def health_routes(pulse: Pulse, depth: Callable[[], Awaitable[Mapping[str, int]]]) -> list[Route]:
    """The two routes; `depth` counts the deliveries that wait, by state."""
    outbox = Gauge("greenroom_outbox", "Deliveries that are not done, by state", ["state"], registry=pulse.registry)
    age = Gauge(
        "greenroom_loop_age_seconds", "Seconds since the loop last got through", ["loop"], registry=pulse.registry
    )
    up = Gauge("greenroom_store_up", "1 where the store answers", registry=pulse.registry)

    async def healthz(_: Request) -> Response:
        stalled = pulse.stalled()
        ages, troubles = pulse.ages(), pulse.troubles()
        body = {"ok": not stalled, "stalled": stalled, "age_seconds": ages, "troubles": troubles}
        return JSONResponse(body, 503 if stalled else 200)

    async def metrics(_: Request) -> Response:
        try:
            for state, count in (await depth()).items():
                outbox.labels(state).set(count)
            up.set(1)
        except StoreError:
            up.set(0)
        for name, seconds in pulse.ages().items():
            age.labels(name).set(seconds)
        return Response(generate_latest(pulse.registry), media_type=TEXT)

    return [Route("/healthz", healthz), Route("/metrics", metrics)]

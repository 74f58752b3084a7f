"""/healthz and /metrics."""

from collections.abc import Awaitable, Callable

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


class Pulse:
    """When each loop last turned. `interval` in seconds."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._loops: dict[str, tuple[int, float]] = {}

    def beat(self, name: str, interval: float) -> None:
        """The loop has turned."""
        self._loops[name] = (self._now(), interval)

    def ages(self) -> dict[str, float]:
        """Seconds since each loop last turned."""
        return {name: (self._now() - at) / 1000 for name, (at, _) in self._loops.items()}

    def stalled(self) -> list[str]:
        """Loops that have not turned for three intervals (at least 60 s)."""
        return [n for n, (at, every) in self._loops.items() if (self._now() - at) / 1000 > max(60, 3 * every)]


def health_routes(pulse: Pulse, depth: Callable[[], Awaitable[dict[str, int]]]) -> list[Route]:
    """The two routes."""

    async def healthz(_: Request) -> Response:
        stalled = pulse.stalled()
        body = {"ok": not stalled, "stalled": stalled, "age_seconds": pulse.ages()}
        return JSONResponse(body, 503 if stalled else 200)

    async def metrics(_: Request) -> Response:
        registry = CollectorRegistry()
        gauge = Gauge("greenroom_outbox", "Deliveries by state", ["state"], registry=registry)
        for state, count in (await depth()).items():
            gauge.labels(state).set(count)
        age = Gauge("greenroom_loop_age_seconds", "Seconds since the loop last turned", ["loop"], registry=registry)
        for name, seconds in pulse.ages().items():
            age.labels(name).set(seconds)
        return Response(generate_latest(registry), media_type="text/plain; version=0.0.4")

    return [Route("/healthz", healthz), Route("/metrics", metrics)]

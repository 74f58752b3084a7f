"""/healthz tells a stall from a service that fails; /metrics counts without reading every row."""

import httpx
from starlette.applications import Starlette

from bot.errors import StoreAway
from bot.scheduler import Job, Scheduler
from bot.web.health import Pulse, health_routes, store_away
from screening.errors import Fate, PortFailed


class Clock:
    """Moved by hand; ms UTC."""

    def __init__(self) -> None:
        self.ms = 1_700_000_000_000

    def __call__(self) -> int:
        return self.ms


async def nothing_waits() -> dict[str, int]:
    return {"new": 3, "parked": 0}


async def store_is_away() -> dict[str, int]:
    raise StoreAway("PostgreSQL at db:5432/greenroom cannot be used")


def a_client(pulse: Pulse, depth: object = nothing_waits) -> httpx.AsyncClient:
    app = Starlette(routes=health_routes(pulse, depth), exception_handlers={StoreAway: store_away})  # type: ignore[arg-type]
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://bot")


async def turned(pulse: Pulse, error: Exception | None, every: float = 1.0) -> None:
    """One turn of a loop called `poll` through the scheduler."""

    async def run() -> None:
        if error is not None:
            raise error

    async def wait(_: float) -> None:
        raise NotImplementedError

    job = Job(name="poll", run=run, every=every)
    await Scheduler((job,), pulse, wait).turn(job)


async def test_a_loop_that_turns_is_well_and_its_age_is_told() -> None:
    clock = Clock()
    pulse = Pulse(clock)
    pulse.expect("poll", 1.0)
    pulse.sign("slack_socket", lambda: 4.0)
    clock.ms += 7_500
    async with a_client(pulse) as web:
        answer = await web.get("/healthz")
    assert (answer.status_code, answer.json()["age_seconds"]) == (200, {"poll": 7.5, "slack_socket": 4.0})


async def test_a_loop_that_has_not_turned_for_three_intervals_is_a_stall() -> None:
    clock = Clock()
    pulse = Pulse(clock)
    pulse.expect("poll", 60.0)
    async with a_client(pulse) as web:
        clock.ms += 180_000
        assert (await web.get("/healthz")).status_code == 200
        clock.ms += 1
        answer = await web.get("/healthz")
    assert (answer.status_code, answer.json()["stalled"]) == (503, ["poll"])


async def test_an_outside_service_that_fails_is_told_and_is_no_stall() -> None:
    clock = Clock()
    pulse = Pulse(clock)
    pulse.expect("poll", 1.0)
    async with a_client(pulse) as web:
        for _ in range(100):
            clock.ms += 1_000
            await turned(pulse, PortFailed("Twilio does not answer", fate=Fate.NOT_DONE))
        answer = await web.get("/healthz")
        assert answer.status_code == 200
        assert answer.json()["troubles"] == {"poll": "Twilio does not answer"}
        assert answer.json()["age_seconds"]["poll"] == 100.0
        await turned(pulse, None)
        assert (await web.get("/healthz")).json()["troubles"] == {}


async def test_a_store_or_a_fault_of_ours_in_the_way_is_a_stall_in_the_end() -> None:
    for error in (StoreAway("the store is away"), ZeroDivisionError()):
        clock = Clock()
        pulse = Pulse(clock)
        pulse.expect("poll", 1.0)
        for _ in range(61):
            clock.ms += 1_000
            await turned(pulse, error)
        assert pulse.stalled() == ["poll"]


async def test_metrics_count_what_waits_and_say_when_the_store_does_not_answer() -> None:
    pulse = Pulse(Clock())
    pulse.expect("poll", 1.0)
    async with a_client(pulse) as web:
        text = (await web.get("/metrics")).text
    assert 'greenroom_outbox{state="new"} 3.0' in text and "greenroom_store_up 1.0" in text
    assert 'greenroom_loop_age_seconds{loop="poll"} 0.0' in text
    away = Pulse(Clock())
    async with a_client(away, store_is_away) as web:
        answer = await web.get("/metrics")
    assert answer.status_code == 200 and "greenroom_store_up 0.0" in answer.text

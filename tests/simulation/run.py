"""One run: a plan is played until all is quiet, and judged. The same plan gives the same run."""

import asyncio
import contextlib
import random
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import structlog

from tests.simulation.file import JOBS, opened, settings
from tests.simulation.judge import Judge
from tests.simulation.loop import Endless, Stuck
from tests.simulation.people import KINDS, WEEKLY, people
from tests.simulation.process import Processes
from tests.simulation.slack import SimSlack
from tests.simulation.tracker import GONE, TRIGGER, SimTracker
from tests.simulation.twilio import SimTwilio
from tests.simulation.world import Crash, Plan, World

NAMES = ("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo")

REAL = {False: 600.0, True: 4 * 3600.0}  # seconds of a real clock that one run may take, a crowd's too
ENOUGH = 20  # violations after which a run is given up

HELD = """SELECT count(*) FROM t_outbox o JOIN t_screenings s ON json_extract(s.doc,'$.gr')=json_extract(o.doc,'$.screening')
WHERE json_extract(o.doc,'$.state')='held' AND json_extract(s.doc,'$.open_phone') IS NOT NULL"""  # for whom it still matters


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a plan."""

    plan: Plan
    wrong: tuple[str, ...]
    points: int
    lives: int
    seconds: float  # simulated
    digest: str
    names: tuple[str, ...]
    story: str


def play(plan: Plan, *, told: bool = False) -> Outcome:
    """Play it; the story is kept where something is wrong, or `told`."""
    world = World(plan)
    file = opened(plan.week)
    twilio, tracker, slack = SimTwilio(world), SimTracker(world), SimSlack(world)
    crowd = people(world, twilio, plan.people, plan.kinds or (WEEKLY if plan.week else KINDS))
    processes = Processes(
        world=world,
        file=file,
        settings=settings(**({"surge": 10_000, "daily_texts": 100_000} if plan.crowd else {})),
        twilio=twilio,
        tracker=tracker,
        slack=slack,
    )
    judge = Judge(world=world, file=file, twilio=twilio, tracker=tracker, slack=slack, people=crowd)
    twilio.hook, world.on_rows = processes.hook, judge.look
    twilio.judge, twilio.tried = judge.text, judge.tried
    arrivals = _arrivals(world, tracker, list(crowd))
    with _running(world):
        judge.end(_played(world, processes, judge, arrivals))
        _stop(world, processes)
    file.connection.close()
    return Outcome(
        plan=plan,
        wrong=tuple(world.wrong),
        points=world.points,
        lives=processes.started,
        seconds=world.loop.time(),
        digest=world.digest(),
        names=tuple(world.names),
        story=world.story() if world.wrong or told else "",
    )


def _arrivals(world: World, tracker: SimTracker, phones: list[str]) -> float:
    """Who applies when; answers after how many seconds nobody does any more."""
    plan, rng, last = world.plan, world.rng, 0.0
    spread = 3 * 86_400.0 if plan.week else 120.0
    for n, phone in enumerate(phones):
        person, jobs = 7000 + n, JOBS[: 2 if n < plan.second_jobs else 1]
        tracker.people[person] = (NAMES[n % len(NAMES)], f"Example{n}", phone)
        for m, job in enumerate(jobs):
            id, at = 9000 + 10 * n + m, rng.uniform(0, spread)
            world.later(0, tracker.apply, id, job, person)
            world.later(at, tracker.move, id, TRIGGER)
            last = max(last, at)
            if rng.random() < plan.leaving:
                world.later(at + rng.uniform(10, 200), tracker.move, id, GONE)
                last = max(last, at + 200)
    if plan.foreign:
        for _ in range(3):
            world.later(rng.uniform(0, 600), tracker.exchange_elsewhere)
    return last + plan.search_lag


class TooLong(KeyboardInterrupt):
    """It goes on and on without ever coming back to the loop; a task and a callback let this one through."""


@contextlib.contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_long(*_: object) -> None:
    raise TooLong("it takes too many real seconds")


def _played(world: World, processes: Processes, judge: Judge, arrivals: float) -> bool:
    """Whether it has come to its end; a run that does not end is a violation, never a hang."""
    try:
        with _at_most(REAL[world.plan.crowd]):
            return world.loop.run_until_complete(_until_quiet(world, processes, judge, arrivals))
    except (Endless, Stuck, TooLong) as error:
        world.violated(f"the run does not end: {error}")
        return False


async def _until_quiet(world: World, processes: Processes, judge: Judge, arrivals: float) -> bool:
    processes.start()
    end = world.plan.horizon
    while world.loop.time() < end:
        await asyncio.sleep(20 if not world.plan.week else 1800)
        if len(world.wrong) > ENOUGH:
            return False
        if world.loop.time() > arrivals + 130 and _quiet(processes, judge):
            return True
    return False


def _quiet(processes: Processes, judge: Judge) -> bool:
    """Everybody has been taken, every screening is over, nothing is to be done and no text is on its way."""
    if any(p.pending for p in judge.people.values()):
        return False
    if any(not life.alive for life in processes.lives.values()):
        return False
    one = processes._one
    return bool(
        one("SELECT count(*) FROM t_screenings WHERE json_extract(doc,'$.status')='in_progress'") == 0
        and one("SELECT count(*) FROM t_screenings WHERE json_extract(doc,'$.due') IS NOT NULL") == 0
        and one("SELECT count(*) FROM t_outbox WHERE json_extract(doc,'$.state') IN ('new','claimed','waits')") == 0
        and one(HELD) == 0
        and one("SELECT count(*) FROM t_queue") == 0
        and _known(judge)
        and all(m.at < processes.world.now() - 60_000 for m in processes.twilio.messages[-5:])
        and (_stored(judge) or processes.world.loop.time() > _patience(processes))
    )


def _known(judge: Judge) -> bool:
    """Whether everybody at the stage has been seen there."""
    at_the_stage = {a.id for a in judge.tracker.applications.values() if a.history[-1][1] == TRIGGER}
    rows = judge.rows(
        "SELECT json_extract(doc,'$.application') FROM t_stages WHERE json_extract(doc,'$.status')=?", TRIGGER
    )
    return at_the_stage <= {id for (id,) in rows}


def _stored(judge: Judge) -> bool:
    return judge.rows("SELECT count(*) FROM t_texts") == [(len(judge.twilio.inbound),)]


def _patience(processes: Processes) -> float:
    """Until when a text may wait for the reading of Twilio's list, which begins when all is calm and somebody lives."""
    began = max(life.born for life in processes.lives.values())
    texted = max((m.at for m in processes.twilio.inbound), default=0)
    return max(processes.world.plan.calm_at, began, (texted - processes.world.plan.start) / 1000) + 120


@contextlib.contextmanager
def _running(world: World) -> Iterator[None]:
    world.loop.set_exception_handler(lambda loop, context: _loose(world, context))
    structlog.configure(processors=[lambda logger, name, event: _log(world, name, event)])
    try:
        yield
    finally:
        world.loop.close()
        structlog.reset_defaults()


def _loose(world: World, context: dict[str, object]) -> None:
    error = context.get("exception")
    if not isinstance(error, Crash | asyncio.CancelledError):
        world.violated(f"an error nobody caught: {error!r} {context.get('message')}")


def _log(world: World, name: str, event: dict[str, object]) -> str:
    why = event.get("why") or event.get("exc_info") or ""
    world.note("log", f"{event.get('event')} {why} {event.get('way', '')} {event.get('screening', '')}".strip())
    if event.get("event") == "heard":
        sid = str(event.get("text"))
        if sid in world.heard:
            world.violated(f"I1: {sid} is heard twice")
        world.heard.add(sid)
    if name in ("error", "exception", "critical"):
        world.violated(f"an error that nobody foresaw: {event}")
    raise structlog.DropEvent


def _stop(world: World, processes: Processes) -> None:
    """Kill everything, and wait until it is gone."""
    for life in processes.lives.values():
        life.end()
    world.loop._rng = random.Random(0)
    for _ in range(50):
        tasks = asyncio.all_tasks(world.loop)
        if not tasks:
            return
        for task in tasks:
            task.cancel()
        world.loop.run_until_complete(asyncio.wait(tasks, timeout=60))
    raise AssertionError(f"tasks that do not end: {asyncio.all_tasks(world.loop)}")

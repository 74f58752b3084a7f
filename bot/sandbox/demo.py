"""`greenroom demo`: the whole main job against the sandbox, with simulated candidates, in two processes of its own."""

import argparse
import asyncio
import io
import signal
import sys
import tempfile
from collections.abc import Coroutine, Sequence
from pathlib import Path

from pypdf import PdfReader

from bot.sandbox.endings import Outcome, World, outcome, score_in
from bot.sandbox.keepsakes import keep
from bot.sandbox.processes import DemoFailed, Stage
from bot.sandbox.progress import Progress
from bot.sandbox.recruiter import Recruiter
from bot.sandbox.wire import Json

JOB, AGENT, STAGE = 1020, "forklift", "Phone Screen"
PHONE_JOB, PHONE_AGENT = 1026, "nurse"  # by resume, then text, then telephone
LOOK_EVERY = 0.4
STILL = 30.0  # seconds without any change, after which nothing more is awaited


async def demo(candidates: int, out: Path, speed: float) -> int:
    """Plays it, shows it, keeps it; 0 only if every candidate ended as expected."""
    await asyncio.to_thread(out.mkdir, parents=True, exist_ok=True)
    progress = Progress()
    with tempfile.TemporaryDirectory(prefix="greenroom-demo-") as home:
        stage = Stage(Path(home), out, candidates=candidates, speed=speed)
        try:
            progress.step("starting the simulated Slack, Twilio and Tracker, and `greenroom run`")
            async with stage, Recruiter(stage.keys) as recruiter:
                return await _play(stage, recruiter, progress, out, candidates, speed)
        except DemoFailed as failure:
            progress.step(f"the demo failed: {failure}")
            return 1


async def _play(stage: Stage, recruiter: Recruiter, progress: Progress, out: Path, count: int, speed: float) -> int:
    progress.step("/screen connect: " + _first_line(await recruiter.connect()))
    people = await _people(recruiter, count, speed)
    progress.step(f"/screen map {JOB}: " + _first_line(await recruiter.map(JOB, AGENT, STAGE)))
    progress.step(f"/screen map {PHONE_JOB}: " + _first_line(await recruiter.map(PHONE_JOB, PHONE_AGENT, STAGE)))
    for person in people:
        await recruiter.move(person, STAGE)
    progress.step(f"{count} candidates moved to {STAGE}")
    world = await _watch(stage, recruiter, progress, people)
    reports = await _reports(recruiter, world, people)
    sounds = {p["id"]: [await recruiter.recording(link) for link in world.recordings(p["name"])] for p in people}
    keep(out, world, people, reports, sounds)
    return conclude(progress, out, people, [outcome(world, p) for p in people], reports, sounds)


async def _people(recruiter: Recruiter, count: int, speed: float) -> list[Json]:
    """All but one apply for the first job; the last has a resume and will be called."""
    people = await recruiter.candidates(count - 1, job=JOB, speed=speed) if count > 1 else []
    last = await recruiter.candidates(1, job=PHONE_JOB, speed=speed, character="prompt", nurse=True)
    return [*people, *({**person, "by_phone": True} for person in last)]


async def _watch(stage: Stage, recruiter: Recruiter, progress: Progress, people: list[Json]) -> World:
    """Looks on until everybody has ended, or nothing has changed for too long."""
    before, changed = list[Outcome](), progress.seconds
    while True:
        began, world = progress.seconds, await recruiter.look()
        outcomes = [outcome(world, person) for person in people]
        progress.candidates(people, outcomes)
        if outcomes != before:
            before, changed = outcomes, progress.seconds
        if all(o.done for o in outcomes) or progress.seconds - changed > STILL:
            return world
        if stage.bot.ended:
            raise DemoFailed(f"greenroom run ended; the end of {stage.bot.log}:\n{stage.bot.tail()}")
        await asyncio.sleep(max(LOOK_EVERY, progress.seconds - began))


async def _reports(recruiter: Recruiter, world: World, people: list[Json]) -> dict[int, bytes]:
    """The PDFs in Slack, by candidate."""
    cards = {p["id"]: world.card(p["name"]) for p in people}
    files = {id_: world.report(card) for id_, card in cards.items() if card}
    return {id_: await recruiter.file(file["id"]) for id_, file in files.items() if file}


def score_in_pdf(data: bytes) -> int | None:
    """The score that a PDF states in its text."""
    return score_in("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


def conclude(
    progress: Progress,
    out: Path,
    people: list[Json],
    outcomes: list[Outcome],
    reports: dict[int, bytes],
    sounds: dict[int, list[bytes]],
) -> int:
    """The summary table, and the exit status."""
    rows, good = [], 0
    for person, seen in zip(people, outcomes, strict=True):
        in_pdf = score_in_pdf(reports[person["id"]]) if person["id"] in reports else None
        wrong = [*seen.missing, *([f"score {in_pdf} in the PDF"] if in_pdf != seen.card_score else [])]
        if person.get("by_phone") and not (sounds.get(person["id"]) and all(sounds[person["id"]])):
            wrong.append("a recording that plays")
        good += not wrong
        rows.append(_row(person, seen, in_pdf, wrong))
    head = f"{'candidate':<20} {'character':<16} {'ended':<28} {'card':>5} {'PDF':>5} {'Activity':>8}"
    progress.table([head, "-" * len(head), *rows])
    progress.step(f"{good} of {len(people)} candidates ended as expected. Reports, transcripts and messages: {out}/")
    return 0 if good == len(people) else 1


def _row(person: Json, seen: Outcome, in_pdf: int | None, wrong: list[str]) -> str:
    scores = [("-" if s is None else str(s)) for s in (seen.card_score, in_pdf, seen.activity_score)]
    note = "  missing or wrong: " + ", ".join(wrong) if wrong else ""
    return f"{person['name']:<20} {person['character']:<16} {seen.phrase:<28} {scores[0]:>5} {scores[1]:>5} {scores[2]:>8}{note}"


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else "(no answer)"


def read_arguments(args: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="greenroom demo", description=__doc__)
    parser.add_argument("--candidates", type=int, default=20, metavar="N", help="how many people apply (20)")
    parser.add_argument(
        "--out", type=Path, default=Path("demo-output"), metavar="DIR", help="where reports and transcripts go"
    )
    parser.add_argument(
        "--speed", type=float, default=1.0, metavar="X", help="how much faster than usual candidates answer"
    )
    given = parser.parse_args(args)
    if not 1 <= given.candidates <= 5000 or not 0.1 <= given.speed <= 100:
        parser.error("give 1 to 5000 candidates and a speed of 0.1 to 100")
    return given


async def _until_told(play: Coroutine[None, None, int]) -> int:
    """SIGTERM ends the demo as Ctrl-C does: with both processes stopped."""
    task = asyncio.ensure_future(play)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await task


def main(args: Sequence[str] | None = None) -> int:
    """The command."""
    given = read_arguments(args)
    try:
        return asyncio.run(_until_told(demo(given.candidates, given.out, given.speed)))
    except (KeyboardInterrupt, asyncio.CancelledError):
        sys.stderr.write("stopped\n")
        return 130


if __name__ == "__main__":
    raise SystemExit(main())

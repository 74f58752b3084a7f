"""The `greenroom` command."""

import argparse
import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; answers its exit code."""
    args = _parser().parse_args(argv)
    if args.run in BESIDE:
        os.nice(10)  # a candidate's text comes before an evaluation
    return int(args.run(args) or 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="greenroom", description="Screens candidates by text for agencies that work in Tracker and live in Slack."
    )
    sub = parser.add_subparsers(required=True, metavar="COMMAND")
    run = sub.add_parser("run", help="the service")
    run.add_argument("--only", default="", help="any of web,slack,scheduler,outbox")
    run.set_defaults(run=_run)
    demo = sub.add_parser("demo", help="the whole job against simulated services")
    demo.add_argument("--candidates", type=int, default=20)
    demo.add_argument("--out", default="demo-output")
    demo.add_argument("--speed", type=float, default=1.0)
    demo.set_defaults(run=_demo)
    sandbox = sub.add_parser("sandbox", help="the simulated services alone")
    sandbox.add_argument("--port", type=int, required=True)
    sandbox.set_defaults(run=_sandbox)
    talk = sub.add_parser("talk", help="play a script in the terminal: you are the candidate")
    talk.add_argument("script")
    talk.add_argument("--json", action="store_true")
    talk.add_argument("--start", default="")
    talk.set_defaults(run=_talk)
    lint = sub.add_parser("lint", help="every problem in a script")
    lint.add_argument("scripts", nargs="+")
    lint.set_defaults(run=_lint)
    understand = sub.add_parser("understand", help="JSON Lines in, readings out")
    understand.set_defaults(run=_understand)
    score = sub.add_parser("score", help="the scorecard of a transcript as JSON")
    score.add_argument("--script", required=True)
    score.add_argument("transcript")
    score.set_defaults(run=_score)
    replay = sub.add_parser("replay", help="what would change if a stored screening were read now")
    replay.add_argument("screening")
    replay.add_argument("--script", default="")
    replay.set_defaults(run=_replay)
    _looking_after(sub)
    return parser


def _looking_after(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands for those who run the service."""
    doctor = sub.add_parser("doctor", help="is everything in order? one line each; 1 if anything needs mending")
    doctor.set_defaults(run=_doctor)
    backup = sub.add_parser("backup", help="one state of the store as a file; safe while running")
    backup.add_argument("file")
    backup.set_defaults(run=_backup)
    restore = sub.add_parser("restore", help="the state of a back-up in place of the store's; while stopped")
    restore.add_argument("file")
    restore.set_defaults(run=_restore)
    migrate = sub.add_parser("migrate", help="copy a store into an empty one: from the file to PostgreSQL, or back")
    migrate.add_argument("source")
    migrate.add_argument("target")
    migrate.set_defaults(run=_migrate)
    export = sub.add_parser("export", help="everything that is held about a candidate, as JSON")
    export.add_argument("candidate", help="Tracker id, phone as +15550100000, or a GR- id")
    export.add_argument("--out", default="", metavar="FILE")
    export.set_defaults(run=_export)
    erase = sub.add_parser("erase", help="remove everything that is held about a candidate; only the opt-out stays")
    erase.add_argument("candidate", help="Tracker id, phone as +15550100000, or a GR- id")
    erase.set_defaults(run=_erase)
    hold = sub.add_parser(
        "hold", help="legal hold: keep a candidate's records from erasure; without --why it is lifted"
    )
    hold.add_argument("candidate", help="Tracker id")
    hold.add_argument("--why", default="")
    hold.set_defaults(run=_hold)
    compliance = sub.add_parser("compliance", help="what carriers ask for, from the texts as they are sent")
    compliance.set_defaults(run=_compliance)
    retain = sub.add_parser("retain", help="let go of what is past its time; the service does it daily")
    retain.add_argument("--dry-run", action="store_true", help="only say what would go")
    retain.set_defaults(run=_retain)
    verify = sub.add_parser("verify", help="does a report still match the store, and is every audit chain whole?")
    verify.add_argument("report", nargs="?", default="")
    verify.set_defaults(run=_verify)
    keys = sub.add_parser("keys", help="how far a rotation of the secret key has come")
    keys.set_defaults(run=_keys)


def _run(args: argparse.Namespace) -> int:
    from bot.run import run

    return run(args.only)


def _demo(args: argparse.Namespace) -> int:
    from bot.sandbox import demo

    return int(demo.main(["--candidates", str(args.candidates), "--out", args.out, "--speed", str(args.speed)]) or 0)


def _sandbox(args: argparse.Namespace) -> int:
    from bot.sandbox import run

    return int(run.main(["--port", str(args.port)]) or 0)


def _talk(args: argparse.Namespace) -> int:
    from bot.talk import talk

    return talk(args.script, as_json=args.json, start=args.start)


def _lint(args: argparse.Namespace) -> int:
    from bot.lint import lint_files

    return lint_files(args.scripts)


def _understand(_: argparse.Namespace) -> int:
    import json

    from screening.understanding.cli_rows import answer_to

    for number, line in enumerate(sys.stdin.buffer, start=1):
        if line.strip():
            answer = answer_to(line, number)
            sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")  # half a surrogate pair too
    return 0


def _doctor(_: argparse.Namespace) -> int:
    from bot.doctor import doctor

    return doctor()


def _backup(args: argparse.Namespace) -> int:
    from bot.keeping import backup_to

    return backup_to(args.file)


def _restore(args: argparse.Namespace) -> int:
    from bot.keeping import restore_from

    return restore_from(args.file)


def _migrate(args: argparse.Namespace) -> int:
    from bot.keeping import migrate_to

    return migrate_to(args.source, args.target)


def _keys(_: argparse.Namespace) -> int:
    from bot.keeping import show_keys

    return show_keys()


def _score(args: argparse.Namespace) -> int:
    from bot.score import score_transcript

    return score_transcript(args.script, args.transcript)


def _replay(args: argparse.Namespace) -> int:
    from bot.replay import replay

    return replay(args.screening, args.script or None)


def _export(args: argparse.Namespace) -> int:
    from bot.subjects.commands import export

    return export(args.candidate, args.out)


def _erase(args: argparse.Namespace) -> int:
    from bot.subjects.commands import erase_candidate

    return erase_candidate(args.candidate)


def _hold(args: argparse.Namespace) -> int:
    from bot.subjects.commands import hold_candidate

    return hold_candidate(args.candidate, args.why)


def _compliance(_: argparse.Namespace) -> int:
    from bot.compliance import compliance

    return compliance()


def _retain(args: argparse.Namespace) -> int:
    from bot.subjects.commands import retain

    return retain(dry_run=args.dry_run)


def _verify(args: argparse.Namespace) -> int:
    from bot.subjects.commands import verify

    return verify(args.report)


BESIDE = (_backup, _export, _migrate, _replay)  # what may read much while the service runs


if __name__ == "__main__":
    sys.exit(main())

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
    import orjson

    from screening.understanding.cli_rows import row

    for line in sys.stdin.buffer:
        if line.strip():
            sys.stdout.buffer.write(orjson.dumps(row(orjson.loads(line))) + b"\n")
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


BESIDE = (_backup, _migrate, _replay)  # what may read much while the service runs


if __name__ == "__main__":
    sys.exit(main())

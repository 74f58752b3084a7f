"""The `greenroom` command."""

import argparse
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; answers its exit code."""
    args = _parser().parse_args(argv)
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
    return parser


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


if __name__ == "__main__":
    sys.exit(main())

"""`greenroom sandbox`: the simulated Slack, Twilio and Tracker on one port, to point a `greenroom run` at."""

import argparse
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from bot.sandbox import control
from bot.sandbox.keys import Keys
from bot.sandbox.services import Services


def an_app(services: Services) -> Starlette:
    """The whole sandbox as one application."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await services.close()

    return Starlette(routes=[*services.routes(), *control.routes(services)], lifespan=lifespan)


def read_arguments(args: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="greenroom sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8900)
    parser.add_argument("--bot", default="http://127.0.0.1:8000", help="where the bot listens")
    parser.add_argument("--public", default="", help="the bot's GREENROOM_PUBLIC_URL, where it differs")
    parser.add_argument("--quiet", action="store_true", help="do not print the settings")
    return parser.parse_args(args)


def main(args: Sequence[str] | None = None) -> int:
    """Runs until it is stopped."""
    given = read_arguments(args)
    bot = given.bot.rstrip("/")
    keys = Keys(sandbox_url=f"http://127.0.0.1:{given.port}", bot_url=bot, public_url=(given.public or bot).rstrip("/"))
    if not given.quiet:
        tell(keys)
    app = an_app(Services(keys))
    uvicorn.run(app, host="127.0.0.1", port=given.port, log_level="warning", access_log=False, lifespan="on")
    return 0


def tell(keys: Keys) -> None:
    """Prints the settings for a bot that shall talk to this sandbox."""
    lines = [f"{name}={value}" for name, value in keys.environment().items()]
    words = ["Simulated Slack, Twilio and Tracker. Start `greenroom run` with these settings:", "", *lines, ""]
    words += [
        f"Access token for `/screen connect`: {keys.access_token}, region us",
        f"Levers and views: {keys.sandbox_url}/sandbox/...",
    ]
    sys.stdout.write("\n".join(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())

"""`greenroom run`: the service in one process, or parts of it."""

import asyncio
import signal
import sys

import uvicorn

from bot import logs
from bot.errors import BotError, SettingsError
from bot.settings import Settings, environment, read_settings
from bot.wiring import ALL, wire
from screening.understanding.warming import warm


def run(only: str) -> int:
    """Run until stopped; 1 where it cannot start, with every reason."""
    logs.set_up()
    try:
        settings = read_settings(environment())
        with asyncio.Runner(loop_factory=_loop) as runner:
            return runner.run(_serve(settings, _parts(only)))
    except SettingsError as error:
        for problem in error.problems:
            sys.stderr.write(f"{problem}\n")
    except BotError as error:
        sys.stderr.write(f"{error}\n")
    return 1


def _loop() -> asyncio.AbstractEventLoop:
    """A loop of uvloop, where there is one: a burst of webhooks delays it half as long."""
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    import uvloop

    return uvloop.new_event_loop()


def _parts(only: str) -> frozenset[str]:
    parts = frozenset(x.strip() for x in only.split(",") if x.strip()) or ALL
    if unknown := parts - ALL:
        raise SettingsError((f"--only {', '.join(sorted(unknown))}: there is web, slack, scheduler, outbox",))
    return parts


async def _serve(settings: Settings, parts: frozenset[str]) -> int:
    service = await wire(settings, parts)
    warm()  # before anything turns: beside the loops it would slow the first answers down
    config = uvicorn.Config(
        service.app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        lifespan="off",
        proxy_headers=False,
        timeout_graceful_shutdown=3,
        server_header=False,
    )
    server = uvicorn.Server(config)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: setattr(server, "should_exit", True))
    await service.start()
    try:
        await server.serve()
    finally:
        await service.stop()
    return 0

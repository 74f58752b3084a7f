"""The demo's two processes, the sandbox and the bot: how they are started, watched and ended."""

import asyncio
import contextlib
import os
import secrets
import socket
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

from bot.sandbox.keys import Keys

SCRIPTS = Path(__file__).parent / "scripts"
OURS = ("GREENROOM_", "SLACK_", "TWILIO_", "TRACKER_", "LLM_")
STARTUP = 30.0


class DemoFailed(Exception):
    """The demo cannot go on; the words say why."""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Process:
    """A Python module running beside us, its output in a log."""

    def __init__(self, name: str, log: Path) -> None:
        self.name, self.log = name, log
        self._child: asyncio.subprocess.Process | None = None

    async def start(self, module: str, *arguments: str, environment: dict[str, str], directory: Path) -> None:
        """Starts it."""
        with self.log.open("wb") as log:
            self._child = await asyncio.create_subprocess_exec(
                sys.executable, "-m", module, *arguments, env=environment, cwd=directory, stdout=log, stderr=log
            )

    @property
    def ended(self) -> bool:
        """Whether it has come to an end."""
        return self._child is None or self._child.returncode is not None

    async def ready(self, url: str) -> None:
        """Waits until it answers there."""
        deadline = time.monotonic() + STARTUP
        async with httpx.AsyncClient(trust_env=False, timeout=5) as http:
            while time.monotonic() < deadline and not self.ended:
                with contextlib.suppress(httpx.HTTPError):
                    if (await http.get(url)).status_code == 200:
                        return
                await asyncio.sleep(0.1)
        raise DemoFailed(
            f"{self.name} {'ended' if self.ended else 'does not answer'}; the end of {self.log}:\n{self.tail()}"
        )

    def tail(self, size: int = 2000) -> str:
        """The end of its log."""
        return self.log.read_bytes()[-size:].decode(errors="replace") if self.log.exists() else ""

    async def stop(self) -> None:
        """Asks it to end, and after five seconds makes it."""
        if self._child is None or self._child.returncode is not None:
            return
        self._child.terminate()
        try:
            await asyncio.wait_for(self._child.wait(), 5)
        except TimeoutError:
            self._child.kill()
            await self._child.wait()


class Stage:
    """The sandbox and the bot, each in its own process, pointed at each other."""

    def __init__(self, home: Path, logs: Path, *, candidates: int, speed: float) -> None:
        self._home, self._candidates, self._speed = home, candidates, speed
        sandbox, bot = free_port(), free_port()
        self.keys = Keys(
            sandbox_url=f"http://127.0.0.1:{sandbox}",
            bot_url=f"http://127.0.0.1:{bot}",
            public_url="https://greenroom.example.com",
        )
        self._ports = sandbox, bot
        self.sandbox, self.bot = (
            Process("the sandbox", logs / "sandbox.log"),
            Process("greenroom run", logs / "greenroom.log"),
        )

    async def __aenter__(self) -> Self:
        try:
            await self._start()
        except BaseException:
            await self.stop()
            raise
        return self

    async def _start(self) -> None:
        port = str(self._ports[0])
        where = ("--port", port, "--bot", self.keys.bot_url, "--public", self.keys.public_url, "--quiet")
        await self.sandbox.start("bot.sandbox.run", *where, environment=outside(), directory=self._home)
        await self.sandbox.ready(self.keys.sandbox_url + "/sandbox/health")
        await self.bot.start("bot.cli", "run", environment=self.environment(), directory=self._home)
        await self.bot.ready(self.keys.bot_url + "/healthz")

    def environment(self) -> dict[str, str]:
        """The bot's settings: real ones but for short waits, since nobody wants to watch a minute pass."""
        return {
            **outside(),
            **self.keys.environment(),
            "GREENROOM_STORE": str(self._home / "greenroom.db"),
            "GREENROOM_DATA": str(self._home / "data"),
            "GREENROOM_SCRIPTS": str(SCRIPTS),
            "GREENROOM_HOST": "127.0.0.1",
            "GREENROOM_PORT": str(self._ports[1]),
            "GREENROOM_SECRET_KEY": secrets.token_urlsafe(48),
            "GREENROOM_ADMINS": "U0001",
            "GREENROOM_BRAND": "Lakeside Staffing",
            "GREENROOM_WINDOW": "00:00-23:59",
            "GREENROOM_TIME_ZONE": "America/Los_Angeles",
            "GREENROOM_POLL_SECONDS": "1",
            "GREENROOM_LISTENING_PAUSE": f"{1 / max(1.0, self._speed):g}",
            "GREENROOM_SMS_PER_SECOND": "50",
            "GREENROOM_DAILY_TEXTS": "100000",
            "GREENROOM_SURGE": str(self._candidates + 25),
            "TRACKER_REQUESTS_PER_MINUTE": "100000",
        }

    async def stop(self) -> None:
        """Ends both, the bot first."""
        await self.bot.stop()
        await self.sandbox.stop()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()


def outside() -> dict[str, str]:
    """Our own environment without anybody's settings."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)}

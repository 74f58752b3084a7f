"""From here a file goes to the child process and its text comes back; the parent never opens it."""

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import Any, Final

import orjson

from bot.resumes.found import LARGEST_FILE, Found, Unreadable, Why

SECONDS: Final = 8.0
LARGEST_ANSWER: Final = 2 << 20
AT_ONCE: Final = 2
BOOT: Final = "import sys; sys.path.insert(0, sys.argv[1]); from bot.resumes.child import main; sys.exit(main())"


class Converter:
    """Converts at most two files at a time, each in a process of its own."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds, self._room = seconds, asyncio.Semaphore(AT_ONCE)

    async def convert(self, data: bytes) -> Found:
        """The text of a file within eight seconds. Raises Unreadable."""
        if not data:
            raise Unreadable(Why.EMPTY)
        if len(data) > LARGEST_FILE:
            raise Unreadable(Why.LARGE)
        async with self._room:
            return _read(await self._answer(data))

    async def _answer(self, data: bytes) -> bytes:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            "-c",
            BOOT,
            str(Path(__file__).parents[2]),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={"LANG": "C.UTF-8"},
            start_new_session=True,
        )
        try:
            async with asyncio.timeout(self._seconds):
                return await _talk(process, data)
        except TimeoutError:
            raise Unreadable(Why.SLOW) from None
        finally:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGKILL)
            await process.wait()


async def _talk(process: asyncio.subprocess.Process, data: bytes) -> bytes:
    assert process.stdin is not None and process.stdout is not None
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(data)
        await process.stdin.drain()
        process.stdin.close()
    answer = b""
    while chunk := await process.stdout.read(1 << 16):
        answer += chunk
        if len(answer) > LARGEST_ANSWER:
            raise Unreadable(Why.BOMB)
    return answer


def _read(answer: bytes) -> Found:
    """What the child said; nothing at all means that its bounds ended it."""
    try:
        said: Any = orjson.loads(answer)
    except orjson.JSONDecodeError as error:
        raise Unreadable(Why.BOMB) from error
    if "why" in said:
        raise Unreadable(Why(said["why"]))
    return Found(text=said["text"], hidden=tuple(said["hidden"]), kind=said["kind"])

"""The boundary round every listener: acknowledged first, worked on afterwards, an apology instead of an exception."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from screening.errors import PortFailed, ScreeningError

log = logging.getLogger("greenroom.slack")
Apologise = Callable[[str], Awaitable[None]]


class Edge:
    """Runs work on tasks of its own, so that Bolt never sees it fail."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def begin(self, what: str, work: Coroutine[Any, Any, None], apologise: Apologise) -> None:
        """Starts the work; whatever it raises is logged, and told through `apologise`."""
        task = asyncio.get_running_loop().create_task(_guarded(what, work, apologise))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def finish(self) -> None:
        """Waits until nothing is running: for a clean stop, and for tests."""
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)


async def _guarded(what: str, work: Coroutine[Any, Any, None], apologise: Apologise) -> None:
    try:
        await work
    except ScreeningError as refusal:
        await _tell(what, _words(what, refusal), apologise)
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("slack %s failed, reference %s", what, reference)
        await _tell(what, _sorry(reference), apologise)


def _words(what: str, refusal: ScreeningError) -> str:
    if not isinstance(refusal, PortFailed):
        return str(refusal)
    reference = secrets.token_hex(4)
    log.warning("slack %s failed, reference %s: %s", what, reference, refusal)
    return _sorry(reference)


def _sorry(reference: str) -> str:
    return f"That did not work, and it is not your doing. Please try again; if it stays, give your admin this reference: {reference}"


async def _tell(what: str, text: str, apologise: Apologise) -> None:
    try:
        await apologise(text)
    except Exception:
        log.exception("slack %s: the apology could not be delivered", what)

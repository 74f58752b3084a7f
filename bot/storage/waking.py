"""What every store is: `run`, `read`, `close`, and a wake-up for the loops that wait for its rows."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar
from weakref import WeakKeyDictionary

from bot.errors import StoreClosed
from bot.storage.rows import Tables

T = TypeVar("T")
Task = asyncio.Task[Any]


class Store(ABC):
    """Documents in tables. A function given to `run` or `read` takes no I/O and may be run again."""

    shared: ClassVar[bool] = False  # may several processes serve on it?
    patience: ClassVar[float] = float("inf")  # the longest wait in seconds, where others may write

    def __init__(self) -> None:
        self._closed = False
        self._wakes = 0
        self._own: WeakKeyDictionary[Task, int] = WeakKeyDictionary()
        self._seen: WeakKeyDictionary[Task, int] = WeakKeyDictionary()
        self._waiting: dict[asyncio.Future[None], None] = {}  # in the order in which they came

    @abstractmethod
    async def run(self, fn: Callable[[Tables], T]) -> T:
        """One durable transaction; answers after the commit. An exception of `fn` undoes `fn` and is raised here."""

    @abstractmethod
    async def read(self, fn: Callable[[Tables], T]) -> T:
        """`fn` over committed data as of now, beside the writer; a write raises StoreReadOnly."""

    @abstractmethod
    async def close(self) -> None:
        """Finish what was begun, then let go."""

    async def forget(self) -> bool:
        """Let go of what removed rows left behind; False where somebody's reading puts it off."""
        return True

    def wake(self) -> None:
        """Wake every loop that waits; a loop that is busy will not wait the next time."""
        self._wakes += 1
        for waiter in tuple(self._waiting):
            if not waiter.done():
                waiter.set_result(None)

    async def wait(self, seconds: float) -> None:
        """Return when rows have changed since this task last waited (its own changes aside), or after `seconds`."""
        task = self._meet()
        if task is None or self._unseen(task):
            return
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[waiter] = None
        try:
            await asyncio.wait((waiter,), timeout=max(0.0, min(seconds, self.patience)))
        finally:
            self._waiting.pop(waiter, None)
            self._unseen(task)

    def _check_open(self) -> None:
        if self._closed:
            raise StoreClosed("the store has been closed")

    def _meet(self) -> Task | None:
        """The task that asks; what changes from its first question on, it has not seen."""
        task = asyncio.current_task()
        if task is not None:
            self._seen.setdefault(task, self._wakes)
        return task

    def _changed(self, task: Task | None) -> None:
        """Rows have changed, by this task."""
        if task is not None:
            self._own[task] = self._own.get(task, 0) + 1
        self.wake()

    def _unseen(self, task: Task) -> bool:
        """Has another task woken this one since it last asked?"""
        others = self._wakes - self._own.get(task, 0)
        before = self._seen.get(task, 0)
        self._seen[task] = others
        return others > before

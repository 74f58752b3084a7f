"""SimSlack: what our processes post, and a history that may be stale."""

import asyncio
from collections.abc import Sequence
from typing import Any

from bot.slack.blocks import Block
from bot.slack.post import SlackPost
from screening.errors import Fate, PortFailed
from tests.simulation.world import World


class SimSlack(SlackPost):
    """One workspace; posts are (key, channel, ts, text), uploads (channel, thread, file name)."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.posts: list[tuple[str, str, str, str]] = []
        self.threads: dict[str, str] = {}  # ts of a reply: ts of its head
        self.uploads: list[tuple[str, str, str, str]] = []
        self.edits: list[tuple[str, str]] = []

    async def _go(self, what: str, done: Any) -> None:
        world = self.world
        world.point(f"slack {what}: before the call")
        trouble = world.trouble("429", "500", "500 after", "hang", "hang after", "no connection", of="slack")
        await asyncio.sleep(world.rng.uniform(0.05, 0.3))
        world.point(f"slack {what}: on the wire")
        if trouble:
            world.note("slack", f"trouble with {what}: {trouble}")
        if trouble == "429":
            raise PortFailed("Slack asks to wait", fate=Fate.NOT_DONE, retry_after=2)
        if trouble == "no connection":
            raise PortFailed("Slack cannot be reached", fate=Fate.NOT_DONE)
        if trouble in ("hang", "hang after"):
            await asyncio.sleep(10)
        if trouble not in ("500", "hang"):
            done()
            world.point(f"slack {what}: done, answer on its way")
        if trouble:
            raise PortFailed("Slack did not answer", fate=Fate.UNKNOWN)
        await asyncio.sleep(world.rng.uniform(0.01, 0.1))
        world.point(f"slack {what}: answered")

    async def post(
        self,
        channel: str,
        text: str,
        blocks: Sequence[Block] = (),
        metadata: str = "",
        *,
        thread_ts: str = "",
        everyone: bool = False,
    ) -> tuple[str, str]:
        """A new message."""
        stamp: list[str] = []

        def done() -> None:
            stamp.append(f"{self.world.now() / 1000:.3f}{len(self.posts):03d}")
            self.posts.append((metadata, channel, stamp[0], text))
            self.threads[stamp[0]] = thread_ts
            self.world.note("slack", f"{channel} {metadata}: {text[:100]}")

        await self._go("post", done)
        return channel, stamp[0]

    async def update(self, channel: str, ts: str, text: str, blocks: Sequence[Block] = ()) -> None:
        """Edit one."""
        await self._go("update", lambda: self.edits.append((ts, text)))

    async def upload(self, channel: str, thread_ts: str, filename: str, data: bytes, title: str) -> str:
        """A file into a thread."""

        def done() -> None:
            self.uploads.append((channel, thread_ts, filename, f"{self.world.now() / 1000:.3f}"))
            self.world.note("slack", f"upload into {thread_ts}: {filename}")

        await self._go("upload", done)
        return f"F{filename}"

    async def find(self, channel: str, key: str, *, thread_ts: str = "", oldest: str = "") -> tuple[str, str] | None:
        """By its metadata: in a thread its replies and its head, in a channel what is no reply."""
        await self._go("history", lambda: None)
        known = self._known()
        mine = [(c, ts) for k, c, ts, _ in self.posts if k == key and c == channel and float(ts) <= known]
        found = [(c, ts) for c, ts in mine if thread_ts in (self.threads[ts], ts)]
        return next((f for f in found if not oldest or float(f[1]) >= float(oldest)), None)

    async def find_upload(self, channel: str, thread_ts: str, filename: str) -> str | None:
        """By its name."""
        await self._go("replies", lambda: None)
        known = self._known()
        mine = [f for c, t, f, at in self.uploads if (c, t, f) == (channel, thread_ts, filename) and float(at) <= known]
        return f"F{filename}" if mine else None

    async def open_dm(self, user: str) -> str:
        """A direct message."""
        return f"D{user}"

    def _known(self) -> float:
        return self.world.now() / 1000 - min(self.world.plan.lag, 1.2)

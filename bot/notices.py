"""Notices: messages about one screening or one mapping, in the candidate's thread once there is one; and what operators are told."""

import contextlib
from collections.abc import Awaitable, Callable

from bot.deliveries import channel_of
from bot.outbox.delivery import Delivery
from bot.outbox.places import Places
from bot.results import Results
from bot.slack import cards
from bot.slack.blocks import Block
from bot.slack.cards import Message
from bot.slack.faults import MessageGone
from bot.slack.post import SlackPost
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.errors import Fate, PortFailed

Thread = Callable[[str, str], Awaitable[str]]  # screening, key of a delivery: "channel:ts" of the first message, or ""


class NoticeDelivery:
    """A message in the hiring channel. A candidate's thread is under the first message about them.

    `edits`: the key of the notice that this one changes in place; `ours`: wording that is escaped already;
    `under`: the place of the message under which it belongs; `of`: the screening that its buttons are about.
    """

    stale_ms = 1_500

    def __init__(
        self,
        post: SlackPost,
        results: Results,
        thread: Thread,
        places: Places,
        digest: Callable[[str], Awaitable[str]] | None = None,
    ) -> None:
        self._post, self._results, self._thread, self._places, self._digest = post, results, thread, places, digest

    async def call(self, d: Delivery) -> str:
        """Post it, or change the one it edits."""
        if d.payload.get("digest"):
            return await self._post_digest(d)
        text, blocks = _message(d)
        if d.payload.get("edits"):
            return await self._edit(d, text, blocks)
        head = str(d.payload.get("under") or "") or (await self._thread(d.screening, d.key) if d.screening else "")
        channel, _, ts = head.partition(":")
        loud = bool(ts) and bool(d.payload.get("take_over"))
        place = channel or await self._channel(d)
        await self._places.keep(d.key, f"{place}:{ts}")
        try:
            made = await self._post.post(place, text, blocks, metadata=d.key, thread_ts=ts, everyone=loud)
        except MessageGone:
            made = await self._post.post(place, text, blocks, metadata=d.key)
        return ":".join(made)

    async def _post_digest(self, d: Delivery) -> str:
        """What waits in the channel as it is now; meanwhile it may be nothing."""
        channel = str(d.payload["channel"])
        text = await self._digest(channel) if self._digest else ""
        if not text:
            return d.key
        return ":".join(await self._post.post(channel, *cards.notice(text), metadata=d.key))

    async def _edit(self, d: Delivery, text: str, blocks: list[Block]) -> str:
        channel, _, ts = d.after_id.partition("#")[0].partition(":")
        if not ts:
            raise PortFailed("the notice was never posted", fate=Fate.REFUSED)
        with contextlib.suppress(MessageGone):  # a notice that somebody deleted needs no change
            await self._post.update(channel, ts, text, blocks)
        return f"{channel}:{ts}#{d.key}"

    async def _channel(self, d: Delivery) -> str:
        if d.payload.get("channel"):
            return str(d.payload["channel"])
        return channel_of(await self._results.of(d.screening))

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By the key in its metadata; an edit is made again instead."""
        if d.payload.get("edits"):
            return None
        channel, _, ts = (await self._places.kept(d.key)).partition(":")
        channel = channel or await self._channel(d)
        found = await self._in_thread(channel, ts, d.key) if ts else None
        if found is None:  # not in a thread, or the thread was gone when it was posted
            found = await self._post.find(channel, d.key, oldest=str(d.claimed / 1000 - 5))
        return ":".join(found) if found else None

    async def _in_thread(self, channel: str, ts: str, key: str) -> tuple[str, str] | None:
        with contextlib.suppress(MessageGone):
            return await self._post.find(channel, key, thread_ts=ts)
        return None


def first_message(tables: Tables, screening: str, but: str) -> str:
    """The place "channel:ts" of the first message about a screening that stands, other than delivery `but`."""
    rows = [row for row in tables["outbox"].find(screening=screening) if row["way"] in ("card", "notice")]
    done = (str(row["provider_id"] or "") for row in rows if row["state"] == "done" and row["key"] != but)
    return next((place for place in done if ":" in place and "#" not in place), "")


def _message(d: Delivery) -> Message:
    """What the notice shows."""
    p = d.payload
    text = p.get("ours") or escape(p["text"])
    if p.get("confirm"):
        return cards.surge(text, int(p.get("count", 0)), p["confirm"])
    if p.get("take_over"):
        taken_by, since = p.get("taken_by", ""), p.get("since", "")
        return cards.person_needed(text, d.screening, taken_by=taken_by, since=since)
    if "contact" in p:
        of = str(p.get("of") or d.screening)
        return cards.contact_differs(f"{text}\n({of})", of, p["contact"])
    return cards.notice(f"{text} ({d.screening})" if d.screening and not p.get("ours") else text)


class OpsDelivery:
    """What operators are told: in the ops channel, else to each admin. One message per cause, changed in place.

    Payload: `text`; `mend`: which button mends it; `after`: the key of the delivery whose message this one changes.
    `place_of` gives where a delivery stands: "channel:ts", several with commas, or nothing.
    """

    stale_ms = 1_500

    def __init__(
        self,
        post: SlackPost,
        channel: str,
        admins: frozenset[str],
        place_of: Callable[[str], Awaitable[str]] | None = None,
    ) -> None:
        self._post, self._channel, self._admins, self._place_of = post, channel, sorted(admins), place_of

    async def places(self) -> list[str]:
        """Where operators read."""
        return [self._channel] if self._channel else [await self._post.open_dm(a) for a in self._admins]

    async def call(self, d: Delivery) -> str:
        """Post it, or change the message of the same cause."""
        text, blocks = cards.to_mend(escape(d.payload["text"]), str(d.payload.get("mend", "")))
        if d.payload.get("after") and await self._changed(d, text, blocks):
            return d.key
        made = [await self._post.post(p, text, blocks, metadata=d.key) for p in await self.places()]
        return ",".join(f"{c}:{ts}" for c, ts in made) or d.key

    async def _changed(self, d: Delivery, text: str, blocks: list[Block]) -> bool:
        """Whether the earlier message stands, and says this now."""
        before = await self._place_of(str(d.payload["after"])) if self._place_of else ""
        places = [p.partition(":") for p in before.split(",") if ":" in p and "#" not in p and not p.startswith("ops:")]
        try:
            for channel, _, ts in places:
                await self._post.update(channel, ts, text, blocks)
        except MessageGone:
            return False
        return bool(places)

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By the key in its metadata; a change is made again instead."""
        if d.payload.get("after"):
            return None
        for place in await self.places():
            found = await self._post.find(place, d.key)
            if found:
                return f"{found[0]}:{found[1]}"
        return None

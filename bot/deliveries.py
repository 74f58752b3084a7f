"""The ways out to Slack: the result card, the PDF in its thread, notices, and what operators are told."""

from collections.abc import Awaitable, Callable

from bot.outbox.delivery import Delivery
from bot.results import ENDINGS, Result, Results
from bot.slack import cards
from bot.slack.cards import Message, ResultCard
from bot.slack.post import SlackPost
from bot.slack.text import bare, escape
from screening.errors import Fate, PortFailed
from screening.screening import Status

Render = Callable[[Result], Awaitable[bytes]]
CARDLESS = frozenset(
    {Status.OPTED_OUT, Status.NOT_INTERESTED, Status.WRONG_NUMBER, Status.EXPIRED, Status.WITHDRAWN, Status.UNREACHABLE}
)


def card_of(r: Result, tracker_url: str) -> Message:
    """The result message; endings without a card get one line."""
    s = r.screening
    if s.status in CARDLESS:
        return cards.notice(f"{escape(s.candidate.name)} - {escape(s.job.title)}: {ENDINGS[s.status]} ({s.id})")
    words = {"met": "met", "not_met": "not met", "unclear": "unclear"}
    strengths, concerns = r.card.strengths, r.card.concerns
    return cards.result_card(
        ResultCard(
            screening=s.id,
            revision=s.revision,
            candidate=s.candidate.name,
            job=s.job.title,
            score=r.card.score,
            recommendation=r.card.recommendation,
            status=ENDINGS[s.status],
            must_haves=tuple(f"{m.question}: {words[m.result]}" for m in r.card.must_haves),
            strength=strengths[0].quote if strengths else "",
            concern=concerns[0].quote if concerns else "",
            tracker_url=tracker_url,
            recording_links=s.links,
            decided=s.decided,
        )
    )


class CardDelivery:
    """The result in the mapping's channel; a later revision edits the same card."""

    stale_ms = 1_500

    def __init__(
        self,
        post: SlackPost,
        results: Results,
        tracker_url: Callable[[int], Awaitable[str]],
        first: Callable[[str], Awaitable[str]],
    ) -> None:
        self._post, self._results, self._url, self._first = post, results, tracker_url, first

    async def call(self, d: Delivery) -> str:
        """Post it, or edit the card of the first revision."""
        r = await self._results.of(d.screening)
        text, blocks = card_of(r, await self._url(r.screening.candidate.id))
        place = await self._first(d.screening)
        if place:
            channel, ts = place.split(":", 1)
            await self._post.update(channel, ts, text, blocks)
            return f"{place}#{d.payload['revision']}"
        channel, ts = await self._post.post(channel_of(r), text, blocks, metadata=d.key)
        return f"{channel}:{ts}"

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By the key in its metadata."""
        r = await self._results.of(d.screening)
        found = await self._post.find(channel_of(r), d.key, oldest=str(d.claimed / 1000 - 5))
        return f"{found[0]}:{found[1]}" if found else None


def channel_of(r: Result) -> str:
    """Where the result belongs."""
    if r.mapping is None:
        raise PortFailed("the job's mapping is gone", fate=Fate.REFUSED)
    return r.mapping.channel


class PdfDelivery:
    """The report, into the card's thread."""

    stale_ms = 1_500

    def __init__(self, post: SlackPost, results: Results, render: Render) -> None:
        self._post, self._results, self._render = post, results, render

    async def call(self, d: Delivery) -> str:
        """Upload it."""
        r = await self._results.of(d.screening)
        channel, ts = _place(d)
        data = await self._render(r)
        revision = int(d.payload["revision"])
        title = f"Report of {bare(r.screening.candidate.name, 120)}" + (
            f", revision {revision}, replaces {revision - 1}" if revision > 1 else ""
        )
        return await self._post.upload(channel, ts, r.file, data, title)

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By its file name in the thread."""
        r = await self._results.of(d.screening)
        channel, ts = _place(d)
        return await self._post.find_upload(channel, ts, r.file)


def _place(d: Delivery) -> tuple[str, str]:
    channel, _, ts = d.after_id.partition(":")
    if not ts:
        raise PortFailed("the result card was never posted", fate=Fate.REFUSED)
    return channel, ts.split("#")[0]


class NoticeDelivery:
    """A message in the hiring channel about one screening or one mapping."""

    stale_ms = 1_500

    def __init__(self, post: SlackPost, results: Results) -> None:
        self._post, self._results = post, results

    async def _channel(self, d: Delivery) -> str:
        if d.payload.get("channel"):
            return str(d.payload["channel"])
        return channel_of(await self._results.of(d.screening))

    async def call(self, d: Delivery) -> str:
        """Post it."""
        text = escape(d.payload["text"])
        if d.payload.get("confirm"):
            text, blocks = cards.surge(text, int(d.payload.get("count", 0)), d.payload["confirm"])
        elif d.payload.get("take_over"):
            text, blocks = cards.person_needed(text, d.screening)
        else:
            text, blocks = cards.notice(f"{text} ({d.screening})" if d.screening else text)
        channel, ts = await self._post.post(await self._channel(d), text, blocks, metadata=d.key)
        return f"{channel}:{ts}"

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By the key in its metadata."""
        found = await self._post.find(await self._channel(d), d.key, oldest=str(d.claimed / 1000 - 5))
        return f"{found[0]}:{found[1]}" if found else None


class OpsDelivery:
    """What operators are told: in the ops channel, else to each admin."""

    stale_ms = 1_500

    def __init__(self, post: SlackPost, channel: str, admins: frozenset[str]) -> None:
        self._post, self._channel, self._admins = post, channel, sorted(admins)

    async def _places(self) -> list[str]:
        return [self._channel] if self._channel else [await self._post.open_dm(a) for a in self._admins]

    async def call(self, d: Delivery) -> str:
        """Post it."""
        text, blocks = cards.notice(escape(d.payload["text"]))
        made = [await self._post.post(p, text, blocks, metadata=d.key) for p in await self._places()]
        return ",".join(f"{c}:{ts}" for c, ts in made) or d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By the key in its metadata."""
        for place in await self._places():
            found = await self._post.find(place, d.key)
            if found:
                return f"{found[0]}:{found[1]}"
        return None

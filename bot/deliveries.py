"""The result in Slack: the card, changed in place as things change, and the report in its thread."""

from collections.abc import Awaitable, Callable, Sequence

from bot.outbox.delivery import Delivery
from bot.outbox.places import Places
from bot.results import ENDINGS, Result, Results, held, written_of
from bot.slack import cards
from bot.slack.cards import Message
from bot.slack.desk import ResultCard
from bot.slack.faults import MessageGone
from bot.slack.post import SlackPost
from bot.slack.text import bare, moment, shown
from bot.storage.store import Tables
from screening.errors import Fate, PortFailed
from screening.ports import Order, Records
from screening.scoring import MustHave, Scored
from screening.screening import Screening, Status
from screening.steps import used

Render = Callable[[Result], Awaitable[bytes]]
RESULTS = {"met": "Met", "not_met": "Not met", "unclear": "Unclear"}
CARDLESS = frozenset(
    {Status.OPTED_OUT, Status.NOT_INTERESTED, Status.WRONG_NUMBER, Status.EXPIRED, Status.WITHDRAWN, Status.UNREACHABLE}
)


def result_of(r: Result, tracker_url: str) -> ResultCard | str:
    """What the result message shows; endings without a card are one line of our own wording."""
    s = r.screening
    if s.status in CARDLESS:
        return f"{shown(s.candidate.name, 200)} - {shown(s.job.title, 200)}: {ENDINGS[s.status]} ({s.id})"
    (strength, strength_on), (concern, concern_on) = (
        _quoted(r, found) for found in (r.card.strengths, r.card.concerns)
    )
    return ResultCard(
        screening=s.id,
        revision=s.revision,
        candidate=s.candidate.name,
        job=s.job.title,
        score=None if s.open else r.card.score,
        recommendation=r.card.recommendation,
        status="being screened" if s.open else r.ending,
        criteria=tuple(f"{c.name} {c.points:.1f}/5" for c in r.card.criteria if c.points is not None),
        must_haves=tuple(_must_have(r, m) for m in r.card.must_haves),
        strength=strength,
        strength_on=strength_on,
        concern=concern,
        concern_on=concern_on,
        tracker_url=tracker_url,
        recording_links=s.links,
        channels=used(s),
        decided=_reopened(r) if s.open else s.decided,
        held=held(s),
        written=r.written.state,
        unwritten=r.written.why,
    )


def _must_have(r: Result, m: MustHave) -> str:
    """E.g. "Met: Do you hold a forklift licence?"."""
    q = r.script.question(m.question)
    return f"{RESULTS[m.result]}: {q.words(r.screening.language) if q else m.question}"


def _quoted(r: Result, found: Sequence[Scored]) -> tuple[str, str]:
    """The first of these answers as it was given, and the row of the scorecard it belongs to."""
    if not found:
        return "", ""
    q = r.script.question(found[0].question)
    row = (q.criterion if q else "") or found[0].question
    return found[0].quote, row.replace("_", " ").capitalize() if row.islower() else row


def _reopened(r: Result) -> str:
    asked = r.script.question(r.reopened.get("question", ""))
    if asked is None:
        return "The conversation goes on; this card changes when it ends."
    question = shown(asked.words(r.screening.language), 300)
    return f"Asked again by <@{r.reopened['by']}>, {moment(r.reopened['at'])}: “{question}” This card changes with the answer."


def card_of(r: Result, tracker_url: str) -> Message:
    """The result message."""
    found = result_of(r, tracker_url)
    return cards.notice(found) if isinstance(found, str) else cards.result_card(found)


def order_card(records: Records, s: Screening, now: int, *, again: str = "") -> str:
    """Have the result posted, or its card changed to what is true now; gives the delivery's key."""
    key = f"card:{s.id}:{s.revision}" + (f":{again}" if again else "")
    payload = {"revision": s.revision, "card": True}
    records.order(Order(key=key, way="card", lane=f"card:{s.id}", payload=payload, screening=s.id), now)
    return key


def show_written(tables: Tables, records: Records, id: str, now: int, *, waits: bool = False) -> None:
    """The card says whether the result is in Tracker: changed once it is, or once it will not be without a person.

    `waits`: it goes out by itself once a cause is mended.
    """
    s = records.screening(id)
    first = tables["outbox"].first(key=f"card:{id}:{s.revision}") if s else None
    if s is None or s.open or s.status in CARDLESS or first is None or first["state"] == "new":
        return  # a card that is still to be posted will say so itself
    written = written_of(tables, id, s.revision)
    if waits or written.state != "waiting":
        order_card(records, s, now, again="written" if written.state == "written" else f"{written.state}:{now}")


def order_report(records: Records, s: Screening, *, after: str, now: int, again: int = 0) -> None:
    """Have the report of this revision uploaded into the thread of the card."""
    key = f"pdf:{s.id}:{s.revision}" + (f":again{again}" if again else "")
    payload = {"revision": s.revision}
    order = Order(key=key, way="pdf", lane=f"card:{s.id}", payload=payload, screening=s.id, after=after)
    records.order(order, now)


def undecide(records: Records, screening: str, why: str, now: int) -> None:
    """A decision that Tracker refuses is taken back: the card can be decided on again, and the thread says why."""
    s = records.screening(screening)
    if s is None or not s.decided:
        return
    text = f"{s.candidate.name}: {s.decided.split(' by ')[0]} was not done in Tracker, so it is taken back. {why}"
    s = s.having(decided="")
    records.save(s)
    order_card(records, s, now, again=f"undone:{now}")
    order = Order(
        key=f"notice:{s.id}:undone:{now}", way="notice", lane=f"notice:{s.id}", payload={"text": text}, screening=s.id
    )
    records.order(order, now)


class CardDelivery:
    """The result in the mapping's channel; a later revision edits the same card."""

    stale_ms = 1_500

    def __init__(
        self,
        post: SlackPost,
        results: Results,
        tracker_url: Callable[[int], Awaitable[str]],
        first: Callable[[str], Awaitable[str]],
        places: Places,
    ) -> None:
        self._post, self._results, self._url, self._first, self._places = post, results, tracker_url, first, places

    async def call(self, d: Delivery) -> str:
        """Post it, or edit the card of the first revision."""
        r = await self._results.of(d.screening)
        text, blocks = card_of(r, await self._url(r.screening.candidate.id))
        place = await self._first(d.screening)
        if place:
            channel, ts = place.split(":", 1)
            try:
                await self._post.update(channel, ts, text, blocks)
            except MessageGone:  # somebody deleted the card: it is posted anew below
                pass
            else:
                return f"{place}#{d.key}"
        await self._places.keep(d.key, f"{channel_of(r)}:")
        channel, ts = await self._post.post(channel_of(r), text, blocks, metadata=d.key)
        return f"{channel}:{ts}"

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By the key in its metadata."""
        channel = (await self._places.kept(d.key)).partition(":")[0] or channel_of(await self._results.of(d.screening))
        found = await self._post.find(channel, d.key, oldest=str(d.claimed / 1000 - 5))
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
        return await self._post.upload(channel, ts, r.file_of(revision), data, title)

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By its file name in the thread."""
        r = await self._results.of(d.screening)
        channel, ts = _place(d)
        return await self._post.find_upload(channel, ts, r.file_of(int(d.payload["revision"])))


def _place(d: Delivery) -> tuple[str, str]:
    channel, _, ts = d.after_id.partition(":")
    if not ts:
        raise PortFailed("the result card was never posted", fate=Fate.REFUSED)
    return channel, ts.split("#")[0]

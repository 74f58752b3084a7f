"""What goes out: a way for every kind of delivery of the outbox."""

from collections.abc import Awaitable, Callable

from bot.ats.apply import ApplyDelivery
from bot.ats.arrivals import Arrivals
from bot.ats.attach import AttachDelivery
from bot.ats.connection import Connection
from bot.ats.contact import ContactDelivery
from bot.ats.move import DecisionDelivery, MoveDelivery
from bot.ats.owners import Owners
from bot.ats.resumes import CandidateFiles
from bot.ats.targets import Targets
from bot.ats.write import ActivityDelivery, DocumentDelivery, MilestoneDelivery
from bot.deliveries import CardDelivery, PdfDelivery, undecide
from bot.digest import digest_of
from bot.marks import Marks
from bot.notices import NoticeDelivery, OpsDelivery, first_message
from bot.outbox.claim import Rules
from bot.outbox.deliver import Outbox
from bot.outbox.delivery import Deliverer
from bot.outbox.places import Places
from bot.outbox.rates import Rates
from bot.outbox.successor import Successor
from bot.resume_step import ResumeDelivery
from bot.resumes.found import LARGEST_FILE
from bot.sms.gate import TextGate
from bot.sms.linked import LinkedTexts
from bot.storage.store import Store
from bot.subjects.asked import EraseDelivery
from bot.voice.recordings import Deleting, Fetching, Seeking
from bot.welcome import WelcomeDelivery
from bot.wiring.core import Core
from bot.wiring.twilio import TwilioSide, phone_of

TRACKER_PAGES = {"us": "evous", "ca": "evoca"}


def outbox_of(core: Core, twilio: TwilioSide, marks: Marks) -> Outbox:
    """The outbox, with a way for every kind of delivery."""
    rules = Rules(
        gate=TextGate(core.settings, core.records),
        rate=Rates(per_second=core.settings.sms_per_second),
        dropped=marks.dropped,
        by=Successor.name_on(core.store),
    )
    ways = {**_to_twilio(core, twilio), **_to_slack(core), **_to_tracker(core), **_to_ourselves(core)}
    return Outbox(store=core.store, ways=ways, rules=rules, follow=marks, now=core.now)


def _to_twilio(core: Core, twilio: TwilioSide) -> dict[str, Deliverer]:
    return {
        "sms": LinkedTexts(twilio.texts, core.form_links, core.data_links),
        "call": twilio.calls,
        "recording": Fetching(twilio.recordings, core.store, core.recordings, core.now),
        "unrecord": Deleting(twilio.recordings),
        "seek": Seeking(twilio.recordings, phone_of(core, twilio).found),
    }


def _to_slack(core: Core) -> dict[str, Deliverer]:
    s, store, post, results, places = core.settings, core.store, core.post, core.results, Places(store=core.store)
    return {
        "card": CardDelivery(post, results, _tracker_page(core.connection), _first_card(store), places),
        "pdf": PdfDelivery(post, results, core.render),
        "notice": NoticeDelivery(post, results, _first_message(store), places, _digest_of(core)),
        "ops": OpsDelivery(post, s.ops_channel, s.admins, _place_of(store)),
        "welcome": WelcomeDelivery(post, s.slack_command),
    }


def _to_tracker(core: Core) -> dict[str, Deliverer]:
    s, store, records, now = core.settings, core.store, core.records, core.now
    connection, results = core.connection, core.results
    owners, targets = Owners(connection, core.post.email_of, now), Targets(store, records)
    arrivals = Arrivals(store, s, records, now, core.outside.new_id)
    return {
        "move": MoveDelivery(connection, results, _unmoved(core)),
        "apply": ApplyDelivery(store, connection, s, records, arrivals, now),
        "decision": DecisionDelivery(connection, results, owners),
        "activity": ActivityDelivery(connection, results, targets, owners, now),
        "milestone": MilestoneDelivery(connection, results, targets, owners, now),
        "contact": ContactDelivery(store, connection, results, records, s.country, now),
        "attach": AttachDelivery(connection, results, core.handed_in),
        "document": DocumentDelivery(connection, results, core.render),
    }


def _to_ourselves(core: Core) -> dict[str, Deliverer]:
    files = CandidateFiles(core.connection, LARGEST_FILE)
    return {
        "resume": ResumeDelivery(core.store, core.records, files, core.converter, core.now),
        "erase": EraseDelivery(core.store, core.records, core.settings.data, core.now),
    }


def _tracker_page(connection: Connection) -> Callable[[int], Awaitable[str]]:
    async def page(candidate: int) -> str:
        await connection.client()
        host = TRACKER_PAGES.get(connection.credentials.region, "evogl")
        return f"https://{host}.tracker-rms.com/Resource/Details/{candidate}"

    return page


def _first_card(store: Store) -> Callable[[str], Awaitable[str]]:
    async def first(screening: str) -> str:
        rows = await store.read(lambda t: [r for r in t["outbox"].find(screening=screening) if r["way"] == "card"])
        places = [str(r["provider_id"] or "") for r in rows if r["state"] == "done"]
        return next((place for place in reversed(places) if place and "#" not in place), "")

    return first


def _place_of(store: Store) -> Callable[[str], Awaitable[str]]:
    """Where the message of a delivery stands."""

    async def place(key: str) -> str:
        row = await store.read(lambda t: t["outbox"].first(key=key))
        return str(row["provider_id"] or "") if row and row["state"] == "done" else ""

    return place


def _first_message(store: Store) -> Callable[[str, str], Awaitable[str]]:
    """Where the thread of a candidate is: under the first message about them, other than the one of that key."""

    async def first(screening: str, key: str) -> str:
        return await store.read(lambda t: first_message(t, screening, key))

    return first


def _unmoved(core: Core) -> Callable[[str, str], Awaitable[None]]:
    """What follows where Tracker refuses a move: the decision is taken back, and said so in the thread."""

    async def undo(screening: str, why: str) -> None:
        await core.store.run(lambda t: undecide(core.records(t), screening, why, core.now()))

    return undo


def _digest_of(core: Core) -> Callable[[str], Awaitable[str]]:
    """What waits in a channel, in words."""

    async def words(channel: str) -> str:
        return await core.store.read(lambda t: digest_of(t, core.records(t), channel, core.now()))

    return words

"""Contact data that a candidate gives otherwise than Tracker has them: shown, and changed only by a recruiter's click."""

from collections.abc import Callable, Mapping, Sequence

from bot.ats.connection import Connection
from bot.ats.errors import not_connected, translated
from bot.ats.read import phone_of
from bot.ats.writing import writing_of
from bot.outbox.delivery import Delivery
from bot.results import Results
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.contact import FIELDS, differing, stated
from screening.ports import Order, Records
from screening.screening import Screening, Who
from tracker.reading import fields_of
from tracker.records import Candidate as Resource


def order_contact(records: Records, s: Screening, country: str, now: int) -> None:
    """Have what the candidate said of themselves compared with Tracker, once per revision."""
    texts = (m.text for m in s.messages if m.who is Who.CANDIDATE)
    if not stated(texts, lambda raw: phone_of(raw, country)):
        return
    key = f"contact:{s.id}:{s.revision}"
    order = Order(key=key, way="contact", lane=f"contact:{s.id}", payload={"revision": s.revision}, screening=s.id)
    records.order(order, now)


def shown_of(live: Resource) -> dict[str, str]:
    """What Tracker has, field by field."""
    return {**fields_of(live), "mobile": live.mobile or live.phone}


class ContactDelivery:
    """Compares, and tells what differs in the candidate's thread."""

    stale_ms = 1_000

    def __init__(
        self,
        store: Store,
        connection: Connection,
        results: Results,
        records: Callable[[Tables], Repositories],
        country: str,
        now: Callable[[], int],
    ) -> None:
        self._store, self._connection, self._results = store, connection, results
        self._records, self._country, self._now = records, country, now

    async def call(self, d: Delivery) -> str:
        """Read them live, and order the message where anything differs."""
        client, r = await self._connection.client(), await self._results.of(d.screening)
        if client is None:
            raise not_connected()
        s = r.screening
        with translated(f"candidate {s.candidate.id}"):
            live = shown_of(await client.candidates.get(s.candidate.id))
        read: Callable[[str], str] = lambda raw: phone_of(raw, self._country)  # noqa: E731
        said = stated((m.text for m in s.messages if m.who is Who.CANDIDATE), read)
        other = differing(said, live, read)
        if other:
            await self._store.run(lambda t: self._tell(t, s, other, live))
        return d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """It is done anew: what was told is told once."""
        return None

    def _tell(self, tables: Tables, s: Screening, other: dict[str, str], live: dict[str, str]) -> None:
        records, protected = self._records(tables), writing_of(tables).protected
        fields = against(other, live)
        keep_differing(records, s.id, fields)
        lines = told(fields, protected, "they say")
        text = "\n".join([f"{s.candidate.name} gave contact data that differ from Tracker:", *lines])
        payload = {"text": text, "contact": offered(fields, protected)}
        key = f"notice:{s.id}:contact:{s.revision}"
        order = Order(key=key, way="notice", lane=f"notice:{s.id}", payload=payload, screening=s.id)
        records.order(order, self._now())


def against(other: Mapping[str, str], live: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By field what Tracker has and what is said instead."""
    return {key: {"was": live.get(key, ""), "now": value} for key, value in other.items()}


def keep_differing(records: Repositories, screening: str, fields: Mapping[str, Mapping[str, str]]) -> None:
    """Remember what a click on this screening's message would change, beside what earlier messages showed."""
    kept = records.value(f"contact:{screening}").get("fields", {})
    records.set_value(f"contact:{screening}", fields={**kept, **fields})


def told(fields: Mapping[str, Mapping[str, str]], protected: Sequence[str], who: str) -> list[str]:
    """A line for each field that differs."""
    return [
        f"• {FIELDS[key]}: Tracker has {each['was'] or 'nothing'}, {who} {each['now']}"
        + (" (protected, changed in Tracker alone)" if key in protected else "")
        for key, each in fields.items()
    ]


def offered(fields: Mapping[str, object], protected: Sequence[str]) -> list[str]:
    """The fields that a click may change."""
    return [key for key in fields if key not in protected]

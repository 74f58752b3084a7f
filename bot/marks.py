"""What follows in our records from a delivery that was made, refused or reported on; inside the transaction that marks it."""

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from bot.ats.contact import order_contact
from bot.ats.errors import TrackerClosed
from bot.ats.trouble import tell
from bot.deliveries import show_written
from bot.outbox.delivery import Delivery
from bot.outbox.endings import adopted
from bot.phone import PhoneMarks
from bot.sms.gate import count_sent
from bot.sms.send import BAD_NUMBER, OPTED_OUT, TextRefused
from bot.storage.repositories import Repositories
from bot.storage.store import Tables
from screening import screener
from screening.duties.release import Drop
from screening.errors import PortFailed
from screening.events import OptedOut
from screening.ports import Order

PHONE = frozenset({"call", "recording"})
WRITING = frozenset({"activity", "document"})
DAY = 86_400_000
AGAIN = frozenset(
    {"card", "pdf", "notice", "activity", "document", "milestone", "move", "decision", "contact"}
)  # may be tried again
WORDS = {
    "activity": "an Activity in Tracker",
    "card": "a result in Slack",
    "contact": "a comparison with Tracker's contact data",
    "decision": "a recruiter's note in Tracker",
    "document": "a report in Tracker",
    "milestone": "an Activity in Tracker",
    "move": "a stage in Tracker",
    "notice": "a message in Slack",
    "pdf": "a report in Slack",
    "sms": "a text",
    "call": "a call",
    "recording": "a recording",
    "unrecord": "the deletion of a recording at Twilio",
}


class Marks:
    """What follows from a delivery that was made, refused or reported on; each inside the marking transaction."""

    def __init__(
        self,
        records: Callable[[Tables], Repositories],
        now: Callable[[], int],
        phone: PhoneMarks,
        country: str = "US",
    ) -> None:
        self._records, self._now, self._phone, self._country = records, now, phone, country

    def marked(self, tables: Tables, d: Delivery, id: str, at: int) -> None:
        """It is done."""
        if d.way in PHONE:
            self._phone.marked(tables, d, id, at)
        if d.way in WRITING:
            show_written(tables, self._records(tables), d.screening, at)
        if d.way == "card" and d.screening:
            self._contact(tables, d.screening, at)
        if d.way != "sms":
            return
        records = self._records(tables)
        count_sent(records, d.payload["to"], d.payload["kind"], bool(d.payload["started"]), at)
        if d.screening:
            screener.delivered(records, d.screening, d.payload["message"], d.claimed if d.again else at)

    def _contact(self, tables: Tables, screening: str, at: int) -> None:
        records = self._records(tables)
        s = records.screening(screening)
        if s is not None:
            order_contact(records, s, self._country, at)

    def refused(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None:
        """It will not be done."""
        records = self._records(tables)
        code = error.code if isinstance(error, TextRefused) else 0
        if d.way == "sms" and code == OPTED_OUT:
            self._opted_out(records, d, at)
            return
        if d.way in WRITING:
            show_written(tables, records, d.screening, at)
        if d.way in PHONE:
            self._phone.refused(tables, d, str(error), at)
        if d.way == "sms" and d.screening and code in BAD_NUMBER:
            screener.undeliverable(records, d.screening, d.payload["message"], str(error), at)
        elif d.way != "ops" and not (d.way == "pdf" and not d.after_id):  # without its card: the card's failure is told
            self._tell(tables, d, error, at)

    def _tell(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None:
        """Operators are told once a day for each cause; what follows changes that message."""
        cause = f"{d.way}:{sha256(_cause(d, error).encode()).hexdigest()[:12]}:{at // DAY}"
        first = f"ops:parked:{cause}"
        rows = [r for r in tables["outbox"].find(state="parked", way=d.way) if r["reason"] and r["made"] > at - DAY]
        many = max(1, len(rows))
        what = WORDS.get(d.way, d.way)
        text = f"{d.screening or what}: {what} could not be delivered. {error}"
        mend = {"mend": "retry"} if d.way in AGAIN else {}
        records = self._records(tables)
        if tables["outbox"].first(key=first) is None:
            return records.order(Order(key=first, way="ops", lane="ops", payload={"text": text, **mend}), at)
        text = f"{many} times in a day: {what} could not be delivered, the last of {d.screening}. {error}"
        waiting = tables["outbox"].find(lane=f"ops:{cause}", state="new")
        payload = {"text": text, "after": first, **mend}
        if waiting:
            tables["outbox"].update({"payload": payload}, doc_ids=[waiting[0].doc_id])
            return None
        key = f"{first}:{d.key}"
        return records.order(Order(key=key, way="ops", lane=f"ops:{cause}", payload=payload, after=first), at)

    def waiting(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None:
        """It is tried again until somebody has mended the cause, which is told once a day."""
        if d.way == "ops":
            return
        if d.way in WRITING:
            show_written(tables, self._records(tables), d.screening, at, waits=True)
        if isinstance(error, TrackerClosed):
            tell(self._records(tables), str(error), at)
            return
        what = WORDS.get(d.way, d.way)
        text = f"{what[0].upper()}{what[1:]} cannot be delivered and waits. {error}. It goes out by itself once that is mended."
        cause = f"ops:waits:{d.way}:{error}:{at // DAY}"
        self._records(tables).order(Order(key=cause, way="ops", lane="ops", payload={"text": text}), at)

    def troubled(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None:
        """It fails again and again, and goes on being tried: operators are told once a day and way out."""
        if d.way == "ops":
            return
        text = f"Deliveries by {d.way} fail at the moment and are tried again until they succeed: {error}"
        order = Order(key=f"ops:trouble:{d.way}:{at // DAY}", way="ops", lane="ops", payload={"text": text})
        self._records(tables).order(order, at)

    def dropped(self, tables: Tables, row: dict[str, Any], verdict: Drop, at: int) -> None:
        """The gate let it not go: transcript and card say so, and nobody waits for a text that will not come."""
        if row["way"] in WRITING:
            show_written(tables, self._records(tables), row["screening"], at)
        if row["way"] == "sms" and row["screening"]:
            optout = verdict.reason if verdict.code == "opted_out" else ""
            screener.unsent(self._records(tables), row["screening"], row["payload"]["message"], optout, at)

    def _opted_out(self, records: Repositories, d: Delivery, at: int) -> None:
        phone = d.payload["to"]
        records.opt_out(phone, "Twilio says this number opted out (21610)", at)
        records.drop_texts(phone, "opted out (21610)")
        s = records.screening(d.screening) if d.screening else None
        if s is not None:
            screener.apply(records, s, OptedOut(why="the number opted out at Twilio (21610)"), at)

    def status(self, tables: Tables, row: str, sid: str, state: str, code: str) -> None:
        """Twilio's status of a text: proves acceptance even where the answer to the create was lost."""
        if not row.isdigit() or not sid:
            return
        doc = tables["outbox"].get(doc_id=int(row))
        if not isinstance(doc, dict) or doc["way"] != "sms" or not doc["tries"]:
            return
        d = Delivery(
            row=int(row),
            key=doc["key"],
            way="sms",
            payload=doc["payload"],
            screening=doc["screening"],
            claimed=doc["claimed"] or self._now(),
            tries=0,
            again=True,
        )
        if doc["state"] != "done" and adopted(tables, int(row), sid):
            self.marked(tables, d, sid, self._now())
        if state in ("failed", "undelivered") and code.isdigit() and int(code) in BAD_NUMBER | {OPTED_OUT}:
            self.refused(tables, d, TextRefused(f"Twilio could not deliver it ({code})", int(code)), self._now())


def _cause(d: Delivery, error: PortFailed) -> str:
    """What failures of one cause have in common: their words without ids and numbers."""
    return re.sub(r"\d+", "", str(error).replace(d.screening or d.key, ""))

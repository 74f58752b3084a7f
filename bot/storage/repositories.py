"""The repositories over tables: screenings, texts, orders, opt-outs, agents, mappings and the notes that `why` prints."""

import hashlib
import hmac
import secrets
from dataclasses import replace
from datetime import date
from typing import Any, Final

import msgspec

from bot.storage.store import Tables, TableSpec
from bot.storage.values import keep_value, put
from screening.agent import Agent, Mapping
from screening.chain import Link, Sealed, next_link
from screening.duties.ll144 import Bias
from screening.ports import Order
from screening.screening import Screening
from screening.scripts.reader import read_script
from screening.scripts.script import Script

SPECS: Final = (
    TableSpec(
        name="screenings",
        index=("phone", "due", "job", "candidate", "status", "standing"),
        unique=("gr", "open_phone"),
        joint=(("job", "standing"),),
    ),
    TableSpec(name="texts", index=("phone",), unique=("sid",)),
    TableSpec(
        name="outbox",
        index=("due", "state", "screening", "to", "after"),
        unique=("key", "provider_id"),
        joint=(("queue", "due"), ("lane", "due")),
    ),
    TableSpec(name="mappings", unique=("job",)),
    TableSpec(name="agents", unique=("name",)),
    TableSpec(name="scripts", unique=("hash",)),
    TableSpec(name="stages", index=("job",), unique=("key",)),
    TableSpec(name="optouts", unique=("hash",)),
    TableSpec(name="notes", index=("candidate", "phone"), unique=("key",)),
    TableSpec(name="queue", index=("phone",), unique=("key",)),
    TableSpec(name="values", unique=("name",)),
    TableSpec(name="sent", index=("phone", "at")),
    TableSpec(name="recordings", index=("screening",), unique=("sid",)),
    TableSpec(name="links", index=("screening",), unique=("id",)),
    TableSpec(name="uses", index=("screening", "link")),
    TableSpec(name="chain", index=("screening", "fresh"), unique=("key",)),
    TableSpec(name="anchors", unique=("number",)),
    TableSpec(name="events", index=("screening",), unique=("key",)),
    TableSpec(name="consents", index=("candidate", "phone"), unique=("key",)),
    TableSpec(name="keys", unique=("name",)),
)
WAITING: Final = "waiting"  # a screening's standing: it ended in a result, and nobody has decided
ADVANCED: Final = "advanced"
_SCRIPTS: dict[str, Script] = {}  # immutable, named by content: safe to keep


def queue_of(way: str, priority: int) -> str:
    """What a delivery queues up in: those of one way and one priority, one after the other."""
    return f"{way}:{int(priority)}"


class Repositories:
    """The records of one transaction."""

    def __init__(self, tables: Tables, pepper: bytes) -> None:
        self.tables = tables
        self._pepper = pepper

    def _hash(self, phone: str) -> str:
        return hmac.new(self._pepper, phone.encode(), hashlib.sha256).hexdigest()

    # screenings
    def screening(self, id: str) -> Screening | None:
        """The screening of that GR- id."""
        return _screening(self.tables["screenings"].first(gr=id))

    def open_of_phone(self, phone: str) -> Screening | None:
        """The open screening of that phone."""
        return _screening(self.tables["screenings"].first(open_phone=phone))

    def latest_of_phone(self, phone: str) -> Screening | None:
        """The screening of that phone that began last."""
        rows = self.tables["screenings"].find(phone=phone)
        return _screening(max(rows, key=lambda d: d["began_at"])) if rows else None

    def of_application(self, job: int, candidate: int) -> Screening | None:
        """The screening of that candidate for that job."""
        rows = self.tables["screenings"].find(candidate=candidate, job=job)
        return _screening(max(rows, key=lambda d: d["began_at"])) if rows else None

    def begin(self, screening: Screening) -> bool:
        """Insert it; False where the phone has an open one."""
        return self.tables["screenings"].insert_once(_row(screening)) is not None

    def save(self, screening: Screening) -> None:
        """Save it; one that opens again gives way where the phone has another open one."""
        table = self.tables["screenings"]
        old = table.first(gr=screening.id)
        if old is None:
            raise LookupError(screening.id)
        table.update(_row(screening), doc_ids=[old.doc_id])

    def chain(self, screening: Screening, what: Any, at: int) -> Screening:
        """Seal what happened in the screening's audit chain."""
        number, event = screening.chained + 1, Sealed(nonce=secrets.token_hex(16), payload=what)
        link = next_link(screening.chain, number, at, event)
        key = f"{screening.id}:{number}"
        doc = {"key": key, "screening": screening.id, "number": number}
        self.tables["chain"].insert({**doc, "at": at, "seal": link.seal, "head": link.head, "fresh": at})
        self.tables["events"].insert({**doc, "nonce": event.nonce, "payload": what})
        return screening.having(chain=link.head, chained=number)

    def links(self, screening: str) -> tuple[list[Link], dict[int, Sealed]]:
        """The audit chain of a screening, and what of it is still there to be read."""
        rows = sorted(self.tables["chain"].find(screening=screening), key=lambda r: r["number"])
        events = self.tables["events"].find(screening=screening)
        links = [Link(number=r["number"], at=r["at"], seal=r["seal"], head=r["head"]) for r in rows]
        return links, {r["number"]: Sealed(nonce=r["nonce"], payload=r["payload"]) for r in events}

    def consented(self, candidate: int, phone: str, job: int, source: str, shown: str, actor: str, at: int) -> None:
        """Keep why this person may be texted about that job."""
        key = f"{job}:{candidate}:{source}"
        about = {"candidate": candidate, "phone": phone, "job": job, "source": source, "shown": shown, "actor": actor}
        self.tables["consents"].insert_once({"key": key, **about, "at": at})

    # scripts, agents, mappings
    def script(self, hash: str) -> Script | None:
        """The script of that content hash."""
        if hash not in _SCRIPTS:
            row = self.tables["scripts"].first(hash=hash)
            if row is None:
                return None
            _SCRIPTS[hash] = read_script(row["source"])
        return _SCRIPTS[hash]

    def agent(self, name: str) -> Agent | None:
        """The agent of that name."""
        row = self.tables["agents"].first(name=name)
        return msgspec.convert(dict(row), Agent) if row else None

    def mapping(self, job: int) -> Mapping | None:
        """The job's mapping, active or not."""
        row = self.tables["mappings"].first(job=job)
        return self._inheriting(msgspec.convert(dict(row), Mapping)) if row else None

    def mappings(self) -> list[Mapping]:
        """Every active mapping."""
        rows = (msgspec.convert(dict(r), Mapping) for r in self.tables["mappings"].all())
        return [self._inheriting(m) for m in rows if m.active]

    def _inheriting(self, m: Mapping) -> Mapping:
        """The mapping with what it leaves open taken from its agent, else from the workspace."""
        whole = self.value("writing")
        own = whole.get("agents", {}).get(m.agent, {})
        return replace(
            m,
            write_back=m.write_back or own.get("write_back") or whole.get("write_back") or "completed",
            record=m.record or own.get("record") or whole.get("record") or "candidate",
            also=tuple(name for name in ("contacted", "opted_out") if whole.get(name)),
        )

    def put(self, table: str, field: str, doc: dict[str, Any]) -> None:
        """Insert, or replace the row with the same `field`."""
        put(self.tables, table, field, doc)

    def value(self, name: str) -> dict[str, Any]:
        """A named single record; empty where there is none."""
        row = self.tables["values"].first(name=name)
        return dict(row) if row else {}

    def set_value(self, name: str, **fields: Any) -> None:
        """Set a named single record."""
        keep_value(self.tables, name, **fields)

    def bias(self, job: int) -> Bias | None:
        """What is recorded for a job in New York City; None for any other."""
        row = self.value(f"ll144:{job}")
        if not row.get("on"):
            return None
        days = {name: date.fromisoformat(row[name]) for name in ("notice", "audit") if row.get(name)}
        return Bias(**days)

    # opt-outs
    def opted_out(self, phone: str) -> str:
        """Why the number is opted out; empty where it is not."""
        row = self.tables["optouts"].first(hash=self._hash(phone)) if phone else None
        return str(row["why"]) if row else ""

    def opt_out(self, phone: str, why: str, at: int) -> None:
        """The number asked to be left alone: outlives every screening."""
        self.tables["optouts"].insert_once({"hash": self._hash(phone), "why": why, "at": at})

    def opt_in(self, phone: str) -> None:
        """START or UNSTOP, from the person."""
        row = self.tables["optouts"].first(hash=self._hash(phone))
        if row is not None:
            self.tables["optouts"].remove(doc_ids=[row.doc_id])

    # texts and orders
    def first_seen(self, sid: str, phone: str, text: str, at: int) -> bool:
        """Store an inbound text; False where it is known."""
        return self.tables["texts"].insert_once({"sid": sid, "phone": phone, "text": text, "at": at}) is not None

    def knows_text(self, sid: str) -> bool:
        """Whether an inbound text is stored."""
        return self.tables["texts"].first(sid=sid) is not None

    def order(self, order: Order, at: int) -> None:
        """A delivery to be made, once per key."""
        doc = {
            "format": 1,
            "key": order.key,
            "way": order.way,
            "lane": order.lane,
            "queue": queue_of(order.way, order.priority),
            "payload": order.payload,
            "screening": order.screening,
            "priority": order.priority,
            "turn": order.turn,
            "after": order.after or None,
            "state": "new",
            "due": at,
            "made": at,
            "to": order.payload.get("to"),
            "tries": 0,
            "claimed": None,
            "provider_id": None,
            "reason": "",
            "code": "",
        }
        self.tables["outbox"].insert_once(doc)

    def drop_texts(self, phone: str, why: str) -> None:
        """No text that has not gone out will go to this number; a claimed one is looked up first."""
        table = self.tables["outbox"]
        for row in table.find(to=phone):
            if row["way"] == "sms" and row["state"] in ("new", "held"):
                table.update(
                    {"state": "dropped", "due": None, "reason": why, "code": "opted_out"}, doc_ids=[row.doc_id]
                )

    def note(self, candidate: int, phone: str, job: int, code: str, sentence: str, at: int) -> None:
        """Remember why something did not happen."""
        doc = {
            "key": f"{candidate}:{job}:{code}",
            "candidate": candidate,
            "phone": phone,
            "job": job,
            "code": code,
            "sentence": sentence,
            "at": at,
        }
        self.put("notes", "key", doc)

    def queue(self, candidate: int, job: int, phone: str, application: int, at: int) -> None:
        """Remember someone who waits for the phone's open conversation to end."""
        self.tables["queue"].insert_once(
            {
                "key": f"{job}:{candidate}",
                "candidate": candidate,
                "job": job,
                "phone": phone,
                "application": application,
                "at": at,
            }
        )


def _screening(row: Any) -> Screening | None:
    return msgspec.convert(row["data"], Screening) if row else None


def standing(s: Screening) -> str:
    """Where it stands for whoever has to act; lists and counts ask for it. Else its status."""
    if s.undecided:
        return WAITING
    return ADVANCED if s.decided.startswith("Advanced") else s.status.value


def _row(s: Screening) -> dict[str, Any]:
    return {
        "format": 1,
        "gr": s.id,
        "phone": s.candidate.phone,
        "open_phone": s.candidate.phone if s.open else None,
        "due": s.due,
        "job": s.job.id,
        "candidate": s.candidate.id,
        "status": s.status.value,
        "standing": standing(s),
        "texted": s.first_sent_at is not None,
        "began_at": s.began_at,
        "data": msgspec.to_builtins(s),
    }

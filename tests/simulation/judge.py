"""The invariants: some judged at the moment a text reaches Twilio, the others when all is over."""

import hashlib
import hmac
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS
from bot.storage.rows import RowStorage, Tables
from bot.storage.sqlite import SqliteDatabase
from bot.storage.transaction import transact
from tests.simulation.account import account
from tests.simulation.file import SECRET
from tests.simulation.people import Person
from tests.simulation.slack import SimSlack
from tests.simulation.tracker import SimTracker
from tests.simulation.twilio import SimTwilio
from tests.simulation.world import World

LOCAL = ZoneInfo("America/Chicago")  # where everybody lives
DAY = 86_400_000
CAP = 3  # texts that we start, per phone in 24 hours
ALLOWANCE = 10 * 60_000
AFTER_THE_END = frozenset(
    [
        "closing",
        "opt_out",
        "not_interested",
        "wrong_number",
        "human",
        "suspended",
        "help",
        "recruiter",
        "expired",
        "faq",
        "passed_on",
    ]
)
OF_A_TURN = frozenset({"remind", "defer", "ask_again"})  # these are pointless once something was answered
MARGIN = 1_000  # ms that a request may be on its way
STANDING = """SELECT json_extract(doc,'$.gr'), json_extract(doc,'$.open_phone'), json_extract(doc,'$.data.turn')
FROM t_screenings WHERE id=?"""
UNDONE = ("new", "claimed", "held")


@dataclass(slots=True, kw_only=True)
class Judge:
    """Looks from outside: at the file, at Twilio, Tracker and Slack."""

    world: World
    file: SqliteDatabase
    twilio: SimTwilio
    tracker: SimTracker
    slack: SimSlack
    people: dict[str, Person]
    pepper: bytes = b""
    closed: dict[str, int] = field(default_factory=dict)  # screening: since when it is over
    opted_out: dict[str, int] = field(default_factory=dict)  # hash: since when
    ever_out: set[str] = field(default_factory=set)
    ledger: dict[int, str] = field(default_factory=dict)  # row of the ledger: its hash
    sent: set[int] = field(default_factory=set)  # rows whose text is at Twilio
    asked_at: dict[str, int] = field(default_factory=dict)  # screening: when its latest question went out
    latest: dict[str, int] = field(default_factory=dict)  # screening: the highest number of a text that went out
    turned: dict[str, tuple[int, int]] = field(default_factory=dict)  # screening: its turn, and since when
    turns: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        tables = Tables(RowStorage(self.file, SPECS))
        self.pepper = transact(self.file, tables, lambda t: load_keyring(t, (SECRET,))).pepper

    # --- after each commit

    def look(self, written: dict[str, set[int]]) -> None:
        """These rows were written. Remember since when a screening is over and a number opted out."""
        for table in written:
            self.world.stir(f"rows of {table}")
        for id in sorted(written.get("screenings", ())):
            self._look_at_screening(id)
        for id in sorted(written.get("optouts", ())):
            self._look_at_opt_out(id)

    def _look_at_screening(self, id: int) -> None:
        now = self.world.now()
        for gr, phone, turn in self.rows(STANDING, id):
            if (phone is None) != (gr in self.closed):
                self.world.stir("closed")
                if phone is None:
                    self.closed[gr] = now
                else:
                    del self.closed[gr]
            if self.turned.get(gr, (-1, 0))[0] != turn:
                self.turned[gr] = turn, now

    def _look_at_opt_out(self, id: int) -> None:
        found = [h for (h,) in self.rows("SELECT json_extract(doc,'$.hash') FROM t_optouts WHERE id=?", id)]
        gone = self.ledger.pop(id, None)
        if gone is not None and gone not in found:
            self.opted_out.pop(gone, None)
        for hashed in found:
            self.ledger[id] = hashed
            self.opted_out.setdefault(hashed, self.world.now())
            self.ever_out.add(hashed)

    # --- at each text

    def tried(self, id: int) -> None:
        """We ask Twilio to send a text; that Twilio refuses those to whoever texted STOP excuses nothing."""
        for (doc,) in self.rows("SELECT doc FROM t_outbox WHERE id=?", id):
            row = orjson.loads(doc)
            self._wanted(id, row, row["claimed"] if row["claimed"] is not None else self.world.now())

    def text(self, id: int, to: str, body: str) -> None:
        """A text reaches Twilio."""
        found = self.rows("SELECT doc FROM t_outbox WHERE id=?", id)
        row = orjson.loads(found[0][0]) if found else None
        if row is None or row["payload"]["to"] != to or row["payload"]["body"] != body:
            self.world.violated(f"I4: a text for which there is no delivery: row {id} to {to}")
            return
        self._once(id)
        self._hours(id, row)
        self._cap(id, row)
        if row["screening"]:
            self._asked(id, row)

    def _once(self, id: int) -> None:
        if id in self.sent:
            self.world.violated(f"I2: row {id} is sent twice")
        self.sent.add(id)

    def _wanted(self, id: int, row: dict[str, Any], at: int) -> None:
        kind = row["payload"]["kind"]
        stopped = self.opted_out.get(self.hash_of(row["payload"]["to"]))
        if stopped is not None and stopped < at and kind not in ("opt_out", "wrong_number"):
            self.world.violated(f"I5: row {id} ({kind}) goes to somebody who opted out before")
        over = self.closed.get(row["screening"])
        if over is not None and over < at and kind not in AFTER_THE_END:
            self.world.violated(f"I5: row {id} ({kind}) belongs to a screening that was over")

        turn, since = self.turned.get(row["screening"], (0, 0))
        if kind in OF_A_TURN and row["turn"] < turn and since < at:
            self.world.violated(f"I5: row {id} ({kind}) goes to somebody who has answered")

    def _hours(self, id: int, row: dict[str, Any]) -> None:
        now = self.world.now()  # released in time is in time
        if any(8 <= datetime.fromtimestamp(t / 1000, UTC).astimezone(LOCAL).hour < 20 for t in (now, now - MARGIN)):
            return
        heard = [m.at for m in self.twilio.of[row["payload"]["to"]] if m.inbound]
        if row["payload"]["started"] or not heard or now - heard[-1] > ALLOWANCE + 60_000:
            self.world.violated(f"I5: row {id} goes out at night")

    def _cap(self, id: int, row: dict[str, Any]) -> None:
        if not row["payload"]["started"]:
            return
        now, to = self.world.now(), row["payload"]["to"]
        began = [m for m in self.twilio.of[to] if m.row and now - m.at < DAY - MARGIN and self._started(m.row)]
        if len(began) >= CAP:
            self.world.violated(f"I5: row {id} is more than {CAP} texts that we start in a day")

    def _started(self, id: int) -> bool:
        return bool(self.rows("SELECT json_extract(doc,'$.payload.started') FROM t_outbox WHERE id=?", id)[0][0])

    # --- at the end

    def end(self, quiet: bool) -> None:
        """All is over, or the time is up."""
        screenings = [orjson.loads(d) for (d,) in self.rows("SELECT doc FROM t_screenings")]
        outbox = {id: orjson.loads(d) for id, d in self.rows("SELECT id, doc FROM t_outbox")}
        self._lost()
        self._twice(outbox)
        self._effects(outbox)
        self._alive(quiet, screenings, outbox)
        self._tokens()
        self._whole()
        for fault in account(self, quiet=quiet):
            self.world.violated(fault)

    def _lost(self) -> None:
        kept = Counter(sid for (sid,) in self.rows("SELECT json_extract(doc,'$.sid') FROM t_texts"))
        for m in self.twilio.messages:
            if m.inbound and kept[m.sid] != 1:
                self.world.violated(f"I1: {m.sid} “{m.body}” is stored {kept[m.sid]} times")
        for sid in self.twilio.acknowledged:
            if not kept[sid]:
                self.world.violated(f"I8: {sid} was acknowledged and is gone")
        held = [orjson.loads(d) for (d,) in self.rows("SELECT doc FROM t_screenings")]
        # what was texted to a screening that is over may stand in the next one as well
        heard = Counter((s["gr"], m["id"]) for s in held for m in s["data"]["messages"])
        if again := [id for id, n in heard.items() if n > 1]:
            self.world.violated(f"I1: heard twice: {again}")

    def _twice(self, outbox: dict[int, dict[str, Any]]) -> None:
        cards = Counter(key for key, *_ in self.slack.posts)
        files = Counter((thread, name) for _, thread, name, _ in self.slack.uploads)
        activities = Counter((a["recordId"], a["subject"]) for a in self.tracker.activities)
        documents = Counter(self.tracker.documents)
        for what, counted in (("post", cards), ("upload", files), ("activity", activities), ("document", documents)):
            for name, number in counted.items():
                if number > 1:
                    self.world.violated(f"I2: {what} {name} is there {number} times")

    def _effects(self, outbox: dict[int, dict[str, Any]]) -> None:
        texts = {m.sid: m for m in self.twilio.messages if not m.inbound}
        posts = {key for key, *_ in self.slack.posts}
        for id, row in outbox.items():
            sms = texts.get(row["provider_id"] or "")
            if row["way"] == "sms" and row["state"] == "done" and (sms is None or sms.row != id):
                self.world.violated(f"I4: row {id} is done, and its text is not at Twilio: {row['payload']['body']}")
            edits = "#" in (row["provider_id"] or "")  # what changed the card that stands, by its place
            later = row["way"] == "card" and (row["payload"]["revision"] > 1 or edits)
            if (
                row["way"] in ("card", "notice", "ops")
                and row["state"] == "done"
                and row["key"] not in posts
                and not later
            ):
                self.world.violated(f"I4: row {id} is done, and {row['key']} was never posted")
        for sms in texts.values():
            if outbox[sms.row]["state"] != "done":
                self.world.violated(f"I4: row {sms.row} is {outbox[sms.row]['state']}, and its text went out")

    def _asked(self, id: int, row: dict[str, Any]) -> None:
        """A question only after something was heard since the one before it; and texts in the order of their numbers."""
        screening, message = row["screening"], row["payload"].get("message", "")
        before = self.asked_at.get(screening)
        if before and row["payload"]["kind"] == "ask" and not self._heard_since(before, row["payload"]["to"]):
            self.world.violated(f"I3: {screening} asks the next question with nothing heard since")
        number = int(message.rpartition("-B")[2] or 0)
        if number < self.latest.get(screening, 0) and row["turn"] <= self.turns.get(screening, 0):
            self.world.violated(f"I3: text {number} of {screening} goes out after text {self.latest[screening]}")
        if number > self.latest.get(screening, 0):
            self.latest[screening], self.turns[screening] = number, row["turn"]
        if row["payload"]["kind"] in ("intro", "ask"):
            self.asked_at[screening] = self.world.now()

    def _heard_since(self, at: int, phone: str) -> bool:
        """By when it reached us: a webhook does not say when a late text was written."""
        heard = "SELECT max(json_extract(doc,'$.at')) FROM t_texts WHERE json_extract(doc,'$.phone')=?"
        last = self.rows(heard, phone)[0][0]
        return last is not None and int(last) >= at

    def _alive(self, quiet: bool, screenings: list[dict[str, Any]], outbox: dict[int, dict[str, Any]]) -> None:
        if quiet:
            for id, row in outbox.items():
                if row["state"] == "parked" and not any(code in row["reason"] for code in ("21211", "21610")):
                    self.world.violated(f"I6: row {id} {row['key']} is parked: {row['reason']}")
            return
        open_ones = [s["gr"] for s in screenings if s["status"] == "in_progress"]
        undone = {id: (r["key"], r["state"], r["reason"]) for id, r in outbox.items() if r["state"] in UNDONE}
        self.world.violated(f"I6: not finished: open {open_ones}, undone {undone}")

    def _tokens(self) -> None:
        """One exchange, and one more for each that got lost on its way or that another program spoilt."""
        asked = self.tracker.exchanges
        lost = sum(life is not None and life.died is not None and life.died - at < 1 for life, at in asked)
        allowed = 1 + self.tracker.excused + lost
        if len(asked) > allowed:
            self.world.violated(f"the token was exchanged {len(asked)} times, {allowed} would do")

    def _whole(self) -> None:
        if self.rows("PRAGMA integrity_check") != [("ok",)]:
            self.world.violated("I8: the store is damaged")

    def hash_of(self, phone: str) -> str:
        """How the ledger of opt-outs names a phone."""
        return hmac.new(self.pepper, phone.encode(), hashlib.sha256).hexdigest()

    def rows(self, statement: str, *values: object) -> list[Any]:
        """What a statement gives."""
        return self.file.connection.execute(statement, values).fetchall()

"""The gate's facts about one delivery, read in the transaction that claims it."""

from collections.abc import Callable
from typing import Any

from bot.results import OFF, WRITTEN
from bot.settings import Settings
from bot.storage.repositories import Repositories
from bot.storage.store import Tables
from screening.duties.calls import release_call
from screening.duties.release import DAY, PROGRESS, Asked, Drop, Send, Verdict, release
from screening.duties.window import Window
from screening.ports import Order
from screening.screening import Screening

REPORTS = frozenset({"pdf", "document"})


class TextGate:
    """Asks `release` about every text and call, and whether a report is still the latest; other deliveries pass."""

    def __init__(self, settings: Settings, records: Callable[[Tables], Repositories]) -> None:
        self._settings, self._records = settings, records

    def __call__(self, tables: Tables, row: dict[str, Any], now: int) -> Verdict:
        """The verdict on one delivery."""
        if row["way"] in WRITTEN and self._left_out(tables, row):
            return Drop(code=OFF, reason="not to be written, as somebody chose for this person")
        if row["way"] in REPORTS:
            return self._report(tables, row)
        if row["way"] not in ("sms", "call"):
            return Send()
        records = self._records(tables)
        s = records.screening(row["screening"]) if row["screening"] else None
        if row["screening"] and s is None:
            return Drop(code="gone", reason="the screening is no longer in the store")
        asked, window = self._asked(tables, records, row, s, now), self._window(s)
        if s is not None and row["way"] == "call":
            verdict = release_call(s, int(row["payload"]["call"]), asked, window, now)
        else:
            verdict = release(asked, window, now)
        if s is not None and not isinstance(verdict, Send):
            sentence = f"{s.candidate.name}, job {s.job.id} {s.job.title}: {verdict.reason}"
            records.note(s.candidate.id, s.candidate.phone, s.job.id, verdict.code, sentence, now)
            if verdict.code == "daily_budget":
                self._tell_once_a_day(records, now)
        return verdict

    def _tell_once_a_day(self, records: Repositories, now: int) -> None:
        text = (
            f"GREENROOM_DAILY_TEXTS ({self._settings.daily_texts}) is reached: first texts and reminders wait until "
            "tomorrow, replies go on. Raise it if that many were meant."
        )
        records.order(Order(key=f"ops:daily:{now // DAY}", way="ops", lane="ops", payload={"text": text}), now)

    def _left_out(self, tables: Tables, row: dict[str, Any]) -> bool:
        """Whether this person is written as nothing, or as a note on the job, to which no report is attached."""
        kind = self._records(tables).value(f"as:{row['screening']}").get("record")
        return kind == OFF or (kind == "job" and row["way"] == "document")

    def _report(self, tables: Tables, row: dict[str, Any]) -> Verdict:
        s = self._records(tables).screening(row["screening"])
        if s is not None and int(row["payload"]["revision"]) < s.revision:
            return Drop(code="superseded", reason="a later revision of the report takes its place")
        return Send()

    def _window(self, s: Screening | None) -> Window:
        window = self._settings.window
        return window.within(s.candidate.state) if s is not None and self._settings.state_hours else window

    def _asked(
        self, tables: Tables, records: Repositories, row: dict[str, Any], s: Screening | None, now: int
    ) -> Asked:
        payload, phone = row["payload"], row["to"]
        sent = [r for r in tables["sent"].find(phone=phone) if now - r["at"] < DAY]
        heard = s.last_heard if s else payload.get("heard_at", now)
        if s and heard is None and not payload["started"]:  # they texted before there was a screening, and so began it
            heard = s.began_at
        return Asked(
            kind=payload["kind"],
            started=bool(payload["started"]),
            turn=row["turn"],
            now_turn=s.turn if s else 0,
            open=s.open if s else True,
            opted_out=bool(records.opted_out(phone)),
            taken_over=s.taken_over if s else False,
            paused=_paused(records, s),
            allowed_number=not self._settings.only_to or phone in self._settings.only_to,
            budget_left=not payload["started"] or _begun(tables, records, now) < self._settings.daily_texts,
            last_heard=heard,
            started_times=tuple(r["at"] for r in sent if r["started"]),
            sent_times=tuple(r["at"] for r in sent if r.get("kind") not in PROGRESS),
            zones=s.candidate.zones if s else (),
            asks=bool(payload.get("question")),
        )


def _paused(records: Repositories, s: Screening | None) -> str:
    if records.value("pause").get("on"):
        return "everything is paused; `resume` goes on"
    mapping = records.mapping(s.job.id) if s else None
    return f"job {mapping.job} is paused; `resume {mapping.job}` goes on" if mapping and mapping.paused else ""


def _begun(tables: Tables, records: Repositories, now: int) -> int:
    """Texts started today, those on their way included."""
    under_way = tables["outbox"].find(state="claimed", way="sms")
    return _today(records, now) + sum(bool(r["payload"]["started"]) for r in under_way)


def _today(records: Repositories, now: int) -> int:
    value = records.value("started-today")
    return int(value["count"]) if value and value["day"] == now // DAY else 0


def count_sent(records: Repositories, phone: str, kind: str, started: bool, now: int) -> None:
    """One text went out: for the caps and the daily budget."""
    records.tables["sent"].insert({"phone": phone, "at": now, "started": started, "kind": kind})
    if started:
        records.set_value("started-today", day=now // DAY, count=_today(records, now) + 1)

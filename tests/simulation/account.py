"""What must add up when all is over: nobody forgotten, nothing ordered without a trace, no rate exceeded, no chain broken."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import orjson

from screening.chain import Link, Sealed, faults
from screening.duties.segments import segments
from tests.simulation.people import answers, asked_in
from tests.simulation.tracker import TRIGGER

if TYPE_CHECKING:
    from tests.simulation.judge import Judge

SECOND: Final = 1000
MINUTE: Final = 60 * SECOND
PER_MINUTE: Final = 60  # calls of Tracker: the default
LATE: Final = SECOND  # by which a text may reach Twilio later than it was released
CROWDED: Final = 5 * SECOND  # the same for calls of Tracker, which wait for each other
KNOWN: Final = 2 * MINUTE  # after a text was heard, until it is surely followed
Row = dict[str, Any]


def account(judge: "Judge", *, quiet: bool) -> Iterator[str]:
    """Every fault; `quiet`: the run has come to its end."""
    screenings, outbox = _documents(judge, "screenings"), _documents(judge, "outbox")
    yield from _words(screenings, outbox)
    yield from _heard(judge, screenings)
    yield from _stopped(judge)
    yield from _texts_a_second(judge)
    yield from _calls_a_minute(judge)
    yield from _chains(judge, screenings)
    if quiet:
        yield from _answered(judge, screenings, outbox)
        yield from _arrived(judge, screenings)
        yield from _results(judge, screenings, outbox)


def _documents(judge: "Judge", table: str) -> list[Row]:
    return [orjson.loads(d) for (d,) in judge.rows(f"SELECT doc FROM t_{table}")]


def _words(screenings: list[Row], outbox: list[Row]) -> Iterator[str]:
    """Every text of ours in a transcript has its delivery, and the two agree on what became of it."""
    orders = {row["key"]: row for row in outbox}
    for s in screenings:
        for message in (m for m in s["data"]["messages"] if m["who"] == "bot"):
            row = orders.get(f"sms:{message['id']}")
            if row is None:
                yield f"I4: {message['id']} stands in the transcript, and was never ordered"
            elif row["state"] == "done" and message["state"] == "queued":
                yield f"I4: {message['id']} went out, and the transcript does not know"
            elif row["state"] != "done" and message["state"] == "sent":
                yield f"I4: {message['id']} is {row['state']}, and the transcript says it went out"


def _heard(judge: "Judge", screenings: list[Row]) -> Iterator[str]:
    """What somebody texts who is or was in a screening stands in a transcript, unless they had opted out."""
    began: dict[str, int] = {}
    for s in screenings:
        began[s["phone"]] = min(s["began_at"], began.get(s["phone"], s["began_at"]))
    kept = {m["id"] for s in screenings for m in s["data"]["messages"]}
    for m in judge.twilio.messages:
        out = judge.hash_of(m.sender) in judge.ever_out
        if m.inbound and m.at > began.get(m.sender, m.at) and m.sid not in kept and not out:
            yield f"I1: {m.sid} “{m.body}” was stored and never heard"


def _answered(judge: "Judge", screenings: list[Row], outbox: list[Row]) -> Iterator[str]:
    """Whoever answers the question on their phone is not asked it again, and is not left to expire."""
    status = {s["gr"]: s["status"] for s in screenings}
    screening = {row["provider_id"]: row["screening"] for row in outbox if row["way"] == "sms"}
    heard = {t["sid"]: t["at"] for t in _documents(judge, "texts")}
    for texts in judge.twilio.of.values():
        asked = gr = reply = ""
        at = 0
        for m in texts:
            if m.inbound:
                if not reply and answers(asked, m.body):
                    reply, at = m.sid, m.at
            elif reply and asked_in(m.body) == asked_in(asked) and screening.get(m.sid) == gr:
                if m.at - heard.get(reply, m.at) > KNOWN:
                    yield f"I3: {gr} asks “{asked[-40:]}” again, which {reply} had answered"
            else:
                asked, gr, reply = m.body, screening.get(m.sid, ""), ""
        if reply and status.get(gr) == "expired" and at < judge.closed[gr]:
            yield f"I1: {reply} answered “{asked[-40:]}”, and {gr} expired"


def _stopped(judge: "Judge") -> Iterator[str]:
    """Whoever texted STOP last is in the ledger."""
    for phone in judge.twilio.stopped:
        if judge.hash_of(phone) not in judge.opted_out:
            yield f"I5: {phone} texted STOP, and nobody remembers"


def _texts_a_second(judge: "Judge") -> Iterator[str]:
    """One segment a second, as a number sends them: texts are released at that rate, and arrive a little later."""
    sent = [m for m in judge.twilio.messages if not m.inbound]
    for n, first in enumerate(sent):
        room, used = LATE, 0
        for last in sent[n : n + 30]:
            used += segments(last.body) * SECOND
            if used - segments(last.body) * SECOND > last.at - first.at + room:
                yield f"rate: {used // SECOND} segments within {(last.at - first.at) / SECOND:.1f} s"
                return


def _calls_a_minute(judge: "Judge") -> Iterator[str]:
    calls = judge.tracker.calls
    for n, last in enumerate(calls[PER_MINUTE + 2 :]):
        if last - calls[n] < MINUTE - CROWDED:
            yield f"rate: more than {PER_MINUTE} calls of Tracker within {(last - calls[n]) / SECOND:.0f} s"
            return


def _chains(judge: "Judge", screenings: list[Row]) -> Iterator[str]:
    links: dict[str, list[Row]] = {}
    events: dict[str, dict[int, Sealed]] = {}
    for row in _documents(judge, "chain"):
        links.setdefault(row["screening"], []).append(row)
    for row in _documents(judge, "events"):
        events.setdefault(row["screening"], {})[row["number"]] = Sealed(nonce=row["nonce"], payload=row["payload"])
    for s in screenings:
        rows = sorted(links.get(s["gr"], []), key=lambda r: int(r["number"]))
        chain = [Link(number=r["number"], at=r["at"], seal=r["seal"], head=r["head"]) for r in rows]
        yield from (f"I8: chain of {s['gr']}: {fault}" for fault in faults(chain, events.get(s["gr"], {})))
        if chain and chain[-1].head != s["data"]["chain"]:
            yield f"I8: the chain of {s['gr']} does not end where the screening says"
        if any(b.number != a.number + 1 for a, b in pairwise(chain)):
            yield f"I8: the chain of {s['gr']} has a gap"


def _arrived(judge: "Judge", screenings: list[Row]) -> Iterator[str]:
    """Whoever stands at the trigger stage was screened, or it was noted why not."""
    taken = {(s["job"], s["candidate"]) for s in screenings}
    noted = {(n["job"], n["candidate"]) for n in _documents(judge, "notes")}
    for a in judge.tracker.applications.values():
        if a.history[-1][1] == TRIGGER and (a.job, a.person) not in taken | noted:
            yield f"I6: application {a.id} reached the stage, and nothing came of it"


def _results(judge: "Judge", screenings: list[Row], outbox: list[Row]) -> Iterator[str]:
    """Each revision of a result was ordered, and what is done can be seen in Slack and Tracker."""
    orders = {row["key"]: row for row in outbox}
    seen = {
        "pdf": " ".join(name for _, _, name, _ in judge.slack.uploads),
        "document": " ".join(name for _, name in judge.tracker.documents),
    }
    subjects = [a["subject"] for a in judge.tracker.activities]
    for s in screenings:
        for revision in range(1, s["data"]["revision"] + 1):
            for way in ("card", "activity"):
                if f"{way}:{s['gr']}:{revision}" not in orders:
                    yield f"I2: the {way} of {s['gr']} revision {revision} was never ordered"
    for row in (r for r in outbox if r["state"] == "done"):
        gr, revision = row["screening"], row["payload"].get("revision")
        if row["way"] in seen and f"{gr} r{revision}.pdf" not in seen[row["way"]]:
            yield f"I4: {row['key']} is done, and there is no such file"
        if row["way"] == "activity" and not any(gr in subject for subject in subjects):
            yield f"I4: {row['key']} is done, and there is no such activity"

"""After a time in which nobody looked: what was caught up with, told once in each mapping's channel."""

from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.storage.repositories import Repositories
from bot.storage.store import Tables
from screening.agent import Mapping
from screening.ports import Order

NAME: Final = "catchup"
MOST_LISTED: Final = 30


def begin(tables: Tables, since: int, until: int) -> None:
    """Nobody looked from `since` to `until` (ms UTC); a gap that is being caught up with already only grows."""
    row = tables["values"].first(name=NAME)
    if row is not None:
        tables["values"].update({"until": until}, doc_ids=[row.doc_id])
        return
    tables["values"].insert({"name": NAME, "since": since, "until": until, "jobs": {}})


def taken(tables: Tables, job: int) -> None:
    """One more is screened."""
    _add(tables, job, lambda doc: doc.update(taken=doc["taken"] + 1))


def listed(tables: Tables, job: int, sentence: str) -> None:
    """One more is not texted, and why."""
    _add(tables, job, lambda doc: doc["listed"].append(sentence))


def _add(tables: Tables, job: int, change: Any) -> None:
    row = tables["values"].first(name=NAME)
    if row is None:
        return
    jobs = dict(row["jobs"])
    doc = dict(jobs.get(str(job), {"taken": 0, "listed": []}))
    change(doc)
    tables["values"].update({"jobs": {**jobs, str(job): doc}}, doc_ids=[row.doc_id])


def end(tables: Tables, records: Repositories, mappings: dict[int, Mapping], zone: str, now: int) -> None:
    """Everything was looked at: tell it in each channel that it concerns."""
    row = tables["values"].first(name=NAME)
    if row is None:
        return
    tables["values"].remove(doc_ids=[row.doc_id])
    for job, doc in row["jobs"].items():
        mapping = mappings.get(int(job))
        if mapping is not None:
            text = _text(mapping, doc, row["since"], row["until"], zone)
            key = f"notice:catchup:{job}:{now}"
            payload = {"text": text, "channel": mapping.channel}
            records.order(Order(key=key, way="notice", lane=f"notice:{job}", payload=payload), now)


def _text(mapping: Mapping, doc: dict[str, Any], since: int, until: int, zone: str) -> str:
    """What happened meanwhile, for recruiters."""
    from_, to = (datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone)) for at in (since, until))
    head = (
        f"Tracker was not watched from {from_:%b %d %H:%M} to {to:%b %d %H:%M %Z}. "
        f"Job {mapping.job} {mapping.title}: {doc['taken']} reached {mapping.trigger} meanwhile and are screened now."
    )
    lines = [f"• {sentence}" for sentence in doc["listed"][:MOST_LISTED]]
    more = len(doc["listed"]) - MOST_LISTED
    lines += [f"• … and {more} more, see `why`"] if more > 0 else []
    return "\n".join([head, *(["Not texted:"] if lines else []), *lines])

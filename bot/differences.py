"""Contact data in which a recruiter's list and Tracker differ: told under the list's message, changed by a click alone."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from bot.ats.contact import keep_differing, offered, told
from bot.ats.writing import writing_of
from bot.backfill_rows import change
from bot.storage.repositories import Repositories
from bot.storage.store import Tables
from screening.intake import Arrival
from screening.ports import Order

Differs: TypeAlias = Mapping[str, Mapping[str, str]]  # by field: `was` in Tracker, `now` in the list
MOST: Final = 50  # people of a list whose differences are told


def keep_difference(records: Repositories, token: str, line: int, arrival: Arrival, differs: Differs) -> None:
    """Remember it until the list is over: its message has to stand before anything can be told under it."""
    known = records.value(token).get("differ", [])
    one = {"line": line, "job": arrival.job.id, "candidate": arrival.candidate.id, "name": arrival.candidate.name}
    change(records, token, differ=[*known, {**one, "fields": dict(differs)}][:MOST])


def order_differences(tables: Tables, records: Repositories, token: str, now: int) -> None:
    """One message a person in the thread of the list's message; with buttons where a screening of theirs is known."""
    row = records.value(token)
    for each in row.get("differ", []):
        _order(tables, records, token, str(row.get("place") or ""), each, now)


def _order(tables: Tables, records: Repositories, token: str, thread: str, each: Mapping[str, Any], now: int) -> None:
    protected = writing_of(tables).protected
    s = records.of_application(each["job"], each["candidate"])
    lines = told(each["fields"], protected, "the list says")
    text = "\n".join(
        [f"{each['name']} (line {each['line']}): the list has contact data that differ from Tracker's.", *lines]
    )
    payload: dict[str, Any] = {"text": text, "under": thread}
    if s is not None:
        keep_differing(records, s.id, each["fields"])
        payload |= {"of": s.id, "contact": offered(each["fields"], protected)}
    key = f"notice:{token}:contact:{each['candidate']}" if s else f"notice:contact:{each['job']}:{each['candidate']}"
    records.order(Order(key=key, way="notice", lane=f"notice:{token}", payload=payload), now)

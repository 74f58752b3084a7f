"""A store that an older Greenroom has written is brought up to date, with what it had under way."""

from typing import Any

from bot.storage.formats import FORMAT, prepare
from bot.storage.repositories import SPECS
from bot.storage.rows import RowStorage, Tables
from bot.storage.sqlite import SqliteDatabase, connect
from bot.storage.transaction import transact

DELIVERY = {  # as format 1 kept it
    "format": 1, "key": "sms:GR-1-B1", "way": "sms", "lane": "phone:+13125550101", "payload": {"to": "+13125550101"},
    "screening": "GR-1", "priority": 2, "turn": 0, "after": None, "state": "new", "due": 5, "made": 5,
    "to": "+13125550101", "tries": 0, "claimed": None, "provider_id": None, "reason": "", "code": "",
}  # fmt: skip


def screening(gr: str, status: str, decided: str = "", first_sent_at: int | None = None) -> dict[str, Any]:
    """As format 1 kept it, as far as it matters here."""
    data = {"decided": decided, "first_sent_at": first_sent_at}
    return {"format": 1, "gr": gr, "open_phone": None, "status": status, "data": data}


def test_what_format_1_had_under_way_is_delivered_and_counted() -> None:
    database = SqliteDatabase(connect(":memory:"))
    prepare(database, SPECS, to=1)
    tables = Tables(RowStorage(database, SPECS))

    def old(t: Tables) -> None:
        t["outbox"].insert(DELIVERY)
        t["outbox"].insert({**DELIVERY, "key": "new one", "queue": "sms:0"})
        t["screenings"].insert(screening("GR-1", "in_progress"))
        t["screenings"].insert(screening("GR-2", "completed", first_sent_at=5))
        t["screenings"].insert(screening("GR-3", "completed", "Advanced by Rita", 5))

    transact(database, tables, old)
    prepare(database, SPECS)

    due = transact(database, tables, lambda t: [r["key"] for r in t["outbox"].due("due", 9, 5, queue="sms:2")])
    assert due == ["sms:GR-1-B1"]
    found = transact(database, tables, lambda t: [(r["standing"], r["texted"]) for r in t["screenings"].all()])
    assert found == [("in_progress", False), ("waiting", True), ("advanced", True)]
    assert database.meta("format") == str(FORMAT)
    assert transact(database, tables, lambda t: t["outbox"].first(key="new one"))["queue"] == "sms:0"  # type: ignore[index]
    database.connection.close()

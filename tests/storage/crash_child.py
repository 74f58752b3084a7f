"""A process that writes to two tables in each transaction and says so after the commit, until it is killed."""

import asyncio
import sys

from bot.storage.store import Store, Tables, TableSpec, open_store

SPECS = (TableSpec(name="messages", unique=("sid",)), TableSpec(name="totals", unique=("name",)))


def receive(sid: str, tables: Tables) -> None:
    """Keep a message and count it: both or neither."""
    tables["messages"].insert({"sid": sid, "body": "x" * 500})
    total = tables["totals"].first(name="messages")
    if total is None:
        tables["totals"].insert({"name": "messages", "count": 1})
    else:
        tables["totals"].update({"count": total["count"] + 1}, doc_ids=[total.doc_id])


async def receive_and_say(store: Store, sid: str) -> None:
    """Say it only once it is durable."""
    await store.run(lambda t: receive(sid, t))
    sys.stdout.write(f"{sid}\n")
    sys.stdout.flush()


async def main(where: str, life: str) -> None:
    """Four at a time, for ever."""
    store = open_store(where, SPECS, exclusive=True)
    for group in range(10**6):
        await asyncio.gather(*(receive_and_say(store, f"{life}-{group}-{n}") for n in range(4)))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))

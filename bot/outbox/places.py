"""Where a message goes, kept with its delivery before it is posted: a look-up must not search where it would go today."""

from dataclasses import dataclass

from bot.storage.store import Store, Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """A place is "channel:ts" of the message at the head of a thread, or "channel:" for the channel itself."""

    store: Store

    async def keep(self, key: str, place: str) -> None:
        """The delivery of that key is about to be posted there."""
        await self.store.run(lambda t: _keep(t, key, place))

    async def kept(self, key: str) -> str:
        """Where it was about to be posted last; empty where that was never kept."""
        row = await self.store.read(lambda t: t["outbox"].first(key=key))
        return str(row.get("place") or "") if row else ""


def _keep(tables: Tables, key: str, place: str) -> None:
    row = tables["outbox"].first(key=key)
    if row is not None and row.get("place") != place:
        tables["outbox"].update({"place": place}, doc_ids=[row.doc_id])

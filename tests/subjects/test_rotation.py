"""STOP, erasure, a new secret key, the old one dropped, a restart, and the stage again: no text goes out."""

from pathlib import Path

from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Tables, open_store
from bot.subjects.erase import erase
from screening import screener
from screening.intake import Taken
from screening.screener import InboundText
from tests.builders import NOON
from tests.subjects.conftest import PHONE, House

OLD, NEW = "old " * 10, "new " * 10


async def opened(path: Path, *secrets: str) -> tuple[House, bytes]:
    store = open_store(str(path), SPECS, exclusive=False)
    ring = await store.run(lambda t: load_keyring(t, secrets))

    class Peppered(House):
        def records(self, tables: Tables) -> Repositories:
            return Repositories(tables, ring.pepper)

    return Peppered(store=store, path=path), ring.pepper


async def test_who_said_stop_is_never_texted_again_though_erased_and_under_a_new_key(tmp_path: Path) -> None:
    path = tmp_path / "greenroom.db"
    house, pepper = await opened(path, OLD)
    await house.screened()
    stop = InboundText(sid="SMSTOP", phone=PHONE, text="STOP", at=NOON + 600_000)
    assert await house.act(lambda r: screener.hear(r, stop, 0, "Acme")) == "opted_out"
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    await house.store.close()
    for secrets in ((NEW, OLD), (NEW,)):  # rotated, then the old one dropped
        house, same = await opened(path, *secrets)
        assert same == pepper
        await house.begin("GR-0000000002")
        texts = await house.store.read(lambda t: [r for r in t["outbox"].all() if r["way"] == "sms"])
        notes = await house.store.read(lambda t: {n["code"] for n in t["notes"].find(candidate=7)})
        await house.store.close()
        assert texts == []
        assert notes == {Taken.OPTED_OUT.value}

"""The daily anchor seals the heads of all chains: whoever rewrites a whole chain, or cuts it, is found out."""

from dataclasses import replace

from bot.storage.formats import prepare
from bot.storage.repositories import SPECS, Repositories
from bot.storage.sqlite import SqliteDatabase, connect
from bot.storage.store import Tables, open_store
from bot.subjects.anchoring import Anchoring, all_anchors
from bot.subjects.erase import erase
from bot.subjects.verifying import verify_all
from screening.anchor import anchor_faults, next_anchor
from screening.chain import Sealed, next_link
from tests.builders import NOON
from tests.subjects.conftest import PEPPER, House, on_either

DAY = 86_400_000


async def anchor(house: House, now: int) -> int:
    return await Anchoring(house.store, lambda: now).run_once()


async def verdict(house: House) -> tuple[bool, str]:
    found = await house.store.read(lambda t: verify_all(house.records(t)))
    return found.ok, found.text


@on_either
async def test_one_anchor_a_day_over_what_has_grown(house: House) -> None:
    s = await house.screened()
    assert await anchor(house, NOON + DAY) == 1
    assert await anchor(house, NOON + DAY + 3_600_000) == 0, "today has one"
    assert await anchor(house, NOON + 2 * DAY) == 0, "nothing has grown"
    await house.screened("GR-0000000002", id=8, phone="+13125550143")
    assert await anchor(house, NOON + 3 * DAY) == 1
    first, second = await house.store.read(all_anchors)
    assert [head[:2] for head in first.heads] == [(s.id, s.chained)]
    assert [head[0] for head in second.heads] == ["GR-0000000002"]
    ok, text = await verdict(house)
    assert ok
    assert f"2 daily anchors hold; the last, of 2026-11-24, is {second.root}" in text


async def test_a_chain_rewritten_from_its_first_link_is_found_by_the_anchor(house: House) -> None:
    s = await house.screened()
    await anchor(house, NOON + DAY)

    def rewrite(tables: Tables) -> None:
        head = ""
        for row in sorted(tables["chain"].find(screening=s.id), key=lambda r: r["number"]):
            event = tables["events"].first(key=row["key"])
            assert event is not None
            payload = {**event["payload"], "forged": True}
            link = next_link(head, row["number"], row["at"], Sealed(nonce=event["nonce"], payload=payload))
            tables["events"].update({"payload": payload}, doc_ids=[event.doc_id])
            tables["chain"].update({"seal": link.seal, "head": link.head}, doc_ids=[row.doc_id])
            head = link.head
        mine = tables["screenings"].first(gr=s.id)
        assert mine is not None
        tables["screenings"].update({"data": {**mine["data"], "chain": head}}, doc_ids=[mine.doc_id])

    await house.store.run(rewrite)
    ok, text = await verdict(house)
    assert not ok
    assert text == f"{s.id}: link {s.chained} is not the one that anchor 1 has seen"


@on_either
async def test_a_screening_that_vanished_with_its_chain_is_found(house: House) -> None:
    s = await house.screened()
    await anchor(house, NOON + DAY)
    for name in ("chain", "events", "screenings"):
        await house.store.run(lambda t, n=name: t[n].remove(doc_ids=[r.doc_id for r in t[n].all()]))
    assert await verdict(house) == (False, f"{s.id}: anchor 1 has seen {s.chained} links, 0 are left")


@on_either
async def test_an_erased_screening_keeps_its_anchors_and_is_said_to_be_erased(house: House) -> None:
    s = await house.screened()
    await anchor(house, NOON + DAY)
    await house.act(lambda r: erase(r, "7", NOON + 2 * DAY, "U1"))
    ok, text = await verdict(house)
    assert ok
    assert f"{s.id}: erased on 2026-11-23, chain whole." in text


def test_a_changed_or_missing_anchor_is_named() -> None:
    one = next_anchor(None, 1, [])
    two = next_anchor(one, 2, [])
    assert anchor_faults([one, two], {}) == []
    assert anchor_faults([replace(one, at=5), two], {}) == ["anchor 1 was changed, or one before it"]
    assert anchor_faults([two], {}) == ["anchor 1 is missing"]


async def test_chains_and_anchors_hold_after_an_upgrade_that_rewrites_every_screening(house: House) -> None:
    await house.screened()
    await anchor(house, NOON + DAY)
    await house.store.close()

    def upgrade(tables: Tables) -> None:
        for row in tables["screenings"].all():
            tables["screenings"].update({"format": 2, "data": {**row["data"], "since": "2"}}, doc_ids=[row.doc_id])

    database = SqliteDatabase(connect(str(house.path)))
    prepare(database, SPECS, to=2, migrations={1: upgrade})
    assert database.meta("format") == "2"
    database.begin()
    database.set_meta("format", "1")
    database.commit()
    database.connection.close()
    house.store = open_store(str(house.path), SPECS, exclusive=False)
    found = await house.store.read(lambda t: verify_all(Repositories(t, PEPPER)))
    assert found.ok, found.text

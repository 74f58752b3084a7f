"""The audit chain: whatever is changed, removed or put in between is named."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.subjects.verifying import verify_all
from screening.chain import ERASED, Link, Sealed, faults, next_link
from tests.subjects.conftest import House, on_either


def chain(*payloads: dict[str, Any]) -> tuple[list[Link], dict[int, Sealed]]:
    links: list[Link] = []
    events = {}
    for number, payload in enumerate(payloads, 1):
        events[number] = Sealed(nonce=f"n{number}", payload=payload)
        links.append(next_link(links[-1].head if links else "", number, 1000 + number, events[number]))
    return links, events


THREE = ({"what": "Began"}, {"what": "Texted", "text": "yes"}, {"what": "Settled"})


def test_an_untouched_chain_is_whole() -> None:
    assert faults(*chain(*THREE)) == []
    assert faults([], {}) == []


@given(st.integers(0, 2), st.text(max_size=20))
def test_a_changed_payload_is_named_by_its_link(place: int, text: str) -> None:
    links, events = chain(*THREE)
    events[place + 1] = Sealed(nonce=events[place + 1].nonce, payload={"what": "Texted", "text": f"no {text}"})
    assert faults(links, events) == [f"what link {place + 1} seals was changed"]


@pytest.mark.parametrize("place", [0, 1])
def test_a_missing_link_is_named(place: int) -> None:
    links, events = chain(*THREE)
    del links[place]
    assert f"link {place + 1} is missing" in faults(links, events)


@pytest.mark.parametrize("change", [{"at": 5}, {"seal": "0" * 64}, {"head": "f" * 64}])
def test_a_changed_link_is_named(change: dict[str, Any]) -> None:
    links, events = chain(*THREE)
    was = links[1]
    links[1] = Link(**{"number": was.number, "at": was.at, "seal": was.seal, "head": was.head, **change})
    assert any("link 2" in fault for fault in faults(links, events))


def test_a_payload_may_be_missing_only_before_an_erasure() -> None:
    links, events = chain(*THREE, {"what": ERASED})
    kept = {4: events[4]}
    assert faults(links, kept) == []
    assert faults(links[:3], {}) == [f"what link {n} seals is missing" for n in (1, 2, 3)]


@on_either
async def test_a_flipped_byte_in_the_store_is_found(house: House) -> None:
    s = await house.screened()
    assert s.chained > 5
    row = await house.store.read(lambda t: t["events"].find(screening=s.id)[3])
    await house.store.run(
        lambda t: t["events"].update({"payload": {**row["payload"], "what": "Sunk"}}, doc_ids=[row.doc_id])
    )
    verdict = await house.store.read(lambda t: verify_all(house.records(t)))
    assert not verdict.ok
    assert f"{s.id}: what link {row['number']} seals was changed" in verdict.text


async def test_a_chain_cut_short_is_found(house: House) -> None:
    s = await house.screened()
    row = await house.store.read(lambda t: t["chain"].first(key=f"{s.id}:{s.chained}"))
    assert row is not None
    await house.store.run(lambda t: t["chain"].remove(doc_ids=[row.doc_id]))
    verdict = await house.store.read(lambda t: verify_all(house.records(t)))
    assert "not the one that the screening remembers" in verdict.text

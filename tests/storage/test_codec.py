"""Bytes that are hashed are the same for equal values, whichever database they came through."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.codec import canonical, decode, encode
from bot.storage.store import Store

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")),
)
keys = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=5)
values = st.recursive(scalars, lambda v: st.lists(v, max_size=3) | st.dictionaries(keys, v, max_size=3), max_leaves=8)


def test_the_order_of_keys_does_not_matter() -> None:
    assert canonical({"b": 1, "a": [{"d": 2, "c": 3}]}) == canonical({"a": [{"c": 3, "d": 2}], "b": 1})


def test_canonical_bytes_stay_what_they_were() -> None:
    value = {"é": "\u2028", "n": 1.0, "big": 1e16, "less": 0.1, "none": None, "zero": -0.0, "list": (1, True)}
    assert canonical(value) == (
        b'{"big":10000000000000000,"less":0.1,"list":[1,true],"n":1,"none":null,"zero":0,"\xc3\xa9":"\xe2\x80\xa8"}'
    )


@given(values)
def test_what_was_encoded_has_the_same_canonical_bytes(value: object) -> None:
    assert canonical(decode(encode({"value": value}))["value"]) == canonical(value)


REFUSED = [float("nan"), {"a": [float("-inf")]}, "\0", {"\0": 1}, {1: 2}, datetime(2026, 1, 1, tzinfo=UTC), 2**64]


@pytest.mark.parametrize("value", REFUSED)
def test_what_has_no_canonical_bytes_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        canonical(value)


AWKWARD = [1e16, 1.0, 0.1, 1e300, -1e-300, 2**63 - 1, -(2**63), "\u2028é😀", {"zz": 1, "a": {"b": []}}, [None, True]]


@pytest.mark.parametrize("value", AWKWARD)
async def test_a_database_does_not_change_canonical_bytes(store: Store, value: object) -> None:
    doc_id = await store.run(lambda t: t["outbox"].insert({"value": value}))
    kept = await store.read(lambda t: t["outbox"].find()[0])
    assert (kept.doc_id, canonical(kept["value"])) == (doc_id, canonical(value))

"""Keys are kept wrapped; the secret that wraps them can be changed, and what they protect stays readable."""

from collections.abc import Sequence

import pytest

from bot.errors import KeysError
from bot.storage.keys import Keyring, load_keyring
from bot.storage.store import Store

OLD, NEW, OTHER = "old " * 8, "new " * 8, "other" * 7


async def load(store: Store, secrets: Sequence[str]) -> Keyring:
    return await store.run(lambda t: load_keyring(t, secrets))


async def test_keys_are_made_once_and_stay(store: Store) -> None:
    first, again = await load(store, [OLD]), await load(store, [OLD])
    assert (first.links, first.pepper) == (again.links, again.pepper)
    assert len({first.links, first.pepper}) == 2
    assert again.open(first.seal("a token: é")) == "a token: é"


async def test_rotation_wraps_anew_and_changes_no_key(store: Store) -> None:
    before = await load(store, [OLD])
    sealed = before.seal("token")
    rotating = await load(store, [NEW, OLD])
    after = await load(store, [NEW])
    assert (before.waiting, rotating.waiting, after.waiting) == (0, 3, 0)
    assert after.open(sealed) == "token"
    assert (after.links, after.pepper) == (before.links, before.pepper)


async def test_after_rotation_the_old_secret_opens_nothing(store: Store) -> None:
    await load(store, [OLD])
    await load(store, [NEW, OLD])
    with pytest.raises(KeysError, match="GREENROOM_SECRET_KEY does not open this store"):
        await load(store, [OLD])


async def test_a_wrong_secret_is_told_and_makes_no_new_keys(store: Store) -> None:
    before = await load(store, [OLD])
    with pytest.raises(KeysError, match="does not open this store"):
        await load(store, [OTHER])
    assert (await load(store, [OLD])).pepper == before.pepper


@pytest.mark.parametrize("secrets", [[], ["short"], [OLD, "short"]])
async def test_missing_and_short_secrets_are_refused(store: Store, secrets: list[str]) -> None:
    with pytest.raises(KeysError):
        await load(store, secrets)


async def test_neither_the_store_nor_a_printed_keyring_shows_a_key(store: Store) -> None:
    keyring = await load(store, [OLD])
    rows = await store.read(lambda t: str(t["keys"].all()))
    for secret in (OLD, repr(keyring.pepper), keyring.pepper.hex()):
        assert secret not in rows + repr(keyring)


@pytest.mark.parametrize("token", ["", "nonsense", "é"])
async def test_what_was_not_sealed_here_does_not_open(store: Store, token: str) -> None:
    keyring = await load(store, [OLD])
    with pytest.raises(KeysError, match="sealed"):
        keyring.open(token)

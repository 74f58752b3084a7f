"""Envelope keys: the operator's secret only wraps the random keys that are kept in the store."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from tinydb.table import Document

from bot.errors import KeysError
from bot.storage.database import TableSpec
from bot.storage.rows import Tables

SHORTEST: Final = 32  # characters of a secret
NAMES: Final = ("tokens", "links", "pepper")
KEYS: Final = TableSpec(name="keys", unique=("name",))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Keyring:
    """The opened keys. `links` signs links, `pepper` hides numbers in the opt-out ledger and never changes."""

    tokens: Fernet
    links: bytes
    pepper: bytes
    waiting: int  # wrapped keys that still needed an old secret before this load

    def seal(self, text: str) -> str:
        """Encrypt a text for the store."""
        return self.tokens.encrypt(text.encode()).decode()

    def open(self, token: str) -> str:
        """Decrypt what `seal` gave; KeysError for anything else."""
        try:
            return self.tokens.decrypt(token.encode()).decode()
        except InvalidToken as error:
            raise KeysError("this sealed text was not written with the keys of this store, or was changed") from error


def load_keyring(tables: Tables, secrets: Sequence[str]) -> Keyring:
    """Open the keys with one of the secrets, newest first; missing keys are made, old ones wrapped anew."""
    wraps = [_wrap(secret) for secret in secrets]
    if not wraps:
        raise KeysError("there is no secret: set GREENROOM_SECRET_KEY")
    opened = {name: _load(tables, name, wraps) for name in NAMES}
    keys = {name: key for name, (key, _) in opened.items()}
    return Keyring(
        tokens=Fernet(base64.urlsafe_b64encode(keys["tokens"])),
        links=keys["links"],
        pepper=keys["pepper"],
        waiting=sum(old for _, old in opened.values()),
    )


def _wrap(secret: str) -> Fernet:
    if len(secret) < SHORTEST:
        raise KeysError(f"GREENROOM_SECRET_KEY is shorter than {SHORTEST} characters")
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"greenroom: wrap keys, 1").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(derived))


def _load(tables: Tables, name: str, wraps: Sequence[Fernet]) -> tuple[bytes, bool]:
    """The key, and whether it needed an old secret."""
    row = tables["keys"].first(name=name) or _make(tables, name, wraps[0])
    for place, wrap in enumerate(wraps):
        key = _unwrap(wrap, row["wrapped"])
        if key is not None:
            if place:
                tables["keys"].update({"wrapped": wraps[0].encrypt(key).decode()}, doc_ids=[row.doc_id])
            return key, place > 0
    raise KeysError(
        "GREENROOM_SECRET_KEY does not open this store: "
        "use the secret it was made with, or name that one second while rotating"
    )


def _make(tables: Tables, name: str, wrap: Fernet) -> Document:
    key = base64.urlsafe_b64decode(Fernet.generate_key())
    tables["keys"].insert_once({"name": name, "wrapped": wrap.encrypt(key).decode()})
    made = tables["keys"].first(name=name)
    if made is None:
        raise KeysError(f"the key {name} could not be kept")
    return made


def _unwrap(wrap: Fernet, wrapped: str) -> bytes | None:
    try:
        return wrap.decrypt(wrapped.encode())
    except InvalidToken:
        return None

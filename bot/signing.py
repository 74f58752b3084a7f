"""What our links are signed with: 128 bits that nobody can guess, and short enough for a text."""

from functools import partial
from hashlib import blake2s
from typing import Final

from itsdangerous import Signer

_DIGEST: Final = partial(blake2s, digest_size=16)


def signer(key: bytes, salt: str) -> Signer:
    """Signs for one purpose, the salt, with the store's own key."""
    return Signer(key, salt=salt, digest_method=_DIGEST, key_derivation="hmac")

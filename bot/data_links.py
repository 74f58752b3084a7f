"""Links to the page of what we hold about a candidate: signed, expiring, bound to one screening."""

from functools import partial
from hashlib import blake2s
from typing import Final

from itsdangerous import BadSignature, Signer

LONGEST: Final = 200
PATH: Final = "/d/"


class DataLinks:
    """Makes and reads links with the store's own key; `public_url` is ours as the outside world knows it."""

    def __init__(self, key: bytes, public_url: str) -> None:
        digest = partial(blake2s, digest_size=16)
        self._signer = Signer(key, salt="data-link-v1", digest_method=digest, key_derivation="hmac")
        self._public = public_url

    def url(self, screening: str, until: int) -> str:
        """The link as it stands in a text, good until then (ms UTC); the same for the same screening and end."""
        return f"{self._public}{PATH}{self._signer.sign(f'{screening}.{until // 1000}').decode()}"

    def read(self, written: str, now: int) -> tuple[str, bool]:
        """The screening that a token names, and whether it still opens at `now` (ms UTC); "" for what is not ours."""
        try:
            id, until = self._signer.unsign(written[:LONGEST]).decode().rsplit(".", 1)
            return id, now < int(until) * 1000
        except (BadSignature, ValueError):
            return "", False

"""Links to the page of what we hold about a candidate: signed, expiring, bound to one screening."""

from typing import Final

from itsdangerous import BadSignature

from bot.signing import signer

LONGEST: Final = 200
PATH: Final = "/d/"


class DataLinks:
    """Makes and reads links with the store's own key; `public_url` is ours as the outside world knows it."""

    def __init__(self, key: bytes, public_url: str) -> None:
        self._signer = signer(key, "data-link-v1")
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

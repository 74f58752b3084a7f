"""Links to the web form: signed, expiring, bound to one screening and to the revision they were made for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from itsdangerous import BadSignature

from bot.signing import signer

LONGEST: Final = 200
PATH: Final = "/f/"


class Unusable(StrEnum):
    """Why a token opens nothing."""

    FORGED = "forged"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormToken:
    """What a link says: the screening, the revision it was made for, and its end (ms UTC)."""

    screening: str
    round: int
    until: int


class FormLinks:
    """Makes and reads links with the store's own key; `public_url` is ours as the outside world knows it."""

    def __init__(self, key: bytes, public_url: str) -> None:
        self._links = signer(key, "form-link-v1")
        self._seals = signer(key, "form-seal-v1")
        self._public = public_url

    def url(self, token: FormToken) -> str:
        """The link as it stands in a text; the same for the same token."""
        return f"{self._public}{PATH}{self.write(token)}"

    def write(self, token: FormToken) -> str:
        """The token alone."""
        return self._links.sign(f"{token.screening}.{token.round}.{token.until // 1000}").decode()

    def read(self, written: str, now: int) -> FormToken | Unusable:
        """The token, or why it opens nothing at `now` (ms UTC)."""
        try:
            said = self._links.unsign(written[:LONGEST]).decode()
            id, round, until = said.rsplit(".", 2)
            token = FormToken(screening=id, round=int(round), until=int(until) * 1000)
        except (BadSignature, ValueError):
            return Unusable.FORGED
        return token if now < token.until else Unusable.EXPIRED

    def seal(self, written: str, page: str) -> str:
        """The hidden field of a page: proves that it came from our page for this very link."""
        return f"{page}~{self._seals.get_signature(f'{written}~{page}').decode()}"

    def unseal(self, written: str, seal: str) -> str:
        """The page that a hidden field names; empty where it is not ours or for another link."""
        page, _, proof = seal.rpartition("~")
        return page if self._seals.verify_signature(f"{written}~{page}", proof) else ""

"""Links to recordings: ours alone, unguessable, expiring, revocable; every use is written down."""

import re
import secrets
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from itsdangerous import BadSignature

from bot.signing import signer
from bot.storage.store import Tables

LIFE: Final = 14 * 86_400_000  # ms that a link plays
LONGEST: Final = 120  # characters of a token
PATH: Final = "/r/"


LONGEST_OUTSIDE: Final = 500  # characters of an address elsewhere
HOW: Final = f"Give a whole https:// address of at most {LONGEST_OUTSIDE} characters."
_NAME: Final = re.compile(
    r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", re.IGNORECASE
)


class Unusable(StrEnum):
    """Why a link plays nothing."""

    UNKNOWN = "unknown"
    EXPIRED = "expired"
    REVOKED = "revoked"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Playable:
    """What a good link plays: the file's name in the directory, its bytes and media type, and the screening it is of."""

    link: str
    screening: str
    name: str
    size: int
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Barred:
    """A link that was ours and plays nothing now."""

    why: Unusable
    screening: str = ""
    link: str = ""


class Links:
    """Makes and opens links with the store's own key; `public_url` is ours as the outside world knows it."""

    def __init__(self, key: bytes, public_url: str) -> None:
        self._signer = signer(key, "recording-link-v1")
        self._public = public_url

    def make(self, tables: Tables, screening: str, recording: str, now: int) -> str:
        """A new link to a recording; the address as it is shown."""
        id = secrets.token_hex(12)
        row = {
            "id": id,
            "screening": screening,
            "recording": recording,
            "made": now,
            "until": now + LIFE,
            "revoked": None,
        }
        tables["links"].insert(row)
        return f"{self._public}{PATH}{self._signer.sign(id).decode()}"

    def id_of(self, token: str) -> str:
        """The id in a token of ours; empty for anything else."""
        try:
            return self._signer.unsign(token[:LONGEST]).decode()
        except (BadSignature, ValueError):
            return ""

    def owns(self, url: str) -> bool:
        """Whether an address is one of our links."""
        return url.startswith(f"{self._public}{PATH}")

    def id_in(self, url: str) -> str:
        """The id in an address of ours; empty for any other."""
        return self.id_of(url.removeprefix(f"{self._public}{PATH}")) if self.owns(url) else ""

    def open(self, tables: Tables, token: str, now: int) -> Playable | Barred:
        """What the link plays at `now` (ms UTC), or why it plays nothing."""
        id = self.id_of(token)
        row = tables["links"].first(id=id) if id else None
        if row is None:
            return Barred(why=Unusable.UNKNOWN)
        barred = partial(Barred, screening=row["screening"], link=id)
        if row["revoked"] is not None:
            return barred(why=Unusable.REVOKED)
        if now >= row["until"]:
            return barred(why=Unusable.EXPIRED)
        kept = tables["recordings"].first(sid=row["recording"])
        if kept is None:
            return barred(why=Unusable.GONE)
        return Playable(
            link=id, screening=row["screening"], name=kept["name"], size=int(kept["size"]), type=kept["type"]
        )

    def renewed(self, tables: Tables, urls: tuple[str, ...], now: int) -> tuple[str, ...]:
        """The same addresses, with a new link in place of each of ours that plays no more though its recording is here."""
        return tuple(self._renewed(tables, url, now) for url in urls)

    def _renewed(self, tables: Tables, url: str, now: int) -> str:
        token = url.removeprefix(f"{self._public}{PATH}")
        opened = self.open(tables, token, now) if token != url else None
        if not isinstance(opened, Barred) or opened.why not in (Unusable.EXPIRED, Unusable.REVOKED):
            return url
        row = tables["links"].first(id=opened.link)
        return self.make(tables, opened.screening, row["recording"], now) if row else url


def why_not_outside(link: str, public_url: str) -> str:
    """Why this cannot stand as a recording made elsewhere; empty where it can."""
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return f"That is no web address. {HOW}"
    if (
        parts.scheme != "https"
        or len(link) > LONGEST_OUTSIDE
        or not link.isprintable()
        or set(link) & set(' <>|"\\^`{}')
    ):
        return HOW
    if parts.username is not None or parts.password is not None:
        return f"The address holds a name or password; give one without. {HOW}"
    if not _NAME.fullmatch(host):
        return f"{HOW} Its host must be a name that others can reach."
    if f"{parts.scheme}://{parts.netloc}".lower() == public_url.lower():
        return "That is one of our own addresses; give the one where the recording was made."
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A link as it was made: until when it plays (ms UTC), since when it does not any more, how often it was opened."""

    id: str
    until: int
    revoked: int | None
    opened: int
    last: int | None


def issued(tables: Tables, screening: str) -> list[Issued]:
    """Every link of a screening, the oldest first, with its uses."""
    uses = tables["uses"].find(screening=screening)
    found = []
    for row in tables["links"].find(screening=screening):
        times = [int(use["at"]) for use in uses if use["link"] == row["id"]]
        one = Issued(
            id=row["id"], until=row["until"], revoked=row["revoked"], opened=len(times), last=max(times, default=None)
        )
        found.append(one)
    return found


def revoke(tables: Tables, screening: str, now: int) -> int:
    """No link of that screening plays any more; answers how many did."""
    rows = [r for r in tables["links"].find(screening=screening) if r["revoked"] is None and r["until"] > now]
    for row in rows:
        tables["links"].update({"revoked": now}, doc_ids=[row.doc_id])
    return len(rows)


def note_use(tables: Tables, link: str, screening: str, what: str, agent: str, now: int) -> None:
    """Write down that a link was used: what was asked for and how it was answered, and by which program."""
    tables["uses"].insert({"link": link, "screening": screening, "what": what, "agent": agent[:200], "at": now})

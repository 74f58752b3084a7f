"""Whether two records are of one person: by e-mail, phone or LinkedIn; the same full name alone is only a hint."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What tells a person from others. `phones` are E.164; anything may be empty. `id` is the record's."""

    id: int = 0
    name: str = ""
    email: str = ""
    phones: tuple[str, ...] = ()
    linkedin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A record of the same person, and by which key; `sure` is False where a person must confirm it."""

    id: int
    key: str
    sure: bool


def match(wanted: Traits, known: Iterable[Traits]) -> Match | None:
    """The best match: e-mail, then phone, then LinkedIn; then a single one of the same full name, unconfirmed."""
    records = tuple(known)
    for key, same in (("e-mail", _same_email), ("phone", _same_phone), ("LinkedIn", _same_linkedin)):
        found = [each.id for each in records if same(wanted, each)]
        if found:
            return Match(id=min(found), key=key, sure=True)
    named = [each.id for each in records if wanted.name and folded(each.name) == folded(wanted.name)]
    return Match(id=named[0], key="full name", sure=False) if len(named) == 1 else None


def _same_email(one: Traits, other: Traits) -> bool:
    return bool(one.email.strip()) and email_of(one.email) == email_of(other.email)


def _same_phone(one: Traits, other: Traits) -> bool:
    return bool(set(one.phones) & set(other.phones))


def _same_linkedin(one: Traits, other: Traits) -> bool:
    key = linkedin_of(one.linkedin)
    return bool(key) and key == linkedin_of(other.linkedin)


def email_of(text: str) -> str:
    """An address in its comparable form."""
    return unicodedata.normalize("NFKC", text).strip().strip("<>").removeprefix("mailto:").casefold()


def linkedin_of(text: str) -> str:
    """The public name in a LinkedIn address, whatever its country, scheme, query or closing slash; empty for none."""
    raw = text.strip() if "//" in text else f"//{text.strip()}"
    try:
        parts = urlsplit(raw)
    except ValueError:
        return ""
    host = (parts.hostname or "").lower()
    if host != "linkedin.com" and not host.endswith(".linkedin.com"):
        return ""
    found = re.match(r"/(?:in|pub)/([^/]+)", unquote(parts.path), re.IGNORECASE)
    return unicodedata.normalize("NFC", found[1]).casefold() if found else ""


def folded(name: str) -> str:
    """A full name in its comparable form: case, accents and spaces do not matter; Steve is not Steven."""
    plain = unicodedata.normalize("NFKD", name)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())

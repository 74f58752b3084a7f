"""What candidates or lists say that a record may have wrong: e-mail, number, name, address, LinkedIn; and what differs."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from screening.address import address_in, same_street
from screening.duplicates import email_of, folded, linkedin_of

FIELDS: Final = {
    "email": "e-mail", "mobile": "mobile number", "name": "name", "street": "street", "town": "town", "state": "state",
    "postcode": "postcode", "linkedin": "LinkedIn address",
}  # fmt: skip
_EMAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,20}")
_PHONE = re.compile(
    r"(?:\b(?:new|other|correct) (?:cell|mobile|phone|number)(?: number)?(?: is|:)?"
    r"|\bmy (?:cell|mobile|phone|number)(?: number)? (?:is|changed to|has changed to)(?: now)?"
    r"|\b(?:reach|call|text) me (?:at|on))\s*:?\s*(\+?[\d(][\d\s().-]{7,20}\d)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b[Mm]y (?:full |real |legal |correct |last )?name is(?: now| actually| spelled| spelt)? "
    r"([^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+){1,3})(?=[.,;!?]|$)"
)
_POSTCODE = re.compile(
    r"\bmy (?:zip(?: ?code)?|postcode|post code|postal code) is(?: now)? ([A-Z0-9][A-Z0-9 -]{2,9})\b", re.I
)


def stated(texts: Iterable[str], phone_of: Callable[[str], str]) -> dict[str, str]:
    """What somebody said of themselves, field by field; the last word counts."""
    found: dict[str, str] = {}
    for text in texts:
        found |= address_in(text)
        if email := _EMAIL.search(text):
            found["email"] = email_of(email[0])
        if (phone := _PHONE.search(text)) and phone_of(phone[1]):
            found["mobile"] = phone_of(phone[1])
        if (name := _NAME.search(text)) and _is_name(name[1]):
            found["name"] = name[1]
        if postcode := _POSTCODE.search(text):
            found["postcode"] = postcode[1].upper().strip()
    return found


def differing(said: Mapping[str, str], record: Mapping[str, str], phone_of: Callable[[str], str]) -> dict[str, str]:
    """The fields that the record has otherwise, with what was said. An address or a number written otherwise is the same."""
    same: dict[str, Callable[[str], str]] = {
        "email": email_of,
        "mobile": lambda raw: phone_of(raw) or raw,
        "name": folded,
        "street": same_street,
        "town": folded,
        "state": folded,
        "linkedin": lambda raw: linkedin_of(raw) or raw.casefold(),
        "postcode": lambda raw: re.sub(r"\W", "", raw).casefold(),
    }
    given = {key: said[key] for key in FIELDS if said.get(key)}
    return {key: value for key, value in given.items() if same[key](value) != same[key](record.get(key, ""))}


def _is_name(words: str) -> bool:
    """Every word begins with a capital, where the script has capitals."""
    return all(word[0].isupper() or word[0].lower() == word[0].upper() for word in words.split())

"""A street address that somebody gives in a text, taken apart as a record keeps it: street, town, state, postcode."""

import re
from typing import Final

STREETS: Final = (
    "street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|pl|way|terrace|ter|circle|cir"
    "|highway|hwy|parkway|pkwy|square|sq|close|crescent|cres|trail|row|gardens|hill|mews|grove|walk|broadway|loop"
)
WRITTEN_OUT: Final = {
    "st": "street", "ave": "avenue", "rd": "road", "dr": "drive", "ln": "lane", "blvd": "boulevard", "ct": "court",
    "pl": "place", "ter": "terrace", "cir": "circle", "hwy": "highway", "pkwy": "parkway", "sq": "square",
    "cres": "crescent", "apt": "apartment", "n": "north", "s": "south", "e": "east", "w": "west",
}  # fmt: skip
MOST_PARTS: Final = 4
_REST = r"(\d[^\n;!?]{4,140})"
_GIVEN = re.compile(
    rf"\bmy (?:(?:new|home|current|mailing|postal|street|correct|full) ){{0,3}}address is(?: now)?:?\s{_REST}"
    rf"|\bi(?: now)? live at(?: now)?:?\s{_REST}|\bi(?:['’]ve| have)?(?: just)? moved to:?\s{_REST}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\.\s+(?=[^\W\d_])|\.$")
_TYPE = re.compile(rf"\b(?:{STREETS})$", re.IGNORECASE)
_FLAT = r"(?: (?:[nsew]|[ns][ew])\b)?(?:,? ?(?:apt|apartment|unit|suite|ste|flat|#)\.? ?#?\w{1,6})?"
_MEASURE = r"(?! ?(?:min|mile|km|kilomet|hour|block|step|year|month|week|day|differ|other|new|people|job|place)s?)"
_STREET = re.compile(
    rf"(\d{{1,6}}[a-z]?(?:[-/]\d{{1,4}})?{_MEASURE} [^,]{{0,60}}?\b(?:{STREETS})\b\.?{_FLAT})(?:[\s,]+(.*))?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(\d{1,6}[a-z]?(?:[-/]\d{1,4})? [^\W\d_][^,]{1,60}),(.+)", re.IGNORECASE)
_POSTCODE = re.compile(
    r"(?:^|[\s,]+)(\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$", re.IGNORECASE
)
_STATE = re.compile(r"(?:^|[\s,]+)([A-Z]{2})$")
_TOWN = re.compile(r"[^\W\d_][^\d,:]{1,38}")


def address_in(text: str) -> dict[str, str]:
    """The parts of the address that a text gives as the writer's own; empty where it gives none."""
    found = _GIVEN.search(text)
    if found is None:
        return {}
    words = _first_sentence(next(group for group in found.groups() if group))
    typed = _STREET.fullmatch(words)
    plain = _PLAIN.fullmatch(words) if found[1] else None  # "my address is" needs no word such as street
    parts = typed or plain
    if parts is None:
        return {}
    return {"street": parts[1].strip(" ,."), **_place(parts[2] or "")}


def _first_sentence(words: str) -> str:
    """Up to the end of the sentence; the point of "12 Oak St. Dayton OH" ends none."""
    for end in _SENTENCE.finditer(words):
        before, after = words[: end.start()], _SENTENCE.split(words[end.end() :])[0]
        if not (_TYPE.search(before) and {"state", "postcode"} & _place(after).keys()):
            return before.strip(" ,")
    return words.strip(" ,.")


def _place(words: str) -> dict[str, str]:
    """Town, state and postcode, as far as they stand there; what comes after a postcode is no address any more."""
    place: dict[str, str] = {}
    for part in words.split(",")[:MOST_PARTS]:
        rest = part.strip(" .")
        if postcode := _POSTCODE.search(rest):
            place["postcode"], rest = postcode[1].upper(), rest[: postcode.start()]
        if state := _STATE.search(rest):
            place.setdefault("state", state[1])
            rest = rest[: state.start()]
        if _TOWN.fullmatch(rest.strip(" .")):
            place.setdefault("town", rest.strip(" ."))
        if "postcode" in place:
            break
    return place


def same_street(one: str) -> str:
    """A street in its comparable form: 12 Oak St. and 12 oak street are one."""
    words = re.sub(r"[^\w]+", " ", one).casefold().split()
    return " ".join(WRITTEN_OUT.get(word, word) for word in words)

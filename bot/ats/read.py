"""Tracker's records into our people."""

import re
from typing import Final

import phonenumbers
from phonenumbers import timezone as phone_zones

from bot.ats.us_states import state_of
from screening.people import Candidate, Opportunity
from tracker.records import Candidate as Resource
from tracker.records import Job

TEXTABLE: Final = frozenset(
    {
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
        phonenumbers.PhoneNumberType.PERSONAL_NUMBER,
    }
)
_E, _C, _M, _P = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"
STATE_ZONES: Final = {
    **dict.fromkeys(
        ["CT", "DE", "DC", "GA", "ME", "MD", "MA", "NH", "NJ", "NY", "NC", "OH", "PA", "RI", "SC", "VT", "VA", "WV"],
        (_E,),
    ),
    **dict.fromkeys(["AL", "AR", "IL", "IA", "LA", "MN", "MS", "MO", "OK", "WI"], (_C,)),
    **dict.fromkeys(["CO", "MT", "NM", "UT", "WY"], (_M,)),
    **dict.fromkeys(["CA", "NV", "WA"], (_P,)),
    **dict.fromkeys(["FL", "IN", "KY", "MI", "TN"], (_E, _C)),
    **dict.fromkeys(["KS", "NE", "ND", "SD", "TX"], (_C, _M)),
    "AZ": ("America/Phoenix",),
    "ID": (_M, _P),
    "OR": (_P, _M),
    "AK": ("America/Anchorage",),
    "HI": ("Pacific/Honolulu",),
    "PR": ("America/Puerto_Rico",),
    "GU": ("Pacific/Guam",),
}
MANY: Final = 6  # a number that fits more zones than this tells nothing
_UNSAFE = re.compile(r"[\x00-\x1f\x7f]+")


def phone_of(raw: str, country: str) -> str:
    """E.164, or empty where the text is no number that can be texted."""
    for part in re.split(r"[;/,|]| or ", raw):
        try:
            number = phonenumbers.parse(part, country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number) and _textable(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return ""


def _textable(number: phonenumbers.PhoneNumber) -> bool:
    kind = phonenumbers.number_type(number)
    unknown = number.country_code == 1 and kind == phonenumbers.PhoneNumberType.UNKNOWN
    return kind in TEXTABLE or (unknown and str(number.national_number)[0] not in "01")


def zones_of(phone: str, state: str) -> tuple[str, ...]:
    """Every zone in which the person may plausibly be; empty where nothing is known."""
    zones = set(STATE_ZONES.get(state.strip().upper(), ()))
    if phone:
        found = [
            z for z in phone_zones.time_zones_for_number(phonenumbers.parse(phone)) if "/" in z and z != "Etc/Unknown"
        ]
        zones |= set(found) if len(found) <= MANY else set()
    return tuple(sorted(zones))


def candidate_from(r: Resource, country: str) -> Candidate:
    """The person, with one number to text: the mobile first, else the other."""
    phone = phone_of(r.mobile, country) or phone_of(r.phone, country)
    first, last = _UNSAFE.sub(" ", r.first_name).strip()[:60], _UNSAFE.sub(" ", r.last_name).strip()[:80]
    return Candidate(
        id=r.id,
        first_name=first or "there",
        name=f"{first} {last}".strip() or f"Candidate {r.id}",
        phone=phone,
        email=r.email,
        do_not_use=r.status.strip().lower() in ("do not use", "donotuse", "do not contact"),
        marketing=r.marketing,
        zones=zones_of(phone, state_of(r.county, "")),
        state=state_of(r.county, phone),
    )


def job_from(j: Job, *, confidential: bool = False) -> Opportunity:
    """The role. A confidential one is called by its advert's title without the client's name, else "your application"."""
    secret = confidential or j.confidential
    title = (j.advert_title or j.name).strip() or "your application"
    if secret:
        title = (
            j.advert_title.strip() if j.advert_title and not _names(j.advert_title, j.client) else "your application"
        )
    return Opportunity(
        id=j.id,
        title=_UNSAFE.sub(" ", title)[:120],
        client="" if secret else j.client,
        is_open=j.is_open,
        confidential=secret,
    )


def _names(text: str, client: str) -> bool:
    words = list(re.findall(r"\w{4,}", client.lower()))
    return any(w in text.lower() for w in words)

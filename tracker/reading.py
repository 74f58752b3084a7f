"""Reading a candidate: flat rows, rich details and the older API's records alike."""

from collections.abc import Iterator
from typing import Final

from tracker.parsing import Row, custom, identity, listed, text
from tracker.records import Candidate

IDS: Final = ("resourceid", "id")
PHONES: Final = (
    "contactdetails.mobilephone", "mobilephone", "contactdetails.telephone", "telephone", "contactdetails.homephone",
    "homephone",
)  # fmt: skip


def read_candidate(record: Row) -> Candidate | None:
    """A row or a detail as a Candidate; None without an id."""
    key = identity(record, *IDS)
    if key is None:
        return None
    return Candidate(
        id=key,
        first_name=text(record, "firstname"),
        last_name=text(record, "surname", "lastname"),
        email=text(record, "contactdetails.email", "email"),
        mobile=text(record, "contactdetails.mobilephone", "mobilephone"),
        phone=text(record, "contactdetails.telephone", "contactdetails.homephone", "telephone", "homephone"),
        status=text(record, "status", "resourcestatusname", "resourcestatus"),
        street=text(record, "address.addressline1", "addressline1"),
        town=text(record, "address.town", "town"),
        county=text(record, "address.county", "county"),
        postcode=text(record, "address.postcode", "postcode"),
        country=text(record, "address.country", "country"),
        marketing=text(record, "marketingpreference", "marketingpreferences.marketingpreference", "marketing"),
        custom=custom(record),
        job_title=text(record, "jobtitle"),
        linkedin=text(record, "linkedinurl", "linkedin"),
        phones=tuple(dict.fromkeys(phone for key in PHONES if (phone := text(record, key)))),
        company=text(record, "currentclient", "clientname", "company"),
        source=text(record, "source"),
        tags=tuple(tags_of(text(record, "tagtext", "tags"))),
        skills=tuple(_skills(record)),
        created=text(record, "creationdate"),
        updated=text(record, "lastupdateddatetime"),
    )


def fields_of(candidate: Candidate) -> dict[str, str]:
    """What the record has in the fields that `candidates.change` can change, by their names there."""
    return {
        "email": candidate.email,
        "mobile": candidate.mobile,
        "name": f"{candidate.first_name} {candidate.last_name}".strip(),
        "street": candidate.street,
        "town": candidate.town,
        "state": candidate.county,
        "postcode": candidate.postcode,
        "linkedin": candidate.linkedin,
    }


def tags_of(text: str) -> Iterator[str]:
    """The tags in Tracker's one text, each once."""
    seen: set[str] = set()
    for tag in (each.strip() for each in text.replace(";", ",").split(",")):
        if tag and tag.casefold() not in seen:
            seen.add(tag.casefold())
            yield tag


def _skills(record: Row) -> Iterator[str]:
    """A list of names in a detail, a text in a row."""
    named = [text(each, "name", "skillname") for each in listed(record, "quickskills")]
    yield from (name for name in named or tags_of(text(record, "quickskills", "skills")) if name)

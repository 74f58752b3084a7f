"""Tracker's records, shaped as Tracker shapes them.

Times are ISO text in the tenant's local time, without a zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A recruiter who owns a job."""

    id: int
    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The advert of a job. `live` is None where it was never published; `published` is local ISO text."""

    title: str = ""
    description: str = ""
    live: bool | None = None
    online: bool | None = None
    published: str = ""
    location: str = ""
    reference: str = ""
    salary_from: float | None = None
    salary_to: float | None = None
    salary_per: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An Opportunity; rows of a search lack description and custom fields, and name owners by their ids alone."""

    id: int
    name: str
    status: str = ""
    is_open: bool = True
    client: str = ""
    advert_title: str = ""
    location: str = ""
    pay_rate: float | None = None
    work_type: str = ""
    description: str = ""
    confidential: bool = False
    owners: tuple[Owner, ...] = ()
    custom: Mapping[str, str] = field(default_factory=dict)
    department: str = ""
    created: str = ""
    updated: str = ""
    closed: str = ""
    posting: Posting = Posting()


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """An OpportunityResource: one candidate on one job, with a status (none on a long list)."""

    id: int
    job_id: int
    candidate_id: int
    status_id: int | None = None
    status_name: str = ""
    created: str = ""
    updated: str = ""
    candidate_name: str = ""
    candidate_email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A Resource; phones are free text, `phones` every one of them, the mobile first.

    `marketing` is Tracker's preference or empty; rows of a search lack tags, source and company.
    """

    id: int
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    mobile: str = ""
    phone: str = ""
    status: str = ""
    street: str = ""
    town: str = ""
    county: str = ""
    postcode: str = ""
    country: str = ""
    marketing: str = ""
    custom: Mapping[str, str] = field(default_factory=dict)
    job_title: str = ""
    linkedin: str = ""
    phones: tuple[str, ...] = ()
    company: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    created: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A skill of the tenant's list."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A placement status of the tenant; `group` may be empty, `index` is its place in the list."""

    id: int
    name: str
    group: str = ""
    index: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A logged activity."""

    id: int
    subject: str = ""
    note: str = ""
    record_type: str = ""
    record_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file on a candidate; `kind` is Tracker's documentType, `primary` whether it is the one to show first."""

    id: int
    filename: str = ""
    kind: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A recruiter with a log-in."""

    id: int
    name: str
    email: str

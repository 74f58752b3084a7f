"""Tenant: the records of the simulated Tracker, and the switches of its quirks."""

import itertools
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.sandbox.wire import Json


@dataclass(slots=True, kw_only=True)
class Quirks:
    """How the vendor's API departs from what one would expect; each can be switched."""

    one_token_lives: bool = True
    page_size: int = 10
    max_results_honoured: bool = False
    unsorted: bool = True
    overlapping_pages: bool = False
    filters_by_job: bool = True
    updated_needs_state: bool = True
    index_lag: float = 0.0
    zone: str = "America/Los_Angeles"
    flat_create_drops: bool = True
    custom_fields_only_on_detail: bool = True
    drops_bad_values: bool = True
    per_minute: int = 0
    any_case: bool = True
    texts_for_numbers: bool = True
    empty_answers: int = 0
    stage_metadata: bool = True
    rest_stage_move: bool = True
    rest_activity: bool = True
    rest_upload: bool = True
    older_shows_all: bool = False  # or placements in a Working, Offer or Complete state alone, as documented

    def change(self, wanted: Json) -> None:
        """Switches the named quirks."""
        for one in fields(self):
            if one.name in wanted:
                setattr(self, one.name, wanted[one.name])


@dataclass(slots=True)
class Tenant:
    """One customer's Tracker. Records are the rich shape, flat rows are made of them (see tracker_shapes)."""

    quirks: Quirks = field(default_factory=Quirks)
    clients: dict[int, str] = field(default_factory=dict)
    jobs: dict[int, Json] = field(default_factory=dict)
    people: dict[int, Json] = field(default_factory=dict)
    contacts: dict[int, Json] = field(default_factory=dict)
    leads: dict[int, Json] = field(default_factory=dict)
    applications: dict[int, Json] = field(default_factory=dict)
    statuses: dict[int, Json] = field(default_factory=dict)
    activities: list[Json] = field(default_factory=list)
    documents: list[Json] = field(default_factory=list)
    moves: list[Json] = field(default_factory=list)
    users: list[Json] = field(default_factory=list)
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(7001))

    def now(self) -> str:
        """The tenant's local time, without a zone, as Tracker writes it."""
        return datetime.now(UTC).astimezone(ZoneInfo(self.quirks.zone)).strftime("%Y-%m-%dT%H:%M:%S")

    def number(self) -> int:
        """A new id."""
        return next(self.numbers)

    def status_named(self, name: str) -> Json | None:
        """The stage of that name."""
        return next((s for s in self.statuses.values() if s["name"].lower() == name.lower()), None)

    def add_person(self, first: str, last: str, *, phone: str = "", email: str = "", id_: int = 0) -> Json:
        """A new candidate."""
        id_ = id_ or self.number()
        now = self.now()
        self.people[id_] = {
            "id": id_, "firstName": first, "surname": last, "displayAs": f"{first} {last}", "jobTitle": "",
            "status": {"id": 1, "name": "Active"}, "source": "Website", "linkedInUrl": "", "website": "", "note": "", "tagText": "",
            "contactDetails": {"email": email, "mobilePhone": phone, "telephone": "", "homePhone": ""},
            "address": {"addressLine1": "", "addressLine2": "", "town": "Chicago", "county": "IL", "postcode": "60601", "country": "USA"},
            "currentClient": None, "workTypes": [], "quickSkills": [], "availableForWork": True, "customFields": [],
            "creationDate": now, "lastUpdatedDateTime": now,
        }  # fmt: skip
        return self.people[id_]

    def apply(self, job: int, person: int, status: str = "Applied") -> Json:
        """A new application."""
        id_, now, stage = self.number(), self.now(), self.status_named(status)
        self.applications[id_] = {
            "id": id_, "opportunityId": job, "resourceId": person, "status": dict(stage) if stage else None, "active": True,
            "dateAssigned": now, "creationDate": now, "lastUpdatedDateTime": now, "customFields": [],
        }  # fmt: skip
        return self.applications[id_]

    def move(self, application: int, status: int, *, by: str) -> Json:
        """Moves an application to a stage."""
        record, stage = self.applications[application], self.statuses[status]
        record["status"], record["lastUpdatedDateTime"] = dict(stage), self.now()
        self.moves.append(
            {"application": application, "status": stage["name"], "by": by, "at": record["lastUpdatedDateTime"]}
        )
        return record

    def add_activity(self, activity: Json) -> Json:
        """A new entry in the history of the linked records."""
        kept = {"id": self.number(), "creationDate": self.now(), **activity}
        self.activities.append(kept)
        return kept

    def add_document(self, person: int, file: Json) -> Json:
        """A file attached to a candidate."""
        kept = {"documentId": self.number(), "resourceId": person, "creationDate": self.now(), **file}
        self.documents.append(kept)
        return kept

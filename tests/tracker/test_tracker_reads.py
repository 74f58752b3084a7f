"""Reading jobs, candidates, applications and lists that cannot be believed."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tracker.client import TrackerClient
from tracker.errors import TrackerMalformed, TrackerNotFound
from tracker.jobs import read_job
from tracker.parsing import folded, identity, number, rows, text
from tracker.records import Owner, Status, User

Connect = Callable[..., TrackerClient]


def crowd(small: Any, people: int) -> set[int]:
    """Add applicants to job 1020; the ids of everyone on it."""
    for person in range(3000, 3000 + people):
        small.apply(1020, person)
    return {key for key, row in small.rows.items() if row["job"] == 1020}


# jobs ---------------------------------------------------------------------------------------------
async def test_open_jobs_leave_out_the_closed_ones_also_where_tracker_sends_them(
    small: Any, client: TrackerClient
) -> None:
    small.add_job(1021, active="n")
    for job in range(1100, 1125):
        small.add_job(job)
    found = await client.jobs.open()
    assert {job.id for job in found} == {1020, *range(1100, 1125)}
    assert (found[0].client, found[0].pay_rate, found[0].location) == ("Acme Foods", 21.5, "Leeds")


async def test_jobs_are_searched_by_the_older_path_where_the_paged_one_is_missing(small: Any, connect: Connect) -> None:
    small.missing = {"pagedsearch"}
    told: list[tuple[str, str]] = []
    client = connect(remember=lambda operation, way: told.append((operation, way)))
    assert await client.jobs.open()
    assert await client.jobs.open()
    assert told == [("search:opportunities", "/Opportunity/Search")]
    assert small.paths().count("POST /api/v1/Opportunity/PagedSearch") == 1


async def test_a_job_is_read_from_its_rich_detail(small: Any, client: TrackerClient) -> None:
    small.jobs[1020]["detail"] = {
        "name": "Night Nurse",
        "status": {"id": 3, "name": "Open"},
        "client": {"id": 77, "name": "St Vale Clinic"},
        "workType": {"id": 1, "name": "Permanent"},
        "location": "Leeds, West Yorkshire",
        "payRate": 21.5,
        "probabiity": 50,
        "owners": [{"ownerId": 20, "name": "Dana Reyes", "email": "dana@example.com", "rank": 1}],
        "department": {"id": 2, "name": "Healthcare"},
        "advertDetails": {
            "title": "Nurse, nights",
            "description": "Care at night.",
            "advertStatus": "A",
            "publishOnline": "y",
            "salaryFrom": "32000.00",
            "salaryTo": 36000,
            "salaryPer": "annum",
            "reference": "JOB-1020",
        },
        "history": {"awarded": None, "filled": None, "closed": None},
        "customFields": [
            {"id": 62, "name": "Working State", "value": "WA"},
            {"id": 63, "name": "confidential ", "value": "Yes"},
            {"id": 64, "name": "Empty", "value": None},
        ],
    }
    job = await client.jobs.get(1020)
    assert (job.name, job.status, job.client, job.work_type) == (
        "Night Nurse",
        "Open",
        "St Vale Clinic",
        "Permanent",
    )
    assert job.is_open
    assert job.confidential
    assert (job.advert_title, job.description) == ("Nurse, nights", "Care at night.")
    assert job.owners == (Owner(id=20, name="Dana Reyes", email="dana@example.com"),)
    assert job.custom == {"Working State": "WA", "confidential": "Yes", "Empty": ""}
    assert (job.department, job.closed) == ("Healthcare", "")
    posting = job.posting
    assert (posting.title, posting.live, posting.online, posting.reference) == ("Nurse, nights", True, True, "JOB-1020")
    assert (posting.salary_from, posting.salary_to, posting.salary_per) == (32000, 36000, "annum")


def test_a_row_of_a_job_names_its_five_owners_by_their_ids() -> None:
    found = read_job({"opportunityid": "7", "opportunityownerid": 20, "secondaryownerid": None, "fifthownerid": "24"})
    assert found is not None and [owner.id for owner in found.owners] == [20, 24]
    assert found.posting.live is None


@pytest.mark.parametrize(
    ("detail", "is_open"),
    [
        ({"status": {"name": "Open"}}, True),
        ({"status": {"name": "Closed"}}, False),
        ({"status": {"name": "Interviewing"}, "history": {"closed": "2026-06-01"}}, False),
        ({"status": {"name": "Open"}, "history": {"filled": "2026-06-01"}}, False),
        ({"active": "n", "status": {"name": "Open"}}, False),
        ({"active": True}, True),
        ({}, True),
    ],
)
def test_a_job_is_open_unless_tracker_says_otherwise(detail: dict[str, Any], *, is_open: bool) -> None:
    job = read_job({"id": 1, **detail})
    assert job is not None
    assert job.is_open is is_open


@pytest.mark.parametrize(
    ("detail", "confidential"),
    [
        ({"confidential": True}, True),
        ({"isConfidential": "y"}, True),
        ({"confidential": "n"}, False),
        ({"customFields": [{"name": "Confidential", "value": "1"}]}, True),
        ({"customFields": [{"name": "CONFIDENTIAL", "value": "TRUE"}]}, True),
        ({"customFields": [{"name": "Confidential", "value": "No"}]}, False),
        ({"customFields": [{"name": "Confidentiality agreement", "value": "yes"}]}, False),
        ({"customFields": "yes"}, False),
    ],
)
def test_a_job_is_confidential_by_flag_or_by_custom_field(detail: dict[str, Any], *, confidential: bool) -> None:
    record = folded({"id": 1, **detail})
    assert isinstance(record, dict)
    job = read_job(record)
    assert job is not None
    assert job.confidential is confidential


async def test_a_job_that_is_not_there_is_not_found(client: TrackerClient) -> None:
    with pytest.raises(TrackerNotFound):
        await client.jobs.get(999)


# applications -------------------------------------------------------------------------------------
async def test_everyone_on_a_job_is_found_page_by_page(small: Any, client: TrackerClient) -> None:
    everyone = crowd(small, 41)
    found = await client.applications.of_job(1020)
    assert [each.id for each in found] == sorted(everyone)
    assert found[0].candidate_name == "Ann Lee2001"
    assert (found[0].status_id, found[0].status_name) == (11, "Applied")
    assert (found[0].candidate_email, found[0].created) == ("ann@example.com", "2026-06-01")


async def test_the_page_size_is_not_trusted(small: Any, client: TrackerClient) -> None:
    assert len(await client.applications.of_job(1020)) == 3
    searches = [c for c in small.calls if c.url.path.endswith("/Search")]
    assert [small.body(c)["pageNumber"] for c in searches] == [1, 2]  # a short page says nothing


@pytest.mark.parametrize("overlap", [1, 2, 5, 9])
async def test_rows_on_two_pages_are_told_once(small: Any, client: TrackerClient, overlap: int) -> None:
    everyone = crowd(small, 30)
    small.overlap = overlap
    found = await client.applications.of_job(1020)
    assert sorted(each.id for each in found) == sorted(everyone)


async def test_where_tracker_ignores_the_filter_rows_of_other_jobs_are_left_out(
    small: Any, client: TrackerClient
) -> None:
    for person in range(4000, 4035):
        small.apply(1021, person)  # pages full of somebody else's rows come in between
    everyone = crowd(small, 12)
    small.filters = False
    found = await client.applications.of_job(1020)
    assert {each.id for each in found} == everyone


async def test_a_search_that_repeats_its_last_page_for_ever_is_left(small: Any, client: TrackerClient) -> None:
    everyone = crowd(small, 25)
    small.clamped = True
    found = await client.applications.of_job(1020)
    assert {each.id for each in found} == everyone
    assert len(small.calls) < 10


async def test_a_search_that_never_ends_is_left_at_the_cap(
    small: Any, client: TrackerClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.pages.MOST_PAGES", 7)

    class Endless:
        """Each page has a new row."""

        turn = 0

        def __call__(self, _plural: str, _page: list[Any], _more: bool) -> Any:
            self.turn += 1
            return [{"opportunityResourceId": self.turn, "opportunityId": 1020, "resourceId": 1}]

    small.envelope = Endless()
    assert len(await client.applications.of_job(1020)) == 7


@pytest.mark.parametrize(
    "envelope",
    [
        lambda plural, page, more: {plural: page, "totalCount": 13, "hasNextPage": more},
        lambda _plural, page, _more: {"data": page, "totalRecords": 13},
        lambda _plural, page, _more: {"results": page},
        lambda _plural, page, _more: {"items": page},
        lambda _plural, page, _more: {"value": page},
        lambda _plural, page, _more: {"somethingNew": page},
        lambda plural, page, _more: {plural: page or None},
        lambda plural, page, _more: {plural.upper(): page},
    ],
)
async def test_rows_are_found_in_any_envelope(small: Any, client: TrackerClient, envelope: Any) -> None:
    everyone = crowd(small, 10)
    small.envelope = envelope
    found = await client.applications.of_job(1020)
    assert {each.id for each in found} == everyone


async def test_a_row_without_its_ids_is_left_out(small: Any, client: TrackerClient) -> None:
    odd: list[Any] = [
        None,
        "row",
        {},
        {"opportunityResourceId": 1},
        {"opportunityResourceId": True, "opportunityId": 1020, "resourceId": 1},
        {"opportunityResourceId": "x", "opportunityId": 1020, "resourceId": 1},
        {"opportunityResourceId": 0, "opportunityId": 1020, "resourceId": 1},
        {"opportunityResourceId": "9" * 40, "opportunityId": 1020, "resourceId": 1},
    ]
    small.envelope = lambda _plural, page, _more: page and [*odd, *page]
    assert len(await client.applications.of_job(1020)) == 3


async def test_a_long_listed_candidate_has_no_status(small: Any, client: TrackerClient) -> None:
    key = small.apply(1020, 2009, status=None)
    live = await client.applications.get(key)
    assert (live.status_id, live.status_name) == (None, "")
    found = {each.id: each for each in await client.applications.of_job(1020)}
    assert found[key].status_id is None


async def test_a_wish_for_recent_rows_is_passed_on(small: Any, client: TrackerClient) -> None:
    await client.applications.of_job(1020, updated_after="2026-06-01")
    assert small.body(small.calls[-1])["updatedAfter"] == "2026-06-01"


async def test_a_record_without_id_is_malformed(small: Any, client: TrackerClient) -> None:
    small.fail("opportunityresource/1", httpx.Response(200, json={"name": "?"}))
    with pytest.raises(TrackerMalformed):
        await client.applications.get(1)
    small.fail("opportunity/1", httpx.Response(200, json={"name": "?"}))
    with pytest.raises(TrackerMalformed):
        await client.jobs.get(1)
    small.fail("resource/1", httpx.Response(200, json={"name": "?"}))
    with pytest.raises(TrackerMalformed):
        await client.candidates.get(1)


# candidates ---------------------------------------------------------------------------------------
async def test_a_candidate_is_read_from_its_rich_detail(small: Any, client: TrackerClient) -> None:
    small.people[2001]["detail"] = {
        "jobTitle": "RN",
        "status": {"id": 1, "name": "Do Not Use"},
        "contactDetails": {
            "email": "jane@example.com",
            "mobilePhone": "+1 555 0100",
            "telephone": "",
            "homePhone": "555 0101",
        },
        "address": {"town": "Leeds", "county": "", "postcode": "LS1 1AA", "country": "UK"},
        "linkedInUrl": "https://www.linkedin.com/in/example",
        "marketingPreference": "Opted Out",
        "customFields": [{"id": 1, "name": "Shift", "value": "2nd"}],
        "currentClient": {"id": 77, "name": "St Vale Clinic"},
        "source": "Website",
        "tagText": "nights, ICU; nights ,",
        "quickSkills": [{"id": 181, "name": "ICU"}],
    }
    found = await client.candidates.get(2001)
    assert (found.company, found.source, found.tags, found.skills) == (
        "St Vale Clinic",
        "Website",
        ("nights", "ICU"),
        ("ICU",),
    )
    assert found.phones == ("+1 555 0100", "555 0101")
    assert (found.first_name, found.last_name, found.status) == ("Ann", "Lee2001", "Do Not Use")
    assert (found.email, found.mobile, found.phone) == (
        "jane@example.com",
        "+1 555 0100",
        "555 0101",
    )
    assert (found.town, found.postcode, found.country) == ("Leeds", "LS1 1AA", "UK")
    assert (found.marketing, found.job_title, found.custom) == ("Opted Out", "RN", {"Shift": "2nd"})
    assert found.linkedin.endswith("/in/example")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("lee3007", {3007}),
        ("Ann LEE3007", {3007}),
        ("p3007@example.com", {3007}),
        ("(415) 555-3007", {3007}),
        ("+1 415 555 3007", {3007}),
        ("3007", {3007}),
        ("nobody", set()),
        ("", set()),
        ("555", set()),
    ],
)
async def test_a_search_returns_only_those_who_answer_to_it(
    small: Any, client: TrackerClient, asked: str, found: set[int]
) -> None:
    for person in range(3000, 3030):
        small.people[person] = {
            "first": "Ann",
            "last": f"Lee{person}",
            "mobile": f"415-555-{person}",
            "email": f"p{person}@example.com",
        }
    assert {each.id for each in await client.candidates.search(asked)} == found


async def test_a_search_among_very_many_stops_in_time(small: Any, client: TrackerClient) -> None:
    for person in range(10_000, 11_000):
        small.people[person] = {"first": "A", "last": "B"}
    await client.candidates.search("nobody", most_pages=4)
    assert small.paths().count("POST /api/v1/Resource/Search") == 4


async def test_a_new_candidate_is_sent_in_the_rich_shape(client: TrackerClient) -> None:
    key = await client.candidates.create(
        first_name="Zoe", last_name="Quill", email="z@example.com", mobile="+14155550123"
    )
    made = await client.candidates.get(key)
    assert (made.first_name, made.last_name) == ("Zoe", "Quill")
    assert (made.email, made.mobile) == ("z@example.com", "+14155550123")


# lists --------------------------------------------------------------------------------------------
async def test_statuses_come_in_trackers_order_without_the_retired(small: Any, client: TrackerClient) -> None:
    small.statuses = {30: "Applied", 12: "Old screen", 13: "Shortlisted"}
    assert await client.metadata.statuses() == [
        Status(id=30, name="Applied", group="Applied", index=0),
        Status(id=13, name="Shortlisted", group="Applied", index=1),
    ]


async def test_a_status_without_id_or_name_is_left_out(small: Any, client: TrackerClient) -> None:
    some = [{"id": 5, "name": ""}, {"name": "x"}, {"id": 6, "name": "Offer", "category": "Offer"}]
    small.fail("metadata", httpx.Response(200, json=some))
    assert await client.metadata.statuses() == [Status(id=6, name="Offer", group="Offer", index=2)]


async def test_statuses_that_are_not_listed_are_gathered_from_the_rows(small: Any, client: TrackerClient) -> None:
    small.missing = {"statuses"}
    small.apply(1021, 2005, status=13)
    assert await client.metadata.statuses() == [
        Status(id=11, name="Applied", index=0),
        Status(id=13, name="Shortlisted", index=1),
    ]
    before = len(small.calls)
    await client.metadata.statuses()
    assert len(small.calls) == before + 3  # the lists are asked for again, the rows are not


@pytest.mark.parametrize("missing", [set(), {"users"}])
async def test_users_come_from_rest_or_else_from_the_older_api(
    small: Any, client: TrackerClient, missing: set[str]
) -> None:
    small.missing = missing
    assert await client.metadata.users() == [User(id=20, name="dana", email="dana@acme.example")]


async def test_only_custom_fields_of_activities_are_told(client: TrackerClient) -> None:
    assert await client.metadata.activity_fields() == {"Overall Score": 448}


async def test_without_the_older_api_there_are_no_custom_fields(connect: Connect) -> None:
    assert await connect(widget_url=None).metadata.activity_fields() == {}


# parsing ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("value", "read"),
    [("21.50", 21.5), (3, 3.0), ("1,200", 1200.0), ("", None), ("nan", None), (True, None)],
)
def test_numbers_are_read_from_text(value: object, read: float | None) -> None:
    assert number({"payrate": value}, "payrate") == read


@pytest.mark.parametrize(
    ("value", "read"),
    [(5, 5), ("5", 5), (-5, None), ("²", None), (5.0, None), (False, None), ({"id": 7}, 7)],
)
def test_ids_are_positive_whole_numbers(value: object, read: int | None) -> None:
    assert identity({"id": value}, "id") == read


def test_text_is_bounded_and_of_a_reference_its_name() -> None:
    assert text({"a": None, "b": {"name": " Leeds "}}, "a", "b") == "Leeds"
    assert text({"a": ["x"]}, "a") == ""
    assert len(text({"a": "x" * 1_000_000}, "a")) == 200_000


def test_a_total_of_nothing_is_an_empty_list() -> None:
    assert rows({"totalcount": 0}, "jobs", "x") == []
    with pytest.raises(TrackerMalformed):
        rows("text", "jobs", "x")

"""Moves, activities and documents: which call is chosen, and what is remembered."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tracker.client import TrackerClient
from tracker.errors import (
    TrackerBroken,
    TrackerConflict,
    TrackerInvalid,
    TrackerMalformed,
    TrackerNotFound,
    TrackerUnauthorized,
    TrackerUnreachable,
)
from tracker.records import Activity, Document

Connect = Callable[..., TrackerClient]


async def log(client: TrackerClient, **more: Any) -> None:
    """An activity on candidate 2001 and job 1020."""
    said = {"candidate_id": 2001, "job_id": 1020, "subject": "GR-1: 80", "note": "fine", **more}
    await client.activities.create(**said)


# moves --------------------------------------------------------------------------------------------
async def test_a_move_is_made_and_read_back(small: Any, client: TrackerClient) -> None:
    await client.applications.move(5001, 13)
    assert small.rows[5001]["status"] == 13
    assert small.paths()[-2:] == [
        "PATCH /api/v1/OpportunityResource/5001",
        "GET /api/v1/OpportunityResource/5001",
    ]


async def test_a_move_that_tracker_drops_silently_is_tried_in_the_next_way_and_remembered(
    small: Any, connect: Connect
) -> None:
    told: list[tuple[str, str]] = []
    client = connect(remember=lambda operation, way: told.append((operation, way)))
    small.moves_by = {"opportunityResourceStatusId"}
    await client.applications.move(5001, 13)
    await client.applications.move(5002, 12)
    assert small.moved_by == ["opportunityResourceStatusId"] * 2
    assert small.done["patch status"] == 1
    assert told == [("move", "opportunityResourceStatusId")]


async def test_a_move_that_rest_does_not_know_is_made_by_the_older_api(small: Any, client: TrackerClient) -> None:
    small.missing = {"move"}
    await client.applications.move(5001, 13)
    assert small.moved_by == ["widget"]
    call = next(c for c in small.calls if "widget" in c.url.path)
    assert str(call.url) == "https://older.test/api/widget/updateRecord"
    said = small.body(call)["trackerrms"]["updateRecord"]
    assert said["instructions"] == {"recordtype": "X", "recordid": 5001}
    assert said["updates"] == [{"column": "opportunityresourcestatusid", "value": "13"}]


async def test_what_worked_in_the_last_run_is_tried_first(small: Any, connect: Connect) -> None:
    client = connect(strategies={"move": "widget"})
    await client.applications.move(5001, 13)
    assert small.moved_by == ["widget"]
    assert small.done["patch status"] == 0


async def test_a_move_to_a_status_that_does_not_take_is_invalid(connect: Connect) -> None:
    client = connect(widget_url=None)
    with pytest.raises(TrackerInvalid, match="5001 to status 99: 200 it stayed at Applied"):
        await client.applications.move(5001, 99)


async def test_a_move_that_every_way_refuses_is_invalid(small: Any, client: TrackerClient) -> None:
    small.missing, small.widget_status = {"move"}, 99
    with pytest.raises(TrackerInvalid):
        await client.applications.move(5001, 13)
    small.widget_status = 1  # the older API does not take our token: no reason to alarm anyone
    with pytest.raises(TrackerInvalid):
        await client.applications.move(5001, 13)


async def test_an_application_that_is_not_there_is_not_found(client: TrackerClient) -> None:
    with pytest.raises(TrackerNotFound):
        await client.applications.move(9999, 13)


async def test_a_forbidden_move_is_unauthorized(small: Any, client: TrackerClient) -> None:
    small.fail("opportunityresource/5001", httpx.Response(403))
    with pytest.raises(TrackerUnauthorized):
        await client.applications.move(5001, 13)


async def test_a_move_without_an_answer_is_left_to_the_caller(small: Any, client: TrackerClient) -> None:
    small.fail("opportunityresource/5001", httpx.ReadTimeout("slow"), after=True)
    with pytest.raises(TrackerUnreachable) as caught:
        await client.applications.move(5001, 13)
    assert caught.value.sent
    assert (await client.applications.get(5001)).status_id == 13
    assert small.done["patch status"] == 1


@pytest.mark.parametrize("text", ["", "<html>"])
async def test_a_move_with_a_senseless_answer_is_settled_by_reading_back(
    small: Any, client: TrackerClient, text: str
) -> None:
    small.fail("opportunityresource/5001", httpx.Response(200, text=text), after=True)
    await client.applications.move(5001, 13)
    assert small.done["patch status"] == 1


async def test_a_move_that_cannot_be_read_back_may_have_been_made(small: Any, client: TrackerClient) -> None:
    small.fail("opportunityresource/5001", httpx.Response(204), after=True)
    small.fail("opportunityresource/5001", *[httpx.ConnectError("refused")] * 3)
    with pytest.raises(TrackerUnreachable, match="not read back") as caught:
        await client.applications.move(5001, 13)
    assert caught.value.sent


async def test_a_move_that_shows_a_moment_later_is_not_made_twice(small: Any, client: TrackerClient, naps: Any) -> None:
    before = (await client.applications.get(5001)).status_id
    stale = {"opportunityResourceId": 5001, "opportunityId": 1020, "resourceId": 2001}
    small.fail("opportunityresource/5001", httpx.Response(204), after=True)
    small.fail(
        "opportunityresource/5001",
        httpx.Response(200, json={**stale, "opportunityResourceStatusId": before}),
    )
    await client.applications.move(5001, 13)
    assert sum(small.done.values()) == 1
    assert naps.taken == [1.0]


async def test_with_the_older_api_alone_its_word_is_taken_for_a_move(small: Any, connect: Connect, keys: Any) -> None:
    await connect(access_token=None, widget=keys).applications.move(5001, 13)
    assert small.moved_by == ["widget"]
    assert small.done["widget updaterecord as updateRecord"] == 1


# activities ---------------------------------------------------------------------------------------
async def test_one_call_logs_an_activity_on_candidate_and_job(small: Any, client: TrackerClient) -> None:
    await log(client, user_id=20, custom={448: "80"})
    assert small.activities == [
        {
            "recordType": "Resource",
            "recordId": 2001,
            "subject": "GR-1: 80",
            "note": "fine",
            "type": "Text",
            "status": "Completed",
            "contactType": "Outbound",
            "userId": 20,
            "associations": {"opportunities": [{"id": 1020}]},
            "customFields": [{"id": 448, "value": "80"}],
        }
    ]


async def test_an_activity_without_a_job_is_on_the_candidate_alone(small: Any, client: TrackerClient) -> None:
    await log(client, job_id=None, kind="Telephone")
    assert "associations" not in small.activities[0]
    assert small.activities[0]["type"] == "Telephone"


async def test_notes_are_plain_text_within_trackers_length(small: Any, client: TrackerClient) -> None:
    await log(client, subject=" two\nlines " + "s" * 400, note="a\r\nb & <c>\x00" + "x" * 9000)
    kept = small.activities[0]
    assert len(kept["note"]) == 8000
    assert kept["note"].startswith("a\nb & <c>xx")
    assert kept["note"].endswith("x…")
    assert kept["subject"].startswith("two lines sss")
    assert len(kept["subject"]) == 250


async def test_where_rest_refuses_the_rich_body_two_plain_activities_are_logged(
    small: Any, client: TrackerClient
) -> None:
    small.missing = {"rich activity"}
    await log(client)
    await log(client)
    assert [(a["recordType"], a["recordId"]) for a in small.activities] == [
        ("Resource", 2001),
        ("Opportunity", 1020),
    ] * 2
    assert small.paths().count("POST /api/v1/Activity") == 5  # the rich one was tried once


async def test_where_rest_does_not_know_activities_the_older_api_logs_them(small: Any, client: TrackerClient) -> None:
    small.missing = {"activity"}
    await log(client, custom={448: "80"})
    assert [(a["linkRecordType"], a["linkRecordId"]) for a in small.activities] == [
        ("R", 2001),
        ("O", 1020),
    ]
    assert small.activities[0]["customfields"] == [{"id": 448, "value": "80"}]
    assert small.done["widget createactivity as createActivity"] == 2


async def test_custom_fields_go_by_the_older_api_where_it_has_credentials_of_its_own(
    small: Any, connect: Connect, keys: Any
) -> None:
    client = connect(widget=keys)
    await log(client, custom={448: "80"})
    assert small.activities[0]["linkRecordType"] == "R"
    await log(client)
    assert small.activities[-1]["recordType"] == "Resource"


async def test_where_the_older_api_refuses_its_credentials_rest_takes_the_custom_fields(
    small: Any, connect: Connect, keys: Any
) -> None:
    small.widget_status = 2
    await log(connect(widget=keys), custom={448: "80"})
    assert small.activities[0]["customFields"] == [{"id": 448, "value": "80"}]


async def test_the_second_link_is_a_courtesy(small: Any, client: TrackerClient) -> None:
    small.missing = {"rich activity"}
    await log(client)
    small.activities.clear()
    answers = [httpx.Response(201, json={"id": 1}), httpx.Response(400)]
    small.fail("/activity", *answers)
    await log(client)
    assert small.script == []


async def test_a_refusal_inside_a_good_status_is_a_refusal(small: Any, connect: Connect) -> None:
    client = connect(widget_url=None)
    no = httpx.Response(200, json={"id": 0, "success": False, "message": "no such record"})
    small.fail("/activity", no, no)
    with pytest.raises(TrackerInvalid, match="no such record"):
        await log(client)
    small.fail("/document", no)
    with pytest.raises(TrackerInvalid, match="no such record"):
        await client.documents.attach(2001, "a.pdf", b"%PDF")
    small.fail("v1/resource", no)
    with pytest.raises(TrackerInvalid, match="no such record"):
        await client.candidates.create(first_name="A", last_name="B")


async def test_a_candidate_made_without_an_id_is_malformed(small: Any, client: TrackerClient) -> None:
    small.fail("v1/resource", httpx.Response(201, json={"success": True}))
    with pytest.raises(TrackerMalformed):
        await client.candidates.create(first_name="A", last_name="B")


async def test_an_empty_201_is_an_answer_and_an_empty_200_is_not(small: Any, client: TrackerClient) -> None:
    small.fail("/activity", httpx.Response(201), after=True)
    await log(client)
    small.fail("/activity", httpx.Response(200), after=True)
    with pytest.raises(TrackerMalformed, match="empty"):
        await log(client)


async def test_what_was_logged_is_found_again_among_rows_of_others(client: TrackerClient) -> None:
    for person in range(3000, 3030):
        await log(client, candidate_id=person, subject=f"GR-{person}")
    await log(client)
    found = await client.activities.of_candidate(2001)
    assert found == [Activity(id=9031, subject="GR-1: 80", note="fine", record_type="Resource", record_id=2001)]


async def test_what_was_logged_is_found_by_the_older_api_too(small: Any, client: TrackerClient) -> None:
    small.missing = {"activity"}
    for turn in range(60):
        await log(client, subject=f"GR-{turn}")
    found = await client.activities.of_candidate(2001, updated_after="2026-06-01T00:00:00")
    assert len(found) == 120
    assert (found[0].subject, found[0].note) == ("GR-0", "fine")
    asked = small.body(small.calls[-1])["trackerrms"]["getRecords"]["instructions"]
    assert (asked["recordtype"], asked["pagenum"]) == ("A", 2)
    assert asked["updatedafter"] == "2026-06-01 00:00:00"


async def test_the_older_apis_list_is_left_where_it_never_ends(
    small: Any, client: TrackerClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.activities.WIDGET_PAGES", 2)
    monkeypatch.setattr("tracker.activities.WIDGET_ROWS", 3)
    small.missing = {"activity"}
    for _ in range(9):
        await log(client, job_id=None)
    small.activities.append({"subject": "", "note": ""})
    assert len(await client.activities.of_candidate(2001)) == 6


async def test_an_activity_row_without_an_id_is_left_out(small: Any, client: TrackerClient) -> None:
    rows = {"status": 0, "results": [{"name": "?"}, {"id": 4, "name": "s", "text": "n"}]}
    small.missing = {"activity"}
    small.fail("getrecords", httpx.Response(200, json=rows))
    assert await client.activities.of_candidate(2001) == [Activity(id=4, subject="s", note="n")]


async def test_an_activity_search_passes_on_the_wish_for_recent_rows(small: Any, client: TrackerClient) -> None:
    await client.activities.of_candidate(2001, updated_after="2026-06-01")
    assert small.body(small.calls[-1])["updatedAfter"] == "2026-06-01"


@pytest.mark.parametrize(
    ("row", "mine"),
    [
        ({"resourceId": 2001}, True),
        ({"resourceId": 2002, "recordType": "Resource", "recordId": 2001}, False),
        ({"recordType": "Resource", "recordId": 2001}, True),
        ({"recordType": "R", "recordId": "2001"}, True),
        ({"recordType": "Resource", "recordId": 7}, False),
        ({"recordType": "Opportunity", "recordId": 2001}, False),
        ({"details": {"resourceid": "2001"}}, True),
        ({}, True),
    ],
)
async def test_an_activity_belongs_to_whom_it_names(
    small: Any, client: TrackerClient, row: dict[str, Any], *, mine: bool
) -> None:
    small.activities = [{"subject": "s", "note": "n", **row}]
    assert bool(await client.activities.of_candidate(2001)) is mine


# documents ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("missing", [set(), {"upload"}])
async def test_a_document_is_attached_listed_and_fetched(small: Any, client: TrackerClient, missing: set[str]) -> None:
    small.missing = missing
    await client.documents.attach(2001, "report.pdf", b"%PDF-1.7 \x00\xff")
    assert await client.documents.of_candidate(2001) == [Document(id=7001, filename="report.pdf", kind="general")]
    assert await client.documents.download(2001, 7001) == b"%PDF-1.7 \x00\xff"
    assert await client.documents.of_candidate(2002) == []


async def test_a_document_without_an_id_is_left_out(small: Any, client: TrackerClient) -> None:
    listed = {"documents": [{"filename": "?"}, {"id": 3, "name": "cv.doc", "documentType": "resume"}]}
    small.fail("/documents", httpx.Response(200, json=listed))
    assert await client.documents.of_candidate(2001) == [Document(id=3, filename="cv.doc", kind="resume")]


async def test_the_older_api_attaches_without_making_it_the_primary_one(small: Any, client: TrackerClient) -> None:
    small.missing = {"upload"}
    await client.documents.attach(2001, "cv.pdf", b"x", kind="resume")
    file = small.body(small.calls[-1])["trackerrms"]["attachDocument"]["file"]
    assert (file["recordType"], file["recordId"], file["primary"]) == ("R", 2001, "n")
    assert file["documentType"] == "resume"


@pytest.mark.parametrize("size", [0, (10 << 20) + 1])
async def test_a_file_that_tracker_would_not_take_is_not_sent(small: Any, client: TrackerClient, size: int) -> None:
    with pytest.raises(TrackerInvalid):
        await client.documents.attach(2001, "big.pdf", bytes(size))
    assert small.calls == []


@pytest.mark.parametrize(
    "answer",
    [{"filename": "a"}, {"filecontent": "***"}, {"filecontent": "YQ"}, {"filecontent": ["YQ=="]}],
    ids=str,
)
async def test_a_download_without_a_file_is_malformed(small: Any, client: TrackerClient, answer: Any) -> None:
    small.fail("/document/1", httpx.Response(200, json=answer))
    with pytest.raises(TrackerMalformed):
        await client.documents.download(2001, 1)


async def test_a_download_may_come_as_a_data_address(small: Any, client: TrackerClient) -> None:
    content = "data:application/pdf;base64,YWJj\nZA=="
    small.fail("/document/1", httpx.Response(200, json={"fileContent": content}))
    assert await client.documents.download(2001, 1) == b"abcd"


# the older API ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (1, TrackerUnauthorized),
        (2, TrackerUnauthorized),
        (3, TrackerConflict),
        (99, TrackerInvalid),
    ],
)
async def test_the_older_api_says_its_outcome_in_a_status(
    small: Any, client: TrackerClient, status: int, kind: type[Exception]
) -> None:
    small.widget_status = status
    with pytest.raises(kind, match="user not found"):
        await client.widget.call("attachDocument")


@pytest.mark.parametrize("answer", [{}, {"status": 42}, {"status": None}, []], ids=str)
async def test_an_outcome_that_nobody_knows_is_malformed(small: Any, client: TrackerClient, answer: Any) -> None:
    small.fail("attachdocument", httpx.Response(200, json=answer))
    with pytest.raises(TrackerMalformed):
        await client.widget.call("attachDocument")


async def test_the_older_api_is_tried_again_for_reads_alone(small: Any, client: TrackerClient) -> None:
    small.fail("checklogon", httpx.Response(503))
    await client.widget.check()
    small.fail("attachdocument", httpx.Response(503))
    with pytest.raises(TrackerBroken):
        await client.widget.call("attachDocument")


async def test_settings_are_asked_for_under_the_vendors_odd_key(small: Any, client: TrackerClient) -> None:
    await client.widget.settings()
    assert small.done == {"widget getsettingsdata as checkPerson": 1}


async def test_the_session_never_goes_to_the_older_api(small: Any, client: TrackerClient) -> None:
    await client.jobs.open()
    await client.widget.check()
    assert "Authorization" not in small.calls[-1].headers


async def test_empty_credentials_are_left_out(small: Any, connect: Connect) -> None:
    from tracker.auth import WidgetCredentials

    client = connect(widget=WidgetCredentials("key-1", "", ""))
    with pytest.raises(TrackerUnauthorized):
        await client.widget.check()
    said = small.body(small.calls[-1])["trackerrms"]["checkLogon"]
    assert said["credentials"] == {"apikey": "key-1"}

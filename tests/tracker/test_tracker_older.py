"""Reading by the older API alone, where its answers are odd."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.tracker.conftest import OLDER, REST
from tests.tracker.small import SmallTracker
from tests.tracker.small_older import KEYS
from tracker.client import TrackerClient
from tracker.errors import TrackerInvalid, TrackerMalformed, TrackerNotFound
from tracker.older import JOB, PERSON, PLACEMENT, as_row


def answering(records: dict[str, list[Any]], calls: list[Any]) -> TrackerClient:
    """An older API that gives every page of `records` alike, and knows no single record."""

    def answer(request: httpx.Request) -> httpx.Response:
        ((method, inner),) = json.loads(request.content)["trackerrms"].items()
        calls.append(method)
        letter = inner["instructions"].get("recordtype", "")
        status = 99 if method == "getIndividualRecord" else 0
        return httpx.Response(200, json={"status": status, "message": "", "results": records.get(letter, [])})

    return TrackerClient(
        base_url=REST, access_token=None, widget_url=OLDER, widget=KEYS, transport=httpx.MockTransport(answer)
    )


async def test_a_list_that_repeats_its_page_for_ever_is_left_and_told_once() -> None:
    calls: list[Any] = []
    client = answering({"O": [{"id": 7, "name": "Picker"}, {"id": 8, "name": "Packer"}]}, calls)
    assert [job.id for job in await client.jobs.open()] == [7, 8]
    assert len(calls) == 3


async def test_a_record_that_is_gone_is_told_from_an_account_that_shows_none() -> None:
    calls: list[Any] = []
    client = answering({"R": [{"id": "7", "name": "Ana Alder"}]}, calls)
    assert (await client.candidates.get(7)).last_name == "Alder"
    with pytest.raises(TrackerNotFound):
        await client.candidates.get(8)
    with pytest.raises(TrackerMalformed, match="an access token is needed"):
        await client.jobs.get(1020)


async def test_what_only_rest_can_do_is_said_and_not_tried() -> None:
    calls: list[Any] = []
    with pytest.raises(TrackerInvalid, match="an access token is needed"):
        await answering({}, calls).documents.of_candidate(7)
    assert calls == []


def test_details_are_read_as_an_object_a_list_of_pairs_or_a_list_of_objects() -> None:
    pairs = [{"name": "Cellphone", "value": "312"}, {"name": "firstname", "value": "Ana"}]
    for details in ({"cellphone": "312", "firstname": "Ana"}, pairs, [{"cellphone": "312"}, {"firstname": "Ana"}]):
        row = as_row({"id": "7", "details": details}, PERSON)
        assert (row["mobilephone"], row["firstname"]) == ("312", "Ana")
    assert as_row({"id": 7, "details": {"lastupdated": "2026-06-03 10:00:00"}}, PLACEMENT)["lastupdateddatetime"] == (
        "2026-06-03T10:00:00"
    )
    assert as_row({"id": 7, "details": {"state": "closed"}}, JOB)["active"] is False


async def test_a_status_that_is_renamed_keeps_its_id_and_a_name_that_is_nowhere_is_looked_for_once(
    small: SmallTracker, connect: Callable[..., TrackerClient]
) -> None:
    small.older_reads = True
    client = connect(access_token=None, widget=KEYS)

    async def met() -> set[int | None]:
        return {row.status_id for row in await client.applications.of_job(1020)}

    assert await met() == {11}
    small.statuses[11] = "Received"  # the older API's rows name the status alone
    assert await met() == {11}
    small.statuses[14], small.statuses[11] = "Received", "Applied"  # and another takes the name
    small.rows[5001]["status"] = 14
    await client.metadata.statuses()
    assert await met() == {11, 14}
    small.older_statuses = False
    client = connect(access_token=None, widget=KEYS)
    small.done.clear()
    assert await met() == {None} == await met()
    assert small.done["widget getsettingsdata as checkPerson"] == 2  # one for each of two names

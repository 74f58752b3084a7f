"""What the sandbox's Tracker and our client believe of each other."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.sandbox.run import an_app
from bot.sandbox.services import Services
from tests.sandbox.conftest import KEYS
from tracker.auth import WidgetCredentials
from tracker.client import TrackerClient


@pytest.fixture
async def client(services: Services) -> AsyncIterator[TrackerClient]:
    made = TrackerClient(
        base_url="http://sandbox.test/tracker",
        access_token=KEYS.access_token,
        widget_url="http://sandbox.test/widget",
        transport=httpx.ASGITransport(app=an_app(services)),
    )
    yield made
    await made.close()


@pytest.fixture
async def widget_client(services: Services) -> AsyncIterator[TrackerClient]:
    made = TrackerClient(
        base_url="http://sandbox.test/tracker",
        access_token=None,
        widget_url="http://sandbox.test/widget",
        widget=WidgetCredentials(api_key="", username=KEYS.widget_username, password=KEYS.widget_password),
        transport=httpx.ASGITransport(app=an_app(services)),
    )
    yield made
    await made.close()


async def test_our_client_finds_every_applicant_of_a_job(client: TrackerClient, services: Services) -> None:
    people = services.crowd.gather(23, job=1020, seed=1)
    services.crowd.gather(5, job=1021, seed=1)
    found = await client.applications.of_job(1020)
    assert {a.id for a in found} == {p.application for p in people}


async def test_our_client_reads_a_candidate(client: TrackerClient, services: Services) -> None:
    person = services.crowd.gather(1, job=1020, seed=1)[0]
    read = await client.candidates.get(person.id)
    assert (read.first_name, read.last_name, read.mobile) == (person.first, person.last, "(312) 555-0100")


async def test_our_client_moves_a_stage_and_sees_that_it_took(client: TrackerClient, services: Services) -> None:
    person = services.crowd.gather(1, job=1020, seed=1)[0]
    await client.applications.move(person.application, 6)
    assert services.tracker.tenant.applications[person.application]["status"]["name"] == "First Interview"


async def test_our_client_moves_a_stage_by_the_older_api_where_rest_cannot(
    client: TrackerClient, services: Services
) -> None:
    services.tracker.tenant.quirks.rest_stage_move = False
    person = services.crowd.gather(1, job=1020, seed=1)[0]
    await client.applications.move(person.application, 6)
    assert services.tracker.tenant.applications[person.application]["status"]["id"] == 6


@pytest.mark.parametrize("by_rest", [True, False])
async def test_our_client_logs_an_activity_on_candidate_and_job(
    client: TrackerClient, services: Services, by_rest: bool
) -> None:
    services.tracker.tenant.quirks.rest_activity = by_rest
    person = services.crowd.gather(1, job=1020, seed=1)[0]
    await client.activities.create(candidate_id=person.id, job_id=1020, subject="GR-1 80/100", note="fine")
    links = [a["links"] for a in services.tracker.tenant.activities]
    assert person.id in links[0]["resource"]
    assert any(1020 in link.get("opportunity", []) for link in links)
    logged = await client.activities.of_candidate(person.id)
    assert logged[0].subject == "GR-1 80/100"


@pytest.mark.parametrize("by_rest", [True, False])
async def test_our_client_attaches_a_report(client: TrackerClient, services: Services, by_rest: bool) -> None:
    services.tracker.tenant.quirks.rest_upload = by_rest
    person = services.crowd.gather(1, job=1020, seed=1)[0]
    services.tracker.tenant.documents.clear()
    await client.documents.attach(person.id, "report.pdf", b"%PDF-1.7")
    assert services.tracker.tenant.documents[0]["data"] == b"%PDF-1.7"
    assert [d.filename for d in await client.documents.of_candidate(person.id)] == ["report.pdf"]


async def test_our_client_reads_stages_with_their_groups(client: TrackerClient) -> None:
    statuses = await client.metadata.statuses()
    assert len(statuses) == 12
    assert any("Interview" in str(status) for status in statuses)


async def test_our_client_writes_by_the_older_api_alone(widget_client: TrackerClient, services: Services) -> None:
    person = services.crowd.gather(1, job=1020, seed=1)[0]
    await widget_client.check()
    await widget_client.activities.create(
        candidate_id=person.id, job_id=1020, subject="GR-1", note="fine", custom={448: "80"}
    )
    assert [a["via"] for a in services.tracker.tenant.activities] == ["widget", "widget"]


async def test_our_client_outlives_a_token_that_somebody_else_killed(client: TrackerClient, services: Services) -> None:
    await client.check()
    services.tracker.exchange({"bearerToken": KEYS.access_token})
    assert (await client.jobs.get(1020)).id == 1020

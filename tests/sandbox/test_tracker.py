"""The simulated Tracker: its quirks, one by one."""

import base64

import httpx
import pytest

from bot.sandbox.services import Services
from bot.sandbox.wire import Json
from tests.sandbox.conftest import KEYS


async def a_token(web: httpx.AsyncClient) -> dict[str, str]:
    answer = await web.post("/tracker/api/Auth/ExchangeToken", json={"bearerToken": KEYS.access_token})
    return {"authorization": "Bearer " + answer.json()["token"]}


@pytest.fixture
async def tracker(web: httpx.AsyncClient) -> httpx.AsyncClient:
    web.headers.update(await a_token(web))
    return web


def crowd(services: Services, count: int) -> None:
    for n in range(count):
        services.tracker.tenant.apply(1020, services.tracker.tenant.add_person("Ann", f"No{n}")["id"])


async def rows(tracker: httpx.AsyncClient, page: int = 1, **filters: object) -> list[Json]:
    body = {"opportunityId": 1020, "pageNumber": page, "pageSize": 50, **filters}
    found: list[Json] = (await tracker.post("/tracker/api/v1/OpportunityResource/Search", json=body)).json()
    return found


async def test_an_exchange_kills_the_token_before_it(web: httpx.AsyncClient) -> None:
    first, second = await a_token(web), await a_token(web)
    path = "/tracker/api/v1/Opportunity/1020"
    dead = await web.get(path, headers=first)
    assert (dead.status_code, dead.content) == (401, b"")
    assert (await web.get(path, headers=second)).status_code == 200


async def test_a_wrong_access_token_is_refused(web: httpx.AsyncClient) -> None:
    assert (await web.post("/tracker/api/Auth/ExchangeToken", json={"bearerToken": "x"})).status_code == 401


async def test_pages_have_ten_rows_whatever_is_asked(tracker: httpx.AsyncClient, services: Services) -> None:
    crowd(services, 23)
    pages = [await rows(tracker, page, maxResults=100) for page in (1, 2, 3, 4)]
    assert [len(p) for p in pages] == [10, 10, 3, 0]
    assert len({row["opportunityResourceId"] for p in pages for row in p}) == 23


async def test_max_results_counts_where_the_quirk_is_on(tracker: httpx.AsyncClient, services: Services) -> None:
    crowd(services, 23)
    await tracker.post("/sandbox/tracker/quirks", json={"max_results_honoured": True})
    assert len(await rows(tracker, maxResults=100)) == 23


async def test_rows_come_in_no_order(tracker: httpx.AsyncClient, services: Services) -> None:
    crowd(services, 10)
    ids = [row["opportunityResourceId"] for row in await rows(tracker)]
    assert ids not in (sorted(ids), sorted(ids, reverse=True))


async def test_pages_overlap_where_the_quirk_is_on(tracker: httpx.AsyncClient, services: Services) -> None:
    crowd(services, 15)
    services.tracker.tenant.quirks.overlapping_pages = True
    first, second = await rows(tracker, 1), await rows(tracker, 2)
    assert {r["opportunityResourceId"] for r in first} & {r["opportunityResourceId"] for r in second}


async def test_an_ignored_filter_gives_every_jobs_rows(tracker: httpx.AsyncClient, services: Services) -> None:
    tenant = services.tracker.tenant
    tenant.apply(1021, tenant.add_person("Bea", "Other")["id"])
    assert await rows(tracker) == []
    tenant.quirks.filters_by_job = False
    assert len(await rows(tracker)) == 1


async def test_updated_after_without_a_state_finds_no_jobs(tracker: httpx.AsyncClient) -> None:
    path = "/tracker/api/v1/Opportunity/PagedSearch"
    without = (await tracker.post(path, json={"updatedAfter": "2020-01-01"})).json()
    with_state = (await tracker.post(path, json={"updatedAfter": "2020-01-01", "state": "open"})).json()
    assert (without["totalCount"], with_state["totalCount"], with_state["hasNextPage"]) == (0, 12, True)


async def test_the_index_lags_and_the_record_does_not(tracker: httpx.AsyncClient, services: Services) -> None:
    services.tracker.tenant.quirks.index_lag = 3600
    crowd(services, 1)
    application = next(iter(services.tracker.tenant.applications))
    assert await rows(tracker) == []
    assert (await tracker.get(f"/tracker/api/v1/OpportunityResource/{application}")).json()["status"][
        "name"
    ] == "Applied"


async def test_rows_are_flat_and_details_rich(tracker: httpx.AsyncClient, services: Services) -> None:
    person = services.tracker.tenant.add_person("Ann", "Lee", phone="(312) 555-0142")
    row = (await tracker.post("/tracker/api/v1/Resource/Search", json={})).json()[0]
    detail = (await tracker.get(f"/tracker/api/v1/Resource/{person['id']}")).json()
    assert (row["firstname"], row["availableForWork"]) == ("Ann", "y")
    assert (detail["firstName"], detail["contactDetails"]["mobilePhone"]) == ("Ann", "(312) 555-0142")
    job = (await tracker.get("/tracker/api/v1/Opportunity/1020")).json()
    assert "probabiity" in job
    assert "state" not in job


async def test_a_flat_create_loses_the_telephone(tracker: httpx.AsyncClient, services: Services) -> None:
    made = await tracker.post(
        "/tracker/api/v1/Resource", json={"firstName": "Ann", "surname": "Lee", "mobilePhone": "+13125550142"}
    )
    assert made.status_code == 201
    assert services.tracker.tenant.people[made.json()["id"]]["contactDetails"]["mobilePhone"] == ""


async def test_a_stage_that_does_not_exist_is_dropped_without_a_word(
    tracker: httpx.AsyncClient, services: Services
) -> None:
    crowd(services, 1)
    id_ = next(iter(services.tracker.tenant.applications))
    assert (
        await tracker.patch(f"/tracker/api/v1/OpportunityResource/{id_}", json={"status": {"id": 99}})
    ).status_code == 200
    assert services.tracker.tenant.moves == []
    await tracker.patch(f"/tracker/api/v1/OpportunityResource/{id_}", json={"status": {"id": 5}})
    assert services.tracker.tenant.moves[0]["status"] == "Phone Screen"


async def test_too_many_calls_are_slowed_down(tracker: httpx.AsyncClient, services: Services) -> None:
    services.tracker.tenant.quirks.per_minute = 3
    statuses = [(await tracker.get("/tracker/api/v1/Opportunity/1020")).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]


async def test_paths_match_in_any_letter_case(tracker: httpx.AsyncClient, services: Services) -> None:
    assert (await tracker.get("/tracker/api/v1/opportunity/1020")).status_code == 200
    services.tracker.tenant.quirks.any_case = False
    assert (await tracker.get("/tracker/api/V1/OPPORTUNITY/1020")).status_code == 404


async def test_there_are_no_notes(tracker: httpx.AsyncClient, services: Services) -> None:
    person = services.tracker.tenant.add_person("Ann", "Lee")
    assert (await tracker.post(f"/tracker/api/v1/Resource/{person['id']}/Notes", json={"note": "x"})).status_code == 404


async def test_every_second_answer_is_empty_where_the_quirk_is_on(
    tracker: httpx.AsyncClient, services: Services
) -> None:
    services.tracker.tenant.quirks.empty_answers = 2
    bodies = [(await tracker.get("/tracker/api/v1/Opportunity/1020")).content for _ in range(4)]
    assert [bool(body) for body in bodies].count(False) == 2


async def test_times_are_local_and_say_no_zone(tracker: httpx.AsyncClient, services: Services) -> None:
    crowd(services, 1)
    services.tracker.tenant.quirks.zone = "Pacific/Kiritimati"
    far = services.tracker.tenant.now()
    services.tracker.tenant.quirks.zone = "Pacific/Pago_Pago"
    assert (len(far), far > services.tracker.tenant.now()) == (19, True)


async def test_the_widget_answers_200_and_says_no_in_the_body(web: httpx.AsyncClient) -> None:
    body = {"trackerrms": {"checkLogon": {"credentials": {"oauthtoken": "a jwt"}}}}
    refused = await web.post("/widget/api/widget/checkLogon", json=body)
    assert (refused.status_code, refused.json()["status"]) == (200, 1)
    assert (await web.post("/widget/api/widget/nonsense", json=body)).json()["status"] == 99


async def test_the_widget_takes_an_activity_with_custom_fields_beside_it(
    web: httpx.AsyncClient, services: Services
) -> None:
    person = services.tracker.tenant.add_person("Ann", "Lee")["id"]
    credentials = {"username": KEYS.widget_username, "password": KEYS.widget_password}
    activity = {"subject": "GR-1", "note": "80/100", "linkRecordType": "R", "linkRecordId": person}
    inner = {"credentials": credentials, "activity": activity, "customfields": [{"id": 448, "value": "80"}]}
    made = await web.post("/widget/api/widget/createActivity", json={"trackerrms": {"createActivity": inner}})
    kept = services.tracker.tenant.activities[0]
    assert (made.json()["message"], kept["links"], kept["customFields"][0]["value"]) == (
        "created",
        {"resource": [person]},
        "80",
    )


async def test_a_document_comes_back_as_it_was_attached(tracker: httpx.AsyncClient, services: Services) -> None:
    person = services.tracker.tenant.add_person("Ann", "Lee")["id"]
    file = {"filename": "a.pdf", "filecontent": base64.b64encode(b"%PDF").decode(), "documentType": "general"}
    path = f"/tracker/api/v1/Resource/{person}/Document"
    made = (await tracker.post(path, json=file)).json()
    listed = (await tracker.get(path + "s")).json()
    assert (listed[0]["documentId"], listed[0]["filename"]) == (made["id"], "a.pdf")
    assert base64.b64decode((await tracker.get(f"{path}/{made['id']}")).json()["filecontent"]) == b"%PDF"
    assert (await tracker.post(path, json={"filename": "a.pdf", "filecontent": "not base64!"})).status_code == 400

"""What the doctor learns about each scope."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tracker import strategies
from tracker.client import TrackerClient

Connect = Callable[..., TrackerClient]


async def told(client: TrackerClient) -> dict[str, tuple[bool, str]]:
    """Each scope's verdict by its name."""
    return {each.name: (each.ok, each.sentence) for each in await strategies.probe(client)}


async def test_every_scope_has_a_sentence_and_nothing_is_written(small: Any, client: TrackerClient) -> None:
    scopes = await told(client)
    assert list(scopes) == [
        "access",
        "jobs",
        "applications",
        "candidates",
        "stages",
        "users",
        "activities",
        "older API",
        "stage moves",
        "activity log",
        "document upload",
    ]
    assert all(ok for ok, _ in scopes.values())
    assert scopes["jobs"] == (True, "1 on the first page")
    assert scopes["stage moves"] == (True, "will be tried by REST, then the older API")
    assert not small.activities
    assert not small.documents
    assert not small.moved_by


async def test_a_refused_token_shows_in_every_scope(small: Any, client: TrackerClient) -> None:
    small.revoked, small.widget_status = True, 1
    scopes = await told(client)
    reads = [verdict for name, verdict in scopes.items() if name not in strategies.WRITES]
    assert not any(ok for ok, _ in reads)
    assert scopes["access"][1].endswith("Tracker refuses the access token")


async def test_what_was_done_before_is_told(connect: Connect) -> None:
    scopes = await told(connect(strategies={"move": "widget"}))
    assert scopes["stage moves"] == (True, "done before, by widget")


async def test_trackers_own_list_of_calls_is_read_where_it_is_shown(small: Any, client: TrackerClient) -> None:
    paths: dict[str, Any] = {
        "/api/v1/OpportunityResource/{id}": {"get": {}, "patch": {}},
        "/api/v1/Activity": {"post": {}},
        "/api/v1/Resource/{id}/Document/{docId}": {"get": {}},
        "/odd": None,
    }
    small.fail("swagger", httpx.Response(200, json={"paths": paths}))
    scopes = await told(client)
    assert scopes["stage moves"] == (True, "in Tracker's own list of calls")
    assert scopes["activity log"] == (True, "in Tracker's own list of calls")
    assert scopes["document upload"] == (True, "will be tried by REST, then the older API")


@pytest.mark.parametrize("answer", [[], {"paths": []}, {"paths": None}, "text"], ids=str)
async def test_a_list_of_calls_that_is_none_is_passed_over(small: Any, connect: Connect, answer: Any) -> None:
    small.fail("swagger", httpx.Response(200, json=answer))
    scopes = await told(connect(widget_url=None))
    assert scopes["stage moves"] == (True, "will be tried by REST")
    assert scopes["older API"][0] is False


async def test_without_credentials_nothing_can_be_written(connect: Connect) -> None:
    scopes = await told(connect(access_token=None))
    assert scopes["activity log"] == (False, "no credentials for it")


async def test_with_the_older_api_alone_its_scopes_stand(connect: Connect, keys: Any) -> None:
    scopes = await told(connect(access_token=None, widget=keys))
    assert {name for name, (ok, _) in scopes.items() if ok} == {
        "access",
        "users",
        "activities",
        "older API",
        "stage moves",
        "activity log",
        "document upload",
    }

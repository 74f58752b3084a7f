"""Whatever Tracker answers, the client gives a record or raises one of its own errors."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from hypothesis import given, settings
from hypothesis import strategies as some

from tracker import strategies
from tracker.activities import read_activity
from tracker.client import TrackerClient
from tracker.errors import TrackerError

KEYS = [
    "id", "name", "token", "status", "data", "results", "opportunities", "opportunityId",
    "opportunityResources", "opportunityResourceId", "opportunityResourceStatusId", "resources",
    "resourceId", "hasNextPage", "customFields", "owners", "advertDetails", "contactDetails",
    "address", "history", "documents", "filecontent", "users", "userId", "activities", "active",
    "success", "paths", "message", "totalCount",
]  # fmt: skip
LEAVES = (
    some.none()
    | some.booleans()
    | some.integers(-3, 10**20)
    | some.floats(allow_nan=False, allow_infinity=False)
    | some.text(max_size=8)
    | some.sampled_from(["0", "1", "y", "n", "20", "YWJj", "Smith, Ann"])
)
JSON = some.recursive(
    LEAVES,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.sampled_from(KEYS), inner, max_size=6),
    max_leaves=25,
)
CALLS: list[Callable[[TrackerClient], Awaitable[Any]]] = [
    lambda client: client.jobs.open(),
    lambda client: client.jobs.get(1),
    lambda client: client.applications.of_job(20),
    lambda client: client.applications.get(1),
    lambda client: client.applications.move(1, 20),
    lambda client: client.candidates.get(1),
    lambda client: client.candidates.search("ann"),
    lambda client: client.candidates.create(first_name="A", last_name="B"),
    lambda client: client.metadata.statuses(),
    lambda client: client.metadata.users(),
    lambda client: client.metadata.activity_fields(),
    lambda client: client.activities.of_candidate(1),
    lambda client: client.activities.create(candidate_id=1, job_id=2, subject="s", note="n"),
    lambda client: client.documents.of_candidate(1),
    lambda client: client.documents.download(1, 1),
    lambda client: client.documents.attach(1, "a.pdf", b"x"),
    lambda client: client.widget.check(),
    strategies.probe,
]


async def ask(answer: Any, status: int, call: Callable[[TrackerClient], Awaitable[Any]]) -> None:
    """Every call gets this answer; the exchange works."""

    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("ExchangeToken"):
            return httpx.Response(200, json={"token": "a-session"})
        return httpx.Response(status, json=answer)

    async def no_sleep(_seconds: float) -> None:
        return None

    client = TrackerClient(
        base_url="https://rest.test",
        widget_url="https://older.test",
        access_token="t",
        transport=httpx.MockTransport(respond),
        sleep=no_sleep,
    )
    try:
        await call(client)
    except TrackerError as error:
        assert str(error)  # noqa: PT017 - either is right, nothing else is
    finally:
        await client.close()


@settings(max_examples=150, deadline=None)
@given(
    answer=JSON,
    status=some.sampled_from([200, 200, 200, 201, 204, 302, 400, 404, 409, 429, 503]),
    call=some.sampled_from(CALLS),
)
def test_no_answer_gets_through_unread(
    answer: Any, status: int, call: Callable[[TrackerClient], Awaitable[Any]]
) -> None:
    asyncio.run(ask(answer, status, call))


@settings(max_examples=100, deadline=None)
@given(row=some.dictionaries(some.sampled_from(KEYS), JSON, max_size=12), call=some.sampled_from(CALLS))
def test_no_record_gets_through_unread(row: dict[str, Any], call: Callable[[TrackerClient], Awaitable[Any]]) -> None:
    record = {"id": 20, "opportunityId": 20, "resourceId": 1, **row}
    asyncio.run(ask(record, 200, call))
    asyncio.run(ask([record, record], 200, call))


def test_an_activity_without_an_id_is_none() -> None:
    assert read_activity({"subject": "s"}) is None

"""What is tried again, and what is not."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tracker import retries
from tracker.client import TrackerClient
from tracker.errors import (
    TrackerBroken,
    TrackerConflict,
    TrackerError,
    TrackerInvalid,
    TrackerMalformed,
    TrackerNotFound,
    TrackerRateLimited,
    TrackerRefused,
    TrackerUnauthorized,
    TrackerUnreachable,
    refusal,
)
from tracker.pace import PerMinute

PASSING: list[Any] = [
    httpx.ReadTimeout("slow"),
    httpx.ConnectError("refused"),
    httpx.RemoteProtocolError("gone"),
    httpx.Response(500),
    httpx.Response(503),
    httpx.Response(200, text=""),
    httpx.Response(200, text="<html>Maintenance</html>"),
    httpx.Response(200, json={"message": "no list here"}),
    httpx.Response(302, headers={"Location": "https://elsewhere.test"}),
]


@pytest.mark.parametrize("fault", PASSING[:7], ids=str)
async def test_a_read_survives_two_failures(small: Any, client: TrackerClient, fault: Any) -> None:
    small.fail("opportunityresource/search", fault, fault)
    assert len(await client.applications.of_job(1020)) == 3


@pytest.mark.parametrize("fault", PASSING, ids=str)
async def test_a_read_that_keeps_failing_raises_one_of_our_errors(
    small: Any, client: TrackerClient, fault: Any
) -> None:
    small.fail("opportunityresource/search", *[fault] * 3)
    with pytest.raises((TrackerUnreachable, TrackerMalformed, TrackerBroken)):
        await client.applications.of_job(1020)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("fault", [*PASSING[:7], PASSING[8]], ids=str)
async def test_a_write_is_sent_once_whatever_comes_back(
    small: Any, client: TrackerClient, fault: Any, *, after: bool
) -> None:
    small.fail("/activity", fault, after=after)
    with pytest.raises(TrackerError):
        await client.activities.create(candidate_id=2001, job_id=1020, subject="s", note="n")
    assert len(small.activities) == after
    assert small.paths().count("POST /api/v1/Activity") == 1


@pytest.mark.parametrize(
    ("fault", "sent"),
    [
        (httpx.ConnectError("refused"), False),
        (httpx.ConnectTimeout("slow"), False),
        (httpx.PoolTimeout("busy"), False),
        (httpx.ReadTimeout("slow"), True),
        (httpx.WriteError("cut"), True),
        (httpx.RemoteProtocolError("gone"), True),
    ],
    ids=str,
)
async def test_unreachable_says_whether_the_call_may_have_arrived(
    small: Any, client: TrackerClient, fault: Exception, *, sent: bool
) -> None:
    small.fail("/document", fault)
    with pytest.raises(TrackerUnreachable) as caught:
        await client.documents.attach(2001, "a.pdf", b"%PDF")
    assert caught.value.sent is sent


async def test_a_429_is_waited_out_for_writes_too(small: Any, client: TrackerClient, naps: Any) -> None:
    small.fail("/activity", httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(429))
    await client.activities.create(candidate_id=2001, job_id=1020, subject="s", note="n")
    assert len(small.activities) == 1
    assert naps.taken == [7.0, 10.0]


async def test_a_429_that_asks_for_an_hour_is_handed_to_the_caller(
    small: Any, client: TrackerClient, naps: Any
) -> None:
    small.fail("/activity", httpx.Response(429, headers={"Retry-After": "3600"}))
    with pytest.raises(TrackerRateLimited) as caught:
        await client.activities.create(candidate_id=2001, job_id=1020, subject="s", note="n")
    assert caught.value.retry_after == 3600
    assert naps.taken == []


async def test_an_answer_that_drips_for_ever_is_cut_off() -> None:
    async def hang(_request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    client = TrackerClient(
        base_url="https://rest.test",
        access_token="t",
        transport=httpx.MockTransport(hang),
        timeout=0.001,
        sleep=lambda _seconds: asyncio.sleep(0),
    )
    with pytest.raises(TrackerUnreachable):
        await client.jobs.open()


async def test_an_answer_too_large_to_be_one_is_refused(
    small: Any, client: TrackerClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.client.LARGEST_ANSWER", 500)
    small.fail("resource/2001", *[httpx.Response(200, text="[" + "1," * 500)] * 3)
    with pytest.raises(TrackerMalformed, match="too large"):
        await client.candidates.get(2001)


async def test_json_nested_beyond_reason_is_malformed(small: Any, client: TrackerClient) -> None:
    small.fail("resource/2001", *[httpx.Response(200, text="[" * 100_000)] * 3)
    with pytest.raises(TrackerMalformed):
        await client.candidates.get(2001)


LIMITED = TrackerRateLimited(429)
BROKEN = TrackerBroken(503)


@pytest.mark.parametrize(
    ("attempt", "error", "reads", "wait"),
    [
        (1, BROKEN, True, 0.5),
        (2, BROKEN, True, 1.0),
        (3, BROKEN, True, None),
        (1, BROKEN, False, None),
        (1, TrackerUnreachable("x"), True, 0.5),
        (1, TrackerUnreachable("x", sent=False), False, None),
        (1, TrackerMalformed("x"), True, 0.5),
        (1, TrackerNotFound(404), True, None),
        (1, TrackerUnauthorized(401), True, None),
        (1, LIMITED, False, 5.0),
        (3, LIMITED, True, 15.0),
        (6, LIMITED, True, None),
        (1, TrackerRateLimited(429, retry_after=0.0), False, 0.0),
        (1, TrackerRateLimited(429, retry_after=120.0), False, 120.0),
        (1, TrackerRateLimited(429, retry_after=121.0), False, None),
    ],
    ids=str,
)
def test_the_pause_before_the_next_try(attempt: int, error: TrackerError, wait: float | None, *, reads: bool) -> None:
    assert retries.pause(attempt, error, reads=reads) == wait


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("12", 12.0),
        ("1.5", 1.5),
        ("-3", 0.0),
        ("nan", None),
        ("inf", None),
        ("soon", None),
        ("Wed, 03 Jun 2026 16:00:30 GMT", 30.0),
        ("Wed, 03 Jun 2026 15:00:00 GMT", 0.0),
        ("Wed, 03 Jun 2026 16:00:30 -0000", 30.0),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(header: str | None, seconds: float | None) -> None:
    now = datetime(2026, 6, 3, 16, 0, tzinfo=UTC)
    assert retries.seconds(header, now) == seconds


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, TrackerInvalid),
        (401, TrackerUnauthorized),
        (403, TrackerUnauthorized),
        (404, TrackerNotFound),
        (405, TrackerNotFound),
        (409, TrackerConflict),
        (418, TrackerRefused),
        (422, TrackerInvalid),
        (429, TrackerRateLimited),
        (500, TrackerBroken),
        (599, TrackerBroken),
    ],
)
def test_each_status_has_its_error(status: int, kind: type[TrackerRefused]) -> None:
    error = refusal(status, "a\n  body " * 200, what="GET /x")
    assert type(error) is kind
    assert error.status == status
    assert str(error).startswith(f"GET /x: {status} a body")
    assert len(str(error)) < 330


async def test_the_budget_of_a_minute_is_kept_in_order() -> None:
    now = [0.0]

    async def sleep(seconds: float) -> None:
        now[0] += seconds

    pace = PerMinute(3, clock=lambda: now[0], sleep=sleep)
    gone = []
    for _ in range(7):
        await pace()
        gone.append(now[0])
    assert gone == [0, 0, 0, 60, 60, 60, 120]
    await pace.hold(30)
    await pace()
    assert now[0] == 150


async def test_every_call_asks_for_its_turn_the_exchange_and_repeats_too(small: Any, connect: Any) -> None:
    turns = Turns()
    client = connect(pace=turns)
    small.fail("opportunity/", httpx.Response(503), httpx.Response(401))
    await client.jobs.open()
    await client.widget.check()
    assert turns.taken == len(small.calls) == 6
    assert turns.held == []


async def test_a_call_too_many_holds_everybody_by_either_api(small: Any, connect: Any) -> None:
    turns = Turns()
    client = connect(pace=turns)
    small.fail("opportunity/", httpx.Response(429, headers={"Retry-After": "7"}))
    small.fail("checklogon", httpx.Response(429))
    await client.jobs.open()
    await client.widget.check()
    assert turns.held == [7, 5]


class Turns:
    """A Pace that never waits, and counts."""

    def __init__(self) -> None:
        self.taken = 0
        self.held: list[float] = []

    async def __call__(self) -> None:
        """A call goes out."""
        self.taken += 1

    async def hold(self, seconds: float) -> None:
        """Tracker refused one."""
        self.held.append(seconds)

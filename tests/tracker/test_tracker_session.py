"""The one living JWT."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest

from tracker.auth import MemoryKeeper
from tracker.client import REST_HOSTS, WIDGET_HOSTS, TrackerClient
from tracker.errors import (
    TrackerError,
    TrackerUnauthorized,
    TrackerUnreachable,
)

Connect = Callable[..., TrackerClient]


async def test_the_access_token_goes_in_the_body_of_the_exchange_and_nowhere_else(
    small: Any, client: TrackerClient
) -> None:
    await client.jobs.open()
    exchange, *others = small.calls
    assert small.body(exchange) == {"bearerToken": "0123456789abcdef0123456789abcdef"}
    assert "Authorization" not in exchange.headers
    assert all("0123456789abcdef" not in str(call.headers) + str(call.url) for call in others)


async def test_one_exchange_serves_many_calls(small: Any, client: TrackerClient) -> None:
    for _ in range(5):
        await client.jobs.open()
    assert small.exchanges == 1


async def test_paths_are_in_camel_case_with_the_version(small: Any, connect: Connect) -> None:
    await connect().jobs.open()
    assert small.paths()[:2] == [
        "POST /api/Auth/ExchangeToken",
        "POST /api/v1/Opportunity/PagedSearch",
    ]
    with pytest.raises(TrackerError):
        await connect(api_version="v2").jobs.open()
    assert small.paths()[-1].startswith("POST /api/v2/Opportunity/")


async def test_a_stolen_session_is_renewed_and_the_call_repeated(small: Any, client: TrackerClient) -> None:
    await client.jobs.open()
    small.steal()
    assert [job.id for job in await client.jobs.open()] == [1020]
    assert small.exchanges == 2


async def test_a_write_refused_with_401_is_repeated_once_renewed(small: Any, client: TrackerClient) -> None:
    await client.jobs.open()
    small.steal()
    await client.activities.create(candidate_id=2001, job_id=1020, subject="s", note="n")
    assert len(small.activities) == 1


async def test_a_session_killed_again_and_again_gives_up_and_says_it_was_not_done(
    small: Any, client: TrackerClient
) -> None:
    small.kill_each_session = True
    with pytest.raises(TrackerUnreachable, match="again and again") as caught:
        await client.activities.create(candidate_id=2001, job_id=None, subject="s", note="n")
    assert caught.value.sent is False
    assert small.exchanges == 4


async def test_a_session_killed_three_times_is_survived(small: Any, client: TrackerClient) -> None:
    small.fail("opportunity/", *[httpx.Response(401)] * 3)
    assert await client.jobs.open()


async def test_a_refused_token_is_told_from_a_dead_session(small: Any, client: TrackerClient) -> None:
    small.revoked = True
    with pytest.raises(TrackerUnauthorized) as caught:
        await client.jobs.open()
    assert caught.value.revoked
    assert "0123456789abcdef" not in f"{caught.value} {caught.value.body}"


async def test_a_forbidden_record_is_no_reason_to_exchange(small: Any, client: TrackerClient) -> None:
    small.fail("resource/2001", httpx.Response(403))
    with pytest.raises(TrackerUnauthorized) as caught:
        await client.candidates.get(2001)
    assert not caught.value.revoked
    assert small.exchanges == 1


async def test_calls_at_the_same_moment_exchange_once(small: Any, client: TrackerClient) -> None:
    await asyncio.gather(*(client.candidates.get(2001) for _ in range(10)))
    assert small.exchanges == 1
    small.steal()
    await asyncio.gather(*(client.candidates.get(2001) for _ in range(10)))
    assert small.exchanges == 2


async def test_clients_that_share_a_keeper_share_the_session(small: Any, connect: Connect) -> None:
    keeper = MemoryKeeper()
    clients = [connect(keeper=keeper) for _ in range(3)]
    for _ in range(3):
        await asyncio.gather(*(each.jobs.open() for each in clients))
    assert small.exchanges == 1


async def test_a_keeper_exchanges_only_if_the_failed_one_is_still_the_stored_one() -> None:
    async def never() -> str:
        raise AssertionError("another program had exchanged already")

    keeper = MemoryKeeper("newer")
    assert await keeper.renew("older", never) == "newer"


async def test_a_keeper_whose_exchange_failed_tries_again_the_next_time() -> None:
    answers: Iterator[Exception | str] = iter([TrackerUnreachable("down"), "fresh"])

    async def exchange() -> str:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    keeper = MemoryKeeper()
    with pytest.raises(TrackerUnreachable):
        await keeper.renew(None, exchange)
    assert await keeper.renew(None, exchange) == "fresh"


async def test_a_keeper_of_ones_own_is_asked(connect: Connect, small: Any) -> None:
    class Shared:
        """Stands for a table shared by processes."""

        stored: str | None = None

        async def current(self) -> str | None:
            return self.stored

        async def renew(self, failed: str | None, exchange: Callable[[], Awaitable[str]]) -> str:
            assert failed is None
            self.stored = await exchange()
            return self.stored

    keeper = Shared()
    await connect(keeper=keeper).jobs.open()
    assert keeper.stored == small.jwt


@pytest.mark.parametrize(
    "answer",
    [
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
        httpx.Response(503, text="token 0123456789abcdef0123456789abcdef"),
        httpx.Response(200, text=""),
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json={"token": ""}),
        httpx.Response(200, json={"token": "two words and a\nline"}),
        httpx.Response(200, json=["token"]),
        httpx.Response(404),
    ],
    ids=str,
)
async def test_where_no_session_is_to_be_had_the_call_was_certainly_not_made(
    small: Any, client: TrackerClient, answer: Any
) -> None:
    small.fail("exchangetoken", *[answer] * 3)
    with pytest.raises(TrackerUnreachable) as caught:
        await client.activities.create(candidate_id=2001, job_id=None, subject="s", note="n")
    assert caught.value.sent is False
    assert "0123456789abcdef" not in str(caught.value)
    assert not small.activities


async def test_an_exchange_that_fails_for_a_moment_is_tried_again(small: Any, client: TrackerClient, naps: Any) -> None:
    small.fail("exchangetoken", httpx.ReadTimeout("slow"), httpx.Response(502))
    assert await client.jobs.open()
    assert naps.taken == [0.5, 1.0]


async def test_check_exchanges_live_even_where_a_session_is_known(small: Any, client: TrackerClient) -> None:
    await client.check()
    await client.check()
    assert small.exchanges == 2
    small.revoked = True
    with pytest.raises(TrackerUnauthorized):
        await client.check()


async def test_check_without_access_token_tries_the_older_api(small: Any, connect: Connect, keys: Any) -> None:
    await connect(access_token=None, widget=keys).check()
    small.widget_status = 1
    with pytest.raises(TrackerUnauthorized):
        await connect(access_token=None, widget=keys).check()


async def test_without_any_credentials_nothing_is_sent(small: Any, connect: Connect) -> None:
    client = connect(access_token=None)
    for attempt in (client.check, client.jobs.open, client.metadata.users):
        with pytest.raises(TrackerUnauthorized):
            await attempt()
    assert small.calls == []


def test_each_region_has_both_hosts() -> None:
    assert REST_HOSTS.keys() == WIDGET_HOSTS.keys() == {"us", "ca", "other"}
    assert all(host.startswith("https://") for host in (*REST_HOSTS.values(), *WIDGET_HOSTS.values()))


async def test_no_refusal_repeats_what_we_sent(small: Any, connect: Connect, keys: Any) -> None:
    client = connect(widget=keys)
    echo = json.dumps({"sent": "0123456789abcdef0123456789abcdef key-1 secret-2 eyJhbGci.abc.def"})
    small.fail("opportunity/", *[httpx.Response(500, text=echo)] * 3)
    with pytest.raises(TrackerError) as caught:
        await client.jobs.open()
    shown = f"{caught.value} {getattr(caught.value, 'body', '')}"
    assert not any(s in shown for s in ("0123456789abcdef", "key-1", "secret-2", "eyJ"))


def test_credentials_do_not_show_when_printed(keys: Any) -> None:
    assert "key-1" not in repr(keys)
    assert "secret-2" not in repr(keys)


async def test_a_closed_client_has_let_go_of_its_connections(client: TrackerClient) -> None:
    await client.jobs.open()
    await client.close()
    with pytest.raises(RuntimeError):
        await client.jobs.open()

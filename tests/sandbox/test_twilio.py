"""The simulated Twilio, through Twilio's own library where that is what the bot uses."""

import httpx
import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.request_validator import RequestValidator
from twilio.rest import Client

from bot.sandbox.run import an_app
from bot.sandbox.services import Services
from bot.sandbox.twilio_account import segments
from bot.sms.transport import HttpxTransport
from tests.sandbox.conftest import KEYS, ListeningBot

PHONE = "+13125550142"


@pytest.fixture
def client(services: Services) -> Client:
    transport = HttpxTransport("http://sandbox.test/twilio", transport=httpx.ASGITransport(app=an_app(services)))
    return Client(KEYS.account_sid, KEYS.auth_token, http_client=transport)


async def send(client: Client, to: str = PHONE, body: str = "Hello", **more: str) -> str:
    made = await client.messages.create_async(to=to, from_=KEYS.number, body=body, **more)
    return str(made.sid)


async def code(client: Client, **arguments: str) -> int:
    with pytest.raises(TwilioRestException) as refused:
        await send(client, **arguments)
    return int(refused.value.code)


async def test_a_text_is_queued_then_sent_then_delivered_with_signed_callbacks(
    client: Client, services: Services, bot: ListeningBot
) -> None:
    sid = await send(client, status_callback=f"{KEYS.public_url}/twilio/status?m=7")
    await services.hooks.settled()
    assert [f["MessageStatus"] for f in bot.forms("/twilio/status")] == ["sent", "delivered"]
    path, headers, _ = bot.heard[0]
    form = bot.forms("/twilio/status")[0]
    assert RequestValidator(KEYS.auth_token).validate(KEYS.public_url + path, form, headers["x-twilio-signature"])
    assert (await client.messages(sid).fetch_async()).status == "delivered"


async def test_a_landline_is_undelivered_with_its_code(client: Client, services: Services, bot: ListeningBot) -> None:
    services.twilio.unreachable.add(PHONE)
    await send(client, status_callback=f"{KEYS.public_url}/twilio/status?m=7")
    await services.hooks.settled()
    last = bot.forms("/twilio/status")[-1]
    assert (last["MessageStatus"], last["ErrorCode"]) == ("undelivered", "30006")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [({"to": "312-555-0142"}, 21211), ({"body": "x" * 1601}, 21617), ({"body": ""}, 21602)],
    ids=["no number", "too long", "empty"],
)
async def test_a_text_that_twilio_would_refuse_is_refused_with_its_code(
    client: Client, arguments: dict[str, str], expected: int
) -> None:
    assert await code(client, **arguments) == expected


async def test_stop_blocks_and_start_unblocks(client: Client, services: Services, bot: ListeningBot) -> None:
    await services.twilio.receive(PHONE, " stop ")
    assert await code(client) == 21610
    assert [m["direction"] for m in services.twilio.messages] == ["inbound", "outbound-reply"]
    assert bot.forms("/twilio/sms")[0]["Body"] == " stop "
    await services.twilio.receive(PHONE, "START")
    assert await send(client)


async def test_yes_from_somebody_who_never_opted_out_is_only_a_yes(services: Services) -> None:
    await services.twilio.receive(PHONE, "yes")
    assert [m["direction"] for m in services.twilio.messages] == ["inbound"]


async def test_stop_within_a_sentence_is_not_twilios_business(client: Client, services: Services) -> None:
    await services.twilio.receive(PHONE, "please stop texting me")
    assert await send(client)


async def test_an_inbound_text_is_signed_against_the_public_address(services: Services, bot: ListeningBot) -> None:
    await services.twilio.receive(PHONE, "yes & no")
    _, headers, _ = bot.heard[0]
    form = bot.forms("/twilio/sms")[0]
    assert RequestValidator(KEYS.auth_token).validate(
        f"{KEYS.public_url}/twilio/sms", form, headers["x-twilio-signature"]
    )


async def test_the_list_is_newest_first_filtered_and_paged(client: Client, services: Services) -> None:
    for n in range(5):
        await send(client, body=f"text {n}")
    await send(client, to="+17735550100", body="another")
    listed = await client.messages.list_async(to=PHONE, page_size=2)
    assert [m.body for m in listed] == [f"text {n}" for n in (4, 3, 2, 1, 0)]


async def test_a_wrong_token_is_refused(web: httpx.AsyncClient) -> None:
    path = f"/twilio/2010-04-01/Accounts/{KEYS.account_sid}/Messages.json"
    answer = await web.get(path, auth=(KEYS.account_sid, "wrong"))
    assert (answer.status_code, answer.json()["code"]) == (401, 20003)


async def test_an_ordered_fault_fails_one_create(client: Client, services: Services) -> None:
    services.twilio.faults.append({"status": 503, "code": 20503})
    assert await code(client) == 20503
    assert await send(client)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("ł" * 70, 1),
        ("ł" * 71, 2),
        ("🙂" * 35, 1),
        ("🙂" * 36, 2),
    ],
)
def test_segments_are_counted_as_twilio_counts(body: str, expected: int) -> None:
    assert segments(body) == expected

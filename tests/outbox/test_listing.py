"""Twilio's list is filtered by day and begins with the newest: a busy day is not read whole every few seconds."""

import json
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from twilio.rest import Client

from bot.sms.send import Texts
from bot.sms.transport import HttpxTransport
from screening.errors import PortFailed
from tests.outbox.yard import NOW

PAGE = 50
MINUTE = 60_000


class Account:
    """So many texts, one a minute, the latest a minute ago; `late` stands in the list below older ones."""

    def __init__(self, texts: int, late: int = 0) -> None:
        ages = [*range(1, texts + 1)]
        if late:
            ages.insert(late, ages.pop(0))
        self.rows = [self._text(age) for age in ages]
        self.pages, self.away = 0, False

    def _text(self, age: int) -> dict[str, Any]:
        when = format_datetime(datetime.fromtimestamp((NOW - age * MINUTE) // 1000, UTC))
        row = {"sid": f"SM{age}", "body": "yes", "from": "+13125550101", "to": "+13125550100", "num_media": "0"}
        return row | {"direction": "inbound", "date_created": when, "date_sent": when, "uri": "/", "status": "received"}

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """One page."""
        self.pages += 1
        if self.away and self.pages > 1:
            raise httpx.ReadTimeout("no answer")
        number = int(parse_qs(urlsplit(str(request.url)).query).get("Page", ["0"])[0])
        rows = self.rows[number * PAGE : (number + 1) * PAGE]
        more = f"{request.url.path}?Page={number + 1}" if len(self.rows) > (number + 1) * PAGE else None
        return httpx.Response(200, text=json.dumps({"messages": rows, "next_page_uri": more, "page": number}))

    def texts(self) -> Texts:
        """Read through Twilio's own library."""
        transport = HttpxTransport("https://api.twilio.com", transport=httpx.MockTransport(self))
        client = Client("AC" + "0" * 32, "token", http_client=transport)
        return Texts(client=client, transport=transport, sender="+13125550100", service="", callback="https://x")


async def test_reading_ends_where_the_list_is_older_than_what_is_asked_for() -> None:
    account = Account(1000)
    found = await account.texts().inbound(NOW - 10 * MINUTE)
    assert [m.sid for m in found] == [f"SM{age}" for age in range(10, 0, -1)]
    assert account.pages == 3


async def test_all_that_is_asked_for_is_read_however_many_pages_it_takes() -> None:
    account = Account(1300)
    assert len(await account.texts().inbound(NOW - 1200 * MINUTE)) == 1200


async def test_a_text_a_little_out_of_order_is_found_all_the_same() -> None:
    found = await Account(300, late=60).texts().inbound(NOW - 10 * MINUTE)
    assert "SM1" in {m.sid for m in found}


async def test_a_page_that_does_not_come_is_no_shorter_list() -> None:
    account = Account(300)
    account.away = True
    with pytest.raises(PortFailed, match="cannot be read"):
        await account.texts().inbound(NOW - 10 * MINUTE)

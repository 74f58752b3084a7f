"""Tracker's webhook: open to whoever knows the address, believed by nobody."""

import httpx
import pytest
from starlette.applications import Starlette

from bot.web.tracker import LARGEST, HookDoor
from tests.desk.conftest import Shop

SECRET = "0f" * 16


async def post(path: str, content: bytes) -> tuple[int, list[object]]:
    """The answer to a POST, and what was passed on."""
    heard: list[object] = []

    async def changed(body: object) -> None:
        heard.append(body)

    app = Starlette(routes=HookDoor(SECRET, changed).routes())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as http:
        return (await http.post(path, content=content)).status_code, heard


@pytest.mark.parametrize("secret", ["wrong", SECRET[:-1], SECRET + "0", "%F0%9F%98%80"])
async def test_a_wrong_secret_is_not_found_and_nothing_is_passed_on(secret: str) -> None:
    assert await post(f"/tracker/hook/{secret}", b'{"recordId": 5}') == (404, [])


@pytest.mark.parametrize("body", [b"", b"not json", b"\xff\xfe", b"[" * 60_000, b"x" * (LARGEST + 1)])
async def test_any_body_is_taken_with_the_right_secret(body: bytes) -> None:
    assert await post(f"/tracker/hook/{SECRET}", body) == (200, [None])


async def test_the_body_is_passed_on_as_json() -> None:
    assert await post(f"/tracker/hook/{SECRET}", b'{"recordId": 5}') == (200, [{"recordId": 5}])


async def test_settings_show_the_address_to_admins_alone_and_it_works(shop: Shop) -> None:
    who = shop.arrive()
    await shop.turn(1)
    said = await shop.ask("settings")
    address = next(word for word in said.split() if "/tracker/hook/" in word).strip("`")
    assert "/tracker/hook/" not in await shop.ask("settings", user="U0PLAIN")
    shop.move(who)
    path = address.removeprefix("https://bot.example.com")
    body = {"recordType": "OpportunityResource", "recordId": who["id"]}
    assert (await shop.http.post(path, json=body)).status_code == 200
    await shop.job("hurry")
    await shop.turn(1)
    assert (await shop.screening_of(who)).open

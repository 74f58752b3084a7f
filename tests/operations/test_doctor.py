"""doctor looks at everything, says in words what is to be mended, and breaks nothing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import doctor
from bot.ats.connection import Connection, Credentials
from bot.clock import now
from bot.settings import Settings, read_settings
from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS
from bot.storage.store import open_store
from tests.processes.house import House


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with House(tmp_path) as house:
        yield house


def settings(house: House, **changed: str) -> Settings:
    return read_settings(house.settings | {"GREENROOM_PORT": "1", **changed})


async def lines(settings: Settings) -> dict[str, str]:
    """What was found, by what it is about."""
    found = [f for f in await doctor.examine(settings) if not f.words.startswith("Tracker, ")]  # tried in tests/ats
    return {f.words.partition(":")[0]: str(f) for f in found}


async def connect(house: House) -> Connection:
    s = settings(house)
    store = open_store(s.store, SPECS, exclusive=False)
    connection = Connection(
        store=store,
        keyring=await store.run(lambda t: load_keyring(t, s.secret_keys)),
        rest_url=s.tracker_api_url,
        widget_url=s.tracker_widget_url,
        per_minute=s.tracker_per_minute,
        now=now,
    )
    await connection.keep(Credentials(access_token=house.keys.access_token), "test")
    return connection


async def test_what_is_in_order_is_said_to_be(house: House) -> None:
    await connect(house)
    found = await lines(settings(house))
    assert all(line.startswith("In order · ") for line in found.values()), found
    assert set(found) == {"Settings", "Store", "Slack", "Twilio", "Tracker"}


async def test_looking_again_and_again_exchanges_the_token_once(house: House) -> None:
    await connect(house)
    for _ in range(4):
        await lines(settings(house))
    assert sum("exchangetoken" in call.lower() for call in house.toll.passed) == 1


@pytest.mark.parametrize(
    ("part", "changed", "words"),
    [
        ("Slack", {"SLACK_BOT_TOKEN": "xoxb-wrong"}, "invalid_auth"),
        ("Slack", {"SLACK_API_URL": "http://127.0.0.1:1/"}, "Slack"),
        ("Twilio", {"TWILIO_AUTH_TOKEN": "wrong"}, "does not take our credentials"),
        ("Twilio", {"TWILIO_FROM": "+15005550999"}, "no number ending in 0999"),
        ("Twilio", {"GREENROOM_PUBLIC_URL": "https://other.example.com"}, "https://other.example.com/twilio/sms"),
        ("Twilio", {"TWILIO_API_URL": "http://127.0.0.1:1"}, "Twilio"),
        ("Tracker", {}, "not connected"),
        ("Store", {"GREENROOM_STORE": "postgresql://u:pa55word@127.0.0.1:1/x"}, "PostgreSQL at 127.0.0.1:1/x"),
    ],
)
async def test_each_fault_is_told_in_words(
    house: House, monkeypatch: pytest.MonkeyPatch, part: str, changed: dict[str, str], words: str
) -> None:
    monkeypatch.setattr("bot.storage.lines.PATIENCE", 0.1)
    line = (await lines(settings(house, **changed)))[part]
    assert line.startswith("To mend · ") and words in line
    assert "pa55word" not in line


async def test_a_key_that_does_not_open_the_store_is_told(house: House) -> None:
    await connect(house)
    line = (await lines(settings(house, GREENROOM_SECRET_KEY="another secret key of more than 32 letters")))["Store"]
    assert line.startswith("To mend · Store: GREENROOM_SECRET_KEY does not open this store")


def test_settings_that_are_missing_are_all_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("GREENROOM_SECRET_KEY", "SLACK_BOT_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    assert doctor.doctor() == 1
    said = capsys.readouterr().out
    assert "GREENROOM_SECRET_KEY is missing" in said and "SLACK_BOT_TOKEN is missing" in said

"""The store's file at the beginning of a run: script, agent, mappings and connection, made once by the bot's own code."""

import asyncio
import sqlite3
from functools import cache
from pathlib import Path

from bot.agents import publish
from bot.ats.connection import Connection, Credentials
from bot.settings import Settings
from bot.storage.inline import InlineStore
from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS, Repositories
from bot.storage.sqlite import SqliteDatabase
from bot.storage.store import Tables, open_inline_store
from screening.duties.window import Window
from screening.scripts.reader import read_script
from tests.simulation.tracker import TRIGGER

JOBS = (1020, 1021)
SECRET = "a secret of the simulation, 32 long"
SCRIPT = """
format = 1
name = "simulated"
title = "Forklift operator"
language = "en"
steps = ["sms"]
intro = "Hi {{ first_name }}, thanks for applying for {{ job }}."
closing = "Thanks {{ first_name }}! A recruiter will be in touch."
remind_after = [%s]
expire_after = "%s"
[bands]
advance = 70
review = 40
[[faq]]
ask = ["what's the pay", "how much does it pay"]
answer = "$21-24 an hour depending on experience."
[[question]]
key = "licence"
kind = "yes_no"
ask = "Do you hold a valid forklift licence?"
weight = 3
knockout = "no"
[[question]]
key = "years"
kind = "number"
ask = "How many years have you driven a forklift?"
unit = "years"
range = [0, 50]
points = [{ at_least = 5, points = 5 }, { at_least = 2, points = 4 }, { points = 1 }]
[[question]]
key = "shift"
kind = "choice"
ask = "Which shift suits you: day, evening or night?"
options = [{ value = "day" }, { value = "evening", points = 5 }, { value = "night", points = 3 }]
"""
TIMERS = {False: ('"12m"', "45m"), True: ('"24h", "48h", "96h"', "7d")}


def settings(**changes: object) -> Settings:
    """As an operator would set them, with every default of production."""
    given: dict[str, object] = {
        "store": ":memory:", "data": Path("unused"), "scripts": None, "public_url": "https://bot.example.com",
        "host": "127.0.0.1", "port": 8000, "secret_keys": (SECRET,), "admins": frozenset({"UADMIN"}),
        "recruiters": frozenset(), "ops_channel": "COPS", "only_to": frozenset(), "daily_texts": 500, "surge": 25,
        "poll_seconds": 60.0, "brand": "Acme Staffing", "window": Window.read("08:00-20:00"), "consent": "application",
        "listening_pause": 6.0, "sms_per_second": 1.0, "time_zone": "America/Los_Angeles", "country": "US",
        "slack_bot_token": "xoxb-simulated", "slack_signing_secret": "signing", "slack_app_token": "",
        "slack_api_url": "https://slack.invalid/api/", "slack_command": "/screen", "twilio_account_sid": "AC" + "0" * 32,
        "twilio_auth_token": "twilio token", "twilio_api_key": "", "twilio_api_secret": "", "twilio_from": "+13125550100",
        "twilio_service": "", "twilio_api_url": "https://api.twilio.com", "tracker_api_url": "https://tracker.invalid",
        "tracker_widget_url": "https://widget.invalid", "tracker_per_minute": 60, "tracker_access_token": "",
        "tracker_region": "us", "tracker_api_version": "1",
    }  # fmt: skip
    return Settings(**(given | changes))  # type: ignore[arg-type]


@cache
def image(week: bool) -> bytes:
    """The file's bytes."""
    return asyncio.run(_made(week))


async def _made(week: bool) -> bytes:
    store = open_inline_store(":memory:", SPECS)
    assert isinstance(store, InlineStore)
    keyring = await store.run(lambda t: load_keyring(t, (SECRET,)))
    script = read_script(SCRIPT % TIMERS[week])

    def put(tables: Tables) -> None:
        records = Repositories(tables, keyring.pepper)
        publish(records, script)
        for job in JOBS:
            doc = {
                "job": job,
                "agent": "simulated",
                "channel": f"C{job}",
                "statuses": [TRIGGER],
                "trigger": "Phone Screen",
            }
            records.put("mappings", "job", doc)

    await store.run(put)
    connection = Connection(
        store=store, keyring=keyring, rest_url="https://tracker.invalid", widget_url="", per_minute=60, now=lambda: 0
    )
    await connection.keep(Credentials(access_token="0123456789abcdef"), "UADMIN")
    made: bytes = store._database.connection.serialize()
    await store.close()
    return made


def opened(week: bool) -> SqliteDatabase:
    """A fresh copy of the file."""
    connection = sqlite3.connect(":memory:", isolation_level=None, cached_statements=512)
    connection.deserialize(image(week))
    return SqliteDatabase(connection)

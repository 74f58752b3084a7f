"""The store's file at the beginning of a run: script, agent, mappings and connection, made once by the bot's own code."""

import random
import sqlite3
from dataclasses import replace
from functools import cache

from bot.agents import publish
from bot.ats.connection import Connection, Credentials
from bot.settings import Settings, read_settings
from bot.storage.inline import InlineStore
from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS, Repositories
from bot.storage.sqlite import SqliteDatabase
from bot.storage.store import Tables, open_inline_store
from screening.scripts.reader import read_script
from tests.simulation.loop import SimLoop
from tests.simulation.tracker import TRIGGER

JOBS = (1020, 1021)
SECRET = "a secret of the simulation that is long enough"
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
    found = read_settings(
        {
            "GREENROOM_SECRET_KEY": SECRET,
            "GREENROOM_PUBLIC_URL": "https://bot.example.com",
            "GREENROOM_ADMINS": "UADMIN",
            "GREENROOM_OPS_CHANNEL": "COPS",
            "GREENROOM_BRAND": "Acme Staffing",
            "GREENROOM_TIME_ZONE": "America/Los_Angeles",
            "SLACK_BOT_TOKEN": "xoxb-simulated",
            "SLACK_SIGNING_SECRET": "signing",
            "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
            "TWILIO_AUTH_TOKEN": "twilio token",
            "TWILIO_FROM": "+13125550100",
            "TRACKER_API_URL": "https://tracker.invalid",
            "TRACKER_WIDGET_URL": "https://widget.invalid",
        }
    )
    return replace(found, scripts=None, **changes)  # type: ignore[arg-type]


@cache
def image(week: bool) -> bytes:
    """The file's bytes."""
    loop = SimLoop(random.Random(0))
    try:
        return loop.run_until_complete(_made(week))
    finally:
        loop.close()


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

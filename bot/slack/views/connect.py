"""The connect modal: the only place where Tracker's secrets are typed."""

import asyncio
from typing import Any

from bot.slack import blocks as b
from bot.slack.desk import Choice, Credentials, Desk
from bot.slack.modals import Views, state_value

REGIONS = (
    Choice(label="US (evous)", value="us"),
    Choice(label="Canada (evoca)", value="ca"),
    Choice(label="Other (evogl)", value="other"),
)
_AT_ONCE = 0.5  # seconds of the three that a trigger lives
_WHERE = "In Tracker: profile icon, Tools and Settings, Security, Security Settings, API. A new token ends the old one."


async def open_connect(views: Views, desk: Desk, trigger: str, channel: str) -> None:
    """Opens the form; whether it replaces a connection is said if that is known at once."""
    try:
        again = await asyncio.wait_for(desk.connected(), _AT_ONCE)
    except TimeoutError:
        again = False
    await views.open(trigger, connect_view(channel, again=again))


def connect_view(channel: str, *, again: bool = False) -> b.Block:
    """The form; the answer goes to `channel`."""
    present = [b.section("Tracker is connected. What you give here replaces that connection.")] if again else []
    return b.modal(
        "connect",
        "Connect Tracker",
        [
            *present,
            b.field("Access token", b.text_input("access_token", most=3000), optional=True, hint=_WHERE),
            b.field("Region", b.select("region", REGIONS, initial="us")),
            b.field("API version", b.text_input("api_version", initial="1", most=10)),
            b.section("*Older API* (instead of the token, or besides it): Tracker support gives these three."),
            b.field("API key", b.text_input("api_key"), optional=True),
            b.field("Username", b.text_input("username"), optional=True),
            b.field("Password", b.text_input("password"), optional=True),
        ],
        submit="Connect",
        kept=channel,
    )


def credentials(view: dict[str, Any]) -> Credentials:
    """What was typed."""
    return Credentials(
        access_token=state_value(view, "access_token"),
        region=state_value(view, "region") or "us",
        api_version=state_value(view, "api_version") or "1",
        api_key=state_value(view, "api_key"),
        username=state_value(view, "username"),
        password=state_value(view, "password"),
    )


def problems(given: Credentials) -> dict[str, str]:
    """What is wrong with it, by input."""
    wrong: dict[str, str] = {}
    older = (given.api_key, given.username, given.password)
    if not given.access_token and not all(older):
        wrong["access_token"] = "Give the access token, or all three of the older API below."
    if any(older) and not all(older):
        named = zip(("api_key", "username", "password"), older, strict=True)
        wrong |= {name: "The older API needs all three." for name, value in named if not value}
    if not given.api_version.isdigit():
        wrong["api_version"] = "A number, usually 1."
    if given.region not in {"us", "ca", "other"}:
        wrong["region"] = "Choose a region."
    return wrong

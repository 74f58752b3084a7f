"""The manifest: generated, within Slack's limits, asking for what is used and no more."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.slack import manifest
from bot.slack.manifest import EVENTS, FILES, SCOPES, SCOPES_OF

SLACK = Path(manifest.__file__).parent
KNOWN: dict[str, Any] = {
    "_metadata": {"major_version", "minor_version"},
    "display_information": {"name", "description", "background_color", "long_description"},
    "features": {"app_home", "bot_user", "slash_commands", "shortcuts"},
    "oauth_config": {"scopes", "redirect_urls"},
    "settings": {
        "event_subscriptions", "interactivity", "org_deploy_enabled", "socket_mode_enabled", "token_rotation_enabled",
    },
}  # fmt: skip


def used() -> set[str]:
    """The Web API methods that the code calls; only a method's first underscore stands for a dot."""
    code = "".join(path.read_text() for path in SLACK.rglob("*.py"))
    return {
        re.sub("_", ".", name, count=1)
        for name in re.findall(r"client\.((?:auth|chat|conversations|files|users|views)_[A-Za-z]+)\b", code)
    }


@pytest.mark.parametrize("name", FILES)
def test_the_files_are_as_they_are_generated(name: str) -> None:
    socket = FILES[name]
    found = (SLACK / name).read_text()
    assert found == manifest.as_yaml(manifest.manifest(socket=socket), socket=socket)
    assert yaml.safe_load(found) == manifest.manifest(socket=socket)


@pytest.mark.parametrize("socket", [True, False])
def test_the_manifest_keeps_slacks_form_and_limits(socket: bool) -> None:
    made = manifest.manifest(socket=socket, command="/greenroom", public_url="https://a.example/")
    assert set(made) == set(KNOWN)
    assert all(set(made[part]) <= KNOWN[part] for part in KNOWN)
    shown = made["display_information"]
    assert (len(shown["name"]) <= 35, len(shown["description"]) <= 140) == (True, True)
    (command,) = made["features"]["slash_commands"]
    assert re.fullmatch(r"/[a-z0-9_-]{1,31}", command["command"])
    assert command["should_escape"] is True
    assert (len(command["description"]) <= 2000, len(command["usage_hint"]) <= 1000) == (True, True)
    assert len(made["features"]["bot_user"]["display_name"]) <= 80
    settings = made["settings"]
    assert settings["socket_mode_enabled"] is socket
    addresses = [command["url"], settings["event_subscriptions"]["request_url"]]
    addresses += [settings["interactivity"]["request_url"], settings["interactivity"]["message_menu_options_url"]]
    assert set(addresses) == {"https://a.example/slack/events"}


def test_the_scopes_asked_are_the_scopes_used() -> None:
    assert used() == {method for method in SCOPES_OF if method != "auth.test"} | ({"auth.test"} & used())
    needed = {scope for method in used() for scope in SCOPES_OF[method]} | {"commands"}
    assert set(SCOPES) == needed


def test_every_event_is_listened_to_and_the_reverse() -> None:
    listened = set(re.findall(r'app\.event\("(\w+)"\)', (SLACK / "app.py").read_text()))
    assert listened == {event.split(".")[0] for event in EVENTS}


def test_the_command_and_interactivity_have_listeners() -> None:
    code = (SLACK / "app.py").read_text()
    assert all(f"app.{kind}(" in code for kind in ("command", "action", "view", "view_closed", "options"))

"""The Slack app's manifest, for Socket Mode and for HTTP: `python -m bot.slack.manifest` writes both files anew."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

# What each Web API method that we call needs; a test holds this against the calls in the code.
SCOPES_OF: Final[dict[str, tuple[str, ...]]] = {
    "auth.test": (),
    "chat.postEphemeral": ("chat:write",),
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "conversations.history": ("channels:history", "groups:history", "im:history"),
    "conversations.info": ("channels:read", "groups:read", "im:read"),
    "conversations.members": ("channels:read", "groups:read"),
    "conversations.open": ("im:write",),
    "conversations.replies": ("channels:history", "groups:history", "im:history"),
    "files.completeUploadExternal": ("files:write",),
    "files.getUploadURLExternal": ("files:write",),
    "files.info": ("files:read",),
    "users.conversations": ("channels:read", "groups:read"),
    "users.info": ("users:read", "users:read.email"),
    "views.open": (),
    "views.publish": (),
    "views.push": (),
    "views.update": (),
}
EVENTS: Final = ("app_home_opened", "message.channels", "message.groups", "message.im")
SCOPES: Final = tuple(sorted({"commands", *(scope for scopes in SCOPES_OF.values() for scope in scopes)}))
EXAMPLE: Final = "https://bot.example.com"
FILES: Final = {"manifest.yaml": True, "manifest.http.yaml": False}
_HEAD: Final = """# The Slack app, to be pasted into https://api.slack.com/apps (Create New App, From a manifest).
# {how}
# Made by `python -m bot.slack.manifest`; change it there.
"""
_HOW: Final = {
    True: "For Socket Mode: the addresses stay unused. For HTTP take manifest.http.yaml.",
    False: "For HTTP: replace bot.example.com, in all addresses, by yours. For Socket Mode take manifest.yaml.",
}


def manifest(*, socket: bool, command: str = "/screen", public_url: str = EXAMPLE) -> dict[str, Any]:
    """The manifest; in Socket Mode Slack leaves the addresses unused."""
    address = f"{public_url.rstrip('/')}/slack/events"
    slash = {
        "command": command,
        "url": address,
        "description": "Screen candidates from Tracker",
        "usage_hint": 'help | connect | map 1020 agent=forklift stage="Phone Screen" | backfill 1020 | status',
        "should_escape": True,
    }
    clicks = {"is_enabled": True, "request_url": address, "message_menu_options_url": address}
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Greenroom",
            "description": "Screens candidates by text when they reach a stage in Tracker, and brings the answers here.",
            "background_color": "#1f4d3a",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Greenroom", "always_online": True},
            "slash_commands": [slash],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {"request_url": address, "bot_events": list(EVENTS)},
            "interactivity": clicks,
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket,
            "token_rotation_enabled": False,
        },
    }


def as_yaml(found: dict[str, Any], *, socket: bool) -> str:
    """The file's text: YAML of maps, lists and quoted strings."""
    return _HEAD.format(how=_HOW[socket]) + "\n".join(_lines(found, "")) + "\n"


def _lines(found: dict[str, Any], pad: str) -> Iterator[str]:
    for name, value in found.items():
        match value:
            case dict():
                yield f"{pad}{name}:"
                yield from _lines(value, pad + "  ")
            case [{}, *_]:
                yield f"{pad}{name}:"
                for item in value:
                    first, *rest = _lines(item, pad + "    ")
                    yield f"{pad}  - {first.strip()}"
                    yield from rest
            case list():
                yield f"{pad}{name}:"
                yield from (f"{pad}  - {item}" for item in value)
            case _:
                yield f"{pad}{name}: {json.dumps(value)}"


def main() -> int:
    """Writes both files beside this module."""
    for name, socket in FILES.items():
        Path(__file__).with_name(name).write_text(as_yaml(manifest(socket=socket), socket=socket), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

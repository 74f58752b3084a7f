"""Workspace: who and what is in the simulated Slack, and what has been posted."""

import itertools
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.keys import Keys
from bot.sandbox.wire import Json

TEAM = "T0001"
BOT_USER = "UB001"
BOT_ID = "B0001"
APP = "A0001"
TRIGGER_LIFE = 3.0
ANSWER_LIFE = 1800.0
ANSWER_USES = 5


class SlackRefusal(Exception):
    """Slack says no, in its own word (`channel_not_found`)."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.answer: Json = {"ok": False, "error": code, **more}


@dataclass(slots=True, kw_only=True)
class AnswerAddress:
    """A response_url: good for five answers within half an hour."""

    channel: str
    user: str
    ts: str = ""
    made: float = field(default_factory=time.time)
    uses: int = 0


def a_user(id_: str, name: str, email: str, *, admin: bool = False, bot: bool = False) -> Json:
    """A member of the workspace as users.info shows one."""
    profile = {"real_name": name, "display_name": name, "email": email}
    return {
        "id": id_, "team_id": TEAM, "name": name.split()[0].lower(), "real_name": name, "profile": profile,
        "is_admin": admin, "is_owner": admin, "is_bot": bot, "deleted": False, "is_restricted": False,
        "is_ultra_restricted": False, "tz": "America/Los_Angeles", "tz_offset": -28800,
    }  # fmt: skip


def a_channel(id_: str, name: str, members: list[str], *, private: bool = False) -> Json:
    """A channel as conversations.info shows one, with its members beside it."""
    return {
        "id": id_, "name": name, "is_channel": not private, "is_private": private, "is_group": private, "is_im": False,
        "is_mpim": False, "is_archived": False, "is_member": BOT_USER in members, "is_ext_shared": False, "members": members,
    }  # fmt: skip


class Workspace:
    """Everything in the simulated Slack. Messages and ephemeral ones are kept in the order in which they came."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.users = {u["id"]: u for u in _people()}
        self.channels = {c["id"]: c for c in _channels()}
        self.messages: list[Json] = []
        self.ephemerals: list[Json] = []
        self.views: dict[str, Json] = {}
        self.homes: dict[str, Json] = {}
        self.files: dict[str, Json] = {}
        self.calls: list[tuple[float, str]] = []
        self.refusals: list[Json] = []
        self.faults: list[Json] = []
        self.triggers: dict[str, tuple[float, str]] = {}
        self.answers: dict[str, AnswerAddress] = {}
        self._clock = 0.0
        self._numbers = itertools.count(1)

    def stamp(self) -> str:
        """A message's ts: the time, never twice."""
        self._clock = max(time.time(), self._clock + 0.000_001)
        return f"{self._clock:.6f}"

    def number(self, prefix: str) -> str:
        """A new id."""
        return f"{prefix}{next(self._numbers):06d}"

    def trigger(self, user: str) -> str:
        """A trigger_id: one use within three seconds."""
        id_ = f"{next(self._numbers)}.{secrets.token_hex(6)}"
        self.triggers[id_] = (time.time(), user)
        return id_

    def pull_trigger(self, id_: str) -> str:
        """The user of that trigger_id, which is then used up."""
        if id_ not in self.triggers:
            raise SlackRefusal("invalid_trigger_id")
        made, user = self.triggers[id_]
        if made < 0:
            raise SlackRefusal("exchanged_trigger_id")
        self.triggers[id_] = (-1.0, user)
        if time.time() - made > TRIGGER_LIFE:
            raise SlackRefusal("expired_trigger_id")
        return user

    def answer_address(self, channel: str, user: str, ts: str = "") -> str:
        """A new response_url."""
        token = secrets.token_hex(12)
        self.answers[token] = AnswerAddress(channel=channel, user=user, ts=ts)
        return f"{self.keys.sandbox_url}/slack/respond/{token}"

    def channel(self, id_: str) -> Json:
        """That channel; a user's id stands for the direct message with them."""
        if id_ in self.users:
            return self.direct(id_)
        found = self.channels.get(id_) or next((c for c in self.channels.values() if "#" + c["name"] == id_), None)
        if not found:
            raise SlackRefusal("channel_not_found")
        return found

    def direct(self, user: str) -> Json:
        """The direct message with a user, opened if need be."""
        if user not in self.users:
            raise SlackRefusal("user_not_found")
        id_ = "D" + user[1:]
        room = a_channel(id_, f"dm-{user.lower()}", [user, BOT_USER], private=True) | {"is_im": True, "user": user}
        return self.channels.setdefault(id_, room)

    def message(self, channel: str, ts: str) -> Json | None:
        """The posted message with that ts."""
        return next((m for m in reversed(self.messages) if m["ts"] == ts and m["channel"] == channel), None)


def _people() -> list[Json]:
    return [
        a_user("U0001", "Dana Reyes", "dana@example.com", admin=True),
        a_user("U0002", "Sam Okoro", "sam@example.com"),
        a_user("U0003", "Kim Lindqvist", "kim@example.com"),
        a_user(BOT_USER, "Greenroom", "", bot=True),
    ]


def _channels() -> list[Json]:
    everyone = ["U0001", "U0002", "U0003", BOT_USER]
    return [
        a_channel("C0001", "hiring", everyone),
        a_channel("C0002", "warehouse", everyone),
        a_channel("C0003", "leadership", ["U0001"], private=True),
    ]

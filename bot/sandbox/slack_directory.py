"""Slack's directory: who the token is, users, channels and their members."""

from collections.abc import Callable

from bot.sandbox.wire import Json
from bot.sandbox.workspace import BOT_ID, BOT_USER, TEAM, SlackRefusal, Workspace


def auth_test(_: Workspace, __: Json) -> Json:
    """Who the token is."""
    who = {"user": "greenroom", "user_id": BOT_USER, "bot_id": BOT_ID, "team": "Sandbox", "team_id": TEAM}
    return {"url": "https://sandbox.example.com/", "is_enterprise_install": False, **who}


def user_info(slack: Workspace, arguments: Json) -> Json:
    """users.info."""
    user = slack.users.get(arguments.get("user", ""))
    if not user:
        raise SlackRefusal("user_not_found")
    return {"user": user}


def user_by_email(slack: Workspace, arguments: Json) -> Json:
    """users.lookupByEmail."""
    wanted = (arguments.get("email") or "").lower()
    user = next((u for u in slack.users.values() if wanted and u["profile"]["email"] == wanted), None)
    if not user:
        raise SlackRefusal("users_not_found")
    return {"user": user}


def user_list(slack: Workspace, _: Json) -> Json:
    """users.list."""
    return {"members": list(slack.users.values()), "response_metadata": {"next_cursor": ""}}


def open_conversation(slack: Workspace, arguments: Json) -> Json:
    """conversations.open with one user."""
    return {"channel": slack.direct((arguments.get("users") or "").split(",")[0])}


def conversation_info(slack: Workspace, arguments: Json) -> Json:
    """conversations.info."""
    return {"channel": _seen(slack, arguments)}


def conversation_members(slack: Workspace, arguments: Json) -> Json:
    """conversations.members."""
    return {"members": list(_seen(slack, arguments)["members"]), "response_metadata": {"next_cursor": ""}}


def conversation_list(slack: Workspace, arguments: Json) -> Json:
    """conversations.list: what the bot can see, of the types asked for."""
    types = (arguments.get("types") or "public_channel").split(",")
    rooms = [c for c in slack.channels.values() if not c["is_private"] or BOT_USER in c["members"]]
    return {"channels": [c for c in rooms if _kind(c) in types], "response_metadata": {"next_cursor": ""}}


def _kind(channel: Json) -> str:
    if channel["is_im"]:
        return "im"
    return "private_channel" if channel["is_private"] else "public_channel"


def _seen(slack: Workspace, arguments: Json) -> Json:
    channel = slack.channel(arguments.get("channel", ""))
    if channel["is_private"] and BOT_USER not in channel["members"]:
        raise SlackRefusal("channel_not_found")
    return channel


DIRECTORY_METHODS: dict[str, Callable[[Workspace, Json], Json]] = {
    "api.test": lambda _, __: {},
    "auth.test": auth_test,
    "users.info": user_info,
    "users.list": user_list,
    "users.lookupByEmail": user_by_email,
    "conversations.open": open_conversation,
    "conversations.info": conversation_info,
    "conversations.members": conversation_members,
    "conversations.list": conversation_list,
}

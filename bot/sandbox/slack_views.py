"""Slack's views: modals opened by a trigger, changed by their hash, and App Home."""

from collections.abc import Callable

from bot.sandbox.wire import Json, decoded
from bot.sandbox.workspace import APP, BOT_ID, TEAM, SlackRefusal, Workspace


def check_view(view: Json) -> None:
    """The limits at which Slack refuses a view."""
    modal = view.get("type") == "modal"
    if view.get("type") not in ("modal", "home"):
        raise SlackRefusal("invalid_arguments")
    if len(view.get("blocks", [])) > 100 or len(view.get("private_metadata", "")) > 3000:
        raise SlackRefusal("invalid_arguments")
    words = [(view.get(part) or {}).get("text", "") for part in ("title", "submit", "close")]
    if modal and (not words[0] or max(map(len, words)) > 24):
        raise SlackRefusal("invalid_arguments")
    if modal and not words[1] and any(b.get("type") == "input" for b in view["blocks"]):
        raise SlackRefusal("invalid_arguments")


def keep_view(slack: Workspace, view: Json, user: str, root: str = "") -> Json:
    """A new view on a user's screen."""
    check_view(view)
    id_ = slack.number("V")
    slack.views[id_] = {
        "private_metadata": "", "callback_id": "", "external_id": "", "submit": None, "close": None, "notify_on_close": False,
        "clear_on_close": False, **view, "id": id_, "team_id": TEAM, "app_id": APP, "bot_id": BOT_ID, "user": user, "open": True,
        "hash": slack.stamp(), "root_view_id": root or id_, "previous_view_id": root or None, "state": {"values": {}},
    }  # fmt: skip
    return slack.views[id_]


def change_view(slack: Workspace, kept: Json, view: Json) -> Json:
    """Other contents in a view that is open."""
    check_view(view)
    kept.update(view)
    kept["hash"] = slack.stamp()
    return kept


def open_view(slack: Workspace, arguments: Json) -> Json:
    """views.open."""
    view = decoded(arguments.get("view")) or {}
    check_view(view)
    return {"view": keep_view(slack, view, slack.pull_trigger(arguments.get("trigger_id", "")))}


def push_view(slack: Workspace, arguments: Json) -> Json:
    """views.push: on top of the newest view of that user."""
    user = slack.pull_trigger(arguments.get("trigger_id", ""))
    below = [v for v in slack.views.values() if v["open"] and v["user"] == user]
    if len(below) >= 3:
        raise SlackRefusal("push_limit_reached")
    root = below[0]["root_view_id"] if below else ""
    return {"view": keep_view(slack, decoded(arguments.get("view")) or {}, user, root)}


def update_view(slack: Workspace, arguments: Json) -> Json:
    """views.update, by id or external id."""
    by_name = (v for v in slack.views.values() if v["external_id"] and v["external_id"] == arguments.get("external_id"))
    kept = slack.views.get(arguments.get("view_id", "")) or next(by_name, None)
    if not kept or not kept["open"]:
        raise SlackRefusal("not_found")
    if arguments.get("hash") and arguments["hash"] != kept["hash"]:
        raise SlackRefusal("hash_conflict")
    return {"view": change_view(slack, kept, decoded(arguments.get("view")) or {})}


def publish_home(slack: Workspace, arguments: Json) -> Json:
    """views.publish: a user's App Home."""
    user, view = arguments.get("user_id", ""), decoded(arguments.get("view")) or {}
    if user not in slack.users:
        raise SlackRefusal("user_not_found")
    check_view(view)
    slack.homes[user] = {**view, "id": "VH" + user, "hash": slack.stamp(), "callback_id": view.get("callback_id", "")}
    return {"view": slack.homes[user]}


VIEW_METHODS: dict[str, Callable[[Workspace, Json], Json]] = {
    "views.open": open_view,
    "views.push": push_view,
    "views.update": update_view,
    "views.publish": publish_home,
}

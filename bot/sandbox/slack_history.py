"""What stands in a channel or a thread, newest first, with metadata and files where they are asked for."""

from collections.abc import Callable

from bot.sandbox.slack_files import shown
from bot.sandbox.wire import Json
from bot.sandbox.workspace import BOT_USER, SlackRefusal, Workspace

PAGE = 200


def history(slack: Workspace, arguments: Json) -> Json:
    """conversations.history: the channel's own messages, without those of its threads."""
    channel = _ours(slack, arguments)
    rows = [m for m in slack.messages if m["channel"] == channel and m.get("thread_ts") in (None, m["ts"])]
    return _page(rows, arguments, newest_first=True)


def replies(slack: Workspace, arguments: Json) -> Json:
    """conversations.replies: a thread with the message it hangs on, and the files in it."""
    channel, thread = _ours(slack, arguments), str(arguments.get("ts", ""))
    rows = [m for m in slack.messages if m["channel"] == channel and thread in (m["ts"], m.get("thread_ts"))]
    if not rows:
        raise SlackRefusal("thread_not_found")
    files = [
        {"type": "message", "ts": share["ts"], "thread_ts": thread, "text": share["comment"], "files": [shown(file)]}
        for file in slack.files.values()
        for share in file["shares"]
        if file["done"] and share["channel"] == channel and share["thread_ts"] == thread
    ]
    return _page([*rows, *files], arguments, newest_first=False)


def _ours(slack: Workspace, arguments: Json) -> str:
    channel = slack.channel(arguments.get("channel", ""))
    if BOT_USER not in channel["members"]:
        raise SlackRefusal("not_in_channel")
    return str(channel["id"])


def _page(rows: list[Json], arguments: Json, *, newest_first: bool) -> Json:
    oldest, at = float(arguments.get("oldest") or 0), int(arguments.get("cursor") or 0)
    kept = sorted((m for m in rows if float(m["ts"]) > oldest), key=lambda m: float(m["ts"]), reverse=newest_first)
    size = min(int(arguments.get("limit") or PAGE), PAGE)
    wanted = str(arguments.get("include_all_metadata", "")).lower() in ("1", "true")
    page = [m if wanted else {k: v for k, v in m.items() if k != "metadata"} for m in kept[at : at + size]]
    following = str(at + size) if at + size < len(kept) else ""
    more = {"has_more": bool(following), "response_metadata": {"next_cursor": following}}
    return {"messages": page, **more}


HISTORY_METHODS: dict[str, Callable[[Workspace, Json], Json]] = {
    "conversations.history": history,
    "conversations.replies": replies,
}

"""Slack's files: an address to upload to, the bytes, and the sharing, which comes a moment after the answer."""

import time
from collections.abc import Callable

from bot.sandbox.wire import Json, decoded
from bot.sandbox.workspace import BOT_USER, SlackRefusal, Workspace

SHARED_AFTER = 0.2


def upload_address(slack: Workspace, arguments: Json) -> Json:
    """files.getUploadURLExternal."""
    size, name = int(arguments.get("length") or 0), arguments.get("filename")
    if not name or size <= 0:
        raise SlackRefusal("invalid_arguments")
    id_ = slack.number("F")
    slack.files[id_] = {"id": id_, "name": name, "size": size, "data": b"", "shares": [], "done": 0.0, "title": name}
    return {"upload_url": f"{slack.keys.sandbox_url}/slack/upload/{id_}", "file_id": id_}


def receive_bytes(slack: Workspace, id_: str, data: bytes) -> str:
    """What is posted to the upload address."""
    if id_ in slack.files:
        slack.files[id_]["data"] = data
    return f"OK - {len(data)}"


def complete_upload(slack: Workspace, arguments: Json) -> Json:
    """files.completeUploadExternal: into a channel that the bot is a member of."""
    asked = decoded(arguments.get("files")) or []
    files = [slack.files.get(f.get("id", "")) for f in asked]
    if not files or any(not f or len(f["data"]) != f["size"] for f in files):
        raise SlackRefusal("file_not_found")
    share = _share(slack, arguments)
    for file, wanted in zip(files, asked, strict=True):
        assert file is not None
        file |= {"title": wanted.get("title") or file["name"], "done": time.time(), "shares": [share] if share else []}
    return {"files": [{"id": f["id"], "title": f["title"]} for f in files if f]}


def _share(slack: Workspace, arguments: Json) -> Json | None:
    if not arguments.get("channel_id"):
        return None
    channel = slack.channel(arguments["channel_id"])
    if BOT_USER not in channel["members"]:
        raise SlackRefusal("not_in_channel")
    share = {"channel": channel["id"], "ts": slack.stamp(), "thread_ts": arguments.get("thread_ts")}
    return share | {"comment": arguments.get("initial_comment") or ""}


def file_info(slack: Workspace, arguments: Json) -> Json:
    """files.info: where it is shared, once it is."""
    file = slack.files.get(arguments.get("file", ""))
    if not file:
        raise SlackRefusal("file_not_found")
    return {"file": shown(file)}


def shown(file: Json) -> Json:
    """A file as people see it; its shares only a moment after the upload."""
    shares: Json = {}
    for share in file["shares"] if file["done"] and time.time() - file["done"] >= SHARED_AFTER else []:
        shares.setdefault(share["channel"], []).append({"ts": share["ts"], "thread_ts": share["thread_ts"]})
    link = f"https://sandbox.example.com/files/{file['id']}"
    plain = {key: file[key] for key in ("id", "name", "title", "size")}
    return {**plain, "permalink": link, "url_private": link, "user": BOT_USER, "shares": {"public": shares}}


def delete_file(slack: Workspace, arguments: Json) -> Json:
    """files.delete."""
    if not slack.files.pop(arguments.get("file", ""), None):
        raise SlackRefusal("file_not_found")
    return {}


FILE_METHODS: dict[str, Callable[[Workspace, Json], Json]] = {
    "files.getUploadURLExternal": upload_address,
    "files.completeUploadExternal": complete_upload,
    "files.info": file_info,
    "files.delete": delete_file,
}

"""Slack's messages: posted, changed, taken away, and answered at a response_url."""

import time
from collections.abc import Callable

from bot.sandbox.wire import Json, decoded
from bot.sandbox.workspace import ANSWER_LIFE, ANSWER_USES, BOT_ID, BOT_USER, SlackRefusal, Workspace


def check_words(arguments: Json) -> None:
    """A message needs words or blocks, and not too many."""
    blocks = decoded(arguments.get("blocks")) or []
    if not arguments.get("text") and not blocks and not arguments.get("attachments"):
        raise SlackRefusal("no_text")
    if not isinstance(blocks, list) or len(blocks) > 50:
        raise SlackRefusal("invalid_blocks")
    if len(arguments.get("text") or "") > 40_000:
        raise SlackRefusal("msg_too_long")


def post_message(slack: Workspace, arguments: Json) -> Json:
    """chat.postMessage."""
    channel = slack.channel(arguments.get("channel", ""))
    if channel["is_archived"]:
        raise SlackRefusal("is_archived")
    if channel["is_private"] and BOT_USER not in channel["members"]:
        raise SlackRefusal("channel_not_found")
    check_words(arguments)
    message = _message(slack, channel["id"], arguments)
    slack.messages.append(message)
    return {"channel": channel["id"], "ts": message["ts"], "message": message}


def _message(slack: Workspace, channel: str, arguments: Json) -> Json:
    message = {
        "type": "message",
        "channel": channel,
        "user": BOT_USER,
        "bot_id": BOT_ID,
        "ts": slack.stamp(),
        "edits": 0,
    }
    message |= {"text": arguments.get("text") or "", "blocks": decoded(arguments.get("blocks")) or []}
    if metadata := decoded(arguments.get("metadata")):
        message["metadata"] = metadata
    return message | ({"thread_ts": arguments["thread_ts"]} if arguments.get("thread_ts") else {})


def post_ephemeral(slack: Workspace, arguments: Json) -> Json:
    """chat.postEphemeral."""
    channel = slack.channel(arguments.get("channel", ""))
    if arguments.get("user") not in channel["members"]:
        raise SlackRefusal("user_not_in_channel")
    check_words(arguments)
    message = _message(slack, channel["id"], arguments) | {"user_id": arguments["user"]}
    slack.ephemerals.append(message)
    return {"message_ts": message["ts"]}


def update_message(slack: Workspace, arguments: Json) -> Json:
    """chat.update: text without blocks takes the blocks away."""
    message = slack.message(arguments.get("channel", ""), str(arguments.get("ts", "")))
    if not message:
        raise SlackRefusal("message_not_found")
    check_words(arguments)
    message["text"] = arguments.get("text") or message["text"]
    message["blocks"] = decoded(arguments.get("blocks")) or []
    message["edits"] += 1
    return {"channel": message["channel"], "ts": message["ts"], "text": message["text"], "message": message}


def delete_message(slack: Workspace, arguments: Json) -> Json:
    """chat.delete."""
    message = slack.message(arguments.get("channel", ""), str(arguments.get("ts", "")))
    if not message:
        raise SlackRefusal("message_not_found")
    slack.messages.remove(message)
    return {"channel": message["channel"], "ts": message["ts"]}


def permalink(slack: Workspace, arguments: Json) -> Json:
    """chat.getPermalink."""
    message = slack.message(arguments.get("channel", ""), str(arguments.get("message_ts", "")))
    if not message:
        raise SlackRefusal("message_not_found")
    path = f"{message['channel']}/p{message['ts'].replace('.', '')}"
    return {"channel": message["channel"], "permalink": f"https://sandbox.example.com/archives/{path}"}


def answer_at(slack: Workspace, token: str, body: Json) -> Json:
    """What is posted to a response_url: an ephemeral answer, a message, or a change of the original."""
    address = slack.answers.get(token)
    if not address or time.time() - address.made > ANSWER_LIFE or address.uses >= ANSWER_USES:
        raise SlackRefusal("expired_url")
    address.uses += 1
    original = slack.message(address.channel, address.ts) or _ephemeral(slack, address.ts)
    if original and body.get("delete_original"):
        _remove(slack, original)
    elif original and body.get("replace_original"):
        original |= {"text": body.get("text", ""), "blocks": body.get("blocks") or [], "edits": original["edits"] + 1}
    else:
        check_words(body)
        public = body.get("response_type") == "in_channel"
        message = _message(slack, address.channel, body) | {"user_id": address.user}
        (slack.messages if public else slack.ephemerals).append(message)
    return {}


def _ephemeral(slack: Workspace, ts: str) -> Json | None:
    return next((m for m in slack.ephemerals if m["ts"] == ts), None)


def _remove(slack: Workspace, message: Json) -> None:
    for where in (slack.messages, slack.ephemerals):
        if message in where:
            where.remove(message)


CHAT_METHODS: dict[str, Callable[[Workspace, Json], Json]] = {
    "chat.postMessage": post_message,
    "chat.postEphemeral": post_ephemeral,
    "chat.update": update_message,
    "chat.delete": delete_message,
    "chat.getPermalink": permalink,
}

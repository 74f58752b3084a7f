"""Text for Slack: the one escaping function, cutting, and reading what Slack sends."""

import html
import re
from datetime import UTC, datetime
from typing import Any

LONGEST_TEXT = 3900  # Slack asks for at most 4,000
_BROADCAST = re.compile(r"<(!(?:channel|here|everyone|subteam)\b)", re.IGNORECASE)
_LINK = re.compile(r"<(?:tel:|mailto:)?([^<>|]*)(?:\|[^<>]*)?>")
_BARE = {ord("<"): "‹", ord(">"): "›", **dict.fromkeys(range(32), " ")}
_ENTITY_CUT = re.compile(r"&[a-z]{0,3}$|<[^<>]*$")


def escape(foreign: str) -> str:
    """Foreign text made literal: & < > only, as Slack asks. Every foreign string passes here exactly once."""
    return foreign.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, ending with an ellipsis where something was left out; never half an entity."""
    if len(text) <= limit:
        return text
    return _ENTITY_CUT.sub("", text[: limit - 1]).rstrip() + "…"


def shown(foreign: str, limit: int) -> str:
    """Foreign text, escaped, within `limit` characters; never empty, since Slack refuses empty text."""
    return cut(escape(foreign.replace("\x00", "").strip()), limit) or "-"


def bare(foreign: str, limit: int) -> str:
    """Foreign text for a file's title, where Slack decodes nothing: no brackets that could be read as a command."""
    return cut(" ".join(foreign.translate(_BARE).split()), limit) or "-"


def moment(ms: int) -> str:
    """An instant (ms UTC) in the zone of whoever reads it; UTC where Slack cannot show that."""
    plainly = datetime.fromtimestamp(ms / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
    return f"<!date^{ms // 1000}^{{date_short_pretty}} at {{time}}|{plainly}>"


def disarm(payload: Any) -> Any:
    """The same payload without a broadcast mention in any string: a second lock behind `escape`."""
    if isinstance(payload, str):
        return _BROADCAST.sub(r"&lt;\1", payload)
    if isinstance(payload, dict):
        return {key: disarm(value) for key, value in payload.items()}
    if isinstance(payload, list | tuple):
        return [disarm(value) for value in payload]
    return payload


def plain(said: str) -> str:
    """What a person typed, out of what Slack sent: links by their target, entities decoded; no NUL, which no store keeps."""
    return html.unescape(_LINK.sub(r"\1", said)).replace("\x00", "")


def pages(text: str, *, limit: int = LONGEST_TEXT, most: int = 3) -> list[str]:
    """The text in at most `most` messages, broken at lines; the last says when something was left out."""
    found: list[str] = [""]
    for line in text.split("\n"):
        line = cut(line, limit)
        joined = f"{found[-1]}\n{line}" if found[-1] else line
        if len(joined) <= limit:
            found[-1] = joined
        else:
            found.append(line)
    if len(found) <= most:
        return found
    return [*found[: most - 1], cut(found[most - 1], limit - 40) + "\n… and more than fits here."]

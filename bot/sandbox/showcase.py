"""One page that shows what the demo did: the channel as Slack draws it, the telephones, and Tracker's Activities."""

import html
import re
from datetime import UTC, datetime
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from bot.sandbox.endings import World
from bot.sandbox.wire import Json
from bot.templates_dir import templates_dir

SIDES = {"bot": "ours", "callee": "theirs"}
_LINK = re.compile(r"&lt;(https?://[^|&]+(?:&amp;[^|&]+)*)\|(.+?)&gt;")
_MARKS = ((re.compile(r"\*([^*\n]+)\*"), "b"), (re.compile(r"`([^`\n]+)`"), "code"))


def page(world: World, people: list[Json], files: dict[str, str], sounds: dict[int, list[str]]) -> str:
    """The page as HTML; `files` gives the file beside the page for a file id in Slack, `sounds` those of a candidate's calls."""
    made = Environment(loader=FileSystemLoader(templates_dir()), autoescape=True)
    return made.get_template("demo/index.html.j2").render(
        posts=_posts(world, files),
        activities=world.tracker["activities"],
        people=[_person(world, person, sounds.get(person["id"], [])) for person in people],
    )


def marked(text: str) -> Markup:
    """Slack's mrkdwn, as far as we write it: links, bold and code."""
    safe = str(escape(html.unescape(text)))
    safe = _LINK.sub(r'<a href="\1">\2</a>', safe)
    for mark, tag in _MARKS:
        safe = mark.sub(rf"<{tag}>\1</{tag}>", safe)
    return Markup(safe)  # every part of it was escaped above


def _posts(world: World, files: dict[str, str]) -> list[Json]:
    told = [(m["ts"], _post(m, [_block(b) for b in m.get("blocks") or []])) for m in world.slack["messages"]]
    shared = [
        (p["ts"], {**_post(p, []), "file": {"name": f["name"], "href": files.get(f["id"], "")}})
        for f in world.slack["files"]
        for p in f["posted"]
    ]
    roots = {ts: ts for ts, _ in told}
    return [post for _, post in sorted([*told, *shared], key=lambda e: (roots.get(e[1]["root"], e[1]["root"]), e[0]))]


def _post(place: Json, blocks: list[Json]) -> Json:
    at = datetime.fromtimestamp(float(place["ts"]), UTC).strftime("%H:%M")
    if not blocks and place.get("text"):
        blocks = [{"kind": "section", "text": marked(place["text"])}]
    thread = place.get("thread_ts") or ""
    return {"who": "Greenroom", "at": at, "thread": bool(thread), "root": thread or place["ts"], "blocks": blocks}


def _block(block: Json) -> Json:
    kind = block["type"]
    if kind == "actions":
        return {"kind": kind, "buttons": [_button(e) for e in block["elements"] if e["type"] == "button"]}
    if kind == "context":
        return {"kind": kind, "text": Markup(" · ").join(_text(e) for e in block["elements"])}
    return {"kind": kind, "text": _text(block.get("text")), "fields": [_text(f) for f in block.get("fields") or []]}


def _button(button: Json) -> Json:
    return {"text": button["text"]["text"], "style": button.get("style", "")}


def _text(part: Any) -> Markup:
    if not part:
        return Markup("")
    return marked(part["text"]) if part["type"] == "mrkdwn" else escape(html.unescape(part["text"]))


def _person(world: World, person: Json, sounds: list[str]) -> Json:
    texts = [
        {"body": t["body"], "side": "theirs" if t["direction"] == "inbound" else "ours"}
        for t in world.texts(person["phone"])
    ]
    calls = [[{"body": s["text"], "side": SIDES[s["who"]]} for s in c["log"]] for c in world.calls(person["phone"])]
    slug = re.sub(r"[^a-z0-9]+", "-", person["name"].lower()).strip("-")
    return {**person, "texts": texts, "calls": calls, "sounds": sounds, "slug": slug}

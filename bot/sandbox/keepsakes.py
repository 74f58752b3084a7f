"""Keepsakes: what the demo leaves in its directory, to be read afterwards."""

import html
import json
import re
from datetime import UTC, datetime
from pathlib import Path

from bot.sandbox.endings import World
from bot.sandbox.showcase import page
from bot.sandbox.wire import Json
from bot.sandbox.words import buttons_of, words_of


def slug(name: str) -> str:
    """A name as a file name."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def keep(
    out: Path, world: World, people: list[Json], reports: dict[int, bytes], sounds: dict[int, list[bytes]]
) -> None:
    """Writes reports, transcripts, recordings, Slack's messages and Tracker's Activities."""
    for folder in ("transcripts", "slack", "tracker", *(["recordings"] if any(sounds.values()) else [])):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for person in people:
        if person["id"] in reports:
            (out / f"{slug(person['name'])}.pdf").write_bytes(reports[person["id"]])
        (out / "transcripts" / f"{slug(person['name'])}.txt").write_text(transcript(world, person), encoding="utf-8")
    _json(out / "slack" / "messages.json", world.slack["messages"])
    (out / "slack" / "messages.txt").write_text(channel_log(world), encoding="utf-8")
    _json(out / "tracker" / "activities.json", world.tracker["activities"])
    played = {p["id"]: _sounds(out, slug(p["name"]), sounds.get(p["id"], [])) for p in people}
    (out / "index.html").write_text(page(world, people, _files(world, people), played), encoding="utf-8")


def _sounds(out: Path, name: str, sounds: list[bytes]) -> list[str]:
    """Each recording as a file; where they lie beside the page."""
    places = {f"recordings/{name}-{n}.wav": sound for n, sound in enumerate(sounds, 1) if sound}
    for place, sound in places.items():
        (out / place).write_bytes(sound)
    return list(places)


def _files(world: World, people: list[Json]) -> dict[str, str]:
    """The reports beside the page, by their ids in Slack."""
    cards = {slug(p["name"]): world.card(p["name"]) for p in people}
    found = {name: world.report(card) for name, card in cards.items() if card}
    return {file["id"]: f"{name}.pdf" for name, file in found.items() if file}


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def transcript(world: World, person: Json) -> str:
    """A candidate's texts, one under the other."""
    lines = [f"{person['name']}, {person['phone']} ({person['character']}; expected: {person['expected']})", ""]
    for text in world.texts(person["phone"]):
        who = {"inbound": person["name"].split()[0], "outbound-reply": "Twilio"}.get(text["direction"], "Greenroom")
        lines.append(f"{text['date_created'][17:25]}  {who:>10}: {text['body']}")
    for call in world.calls(person["phone"]):
        lines += ["", f"A call ({call['status']}, {call['duration'] or 0} s)"]
        lines += [
            f"{(person['name'].split()[0] if said['who'] == 'callee' else 'Greenroom'):>20}: {said['text']}"
            for said in call["log"]
        ]
    return "\n".join(lines) + "\n"


def channel_log(world: World) -> str:
    """Slack's messages and files as a person meets them; what is in a thread is indented."""
    shared = [(float(p["ts"]), _file(f, p)) for f in world.slack["files"] for p in f["posted"]]
    told = [(float(m["ts"]), _message(m)) for m in world.slack["messages"]]
    return "\n".join(entry for _, entry in sorted([*told, *shared]))


def _message(message: Json) -> str:
    buttons = " ".join(f"[{words}]" for words in buttons_of(message.get("blocks")))
    words = message.get("text") or words_of(message)
    return _entry(message, html.unescape(words) + (f"\n{buttons}" if buttons else ""))


def _file(file: Json, share: Json) -> str:
    return _entry(share, f"{share['comment']}\n({file['name']}, {file['size']:,} bytes)".strip())


def _entry(place: Json, words: str) -> str:
    at = datetime.fromtimestamp(float(place["ts"]), UTC).strftime("%H:%M:%S")
    margin = "        " if place.get("thread_ts") else ""
    body = words.replace("\n", f"\n{margin}    ")
    return f"{margin}{at} {place['channel']}\n{margin}    {body}\n"

"""Endings: what can be seen of a candidate's screening from outside, and whether it ended as it should."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.sandbox.wire import Json
from bot.sandbox.words import actions_of, words_of

SCORE = re.compile(r"\b(\d{1,3})\s*/\s*100\b")
RECORDING = re.compile(r"https://[^\s|<>]+/r/[\w.-]+")
OURS = re.compile(r"\bGR-\w+")


@dataclass(frozen=True, kw_only=True)
class World:
    """What Slack, Twilio and Tracker show at one moment."""

    slack: Json
    twilio: Json
    tracker: Json

    @property
    def latest(self) -> float:
        """The time of the newest message."""
        return max((float(m["ts"]) for m in self._seen), default=0.0)

    @property
    def _seen(self) -> list[Json]:
        return [*self.slack["messages"], *self.slack["ephemerals"]]

    @cached_property
    def _told(self) -> list[tuple[Json, str, set[str]]]:
        """The channels' messages with their words and action_ids."""
        return [(m, words_of(m), actions_of(m["blocks"])) for m in self.slack["messages"]]

    @cached_property
    def _texts(self) -> dict[str, list[Json]]:
        found: dict[str, list[Json]] = defaultdict(list)
        for text in self.twilio["messages"]:
            found[text["from"] if text["direction"] == "inbound" else text["to"]].append(text)
        return found

    @cached_property
    def _activities(self) -> dict[int, Json]:
        """The newest Activity that a screening wrote, by candidate."""
        ours = [a for a in self.tracker["activities"] if OURS.search(noted(a))]
        return {person: activity for activity in ours for person in activity["links"].get("resource", [])}

    @cached_property
    def _documents(self) -> dict[int, Json]:
        return {d["resourceId"]: d for d in self.tracker["documents"] if d.get("documentType", "general") == "general"}

    def answer_after(self, since: float) -> Json | None:
        """The first message newer than that with words in it."""
        return next(
            (m for m in sorted(self._seen, key=lambda m: float(m["ts"])) if float(m["ts"]) > since and words_of(m)),
            None,
        )

    def open_view(self, callback_id: str, field: str) -> Json | None:
        """The open modal of that name, once it has that input."""
        views: list[Json] = self.slack["views"]
        return next((v for v in views if v["callback_id"] == callback_id and field in actions_of(v["blocks"])), None)

    def card(self, name: str) -> Json | None:
        """The result message that names the candidate."""
        cards = (
            m for m, words, actions in self._told if "report" in actions and name in words and not m.get("thread_ts")
        )
        return next(cards, None)

    def mentions(self, name: str) -> list[Json]:
        """The channel messages that name the candidate."""
        return [m for m, words, _ in self._told if name in words]

    def report(self, card: Json) -> Json | None:
        """The PDF in a card's thread."""
        files: list[Json] = self.slack["files"]
        return next(
            (f for f in files if f["name"].endswith(".pdf") and any(p["thread_ts"] == card["ts"] for p in f["posted"])),
            None,
        )

    def activity(self, person: int) -> Json | None:
        """The newest Activity on the candidate that a screening wrote."""
        return self._activities.get(person)

    def document(self, person: int) -> Json | None:
        """The PDF attached to the candidate."""
        return self._documents.get(person)

    def recordings(self, name: str) -> list[str]:
        """The links to recordings on the candidate's card."""
        card = self.card(name)
        return list(dict.fromkeys(RECORDING.findall(words_of(card)))) if card else []

    def calls(self, phone: str) -> list[Json]:
        """The calls to a telephone, in order."""
        return [call for call in self.twilio.get("calls", []) if call["to"] == phone]

    def texts(self, phone: str) -> list[Json]:
        """The texts to and from a telephone, in order."""
        return self._texts.get(phone, [])


def noted(activity: Json) -> str:
    """An Activity's subject and note."""
    return f"{activity['subject']}\n{activity['note']}"


def score_in(text: str) -> int | None:
    """The score that a text states."""
    found = SCORE.search(text)
    return int(found[1]) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How far one candidate is: a phrase to show, whether all that is expected is there, and what is missing or wrong."""

    phrase: str
    done: bool
    missing: tuple[str, ...] = ()
    card_score: int | None = None
    activity_score: int | None = None


def outcome(world: World, person: Json) -> Outcome:
    """What can be seen of that candidate."""
    judge = {"completed": _scored, "knocked_out": _scored, "human_requested": _handed_over, "in_progress": _silent}
    return judge.get(person["expected"], _ended_quietly)(world, person)


def _progress(world: World, person: Json) -> str:
    texts = world.texts(person["phone"])
    replies = sum(m["direction"] == "inbound" for m in texts)
    if not texts:
        return "moved to the stage"
    return f"{replies} {'reply' if replies == 1 else 'replies'}" if replies else "texted"


def _scored(world: World, person: Json) -> Outcome:
    card, activity = world.card(person["name"]), world.activity(person["id"])
    checks: dict[str, Any] = {
        "card": card,
        "PDF in its thread": card and world.report(card),
        "Activity": activity,
        "PDF in Tracker": world.document(person["id"]),
    }
    if person.get("by_phone"):
        checks["a recording on the card"] = world.recordings(person["name"])
        checks["a recording in the Activity"] = activity and RECORDING.search(noted(activity))
    missing = tuple(name for name, there in checks.items() if not there)
    scores = score_in(words_of(card)) if card else None, score_in(noted(activity)) if activity else None
    if not missing and (scores[0] is None or scores[0] != scores[1]):
        missing = (f"equal scores (card {scores[0]}, Activity {scores[1]})",)
    phrase = _progress(world, person) if not card else f"{person['expected'].replace('_', ' ')}, {scores[0]}/100"
    return Outcome(phrase=phrase, done=not missing, missing=missing, card_score=scores[0], activity_score=scores[1])


def _handed_over(world: World, person: Json) -> Outcome:
    handed = [m for m in world.mentions(person["name"]) if {"take_over", "report"} & actions_of(m["blocks"])]
    missing = tuple(
        name
        for name, there in {"a call for a person": handed, "Activity": world.activity(person["id"])}.items()
        if not there
    )
    return Outcome(
        phrase="handed to a person" if handed else _progress(world, person), done=not missing, missing=missing
    )


def _ended_quietly(world: World, person: Json) -> Outcome:
    """STOP and wrong numbers: a line in Slack and an Activity, both without a score, and no text after the last word."""
    lines, activity = world.mentions(person["name"]), world.activity(person["id"])
    checks = {"a line in Slack": lines, "Activity": activity}
    missing = [name for name, there in checks.items() if not there]
    if world.card(person["name"]) or (activity and score_in(noted(activity)) is not None):
        missing.append("an ending without a score")
    if person["expected"] == "opted_out" and texts_after_stop(world, person["phone"]):
        missing.append("silence after STOP")
    phrase = person["expected"].replace("_", " ") if lines or activity else _progress(world, person)
    return Outcome(phrase=phrase, done=not missing, missing=tuple(missing))


def texts_after_stop(world: World, phone: str) -> list[Json]:
    """The bot's texts to a telephone after it has said STOP."""
    texts = world.texts(phone)
    stop = next(
        (i for i, m in enumerate(texts) if m["direction"] == "inbound" and m["body"].strip().upper() == "STOP"),
        len(texts),
    )
    return [m for m in texts[stop:] if m["direction"] == "outbound-api"]


def _silent(world: World, person: Json) -> Outcome:
    """Somebody who never answers: texted once or twice, nothing else said or written."""
    texts = world.texts(person["phone"])
    wrong = [
        name
        for name, there in {"no card": world.card(person["name"]), "no Activity": world.activity(person["id"])}.items()
        if there
    ]
    if not 1 <= len(texts) <= 2:
        wrong.append("a first text")
    return Outcome(
        phrase="waiting for a first reply" if texts else "moved to the stage", done=not wrong, missing=tuple(wrong)
    )

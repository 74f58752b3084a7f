"""Helpers of the understanding tests: one reply beside one question, at a fixed moment."""

from datetime import UTC, datetime
from typing import Any

from screening.scripts.script import Kind, Option, Question
from screening.understanding import understand
from screening.understanding.reading import Context, Heard

NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)  # a Wednesday


def asked(kind: str, words: str, options: tuple[str, ...] = (), **more: Any) -> Question:
    """A question of that kind and those words."""
    named = "yes_no" if kind == "yesno" else kind
    chosen = tuple(Option(value=value) for value in options)
    return Question(key="q", kind=Kind(named), ask={"en": words}, criterion="q", options=chosen, several=True, **more)


def hear(text: str, question: Question | None, locale: str = "en-US") -> Heard:
    """What the text means."""
    language, _, country = locale.partition("-")
    return understand(text, question, Context(now=NOW, language=language, country=country))

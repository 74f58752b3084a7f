"""Editing a script piece by piece: the words around the questions, one question, their order. TOML in, TOML out.

Keys that no form shows (examples, ranges, conditions) stay as they are; comments do not survive.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import tomli_w

from screening.scripts.scoring_words import read_scoring, scoring_of
from screening.scripts.script import Kind

OTHER: Final = {"en": "es", "es": "en"}  # the language beside a script's own
_SHORT: Final = re.compile(r"[a-z0-9]+")
_FILLER: Final = frozenset(
    [
        "do",
        "you",
        "have",
        "a",
        "an",
        "the",
        "are",
        "is",
        "can",
        "could",
        "would",
        "what",
        "which",
        "how",
        "many",
        "much",
        "when",
        "where",
        "tell",
        "me",
        "about",
        "to",
        "of",
        "for",
        "your",
        "in",
        "at",
        "any",
        "valid",
    ]
)
_OF_KIND: Final[Mapping[str, tuple[str, ...]]] = {
    Kind.YES_NO: ("yes_examples", "no_examples", "points", "knockout"),
    Kind.NUMBER: ("unit", "range", "points"),
    Kind.PAY: ("period", "currency", "points"),
    Kind.DATE: ("points",),
    Kind.CHOICE: ("options", "several", "knockout"),
    Kind.LOCATION: ("points",),
    Kind.TEXT: ("rubric",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One question as a person fills it in; `scoring` one row a line, `ends` the answers that end the chances."""

    kind: str = "yes_no"
    ask: str = ""
    scoring: str = ""
    ends: str = ""
    weight: str = "1"
    criterion: str = ""
    key: str = ""
    ask_other: str | None = None  # the question in the other language; None leaves what is there


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A script as an editor shows it; `..._other`: the same words in the language beside its own."""

    name: str
    title: str
    intro: str
    closing: str
    questions: tuple[Form, ...]
    language: str = "en"
    intro_other: str = ""
    closing_other: str = ""


def outline(source: str) -> Outline:
    """What stands in a script; ValueError where it is not TOML."""
    table = _table(source)
    language = _language(table)
    return Outline(
        name=str(table.get("name", "")),
        title=str(table.get("title", "")),
        intro=_said(table.get("intro", ""), language),
        closing=_said(table.get("closing", ""), language),
        questions=tuple(_form(q, language) for q in _questions(table)),
        language=language,
        intro_other=_said_besides(table.get("intro", ""), language),
        closing_other=_said_besides(table.get("closing", ""), language),
    )


def with_head(
    source: str,
    *,
    title: str,
    intro: str,
    closing: str,
    intro_other: str | None = None,
    closing_other: str | None = None,
) -> str:
    """With these words around the questions; an empty one takes the usual words. Without an other it stays as it is."""
    table = _table(source)
    language = _language(table)
    given = (("title", title, None), ("intro", intro, intro_other), ("closing", closing, closing_other))
    for name, words, other in given:
        if words:
            table[name] = _put(table.get(name), words, language, other)
        else:
            table.pop(name, None)
    return tomli_w.dumps(table)


def named(source: str, name: str) -> str:
    """With another name."""
    return tomli_w.dumps({**_table(source), "name": name})


def with_question(source: str, place: int | None, form: Form) -> str:
    """With this question in its place, or as the last; ValueError for scoring that cannot be read."""
    table = _table(source)
    rows = _questions(table)
    old = rows[place] if place is not None and 0 <= place < len(rows) else {}
    made = _question(form, old, _language(table), [str(q.get("key")) for q in rows if q is not old])
    table["question"] = [made if q is old else q for q in rows] if old else [*rows, made]
    return tomli_w.dumps(table)


def moved(source: str, place: int, by: int) -> str:
    """With the question at `place` so many places further down; at the ends it stays."""
    table = _table(source)
    rows = _questions(table)
    there = min(max(place + by, 0), len(rows) - 1)
    if 0 <= place < len(rows):
        rows.insert(there, rows.pop(place))
    return tomli_w.dumps({**table, "question": rows})


def without(source: str, place: int) -> str:
    """Without the question at `place`."""
    table = _table(source)
    rows = [q for n, q in enumerate(_questions(table)) if n != place]
    return tomli_w.dumps({**table, "question": rows})


def _table(source: str) -> dict[str, Any]:
    return tomllib.loads(source)


def _questions(table: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = table.get("question")
    return [q for q in rows if isinstance(q, dict)] if isinstance(rows, list) else []


def _language(table: Mapping[str, Any]) -> str:
    return str(table.get("language", "en"))


def _said(words: Any, language: str) -> str:
    if isinstance(words, Mapping):
        return str(words.get(language) or next(iter(words.values()), ""))
    return str(words)


def _said_besides(words: Any, language: str) -> str:
    """The same in the other language; empty where there is only one."""
    return str(words.get(OTHER.get(language, "en"), "")) if isinstance(words, Mapping) else ""


def _put(old: Any, words: str, language: str, other: str | None) -> Any:
    """The words in that language; the other language keeps its own, or takes `other`."""
    texts = {**old, language: words} if isinstance(old, Mapping) else {language: words}
    if other is not None:
        texts.pop(OTHER.get(language, "en"), None)
        texts |= {OTHER.get(language, "en"): other} if other else {}
    return texts if len(texts) > 1 else words


def _form(q: Mapping[str, Any], language: str) -> Form:
    ends = q.get("knockout", "")
    return Form(
        kind=str(q.get("kind", "")),
        ask=_said(q.get("ask", ""), language),
        ask_other=_said_besides(q.get("ask", ""), language),
        scoring=scoring_of(q),
        ends=", ".join(map(str, ends)) if isinstance(ends, list) else str(ends),
        weight=f"{q.get('weight', 1):g}" if isinstance(q.get("weight", 1), int | float) else "1",
        criterion=str(q.get("criterion", "")),
        key=str(q.get("key", "")),
    )


def _question(form: Form, old: Mapping[str, Any], language: str, taken: list[str]) -> dict[str, Any]:
    made = dict(old) if old.get("kind") == form.kind else _common(old)
    made["key"] = str(old.get("key") or _key(form, taken))
    made["kind"] = form.kind
    made["ask"] = _put(old.get("ask"), form.ask, language, form.ask_other)
    for name, value in (("criterion", form.criterion), ("knockout", _ends(form.ends))):
        made.pop(name, None)
        if value:
            made[name] = value
    made["weight"] = _number(form.weight)
    for name in ("points", "options", "rubric"):
        made.pop(name, None)
    return made | read_scoring(form.kind, form.scoring)


def _common(old: Mapping[str, Any]) -> dict[str, Any]:
    """What a question keeps when its kind is changed."""
    of_kinds = {name for names in _OF_KIND.values() for name in names}
    return {name: value for name, value in old.items() if name not in of_kinds}


def _ends(words: str) -> str | list[str]:
    found = [word.strip() for word in words.split(",") if word.strip()]
    return found if len(found) > 1 else (found[0] if found else "")


def _number(words: str) -> int | float:
    try:
        value = float(words or 1)
    except ValueError as error:
        raise ValueError(f"“{words}” is no number") from error
    return int(value) if value.is_integer() else value


def _key(form: Form, taken: list[str]) -> str:
    """A short name out of the question's words, other than those taken."""
    words = [w for w in _SHORT.findall(form.ask.lower()) if w not in _FILLER] or [form.kind]
    base = "_".join(words[:2])[:30].strip("_") or "question"
    return next(name for n in range(1, 1000) if (name := base if n == 1 else f"{base}_{n}") not in taken)

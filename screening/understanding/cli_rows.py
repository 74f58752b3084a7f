"""One row of `greenroom understand`: a request as JSON in, its reading as JSON out."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from screening.scripts.script import Kind, Option, Question, RubricLine
from screening.understanding.criteria import met
from screening.understanding.reading import Context, Heard, Intent
from screening.understanding.understand import understand
from screening.understanding.words import said

_INTENTS = {
    Intent.ANSWER: "answer",
    Intent.OPT_OUT: "opt_out",
    Intent.SUSPECTED_OPT_OUT: "opt_out",
    Intent.START: "unclear",
    Intent.HELP: "help",
    Intent.WHO: "help",
    Intent.WRONG_NUMBER: "wrong_number",
    Intent.NOT_INTERESTED: "not_interested",
    Intent.ALREADY_HIRED: "not_interested",
    Intent.DEFER: "defer",
    Intent.HUMAN: "human",
    Intent.ACCOMMODATION: "human",
    Intent.QUESTION: "question",
    Intent.HOSTILE: "human",
    Intent.NO_ANSWER: "unclear",
    Intent.LANGUAGE: "human",
    Intent.CALL: "human",
    Intent.UNCLEAR: "unclear",
}


def answer_to(line: bytes, number: int) -> dict[str, Any]:
    """The answer to one line of input: a reading; for a line that is no request `unclear` with an `error` that says why."""
    try:
        request = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        return _no_request(None, f"Line {number} is not JSON: {error}.")
    if not isinstance(request, dict):
        return _no_request(None, f"Line {number} is {_named(request)}, not an object with a text in it.")
    for name in ("options", "rubric"):
        if not isinstance(request.get(name) or [], list):
            return _no_request(request.get("id"), f"Line {number}: {name} is no list.")
    return row(request)


def _no_request(id: object, error: str) -> dict[str, Any]:
    return {"id": id, "intent": "unclear", "value": None, "evidence": None, "error": error}


def _named(value: object) -> str:
    names = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def row(request: dict[str, Any]) -> dict[str, Any]:
    """The answer to one request: {id, intent, value, evidence}."""
    text = str(request.get("text") or "")
    question = _question(request)
    heard = understand(text, question, _context(request))
    answer: dict[str, Any] = {
        "id": request.get("id"),
        "intent": _INTENTS[heard.intent],
        "value": None,
        "evidence": None,
    }
    if question.kind is Kind.TEXT:
        return answer | _free_text(heard, text, request)
    if question.kind is Kind.YES_NO and (hedge := _hedge(heard)):
        return answer | {
            "intent": "answer",
            "value": hedge,
            "evidence": heard.reading.quote if heard.reading else text.strip(),
        }
    if heard.answer:
        answer |= {"value": heard.answer.value, "evidence": heard.answer.quote}
    return answer


def _hedge(heard: Heard) -> str:
    """`unsure` or `cond` where a yes or no is hedged."""
    match = re.match(r"yes_no\b.*\.(unsure|cond)$", heard.rule)
    return match.group(1) if match and heard.intent in (Intent.ANSWER, Intent.UNCLEAR) else ""


def _free_text(heard: Heard, text: str, request: dict[str, Any]) -> dict[str, Any]:
    if heard.intent is not Intent.ANSWER:
        return {}
    rubric = [line for line in request.get("rubric") or [] if isinstance(line, dict)]
    plain, now = said(text).plain, _context(request).now
    asked = str(request.get("question") or "")
    found = [line.get("id") for line in rubric if met(plain, str(line.get("text") or ""), now, asked)]
    return {"value": {"met": found}, "evidence": heard.reading.quote if heard.reading else text}


def _question(request: dict[str, Any]) -> Question:
    kind = str(request.get("kind") or "text").replace("yesno", "yes_no")
    kind = kind if kind in set(Kind) else "text"
    options = tuple(Option(value=str(value)) for value in request.get("options") or ())
    rubric = tuple(
        RubricLine(name=str(line.get("id")), evidence=())
        for line in request.get("rubric") or ()
        if isinstance(line, dict)
    )
    asked = str(request.get("question") or "")
    return Question(
        key="q", kind=Kind(kind), ask={"en": asked}, criterion="q", options=options, rubric=rubric, several=True
    )


def _context(request: dict[str, Any]) -> Context:
    locale = str(request.get("locale") or "en-US")
    language, _, country = locale.partition("-")
    return Context(
        now=_moment(str(request.get("reference_time") or "")), language=language or "en", country=country or "US"
    )


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = datetime.now(UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

"""The engine's own words, per language. Around a question they hold no question mark and no second question."""

import re
from datetime import datetime
from typing import Final

from screening.phrases import EXAMPLES, FOR_EXAMPLE, PAYS, PHRASES, SIGNS, WEEKDAYS
from screening.screening import Screening
from screening.scripts.script import Kind, Question, Script

LIMIT: Final = 320  # characters of one text
FEW: Final = 60  # above it, three is no example of the number

_SLOT = re.compile(r"\{\{\s*(first_name|job|brand)\s*\}\}")


def fill(template: str, s: Screening) -> str:
    """A script's own words with first name, job and brand filled in."""
    values = {"first_name": s.candidate.first_name, "job": s.job.title, "brand": s.brand}
    return _SLOT.sub(lambda m: values[m[1]], template)


def phrases(name: str, s: Screening, **more: str) -> tuple[str, ...]:
    """One of the engine's own sentences, in every way we have to say it."""
    ways = PHRASES.get(s.language, PHRASES["en"])[name]
    values = {"brand": s.brand, "job": s.job.title, "name": s.candidate.first_name, **more}
    return tuple(way.format(**values) for way in ((ways,) if isinstance(ways, str) else ways))


def phrase(name: str, s: Screening, **more: str) -> str:
    """One of the engine's own sentences, in the first way to say it."""
    return phrases(name, s, **more)[0]


def of_script(texts: dict[str, str], s: Screening) -> str:
    """A script's text in the screening's language, filled in."""
    return fill(texts.get(s.language) or next(iter(texts.values()), ""), s)


def asking(q: Question, s: Screening) -> str:
    """The question, word for word."""
    return q.words(s.language)


def example(q: Question, s: Screening) -> str:
    """An example answer."""
    language = s.language if s.language in EXAMPLES else "en"
    if q.kind is Kind.CHOICE:
        return FOR_EXAMPLE[language].format(words=_an_option(q, language))
    if q.kind is Kind.PAY:
        return FOR_EXAMPLE[language].format(words=_a_pay(q, language))
    if q.kind is Kind.NUMBER and q.range is not None and q.range[1] > FEW:
        return FOR_EXAMPLE[language].format(words=f"{q.range[1] / 10:.0f}")
    return EXAMPLES[language][q.kind]


def _an_option(q: Question, language: str) -> str:
    """The first option, by the name that the question itself calls it."""
    if not q.options:
        return "1"
    asked, first = q.words(language).casefold(), q.options[0]
    return next((name for name in (first.value, *first.also) if name.casefold() in asked), first.value)


def _a_pay(q: Question, language: str) -> str:
    amount, period = PAYS.get(q.period, PAYS["hour"])
    sign = SIGNS.get(q.currency or "USD")
    money = f"{sign}{amount:,}" if sign else f"{amount:,} {q.currency}"
    return f"{money} {period[language]}"


def moment(at: datetime, now: datetime, language: str) -> str:
    """When we come back, as one says it; both instants in the candidate's zone."""
    days = (at.date() - now.date()).days
    if language == "es":
        day = ("hoy", "mañana")[days] if days < 2 else f"el {WEEKDAYS[at.weekday()]}" if days < 7 else f"el {at:%d/%m}"
        return f"{day} a la{'' if at.hour == 1 else 's'} {at.hour}:{at:%M}"
    day = ("today", "tomorrow")[days] if days < 2 else f"on {at:%A}" if days < 7 else f"on {at:%a, %b} {at.day}"
    return f"{day} at {at.hour % 12 or 12}{f':{at:%M}' if at.minute else ''} {at:%p}"


def short(*parts: str) -> str:
    """The parts as one text, leaving out trailing parts that would not fit."""
    text = ""
    for part in parts:
        longer = f"{text} {part}".strip()
        text = longer if len(longer) <= LIMIT else text
    return text or " ".join(parts)[:LIMIT]


def opening(script: Script, s: Screening, first: Question | None) -> tuple[str, str]:
    """The first text with brand, automation notice, STOP and HELP; and what is left to ask after it."""
    return greeting(script, s, asking(first, s) if first else "")


def greeting(script: Script, s: Screening, body: str) -> tuple[str, str]:
    """The first text before `body`, whatever the channel; and `body` where it must be a text of its own."""
    intro = of_script(dict(script.intro), s)
    notice = phrase("notice", s)
    head = f"{intro} {notice}"
    if len(head) > LIMIT:
        head = f"{intro[: LIMIT - len(notice) - 2].rstrip()}… {notice}"
    whole = f"{head} {body}".strip()
    return (whole, "") if len(whole) <= LIMIT and whole.count("?") <= 1 else (head, body)

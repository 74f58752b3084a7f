"""Reads a script file: TOML into a Script, or every problem found."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Any, Final

from screening.errors import Problem, ScriptInvalid
from screening.scripts.fields import LANGUAGES, Fields, Found, cut, not_known
from screening.scripts.formats import fault_in_format, upgrade
from screening.scripts.lint import lint
from screening.scripts.positions import positions
from screening.scripts.questions import Home, read_question
from screening.scripts.script import Bands, Faq, Modality, Question, Script
from screening.scripts.structure import structure

LARGEST: Final = 200_000  # bytes
MOST_QUESTIONS: Final = 50
MOST_REMINDERS: Final = 5
LONGEST_TEXT: Final = 1_000
LONGEST_WAIT: Final = 60 * 86_400.0
REMINDERS: Final = (86_400.0, 172_800.0, 345_600.0)
EXPIRY: Final = 604_800.0
COUNTRIES: Final = ("US", "CA", "GB")
KEYS: Final = (
    "format", "name", "title", "language", "country", "steps", "intro", "closing",
    "remind_after", "expire_after", "bands", "pass_at", "faq", "question",
)  # fmt: skip
INTRO: Final = {
    "en": "Hi {{ first_name }}, thanks for applying for {{ job }}.",
    "es": "Hola {{ first_name }}, gracias por postularte a {{ job }}.",
}
CLOSING: Final = {
    "en": "Thanks {{ first_name }}! A recruiter will be in touch.",
    "es": "¡Gracias {{ first_name }}! Un reclutador te escribirá pronto.",
}
_SLUG: Final = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_WHERE: Final = re.compile(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")
_KEY: Final = re.compile(r"\s*([\w.\"'-]+)\s*=")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What could be read, the problems of reading it, and the keys of questions that could not be read."""

    script: Script
    problems: tuple[Problem, ...]
    unread: frozenset[str]


def read_script(text: str) -> Script:
    """The script in `text`; raises ScriptInvalid with every problem that keeps it from being run.

    What a script may say to candidates is `lint`'s affair: an old script stays readable when that grows stricter.
    """
    draft = read_draft(text)
    if draft.problems:
        raise ScriptInvalid(draft.problems)
    return draft.script


def problems_of(text: str) -> tuple[Problem, ...]:
    """Everything to say about a script, errors and warnings, from its first line to its last."""
    try:
        draft = read_draft(text)
    except ScriptInvalid as error:
        return error.problems
    return in_order((*draft.problems, *lint(draft.script)))


def read_draft(text: str) -> Draft:
    """Reads as much as can be read; raises ScriptInvalid where the text is not TOML of a known format."""
    source = canonical(text)
    table = parse(source)
    found = Found(positions(source))
    fault = fault_in_format(table)
    if fault:
        raise ScriptInvalid((Problem(found.line(("format",)) or 1, fault),))
    fields = Fields(values=upgrade(table), at=(), found=found)
    unread: set[str] = set()
    script = read_fields(fields, source, unread)
    problems = (*found.problems, *structure(script, frozenset(unread)))
    return Draft(script=script, problems=in_order(problems), unread=frozenset(unread))


def in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Each once, from the top of the file to its end."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: p.line))


def canonical(text: str) -> str:
    """The text as it is kept and hashed: no byte-order mark, `\\n` line ends, composed letters (NFC)."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    source = unicodedata.normalize("NFC", lines)
    try:
        size = len(source.encode())
    except UnicodeEncodeError as error:
        raise ScriptInvalid((Problem(0, "the script is not UTF-8 text"),)) from error
    if size > LARGEST:
        raise ScriptInvalid((Problem(0, f"the script is {size} bytes long; at most {LARGEST} are allowed"),))
    return source


def parse(source: str) -> dict[str, Any]:
    """The TOML table; raises ScriptInvalid where it is not TOML."""
    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError) as error:
        raise ScriptInvalid((syntax_problem(source, error),)) from error


def syntax_problem(source: str, error: Exception) -> Problem:
    """tomllib's complaint, at its line, and by name where a key is given twice."""
    if isinstance(error, RecursionError):
        return Problem(0, "the script is nested too deeply")
    message, lines = str(error), source.split("\n")
    where = _WHERE.search(message)
    line = int(where.group(1)) if where and where.group(1) else len(lines) if where else 0
    key = _KEY.match(lines[line - 1]) if line else None
    if key and "overwrite" in message:
        return Problem(line, f"key '{cut(key.group(1))}' is given twice")
    return Problem(line, f"not TOML: {_WHERE.sub('', message)}")


def read_fields(fields: Fields, source: str, unread: set[str]) -> Script:
    """The whole script; keys of questions of no known kind go to `unread`."""
    fields.get("format")
    name = read_name(fields)
    language = fields.one_of("language", LANGUAGES, default="en")
    country = fields.one_of("country", COUNTRIES, default="US")
    steps = read_steps(fields)
    script = Script(
        name=name,
        title=fields.words("title", default=name, longest=120),
        language=language,
        country=country,
        steps=steps,
        intro=fields.texts("intro", language, longest=LONGEST_TEXT) or {language: INTRO[language]},
        closing=fields.texts("closing", language, longest=LONGEST_TEXT) or {language: CLOSING[language]},
        remind_after=read_reminders(fields),
        expire_after=read_expiry(fields),
        bands=read_bands(fields),
        pass_at=int(fields.number("pass_at", low=0, high=100) or 0),
        faq=tuple(read_faq(fields, language)),
        questions=tuple(read_questions(fields, Home(language=language, country=country, steps=steps), unread)),
        source=source,
        hash=sha256(source.encode()).hexdigest(),
    )
    fields.unknown(KEYS)
    return script


def read_name(fields: Fields) -> str:
    """A slug: small letters, digits, `-` and `_`."""
    name = fields.words("name", longest=60, required=True)
    if name and not _SLUG.fullmatch(name):
        fields.wrong("name", f"name '{cut(name)}' must be small letters, digits, '-' and '_', such as 'forklift-2nd'")
    return name


def read_steps(fields: Fields) -> tuple[Modality, ...]:
    """The agent's steps, in order, each once."""
    if fields.get("steps") is None:
        return (Modality.SMS,)
    words = [(path, word) for path, item in fields.items("steps") for word in fields.phrase("steps", path, item, 40)]
    known = tuple(Modality)
    for path, word in words:
        if word not in known:
            fields.found.say(path, not_known("step", word, known))
    steps = tuple(Modality(word) for _, word in words if word in known)
    for step in sorted({step for step in steps if steps.count(step) > 1}):
        fields.wrong("steps", f"step '{step}' is given twice")
    if fields.values["steps"] == []:
        fields.wrong("steps", f"'steps' is empty; known are {', '.join(known)}")
    return tuple(dict.fromkeys(steps)) or (Modality.SMS,)


def read_reminders(fields: Fields) -> tuple[float, ...]:
    """When to remind, each later than the one before; none for an empty list."""
    if fields.get("remind_after") is None:
        return REMINDERS
    items = fields.items("remind_after")
    times = [fields.duration("remind_after", path, item, longest=LONGEST_WAIT) for path, item in items]
    if len(items) > MOST_REMINDERS:
        fields.wrong("remind_after", f"there are {len(items)} reminders; {MOST_REMINDERS} are allowed")
    good = tuple(time for time in times if time is not None)
    if any(after <= before for before, after in pairwise(good)):
        fields.wrong("remind_after", "each reminder must come later than the one before it")
    return good


def read_expiry(fields: Fields) -> float:
    """When a screening ends unanswered."""
    value = fields.get("expire_after")
    if value is None:
        return EXPIRY
    return fields.duration("expire_after", ("expire_after",), value, longest=LONGEST_WAIT) or EXPIRY


def read_bands(fields: Fields) -> Bands:
    """Bounds of the score, whole numbers, review at or below advance."""
    table = fields.table("bands")
    if table is None:
        return Bands()
    advance, review = (read_band(table, name, default) for name, default in (("advance", 70), ("review", 40)))
    table.unknown(("advance", "review"))
    if review > advance:
        table.found.say(table.at, f"'review' ({review}) must not be above 'advance' ({advance})")
    return Bands(advance=advance, review=review)


def read_band(table: Fields, name: str, default: int) -> int:
    """One bound, 0 to 100."""
    number = table.number(name, low=0, high=100)
    if number is None:
        return default
    if number != int(number):
        table.wrong(name, f"'{name}' must be a whole number, not {number:g}")
    return int(number)


def read_faq(fields: Fields, language: str) -> Iterator[Faq]:
    """What candidates may ask, with the answers."""
    for table in fields.tables("faq", at_most=50):
        ask = table.phrases("ask", longest=200)
        answer = table.texts("answer", language, longest=LONGEST_TEXT, required=True)
        table.unknown(("ask", "answer"))
        if table.values.get("ask") in (None, []):
            table.found.say(table.at, "a faq needs 'ask', the ways candidates put the question")
        if ask and answer:
            yield Faq(ask=ask, answer=answer)


def read_questions(fields: Fields, home: Home, unread: set[str]) -> Iterator[Question]:
    """The questions, in order, each key once."""
    first: dict[str, int] = {}
    tables = fields.tables("question", at_most=MOST_QUESTIONS)
    if fields.get("question") in (None, []):
        fields.found.say(("question",), "the script has no question")
    for table in tables:
        question = read_question(table, home)
        key = str(table.values.get("key", ""))
        if question is None:
            unread.add(key)
        line = table.found.line((*table.at, "key"))
        if key and first.setdefault(key, line) != line:
            table.wrong("key", f"key '{cut(key)}' is used twice; it stands on line {first[key]} already")
        if question is not None:
            yield question

"""Numbers said without a figure: none, a clean record, just me, a couple, the same one."""

import re

from screening.scripts.script import Question
from screening.understanding.durations import UNIT_WORDS, YEARS, tidy
from screening.understanding.number_units import unit_after
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_ZERO = re.compile(
    r"\b(?:none|never|nothing|nada|ninguno|ninguna|nunca|no (?:\w+ )?experience|zip|zilch|nil|no experiencia|sin experiencia|not (?:a |any|one|once)|havent|have not|no tengo|didnt|dont have any|dont have|aint (?:got|had)|got none|hardly any|brand new|newbie|green|rookie|just started|just starting|never (?:drove|used|operated|driven|worked|did|had|been)|new to (?:it|this)|first time|(?:be|is|its|itd|my) my (?:very )?first|(?:would|will|ll) be (?:my )?(?:very )?first|no years|not yet|cero|no formal|i have no|got no|no real|no actual|no prior|no previous|zippo|nope|no|0|first job|zerp|no he|i dont|goose egg|just starting|just started out|no background|nil|nobody|no one|nadie|not really any|not a soul|ni un[oa])\b"
)
_COUPLE = re.compile(r"\b(?:a |about a |like a )?(?:couple|cpl|pair|un par|par)(?: of| de)?\b")
_FEW = re.compile(r"\b(?:a )?(?:few|several|some|handful|unos|unas|varios|varias|algunos)\b")
_FAULTS = re.compile(
    r"\b(?:tickets?|accidents?|violations?|points|absen\w*|miss(?:ed)?|late|tard\w*|write ?-?ups?|call(?:ed)? (?:out|off)|incidents?|injur\w*|arrests?|multas?|faltas?)\b"
)
_CLEAN = re.compile(r"\b(?:clean|spotless|perfect|squeaky|flawless|limpi[oa]|never miss\w*|on time every|always (?:there|on time|show\w*))\b")  # fmt: skip
_OF_PEOPLE = re.compile(
    r"\b(?:people|employees|team|crew|staff|person|personas|workers|members|supervis\w*|manag\w*|train\w*)\b"
)
_OVER_PEOPLE = re.compile(r"\b(?:supervis\w*|manag\w*|train(?:ed)?|led|lead|in charge|report(?:ed|s)? to you)\b")


def only_me(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`just me`, where people are counted."""
    match = re.search(r"\b(?:just|only|nomas|solo) (?:me|myself|yo)\b", plain)
    if match is None or not re.search(
        _OF_PEOPLE,
        flat(question.words(context.language)),
    ):
        return None
    if _OVER_PEOPLE.search(flat(question.words(context.language))):
        return None  # nobody, or oneself alone: it is asked again
    return Reading(value=1, quote=said.quote(*match.span()), confidence=0.6, rule="number.only_me")


def couple(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    match = _COUPLE.search(plain)
    if not match:
        return None
    after = unit_after(plain, match.end())
    value = 2 * YEARS[after] / YEARS[unit] if after in YEARS and unit in YEARS else 2.0
    return Reading(
        value=tidy(value), quote=said.quote(match.start(), match.end()), confidence=0.8, rule="number.couple"
    )


def zero(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    match = _ZERO.search(plain)
    if match is None and _FAULTS.search(flat(question.words(context.language))):
        match = _CLEAN.search(plain)
    if (
        not match
        or _FEW.search(plain)
        or "?" in plain
        or re.search(r"\b(?:idea|clue|counted|kept track|sure|comment|answer|know|recall|remember|matter|se)\b", plain)
    ):
        return None
    plainly = re.search(
        r"\bnever\b|\bnone\b|\bzero\b|\bno (?:\w+ ){0,2}experience|\bnunca\b|\bninguna?\b|\bhavent\b|\bnothing\b", plain
    )
    return Reading(
        value=0, quote=said.quote(match.start(), match.end()), confidence=0.85 if plainly else 0.6, rule="number.none"
    )


def none_first(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`none yet, been a dishwasher 3 years`: none of what is asked, whatever else there was."""
    match = re.match(
        r"\W*(?:(?:none|zero|ninguno|cero)(?: yet| really| at all)?\s*[,.;](?!\d)|(?:nobody|ni un[oa]|not (?:one|a single)\b(?: \w+)?)(?: yet| really| at all)?\s*(?:[,.;](?!\d)|$|(?=i (?:was|am|wasnt))))(?!.*\b(?:but|except|pero)\b)",
        plain,
    )
    if match is None:
        return None
    return Reading(value=0, quote=said.quote(*match.span()), confidence=0.8, rule="number.none_first")


def same_one(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`same one the whole time`, where jobs or the like are counted."""
    match = re.search(r"\b(?:same (?:one|job|place|company)|(?:just|only) the one|el mismo)\b", plain)
    if (
        match is None
        or unit in UNIT_WORDS
        or not re.search(r"\bhow many\b|\bcuant", flat(question.words(context.language)))
    ):
        return None
    return Reading(value=1, quote=said.quote(*match.span()), confidence=0.75, rule="number.same_one")

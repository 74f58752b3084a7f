"""A start without a day named: at once, no notice, a number alone."""

import re
from datetime import date

from screening.scripts.script import Question
from screening.understanding.calendar import add_days
from screening.understanding.date_reading import dated, near_quote
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment, moments
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_NOW = re.compile(
    r"\b(?:asap|a\.s\.a\.p|immediate(?:ly)?|imediate?ly|immediatly|right (?:away|now)|straight ?away|today|tonight|now|rn|any ?time|anyday|any day|whenever|as soon as (?:possible|you|u|i can|they|needed)|soon as (?:possible|you|u|can)|"
    r"ready (?:to (?:start|go|work|begin)|now|when)|immediate start|(?:as )?soon as (?:yall|you guys|they|ustedes) (?:need|want|can|say)\w*|no notice|none needed|dont need (?:any |to give )?(?:any )?notice|do not need (?:to give )?(?:any )?notice|without notice|no need (?:for|to give) notice|"
    r"the sooner the better|sooner the better|yesterday lol|as early as|available (?:now|immediately|whenever|anytime|asap)|(?:im |i am )?(?:free|open|available)(?: now)?|at once|instantly|on the spot|this minute|this second|"
    r"hoy(?: mismo)?|ahor(?:a|ita|itita)(?: mismo)?|orita|ya(?: mismo)?|de inmediato|inmediat\w*|cuanto antes|lo antes posible|cuando (?:quieran|quiera|sea|gusten|ustedes|me digan)|en cualquier momento|cualquier dia|a la brevedad|cuando me necesiten|"
    r"not working (?:now|right now|at the moment|currently)|unemployed|between jobs|nothing holding me|just say when|say the word|name the day|you tell me|when do you (?:need|want) me)\b"
)
_NOTICE = re.compile(r"\bnotice\b|\baviso\b|\bpreaviso\b|\bhow (?:long|soon|quickly|much time)\b")
_LONE = re.compile(r"^\W*(?:just |about |like |only )?(?P<n>\d{1,2})\W*$")


def at_once(said: Said, plain: str, clock: Clock) -> Reading | None:
    """Today, where a text says so in any words."""
    match = _NOW.search(plain) or _WITHIN_HOURS.search(plain)
    if not match or (
        re.search(r"\b(?:not|cant|cannot|dont|no puedo|isnt)\s+(?:\w+\s+){0,2}$", plain[: match.start()])
        and "no notice" not in match.group()
    ):
        return None
    if match.group() in ("now", "rn", "free", "open", "ya", "available") and re.search(
        r"\b(?:busy|cant|not|driving|work(?:ing)?|class|school|talk)\b", plain
    ):
        return None
    if "?" in plain and re.search(r"\bwhen\b|\bwhat\b", plain):
        return None
    return Reading(
        value={"date": clock.today.isoformat()},
        quote=_by_words(said, plain, match),
        confidence=0.85,
        rule="date.at_once",
    )


def _by_words(said: Said, plain: str, match: "re.Match[str]") -> str:
    return near_quote(said, plain, Moment(date.min, date.min, match.start(), match.end(), ""))


_SO_NOW = re.compile(
    r"\b(?:so|then|entonces|asi que|por eso)\W+(?:i can (?:start|come)\W+|im (?:free|ready|open)\W+|puedo\W+)?(?P<now>(?:right (?:away|now)|asap|now|whenever|immediately|any ?time|today|(?:im )?ready|hoy|ya|ahora|de inmediato|cuando quieran)(?: (?:works|is (?:fine|good)|lol|really|for me))?)\W*$"
)
_WITHIN_HOURS = re.compile(r"\b(?:in|give me|like|about) (?:an?|one|two|three|four|five|\d{1,2}|half an?|a couple(?: of)?|a few) (?:hrs?|hours?|minutes?|mins?)\b(?! (?:a|per|shift|away))")  # fmt: skip


def at_last(said: Said, plain: str, clock: Clock) -> Reading | None:
    """`let go in may so right away`: today, though a day gone by is named."""
    match = _SO_NOW.search(plain)
    return (
        at_once(said, " " * match.start("now") + match["now"], clock)
        if match and not re.search(r"\d", match["now"])
        else None
    )


def bare(said: Said, plain: str, question: Question, clock: Clock, context: Context) -> Reading | None:
    """A number alone: days or weeks of notice as the question says, else a day of the month."""
    asked = flat(question.words(context.language))
    match = _LONE.match(plain)
    if re.match(
        r"^\W*(?:none|zero|0|no|nope|ninguno|nada|nothing|not needed|dont need (?:one|any|to)|i dont|no need|n/a)\b",
        plain,
    ) and _NOTICE.search(asked):
        return Reading(
            value={"date": clock.today.isoformat()}, quote=said.all(), confidence=0.85, rule="date.no_notice"
        )
    if not match:
        return None
    count = int(match["n"])
    unit = re.search(r"\b(week|day|month)s?\b", asked)
    if unit and _NOTICE.search(asked):
        days = {"week": 7, "day": 1, "month": 30}[unit.group(1)]
        return Reading(
            value={"date": add_days(clock.today, count * days).isoformat()},
            quote=said.all(),
            confidence=0.8,
            rule="date.count",
        )
    if _NOTICE.search(asked) or not 1 <= count <= 31 or count <= 5:
        return None
    found = moments(f"the {count}", clock)
    return dated(said, plain, Moment(found[0].first, found[0].last, 0, len(plain), "date.bare", 0.6)) if found else None

"""Numbers said without a figure: none, a clean record, just me, a couple, the same one."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import AT_LEAST
from screening.understanding.durations import UNIT_WORDS, YEARS, tidy
from screening.understanding.number_units import unit_after
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_ZERO = re.compile(
    r"\b(?:none|never|nothing|nada|ninguno|ninguna|nunca|no (?:\w+ )?experience|zip|zilch|nil|no experiencia|sin experiencia|not (?:a |any|one|once)|havent|have not|no tengo|didnt|dont have any|dont have|aint (?:got|had)|got none|hardly any|brand new|newbie|green|rookie|just started|just starting|never (?:drove|used|operated|driven|worked|did|had|been)|new to (?:it|this)|first time|(?:be|is|its|itd|my) my (?:very )?first|(?:would|will|ll) be (?:my )?(?:very )?first|no years|not yet|cero|no formal|i have no|got no|no real|no actual|no prior|no previous|zippo|nope|no|0|first job|zerp|no he|i dont|goose egg|just starting|just started out|no background|nil|nobody|no one|nadie|not really any|not a soul|ni un[oa])\b"
)
_COUPLE = re.compile(
    r"(?<!\d )\b(?:a |about a |like a )?(?:couple|cpl|pair|un par|par|parej(?:a|ita)|twins|gemel[oa]s|mellizos)(?: of| de)?\b"
)
_FEW = re.compile(r"\b(?:a )?(?:few|several|some|handful|unos|unas|varios|varias|algunos)\b")
_FAULTS = re.compile(
    r"\b(?:tickets?|accidents?|violations?|points|absen\w*|miss(?:ed)?|late|tard\w*|write ?-?ups?|call(?:ed)? (?:out|off)|incidents?|injur\w*|arrests?|multas?|faltas?)\b"
)
_CLEAN = re.compile(r"\b(?:clean|spotless|perfect|squeaky|flawless|limpi[oa]|never miss\w*|(?:took|taken|came|fell|dropped|rolled) (?:em |them |it |all )?off|expired|expunged|dismissed|cleared|all gone|on time every|always (?:there|on time|show\w*))\b")  # fmt: skip
_OF_PEOPLE = re.compile(
    r"\b(?:people|employees|team|crew|staff|person|personas|workers|members|supervis\w*|manag\w*|train\w*)\b"
)
_OVER_PEOPLE = re.compile(r"\b(?:supervis\w*|manag\w*|train(?:ed)?|led|lead|in charge|report(?:ed|s)? to you)\b")


def only_me(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`just me`, where people are counted."""
    match = re.search(
        r"\b(?:just|only|nomas|solo) (?:me|myself|yo)\b(?!\W+(?:and|n|y|&|plus|with|w|con|my|mi)\W+(?!(?:the |my )?(?:cat|dog|cats|dogs|myself|i)\b))|\b(?:flyin[g]?|riding|ridin|rolling|rollin|going|goin|comin[g]?|applying|all)\W+(?:it )?(?:solo|alone|by myself)\b|\bits (?:only |just )?me\W*$|^\W*(?:solo|alone|by myself|me)\W*$",
        plain,
    )
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
    least = AT_LEAST.search(plain[: match.start()])
    return Reading(
        value={"min": tidy(value)} if least else tidy(value),
        quote=said.quote(match.start(), match.end()),
        confidence=0.8,
        rule="number.couple",
    )


def zero(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    match = _ZERO.search(plain)
    if match is None and _FAULTS.search(flat(question.words(context.language))):
        match = _CLEAN.search(plain)
    if (
        not match
        or _FEW.search(plain)
        or "?" in plain
        or re.search(
            r"\b(?:idea|clue|counted|kept track|sure|comment|answer|know|recall|remember|matter|se|idk|tested|measured|medido|medid[oa]s?|contado|cronometrad\w*|probado|hecho (?:la|una|el|un) (?:prueba|examen|test)|timed|tracked|checked|weighed|nada (?:grave|serio|mayor|importante)|(?:nothing|nobody|no one|not) (?:major|serious|big|crazy|bad|hurt|injured))\b",
            plain,
        )
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
        r"\W*(?:(?:none|zero|ninguno|cero)(?: yet| really| at all| (?:in|for|within|this|since|so far|recently|lately|en)\b[^,.;]{0,24})?(?:\s*[,.;](?!\d)|\s+(?=(?:im|i am|i was|ive been|just|only|soy|been)\b))|(?:nobody|ni un[oa]|not (?:one|a single)\b(?: \w+)?)(?: yet| really| at all)?\s*(?:[,.;](?!\d)|$|(?=i (?:was|am|wasnt))))(?!.*\b(?:but|except|pero)\b(?! (?:i )?(?:never|not|no|didnt|havent|wasnt|nunca|nobody)\b))",
        plain,
    )
    if match is None:
        return None
    return Reading(value=0, quote=said.quote(*match.span()), confidence=0.8, rule="number.none_first")


_HALF_LIFE = re.compile(
    r"(?<!almost )(?<!nearly )\b(?:(?P<over>over|more than|well over|mas de) )?(?:half (?:of )?my (?:whole |entire |damn )?life|(?:la )?mitad de mi vida)\b"
)
_OWN_AGE = re.compile(r"\b(?:im|i am|i turned|turned|turning|my age is|age|tengo|cumpli)\s+(?:only |just )?(?P<age>[2-7]\d)\b(?! ?(?:%|percent|miles|minutes|min\b|in (?:the )?(?:class|line)))")  # fmt: skip


def half_of_life(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`im 42 and been doing this half my life`: 21 years."""
    age, half = _OWN_AGE.search(said.plain), _HALF_LIFE.search(said.plain)
    if unit != "year" or age is None or half is None or len(re.findall(r"\d+", said.plain)) > 1:
        return None
    years = tidy(int(age["age"]) / 2)
    start, end = min(age.start(), half.start()), max(age.end(), half.end())
    value = {"min": years} if half["over"] else years
    return Reading(value=value, quote=said.quote(start, end), confidence=0.65, rule="number.half_life")


_DECADE_WORDS = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
_TENS = dict(zip(_DECADE_WORDS.split("|"), range(20, 100, 10), strict=True))
_WITHIN = re.compile(
    rf"\b(?:(?P<where>low|lower|early|mid|middle|high|upper|late)(?: of)?|in)[ -](?:the |my )?(?P<tens>[2-9]0(?=s)|{_DECADE_WORDS})s?\b"
)
_PARTS = dict(low=(0, 3), lower=(0, 3), early=(0, 3), mid=(4, 6), middle=(4, 6), high=(7, 9), upper=(7, 9), late=(7, 9))


def within(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`mid 20s`, `low thirties`: a part of ten."""
    match = _WITHIN.search(plain)
    if match is None or unit in YEARS:
        return None
    ten = _TENS.get(match["tens"]) or int(match["tens"])
    step = 10 if ten >= 100 and ten % 100 == 0 else 1
    low, high = (step * part for part in _PARTS.get(match["where"] or "", (0, 9)))
    return Reading(
        value={"min": ten + low, "max": ten + high},
        quote=said.quote(*match.span()),
        confidence=0.7,
        rule="number.within",
    )


_DIGITS = re.compile(r"\b(?P<n>double|triple|two|three|2|3)[- ]digits?\b")


def digits(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`triple digits`: a hundred or more; feet on the ground are no height."""
    if match := _DIGITS.search(plain):
        least = 10 if match["n"] in ("double", "two", "2") else 100
        return Reading(value={"min": least}, quote=said.quote(*match.span()), confidence=0.6, rule="number.digits")
    asked = flat(question.words(context.language))
    if re.search(r"\bheights?\b|\bhow high\b", asked) and (match := re.search(r"\bground(?: level)?\b", plain)):
        return Reading(value=0, quote=said.quote(*match.span()), confidence=0.6, rule="number.ground")
    if _FAULTS.search(asked) and (match := _ONE_FAULT.search(plain)) and len(_ONE_FAULT.findall(plain)) == 1:
        if re.search(r"\b(?:never|not|no|without|nunca|sin|ni|havent|didnt)\b[^,.;!?]*$", plain[: match.start()]):
            return Reading(value=0, quote=said.quote(*match.span()), confidence=0.75, rule="number.none")
        return Reading(value=1, quote=said.quote(*match.span()), confidence=0.65, rule="number.one_fault")
    return None


_ONE_FAULT = re.compile(
    r"\b(?:a|an|un|una|one|1) (?:(?:lil|little|small|minor|tiny|single|dumb|stupid|speeding|parking|old) )*(?:fender ?bender|wreck|accident|crash|ticket|dui|dwi|bender|scrape|bump|dent|choque\w*|accidente\w*|multa|infraccion|speeder|citation)\b(?!.*\b(?:and|n|y|plus|twice|another|otr[oa])\b)"
)


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

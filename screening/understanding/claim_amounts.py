"""Years and counts that a criterion asks for, and those a reply names."""

import re
from datetime import datetime

from screening.understanding.claim_table import claims_of
from screening.understanding.claim_words import EMPTY
from screening.understanding.durations import read_duration
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context
from screening.understanding.synonyms import stems
from screening.understanding.words import Said

_LEAST = re.compile(
    r"(?:\b(?:at least|minimum(?: of)?|no less than|a minimum of)\s+)?(?P<n>\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|a|an)\s*(?:\+|plus|or more|or longer)?\s*(?:full )?(?P<unit>years?|yrs?|months?)\b(?: or (?:more|longer))?"
)


_OVER = re.compile(r"\b(?:more than|over)\s+$")


_WORDS = dict(one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, a=1, an=1)


THING = re.compile(
    r"(?P<n>\d+)\s*(?:\+|plus|or more)?\s*(?P<what>people|employees|workers|reports|wpm|words|rooms|calls|tables|pounds|lbs?|lb|patients|residents|covers|keystrokes|orders|cases|customers|stops)\b|\b(?:team|crew|staff) of (?:at least )?(?P<n2>\d+)"
)


_COUNTED = {
    "people": r"people|guys|employees|workers|reports|techs?|cooks?|servers|associates|of us|persons?|staff|men|women|cnas|nurses|drivers|folks|personas|kids",
    "wpm": r"wpm|words",
    "pounds": r"lbs?|pounds?|#|kilos?",
}


def years_asked(criterion: str) -> float:
    """The least years a criterion asks for; 0 where it asks for none."""
    match = _LEAST.search(criterion)
    if match is None or re.search(
        r"\b(?:in|within|over|during|for) (?:the )?(?:last|past)\s*$", criterion[: match.start()]
    ):
        return 0.0
    count = _WORDS.get(match["n"]) or float(match["n"])
    years = count / 12 if match["unit"].startswith("m") else float(count)
    return years + (0.01 if _OVER.search(criterion[: match.start()]) else 0)


_SAID = re.compile(
    r"^\s*\+?\s*(?:plus |or so |full |good |solid |long |straight |and a half )?(?P<unit>years?|yrs?|yr|anos?|anios|y\b|months?|mos?\b|meses|decades?)(?!\s*(?:ago|old))"
)


_VAGUE = ((re.compile(r"\b(?:a )?couple(?: of)? (?:years|yrs)|\bun par de anos"), 2.0), (re.compile(r"\b(?:a )?few (?:years|yrs)|\bunos anos"), 3.0), (re.compile(r"\b(?:several|many|muchos|bunch of|lots? of) (?:years|yrs|anos)"), 5.0), (re.compile(r"\b(?:a|one|un|1) (?:full |whole )?(?:year|yr|ano)\b(?! ago| old)"), 1.0), (re.compile(r"\ba decade\b|\b(?:all|most of|half) my (?:life|career)\b|\btoda (?:la|mi) vida\b|\bforever\b|\bdecades\b"), 10.0))  # fmt: skip


def years_said(plain: str, criterion: str, now: datetime | None) -> float:
    """The longest time a reply names, or the one beside the work a criterion names."""
    spans = [
        (n.start, n.end + m.end(), _in_years(n.value, m["unit"]))
        for n in numbers(plain)
        if (m := _SAID.match(plain[n.end :]))
    ]
    spans += [(m.start(), m.end(), years) for pattern, years in _VAGUE for m in pattern.finditer(plain)]
    if (
        now is not None
        and (since := read_duration(Said(plain, plain, tuple(range(len(plain)))), plain, "year", Context(now=now)))
        and isinstance(since.value, int | float)
    ):
        at = max(plain.find(since.quote), 0)
        spans.append((at, at + len(since.quote), float(since.value)))
    spans = [
        s
        for s in spans
        if not re.search(r"\b(?:im|i am|am|turned|gap of|took|off for|break of)\s+$", plain[max(0, s[0] - 20) : s[0]])
    ]
    if len({round(years, 2) for *_, years in spans}) > 1:
        subject = stems(_LEAST.sub(" ", criterion)) - EMPTY
        at_ = [m.start() for m in re.finditer(r"[a-z0-9]+", plain) if stems(m.group()) & subject]
        at_ += [m.start() for pattern in claims_of(_LEAST.sub(" ", criterion)) for m in pattern.finditer(plain)]
        if at_:
            return (
                min((min(abs(spot - s[0]) if spot < s[0] else abs(spot - s[1]) for spot in at_), -s[2]) for s in spans)[
                    1
                ]
                * -1
            )
    return max((years for *_, years in spans), default=0.0)


def _in_years(value: float, unit: str) -> float:
    return value * 10 if unit.startswith("dec") else value / 12 if unit.startswith("m") else value


def counted(plain: str, asked: "re.Match[str]") -> bool:
    """`supervised at least 5 people`: a number of them that is as large."""
    what = asked["what"] or "people"
    group = (
        "people"
        if what in ("employees", "workers", "reports") or asked["n2"]
        else "pounds"
        if what.startswith(("lb", "pound"))
        else "wpm"
        if what in ("wpm", "words")
        else what
    )
    kind = _COUNTED.get(group, re.escape(group.rstrip("s")) + "s?")
    least = float(asked["n"] or asked["n2"])
    return any(
        n.value >= least
        and (
            re.match(rf"\s*\+?\s*(?:\w+\s+){{0,2}}(?:{kind})", plain[n.end :])
            or re.search(r"\b(?:crew|team|staff|group|shift) of (?:about |like |up to )?$", plain[: n.start])
        )
        for n in numbers(plain)
    )

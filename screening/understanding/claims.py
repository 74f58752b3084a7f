"""What a criterion claims of a person (`Has used a Hoyer lift`): shown in a reply, and neither denied nor only hoped for."""

import re
from datetime import datetime
from functools import cache, lru_cache

from screening.understanding.durations import read_duration
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context
from screening.understanding.synonyms import stems
from screening.understanding.tables import any_of, table, words
from screening.understanding.words import Said

_TELLS = re.compile(
    r"^(?:the )?(?:candidate |applicant |answer |reply |they )?(?:also |clearly )?(?:says?|mentions?|names?|gives?|describes?|explains?|shows?|tells?|talks?|states?|lists?|identif\w+|provides?|includes?|refers?|discuss\w*|cites?|demonstrates?|expresses|offers?|uses? (?:a|an) (?:specific|concrete))\b"
)
_LEAST = re.compile(
    r"(?:\b(?:at least|minimum(?: of)?|no less than|a minimum of)\s+)?(?P<n>\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|a|an)\s*(?P<plus>\+|plus|or more|or longer)?\s*(?:full )?(?P<unit>years?|yrs?|months?)\b(?P<more> or (?:more|longer))?"
)
_OVER = re.compile(r"\b(?:more than|over)\s+$")
_WORDS = dict(one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, a=1, an=1)
_NO = re.compile(
    r"^(?:has |have |was |were |is |are |does |did |with |had )?(?:no|not|never|without|zero|didnt|doesnt|hasnt|wasnt|isnt)\b\s*(?:been |had |have |any |a |an )*"
)
_THING = re.compile(
    r"(?P<n>\d+)\s*(?:\+|plus|or more)?\s*(?P<what>people|employees|workers|reports|wpm|words|rooms|calls|tables|pounds|lbs?|lb|patients|residents|covers|keystrokes|orders|cases|customers|stops)\b|\b(?:team|crew|staff) of (?:at least )?(?P<n2>\d+)"
)
_COUNTED = {
    "people": r"people|guys|employees|workers|reports|techs?|cooks?|servers|associates|of us|persons?|staff|men|women|cnas|nurses|drivers|folks|personas|kids",
    "wpm": r"wpm|words",
    "pounds": r"lbs?|pounds?|#|kilos?",
}


def claimed(criterion: str) -> bool:
    """Whether a criterion says what a person is or has done, rather than what the answer says."""
    return not _TELLS.match(criterion)


def shows_claim(plain: str, criterion: str, now: datetime | None) -> bool | None:
    """Whether a reply shows what a criterion claims; None where the criterion speaks of nothing known."""
    if least := _years_asked(criterion):
        return _years_said(plain, criterion, now) >= least
    if (counted := _THING.search(criterion)) and not re.search(r"\b(?:day|hour|week)s?\b", counted.group()):
        return _counted(plain, counted) and all(
            _affirmed(pattern, plain) for pattern in claims_of(criterion[: counted.start()])
        )
    if no := _NO.match(criterion):
        return _denies(plain, criterion[no.end() :]) or _clean(plain, criterion)
    parts = [p for p in re.split(r"\s*(?:,|/|;|\bor\b)\s*", criterion) if p.strip()]
    known = [claims_of(part) for part in parts]
    whole = claims_of(criterion)
    if whole and (not any(known) or whole not in known):
        known, parts = [whole], [criterion]
    if not any(known):
        return None
    if any(_affirmed(pattern, plain) for found in known for pattern in found):
        return True
    bare = [part for part, found in zip(parts, known, strict=False) if not found]
    return any(own_words(plain, part) for part in bare)


@cache
def _table() -> tuple[tuple["re.Pattern[str]", "re.Pattern[str]"], ...]:
    return tuple(
        (re.compile(rf"\b{any_of('claims', section)}\b"), words("claims", section[:-5] + "shown"))
        for section in table("claims")
        if section.endswith(".asked")
    )


@lru_cache(maxsize=1024)
def claims_of(part: str) -> tuple["re.Pattern[str]", ...]:
    """What to look for: the words of the first, most particular claim a part of a criterion speaks of."""
    return next(((shown,) for asked, shown in _table() if asked.search(part)), ())


_DENIED = re.compile(
    r"\b(?:never|havent|have not|hasnt|hadnt|no|not|without|didnt|did not|dont|do not|wasnt|werent|isnt|aint|arent|cant|cannot|doesnt|except|besides|other than|instead of|sin|nunca|ningun[oa]?|tampoco|ni|lost|stolen|nobody|no one|nadie|failed|expired|lapsed|minus|zero)\s+(?:(?!only\b|just\b|but\b|because\b|so\b)[\w/'-]+\s+){0,5}$"
)
_ADJACENT = re.compile(r"\b(?:no|not|without|sin|zero)\s+(?:\w+\s+){0,2}$")
_STILL = re.compile(
    r"\b(?:no (?:problem|issue)s? (?:with )?|not only|not just|not bad at|never (?:had a problem|missed|late|minded|mind)|cant complain|no longer a problem|dont mind)\b[^,.;]*$"
)
_HOPED = re.compile(
    r"\b(?:studying|getting (?:my|a|the)|working (?:on|towards?)|going for|sitting for|test(?:ing)? for|signed up|enrolled|taking (?:the|a|my) (?:class|test|exam|course)|in school for|hop(?:e|ing) to|plan\w* (?:to|on)|willing to|will be|(?:i |ill )?want to (?:get|learn|be)|would (?:like|love) to|like to learn|love to learn|trying to (?:get|learn)|need to (?:get|renew)|about to|going to|gonna|looking to|interested in|learning|train(?:ing)? (?:to|for) (?:be|become|get|my)|waiting on|applied for|in process of|almost (?:got|have|done)|eventually|someday|fast learner|quick learner|used to have|had my|watched|seen (?:people|others)|next to|around|quiero|me gustaria|estudiando|sacando|voy a)\s*(?:[\w/'-]+\s+){0,5}$"
)
_NOT_AFTER = re.compile(
    r"^\w*\s*(?:card|license|cert\w*|experience|work|is|was|has|though|tho)?\s*(?:no\b(?! (?:problem|issue|longer))|not (?:yet|so|really|much|me|at all|done)|never\b|nope|expired|lapsed|stolen|got stolen|ran out|is expired|i (?:dont|never|havent)|pending|in progress|next (?:week|month|year)|coming up|nunca\b|yet\?|twice and failed)"
)
_OTHERS = re.compile(
    r"\b(?:my (?:wife|husband|brother|sister|dad|father|mom|mother|son|daughter|friend|cousin|boss|uncle|roommate|boyfriend|girlfriend|buddy|manager)|(?:he|she|they|others?|somebody|someone else)) (?:\w+ ){0,3}?(?:is|was|are|were|does|did|do|has|had|drives?|works?|worked|handled|ran|runs|took)\s+(?:\w+\s+){0,4}$"
)
_BREAK = re.compile(
    r"[.;!?\n]+|\s+-+\s+|\b(?:but|pero|though|tho|however|aunque|just|only|mostly|mainly|solo|sino)\b|,(?!\s*(?:\w+\s+){0,2}(?:or|nor|ni|o)\b)"
)


def _affirmed(shown: "re.Pattern[str]", plain: str) -> bool:
    """Whether it stands in the reply as had or done."""
    return any(_stands(plain, match.start(), match.end()) for match in shown.finditer(plain))


def _stands(plain: str, start: int, end: int) -> bool:
    """Whether the words at a place are meant: not denied, not hoped for, not somebody else's."""
    near = plain[max(0, start - 70) : start]
    breaks = list(_BREAK.finditer(near))
    clause = near[breaks[-1].end() :] if breaks else near
    after = re.split(r"[,.;!?]", plain[end : end + 40])[0]
    if (_DENIED.search(clause) and not _STILL.search(clause)) or _ADJACENT.search(near):
        return False
    if re.search(
        r"\b(?:next (?:week|month|year|spring|summer|fall)|soon|in (?:the )?(?:spring|fall|summer|january|may|june))\b",
        after,
    ) and re.search(r"\b(?:getting|taking|sitting|test|start\w*|gonna|will|going)\b", clause):
        return False
    return not (_HOPED.search(clause) or _NOT_AFTER.match(plain[end : end + 40]) or _OTHERS.search(clause))


def _denies(plain: str, rest: str) -> bool:
    """Whether a reply says no to what a criterion says no to (`never been fired`)."""
    found = claims_of(rest)
    spots = [m for pattern in found for m in pattern.finditer(plain)]
    if not found:
        own = stems(rest) - EMPTY
        spots = [m for m in re.finditer(r"[a-z0-9]+", plain) if stems(m.group()) & own]
    return any(_DENIED.search(plain[max(0, m.start() - 50) : m.start()]) for m in spots)


def _clean(plain: str, criterion: str) -> bool:
    """A record that is clean, where a criterion asks for none of something on it."""
    return any(_affirmed_raw(pattern, plain) for pattern in claims_of(criterion))


def _affirmed_raw(shown: "re.Pattern[str]", plain: str) -> bool:
    return bool(re.search(r"\bno\b|\bclean|\bnever\b|\bzero\b|\bspotless", plain)) and bool(shown.search(plain))


def own_words(plain: str, part: str) -> bool:
    """Whether the criterion's own words that carry meaning stand in the reply, meant."""
    own = stems(part) - EMPTY
    if not own:
        return False
    found = {
        stem
        for match in re.finditer(r"[a-z0-9]+", plain)
        for stem in stems(match.group()) & own
        if _stands(plain, match.start(), match.end())
    }
    return len(found) >= (len(own) if len(own) <= 2 else round(len(own) * 0.6))


def _years_asked(criterion: str) -> float:
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


def _years_said(plain: str, criterion: str, now: datetime | None) -> float:
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


def _counted(plain: str, asked: "re.Match[str]") -> bool:
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


EMPTY = frozenset(
    stem
    for word in [
        "has",
        "have",
        "had",
        "holds",
        "held",
        "hold",
        "was",
        "were",
        "been",
        "being",
        "is",
        "are",
        "candidate",
        "applicant",
        "they",
        "their",
        "them",
        "experience",
        "experienced",
        "experiences",
        "working",
        "worked",
        "works",
        "work",
        "used",
        "uses",
        "use",
        "using",
        "with",
        "done",
        "does",
        "did",
        "doing",
        "knows",
        "know",
        "knowledge",
        "familiar",
        "familiarity",
        "comfortable",
        "able",
        "ability",
        "can",
        "could",
        "previous",
        "prior",
        "past",
        "current",
        "currently",
        "least",
        "years",
        "year",
        "months",
        "month",
        "more",
        "than",
        "any",
        "some",
        "such",
        "other",
        "others",
        "specific",
        "certified",
        "certification",
        "certificate",
        "certificates",
        "license",
        "licensed",
        "trained",
        "training",
        "background",
        "environment",
        "setting",
        "role",
        "job",
        "jobs",
        "position",
        "equipment",
        "tools",
        "tool",
        "operated",
        "operate",
        "operating",
        "operates",
        "performed",
        "perform",
        "handled",
        "handle",
        "completed",
        "current",
        "valid",
        "active",
        "recent",
        "related",
        "relevant",
        "professional",
        "one",
        "two",
        "three",
        "station",
        "patients",
        "patient",
        "types",
        "type",
        "kind",
        "left",
        "leaving",
        "reason",
        "own",
        "how",
        "what",
        "who",
        "about",
        "from",
        "into",
        "both",
        "either",
        "through",
        "during",
        "when",
        "least",
        "basic",
        "strong",
        "good",
        "proven",
        "demonstrated",
    ]
    for stem in stems(word)
)

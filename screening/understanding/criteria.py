"""Whether free text shows what a criterion describes in words: evidence of its kind, never a mark."""

import re
from datetime import datetime
from functools import cache

from screening.understanding.claim_table import claims_of
from screening.understanding.claim_words import own_words
from screening.understanding.claims import claimed, shows_claim
from screening.understanding.criteria_particular import anothers, shows_particular
from screening.understanding.criteria_trades import shows_trade
from screening.understanding.subjects import shown_alone, shows_subject
from screening.understanding.synonyms import stems
from screening.understanding.tables import any_of, table, words
from screening.understanding.words import flat

_GENERIC = frozenset({"example", "action", "experience", "customer", "team", "motive", "hazard", "told"})
Kinds = tuple[tuple[str, "re.Pattern[str]", "re.Pattern[str]"], ...]


@cache
def _kinds(name: str) -> Kinds:
    """(name, words of the criterion, words of the reply) of each kind of a table, the most telling first."""
    return tuple(
        (section[: -len(".asked")], re.compile(any_of(name, section)), words(name, section[:-5] + "shown"))
        for section in table(name)
        if section.endswith(".asked")
    )


@cache
def _facets(criterion: str) -> tuple["re.Pattern[str]", ...]:
    """The facets a criterion names in so many words."""
    return tuple(shown for _, asked, shown in _kinds("evidence") if asked.search(criterion))


@cache
def _wanted(criterion: str) -> tuple["re.Pattern[str]", ...]:
    """What else to look for: the kinds the criterion names, generic ones only where no telling one fits."""
    fitting = [(name, shown) for name, asked, shown in _kinds("criteria") if asked.search(criterion)]
    telling = [shown for name, shown in fitting if name not in _GENERIC]
    return tuple(telling or [shown for _, shown in fitting])


_WEAK = re.compile(
    r".*\btoo many (?:of them )?to (?:name|list|count|remember|pick)\b.*|^\W*i (?:really )?(?:like|love|enjoy|prefer|hate) (?:\w+ )?\w+\W*$|^\W*(?:(?:idk|nothing|none|no|nope|n/?a|not really|dont know|cant think|good|fine|lots|everything|hard work\w*|being on time|nada|pass|skip|na)\b\W*(?:really|comes to mind|special|much|of (?:one|any)|i guess|tbh|lol)?\W*)+$"
)
_DENIED = re.compile(
    r"\b(?:never (?:\w+ )?(?:had|been|did|done|worked|used|needed|really|happened|a)|havent|have not|no|not|without|didnt have|dont have|sin|nunca)\s+(?:\w+\s+){0,2}$"
)


def met(plain: str, criterion: str, now: datetime | None = None, question: str = "") -> bool:
    """Whether the text shows the criterion; not where the words that would show it are denied.

    A criterion that claims something of the person ("Holds a CPA") is judged by what it claims; one about the answer
    ("Says how long") by words of its facets, of its kind, or its own; one certain thing that is known ("names a tool"),
    read beside its question, before all these. `now` turns "since '09" into years.
    """
    if _WEAK.match(plain):
        return False
    wanted, asked = flat(criterion), flat(question)
    subject = shows_subject(plain, wanted, asked)
    if subject or (subject is False and shown_alone(wanted, asked)):
        return bool(subject)
    particular = shows_particular(plain, wanted, asked)
    if particular is not None or subject is False:
        return bool(particular) or (subject is None and any(_shows(shown, plain) for shown in _besides(wanted)))
    if anothers(plain) and _OWN_DOING.search(asked):
        return False
    return _evident(plain, wanted, now) or (_unheard_of(wanted) and not anothers(plain) and shows_trade(plain, wanted))


def _unheard_of(wanted: str) -> bool:
    """Whether no list tells what shows a criterion, but the kinds of work and things of `data/trades.txt`."""
    if claimed(wanted):
        return not claims_of(wanted)
    return not _facets(wanted) and not _telling(wanted)


def _evident(plain: str, wanted: str, now: datetime | None) -> bool:
    """Whether it shows what a criterion claims, its facets or kinds, or the criterion's own words."""
    if claimed(wanted):
        return _meets_claim(plain, wanted, now)
    if facets := _facets(wanted):
        return any(_shows(shown, plain) for shown in facets)
    fitting = _wanted(wanted)
    if any(shown.search(plain) for shown in fitting):
        return True
    own = stems(wanted) - _EMPTY
    shared = own & stems(plain)
    return bool(own) and len(shared) >= (1 if fitting else max(1, round(len(own) * 0.4)))


_OWN_DOING = re.compile(
    r"\b(?:experience|have you|describe your|your (?:\w+ )?(?:skills?|background|history|training|record|work))\b"
)


@cache
def _besides(criterion: str) -> tuple["re.Pattern[str]", ...]:
    """What shows a certain thing too: how it turned out and tasks of care are told in more ways than are listed for them."""
    return tuple(
        shown
        for name, asked, shown in _kinds("evidence")
        if name in ("outcome", "caretasks") and asked.search(criterion)
    )


_BARE = re.compile(
    r"^(?:has|have|had|holds?|knows?|can|is|was|were|worked|used|owns?|at least|minimum|experience|certified|licensed|able|no|never|familiar)\b"
)


def _meets_claim(plain: str, wanted: str, now: datetime | None) -> bool:
    """Whether the text shows what is claimed; what is done ("Stayed calm") is looked for by its facets too."""
    known = shows_claim(plain, wanted, now)
    if known is not None:
        return known
    facets = () if _BARE.match(wanted) else _facets(wanted) or _telling(wanted)
    return any(_shows(shown, plain) for shown in facets) if facets else own_words(plain, wanted)


@cache
def _telling(criterion: str) -> tuple["re.Pattern[str]", ...]:
    """The kinds of `data/criteria.txt` it names, without the generic."""
    return tuple(shown for name, asked, shown in _kinds("criteria") if name not in _GENERIC and asked.search(criterion))


def _shows(shown: "re.Pattern[str]", plain: str) -> bool:
    """Whether it stands there and is not denied ("never had to report")."""
    return any(not _DENIED.search(plain[max(0, match.start() - 40) : match.start()]) for match in shown.finditer(plain))


_EMPTY = frozenset(
    stem
    for word in [
        "names",
        "gives",
        "shows",
        "mentions",
        "describes",
        "explains",
        "says",
        "tells",
        "candidate",
        "answer",
        "specific",
        "uses",
        "has",
        "takes",
        "how",
        "what",
        "they",
        "someone",
        "something",
        "any",
        "least",
        "one",
        "did",
        "does",
    ]
    for stem in stems(word)
)

"""Pay told by its distance from another: ten percent on top, two more than now, double what they gave, halfway to 18."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.deferred import deferred
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context
from screening.understanding.tables import any_of
from screening.understanding.words import flat

_COUNT = r"(?:an?|a couple|couple|one|two|three|four|five|[1-5]) (?:hundred|hundo)|(?:cien|dosciento|tresciento)s?|\d{1,3}(?:\.\d{1,2})?|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|twenty five|thirty|fifty|un|uno|dos|tres|cuatro|cinco|diez|quince|veinte|couple|a couple"
_PERCENT = deferred(rf"\b(?P<n>{_COUNT})\s*(?:%|percent|per cent|pct|por ciento)")
_RISE = deferred(
    r"\b(?:more|over|above|on top|raise|bump|increase|higher|hike|plus|extra|mas|aumento|encima|better|past|would do it)\b|\+"
)
_OF_OTHER = deferred(
    r"^\s*(?:401|match|commission|bonus|diff\w*|shift|night|weekend|equity|off|of (?:the|my) (?:time|day))\b|^\s*(?:commission|tip)"
)
_MORE = deferred(
    rf"\b(?P<n>\$?(?:{_COUNT}|\d{{1,3}}(?:,\d{{3}})?))\s*(?:dollars?|bucks?|dolares|varos|pesos|lousy|measly|little|an hour|/ ?hr|k)*\s*(?:more\b(?! (?:than|years|months|weeks|days|hours|hrs))|mas\b(?! (?:de|que|anos))|extra\b|(?:higher|above that|over that|on top(?: of (?:that|it))?)\b)|\b(?:one|a) more (?P<buck>buck|dollar)"
    rf"|\b(?:bump|raise|(?<!gave )(?<!give )(?<!giving )up|subanle|subele|suban|suba|aumentenle|aumenten|throw in|add|squeeze out|tack on|sweeten it|beat|top)\W+(?:it |me |that |in |on |by |up |another |an extra |unos )*(?P<by>\$?(?:{_COUNT}))\b(?! (?:days|hours|hrs|weeks))"
    rf"|\b(?:another|otr[oa]s)\s+(?P<other>\$?(?:{_COUNT}))\b(?=\s*(?:dollars?|bucks?|dolares|pesos|an? (?:hour|week|day|month|year)|/ ?\w+|would|and|n|y|to|or|on top|at least|minimum|$|[.,;!?]))"
    rf"|(?:\b(?:what(?:ever)? (?:i|im|ive) [^.;,\d+]{{2,24}}?|current(?:ly| pay| rate)?|same(?: as (?:now|today|before))?|lo que gano(?: ahora| hoy)?|\b(?:now|rn|ahora)\b\W*)\s*(?:\b(?:plus|and|n|mas|y)\b|\+)\s*(?:another |like |maybe |unos )?(?P<plus>\$?(?:{_COUNT}))\b(?! ?(?:%|percent|weeks?|days?|hours?|years?|months?|semanas|dias|kids?|more of|shifts?|jobs?)))"
)
_DOUBLE = deferred(r"\b(?P<how>double|twice|2x|two times|triple|el doble|doble)\b")
_HALFWAY = deferred(r"\b(?:half ?way|in the middle|split the difference|a medias|mitad)\b")
_STATED = deferred(r"\$\s?(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d{1,2})?)(?P<k>k)?")
_CLOSES = deferred(rf"\b(?:{any_of('figures', 'concludes')})\W*(?:a |an |the |like |about |around |me )*$")


_STILL_MORE = deferred(r"\s*(?:dollars?|bucks?|dolares)?\s*(?:more|mas|extra|higher|%|percent|on top)\b")


def raised(plain: str, found: list[Amount], question: Question, context: Context) -> Amount | None:
    """The pay a text counts from another, of its own or of the question; None where it says the sum itself or counts none."""
    if (
        len(found) > 1
        and _CLOSES.search(plain[found[-2].end : found[-1].start])
        and not _STILL_MORE.match(plain[found[-1].end :])
    ):
        return None
    offered = stated(question, context)
    return (
        _percent(plain, found, offered)
        or _doubled(plain, found)
        or _halfway(plain, found, offered)
        or _more(plain, found, offered)
        or (_with_diff(plain, found) if _SHIFT_ASKED.search(flat(question.words(context.language))) else None)
    )


def stated(question: Question, context: Context) -> float | None:
    """The one pay a question names ("This role pays $17 an hour")."""
    figures = list(_STATED.finditer(flat(question.words(context.language))))
    if len(figures) != 1:
        return None
    return float(figures[0]["n"].replace(",", "")) * (1_000 if figures[0]["k"] else 1)


def _base(plain: str, found: list[Amount], start: int, end: int, offered: float | None) -> Amount | None:
    """The pay something is added to: the other figure of the text, else the one offered."""
    rest = [
        a
        for a in found
        if (a.end <= start or a.start >= end)
        and (a.exact or a.low)
        and not re.match(r"\s*(?:%|percent)", plain[a.end :])
    ]
    if len(rest) == 1:
        return rest[0]
    if rest or offered is None or _OWN.search(plain):
        return None
    return Amount(low=offered, high=offered, start=start, end=end, numbers=())


_OWN = deferred(r"\b(?:than (?:what )?i|my (?:current|present|last|old)|what i)\b")


def _sum(base: Amount, value: float, start: int, end: int) -> Amount:
    total = round(value, 2)
    return Amount(low=total, high=total, start=min(start, base.start), end=max(end, base.end), numbers=base.numbers)


def _percent(plain: str, found: list[Amount], offered: float | None) -> Amount | None:
    match = _PERCENT.search(plain)
    if match is None or _OF_OTHER.match(plain[match.end() :]):
        return None
    if not _RISE.search(plain[max(0, match.start() - 14) : match.end() + 40]):
        return None
    base = _base(plain, found, match.start(), match.end(), offered)
    share = _value(match["n"]) / 100
    if base is None or not 0 < share <= 1:
        return None
    return _sum(base, (base.exact or base.low or 0) * (1 + share), match.start(), match.end())


def _more(plain: str, found: list[Amount], offered: float | None) -> Amount | None:
    for match in _MORE.finditer(plain):
        base = _base(plain, found, match.start(), match.end(), offered)
        more = 1.0 if match["buck"] else _value(match["n"] or match["by"] or match["other"] or match["plus"])
        worth = base.exact or base.low or 0 if base else 0
        if base and 0 < more <= 0.5 * worth and not base.bound and (not base.numbers or _present(plain, base)):
            return _sum(base, worth + more, match.start(), match.end())
    return None


_SHIFT_ASKED = deferred(r"\b(?:nights?|overnights?|shifts?|graveyard|weekends?|evenings?|noches?|turnos?)\b")
_DIFF = deferred(
    rf"(?:\b(?:plus|and|n|with|w)\b|[+&])\s*(?:the |an? |that |your |ur |whatever )*(?P<n>\$?\d(?:\.\d{{1,2}})?|{_COUNT})\s*(?:dollars?|bucks?|an hour|/ ?hr)?\s*(?:more )?(?:shift |night )?diff\w*"
)


def _with_diff(plain: str, found: list[Amount]) -> Amount | None:
    """`eighteen plus the 1.25 diff`, where the pay of such a shift is asked."""
    match = _DIFF.search(plain)
    base = _base(plain, found, match.start("n"), match.end("n"), None) if match else None
    more = _value(match["n"]) if match else 0.0
    worth = base.exact or base.low or 0 if base else 0
    return _sum(base, worth + more, *match.span()) if match and base and 0 < more < 0.5 * worth else None


def _present(plain: str, base: Amount) -> bool:
    """Whether the pay is the one of today."""
    return bool(_NOW.search(plain[max(0, base.start - 30) : base.start]) or _NOW_AFTER.match(plain[base.end :]))


_NOW = deferred(
    r"\b(?:get|gets|getting|make|makin|making|made|earn|earning|pay|pays|paid|payin|paying|at|bring(?:ing|in)? (?:in|home)|gano|dan|pagan|now|rn|currently|current|they|have me|gave)\b"
)
_NOW_AFTER = deferred(
    r"^\s*(?:is|s|es) (?:my|the|what|mi|lo que)\b|^[^,.;\d]{0,20}\b(?:now|rn|currently|at the moment|today|where im at|here|ahora|ahorita)\b"
)


def _doubled(plain: str, found: list[Amount]) -> Amount | None:
    match = _DOUBLE.search(plain)
    if (
        match is None
        or len(found) != 1
        or found[0].exact is None
        or re.match(r"\W*(?:time|shift|ot\b|overtime|back|pay|digit|check)", plain[match.end() :])
    ):
        return None
    return _sum(found[0], found[0].exact * (3 if match["how"] == "triple" else 2), *match.span())


def _halfway(plain: str, found: list[Amount], offered: float | None) -> Amount | None:
    match = _HALFWAY.search(plain)
    if match is None or len(found) != 1 or found[0].exact is None or offered is None:
        return None
    return _sum(found[0], (found[0].exact + offered) / 2, *match.span()) if found[0].exact != offered else None


def _value(words: str) -> float:
    if "couple" in words:
        return 200.0 if "hund" in words else 2.0
    found = numbers(words.replace("$", ""))
    return found[0].value if found else 1.0

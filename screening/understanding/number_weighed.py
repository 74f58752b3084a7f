"""Of several amounts, the one that counts today and is one's own: 40 nowadays, my crew was 6, so figure 25."""

import re

from screening.understanding.amounts import Amount
from screening.understanding.deferred import deferred
from screening.understanding.durations import UNIT_WORDS
from screening.understanding.number_parts import Part, others, parts_of
from screening.understanding.synonyms import stems
from screening.understanding.tables import any_of, words

_OF_THE_PAST = deferred(
    r"\b(?:did|were|was|last (?:job|position|role)|most recent|previous|(?<!are you )(?<!youre )(?<!get )(?<!getting )used to|hacia|hacias|tenias?|ultimo)\b"
)
MOST_ASKED = deferred(
    r"\b(?:largest|most|highest|biggest|maximum|max|at (?:one|a) time|at once|a la vez|maxim[oa]|mayor)\b"
)
_WISH_ASKED = deferred(
    r"\b(?:want|looking|would|can|could|able|available|willing|prefer|need|open to|like to|hoping|quiere|puede|busca|gustaria)\b"
)
_WISHED_ASKED = deferred(r"\b(?:want|looking|prefer|like to|hoping|quiere|busca|gustaria)\b")
_DONE_NOW = deferred(
    r"\b(?:now|currently|rn|today|ahora|ahorita|actualmente|hoy)\W+(?:(?:i|im|ive|they|me) )*(?:do|doing|work|working|get|getting|got|have|give me|hago|trabajo|tengo|dan)\W+(?:\w+ )?$"
)
_NOUN_ASKED = deferred(
    r"\b(?:how many|number of|cuant[oa]s) (?P<noun>(?:\w+ ){1,4}?)(?:do|does|did|can|could|have|has|are|were|would|will|you|on|per|a|an|in|were|puede|tiene|ha|hay)\b"
)
_THEN_AFTER = deferred(
    r"^[^,.;]{0,22}?\b(?:before (?:the|my|i|they|covid|we)|back then|back when|when i (?:was (?:young\w*|a kid|a teen|new|fresh|healthy|in)|first|started)|cuando (?:era joven|empece)|ago|at (?:the|my) (?:old|last|other|previous) \w+|in school|antes|en mi (?:otro|anterior) \w+)\b"
)
_NOW_AFTER = deferred(
    r"^[^,.;\d]{0,26}?\b(?:now|nowadays|these days|currently|today|at the moment|ahora|ahorita|actualmente)\b"
)
_RARE_AFTER = deferred(
    r"^\W*(?:(?:at|on|in|during|for) )?(?:peak|record|my record|holidays|the holidays|black friday)\b|^\W*(?:\w+ ){0,3}(?:one time|once\b|would (?:hurt|kill|break)|on me last|if (?:i|they|u|you) (?:push|have to|gotta)|in a pinch|max ever)\b"
)
_TIME_AFTER = deferred(rf"^\s*-?\s*(?:{'|'.join(UNIT_WORDS.values())})\b|^\s*(?:%|percent\b)")
_USUAL = deferred(
    r"\b(?:usual(?:ly)?|normal(?:ly)?|typical(?:ly)?|average|avg|regular(?:ly)?|most days|on a normal day|normalmente|de ordinario|promedio)\b"
)
_BODY = deferred(
    r"\b(?:im|i am|tengo|turn(?:ed|ing)?|age|bench|weigh\w*|peso|squat|deadlift|(?:kegs?|bags?|boxe?s?|tires?|drums?|parts?|patients?|dog|wife|kid|son|tv|couch|sacks?|crates?) (?:is|are|was|run|go|weigh)|told (?:you|u|yall)|5|6)\W*(?:almost |about |only |like )?$"
)
_MEASURE = deferred(r"^\s*(?:foot|ft|feet|inch\w*|anos|yo\b|kph|wide|lbs? (?:guy|girl|man|woman))\b")
CLOSING = deferred(
    rf"(?:^|\b)(?:{any_of('figures', 'concludes')})\W*(?:a |an |the |my |like |about |around |bout |maybe |probably )*$"
)


def done_now(before: str, asked: str) -> bool:
    """Whether an amount is what is done today, where a wish is asked ("35, currently doing 20")."""
    return bool(_WISHED_ASKED.search(asked) and _DONE_NOW.search(before))


def weighed(plain: str, found: list[Amount], unit: str, asked: str) -> Amount | None:
    """The amount the words about it speak for; None where no one stands out."""
    parts = parts_of(plain, found)
    if MOST_ASKED.search(asked):
        if told := [p.amount for p in parts if _AT_ONCE.search(p.after) and p.amount.exact is not None]:
            return told[0]
        own = [p.amount for p in parts if not others(p) and not words("figures", "goal").search(p.before)] or found
        top = max(own, key=lambda a: a.high or a.low or 0)
        if len(own) > 1 and top.exact is not None and top.bound != "range" and not _MINDS_NOW.search(asked):
            return top
        exact = [a for a in own if a.exact is not None]
        return (
            max(exact, key=lambda a: a.exact or 0)
            if len(exact) == len(own) and not _MINDS_NOW.search(asked)
            else _best(parts, unit, asked)
        )
    return _best(parts, unit, asked)


_AT_ONCE = deferred(r"^[^,.;]{0,24}\bat (?:once|a time|one time|the same time)\b|^[^,.;]{0,16}\ba la vez\b")
_MINDS_NOW = deferred(r"\b(?:can|could|comfortable|able|willing)\b")


def _best(parts: list[Part], unit: str, asked: str) -> Amount | None:
    shared = any(others(part) for part in parts)
    twice = [p.amount.exact for p in parts if p.amount.exact is not None]
    weights = [_weight(part, unit, asked, first=not index, shared=shared) for index, part in enumerate(parts)]
    weights = [
        w + (p.amount.exact is not None and twice.count(p.amount.exact) > 1)
        for p, w in zip(parts, weights, strict=True)
    ]
    top = max(weights)
    best = [part.amount for part, weight in zip(parts, weights, strict=True) if weight == top]
    return best[0] if len({(a.low, a.high) for a in best}) == 1 else None


def _weight(part: Part, unit: str, asked: str, *, first: bool, shared: bool) -> int:
    before, after = part.before, part.after
    score = 6 * bool(CLOSING.search(before)) - 4 * others(part)
    score += 2 * bool(shared and not others(part) and words("figures", "mine").search(part.label))
    score -= 3 * bool(_BODY.search(before) or _MEASURE.match(after))
    if not _OF_THE_PAST.search(asked):
        score -= 3 * bool(_last_of(before, "past") > _last_of(before, "now")) + 3 * bool(_THEN_AFTER.search(after))
        score += 3 * bool(_last_of(before, "now") > _last_of(before, "past")) + 3 * bool(_NOW_AFTER.search(after)) * (
            1 if not _WISH_ASKED.search(asked) else 0
        )
    if _WISH_ASKED.search(asked):
        score -= 6 * done_now(before, asked)
        score += 3 * bool(words("figures", "wanted").search(f"{before} {after}"))
    score -= 3 * bool(
        words("figures", "goal").search(before)
        or re.match(r"\s*(?:is|was) (?:the |our )?(?:goal|quota|minimum|target|expect\w*)\b", after)
    )
    score += bool(_USUAL.search(part.label))
    score -= 2 * bool(words("figures", "rare").search(before) or _RARE_AFTER.search(after))
    score -= 3 * bool(
        _TIME_AFTER.match(after) and not (unit in UNIT_WORDS and re.match(rf"\s*-?\s*(?:{UNIT_WORDS[unit]})\b", after))
    )
    score += 2 * bool(stems(" ".join(after.split()[:3])) & _noun(asked))
    return score + 2 * bool(
        first
        and not re.search(
            r"[a-z]{4}",
            re.sub(r"\b(?:about|around|like|maybe|just|only|probably|roughly|usually|average)\b", "", before),
        )
    )


def _last_of(text: str, section: str) -> int:
    return max((match.start() for match in words("figures", section).finditer(text)), default=-1)


def _noun(asked: str) -> frozenset[str]:
    match = _NOUN_ASKED.search(asked)
    return stems(match["noun"]) if match else frozenset()

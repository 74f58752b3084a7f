"""What a criterion claims of a person (`Has used a Hoyer lift`): shown in a reply, and neither denied nor only hoped for."""

import re
from datetime import datetime

from screening.understanding.claim_amounts import THING, counted, years_asked, years_said
from screening.understanding.claim_stands import DENIED, affirmed
from screening.understanding.claim_table import claims_of
from screening.understanding.claim_words import EMPTY, own_words
from screening.understanding.synonyms import stems

_TELLS = re.compile(
    r"^(?:the )?(?:candidate |applicant |answer |reply |they )?(?:also |clearly )?(?:says?|mentions?|names?|gives?|describes?|explains?|shows?|tells?|talks?|states?|lists?|identif\w+|provides?|includes?|refers?|discuss\w*|cites?|demonstrates?|expresses|offers?|uses? (?:a|an) (?:specific|concrete))\b"
)
_NO = re.compile(
    r"^(?:has |have |was |were |is |are |does |did |with |had )?(?:no|not|never|without|zero|didnt|doesnt|hasnt|wasnt|isnt)\b\s*(?:been |had |have |any |a |an )*"
)


def claimed(criterion: str) -> bool:
    """Whether a criterion says what a person is or has done, rather than what the answer says."""
    return not _TELLS.match(criterion)


def shows_claim(plain: str, criterion: str, now: datetime | None) -> bool | None:
    """Whether a reply shows what a criterion claims; None where the criterion speaks of nothing known."""
    if least := years_asked(criterion):
        return years_said(plain, criterion, now) >= least
    if (number := THING.search(criterion)) and not re.search(r"\b(?:day|hour|week)s?\b", number.group()):
        return counted(plain, number) and all(
            affirmed(pattern, plain) for pattern in claims_of(criterion[: number.start()])
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
    if any(affirmed(pattern, plain) for found in known for pattern in found):
        return True
    bare = [part for part, found in zip(parts, known, strict=False) if not found]
    return any(own_words(plain, part) for part in bare)


def _denies(plain: str, rest: str) -> bool:
    """Whether a reply says no to what a criterion says no to (`never been fired`)."""
    found = claims_of(rest)
    spots = [m for pattern in found for m in pattern.finditer(plain)]
    if not found:
        own = stems(rest) - EMPTY
        spots = [m for m in re.finditer(r"[a-z0-9]+", plain) if stems(m.group()) & own]
    return any(DENIED.search(plain[max(0, m.start() - 50) : m.start()]) for m in spots)


def _clean(plain: str, criterion: str) -> bool:
    """A record that is clean, where a criterion asks for none of something on it."""
    return any(_affirmed_raw(pattern, plain) for pattern in claims_of(criterion))


def _affirmed_raw(shown: "re.Pattern[str]", plain: str) -> bool:
    return bool(re.search(r"\bno\b|\bclean|\bnever\b|\bzero\b|\bspotless", plain)) and bool(shown.search(plain))

"""Pay that is only the present one: what a check says, what is made where one is at."""

import re

from screening.understanding.amounts import Amount
from screening.understanding.deferred import deferred
from screening.understanding.pay_wish import WISH

_AT_WORK = deferred(
    r"^\s*(?:an hour |/hr )?(?:right )?(?:where im at|at my (?:current |present )?(?:job|place|spot|gig))\b"
)
_MORE = deferred(
    r"\b(?:more|higher|better|(?<!no )raise|above that|over that|beat that|at least that|no less|mas que eso|mejor)\b"
)
_SAME = deferred(
    r"\b(?:match|same|stay|keep|around (?:that|there)|that (?:is|works)|lo mismo|igual|half (?:of )?(?:that|it)|la mitad)\b"
)
_PRESENT = deferred(
    r"\b(?:(?:i|im|ive|i am|been|currently|now|they|me|already|still|right now im|job|place|boss)\s+(?:\w+\s+){0,3}?(?:make|making|makin|get|getting|got me|have me|got|earn|earning|paid|pay|pays|paying|at|on|gano|ganando|pagan))\s+(?:\w+\s+){0,2}?\$?$|\b(?:getting|making|earning|currently (?:at|on)?|gano|me pagan|what i make now|current(?:ly)?(?: pay| rate)? is|(?:my|mi) (?:last )?(?:check|stub|pay ?stub|paycheck|w2|direct deposit|cheque|talon) (?:says|is|shows|reads|was|dice))\W+(?:\w+\s+){0,2}?\$?$"
)


_ASKED = deferred(
    r"\b(?:are|were|do|did) you (?:currently |now |presently |already )?(?:making|make|earn\w*|paid|get(?:ting)? paid|being paid|at)\b(?!.*\b(?:want|like|need|looking)\b)|\b(?:current|present|last|previous|most recent|final)\b.{0,25}\b(?:pay|rate|wages?|salary|hourly)\b|\b(?:pay|rate|wages?|salary)\b.{0,25}\b(?:now|currently|last job|previous job)\b|\b(?:gana|ganas|ganaba|ganabas)\b"
)  # questions for what is or was paid


def asks_present(asked: str) -> bool:
    """Whether the present or the last pay is what is asked for."""
    return bool(_ASKED.search(asked))


def present(plain: str, amount: Amount) -> str:
    """`only` where nothing but the present pay is named, `more` where more than that is wanted."""
    before, after = plain[: amount.start], plain[amount.end :]
    before = re.split(r"[;.]|\b(?:but|so)\b", before)[-1]
    now = re.search(
        r"\b(?:now|rn|currently|at the moment|right now|today|ahora|actualmente|over here|presently|(?:check|stub|paycheck|cheque|talon) (?:says|is|shows|reads|dice))\b",
        before + " " + after,
    ) or _AT_WORK.match(after)
    told = re.match(
        r"\s*(?:an? \w+ |per \w+ )?(?:is|was|es) (?:what (?:i|they)|lo que|my current|where im)\b", plain[amount.end :]
    )
    if not told and not _PRESENT.search(before) and not re.search(r"\bi (?:make|get|earn) now\b", before):
        return ""
    if _MORE.search(after) or _MORE.search(before):
        return "more"
    if WISH.search(after) or _SAME.search(after) or _SAME.search(before) or WISH.search(before) or amount.bound:
        return ""
    return "only" if now or re.search(r"\b(?:got|have) me (?:at|on)\b|\bgano\b|\bme pagan\b", before) else ""

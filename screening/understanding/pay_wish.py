"""Of several figures of pay, the one wished for: not the present one, what others say, or what was paid at first."""

import re

from screening.understanding.amounts import Amount
from screening.understanding.pay_periods import period_behind
from screening.understanding.pay_totals import CLOSES

_NOW = re.compile(
    r"\b(?:make|makin|making|making|made|get|getting|earn|earning|earned|currently|current|now|rn|atm|paid|pays?|paying|was on|am on|im on|im at|i am at|used to|last (?:job|place|one|gig|role)|old job|previous\w*|present\w*|right now|gano|ganaba|ganando|actual\w*|ahora|started at|base was|before|at the moment|today|they give|gave|offered|me pagan|pagaban)\b"
)
WISH = re.compile(
    r"\b(?:want|wanted|wanting|wants|need|needs|needing|hop(?:e|ing)|look(?:ing)?|lookin|seeking|ask(?:ing)?|expect\w*|would like|like to (?:make|get|be|see)|id like|prefer\w*|ideal\w*|target\w*|aim\w*|shoot\w*|minimum|at least|deserve|worth|take|accept|happy with|ok with|fine with|good with|go for|move|switch|leave|id do|would do|desired|goal|quiero|quisiera|busco|espero|necesito|pido|me gustaria|aceptaria|settle|require|closer to|keep me|somewhere|do it for|wouldnt|wont|for this|this role|this job|this one|come for|start at|starting)\b"
)


def wished(plain: str, found: list[Amount]) -> Amount:
    """The amount wished for, where the present pay is named too."""
    if len(found) == 1:
        return found[0]
    scored = [(_weight(plain, found, index), -index, amount) for index, amount in enumerate(found)]
    return max(scored, key=lambda item: item[:2])[2]


_SETTLES = re.compile(
    r"\b(?:but|pero|though|tho)\b.{0,24}\b(?:take|accept|settle|live with|do|go|ok with|fine with|acepto|agarro)\b[^,.;]{0,12}$"
)
_REALLY = re.compile(
    r"\b(?:but|pero)\s+(?:honestly|really|actually|i know|realistically|truthfully|la verdad)\b[^.;]{0,20}$"
)
_OTHERS_SAY = re.compile(
    r"\b(?:(?:told|asked|quoted) (?:the |an? |my )?(?:other|another|last|old|previous|first|next|different) (?:agency|place|company|guy|lady|recruiter|one|job|people|boss)|my \w+|he|she|they|indeed|google|glassdoor|zip ?recruiter|the ad|the listing|somebody|people|friend|ex|told (?:him|her|them)|i told \w+) ?(?:said|says?|told me|told|thinks?|asks?(?: for)?|say ask(?: for)?|said ask(?: for)?|wanted|wants)?\b(?: (?:ask|to ask))?(?: for)?\s*\$?$"
)
_ENDED = re.compile(r"\b(?:topped out|ended(?: up)?|left|final\w*|finish\w*|sali|termine|last raise|got (?:up|bumped) to|up to)\s+(?:\w+\s+){0,2}\$?$")  # fmt: skip
_BEGAN = re.compile(r"\b(?:hired(?: on)?|started(?: out| off)?|began|entre|empece|came in|brought me (?:on|in))\s+(?:\w+\s+){0,2}\$?$")  # fmt: skip


_OR_ELSE = re.compile(
    r"\bor (?:else )?(?:id|i would|i could|i might) (?:say|ask(?: for)?|want|tell you|go)\W*$"
)  # "or id say 14"


_TAKES_IT = re.compile(
    r"^\s*(?:k|an hour|/ ?hr|la hora|a week|dollars|bucks)?\s*(?:(?:will|would|ll) (?:do|work)|does it|gets? (?:me|you|u)\b(?! by)|for me\b(?! now)|and (?:im|i am|ill|i will|id|i would) (?:in|yours|there|sold|good|set|down|sign|start|take|come|be there|stay|go|do it|show up)|(?:i|id|ill|i would|i will) (?:go|sign|stay|switch|come|take it|be there|do it)\b|(?:yes|yeah|si|for sure)\W*$|and (?:its |we (?:got|have) )?a deal|para mi)\b"
)  # "15 will do", "60 and im yours"
_BACK_THEN = re.compile(
    r"^[^,.;\d]{0,24}\b(?:when i (?:started|began|was|first|got)|back when|back then|back in|cuando (?:empece|era|entre))\b"
)

_HERE = re.compile(r"^\s*(?:an hour |/hr )?(?:here|with (?:you|u|yall|ya)|for (?:you|u|yall) guys|aqui|con ustedes)\b")
_WOULD_DO = re.compile(
    r"^\s*(?:an hour |/hr )?(?:(?:is|s|esta) (?:still |totally |perfectly )?(?:ok\w*|fine|good|cool|plenty|enough|doable|bien)|works|is what i (?:need|want))\b"
)
_KNOWN = re.compile(
    r"\b(?:(?:i )?heard (?:its|it was|it pays|yall pay|you pay)|i know (?:its|it is|yall|you|u)(?: (?:pay|said|at|only|pays))*|i (?:was gonna say|was going to say|said|put|would say)|se que (?:es|son|pagan)|dije|puse|iba a decir)\W+\$?$"
)
_BUT = re.compile(r"^\s*(?:an hour|/hr)?\s*,?\s*(?:but|pero|though|tho)\b")


def _weight(plain: str, found: list[Amount], index: int) -> int:
    start = found[index - 1].end if index else 0
    end = found[index + 1].start if index + 1 < len(found) else len(plain)
    before, after = plain[start : found[index].start], plain[found[index].end : end]
    after = re.split(r",|\.|;|\bbut\b|\band\b|\bso\b|\bpero\b", after)[0]
    before = re.split(r"[,.;]|\b(?:but|so|pero|asi que|entonces|pues)\b", before)[-1]
    score = 3 * bool(index and _REALLY.search(plain[start : found[index].start])) - 3 * bool(_OTHERS_SAY.search(before))
    score += 2 * bool(_ENDED.search(before)) - 2 * bool(_BEGAN.search(before))
    score += bool(index) * 2 * any(a.exact is not None and a.exact == found[index].exact for a in found[:index])
    score += 3 * bool(WISH.search(before)) + bool(WISH.search(after)) + bool(found[index].bound in ("least", "most"))
    if index and re.search(
        r"\b(?:so|asi que|entonces|id say|lets say|call it)\s+(?:\w+\s+){0,6}$",
        plain[start : found[index].start],
    ):
        score += 3
    score -= 2 * bool(
        index
        and not before.strip(" &")
        and not re.search(r"[.;!]\s*$", plain[start : found[index].start])
        and _NOW.search(plain[:start])
        and not WISH.search(after)
    )
    score += 4 * bool(index and CLOSES.search(plain[start : found[index].start]))
    score += 2 * bool(index and _SETTLES.search(plain[start : found[index].start])) + bool(
        period_behind(plain, found[index])
    )
    rest = plain[found[index].end : end]
    score += 3 * bool(_TAKES_IT.match(rest)) - 3 * bool(_BACK_THEN.match(rest))
    score += 3 * bool(_HERE.match(rest) and not _NOW.search(before))
    score += 2 * bool(_WOULD_DO.match(rest))
    score -= 3 * bool(_KNOWN.search(before) and _BUT.match(rest))
    score -= 9 * bool(_OR_ELSE.search(before))
    score -= 2 * bool(_NOW.search(before)) + 2 * bool(_NOW.search(after))
    if re.search(r"\b(?:now|currently|before|at the moment|rn|last|used to|was)\b", after):
        score -= 2
    return score + (1 if found[index].numbers[0].money else 0)

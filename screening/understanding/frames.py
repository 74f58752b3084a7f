"""How a question is turned: whether agreeing with the offer is a yes to its words, or a no."""

import re
from enum import StrEnum
from typing import Final


class Frame(StrEnum):
    """PLAIN: agreeing is a yes. MIND: agreeing is a no and a bare yes is ambiguous. AGAINST: agreeing is a no, a bare yes a yes.
    TAG: the question states it with a negation ("You don't ..., do you?"), so that a bare yes is ambiguous."""

    PLAIN = "plain"
    MIND = "mind"
    AGAINST = "against"
    TAG = "tag"


_MIND: Final = re.compile(
    r"\b(?:would|do|did|will) (?:you|it) (?:mind|object|bother)\b|\b(?:opposed|averse|reluctant|unwilling|against) (?:to )?\w+ing\b|\bobject(?:ions?)? to\b|\bopposed to\b|\b(?:te|le|les) (?:molesta|importa)\w*|\btiene (?:algun )?inconveniente|\bse opone"
)
_AGAINST: Final = re.compile(
    r"\b(?:would|will|does|do|did)\b.{1,80}\b(?:bother|scare|upset|annoy|gross) you\b|\b(?:would|will|is|be|any) (?:it |that |this |there )?(?:be )?(?:a |an |any )?(?:problem|issue|inconvenience|concerns?|trouble|objections?|difficult\w*|hard|deal ?breaker)\b|\banything (?:that )?(?:would|might|could|will|may)?\b.{0,20}\b(?:prevent|stop|keep|affect|limit|interfere)|\bany reason\b|^\W*any (?:\w+ ){0,2}(?:restrictions?|limitations?|conflicts?|concerns?|problems?)\b|\b(?:is|are|would|seem|es|esta)\b.{1,40}\b(?:too (?:low|far|early|late|hard|heavy|much|long|cold|hot|loud|little|short|high|dirty|physical|strict|soon|many|big|small|tight)|(?:muy|demasiado) (?:lejos|poco|baj[oa]|temprano|pesad[oa]|tarde|duro|frio))\b|"
    r"^\W*(?:is|are|would|will|does) .{1,70}\b(?:be |pose |cause |present )?(?:a|an) (?:\w+ )?(?:problem|issue|inconvenience|concern|obstacle|hardship|deal ?breaker)\b(?: (?:for|to|with) \w+)?\W*$|"
    r"\b(?:do you|have you|have) (?:\w+ ){0,2}(?:any )?(?:restrictions?|limitations?|conflicts?|concerns?|issues?|problems?|trouble)\b|\bdo you lack\b|\b(?:are you|you|you be) (?:at all )?(?:unwilling|reluctant|averse|afraid|scared|allergic|claustrophobic|uncomfortable|unable|unavailable)\b|\b(?:seria|supone|hay|es) (?:un |algun )?problema|\btiene miedo|\bes alergic[oa]|\balgun (?:problema|impedimento|inconveniente)|\balguna (?:restriccion|limitacion|razon)"
)
_TAG: Final = re.compile(
    r"^\W*(?:(?:so|and|just|to|confirm\w*|ok|that|then|pues|entonces)\W+)*(?:you|your \w+|this|it|that|they|usted|tu)\b.*\b(?:not|dont|arent|isnt|havent|cant|never|no)\b.*,\s*(?:do|are|is|have|can|did|will|right|correct)\b(?: (?:you|it|they))?\W*$|^\W*(?:(?:so|then|and|just|confirm\w*|that|pues|entonces)\W+)+(?:you|youre|usted|tu|ud) (?:are |do |have |still )?(?:not|dont|arent|havent|cant|never|no)\b|^\W*(?:dont|arent|isnt|havent|cant|wont|didnt) you\b|^\W*(?:usted|tu)? ?no (?:tiene|tienes|esta|estas|es|ha|has)\b"
)


_YOURE_NOT: Final = re.compile(
    r"^\W*(?:so |and |ok )?you(?:re|ve) (?:still )?(?:not|never)\b.*,\s*(?:are|have|right|correct)\b(?: you)?\W*$"
)


def frame_of(asked: str) -> Frame:
    """The frame of a question in its plain form."""
    if _TAG.search(asked):
        return Frame.TAG
    if _MIND.search(asked):
        return Frame.MIND
    if _AGAINST.search(asked):
        return Frame.AGAINST
    return Frame.TAG if _YOURE_NOT.search(asked) else Frame.PLAIN

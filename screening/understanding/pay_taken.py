"""Pay that is offered and taken: heck yes, that works, seventeen is cool with me."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.durations import tidy
from screening.understanding.pay_periods import asked_period
from screening.understanding.pay_raises import stated
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_OFFERS = re.compile(
    r"\b(?:does that work|would that work|is that ok\w*|does (?:this|that) (?:suit|sound)|sound (?:good|ok\w*|fair)|work for you|ok(?:ay)? with you|accept|would you need|esta bien|le parece|te parece)\b"
)
_TAKES = re.compile(
    r"^\W*(?:(?:oh|uh|um|lol|well|that|it|this|that would|thatd|u|you|ill|i|id|im)\W+)*(?:yes\w*|yea+h?|yep|yup|yeh|ya|sure|ok\w*|works?|deal|fine|good|perfect|absolutely|definitely|sounds? (?:good|great|fair|fine)|(?:ill |i will |id )?take it|count me in|im (?:in|good|down|cool|fine|ok\w*) (?:with|w) (?:that|it)|si|claro|esta bien|me parece bien|de acuerdo|va|dale|sale)\b"
    r"|\bso (?:heck|hell|fuck|yes|yeah|yep|sure|thats|that)\W*(?:yes|yeah|yea|ya|fine|works|good|great|a raise|an upgrade|a bump)?\b|\b(?:that|it)(?:s|ll| is| will| would)?(?: be)? (?:works?|fine|good|cool|great|plenty|ok\w*|an upgrade|a raise|better than (?:what )?(?:i|im))\b"
)
_NOT_TAKEN = re.compile(
    r"\b(?:but|more|unless|if|need|want|no|not|cant|dont|wont|however|pero|mas|higher|less|low|lower|better if|could|maybe|depends)\b|\?"
)
_PRESENT = re.compile(r"\b(?:get|getting|make|makin[g]?|made|earn|rn|now|currently|at|paid|paying|gano|pagan|have)\b")


def accepted(said: Said, found: list[Amount], question: Question, context: Context) -> Reading | None:
    """The pay a question names and a reply agrees to, where the reply names none but the present one."""
    offered = stated(question, context)
    plain = said.plain
    if offered is None or not _OFFERS.search(flat(question.words(context.language))):
        return None
    match = _TAKES.search(plain)
    if match is None or _NOT_TAKEN.search(plain):
        return None
    if found and not (len(found) == 1 and (found[0].exact or 0) < offered and _PRESENT.search(plain)):
        return None
    return Reading(
        value={"amount": tidy(offered), "period": asked_period(question, context)},
        quote=said.quote(*match.span()),
        confidence=0.75,
        rule="pay.accepted",
    )

"""To be texted at another time, unless the words answer the question after all."""

import re

from screening.scripts.script import Kind, Question
from screening.understanding import intents
from screening.understanding.asked_about import asked_for
from screening.understanding.deferred import deferred
from screening.understanding.free_told import tells
from screening.understanding.later import until
from screening.understanding.others_told import one_s_own
from screening.understanding.readers import read
from screening.understanding.reading import Context, Heard, Intent
from screening.understanding.words import Said, flat


def postponed(heard: Said, question: Question | None, context: Context, *, told: bool) -> Heard | None:
    plain = one_s_own(heard, question, context).plain if question else heard.plain
    if intents.pause(plain):
        return Heard(intent=Intent.NO_ANSWER, rule="pause")
    nurse = " rn" in plain and asked_for(question, context, r"\brn\b|\bnurs")  # "LVN, not RN"
    later = intents.deferral(plain) or (
        intents.undecided(plain) and question is not None and question.kind is not Kind.YES_NO
    )
    told = told or (question is not None and question.kind is Kind.TEXT and tells(plain))
    if later and not told and not nurse and not _does_it(plain, question):
        if question is not None and _answers_anyway(heard, question, context):
            return None
        return Heard(intent=Intent.DEFER, rule="defer", until=until(plain, context.now))
    return None


_DOES_IT = deferred(
    r"\b(?:taking|doing|paying|getting|picking|going|testing|retaking|renewing|starting|moving|walking|bringing) (?!to (?:text|call)|back\b)(?:\w+ ){1,5}?(?:tonight|tonite|tomorrow|tmrw|later|manana)\b|^\W*not yet\W+(?:tonight|tomorrow|later today|today)\W*$|\b(?:ill|i will|imma|id|i would) (?:walk|drop|stop|swing|come|pick|bring|take|move|drive) (?:\w+ ){0,3}(?:tomorrow|tonight|later)\b|^\W*(?:(?:yes|yeah|sure|ok|well|no|nope)\W+)*(?:i )?(?:can|could|will|ill|would|might|am gonna|gonna|have to|need to|gotta|am going to) (?:\w+ )?(?:do|take|get|come|go|be|start|make|knock|handle|finish|schedule|bring|test|see) (?!this|later|back)|\bnot (?:at|for) the moment\b|\b(?:been|was|am) too busy\b"
)


def _does_it(plain: str, question: Question | None) -> bool:
    """`can do it tomorrow` answers a yes/no question; `text me tomorrow` puts it off."""
    if question is None or question.kind is not Kind.YES_NO or not _DOES_IT.search(plain):
        return False
    return not re.search(
        r"\b(?:text|txt|call|talk|answer|reply|chat|message|get back|write|continue|let you know|this later|run|jet|dip|bounce)\b",
        plain,
    )


_COMES_BACK = deferred(
    r"^\W*(?:(?:sorry|ok|hey|yes|yeah)\W+)*(?:(?:ahorita|ahora|orita) no puedo|give me|gimme|dame|deme|(?:ill |i will |imma )?(?:call|text|hit) (?:you|u|ya|yall|me)|hold on|(?:im |i am )?on the phone|let me (?!see it|think)|at (?:work|lunch)|in a meeting|brb|busy)\b"
)


def _answers_anyway(heard: Said, question: Question, context: Context) -> bool:
    """Whether a text that seems to put us off answers all the same ("25 min, gotta run")."""
    reading = read(heard, question, context)
    if reading is None or question.kind is Kind.TEXT:
        return False
    if question.kind is Kind.DATE:
        if not intents.puts_off(heard.plain):
            return True
        return bool(re.search(r"\b(?:start|available|begin|ready|notice|empez\w+|comenz\w+)\b", heard.plain))
    if question.kind in (Kind.NUMBER, Kind.LOCATION, Kind.PAY):
        return not (_COMES_BACK.match(heard.plain) or intents.write_again(heard.plain)) and not re.search(
            r"\b(?:(?:at|after|around|in|by|until|till|@|(?:despues de|como|hasta|a|para) las?|en|dentro de)\s+(?:about |like |como )?|(?:busy|slammed|swamped|tied up)\W+)"
            + re.escape(flat(reading.quote)),
            heard.plain,
        )
    if question.kind is Kind.YES_NO:
        return (
            reading.confidence >= 0.85
            and bool(re.match(r"^\W*(?:yes|yeah|yep|yup|sure|no|nope|si)\b", heard.plain))
            and not re.match(
                r"^\W*(?:no|not|yeah|yes|sure)\W+(?:now|not now|right now|im (?:busy|driving|at work)|(?:but )?later|call|text)",
                heard.plain,
            )
        )
    return not written_to_me(heard.plain, question, context)


def written_to_me(plain: str, question: Question | None, context: Context) -> bool:
    """`escribeme manana`: we are to write again, where no way of being reached is asked for."""
    return intents.write_again(plain) and not asked_for(
        question, context, r"contact|reach|\bcalls?\b|phone|interview|llam|comunic|telefono"
    )

"""No to the job, or no to the question? What sounds like declining, beside the question asked."""

from screening.scripts.script import Kind, Question
from screening.understanding import intents
from screening.understanding.asked_about import asked_for, asks_interest
from screening.understanding.deferred import deferred
from screening.understanding.readers import read
from screening.understanding.reading import Context, Heard, Intent
from screening.understanding.words import Said, flat
from screening.understanding.yes_no import by_rules as lean

_OF_JOBS = deferred(r"\bemploy|\bworking\b|\bjob\b|\bexperience\b")
_YES = deferred(r"^\W*(?:yes|yeah|yep|si)\b")
_YES_SURE = deferred(r"^\W*(?:yes|yeah|yep|si|sure)\b")
_HAS_A_JOB = deferred(
    r"\b(?:have|got|found|started|accepted) (?:a |another |the |my )?(?:new )?(?:job|offer|position)\b|\bhired\b"
)
_OF_THIS_JOB = deferred(
    r"\b(?:interested|interesa|looking|the job|this job|position|withdraw|(?:ill |gonna |to )?pass on (?:this|the|your) (?:job|one|offer|opportunity|role|gig)|found (?:something|another|a|work)|no longer|current job|accepted|consider me)\b"
)
_OF_THIS_JOB_BESIDE_A_VALUE = deferred(
    r"\b(?:interested|the job|this job|position|withdraw|pass|interesa|changed my mind|good luck|so no thanks?)\b"
)


def declined(heard: Said, question: Question, context: Context) -> Heard | None:
    """No to the job as a whole, rather than to this question."""
    plain = heard.plain
    if question.kind is Kind.TEXT and len(plain.split()) > 12:
        return None
    if gone := _gone(plain, question, context):
        return Heard(intent=gone, rule=str(gone))
    if intents.hired(plain) and not _YES_SURE.match(plain) and _works_elsewhere(heard, question, context):
        return Heard(intent=Intent.ALREADY_HIRED, rule="already_hired")
    if intents.declined(plain) and not _answers(heard, question, context):
        return Heard(intent=Intent.NOT_INTERESTED, rule="not_interested")
    return None


def _works_elsewhere(heard: Said, question: Question, context: Context) -> bool:
    """Whether a job spoken of takes them away from this one, rather than answering what was asked."""
    if asks_interest(question, context) or not read(heard, question, context):
        return True
    asked = flat(question.words(context.language))
    if question.kind is Kind.YES_NO:
        return not _OF_JOBS.search(asked)
    return question.kind in (Kind.DATE, Kind.PAY, Kind.LOCATION) and bool(_HAS_A_JOB.search(heard.plain))


def _answers(heard: Said, question: Question, context: Context) -> bool:
    """Whether what sounds like declining is only an answer to the question."""
    plain = heard.plain
    if question.kind is Kind.YES_NO:
        if not asks_interest(question, context) and not _OF_THIS_JOB.search(plain):
            return True
        polarity = lean(heard, question, context)
        return bool(polarity and polarity.value == "yes" and _YES.match(plain))
    if question.kind is Kind.TEXT or _OF_THIS_JOB_BESIDE_A_VALUE.search(plain):
        return False
    return bool(read(heard, question, context))


_OF_WORK = "employ|working|job|experience|work for us|trabaj"


def _gone(plain: str, question: Question, context: Context) -> Intent | None:
    """Out of it in so many words, whatever was asked; a job told of is an answer where jobs are asked for."""
    if intents.bows_out(plain):
        return Intent.NOT_INTERESTED
    if question.kind is Kind.TEXT or asked_for(question, context, _OF_WORK):
        return None
    return Intent.ALREADY_HIRED if intents.taken(plain) else None

"""After the end: a change of mind, a correction, a question or a call for a person is still heard."""

import re
from typing import Final

from screening.channels import wishes
from screening.channels.answering import faq_answers
from screening.channels.asking import ask_next, repeat_question
from screening.channels.corrections import Strength, earlier, marked
from screening.channels.putting_right import asks_to_change
from screening.channels.recording import context, record
from screening.channels.rights import ask_for_right
from screening.channels.second_thoughts import asked_once_more, mistaken, takes_back
from screening.channels.signs import only_thanks
from screening.channels.turns import Turn
from screening.interview import knocks_out, lost, next_question
from screening.screening import Message, Screening, Status
from screening.understanding import understand
from screening.understanding.reading import Heard, Intent
from screening.wording import phrases

OVER: Final = frozenset({Status.COMPLETED, Status.KNOCKED_OUT})
GONE: Final = frozenset({Status.OPTED_OUT, Status.WRONG_NUMBER})
SILENT: Final = frozenset({Intent.NO_ANSWER, Intent.DEFER, Intent.START, Intent.CALL})  # nothing follows after the end
MAY_CORRECT: Final = frozenset({Intent.ANSWER, Intent.UNCLEAR, Intent.NOT_INTERESTED, Intent.SUSPECTED_OPT_OUT})
PERSON: Final = frozenset({Intent.HUMAN, Intent.ACCOMMODATION, Intent.HOSTILE, Intent.SUSPECTED_OPT_OUT})
_WILLING: Final = re.compile(
    r"\b(?:i'?m|i am|still|very|am|actually|again|now)\s+(?:\w+\s+){0,2}?interested\b|\b(?:i (?:do |would |actually )?(?:want|like|would like|need) (?:to|the|this|it)|reconsider\w*|can i still|is it (?:still )?(?:open|available)|i'?ll do it|"
    r"let'?s (?:do it|continue|go on)|count me (?:back )?in|s[ií] me interesa|cambi[eé] de (?:opini[oó]n|idea))\b",
    re.I,
)
_UNWILLING: Final = re.compile(r"\b(?:not|no longer|isn'?t|aren'?t|don'?t|no me|ya no)\b", re.I)


def after_the_end(turn: Turn, text: str, waiting: tuple[Message, ...]) -> None:
    """Follow what can still be followed; the rest is told to a recruiter."""
    if turn.screening.status not in GONE and ask_for_right(turn, text):
        return
    polite = not text or only_thanks(text)
    heard = Heard(intent=Intent.NO_ANSWER) if polite else understand(text, None, context(turn))
    s = turn.screening
    if heard.intent is Intent.OPT_OUT:
        _stop(turn, heard, text)
    elif (s.status in (Status.OPTED_OUT, Status.NOT_INTERESTED) and _wants_back(heard, text, s)) or (
        s.status is Status.HUMAN_REQUESTED and heard.intent is Intent.START and not s.taken_over
    ):
        _restart(turn)
    elif s.status in OVER:
        _over(turn, heard, text, waiting)
    elif s.status is not Status.OPTED_OUT and heard.intent is not Intent.NO_ANSWER:
        _closed(turn, heard, text)


def _stop(turn: Turn, heard: Heard, text: str) -> None:
    """A finished interview keeps its result; who has opted out is told nothing a second time."""
    if turn.screening.status in OVER:
        wishes.suppress(turn, heard, text)
    elif turn.screening.status not in GONE:
        wishes.opt_out(turn, heard, text)


def _wants_back(heard: Heard, text: str, s: Screening) -> bool:
    if heard.intent is Intent.START:
        return True
    willing = _WILLING.search(text) is not None and _UNWILLING.search(text) is None
    return s.status is Status.NOT_INTERESTED and willing


def _restart(turn: Turn) -> None:
    turn.take_up()
    repeat_question(turn, phrases("welcome_back", turn.screening), kind="ask_again")


def _over(turn: Turn, heard: Heard, text: str, waiting: tuple[Message, ...]) -> None:
    s = turn.screening
    if heard.intent in PERSON:
        turn.tell(f"{s.candidate.name} asks for a person: {text}", take_over=True)
        turn.say("human", *phrases("human", s))
    elif not s.decided and _put_right(turn, heard, text, waiting):
        _taken_up(turn)
    elif not s.decided and _in_doubt(turn, heard, text):
        return
    elif heard.intent is Intent.WRONG_NUMBER and not mistaken(text):
        _not_theirs(turn, text)
    elif heard.intent in (Intent.NOT_INTERESTED, Intent.ALREADY_HIRED):
        turn.say("not_interested", *phrases("withdrawn_too", s))
        turn.tell(f"{s.candidate.name} no longer wants the job: {text}")
        if not s.decided:
            turn.end(Status.NOT_INTERESTED, "withdrew after the interview")
    else:
        _answered_or_told(turn, heard, text)


def _not_theirs(turn: Turn, text: str) -> None:
    """The number belongs to somebody else: no more texts, one apology, and a recruiter knows."""
    s = turn.screening
    wishes.forget_number(turn)
    turn.tell(f"The number of {s.candidate.name} may be somebody else's: {text}", take_over=True)


def _answered_or_told(turn: Turn, heard: Heard, text: str) -> None:
    s = turn.screening
    if heard.intent is Intent.HELP:
        turn.say("help", *phrases("help", s))
    elif heard.intent is Intent.WHO:
        turn.say("faq", *phrases("who", s))
    elif heard.faq is not None:
        turn.say("faq", faq_answers(turn, heard, text))
    elif heard.intent is Intent.QUESTION:
        turn.tell(f"{s.candidate.name} asks: {text}", take_over=True)
        turn.say("passed_on", *phrases("passed_on", s))
    elif heard.intent not in SILENT and re.search(r"[\w?]", text):  # an emoji alone tells a recruiter nothing
        turn.tell(f"{s.candidate.name} adds: {text}")
        mark = marked(text)
        if not s.decided and (mistaken(text) or (mark is not None and mark.strength is Strength.STRONG)):
            turn.say("passed_on", *phrases("noted", s))  # a correction that nobody could read


def _put_right(turn: Turn, heard: Heard, text: str, waiting: tuple[Message, ...]) -> bool:
    s, mark = turn.screening, marked(text)
    guess = heard.intent is Intent.WRONG_NUMBER and mistaken(text)  # "sorry i read that wrong"
    if heard.intent not in MAY_CORRECT and not guess and not asks_to_change(heard, mark):
        return False
    rest, strength = (mark.rest, mark.strength) if mark else (text, None)
    gone = lost(s, turn.script) if s.status is Status.KNOCKED_OUT else None
    if gone is not None and takes_back(turn, gone, text, mark, waiting):
        return True
    found = earlier(s, turn.script.questions, rest, context(turn), strength=strength)
    if found is None or (mark is None and knocks_out(*found)):
        return False
    record(turn, *found, waiting)
    return True


def _in_doubt(turn: Turn, heard: Heard, text: str) -> bool:
    q = lost(turn.screening, turn.script) if turn.screening.status is Status.KNOCKED_OUT else None
    may = heard.intent in MAY_CORRECT or mistaken(text)  # "sorry i read that wrong" is no wrong number
    return q is not None and may and asked_once_more(turn, q, text)


def _taken_up(turn: Turn) -> None:
    """A correction after the end: the interview goes on, or the result has a new revision."""
    s = turn.screening
    gone = lost(s, turn.script)
    if gone is None and next_question(s, turn.script) is not None:
        turn.take_up()
        ask_next(turn, leads=phrases("taken_up", s))
        return
    turn.say("closing", *phrases("taken_up", s))
    turn.change(status=Status.KNOCKED_OUT if gone else Status.COMPLETED)
    turn.publish()


def _closed(turn: Turn, heard: Heard, text: str) -> None:
    """A person has the conversation, or it was over long ago: a recruiter hears of it, and the candidate is told so once."""
    s = turn.screening
    if heard.intent is Intent.HELP:
        turn.say("help", *phrases("help", s))
        return
    if heard.intent is Intent.WRONG_NUMBER and heard.rule != "learned":
        _not_theirs(turn, text)
        turn.end(Status.WRONG_NUMBER, "wrong number")
        return
    turn.tell(f"{s.candidate.name} texted: {text}", take_over=s.status is Status.HUMAN_REQUESTED)
    if s.status in (Status.EXPIRED, Status.WITHDRAWN):
        turn.say("expired", *phrases("ended", s))

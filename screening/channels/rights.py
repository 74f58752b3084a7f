"""Rights by text: a short reason, what we hold, erasure after a confirmation, a second try. Each has an answer and an effect."""

from typing import Final

from screening.channels.asking import open_question, repeat_question
from screening.channels.turns import Turn
from screening.channels.wishes import back
from screening.effects import DataLink, Erase, Suppress
from screening.interview import lost
from screening.screening import Message, Screening, Status, Who
from screening.scripts.script import Script
from screening.understanding.rights import Right, right
from screening.wording import phrases

MARK: Final = "[data link]"
CONFIRM: Final = 24 * 3_600_000  # ms in which a second DELETE confirms the first
LINK_LIFE: Final = 7 * 86_400_000  # ms that the link opens
NOTED: Final = 110  # characters of answers in a short reason


def ask_for_right(turn: Turn, text: str) -> bool:
    """Follow a right that the text asks for; False where it asks for none."""
    if turn.channel != "sms":
        return False
    wanted = right(text, open_question(turn) if turn.screening.open else None)
    match wanted:
        case Right.WHY:
            _why(turn)
        case Right.DATA:
            _data(turn)
        case Right.DELETE:
            _delete(turn)
        case Right.AGAIN:
            _again(turn)
        case None:
            return False
    return True


def _why(turn: Turn) -> None:
    s = turn.screening
    if s.open:
        back(turn, "faq", phrases("why", s))
    elif noted := _noted(s, turn.script):
        _or_a_person(turn, "asks why", turn.say("faq", *phrases("why_noted", s, noted=noted)))
    else:
        _or_a_person(turn, "asks why", turn.say("faq", *phrases("why_over", s)))


def _noted(s: Screening, script: Script) -> str:
    """What was understood, shortest first: the must-have that is not met, else as many answers as fit."""
    gone = lost(s, script)
    answers = [a for a in s.answers if gone is None or a.question == gone.key]
    said = ""
    for answer in answers:
        question = script.question(answer.question)
        name = question.criterion if question else answer.question
        longer = f"{said}, {name}: {answer.quote}" if said else f"{name}: {answer.quote}"
        if len(longer) <= NOTED and "?" not in longer:
            said = longer
    return said


def _data(turn: Turn) -> None:
    s = turn.screening
    said = turn.say("faq", *(f"{words} {MARK}" for words in phrases("data", s)), link=DataLink(life=LINK_LIFE))
    _or_a_person(turn, "asks for the data that is held about them", said)


def _delete(turn: Turn) -> None:
    s = turn.screening
    if not _confirms(turn):
        _or_a_person(turn, "asks for their data to be erased", turn.say("faq", *phrases("delete", s)))
        return
    turn.effects.append(Suppress(why="asked for their data to be erased"))
    turn.say("opt_out", *phrases("deleted", s))
    if s.open:
        turn.end(Status.WITHDRAWN, "asked for their data to be erased")
    turn.effects.append(Erase())


def _confirms(turn: Turn) -> bool:
    """Whether we asked for a confirmation within a day, and this is the first word since."""
    s = turn.screening
    ours = [m for m in s.messages if m.who is Who.BOT and m.state != "dropped"]
    last = ours[-1] if ours else None
    return last is not None and _asks_to_confirm(last, s) and turn.now - last.at <= CONFIRM


def _asks_to_confirm(message: Message, s: Screening) -> bool:
    return message.kind == "faq" and message.text in phrases("delete", s)


def _again(turn: Turn) -> None:
    s = turn.screening
    if s.open:
        repeat_question(turn, phrases("back", s))
        return
    turn.say("passed_on", *phrases("again_asked", s))
    turn.tell(
        f"{s.candidate.name} asks to be screened again for job {s.job.id}: `start {s.candidate.id} {s.job.id}` does it; "
        "the first result is kept.",
        take_over=True,
    )


def _or_a_person(turn: Turn, wish: str, said: bool) -> None:
    """What we have said in every way we know is for a person."""
    if not said:
        turn.tell(f"{turn.screening.candidate.name} {wish}, and was answered before.", take_over=True)

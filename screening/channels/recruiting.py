"""A recruiter in the conversation: taking it over, writing, handing it back, asking one question again."""

from screening.channels.asking import ask_next, repeat_question
from screening.channels.turns import Turn
from screening.duties.release import REPLY_ALLOWANCE
from screening.events import HandedBack, Reopened, TakenOver, Wrote
from screening.screening import Status
from screening.wording import phrases


def recruiter(turn: Turn, event: TakenOver | HandedBack | Wrote | Reopened) -> None:
    """What a recruiter does."""
    match event:
        case TakenOver():
            _stand_still(turn)
        case HandedBack():
            _hand_back(turn)
        case Wrote():
            _stand_still(turn)
            turn.say("recruiter", event.text, started=not _answers(turn))
        case Reopened():
            _reopen(turn, event)


def _answers(turn: Turn) -> bool:
    """Whether the recruiter's words answer a text of the candidate's own: then they are no text that we start."""
    heard = turn.screening.last_heard
    return heard is not None and turn.now - heard <= REPLY_ALLOWANCE


def _stand_still(turn: Turn) -> None:
    """Timers stand still; what waits to go out belongs to an older turn."""
    s = turn.screening
    turn.change(taken_over=True, remind_at=None, resume_at=None, settle_at=None)
    if not s.taken_over:
        turn.change(turn=s.turn + 1)


def _hand_back(turn: Turn) -> None:
    """The bot goes on where it was; a finished interview stays finished."""
    s = turn.screening
    turn.change(taken_over=False, turn=s.turn + 1)
    if s.open or s.status is Status.HUMAN_REQUESTED:
        turn.take_up()
        repeat_question(turn, phrases("back", s), kind="ask_again", started=True)


def _reopen(turn: Turn, event: Reopened) -> None:
    s = turn.screening
    rest = tuple(a for a in s.answers if a.question != event.question)
    left = tuple(k for k in s.unclear if k != event.question)
    turn.change(answers=rest, unclear=left, turn=s.turn + 1)
    turn.take_up()
    ask_next(turn, leads=phrases("back", s), started=True)

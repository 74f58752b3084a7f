"""What candidates want besides answering, and what we do then."""

from collections.abc import Callable
from typing import Final

from screening.channels.answering import faq_answers, known_and_more, passed_on
from screening.channels.asking import open_question, put, repeat_question
from screening.channels.inviting import by_link, invite
from screening.channels.putting_off import defer
from screening.channels.signs import asks_to_repeat, complains
from screening.channels.turns import Turn
from screening.effects import Suppress
from screening.interview import next_question
from screening.phrases import ONLY
from screening.screening import Status
from screening.scripts.script import Modality
from screening.understanding.reading import Heard, Intent
from screening.understanding.words import flat
from screening.wording import LIMIT, phrases

OVER: Final = frozenset(  # wishes after which no answer is looked for in the same words
    {
        Intent.OPT_OUT,
        Intent.SUSPECTED_OPT_OUT,
        Intent.WRONG_NUMBER,
        Intent.NOT_INTERESTED,
        Intent.ALREADY_HIRED,
        Intent.HUMAN,
        Intent.ACCOMMODATION,
        Intent.HOSTILE,
    }
)

Follow = Callable[[Turn, Heard, str], None]


def opt_out(turn: Turn, heard: Heard, text: str) -> None:
    """The texts of one breath, read as one, ask us to stop."""
    suppress(turn, heard, text)
    turn.end(Status.OPTED_OUT, "asked us to stop")


def suppress(turn: Turn, heard: Heard, text: str) -> None:
    """The number gets no more texts but one that says so; none after a keyword, which Twilio answers.

    A complaint reaches a recruiter all the same."""
    if complains(text):
        turn.tell(f"{turn.screening.candidate.name} complains; please read: {text}", take_over=True)
    turn.effects.append(Suppress(why="asked us to stop"))
    if not heard.rule.startswith("keyword"):
        turn.say("opt_out", *phrases("opt_out", turn.screening))


def _suspected(turn: Turn, _: Heard, text: str) -> None:
    s = turn.screening
    turn.say("suspended", *phrases("suspended", s))
    turn.tell(
        f"{s.candidate.name} may want no more texts; they are paused. Please read the reply: {text}", take_over=True
    )
    turn.end(Status.HUMAN_REQUESTED, "may want no more texts")


def _help(turn: Turn, heard: Heard, text: str) -> None:
    if _repeats(turn, text):
        return
    turn.say("help", *phrases("help", turn.screening))


def _repeats(turn: Turn, text: str) -> bool:
    """Whether they want to hear our question again, or send it back to us; then it is repeated."""
    q = open_question(turn)
    if q is None or not (
        asks_to_repeat(text) or flat(text).strip(" ?¿!.") == flat(q.words(turn.screening.language)).strip(" ?¿!.")
    ):
        return False
    repeat_question(turn, phrases("back", turn.screening))
    return True


def _who(turn: Turn, _: Heard, __: str) -> None:
    back(turn, "faq", phrases("who", turn.screening))


def forget_number(turn: Turn) -> None:
    """The number gets no more texts but one apology."""
    turn.effects.append(Suppress(why="wrong number"))  # before the apology: it drops what waits to go out
    turn.say("wrong_number", *phrases("wrong_number", turn.screening))


def _wrong_number(turn: Turn, _: Heard, __: str) -> None:
    forget_number(turn)
    turn.end(Status.WRONG_NUMBER, "wrong number")


def _not_interested(turn: Turn, heard: Heard, _: str) -> None:
    hired = heard.intent is Intent.ALREADY_HIRED
    turn.say("not_interested", *phrases("hired" if hired else "not_interested", turn.screening))
    turn.end(Status.NOT_INTERESTED, "found another job" if hired else "not interested")


def person(words: str, reason: str) -> Follow:
    """A recruiter is called for, and the machine stands back."""

    def follow(turn: Turn, _: Heard, text: str) -> None:
        turn.say("human", *phrases(words, turn.screening))
        turn.tell(f"{turn.screening.candidate.name} {reason}: {text}", take_over=True)
        turn.end(Status.HUMAN_REQUESTED, reason)

    return follow


def _call(turn: Turn, heard: Heard, text: str) -> None:
    if Modality.VOICE not in turn.script.steps:
        person("human", "asks for a call")(turn, heard, text)


def _question(turn: Turn, heard: Heard, text: str) -> None:
    if _repeats(turn, text):
        return
    known = heard.faq is not None
    words = known_and_more(turn, heard, text) if known else passed_on(turn, text)
    back(turn, "faq" if known else "passed_on", words)


def back(turn: Turn, kind: str, words: tuple[str, ...]) -> None:
    """What was asked is answered, and the open question is put again: in one text where it fits, else in two."""
    q = open_question(turn)
    if by_link(turn) and turn.screening.open:
        invite(turn, kind, words)
    elif q is None:
        turn.say(kind, *(w[:LIMIT] for w in words))
    else:
        put(turn, q, leads=_returning(turn, words), kind=kind, apart=words)


def _returning(turn: Turn, words: tuple[str, ...]) -> tuple[str, ...]:
    backs = turn.rarest(phrases("back", turn.screening))
    return tuple(f"{w} {b}" for w in turn.rarest(words) for b in backs)


def answer(turn: Turn, wish: Heard, text: str) -> str:
    """What is said, before the next question, to what was asked beside an answer."""
    if wish.faq is not None:
        return faq_answers(turn, wish, text)
    if wish.intent is Intent.LANGUAGE and wish.language not in turn.script.languages:
        return _fresh(turn, ONLY.get(wish.language or "en", ONLY["en"]))
    if wish.intent is Intent.WHO:
        return _fresh(turn, phrases("who", turn.screening))
    if wish.intent is Intent.HELP:
        return _fresh(turn, phrases("help", turn.screening))
    if wish.also or wish.intent is Intent.QUESTION:
        turn.tell(f"{turn.screening.candidate.name} asks: {wish.also or text}", take_over=True)
        return _fresh(turn, phrases("passed_on", turn.screening))
    return ""


def _fresh(turn: Turn, ways: tuple[str, ...]) -> str:
    said = [m.text for m in turn.screening.messages]
    return next((way for way in ways if not any(way in text for text in said)), ways[-1])


def instead(turn: Turn, wish: Heard) -> bool:
    """Whether the wish beside an answer comes before the next question: another time, another language."""
    if wish.intent is Intent.LANGUAGE and wish.language in turn.script.languages:
        turn.change(language=wish.language)
    if wish.intent is not Intent.DEFER:
        return False
    q = next_question(turn.screening, turn.script)
    if q is None:
        return False
    turn.change(open_question=q.key)
    defer(turn, wish, "")
    return True


def _language(turn: Turn, heard: Heard, _: str) -> None:
    if heard.language in turn.script.languages:
        turn.change(language=heard.language)
        repeat_question(turn, phrases("back", turn.screening))
    elif heard.language == turn.screening.language:
        repeat_question(turn, phrases("back", turn.screening))
    else:
        back(turn, "passed_on", ONLY.get(heard.language or "en", ONLY["en"]))


def _start(turn: Turn, _: Heard, __: str) -> None:
    repeat_question(turn, phrases("back", turn.screening))


FOLLOW: Final[dict[Intent, Follow]] = {
    Intent.OPT_OUT: opt_out,
    Intent.SUSPECTED_OPT_OUT: _suspected,
    Intent.START: _start,
    Intent.HELP: _help,
    Intent.WHO: _who,
    Intent.WRONG_NUMBER: _wrong_number,
    Intent.NOT_INTERESTED: _not_interested,
    Intent.ALREADY_HIRED: _not_interested,
    Intent.HUMAN: person("human", "asks for a person"),
    Intent.ACCOMMODATION: person("accommodation", "asks for an accommodation"),
    Intent.HOSTILE: person("hostile", "is upset; please read the conversation"),
    Intent.QUESTION: _question,
    Intent.DEFER: defer,
    Intent.LANGUAGE: _language,
    Intent.CALL: _call,
}

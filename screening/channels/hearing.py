"""Hearing by text: what the candidate's words mean here, and what follows from that."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from screening.channels.asking import ask_again, ask_next, open_question, repeat_question
from screening.channels.inviting import in_form
from screening.channels.turns import Turn
from screening.effects import Suppress
from screening.interview import knocks_out, lost, must_confirm, recorded
from screening.screening import Message, Screening, Status, Who
from screening.scripts.script import Question
from screening.understanding import ENGINE, understand
from screening.understanding.reading import SURE, Context, Heard, Intent, Reading
from screening.wording import asking, of_script, phrase, short

OVER: Final = frozenset({Status.COMPLETED, Status.KNOCKED_OUT})


def context(turn: Turn) -> Context:
    """What the readers may know."""
    s = turn.screening
    now = datetime.fromtimestamp(turn.now / 1000, ZoneInfo(s.zone))
    ours = tuple(m.text for m in s.messages if m.who is Who.BOT)[-5:]
    return Context(now=now, language=s.language, country=turn.script.country, faq=turn.script.faq, ours=ours)


def hear(turn: Turn, waiting: tuple[Message, ...]) -> None:
    """Read the texts as one and follow what they mean."""
    text = "\n".join(m.text for m in waiting).strip()
    if not text:
        _picture(turn, waiting)
        return
    q = open_question(turn)
    heard = understand(text, q if turn.screening.open else None, context(turn))
    if not turn.screening.open:
        _after_the_end(turn, heard, text, waiting)
    elif heard.intent is Intent.ANSWER and heard.reading is not None and q is not None and not heard.correction:
        _take(turn, q, heard, waiting)
    elif heard.correction and _correct(turn, text, waiting):
        ask_next(turn) if q is None or turn.screening.answer(q.key) else repeat_question(
            turn, "ask_again", phrase("taken_up", turn.screening)
        )
    elif heard.intent is Intent.ANSWER and heard.reading is not None and q is not None:
        _take(turn, q, heard, waiting)
    else:
        _follow(turn, heard, q)


def _picture(turn: Turn, waiting: tuple[Message, ...]) -> None:
    if not turn.screening.open:
        return
    q = open_question(turn)
    if any(m.kind == "media" for m in waiting):
        turn.say("ask_again", phrase("picture", turn.screening))
    elif q is not None:
        ask_again(turn, q)


def _where(reading: Reading, waiting: tuple[Message, ...]) -> tuple[str, str]:
    """The message that holds the quote, and the quote as it stands there."""
    for m in waiting:
        if reading.quote in m.text:
            return m.id, reading.quote
    first = reading.quote.split("\n")[0]
    return next(((m.id, first) for m in waiting if first in m.text), (waiting[-1].id, waiting[-1].text))


def _record(turn: Turn, q: Question, reading: Reading, waiting: tuple[Message, ...]) -> None:
    id, quote = _where(reading, waiting)
    exact = Reading(value=reading.value, quote=quote, confidence=reading.confidence, rule=reading.rule)
    turn.screening = turn.screening.with_answer(recorded(q, exact, id, ENGINE, turn.now, turn.channel))


def _take(turn: Turn, q: Question, heard: Heard, waiting: tuple[Message, ...]) -> None:
    reading = heard.reading
    assert reading is not None
    s = turn.screening
    if must_confirm(s, q, reading):
        turn.change(confirmed=(*s.confirmed, q.key))
        turn.say("confirm", short(phrase("confirm", s), asking(q, s)), question=q)
        return
    if knocks_out(q, reading) and reading.confidence < 0.5:
        ask_again(turn, q)
        return
    _record(turn, q, reading, waiting)
    ask_next(turn, lead=_beside(turn, heard))


def _beside(turn: Turn, heard: Heard) -> str:
    """The answer to what was asked besides."""
    if heard.faq is not None:
        return of_script(dict(turn.script.faq[heard.faq].answer), turn.screening)
    if heard.also:
        turn.tell(f"{turn.screening.candidate.name} asks: {heard.also}")
        return phrase("passed_on", turn.screening)
    return ""


def _correct(turn: Turn, text: str, waiting: tuple[Message, ...]) -> bool:
    """A correction of an earlier answer, tried from the latest one backwards."""
    for earlier in reversed(turn.screening.answers):
        q = turn.script.question(earlier.question)
        heard = understand(text, q, context(turn)) if q else None
        if q and heard and heard.intent is Intent.ANSWER and heard.reading and heard.reading.confidence >= SURE:
            if heard.reading.value == earlier.value:
                continue
            _record(turn, q, heard.reading, waiting)
            return True
    return False


def _after_the_end(turn: Turn, heard: Heard, text: str, waiting: tuple[Message, ...]) -> None:
    """After the end only a change of mind, START, an opt-out or a call for a person is followed."""
    s = turn.screening
    if heard.intent is Intent.START and s.status is Status.OPTED_OUT:
        _restart(turn)
    elif heard.intent in (Intent.HUMAN, Intent.ACCOMMODATION) and s.status in OVER:
        turn.tell(f"{s.candidate.name} asks for a person: {text}", take_over=True)
        turn.say("human", phrase("human", s))
    elif s.status in OVER and not s.decided and _correct(turn, text, waiting):
        _taken_up(turn)
    elif s.status is Status.NOT_INTERESTED and heard.intent is Intent.START:
        _restart(turn)
    elif heard.intent is Intent.HELP and s.status is not Status.OPTED_OUT:
        turn.say("help", phrase("help", s))


def _restart(turn: Turn) -> None:
    turn.change(status=Status.IN_PROGRESS, reason="", expire_at=turn.now + int(turn.script.expire_after * 1000))
    repeat_question(turn, "ask_again", phrase("welcome_back", turn.screening))


def _taken_up(turn: Turn) -> None:
    """A correction after the end: either the interview goes on, or the result has a new revision."""
    if turn.screening.status is Status.KNOCKED_OUT and lost(turn.screening, turn.script) is None:
        turn.change(status=Status.IN_PROGRESS, reason="", expire_at=turn.now + int(turn.script.expire_after * 1000))
        ask_next(turn, lead=phrase("taken_up", turn.screening))
        return
    turn.publish()


def _follow(turn: Turn, heard: Heard, q: Question | None) -> None:
    action = FOLLOW.get(heard.intent)
    if action is not None:
        action(turn, heard)
    elif heard.intent is not Intent.NO_ANSWER and q is not None:
        ask_again(turn, q)
    elif heard.intent is not Intent.NO_ANSWER and in_form(turn):
        repeat_question(turn, "ask_again", "")


def _opt_out(turn: Turn, heard: Heard) -> None:
    turn.effects.append(Suppress(why="asked us to stop"))
    if not heard.rule.startswith("keyword"):
        turn.say("opt_out", phrase("opt_out", turn.screening))
    turn.end(Status.OPTED_OUT, "asked us to stop")


def _suspected(turn: Turn, _: Heard) -> None:
    turn.say("suspended", phrase("suspended", turn.screening))
    turn.tell(
        f"{turn.screening.candidate.name} may want no more texts; they are paused. Please read the reply.",
        take_over=True,
    )
    turn.end(Status.HUMAN_REQUESTED, "may want no more texts")


def _help(turn: Turn, _: Heard) -> None:
    turn.say("help", phrase("help", turn.screening))


def _who(turn: Turn, _: Heard) -> None:
    repeat_question(turn, "faq", phrase("who", turn.screening))


def _wrong_number(turn: Turn, _: Heard) -> None:
    turn.say("wrong_number", phrase("wrong_number", turn.screening))
    turn.effects.append(Suppress(why="wrong number"))
    turn.end(Status.WRONG_NUMBER, "wrong number")


def _not_interested(turn: Turn, heard: Heard) -> None:
    hired = heard.intent is Intent.ALREADY_HIRED
    turn.say("not_interested", phrase("hired" if hired else "not_interested", turn.screening))
    turn.end(Status.NOT_INTERESTED, "found another job" if hired else "not interested")


def _person(kind: str, status_reason: str) -> Callable[[Turn, Heard], None]:
    def follow(turn: Turn, _: Heard) -> None:
        turn.say("human", phrase(kind, turn.screening))
        turn.tell(f"{turn.screening.candidate.name}: {status_reason}.", take_over=True)
        turn.end(Status.HUMAN_REQUESTED, status_reason)

    return follow


def _question(turn: Turn, heard: Heard) -> None:
    if heard.faq is None:
        said = next((m.text for m in reversed(turn.screening.messages) if m.who is Who.CANDIDATE), "")
        turn.tell(f"{turn.screening.candidate.name} asks: {said}", take_over=True)
        _answer_and_return(turn, "passed_on", phrase("passed_on", turn.screening))
        return
    _answer_and_return(turn, "faq", of_script(dict(turn.script.faq[heard.faq].answer), turn.screening))


def _answer_and_return(turn: Turn, kind: str, words: str) -> None:
    """What was asked is answered, and the open question is put again."""
    q, s = open_question(turn), turn.screening
    back = f"{words} {phrase('back', s)} {asking(q, s)}" if q else words
    fits = len(back) <= 320 and back.count("?") <= 1
    turn.say(kind, back if fits else words[:320], question=q if fits else None)


def _defer(turn: Turn, heard: Heard) -> None:
    s = turn.screening
    until = heard.until or datetime.fromtimestamp(turn.now / 1000, UTC).astimezone(ZoneInfo(s.zone))
    at = int(until.timestamp() * 1000) if heard.until else turn.now + 3 * 3_600_000
    turn.change(resume_at=at, remind_at=None)
    named = heard.until is not None
    turn.say("defer", phrase("defer", s, when=_when(until, s)) if named else phrase("defer_later", s))
    turn.change(expire_at=max(s.expire_at or 0, at + 86_400_000))


def _when(until: datetime, s: Screening) -> str:
    local = until.astimezone(ZoneInfo(s.zone))
    return (
        f"{local:%d/%m} {local:%H:%M}"
        if s.language == "es"
        else f"{local:%a %b} {local.day} at {local:%I:%M %p}".replace(" 0", " ")
    )


def _language(turn: Turn, heard: Heard) -> None:
    if heard.language in turn.script.languages:
        turn.change(language=heard.language)
        repeat_question(turn, "ask_again", phrase("back", turn.screening))
        return
    repeat_question(turn, "passed_on", phrase("no_language", turn.screening))


FOLLOW: Final[dict[Intent, Callable[[Turn, Heard], None]]] = {
    Intent.OPT_OUT: _opt_out,
    Intent.SUSPECTED_OPT_OUT: _suspected,
    Intent.HELP: _help,
    Intent.WHO: _who,
    Intent.WRONG_NUMBER: _wrong_number,
    Intent.NOT_INTERESTED: _not_interested,
    Intent.ALREADY_HIRED: _not_interested,
    Intent.HUMAN: _person("human", "asks for a person"),
    Intent.ACCOMMODATION: _person("accommodation", "asks for an accommodation"),
    Intent.HOSTILE: _person("hostile", "is upset; please read the conversation"),
    Intent.QUESTION: _question,
    Intent.DEFER: _defer,
    Intent.LANGUAGE: _language,
}

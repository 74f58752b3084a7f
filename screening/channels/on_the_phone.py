"""On the phone: what is said in a call, step by step. What is heard goes through the same readers as a text."""

import re
from dataclasses import replace
from typing import Final

from screening.calls import Call, CallState, Listen, Prompt
from screening.channels import hearing, wishes
from screening.channels.after_calls import WATCH, go_by_text
from screening.channels.asking import ask_again, ask_next, confirm, open_question
from screening.channels.recording import context
from screening.channels.spoken import (
    digits_of,
    hints,
    keyed,
    keypad,
    spoken,
    wants_again,
    wants_later,
)
from screening.channels.turns import Turn
from screening.events import Spoke
from screening.interview import knocks_out
from screening.screening import Message, Screening, Who
from screening.scripts.script import Kind, Modality, Question
from screening.understanding import understand
from screening.understanding.reading import Heard, Intent
from screening.wording import asking

HEARD: Final = 0.5  # below this the recogniser was guessing: unclear, never scored
CERTAIN: Final = 0.8  # below this an answer that ends the chances is confirmed
AGAIN: Final = 4  # times that a question is put in a call to who has not understood it
SILENT: Final = 3  # replies in a row without a sound: the line is dead, on by text
CONSENT: Final = Question(
    key="recording_consent", kind=Kind.YES_NO, ask={"en": "Do you agree to the recording?"}, criterion="consent"
)
LEAVES: Final = wishes.OVER | {Intent.DEFER}
ASKS: Final = frozenset({Intent.HELP, Intent.WHO, Intent.QUESTION, Intent.LANGUAGE, Intent.START})


def is_news(screening: Screening, event: Spoke) -> bool:
    """Whether this step of this call was not followed before."""
    call = screening.call(event.call)
    if call is None or event.step != len(call.prompts) or call.sid not in ("", event.sid):
        return False
    return not (event.step and call.state in (CallState.OVER, CallState.CANCELLED))


def spoke(turn: Turn, event: Spoke) -> None:
    """What is said next in a call. A step that was followed before changes nothing."""
    call = turn.screening.call(event.call)
    if call is None or not is_news(turn.screening, event):
        return
    turn.mouth = []
    call = call.having(sid=event.sid, state=CallState.TALKING)
    turn.screening = turn.screening.with_call(call)
    turn.change(call_at=turn.now + WATCH)
    listen = _listen(turn, call, event)
    _prompt(turn, event.call, listen)


def _listen(turn: Turn, call: Call, event: Spoke) -> Listen | None:
    """Follow what was heard; what to listen for next, or None for whatever the open question needs."""
    s = turn.screening
    if event.machine:
        turn.screening = s.with_call(call.having(ended="machine"))
        return Listen.HANG_UP
    if not s.open or s.taken_over or turn.script.steps[s.step] is not Modality.VOICE:
        _aloud(turn, "goodbye")
        return Listen.HANG_UP
    if not call.prompts:
        _aloud(turn, "hello_in" if call.joined else "hello")
        _aloud(turn, "consent")
        return Listen.CONSENT
    if call.prompts[-1].listen is Listen.CONSENT:
        return _consent(turn, call, event)
    return _answer(turn, call, event)


def _aloud(turn: Turn, name: str) -> None:
    turn.say("ask", spoken(name, turn.screening))


def _consent(turn: Turn, call: Call, event: Spoke) -> Listen | None:
    """Yes: recording begins with the next prompt. No: by text. Unclear: asked once more, then by text."""
    said = keyed(CONSENT, event.digits, turn.screening.language) or event.text
    message = _heard(turn, event, said)
    sure = event.confidence is None or event.confidence >= HEARD or bool(event.digits)
    heard = understand(said, CONSENT, context(turn)) if said and sure else None
    if len(call.prompts) == 1 and heard and (heard.intent in ASKS or wants_again(said)):
        _aloud(turn, "hello_in" if call.joined else "hello")
        _aloud(turn, "consent")
        return Listen.CONSENT
    if heard and heard.intent in LEAVES and message:
        hearing.hear(turn, (message,))
        _text_instead(turn, "", "texted") if turn.screening.open else _aloud(turn, "goodbye")
        return Listen.HANG_UP
    value = heard.answer.value if heard and heard.answer else None
    if value == "yes":
        turn.screening = turn.screening.with_call(
            call.having(consent="yes", consent_at=turn.now, recordings=1)  # the whole call
        )
        turn.change(by_text=False)
        _aloud(turn, "thanks")
        ask_next(turn)
        return None
    if value == "no":
        turn.screening = turn.screening.with_call(call.having(consent="no", consent_at=turn.now))
        _text_instead(turn, "refused", "by_text")
        return Listen.HANG_UP
    if len(call.prompts) > 1:
        _text_instead(turn, "unheard", "not_heard")
        return Listen.HANG_UP
    _aloud(turn, "consent_again")
    return Listen.CONSENT


def _heard(turn: Turn, event: Spoke, said: str, question: str = "", kind: str = "") -> Message | None:
    """What was said, in the transcript."""
    if not said:
        return None
    message = Message(
        id=f"{event.sid}-{event.step}",
        who=Who.CANDIDATE,
        text=said,
        at=turn.now,
        kind=kind or ("keypad" if event.digits and not event.text else ""),
        question=question,
        channel="voice",
    )
    turn.screening = turn.screening.with_message(message)
    return message


def _answer(turn: Turn, call: Call, event: Spoke) -> Listen | None:
    """Follow an answer; what to listen for next where the open question does not say."""
    q = open_question(turn)
    if q is None:
        ask_next(turn)
        return None
    if event.recorded:
        _heard(turn, event, spoken("spoken", turn.screening), q.key, "spoken")
        turn.screening = turn.screening.with_call(call.having(recordings=call.recordings + 1))
        turn.change(pending=(*turn.screening.pending, q.key))
        ask_next(turn)
        return None
    said = keyed(q, event.digits, turn.screening.language) or event.text
    guessed = event.confidence is not None and event.confidence < HEARD and not event.digits
    message = _heard(turn, event, said, kind="unclear" if guessed else "")
    again = message is not None and not event.digits and wants_again(said)
    silences = 0 if said else call.silences + 1
    turn.screening = turn.screening.with_call(call.having(silences=silences))
    if silences >= SILENT:
        _text_instead(turn, "unheard", "not_heard")
    elif again and _said_often(call, q) < AGAIN:
        turn.say("ask", asking(q, turn.screening), question=q)
    elif message is None or guessed or again:
        ask_again(turn, q)
    elif not _doubted(turn, q, event, said):
        turn.change(turn=turn.screening.turn + 1)
        return _hear(turn, q, message)
    return None


def _said_often(call: Call, q: Question) -> int:
    """How often in a row this question was put in this call."""
    rest = [n for n, p in enumerate(reversed(call.prompts)) if p.question != q.key]
    return rest[0] if rest else len(call.prompts)


def _hear(turn: Turn, q: Question, message: Message) -> Listen | None:
    """Read what was said as a text is read; aloud nothing stays without a reply, and who has no time is let go."""
    before, count = turn.screening.resume_at, len(turn.screening.messages)
    if wants_later(message.text):
        hearing.follow(turn, Heard(intent=Intent.DEFER, rule="later"), None, message.text)
    else:
        hearing.hear(turn, (replace(message, text=_meant(turn, q, message.text)),))
    s = turn.screening
    if s.open and s.resume_at is not None and s.resume_at != before:
        _aloud(turn, "goodbye")
        return Listen.HANG_UP
    asked = any(m.question for m in s.messages[count:] if m.who is Who.BOT)
    still = open_question(turn) if s.open and not (s.by_text or turn.opens or asked) else None
    if still is not None and turn.mouth:
        turn.say("ask", asking(still, s), question=still)
    elif still is not None:
        ask_again(turn, still)
    return None


def _meant(turn: Turn, q: Question, text: str) -> str:
    """The part of what was said that says something, where the whole would pass for an automatic reply as a text."""
    known = context(turn)
    if understand(text, q, known).intent is not Intent.NO_ANSWER:
        return text
    parts = (part.strip() for part in re.split(r"[,.;!?]", text) if part.strip())
    return next((part for part in parts if understand(part, q, known).intent in (Intent.DEFER, Intent.ANSWER)), text)


def _doubted(turn: Turn, q: Question, event: Spoke, said: str) -> bool:
    """A must-have that the recogniser may have misheard is confirmed first, once."""
    s = turn.screening
    if event.digits or event.confidence is None or event.confidence >= CERTAIN or q.key in s.confirmed:
        return False
    heard = understand(said, q, context(turn))
    if heard.intent is not Intent.ANSWER or heard.reading is None or not knocks_out(q, heard.reading):
        return False
    confirm(turn, q)
    return True


def _text_instead(turn: Turn, lead: str, aloud: str) -> None:
    """Say goodbye, and ask the open question by text."""
    _aloud(turn, aloud)
    mouth, turn.mouth = turn.mouth, None
    if lead:
        go_by_text(turn, lead)
    turn.mouth = mouth


def _prompt(turn: Turn, number: int, listen: Listen | None) -> None:
    """Keep what is said now, with what is listened for."""
    s = turn.screening
    call = s.call(number)
    assert call is not None
    words = turn.mouth or []
    q = None if listen or not s.open or turn.opens or s.by_text else open_question(turn)
    if turn.opens:
        words.append(spoken("next_step", s))
    if listen is None:
        listen = Listen.HANG_UP if q is None else _way(q, s.language)
    if q is not None and listen is Listen.RECORD:
        words.append(spoken("record", s))
    if q is not None and q.key in s.asked_again:
        words.append(keypad(q, s))
    begins = call.consent == "yes" and not any(p.record for p in call.prompts) and listen is not Listen.HANG_UP
    prompt = Prompt(
        words=tuple(w for w in words if w),
        listen=listen,
        question=q.key if q else "",
        language=s.language,
        digits=1 if listen is Listen.CONSENT else digits_of(q) if q else 0,
        hints=hints(CONSENT, s.language) if listen is Listen.CONSENT else hints(q, s.language) if q else (),
        record=begins,
    )
    turn.mouth = None
    turn.screening = s.with_call(call.having(prompts=(*call.prompts, prompt)))


def _way(q: Question, language: str) -> Listen:
    """Free text is recorded, its words come later; Twilio can word English alone, so elsewhere it is recognised at once."""
    return Listen.RECORD if q.kind is Kind.TEXT and language == "en" else Listen.SPEECH

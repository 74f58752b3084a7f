"""Retelling: a conversation that has been held is followed again, text by text, as the engine reads it now."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from screening.events import OptedOut, Settled, Texted
from screening.interview import next_question, recorded
from screening.machine import step
from screening.screening import Answer, Message, Screening, Status, Who
from screening.scripts.script import Script
from screening.understanding import ENGINE, opts_out, understand
from screening.understanding.reading import Context, Intent

BREATH = 6_000  # ms: texts so close to each other, with none of ours between, were read as one
BY_TIME = frozenset({Status.EXPIRED, Status.WITHDRAWN, Status.UNREACHABLE})  # endings that no text brings about


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How one answer would differ; None where there is none."""

    question: str
    before: Answer | None
    after: Answer | None


def retell(blank: Screening, script: Script, said: tuple[Message, ...]) -> Screening:
    """The screening that these messages make of a blank one. Our own texts stay as they were: only the readings are new."""
    first = next_question(blank, script)
    s = blank.having(open_question=first.key if first else "", messages=())
    for number, message in enumerate(said):
        if message.who is Who.CANDIDATE:
            s = _theirs(s, script, message, said[number + 1] if number + 1 < len(said) else None)
        else:
            s = _ours(s, message)
    return s


def changes(before: Screening, after: Screening) -> tuple[Change, ...]:
    """Every answer whose value differs, in the order in which they were first given."""
    keys = dict.fromkeys(a.question for a in (*before.answers, *after.answers))
    pairs = ((key, before.answer(key), after.answer(key)) for key in keys)
    return tuple(
        Change(question=key, before=old, after=new)
        for key, old, new in pairs
        if (old.value if old else None) != (new.value if new else None)
    )


def again(held: Screening, script: Script) -> Screening:
    """A stored screening told again under a script; what time or a recruiter ended stays ended."""
    blank = Screening(
        id=held.id,
        script=script.hash,
        agent=held.agent,
        brand=held.brand,
        candidate=held.candidate,
        job=held.job,
        language=script.language,
        zone=held.zone,
        began_at=held.began_at,
        application=held.application,
        step=held.step,
        first_sent_at=held.first_sent_at,
    )
    told = retell(blank, script, held.messages)
    return told.having(status=held.status) if told.open and held.status in BY_TIME else told


def _ours(s: Screening, message: Message) -> Screening:
    s = s.having(messages=(*s.messages, replace(message, state="sent")))
    return s.having(open_question=message.question) if message.question and s.open else s


def _theirs(s: Screening, script: Script, message: Message, later: Message | None) -> Screening:
    if s.messages and s.messages[-1].who is Who.RECRUITER:
        return s.having(messages=(*s.messages, message))  # a person had the conversation
    if message.question and message.kind:
        return _answered(s, script, message)
    s = _asked(s, script, message)
    media, taken = message.kind == "media", message.taken
    s = step(
        s, script, Texted(message=message.id, text=message.text, pause=0, media=media, taken=taken), message.at
    ).screening
    if opts_out(message.text, _context(s, script, message)) is Intent.OPT_OUT:
        return _plain(step(s, script, OptedOut(why="asked us to stop"), message.at).screening)
    if later is not None and later.who is Who.CANDIDATE and later.at - message.at <= BREATH:
        return s
    return _plain(step(s, script, Settled(), message.at).screening)


def _plain(s: Screening) -> Screening:
    """Without the texts that the engine would have sent: those of the transcript count."""
    return s.having(messages=tuple(m for m in s.messages if m.state != "queued"))


def _asked(s: Screening, script: Script, message: Message) -> Screening:
    """What a transcript does not show was asked all the same: the question named beside the text, else the next one."""
    key = message.question or s.open_question
    q = script.question(key)
    if q is None or not s.open:
        return s
    if any(m.question == key and m.who is Who.BOT for m in s.messages):
        return s.having(open_question=key)
    words = Message(
        id=f"{s.id}-asked-{key}", who=Who.BOT, text=q.words(s.language), at=message.at, question=key, state="sent"
    )
    return s.having(open_question=key, messages=(*s.messages, words))


def _answered(s: Screening, script: Script, message: Message) -> Screening:
    """A field of the form or words on the phone: they answer the question they stand beside."""
    s, q = s.having(messages=(*s.messages, message)), script.question(message.question)
    heard = understand(message.text, q, _context(s, script, message)) if q else None
    if q is None or heard is None or heard.reading is None:
        return s
    return s.with_answer(recorded(q, heard.reading, message.id, ENGINE, message.at, message.channel))


def _context(s: Screening, script: Script, message: Message) -> Context:
    now = datetime.fromtimestamp(message.at / 1000, ZoneInfo(s.zone))
    ours = tuple(m.text for m in s.messages if m.who is Who.BOT)[-5:]
    return Context(now=now, language=s.language, country=script.country, faq=script.faq, ours=ours)

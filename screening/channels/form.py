"""The web form: which questions stand on its page, how its fields are read, and what a sent page brings about."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from screening.channels import wishes
from screening.channels.asking import close, finish
from screening.channels.inviting import open_link
from screening.channels.turns import Turn
from screening.effects import Milestone
from screening.events import Field, Submitted
from screening.interview import lost, recorded
from screening.scoring import asked_if
from screening.screening import Message, Screening, Status, Who
from screening.scripts.script import Kind, Question, Script
from screening.steps import reached
from screening.understanding import ENGINE, understand
from screening.understanding.reading import Context, Heard, Intent, Reading, Value
from screening.wording import asking

LONGEST: Final = 2_000  # characters of one answer
PAGE: Final = 8  # questions on one page
YES_NO: Final = {"en": {"yes": "Yes", "no": "No"}, "es": {"yes": "Sí", "no": "No"}}


def page(screening: Screening, script: Script) -> tuple[Question, ...]:
    """The questions of the next page; one that hangs on an answer still to come waits for a later page."""
    ready = [q for q in _open(screening, script) if not _waits(q, screening, script)]
    return tuple(ready[:PAGE])


def _open(screening: Screening, script: Script) -> list[Question]:
    here = (q for q in script.questions if reached(screening, script, q) and not _settled(q, screening))
    return [q for q in here if asked_if(q, script, screening)]


def _settled(q: Question, screening: Screening) -> bool:
    return screening.answer(q.key) is not None or q.key in screening.unclear


def _waits(q: Question, screening: Screening, script: Script) -> bool:
    earlier = script.question(q.ask_if.question) if q.ask_if else None
    return earlier is not None and any(e.key == earlier.key for e in _open(screening, script))


def context(screening: Screening, script: Script, language: str, now: int) -> Context:
    """What the readers may know about a field."""
    at = datetime.fromtimestamp(now / 1000, ZoneInfo(screening.zone))
    return Context(now=at, language=language, country=script.country, faq=script.faq)


def read_fields(page: tuple[Question, ...], given: Mapping[str, tuple[str, ...]], language: str) -> tuple[Field, ...]:
    """What was sent, field by field; empty words where nothing was picked or typed that the page offers."""
    return tuple(_field(q, given.get(q.key, ()), language) for q in page)


def _field(q: Question, given: tuple[str, ...], language: str) -> Field:
    labels = options(q, language)
    if not labels:
        return Field(question=q.key, words="\n".join(given).replace("\r\n", "\n").strip())
    sent = {g.strip().casefold() for g in given}
    values = tuple(v for v in labels if {v.casefold(), labels[v].casefold()} & sent)[: None if q.several else 1]
    if not values:
        return Field(question=q.key, words="\n".join(given).strip())
    return Field(question=q.key, words=", ".join(labels[v] for v in values), picked=values)


def options(q: Question, language: str) -> dict[str, str]:
    """What can be picked: value to label; empty where the answer is typed."""
    if q.kind is Kind.YES_NO:
        return YES_NO[language]
    return {o.value: o.value for o in q.options}


def problems(
    page: tuple[Question, ...], fields: tuple[Field, ...], tried: frozenset[str], context: Context
) -> dict[str, str]:
    """Question key to what is wrong: choose, missing, long, unread. What stays unread is taken as it is the second time."""
    found = {q.key: _problem(q, f, q.key in tried, context) for q, f in zip(page, fields, strict=True)}
    return {key: what for key, what in found.items() if what}


def _problem(q: Question, field: Field, tried: bool, context: Context) -> str:
    if not field.words:
        return "choose" if options(q, context.language) else "missing"
    if len(field.words) > LONGEST:
        return "long"
    heard = _heard(q, field, context)
    unread = heard.intent not in wishes.OVER and heard.reading is None
    return "unread" if unread and not tried else ""


def _heard(q: Question, field: Field, context: Context) -> Heard:
    """A field through the readers of texts; what was picked means what it says."""
    heard = understand(field.words, q, context)
    if not field.picked:
        return heard if heard.intent in wishes.OVER or heard.intent is Intent.ANSWER else Heard(intent=Intent.UNCLEAR)
    value: Value = list(field.picked) if q.several else field.picked[0]
    if heard.reading is not None and heard.reading.value == value:
        return Heard(intent=Intent.ANSWER, rule=heard.rule, reading=heard.reading)
    reading = Reading(value=value, quote=field.words, confidence=1, rule="form.picked")
    return Heard(intent=Intent.ANSWER, rule="form.picked", reading=reading)


def begin(turn: Turn) -> None:
    """The step opens: the link goes out, or the step is over where nothing is left to ask."""
    turn.change(expire_at=turn.screening.expire_at or turn.now + int(turn.script.expire_after * 1000))
    if page(turn.screening, turn.script):
        open_link(turn)
    else:
        finish(turn)


def submitted(turn: Turn, event: Submitted) -> None:
    """A page came in: every field is kept as a message and read; then the next page, or the end."""
    s, script = turn.screening, turn.script
    asked = {q.key: q for q in page(s, script)}
    first = not any(m.who is Who.CANDIDATE for m in s.messages)
    turn.change(language=event.language, turn=s.turn + 1, reminders=0, resume_at=None, remind_at=None)
    turn.change(expire_at=s.expire_at or turn.now + int(script.expire_after * 1000))
    known = context(s, script, event.language, turn.now)
    wanted = [_take(turn, asked[f.question], f, known) for f in event.fields if f.question in asked]
    if first:
        turn.effects.append(Milestone(name="replied"))
    unread = [f for f in event.fields if f.question in turn.screening.unclear and f.question not in s.unclear]
    if unread:
        words = "; ".join(f"“{asking(asked[f.question], s)}”: {f.words[:200]}" for f in unread)
        turn.tell(f"{s.candidate.name}: on the form this stayed unclear: {words}")
    wish = next((w for w in wanted if w is not None), None)
    if wish is not None:
        wishes.FOLLOW[wish.intent](turn, wish, " / ".join(f.words for f in event.fields))
        return
    go_on(turn)


def _take(turn: Turn, q: Question, field: Field, known: Context) -> Heard | None:
    s = turn.screening
    id = f"{s.id}-F{s.revision}-{q.key}"
    message = Message(id=id, who=Who.CANDIDATE, text=field.words, at=turn.now, kind="form", question=q.key)
    turn.screening = s.with_message(message)
    heard = _heard(q, field, known)
    if heard.reading is not None and heard.intent not in wishes.OVER:
        turn.screening = turn.screening.with_answer(recorded(q, heard.reading, id, ENGINE, turn.now, "form"))
        return None
    if heard.intent in wishes.OVER:
        return heard
    turn.change(unclear=(*turn.screening.unclear, q.key))
    return None


def go_on(turn: Turn) -> None:
    """After a page: the end, or a reminder about the rest."""
    if lost(turn.screening, turn.script) is not None:
        close(turn, Status.KNOCKED_OUT)
    elif not page(turn.screening, turn.script):
        finish(turn)
    elif turn.script.remind_after:
        turn.change(remind_at=turn.now + int(turn.script.remind_after[0] * 1000))

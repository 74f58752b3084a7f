"""Inviting to the web form: a text with a link. The transcript keeps a mark in the link's place, for a link opens the form."""

from typing import Final

from screening.channels.turns import Turn
from screening.effects import FormLink, Priority
from screening.phrases import PHRASES
from screening.screening import Who
from screening.scripts.script import Modality
from screening.steps import channel_of
from screening.wording import greeting, phrase, phrases

MARK: Final = "[form link]"
PROMPT: Final = 600_000  # ms after the candidate's own words in which the link is a reply
ROOM: Final = 100  # characters that a link may take of a text


def in_form(turn: Turn) -> bool:
    """Whether the questions are asked by the web form now."""
    return channel_of(turn.screening, turn.script) is Modality.FORM


def in_resume(turn: Turn) -> bool:
    """Whether a resume is waited for now."""
    return channel_of(turn.screening, turn.script) is Modality.RESUME


def by_link(turn: Turn) -> bool:
    """Whether this step goes on by a link: the form, or the resume."""
    return in_form(turn) or in_resume(turn)


def open_link(turn: Turn) -> None:
    """The link of this step, with the greeting before it where nothing was said yet."""
    s, room = turn.screening, "_" * ROOM
    if any(m.who is Who.BOT for m in s.messages):
        invite(turn, "ask", started=s.last_heard is None or turn.now - s.last_heard > PROMPT)
        return
    head, rest = greeting(turn.script, s, f"{_words(turn)[0]} {room}")
    _say(turn, "intro", head.replace(room, MARK), priority=turn.first, started=not turn.asked)
    if rest:
        _say(turn, "ask", rest.replace(room, MARK), priority=turn.first, started=not turn.asked)


def invite(turn: Turn, kind: str, leads: tuple[str, ...] = ("",), *, started: bool = False) -> None:
    """The link once more, after the first fresh lead-in."""
    s = turn.screening
    again = any(m.who is Who.BOT and MARK in m.text for m in s.messages)
    ways = (f"{lead} {words} {MARK}".strip() for lead in leads for words in _words(turn))
    priority = Priority.REMINDER if kind == "remind" else Priority.REPLY
    _say(turn, "ask_again" if again and kind == "ask" else kind, *ways, priority=priority, started=started)


def invited(turn: Turn) -> bool:
    """Whether the link of this step was sent already, in whatever language."""
    firsts = tuple(str(words[_name(turn)]) for words in PHRASES.values())
    return any(m.who is Who.BOT and first in m.text for m in turn.screening.messages for first in firsts)


def _name(turn: Turn) -> str:
    return "resume" if in_resume(turn) else "form"


def _words(turn: Turn) -> tuple[str, ...]:
    """What the link is for, in the words of this step; other words where these were used."""
    name = _name(turn)
    return phrases(f"{name}_again", turn.screening) if invited(turn) else (phrase(name, turn.screening),)


def _say(turn: Turn, kind: str, *ways: str, priority: Priority, started: bool) -> None:
    link = FormLink(round=turn.screening.revision, life=int(turn.script.expire_after * 1000))
    turn.say(kind, *ways, priority=priority, started=started, link=link)

"""The resume: fetched, or asked for by a link; read once, and what it answers is not asked again."""

import re
import unicodedata
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from screening.channels.asking import finish
from screening.channels.inviting import in_resume, invited, open_link
from screening.channels.turns import Turn
from screening.clean import clean
from screening.effects import ReadResume
from screening.events import Read
from screening.interview import recorded
from screening.resume.matching import match, resume
from screening.screening import Message, Who
from screening.steps import ASKING
from screening.understanding import ENGINE

LONGEST: Final = 60_000  # characters that are kept and read
REASONS: Final = {
    "empty": "it is empty",
    "large": "it is larger than 5 MB",
    "unknown": "it is neither a PDF nor a Word document (.docx)",
    "old_word": "it is an old Word or RTF file",
    "encrypted": "it is locked with a password",
    "broken": "it is damaged",
    "bomb": "it is made in a way that could do harm",
    "macros": "it holds macros",
    "scanned": "it is a picture without text",
    "slow": "reading it took too long",
    "unreachable": "Tracker does not give it out",
}


def begin(turn: Turn) -> None:
    """The step opens: the resume is fetched before anyone is asked."""
    turn.change(open_question="", expire_at=turn.now + int(turn.script.expire_after * 1000))
    turn.effects.append(ReadResume())


def read(turn: Turn, event: Read) -> None:
    """A resume was read: the next step; or could not be: it is asked for by a link."""
    s = turn.screening
    if not s.open or not in_resume(turn):
        return
    if event.language:
        turn.change(language=event.language)
    if event.why == "skipped":
        turn.tell(f"{s.candidate.name} goes on without a resume.")
        finish(turn)
    elif event.text:
        _take(turn, event)
        finish(turn)
    elif not invited(turn):  # else the same file was read once more
        if event.why in REASONS:
            turn.tell(
                f"The resume of {s.candidate.name} in Tracker cannot be read: {REASONS[event.why]}. We ask for another."
            )
        open_link(turn)


def _take(turn: Turn, event: Read) -> None:
    """Kept as a message, so that every quote has its place in it; each question that it answers is answered."""
    s, script = turn.screening, turn.script
    text = normal(event.text)
    number = sum(m.kind == "resume" for m in s.messages) + 1
    message = Message(id=f"{s.id}-R{number}", who=Who.CANDIDATE, text=text, at=turn.now, kind="resume")
    turn.screening = s.with_message(message)
    turn.change(turn=s.turn + 1, reminders=0, remind_at=None, resume_at=None)
    known = resume(text, datetime.fromtimestamp(turn.now / 1000, ZoneInfo(s.zone)).date())
    alone = not any(step in ASKING for step in script.steps)
    for q in script.questions:
        reading = match(known, q, alone=alone) if s.answer(q.key) is None else None
        if reading is not None:
            answer = recorded(q, reading, message.id, ENGINE, turn.now, "resume")
            turn.screening = turn.screening.with_answer(answer)
    if event.hidden:
        words = "; ".join(event.hidden)[:300]
        turn.tell(f"The resume of {s.candidate.name} holds words that nobody would see; they were not read: “{words}”")


def normal(text: str) -> str:
    """The text as it is kept: one form for each letter, nothing unseen, and an end."""
    return clean(re.sub(r"[\u200b-\u200d\u00ad]", "", unicodedata.normalize("NFKC", text)), LONGEST)

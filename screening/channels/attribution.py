"""Which question a text answers: the last one sent before it arrived, and what to do while that is not known yet."""

from typing import Final

from screening.channels.asking import open_question
from screening.channels.recording import context
from screening.channels.turns import Turn
from screening.screening import Message, Who
from screening.scripts.script import Question
from screening.understanding import understand
from screening.understanding.reading import Intent

SEEN: Final = 2_000  # ms: a reply so soon before a text was marked as sent is a reply to it all the same
OUT: Final = frozenset({"sent", "spoken"})
AT_ONCE: Final = 4_000  # ms after which a sent text is marked as sent, but for a crash or a queue
CERTAIN: Final = 75_000  # ms after which even a crashed delivery has been looked up


def question_meant(turn: Turn, waiting: tuple[Message, ...]) -> Question | None:
    """The last question that had been sent when the first of these texts arrived; None where none had."""
    s = turn.screening
    if waiting[0].channel == "voice":
        return open_question(turn)
    if s.open_question in _seen(turn, waiting) or (_in_flight(turn, waiting) and _reads(turn, waiting)):
        return open_question(turn)
    seen = _seen(turn, waiting)
    return turn.script.question(seen[-1]) if seen else None


def unsure(turn: Turn, waiting: tuple[Message, ...]) -> bool:
    """Whether it is worth waiting to learn if the open question had gone out before these texts came."""
    if not _in_flight(turn, waiting):
        return False
    age = turn.now - waiting[-1].at
    return age < AT_ONCE or (age < CERTAIN and not _reads(turn, waiting))


def _seen(turn: Turn, waiting: tuple[Message, ...]) -> list[str]:
    by = waiting[0].at + SEEN
    return [
        m.question for m in turn.screening.messages if m.question and m.state in OUT and m.at <= by and m.who is Who.BOT
    ]


def _in_flight(turn: Turn, waiting: tuple[Message, ...]) -> bool:
    """Whether the open question was saved before these texts came and is not known to have gone out."""
    s = turn.screening
    asked = [m for m in s.messages if s.open_question and m.who is Who.BOT and m.question == s.open_question]
    return bool(asked) and all(m.state == "queued" for m in asked) and asked[-1].at <= waiting[-1].at


def _reads(turn: Turn, waiting: tuple[Message, ...]) -> bool:
    """Whether the texts answer the open question, and do not merely repeat the answer to the one seen before."""
    q, text = open_question(turn), "\n".join(m.text for m in waiting)
    if q is None or understand(text, q, context(turn)).intent is not Intent.ANSWER:
        return False
    seen = _seen(turn, waiting)
    before = turn.script.question(seen[-1]) if seen else None
    if before is None or before.kind is not q.kind:
        return before is not None
    heard, answer = understand(text, before, context(turn)), turn.screening.answer(before.key)
    return answer is None or heard.reading is None or heard.reading.value != answer.value

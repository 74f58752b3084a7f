"""Which question a text answers: the last one sent before it arrived, and what to do while that is not known yet."""

from typing import Final

from screening.channels.asking import open_question
from screening.channels.recording import context
from screening.channels.turns import Turn
from screening.channels.wishes import FOLLOW
from screening.screening import Message, Who, as_one
from screening.scripts.script import Question
from screening.understanding import understand
from screening.understanding.reading import Intent

SEEN: Final = 2_000  # ms: a reply so soon before a text was marked as sent is a reply to it all the same
OUT: Final = frozenset({"sent", "spoken"})
AT_ONCE: Final = 4_000  # ms after which a sent text is marked as sent, but for a crash or a queue
SOON: Final = 1_500  # ms until the next look
LATER: Final = 600_000  # the same where it may take until the morning
CERTAIN: Final = 75_000  # ms after which even a crashed delivery has been looked up, where Twilio answers
NIGHT: Final = 15 * 3_600_000  # ms for which a first text may wait, or be looked for


def question_meant(turn: Turn, waiting: tuple[Message, ...]) -> Question | None:
    """The last question that had been sent when the last of these texts was written; None where none had."""
    s = turn.screening
    if waiting[0].channel == "voice":
        return open_question(turn)
    if s.open_question in _seen(turn, waiting) or (_in_flight(turn, waiting) and _reads(turn, waiting)):
        return open_question(turn)
    seen = _seen(turn, waiting)
    return turn.script.question(seen[-1]) if seen else None


def from_before(turn: Turn, waiting: tuple[Message, ...]) -> tuple[Message, ...]:
    """Those that were written before the open question was sent, where others came after it: a list found them late."""
    asked = [m.at for m in _asking(turn) if m.state in OUT]
    early = tuple(m for m in waiting if asked and m.said_at + SEEN < min(asked))
    return early if len(early) < len(waiting) else ()


def look_again(turn: Turn, waiting: tuple[Message, ...]) -> int:
    """The ms to wait until it may be known whether the open question had gone out before these texts came; 0: read them now."""
    if not _in_flight(turn, waiting):
        return 0
    age = turn.now - waiting[-1].at
    if age < AT_ONCE or (age < CERTAIN and not _reads(turn, waiting)):
        return SOON
    return LATER if age < NIGHT and _first(turn, waiting) else 0


def _first(turn: Turn, waiting: tuple[Message, ...]) -> bool:
    """Whether nothing of ours is known to have gone out, so that nothing else can be meant, and nothing is wished."""
    if turn.screening.first_sent_at is not None:
        return False
    return understand(as_one(waiting), None, context(turn)).intent not in FOLLOW


def _seen(turn: Turn, waiting: tuple[Message, ...]) -> list[str]:
    by = waiting[-1].said_at + SEEN
    return [
        m.question for m in turn.screening.messages if m.question and m.state in OUT and m.at <= by and m.who is Who.BOT
    ]


def _asking(turn: Turn) -> list[Message]:
    """Our messages that ask the open question."""
    s = turn.screening
    return [m for m in s.messages if s.open_question and m.who is Who.BOT and m.question == s.open_question]


def _in_flight(turn: Turn, waiting: tuple[Message, ...]) -> bool:
    """Whether the open question was saved before these texts came and is not known to have gone out."""
    asked = _asking(turn)
    return bool(asked) and all(m.state == "queued" for m in asked) and asked[-1].at <= waiting[-1].said_by


def _reads(turn: Turn, waiting: tuple[Message, ...]) -> bool:
    """Whether the texts answer the open question, and do not merely repeat the answer to the one seen before."""
    q, text = open_question(turn), as_one(waiting)
    if q is None or understand(text, q, context(turn)).intent is not Intent.ANSWER:
        return False
    seen = _seen(turn, waiting)
    before = turn.script.question(seen[-1]) if seen else None
    if before is None or before.kind is not q.kind:
        return before is not None
    heard, answer = understand(text, before, context(turn)), turn.screening.answer(before.key)
    return answer is None or heard.reading is None or heard.reading.value != answer.value

"""The reader of each kind of question."""

from collections.abc import Callable

from screening.scripts.script import Kind, Question
from screening.understanding.choice import read_choice
from screening.understanding.dates import read_date
from screening.understanding.dropped_g import with_their_g
from screening.understanding.free_text import read_text
from screening.understanding.location import read_location
from screening.understanding.number import read_number
from screening.understanding.others_told import one_s_own
from screening.understanding.pay import read_pay
from screening.understanding.reading import Context, Reading
from screening.understanding.talk_when import only_when
from screening.understanding.words import Said
from screening.understanding.yes_no import read_yes_no

_READERS: dict[Kind, Callable[[Said, Question, Context], Reading | None]] = {
    Kind.YES_NO: read_yes_no,
    Kind.NUMBER: read_number,
    Kind.PAY: read_pay,
    Kind.DATE: read_date,
    Kind.CHOICE: read_choice,
    Kind.LOCATION: read_location,
    Kind.TEXT: read_text,
}


def read(heard: Said, question: Question, context: Context) -> Reading | None:
    """The answer to the question, where the text holds one."""
    own = one_s_own(heard if question.kind is Kind.YES_NO else with_their_g(heard), question, context)
    reading = _READERS[question.kind](own, question, context) if own.plain.strip() else None
    free = question.kind in (Kind.YES_NO, Kind.TEXT)
    return reading if reading is None or free or not only_when(own, reading) else None

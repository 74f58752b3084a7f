"""A choice read as another kind of answer: yes or no, how soon, how long ago."""

import re
from collections.abc import Mapping
from datetime import date

from screening.scripts.script import Kind, Question
from screening.understanding.amounts import amounts
from screening.understanding.choice_labels import labels
from screening.understanding.choice_names import named
from screening.understanding.choice_options import Offered, days_of
from screening.understanding.dates import read_date
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat
from screening.understanding.yes_no import by_rules, read_yes_no


def agreement(said: Said, question: Question, options: tuple[Offered, ...], context: Context) -> Reading | None:
    """Where the options are yes and no (and maybe), the text is read as a yes or no."""
    yes = [o for o in options if re.match(r"(?:yes|si)\b", o.name)]
    no = [o for o in options if re.match(r"no\b(?! preference)", o.name)]
    maybe = [o for o in options if re.match(r"(?:maybe|not sure|unsure|depends|tal vez|quizas)\b", o.name)]
    if len(yes) != 1 or len(no) != 1 or len(options) > 3 or labels(said.raw, said.plain, options):
        return None
    if named(said.plain, tuple(o for o in options if o not in yes and o not in no)):
        return None
    reading = read_yes_no(said, question, context)
    if reading is None:
        hedged = maybe and by_rules(said, question, context).hedge
        return (
            Reading(value=question.options[maybe[0].index].value, quote=said.all(), confidence=0.7, rule="choice.maybe")
            if hedged
            else None
        )
    chosen = yes[0] if reading.value == "yes" else no[0]
    return Reading(
        value=question.options[chosen.index].value,
        quote=reading.quote,
        confidence=reading.confidence,
        rule="choice.yes_no",
    )


_SOON = re.compile(r"\b(?:how soon|when (?:can|could|would|are)|start date|notice|available to start|cuando puede)\b")


def by_time(said: Said, question: Question, options: tuple[Offered, ...], context: Context) -> Reading | None:
    """How soon: the option whose span of days holds the day named."""
    if labels(said.raw, said.plain, options):
        return None
    if sum(bool(re.search(r"\bago\b", o.name)) for o in options) >= 2:
        return _by_past(said, question, options, context)
    if not _SOON.search(flat(question.words(context.language))):
        return None
    spans = [(o, span) for o in options if (span := days_of(o.name))]
    reading = read_date(said, question, context) if len(spans) >= 2 else None
    if reading is None or not isinstance(reading.value, Mapping):
        return None
    days = [
        (date.fromisoformat(str(reading.value[end])) - context.now.date()).days
        for end in (("date",) if "date" in reading.value else ("from", "to"))
    ]
    fitting = [[o for o, (low, high) in spans if low <= ahead <= high] for ahead in days]
    none = [o for o in options if o.nothing]
    if none and days[0] <= 2 and not re.search(r"\bday", " ".join(o.name for o in options)):
        fitting = [none]
    if not fitting[0]:
        return None
    both = len(fitting) == 2 and re.search(r"\bor\b", said.plain) and fitting[1] and fitting[0][0] is not fitting[1][0]
    chosen = [question.options[o.index].value for o in ((fitting[0][0], fitting[1][0]) if both else (fitting[0][0],))]
    return Reading(
        value=chosen if both else chosen[0],
        quote=reading.quote,
        confidence=min(0.8, reading.confidence),
        rule="choice.time",
    )


def _by_past(said: Said, question: Question, options: tuple[Offered, ...], context: Context) -> Reading | None:
    """How long ago: the option whose span holds the day gone by ("quit in august" of "less than 6 months ago")."""
    past = Question(key="q", kind=Kind.DATE, ask={"en": "When did your last job end?"}, criterion="q")
    reading = read_date(said, past, context) if re.search(r"[a-z]{3}", said.plain) else None
    if (
        reading is None
        or not isinstance(reading.value, Mapping)
        or re.search(r"\b(?:still|now|currently)\b", said.plain)
    ):
        return None
    day = date.fromisoformat(str(reading.value.get("date") or reading.value.get("from")))
    months = (context.now.date() - day).days / 30.4
    if months <= 0:
        return None
    spans = [(o, a[0], 12 if "year" in o.name else 1) for o in options if "ago" in o.name and (a := amounts(o.name))]
    fitting = [
        o for o, a, unit in spans if (a.low or 0) * unit <= months and (a.high is None or months <= a.high * unit)
    ]
    if len(fitting) != 1:
        return None
    value = question.options[fitting[0].index].value
    return Reading(value=value, quote=reading.quote, confidence=0.76, rule="choice.ago")

"""What the model learns from the corpus: three tasks, each a list of examples."""

from dataclasses import replace
from datetime import UTC, datetime
from zlib import crc32

from screening.scripts.script import Kind, Option, Question
from screening.understanding.features import pieces
from screening.understanding.learned import NONE
from screening.understanding.learned import evidence as intent_evidence
from screening.understanding.reading import Context
from screening.understanding.rules import hear
from screening.understanding.topics import about
from screening.understanding.words import flat, said
from screening.understanding.yes_no import evidence as yes_no_evidence
from tests.corpus.reading import Row, once, rows
from tests.corpus.training import Example, TaskData

NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)
YES_NO = ("yes", "no", "cond", "unsure", "unclear")
HEDGED = {"maybe": ("cond", "unsure")}  # rows labelled before the two were told apart
OPT_OUT = ("opt_out", "suspected", "not")
INTENTS = (
    "answer", "opt_out", "help", "who", "wrong_number", "not_interested", "already_hired", "defer", "human",
    "accommodation", "hostile", "question", "no_answer", "language", "call", "start", "unclear",
)  # fmt: skip
ANSWERS = 0.2
_AS_WISH = {"opt_out": "opt_out", "suspected": "suspected", "suspected_opt_out": "suspected", "hostile": ""}
_AS_INTENT = {
    "suspected_opt_out": "opt_out",
    "suspected": "opt_out",
    "yes": "answer",
    "no": "answer",
    "maybe": "answer",
    "cond": "answer",
    "unsure": "answer",
}


def question(words: str) -> Question:
    """A yes/no question of those words."""
    return Question(key="q", kind=Kind.YES_NO, ask={"en": words}, criterion="q")


def polarity(found: list[Row], after: list[Row]) -> TaskData:
    """Yes, no, a condition, doubt or unclear, beside the question.

    What the rules made of a text stands beside it only in the rows `after`, which were written when the rules were: on the
    rows they were mended on they look better than they are, and the model would lean on them too much."""
    examples = []
    unseen = frozenset(after)
    for row in [*found, *after]:
        heard, asked = said(row.text), flat(row.question)
        evidence = yes_no_evidence(heard, question(row.question), Context(now=NOW)) if row in unseen else []
        examples.append(
            Example(
                label=row.label,
                family=row.question,
                pieces=tuple(pieces(heard.plain, asked, about(asked))),
                evidence=tuple(evidence),
            )
        )
    return TaskData(
        name="yes_no", labels=YES_NO, examples=tuple(examples), bits=20, either=HEDGED, strength=0.2, iterations=160
    )


def opt_out(found: list[Row], others: list[Row]) -> TaskData:
    """A wish to be left alone, a suspicion of one, or neither: by the words alone. The phrases are mended on these very texts,
    and a model told what they find would hear nothing that they do not."""
    examples = [_wish(row.label, row) for row in found]
    for row in others:
        known = _AS_WISH.get(row.label, "not")
        if known:
            examples.append(_wish(known, row))
    return TaskData(name="opt_out", labels=OPT_OUT, examples=tuple(examples), strength=0.05, bits=18)


def _wish(label: str, row: Row) -> Example:
    plain = said(row.text).plain
    return Example(label=label, family=row.family, pieces=tuple(pieces(plain)), weight=_weight(row))


def _weight(row: Row) -> float:
    """Answers to yes/no questions are ten times as many as all else: each counts less where wishes are told from answers."""
    return ANSWERS if row.question and not row.kind else 1.0


ASKED = {
    Kind.YES_NO: (
        "Do you have reliable transportation?",
        "Are you able to work weekends?",
        "Are you interested in this job?",
    ),
    Kind.NUMBER: ("How many years of experience do you have?",),
    Kind.DATE: ("When could you start?",),
    Kind.PAY: ("What hourly pay are you looking for?",),
    Kind.LOCATION: ("How far do you live from the site, in minutes?", "Which town do you live in?"),
    Kind.TEXT: ("Why do you want this job?", "Tell us about your last job."),
}
_FAMILY_KIND = {
    "years": Kind.NUMBER,
    "pay": Kind.PAY,
    "date_start": Kind.DATE,
    "places": Kind.LOCATION,
    "why": Kind.TEXT,
    "job_history": Kind.TEXT,
}


def asked(row: Row) -> list[Question | None]:
    """Questions the text may have followed: its own, the one its family answers, or two taken by chance; None for no question."""
    if row.kind == "none":
        return [None]
    if row.kind:
        options = tuple(Option(value=value) for value in row.options)
        return [replace(question(row.question), kind=Kind(row.kind), options=options, several=True)]
    if row.question:
        return [question(row.question)]
    known = _FAMILY_KIND.get(row.family) if row.label == "answer" else None
    draw = crc32(row.text.encode())
    others = [kind for kind in ASKED if kind is not Kind.YES_NO]
    kinds = [known] if known else [Kind.YES_NO, others[draw % len(others)]]
    return [
        Question(key="q", kind=kind, ask={"en": ASKED[kind][draw % len(ASKED[kind])]}, criterion="q") for kind in kinds
    ]


def intents(found: list[Row]) -> TaskData:
    """What a text wants, beside what the rules made of it after the question asked."""
    examples = []
    for row in found:
        label = _AS_INTENT.get(row.label, row.label)
        if (row.question and not row.kind and row.label == "unclear") or label not in INTENTS:
            continue
        heard = said(row.text)
        questions = asked(row)
        for each in questions:
            plainly = hear(heard, each, Context(now=NOW, model=NONE))
            examples.append(
                Example(
                    label=label,
                    family=row.family,
                    pieces=tuple(pieces(heard.plain)),
                    evidence=tuple(intent_evidence(plainly, each)),
                    weight=_weight(row) / len(questions),
                )
            )
    return TaskData(name="intent", labels=INTENTS, examples=tuple(examples), iterations=120)


def all_tasks() -> tuple[TaskData, ...]:
    """The tasks on the whole corpus."""
    wishes = once(list(rows("optout_en", "optout_es")))
    answers = once(list(rows("yesno_en", "yesno_es")))
    after = once(list(rows("yesno_after")))
    wants = once(list(rows("intents_en", "intents_es", "everyday")))
    told = once(list(rows("intents_after", "intents_yesno_after")))
    not_wishes = [row for row in wishes if row.label != "not"]
    return (
        polarity(answers, after),
        opt_out(wishes, [*wants, *told, *answers, *after]),
        intents([*wants, *told, *answers, *after, *not_wishes]),
    )

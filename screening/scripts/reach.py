"""Branches, points and answers that can never be reached, and knock-outs that can be misread."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from screening.errors import Problem
from screening.scripts.fields import cut
from screening.scripts.said import Lines, fold
from screening.scripts.script import AskIf, Kind, PointsRow, Question, Script

MOST_QUESTIONS: Final = 8
LATE: Final = 5
EMPTY_EVIDENCE: Final = frozenset((
    "a", "an", "and", "i", "it", "me", "my", "no", "of", "ok", "the", "to", "was", "we", "yes",
    "el", "la", "de", "que", "si", "un", "una", "y", "yo",
))  # fmt: skip


def reach(script: Script, lines: Lines) -> Iterator[Problem]:
    """Every such problem of the questions, in order."""
    for question in script.questions:
        yield from never_asked(script, question, lines)
        yield from dead_rows(question, lines)
        yield from misread(question, lines)
        yield from examples(question, lines)
        yield from evidence(question, lines)


def never_asked(script: Script, question: Question, lines: Lines) -> Iterator[Problem]:
    """An `ask_if` that no plain answer fits."""
    ask_if = question.ask_if
    earlier = script.question(ask_if.question) if ask_if else None
    if ask_if is None or earlier is None:
        return
    line = lines.of(question, "ask_if")
    wanted = wanted_answers(ask_if)
    if wanted and wanted <= set(earlier.knockout):
        message = f"question '{question.key}' is never asked: that answer to '{earlier.key}' ends the screening"
        yield Problem(line, message)
    if earlier.range is not None and outside(ask_if, earlier.range):
        low, high = earlier.range
        yield Problem(line, f"question '{question.key}' is never asked: '{earlier.key}' goes from {low:g} to {high:g}")


def wanted_answers(ask_if: AskIf) -> set[str]:
    """The answers, as text, that the condition names."""
    return {str(value) for value in (ask_if.is_, *ask_if.in_) if value is not None}


def outside(ask_if: AskIf, ends: tuple[float, float]) -> bool:
    """Whether no number of the range fits."""
    low, high = ends
    named = [v for v in (ask_if.is_, *ask_if.in_) if isinstance(v, int | float)]
    if named:
        return not any(low <= v <= high for v in named)
    return apart(ask_if.at_least, ask_if.at_most, low, high)


def apart(at_least: float | None, at_most: float | None, low: float, high: float) -> bool:
    """Whether nothing from `low` to `high` lies between two bounds."""
    return (at_least is not None and at_least > high) or (at_most is not None and at_most < low)


def dead_rows(question: Question, lines: Lines) -> Iterator[Problem]:
    """Rows of points that an earlier row or the range leaves nothing to."""
    for n, row in enumerate(question.points):
        line = lines.of(question, "points", n)
        if any(covers(before, row) for before in question.points[:n]):
            message = "is never reached; an earlier row takes its answers"
        elif question.range is not None and apart(row.at_least, row.at_most, *question.range):
            message = "lies outside 'range'"
        else:
            continue
        yield Problem(line, f"question '{question.key}': row {n + 1} of 'points' {message}", error=False)
    if question.points and all(bounded(row) for row in question.points):
        message = f"question '{question.key}': answers that fit no row are not scored; end with {{ points = 1 }}"
        yield Problem(lines.of(question, "points"), message, error=False)


def covers(before: PointsRow, row: PointsRow) -> bool:
    """Whether every answer of `row` is taken by the row before it."""
    return (
        above(before.at_least, row.at_least)
        and below(before.at_most, row.at_most)
        and below(before.within_days, row.within_days)
    )


def above(bound: float | None, inner: float | None) -> bool:
    """Whether a lower bound leaves in all that `inner` leaves in."""
    return bound is None or (inner is not None and inner >= bound)


def below(bound: float | None, inner: float | None) -> bool:
    """Whether an upper bound leaves in all that `inner` leaves in."""
    return bound is None or (inner is not None and inner <= bound)


def bounded(row: PointsRow) -> bool:
    """Whether a row has any bound."""
    return any(bound is not None for bound in (row.at_least, row.at_most, row.within_days))


def misread(question: Question, lines: Lines) -> Iterator[Problem]:
    """A knock-out among options that are easily mistaken for one another, or that may be chosen together."""
    if question.kind is not Kind.CHOICE or not question.knockout:
        return
    line, name = lines.of(question, "knockout"), f"question '{question.key}'"
    if question.several:
        yield Problem(line, f"{name}: a knock-out and 'several' do not go together; somebody may choose both")
    others = [option.value for option in question.options if option.value not in question.knockout]
    for out, other in product(question.knockout, others):
        if alike(out, other):
            message = f"'{cut(out)}' is easily taken for '{cut(other)}'; a knock-out needs plain words"
            yield Problem(line, f"{name}: {message}")


def alike(one: str, other: str) -> bool:
    """Whether all words of one option stand in the other."""
    a, b = set(fold(one).split()), set(fold(other).split())
    return a <= b or b <= a


def examples(question: Question, lines: Lines) -> Iterator[Problem]:
    """The same words as an example of yes and of no."""
    for words in {fold(w) for w in question.yes_examples} & {fold(w) for w in question.no_examples}:
        message = f"question '{question.key}': '{cut(words)}' is an example of both yes and no"
        yield Problem(lines.of(question, "no_examples"), message)
    points = question.yes_no_points
    if any(points.get(out, 0) >= max(points.values(), default=9) for out in question.knockout):
        message = f"question '{question.key}': the knock-out has the most points"
        yield Problem(lines.of(question, "points"), message, error=False)


def evidence(question: Question, lines: Lines) -> Iterator[Problem]:
    """Evidence that nearly every text holds, or that stands in two rubric lines."""
    owners: dict[str, int] = {}
    for n, rubric in enumerate(question.rubric):
        line, name = lines.of(question, "rubric", n, "evidence"), f"question '{question.key}'"
        for word in dict.fromkeys(fold(w) for w in rubric.evidence):
            if word in EMPTY_EVIDENCE:
                yield Problem(line, f"{name}: nearly every text holds '{word}'; it is no evidence", error=False)
            if owners.setdefault(word, n) != n:
                yield Problem(line, f"{name}: '{cut(word)}' is evidence for two rubric lines", error=False)


def whole(script: Script, lines: Lines) -> Iterator[Problem]:
    """Length, order, reminders and languages of the script as a whole."""
    count = len(script.questions)
    if count == 0:
        yield Problem(lines.at("question"), "the script has no question")
    if count > MOST_QUESTIONS:
        message = f"{count} questions; beyond {MOST_QUESTIONS} many candidates give up"
        yield Problem(lines.at("question"), message, error=False)
    yield from late_must_haves(script)
    yield from late_reminders(script, lines)
    if count and not any(q.weight for q in script.questions):
        yield Problem(lines.at("question"), "every question has weight 0: nothing is scored", error=False)
    yield from half_translated(script, lines)


def late_reminders(script: Script, lines: Lines) -> Iterator[Problem]:
    """Reminders that an expired screening never sends."""
    for n, after in enumerate(script.remind_after):
        if after >= script.expire_after:
            message = f"reminder {n + 1} is never sent: the screening expires first"
            yield Problem(lines.at("remind_after", n), message, error=False)


def late_must_haves(script: Script) -> Iterator[Problem]:
    """A must-have after five questions that do not decide."""
    for n, question in enumerate(script.questions):
        before = sum(not q.knockout for q in script.questions[:n])
        if question.knockout and before >= LATE and question.ask_if is None:
            yield Problem(question.line, f"question '{question.key}' is a must-have; ask it earlier", error=False)


def half_translated(script: Script, lines: Lines) -> Iterator[Problem]:
    """A language in which some words are missing is not offered."""
    texts = [(lines.at("intro"), "the intro", script.intro), (lines.at("closing"), "the closing", script.closing)]
    texts += [(lines.of(q, "ask"), f"question '{q.key}'", q.ask) for q in script.questions]
    spoken = sorted({lang for _, _, words in texts for lang in words} - set(script.languages))
    for lang in spoken:
        line, name, _ = next(t for t in texts if lang not in t[2])
        yield Problem(line, f"'{lang}' is not offered: {name} has no words in it", error=False)

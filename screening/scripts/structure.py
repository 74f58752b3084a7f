"""What must fit together in a script before it can be run: branches and knock-outs."""

from collections.abc import Iterator

from screening.errors import Problem
from screening.scripts.fields import cut, not_known
from screening.scripts.said import Lines
from screening.scripts.script import AskIf, Kind, Question, Script

MEASURED = (Kind.NUMBER, Kind.PAY, Kind.LOCATION)


def structure(script: Script, unread: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
    """Every problem of branches, options and knock-outs; `unread` are keys of questions that could not be read."""
    lines = Lines(script)
    return tuple(
        problem
        for number, question in enumerate(script.questions)
        for problem in (
            *branch_problems(script, number, unread, lines),
            *option_problems(question, lines),
            *knockout_problems(question, lines),
        )
    )


def branch_problems(script: Script, number: int, unread: frozenset[str], lines: Lines) -> Iterator[Problem]:
    """An `ask_if` speaks of an earlier question, and of an answer that it can have."""
    question = script.questions[number]
    if question.ask_if is None or question.ask_if.question in unread:
        return
    earlier = {q.key: q for q in script.questions[:number]}
    key, line = question.ask_if.question, lines.of(question, "ask_if")
    if key in earlier:
        yield from (Problem(line, message) for message in answer_faults(question.ask_if, earlier[key]))
    elif key == question.key:
        yield Problem(line, f"'ask_if' of '{cut(key)}' speaks of the question itself")
    elif script.question(key):
        yield Problem(line, f"'ask_if' speaks of '{cut(key)}', which is asked later; move it up")
    else:
        yield Problem(line, not_known("the question of 'ask_if'", key, earlier or ("an earlier question",)))


def answer_faults(ask_if: AskIf, earlier: Question) -> Iterator[str]:
    """What is wrong with the condition, given the kind of the earlier question."""
    values = (*ask_if.in_, *(() if ask_if.is_ is None else (ask_if.is_,)))
    bounded = ask_if.at_least is not None or ask_if.at_most is not None
    if bounded and earlier.kind not in MEASURED:
        yield f"at_least and at_most do not fit '{earlier.key}', a {earlier.kind} question"
    if values and earlier.kind in {Kind.DATE, Kind.TEXT, Kind.PAY, Kind.LOCATION}:
        yield f"'is' and 'in' do not fit '{earlier.key}', a {earlier.kind} question"
    elif values:
        yield from value_faults(values, earlier)


def value_faults(values: tuple[str | float, ...], earlier: Question) -> Iterator[str]:
    """Which of the values can never be that question's answer."""
    if earlier.kind is Kind.NUMBER:
        yield from (f"'{cut(v)}' is not a number, as '{earlier.key}' answers" for v in values if isinstance(v, str))
        return
    known = answers(earlier)
    for value in values:
        if value not in known:
            yield not_known(f"the answer to '{earlier.key}'", str(value), known)


def answers(question: Question) -> tuple[str, ...]:
    """The answer values of a yes_no or choice question."""
    return ("yes", "no") if question.kind is Kind.YES_NO else tuple(option.value for option in question.options)


def option_problems(question: Question, lines: Lines) -> Iterator[Problem]:
    """No two options may be called the same."""
    owners: dict[str, str] = {}
    for option in question.options:
        for word in dict.fromkeys(w.casefold() for w in (option.value, *option.also)):
            owner = owners.setdefault(word, option.value)
            if owner is not option.value:
                message = f"'{cut(word)}' stands for two options of '{question.key}'"
                yield Problem(lines.of(question, "options"), message)


def knockout_problems(question: Question, lines: Lines) -> Iterator[Problem]:
    """A knock-out needs a plain answer, and must leave another one."""
    if not question.knockout:
        return
    line = lines.of(question, "knockout")
    if question.kind not in {Kind.YES_NO, Kind.CHOICE}:
        why = f"the answer to a {question.kind} question is too easily misread"
        yield Problem(line, f"'{question.key}' can not have a knock-out: {why}; ask a yes_no question")
        return
    known = answers(question)
    for value in question.knockout:
        if value not in known:
            yield Problem(line, not_known("knockout", value, known))
    if known and set(known) <= set(question.knockout):
        yield Problem(line, f"every answer to '{question.key}' is a knock-out: nobody could pass")

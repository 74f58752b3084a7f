"""Reading `ask_if`: when a question is asked at all."""

from screening.scripts.fields import FAR, Fields, cut, fault_in_words, name_of
from screening.scripts.positions import Path
from screening.scripts.script import AskIf


def read_ask_if(fields: Fields) -> AskIf | None:
    """`{ question = "years", at_least = 1 }`."""
    table = fields.table("ask_if")
    if table is None:
        return None
    question = table.words("question", longest=40, required=True)
    is_, in_ = read_is(table), read_in(table)
    low, high = (table.number(name, low=-FAR, high=FAR) for name in ("at_least", "at_most"))
    table.unknown(("question", "is", "in", "at_least", "at_most"))
    check_conditions(table, low, high)
    return AskIf(question=question, is_=is_, in_=in_, at_least=low, at_most=high) if question else None


def check_conditions(table: Fields, low: float | None, high: float | None) -> None:
    """One condition, or a range with both ends."""
    given = [name for name in ("is", "in", "at_least", "at_most") if name in table.values]
    if not given:
        table.found.say(table.at, "'ask_if' needs one of is, in, at_least, at_most")
    elif len(given) > 1 and given != ["at_least", "at_most"]:
        table.found.say(table.at, f"'ask_if' can not have {' and '.join(given)} together")
    if low is not None and high is not None and low > high:
        table.found.say(table.at, f"no answer is at least {low:g} and at most {high:g}")


def read_is(table: Fields) -> str | float | None:
    """The one answer that fits."""
    value = table.get("is")
    return None if value is None else read_answer(table, "is", (*table.at, "is"), value)


def read_in(table: Fields) -> tuple[str | float, ...]:
    """The answers that fit."""
    items = table.items("in")
    if table.values.get("in") == []:
        table.wrong("in", "'in' is empty: the question would never be asked")
    answers = (read_answer(table, "in", path, item) for path, item in items)
    return tuple(answer for answer in answers if answer is not None)


def read_answer(table: Fields, key: str, path: Path, value: object) -> str | float | None:
    """An answer to compare with: text or a number."""
    if isinstance(value, bool):
        table.found.say(path, f'\'{key}\' must be "yes" or "no" in quotes, not {cut(value).lower()}')
        return None
    if isinstance(value, int | float) and -FAR <= value <= FAR:
        return value
    fault = fault_in_words(value, 80)
    if fault:
        table.found.say(path, f"'{key}' must be text or a number, not {name_of(value)}")
        return None
    return str(value).strip()

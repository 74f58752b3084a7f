"""Reading one question of a script."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from screening.scripts.conditions import read_ask_if
from screening.scripts.fields import FAR, Fields, cut, not_known
from screening.scripts.script import Kind, Modality, Option, PointsRow, Question, RubricLine

LONGEST_ASK: Final = 250
PERIODS: Final = ("hour", "day", "week", "month", "year")
CURRENCIES: Final = ("USD", "CAD", "GBP", "EUR", "MXN")
CURRENCY_OF: Final = {"US": "USD", "CA": "CAD", "GB": "GBP"}
ENDS: Final = ("lowest", "highest")

COMMON: Final = ("key", "kind", "ask", "criterion", "weight", "knockout", "ask_if", "step", "resume")
KEYS_OF: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.YES_NO: ("yes_examples", "no_examples", "points"),
    Kind.NUMBER: ("unit", "range", "points"),
    Kind.PAY: ("period", "currency", "points"),
    Kind.DATE: ("points",),
    Kind.CHOICE: ("options", "several"),
    Kind.LOCATION: ("points",),
    Kind.TEXT: ("rubric",),
}
ALL_KEYS: Final = (*COMMON, *dict.fromkeys(key for keys in KEYS_OF.values() for key in keys))
BOUNDS_OF: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.NUMBER: ("at_least", "at_most"),
    Kind.PAY: ("at_least", "at_most"),
    Kind.DATE: ("within_days",),
    Kind.LOCATION: ("at_least", "at_most"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What a question takes from its script."""

    language: str
    country: str
    steps: tuple[Modality, ...] = (Modality.SMS,)


def read_question(fields: Fields, home: Home) -> Question | None:
    """The question, or None where its kind is not known; problems go to `fields.found`."""
    kind = read_kind(fields)
    key = read_key(fields)
    ask = fields.texts("ask", home.language, longest=LONGEST_ASK, required=True)
    criterion = fields.words("criterion", default=key, longest=80)
    weight = fields.number("weight", low=0, high=100)
    knockout = fields.phrases("knockout", longest=80)
    ask_if = read_ask_if(fields)
    resume = fields.phrases("resume", longest=80)
    asked_in = fields.one_of("step", tuple(s for s in home.steps if s is not Modality.RESUME), default="")
    if kind is None:
        return None
    own = READERS[kind](fields, home)
    check_keys(fields, kind)
    return Question(
        key=key,
        kind=kind,
        ask=ask,
        criterion=criterion,
        weight=1 if weight is None else weight,
        knockout=knockout,
        ask_if=ask_if,
        resume=resume,
        step=asked_in,
        line=fields.found.line(fields.at),
        **own,
    )


def read_kind(fields: Fields) -> Kind | None:
    """One of the seven kinds."""
    word = fields.one_of("kind", tuple(Kind), required=True)
    return Kind(word) if word else None


def read_key(fields: Fields) -> str:
    """A short name: letters, digits, `_` and `-`."""
    key = fields.words("key", longest=40, required=True)
    if key and not (key.isascii() and key.replace("_", "").replace("-", "").isalnum()):
        fields.wrong("key", f"key '{cut(key)}' may hold only letters, digits, '_' and '-'")
    return key


def check_keys(fields: Fields, kind: Kind) -> None:
    """Every key is known, and belongs to this kind."""
    known = (*COMMON, *KEYS_OF[kind])
    for key in fields.values:
        if key in known:
            continue
        if key in ALL_KEYS:
            fields.wrong(key, f"'{key}' does not belong to a {kind} question")
        else:
            fields.wrong(key, not_known("key", key, ALL_KEYS))


def read_yes_no(fields: Fields, _home: Home) -> dict[str, Any]:
    """Examples of both answers, and the points of each."""
    yes, no = fields.phrases("yes_examples"), fields.phrases("no_examples")
    return {"yes_examples": yes, "no_examples": no, "yes_no_points": read_yes_no_points(fields)}


def read_yes_no_points(fields: Fields) -> dict[str, float]:
    """`{ yes = 5, no = 3 }`; both are needed."""
    table = fields.table("points")
    if table is None:
        return {}
    points = {word: table.number(word, low=1, high=5) for word in ("yes", "no")}
    table.unknown(("yes", "no"))
    for word in points:
        if word not in table.values:
            fields.wrong("points", f"'points' says nothing about '{word}'; write points = {{ yes = 5, no = 3 }}")
    return {word: number for word, number in points.items() if number is not None}


def read_number(fields: Fields, _home: Home) -> dict[str, Any]:
    """A unit, a range and points."""
    unit = fields.words("unit", longest=20)
    return {"unit": unit, "range": read_range(fields), "points": read_points(fields, Kind.NUMBER)}


def read_range(fields: Fields) -> tuple[float, float] | None:
    """`[lowest, highest]`."""
    items = fields.items("range")
    ends = [item for _, item in items if isinstance(item, int | float) and not isinstance(item, bool)]
    if not items and not isinstance(fields.get("range"), list):
        return None
    if len(items) != len(ENDS) or len(ends) != len(ENDS) or not all(-FAR <= end <= FAR for end in ends):
        fields.wrong("range", "'range' must be two numbers, such as [0, 50]")
    elif ends[0] >= ends[1]:
        fields.wrong("range", f"'range' must go from low to high, not from {cut(ends[0])} to {cut(ends[1])}")
    else:
        return (ends[0], ends[1])
    return None


def read_points(fields: Fields, kind: Kind) -> tuple[PointsRow, ...]:
    """The rows of a points table."""
    rows = (read_points_row(table, kind) for table in fields.tables("points", at_most=20))
    return tuple(row for row in rows if row is not None)


def read_points_row(table: Fields, kind: Kind) -> PointsRow | None:
    """One row: points from 1 to 5, and the bounds of this kind."""
    points = table.number("points", low=1, high=5)
    names = BOUNDS_OF[kind]
    bounds = {name: table.number(name, low=0 if name == "within_days" else -FAR, high=FAR) for name in names}
    table.unknown(("points", *names))
    low, high = bounds.get("at_least"), bounds.get("at_most")
    if low is not None and high is not None and low > high:
        table.found.say(table.at, f"no answer is at least {low:g} and at most {high:g}")
    if "points" not in table.values:
        table.found.say(table.at, "a row of 'points' needs points = 1 to 5")
    return None if points is None else PointsRow(points=points, **bounds)


def read_pay(fields: Fields, home: Home) -> dict[str, Any]:
    """A period, a currency and points."""
    period = fields.one_of("period", PERIODS, default="hour")
    currency = fields.one_of("currency", CURRENCIES, default=CURRENCY_OF.get(home.country, "USD"))
    return {"period": period, "currency": currency, "points": read_points(fields, Kind.PAY)}


def read_date(fields: Fields, _home: Home) -> dict[str, Any]:
    """Points."""
    return {"points": read_points(fields, Kind.DATE)}


def read_location(fields: Fields, _home: Home) -> dict[str, Any]:
    """Points, in minutes."""
    return {"points": read_points(fields, Kind.LOCATION)}


def read_choice(fields: Fields, _home: Home) -> dict[str, Any]:
    """The options, and whether several may be chosen."""
    options = tuple(o for o in (read_option(t) for t in fields.tables("options", at_most=20)) if o is not None)
    several = fields.flag("several")
    if "options" not in fields.values:
        fields.found.say(fields.at, "a choice question needs 'options'")
    elif len(options) == 1 or fields.values["options"] == []:
        fields.wrong("options", "a choice question needs two options or more")
    return {"options": options, "several": several}


def read_option(table: Fields) -> Option | None:
    """One option: `{ value = "evening", also = ["2nd"], points = 5 }`."""
    value = table.words("value", longest=80)
    also = table.phrases("also", longest=80)
    points = table.number("points", low=1, high=5)
    table.unknown(("value", "also", "points"))
    if "value" not in table.values:
        table.found.say(table.at, "an option needs a 'value'")
    return Option(value=value, also=also, points=points) if value else None


def read_text(fields: Fields, _home: Home) -> dict[str, Any]:
    """The rubric."""
    lines = (read_rubric_line(table) for table in fields.tables("rubric", at_most=20))
    return {"rubric": tuple(line for line in lines if line is not None)}


def read_rubric_line(table: Fields) -> RubricLine | None:
    """One line: a name, the words that are evidence for it, its points."""
    name = table.words("name", longest=80, required=True)
    evidence = table.phrases("evidence", longest=80)
    points = table.number("points", low=0.1, high=100)
    table.unknown(("name", "evidence", "points"))
    if not evidence and table.values.get("evidence") in (None, []):
        table.found.say(table.at, f"the rubric line '{cut(name)}' needs 'evidence', the words you look for")
    if not name or not evidence:
        return None
    return RubricLine(name=name, evidence=evidence, points=1 if points is None else points)


READERS: Final[Mapping[Kind, Callable[[Fields, Home], dict[str, Any]]]] = {
    Kind.YES_NO: read_yes_no,
    Kind.NUMBER: read_number,
    Kind.PAY: read_pay,
    Kind.DATE: read_date,
    Kind.CHOICE: read_choice,
    Kind.LOCATION: read_location,
    Kind.TEXT: read_text,
}

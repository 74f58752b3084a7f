"""Shown: values, instants and bounds in the words a recruiter reads."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from screening.scripts.script import Kind, PointsRow, Question

_SIGNS = {"USD": "$", "CAD": "CA$", "GBP": "£", "EUR": "€"}
_MONTHS = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]


def number(x: float) -> str:
    """The number without needless zeros."""
    return f"{x:,.2f}".rstrip("0").rstrip(".")


def day(d: date) -> str:
    """21 Nov 2026, in every locale the same."""
    return f"{d.day} {_MONTHS[d.month - 1]} {d.year}"


def local(ms: int, zone: str) -> datetime:
    """The instant in that zone."""
    return datetime.fromtimestamp(ms / 1000, ZoneInfo(zone))


def moment(ms: int, zone: str) -> str:
    """21 Nov 2026, 09:12 CST."""
    at = local(ms, zone)
    name = at.tzname() or "UTC"
    return f"{day(at)}, {at:%H:%M} {name if name[0].isalpha() else 'UTC' + name}"


def span(ms: int) -> str:
    """A duration in its two largest units."""
    rest, parts = max(0, ms) // 1000, []
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        if rest >= size:
            parts.append(f"{rest // size} {unit}")
            rest %= size
    return " ".join(parts[:2]) or "0 s"


def value(answer: Any, question: Question) -> str:
    """What we understood, in words."""
    match answer:
        case Mapping():
            return _mapping(answer, question)
        case list() | tuple():
            return ", ".join(str(x) for x in answer)
        case bool() | str():
            return str(answer)
        case int() | float():
            return _amount(answer, question)
        case _:
            return str(answer)


def _amount(x: float, question: Question) -> str:
    if question.kind is Kind.PAY:
        return _money(number(x), question.currency, question.period)
    return f"{number(x)} {question.unit}".strip()


def _mapping(answer: Mapping[str, Any], question: Question) -> str:
    if question.kind is Kind.PAY:
        period = str(answer.get("period") or question.period)
        return _money(
            _range(answer, "amount"),
            str(answer.get("currency") or question.currency),
            period,
        )
    if question.kind is Kind.DATE:
        return _dates(answer)
    if "place" in answer:
        return str(answer["place"])
    for unit in ("minutes", "miles"):
        if unit in answer:
            inner = answer[unit]
            return f"{_range(inner) if isinstance(inner, Mapping) else number(inner)} {unit}"
    return f"{_range(answer)} {question.unit}".strip()


def _range(answer: Mapping[str, Any], one: str = "amount") -> str:
    if answer.get(one) is not None:
        return number(answer[one])
    low, high = answer.get("min"), answer.get("max")
    if low is not None and high is not None:
        return f"{number(low)}–{number(high)}"
    return f"at least {number(low)}" if low is not None else f"at most {number(high)}" if high is not None else "–"


def _money(amount: str, currency: str, period: str) -> str:
    sign = _SIGNS.get(currency, "")
    text = f"{sign}{amount}" if sign and amount[:1].isdigit() else f"{amount} {currency}".strip()
    return f"{text} per {period}" if period else text


def _dates(answer: Mapping[str, Any]) -> str:
    if answer.get("date"):
        return _iso(answer["date"])
    first, last = answer.get("from"), answer.get("to")
    if first and last:
        return f"{_iso(first)} to {_iso(last)}"
    return f"from {_iso(first)}" if first else f"by {_iso(last)}" if last else "–"


def _iso(text: Any) -> str:
    try:
        return day(date.fromisoformat(str(text)[:10]))
    except ValueError:
        return str(text)


def scale(question: Question) -> str:
    """How the question's answers earn points, on one line; empty where they do not."""
    if not question.weight:
        return ""
    if question.kind is Kind.YES_NO:
        points = question.yes_no_points or ({"no": 5, "yes": 1} if "yes" in question.knockout else {"yes": 5, "no": 1})
        return ", ".join(f"{k} = {number(v)}" for k, v in points.items())
    if question.options:
        return ", ".join(f"{o.value} = {number(o.points)}" for o in question.options if o.points is not None)
    if question.rubric:
        return "looks for " + ", ".join(f"{line.name} ({number(line.points)})" for line in question.rubric)
    return ", ".join(_row(row, question.unit) for row in question.points)


def _row(row: PointsRow, unit: str) -> str:
    bounds = []
    if row.at_least is not None:
        bounds.append(f"from {number(row.at_least)}")
    if row.at_most is not None:
        bounds.append(f"up to {number(row.at_most)}")
    if row.within_days is not None:
        bounds.append(f"within {number(row.within_days)} days")
    words = " ".join([*bounds, unit] if unit else bounds) if bounds else "otherwise"
    return f"{words} = {number(row.points)}"

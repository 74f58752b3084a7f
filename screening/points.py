"""Points: what one answer is worth (1-5), and the number behind it that rows and conditions compare."""

from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from screening.screening import Answer, Screening
from screening.scripts.script import Kind, PointsRow, Question
from screening.understanding.free_text import evidence
from screening.understanding.words import said

YEARLY: Final = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}  # units of a period in a working year


def _low(value: Any) -> float | None:
    if isinstance(value, dict):
        value = next((value[k] for k in ("amount", "min", "max") if value.get(k) is not None), None)
    return float(value) if isinstance(value, int | float) else None


def _pay(answer: Answer, question: Question) -> float | None:
    value = answer.value
    amount = _low(value)
    if amount is None or not isinstance(value, dict):
        return amount
    period = str(value.get("period") or question.period)
    if period in YEARLY and question.period in YEARLY:
        return amount * YEARLY[period] / YEARLY[question.period]
    return amount


def _days(answer: Answer, screening: Screening) -> float | None:
    value = answer.value
    first = value.get("date") or value.get("from") or value.get("to") if isinstance(value, dict) else None
    if not first:
        return None
    today = datetime.fromtimestamp(answer.at / 1000, ZoneInfo(screening.zone)).date()
    return float((date.fromisoformat(str(first)[:10]) - today).days)


def _minutes(answer: Answer) -> float | None:
    value = answer.value
    minutes = value.get("minutes") if isinstance(value, dict) else None
    if isinstance(minutes, dict):
        minutes = next((minutes[k] for k in ("max", "min") if minutes.get(k) is not None), None)
    return float(minutes) if isinstance(minutes, int | float) else None


def amount_of(answer: Answer, question: Question, screening: Screening) -> float | None:
    """The number of an answer: itself, pay in the question's period, days from the answer, minutes; None where it has none."""
    match question.kind:
        case Kind.NUMBER:
            return _low(answer.value)
        case Kind.PAY:
            return _pay(answer, question)
        case Kind.DATE:
            return _days(answer, screening)
        case Kind.LOCATION:
            return _minutes(answer)
        case _:
            return None


def _row(rows: tuple[PointsRow, ...], amount: float) -> float | None:
    for row in rows:
        low_ok = row.at_least is None or amount >= row.at_least
        high_ok = row.at_most is None or amount <= row.at_most
        if low_ok and high_ok and (row.within_days is None or amount <= row.within_days):
            return row.points
    return None


def _yes_no(question: Question, value: Any) -> float:
    if question.yes_no_points:
        return question.yes_no_points.get(str(value), 1)
    wanted = "no" if "yes" in question.knockout else "yes"
    return 5 if value == wanted else 1


def _choice(question: Question, value: Any) -> float | None:
    chosen = value if isinstance(value, list) else [value]
    points = [o.points for o in question.options if o.value in chosen and o.points is not None]
    return max(points, default=None)


def met_lines(question: Question, text: str) -> tuple[str, ...]:
    """The rubric lines for which the text holds evidence."""
    plain = said(text).plain
    return tuple(line.name for line in question.rubric if evidence(plain, line.evidence))


def _text(question: Question, value: Any) -> float | None:
    total = sum(line.points for line in question.rubric)
    if not total:
        return None
    met = set(met_lines(question, str(value)))
    return round(1 + 4 * sum(line.points for line in question.rubric if line.name in met) / total, 4)


def points_of(question: Question, answer: Answer, screening: Screening) -> float | None:
    """The answer's points (1-5), or None where it is kept but not scored."""
    if question.weight == 0:
        return None
    match question.kind:
        case Kind.YES_NO:
            return _yes_no(question, answer.value)
        case Kind.CHOICE:
            return _choice(question, answer.value)
        case Kind.TEXT:
            return _text(question, answer.value)
        case _:
            amount = amount_of(answer, question, screening)
            return None if amount is None else _row(question.points, amount)

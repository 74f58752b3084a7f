"""Scoring: a pure function of the script and the recorded answers. It never reads texts again."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from screening.screening import UNSCORED, Answer, Screening, Status
from screening.scripts.script import Kind, PointsRow, Question, Script
from screening.understanding.free_text import evidence
from screening.understanding.words import said

YEARLY = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}  # units of a period in a working year


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A row of the scorecard; points 1-5, None where nothing scored was answered."""

    name: str
    weight: float
    points: float | None
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MustHave:
    """A must-have and whether it is met: met, not_met or unclear."""

    question: str
    result: str
    quote: str | None
    message: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One answer with its points; None where it is kept but not scored. `note` is for the recruiter."""

    question: str
    value: Any
    quote: str
    message: str
    points: float | None
    rule: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The result of a screening; score 0-100 or None."""

    screening: str
    script: str
    script_hash: str
    engine: str
    status: Status
    score: int | None
    recommendation: str
    confidence: float
    criteria: tuple[Criterion, ...]
    must_haves: tuple[MustHave, ...]
    answers: tuple[Scored, ...]
    strengths: tuple[Scored, ...]
    concerns: tuple[Scored, ...]
    ask_next: tuple[str, ...]


def asked_if(question: Question, script: Script, screening: Screening) -> bool:
    """Whether the question is to be asked; an unclear earlier answer counts as met."""
    rule = question.ask_if
    if rule is None:
        return True
    earlier, asked = screening.answer(rule.question), script.question(rule.question)
    if earlier is None or asked is None:
        return True
    if rule.is_ is not None and not _same(earlier.value, rule.is_):
        return False
    if rule.in_ and not any(_same(earlier.value, x) for x in rule.in_):
        return False
    amount = _amount(earlier, asked, screening)
    if amount is None:
        return True
    return (rule.at_least is None or amount >= rule.at_least) and (rule.at_most is None or amount <= rule.at_most)


def _same(value: Any, want: str | float) -> bool:
    if isinstance(value, list):
        return want in value
    return bool(value == want) or str(value).lower() == str(want).lower()


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


def _amount(answer: Answer, question: Question, screening: Screening) -> float | None:
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
            amount = _amount(answer, question, screening)
            return None if amount is None else _row(question.points, amount)


def _scored(script: Script, screening: Screening) -> tuple[Scored, ...]:
    out = []
    for q in script.questions:
        a = screening.answer(q.key)
        if a is not None:
            points = points_of(q, a, screening)
            note = (
                "no evidence found; please read it"
                if q.kind is Kind.TEXT and q.rubric and not met_lines(q, str(a.value))
                else ""
            )
            out.append(
                Scored(
                    question=q.key,
                    value=a.value,
                    quote=a.quote,
                    message=a.message,
                    points=points,
                    rule=a.rule,
                    note=note,
                )
            )
    return tuple(out)


def _criteria(script: Script, scored: tuple[Scored, ...]) -> tuple[Criterion, ...]:
    names = dict.fromkeys(q.criterion for q in script.questions if q.weight)
    by_key = {s.question: s for s in scored}
    rows = []
    for name in names:
        asked = tuple(q for q in script.questions if q.criterion == name)
        have = [(q.weight, p) for q in asked if (s := by_key.get(q.key)) and (p := s.points) is not None]
        weight = sum(w for w, _ in have)
        mean = sum(w * p for w, p in have) / weight if weight else None
        if mean is not None or any(_can_score(q) for q in asked):
            rows.append(
                Criterion(
                    name=name,
                    weight=weight,
                    points=None if mean is None else round(mean, 4),
                    questions=tuple(q.key for q in asked),
                )
            )
    return tuple(rows)


def _can_score(q: Question) -> bool:
    if q.weight == 0:
        return False
    return q.kind is Kind.YES_NO or bool(q.points or q.rubric) or any(o.points is not None for o in q.options)


def must_have_result(question: Question, answer: Answer | None) -> str:
    """met, not_met or unclear."""
    if answer is None:
        return "unclear"
    chosen = answer.value if isinstance(answer.value, list) else [answer.value]
    return "not_met" if all(str(c) in question.knockout for c in chosen) else "met"


def _must_haves(script: Script, screening: Screening) -> tuple[MustHave, ...]:
    rows = []
    for q in script.questions:
        if q.knockout and asked_if(q, script, screening):
            a = screening.answer(q.key)
            rows.append(
                MustHave(
                    question=q.key,
                    result=must_have_result(q, a),
                    quote=a.quote if a else None,
                    message=a.message if a else None,
                )
            )
    return tuple(rows)


def _score(scored: tuple[Scored, ...], script: Script) -> int | None:
    have = [(q.weight, s.points) for s in scored if s.points is not None and (q := script.question(s.question))]
    weight = sum(w for w, _ in have)
    return round(100 * sum(w * (p - 1) / 4 for w, p in have) / weight) if weight else None


def _share(script: Script, screening: Screening) -> float:
    """The share of the scorable weight that was answered; 1.0 where nothing can be scored."""
    wanted = [q for q in script.questions if _can_score(q) and asked_if(q, script, screening)]
    total = sum(q.weight for q in wanted)
    return sum(q.weight for q in wanted if screening.answer(q.key)) / total if total else 1.0


def _recommend(
    script: Script, status: Status, score: int | None, must: tuple[MustHave, ...], share: float, doubt: bool
) -> str:
    if any(m.result == "not_met" for m in must):
        return "Not a match"
    if status is not Status.COMPLETED or score is None:
        return "Incomplete" if status is not Status.COMPLETED else "Review"
    capped = doubt or share < 0.5 or any(m.result == "unclear" for m in must)
    if score >= script.bands.advance and not capped:
        return "Advance"
    if score >= script.bands.review or capped:
        return "Review"
    return "Not a match"


def score(screening: Screening, script: Script, engine: str) -> Scorecard:
    """The scorecard of a screening (interface: points, score, recommendation, knock-outs)."""
    answers = _scored(script, screening)
    silent = screening.status in UNSCORED
    points = None if silent else _score(answers, script)
    must, share = _must_haves(script, screening), _share(script, screening)
    ranked = [s for s in answers if s.points is not None]
    unclear = [q.key for q in script.questions if asked_if(q, script, screening) and screening.answer(q.key) is None]
    return Scorecard(
        screening=screening.id,
        script=script.name,
        script_hash=script.hash,
        engine=engine,
        status=screening.status,
        score=points,
        recommendation=_recommend(script, screening.status, points, must, share, any(s.note for s in answers)),
        confidence=round(share, 2),
        criteria=_criteria(script, answers),
        must_haves=must,
        answers=answers,
        strengths=tuple(sorted((s for s in ranked if (s.points or 0) >= 4), key=lambda s: -(s.points or 0))[:3]),
        concerns=tuple(sorted((s for s in ranked if (s.points or 0) < 3), key=lambda s: s.points or 0)[:3]),
        ask_next=tuple([*unclear, *(s.question for s in answers if s.note)][:3]),
    )

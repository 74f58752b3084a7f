"""Scoring: a pure function of the script and the recorded answers. It never reads texts again."""

from dataclasses import dataclass, replace
from typing import Any

from screening.points import amount_of, met_lines, points_of
from screening.screening import UNSCORED, Answer, Screening, Status
from screening.scripts.script import Kind, Question, Script


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
    amount = amount_of(earlier, asked, screening)
    if amount is None:
        return True
    return (rule.at_least is None or amount >= rule.at_least) and (rule.at_most is None or amount <= rule.at_most)


def _same(value: Any, want: str | float) -> bool:
    if isinstance(value, list):
        return want in value
    return bool(value == want) or str(value).lower() == str(want).lower()


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
    ranked = [(s.points, s) for s in answers if s.points is not None]
    unclear = [q.key for q in script.questions if asked_if(q, script, screening) and screening.answer(q.key) is None]
    card = Scorecard(
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
        strengths=tuple(s for _, s in sorted((r for r in ranked if r[0] >= 4), key=lambda r: -r[0])[:3]),
        concerns=tuple(s for _, s in sorted((r for r in ranked if r[0] < 3), key=lambda r: r[0])[:3]),
        ask_next=tuple([*unclear, *(s.question for s in answers if s.note)][:3]),
    )
    return _bare(card) if screening.unscored else card


def _bare(card: Scorecard) -> Scorecard:
    """The answers alone: nothing that ranks, classifies or recommends."""
    kept = tuple(replace(s, points=None, note="") for s in card.answers)
    return replace(
        card, score=None, recommendation="Review", criteria=(), must_haves=(), answers=kept, strengths=(), concerns=()
    )

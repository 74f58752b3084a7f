"""The scorecard as JSON (interface section 7): the same bytes every time."""

from typing import Any

from screening.scoring import Scorecard, Scored


def as_json(card: Scorecard) -> dict[str, Any]:
    """Plain data with the published names."""
    return {
        "screening": card.screening,
        "script": card.script,
        "script_hash": card.script_hash,
        "engine": card.engine,
        "status": card.status.value,
        "score": card.score,
        "recommendation": card.recommendation,
        "confidence": card.confidence,
        "criteria": [
            {"name": c.name, "weight": c.weight, "points": c.points, "questions": list(c.questions)}
            for c in card.criteria
        ],
        "must_haves": [
            {"question": m.question, "result": m.result, "quote": m.quote, "message": m.message}
            for m in card.must_haves
        ],
        "answers": [_scored(a) for a in card.answers],
        "strengths": [_scored(a) for a in card.strengths],
        "concerns": [_scored(a) for a in card.concerns],
        "ask_next": list(card.ask_next),
    }


def _scored(a: Scored) -> dict[str, Any]:
    return {
        "question": a.question,
        "value": a.value,
        "quote": a.quote,
        "message": a.message,
        "points": a.points,
        "rule": a.rule,
    }

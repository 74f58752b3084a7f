"""Summary: a result in at most sixty words, from the scorecard alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from screening.clean import one_line
from screening.scoring import Scorecard, asked_if
from screening.screening import Screening, Status
from screening.scripts.script import Script

WORDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What several parts of a report need to know."""

    candidate: str
    card: Scorecard
    asked: int
    answered: int
    refs: Mapping[str, str]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    unclear: tuple[str, ...]

    @classmethod
    def of(
        cls,
        screening: Screening,
        script: Script,
        card: Scorecard,
        words: Callable[[str], str],
    ) -> "Facts":
        """The facts of a result."""
        asked = [q for q in script.questions if asked_if(q, script, screening)]
        have = {s.question for s in card.answers}
        rows = [(words(c.name), c.points) for c in card.criteria if c.points is not None]
        return cls(
            candidate=one_line(screening.candidate.name or screening.candidate.first_name, 120) or "Candidate",
            card=card,
            asked=len(asked),
            answered=sum(q.key in have for q in asked),
            refs={q.key: f"A{i}" for i, q in enumerate(asked, 1)},
            strong=tuple(n for n, p in sorted(rows, key=lambda r: -r[1]) if p >= 4)[:2],
            weak=tuple(n for n, p in sorted(rows, key=lambda r: r[1]) if p < 3)[:2],
            unclear=tuple(words(q.criterion) for q in asked if q.key not in have)[:2],
        )


def summary(facts: Facts) -> str:
    """Sentences of what the answers show."""
    parts = [
        _first(facts),
        _musts(facts),
        _list("Strongest on", facts.strong),
        _list("Weakest on", facts.weak),
    ]
    if facts.answered:
        parts.append(_list("Still open:", facts.unclear))
    words = " ".join(p for p in parts if p).split()
    return " ".join(words) if len(words) <= WORDS else " ".join(words[: WORDS - 1]) + " …"


def _first(facts: Facts) -> str:
    name = facts.candidate.split()[0]
    if facts.card.status is Status.HUMAN_REQUESTED:
        return f"{name} asked for a person; the answers so far are not scored."
    if not facts.answered:
        return f"{name} has not answered any question."
    return f"{name} answered {facts.answered} of {facts.asked} questions."


def _musts(facts: Facts) -> str:
    results = [m.result for m in facts.card.must_haves]
    if not results:
        return ""
    if all(r == "met" for r in results):
        return "All must-haves are met." if len(results) > 1 else "The must-have is met."
    counts = [
        (results.count(k), words) for k, words in (("met", "met"), ("unclear", "unclear"), ("not_met", "not met"))
    ]
    return "Must-haves: " + ", ".join(f"{n} {w}" for n, w in counts if n) + "."


def _list(head: str, names: tuple[str, ...]) -> str:
    return f"{head} {' and '.join(names)}." if names else ""

"""Personas: candidates who answer a simulation by themselves, each in character."""

from collections.abc import Iterator
from typing import Final

from screening.scripts.script import Kind, Question

Step = dict[str, str]  # {"say": text} or {"wait": "25h"}
PERSONAS: Final = ("prompt", "slow", "ghoster", "unclear", "unsuited", "stopper", "asker")
_PLAIN: Final = {
    Kind.DATE: "next Monday",
    Kind.LOCATION: "20 minutes",
    Kind.NUMBER: "6",
    Kind.PAY: "20 an hour",
    Kind.TEXT: "I saw a leak, stopped the line and told my lead",
}
_POOR: Final = {
    Kind.DATE: "in three months",
    Kind.LOCATION: "two hours",
    Kind.NUMBER: "0",
    Kind.PAY: "90 an hour",
    Kind.TEXT: "not really",
}


def answers(persona: str, question: Question | None, turn: int) -> Iterator[Step]:
    """What this persona does when it is asked that question; `turn` counts its turns from 0."""
    match persona:
        case "ghoster":
            yield {"wait": "8d"}
        case "slow":
            yield {"wait": "30h"}
            yield {"say": fitting(question)}
        case "unclear":
            yield {"say": "purple monkey dishwasher" if turn % 2 == 0 else "banana telephone"}
        case "unsuited":
            yield {"say": unfitting(question)}
        case "stopper":
            yield {"say": fitting(question) if turn == 0 else "STOP"}
        case "asker":
            if turn == 0:
                yield {"say": "what's the pay?"}
            else:
                yield {"say": fitting(question)}
        case _:
            yield {"say": fitting(question)}


def fitting(question: Question | None) -> str:
    """A plain answer that suits the employer."""
    match question:
        case None:
            return "ok"
        case Question(kind=Kind.YES_NO):
            return "no" if "yes" in question.knockout else "yes"
        case Question(kind=Kind.CHOICE):
            good = [o for o in question.options if o.value not in question.knockout] or list(question.options)
            return max(good, key=lambda o: o.points or 0).value if good else "the first"
        case Question(kind=Kind.TEXT) if question.rubric:
            return f"I have {', '.join(line.evidence[0] for line in question.rubric if line.evidence)}"
        case _:
            return _PLAIN[question.kind]


def unfitting(question: Question | None) -> str:
    """A plain answer that does not suit."""
    match question:
        case None:
            return "ok"
        case Question(kind=Kind.YES_NO):
            return "yes" if "yes" in question.knockout else "no"
        case Question(kind=Kind.CHOICE):
            ends = [o for o in question.options if o.value in question.knockout] or list(question.options)
            return min(ends, key=lambda o: o.points or 0).value if ends else "the last"
        case _:
            return _POOR[question.kind]

"""A screening with seven questions, in the words people really use."""

from screening.people import Candidate, Opportunity
from screening.scoring import Scorecard, score
from screening.screening import Answer, Message, Screening, Status, Who
from screening.scripts.script import (
    Kind,
    Option,
    PointsRow,
    Question,
    RubricLine,
    Script,
)

BEGAN = 1_795_271_900_000  # 21 Nov 2026, 14:38 UTC
ENGINE = "greenroom 0.1.0"
ASKED = (
    Question(
        key="work",
        kind=Kind.YES_NO,
        ask={"en": "Are you legally authorized to work in the US?"},
        criterion="Right to work",
        knockout=("no",),
    ),
    Question(
        key="licence",
        kind=Kind.YES_NO,
        ask={"en": "Do you hold a valid forklift licence?"},
        criterion="Forklift experience",
        weight=3,
        knockout=("no",),
    ),
    Question(
        key="years",
        kind=Kind.NUMBER,
        ask={"en": "How many years have you driven a forklift?"},
        criterion="Forklift experience",
        weight=2,
        unit="years",
        points=(
            PointsRow(points=5, at_least=5),
            PointsRow(points=4, at_least=2),
            PointsRow(points=2, at_least=0.5),
            PointsRow(points=1),
        ),
    ),
    Question(
        key="shift",
        kind=Kind.CHOICE,
        ask={"en": "Which shift suits you: day, evening or night?"},
        criterion="Availability",
        options=(
            Option(value="day"),
            Option(value="evening", points=5),
            Option(value="night", points=3),
        ),
    ),
    Question(
        key="pay",
        kind=Kind.PAY,
        ask={"en": "What hourly pay are you looking for?"},
        criterion="Pay",
        period="hour",
        currency="USD",
        points=(
            PointsRow(points=5, at_most=24),
            PointsRow(points=2, at_most=26),
            PointsRow(points=1),
        ),
    ),
    Question(
        key="start",
        kind=Kind.DATE,
        ask={"en": "When could you start?"},
        criterion="Availability",
        points=(
            PointsRow(points=5, within_days=14),
            PointsRow(points=3, within_days=30),
            PointsRow(points=1),
        ),
    ),
    Question(
        key="incident",
        kind=Kind.TEXT,
        ask={"en": "Tell me about a time you spotted something unsafe. What did you do?"},
        criterion="Safety awareness",
        weight=2,
        rubric=(
            RubricLine(name="stopped the work", evidence=("stopped",), points=2),
            RubricLine(name="reported it", evidence=("reported", "told my lead")),
        ),
    ),
)
SAID = {
    "work": ("yes", "Yes", "Yes, no sponsorship needed"),
    "licence": ("yes", "OSHA card", "OSHA card, got it renewed 👍"),
    "years": (
        4,
        "4 yrs",
        "4 yrs at Frostline, reach + counterbalance. Before that 王朝物流 (Wang Chao Logistics)",
    ),
    "shift": ("evening", "2nd shift", "2nd shift is what i want"),
    "pay": (
        {"amount": 24.75, "period": "hour", "currency": "USD"},
        "24.75",
        "looking for 24.75 but open. شكرا جزيلا",
    ),
    "start": ({"date": "2026-11-30"}, "monday after next", "monday after next"),
    "incident": (
        "i stopped the truck and told my lead",
        "stopped the truck and told my lead",
        "guy walked behind me while reversing. i stopped the truck and told my lead",
    ),
}


def script(**changes: object) -> Script:
    """The forklift script."""
    made = {
        "name": "forklift",
        "title": "Forklift operator",
        "intro": {"en": "Hi"},
        "closing": {"en": "Thanks"},
        "questions": ASKED,
        "hash": "9f2c41ab" * 8,
    }
    return Script(**{**made, **changes})  # type: ignore[arg-type]


def talk(said: dict[str, tuple[object, str, str]]) -> tuple[Message, ...]:
    """The messages of a conversation in which these answers were given."""
    out: list[Message] = []
    for i, q in enumerate(ASKED):
        out.append(
            Message(
                id=f"b{i}",
                who=Who.BOT,
                text=q.words("en"),
                at=BEGAN + i * 120_000,
                kind="ask",
                question=q.key,
                state="sent",
            )
        )
        if q.key in said:
            out.append(
                Message(
                    id=f"c{i}",
                    who=Who.CANDIDATE,
                    text=said[q.key][2],
                    at=BEGAN + i * 120_000 + 45_000,
                )
            )
    out.append(
        Message(
            id="end",
            who=Who.BOT,
            text="Thanks Łukasz! A recruiter will be in touch.",
            at=BEGAN + 900_000,
            kind="closing",
            state="queued",
        )
    )
    return tuple(out)


def screening(said: dict[str, tuple[object, str, str]] | None = None, **changes: object) -> Screening:
    """A finished screening; `said` is question to (value, quote, message)."""
    said = SAID if said is None else said
    answers = tuple(
        Answer(
            question=k,
            value=v[0],
            quote=v[1],
            message=f"c{[q.key for q in ASKED].index(k)}",
            rule="sample",
            confidence=1,
            engine=ENGINE,
            at=BEGAN,
        )  # type: ignore[arg-type]
        for k, v in said.items()
    )
    made = {
        "id": "GR-00482",
        "script": "9f2c",
        "agent": "forklift",
        "brand": "Northwind Staffing",
        "candidate": Candidate(
            id=99213,
            first_name="Łukasz",
            name="Łukasz Wang-O’Neill 王",
            phone="+13125550147",
        ),
        "job": Opportunity(
            id=4417,
            title="Forklift Operator – 2nd shift",
            client="Halvorsen Cold Storage",
        ),
        "language": "en",
        "zone": "America/Chicago",
        "began_at": BEGAN,
        "status": Status.COMPLETED,
        "answers": answers,
        "messages": talk(said),
        "revision": 1,
    }
    return Screening(**{**made, **changes})  # type: ignore[arg-type]


def card(of: Screening, by: Script) -> Scorecard:
    """Its scorecard."""
    return score(of, by, ENGINE)

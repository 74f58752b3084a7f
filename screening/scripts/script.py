"""Script: the ordered questions of an agent and how their answers count. Immutable, named by its content hash."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Texts = Mapping[str, str]  # language ("en", "es") to words


class Kind(StrEnum):
    """The kinds of question."""

    YES_NO = "yes_no"
    NUMBER = "number"
    PAY = "pay"
    DATE = "date"
    CHOICE = "choice"
    LOCATION = "location"
    TEXT = "text"


class Modality(StrEnum):
    """One step of an agent."""

    SMS = "sms"
    FORM = "form"
    RESUME = "resume"
    VOICE = "voice"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsRow:
    """One row of a points table: the first row whose bounds all hold gives its points (1-5)."""

    points: float
    at_least: float | None = None
    at_most: float | None = None
    within_days: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a choice question; unscored where points is None."""

    value: str
    also: tuple[str, ...] = ()
    points: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricLine:
    """What the employer looks for in free text: any of the evidence words earns the points."""

    name: str
    evidence: tuple[str, ...]
    points: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AskIf:
    """Ask only if the earlier answer fits; counts as met when that answer is unclear."""

    question: str
    is_: str | float | None = None
    in_: tuple[str | float, ...] = ()
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """What a candidate may ask, and the answer."""

    ask: tuple[str, ...]
    answer: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """Bounds of the 0-100 score."""

    advance: int = 70
    review: int = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `points` for number/pay/date/location, `yes_no_points` for yes_no, options carry their own."""

    key: str
    kind: Kind
    ask: Texts
    criterion: str
    weight: float = 1
    knockout: tuple[str, ...] = ()  # the answer values that end the chances (yes_no, choice)
    yes_examples: tuple[str, ...] = ()
    no_examples: tuple[str, ...] = ()
    unit: str = ""
    range: tuple[float, float] | None = None
    options: tuple[Option, ...] = ()
    several: bool = False
    period: str = ""  # hour, day, week, month, year
    currency: str = ""
    points: tuple[PointsRow, ...] = ()
    yes_no_points: Mapping[str, float] = field(default_factory=dict)
    rubric: tuple[RubricLine, ...] = ()
    ask_if: AskIf | None = None
    resume: tuple[str, ...] = ()  # words that a resume step looks for; empty: those of the question
    step: str = ""  # the step that asks it; empty: dealt by `screening.steps`
    line: int = 0

    def words(self, language: str) -> str:
        """The question's own words in that language, else in the script's first."""
        return self.ask.get(language) or next(iter(self.ask.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The ordered questions of an agent. Durations are seconds."""

    name: str
    title: str
    language: str = "en"
    country: str = "US"
    steps: tuple[Modality, ...] = (Modality.SMS,)
    intro: Texts
    closing: Texts
    remind_after: tuple[float, ...] = (86_400, 172_800, 345_600)
    expire_after: float = 604_800
    bands: Bands = Bands()
    pass_at: int = 0  # the score so far (0-100) that a step must reach for the next to begin; 0: none is asked for
    faq: tuple[Faq, ...] = ()
    questions: tuple[Question, ...] = ()
    source: str = ""  # the TOML it was read from
    hash: str = ""  # sha256 of the canonical source, hex

    def question(self, key: str) -> Question | None:
        """The question of that key."""
        return next((q for q in self.questions if q.key == key), None)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which every text stands."""
        sets = [set(t) for t in (self.intro, self.closing, *(q.ask for q in self.questions))]
        common = set.intersection(*sets) if sets else set()
        return tuple(sorted(common, key=lambda lang: (lang != self.language, lang)))

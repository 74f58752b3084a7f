"""Report data: what a report says, as plain texts for a template."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A criterion: `share` is its weight in per cent of what was scored; empty texts where nothing was."""

    name: str
    share: str
    points: str
    fill: int
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A must-have with the words that show it."""

    name: str
    result: str
    label: str
    quote: str
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A strength or a concern, with the candidate's own words."""

    point: str
    quote: str
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One question and what was answered; `why` says how the points came about."""

    ref: str
    question: str
    criterion: str
    quote: str
    read: str
    points: str
    why: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message of the transcript. `day` is set where a new day begins."""

    day: str
    time: str
    who: str
    candidate: bool
    text: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A recording or another thing kept elsewhere."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A result for people to read. All texts are cleaned; a confidential client is in none of them."""

    id: str
    revision: int
    brand: str
    candidate: str
    job: str
    contact: str
    paper: str
    channel: str
    finished: str
    answered: str
    took: str
    status: str
    score: int | None
    recommendation: str
    band: str
    confidence: str
    criteria: tuple[Row, ...]
    summary: str
    must_haves: tuple[Need, ...]
    strengths: tuple[Evidence, ...]
    concerns: tuple[Evidence, ...]
    ask_next: tuple[str, ...]
    links: tuple[Link, ...]
    answers: tuple[Told, ...]
    scale: tuple[tuple[str, str], ...]
    transcript: tuple[Line, ...]
    script: str
    script_hash: str
    engine: str
    audit: tuple[tuple[str, str], ...]
    generated: str
    generated_at: int
    digest: str

    @property
    def score_text(self) -> str:
        """NN/100, or words where there is no score."""
        return "No score" if self.score is None else f"{self.score}/100"

"""The adverse-impact report. The one reader of the groups: a separate, optional file that nothing which scores can open."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.storage.repositories import Repositories
from screening.fairness import Impact, impact, scoring_rates
from screening.scoring import Scorecard, score
from screening.screening import Screening
from screening.understanding import ENGINE

LARGEST: Final = 20_000_000  # bytes
PASSED: Final = 3.0  # points of 5 from which a question counts as passed
COLUMN: Final = "candidate"
SEX: Final = ("sex", "gender")
RACE: Final = ("race", "ethnic")
FEW: Final = 0.02  # a group below this share of all may be left out of the impact ratios (6 RCNY 5-301)


class NoGroups(Exception):
    """The file of groups is missing or wrong; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One scored screening, without anything that names the person but their Tracker id."""

    candidate: int
    agent: str
    job: int
    score: int
    advance: bool
    questions: dict[str, bool]


def read_groups(path: Path | None) -> dict[str, dict[int, str]]:
    """Group by candidate, for each category (a column beside `candidate`)."""
    if path is None:
        raise NoGroups(
            "Set GREENROOM_DEMOGRAPHICS to a CSV file with a column `candidate` (Tracker's id) and one per category."
        )
    try:
        if path.stat().st_size > LARGEST:
            raise NoGroups(f"{path.name} is larger than {LARGEST // 1_000_000} MB.")
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _by_category(csv.DictReader(file), path.name)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NoGroups(f"{path.name} cannot be read: {type(error).__name__}.") from error


def _by_category(rows: "csv.DictReader[str]", name: str) -> dict[str, dict[int, str]]:
    columns = [c for c in rows.fieldnames or () if c and c.strip().lower() != COLUMN]
    key = next((c for c in rows.fieldnames or () if c and c.strip().lower() == COLUMN), None)
    if key is None or not columns:
        raise NoGroups(f"{name} needs a column `candidate` and at least one category, such as `sex`.")
    found: dict[str, dict[int, str]] = {c.strip(): {} for c in columns}
    for row in rows:
        id = (row[key] or "").strip()
        for column in columns:
            group = (row[column] or "").strip()
            if id.isdigit() and group:
                found[column.strip()][int(id)] = group[:60]
    return found


def scored(records: Repositories, agent: str = "") -> Iterator[Scored]:
    """Every screening with a score, of one agent or of all."""
    for row in records.tables["screenings"].all():
        s = records.screening(row["gr"])
        script = records.script(s.script) if s and not s.open and agent in ("", s.agent) else None
        if s is None or script is None:
            continue
        card = score(s, script, ENGINE)
        if card.score is not None:
            yield _scored(s, card)


def _scored(s: Screening, card: Scorecard) -> Scored:
    return Scored(
        candidate=s.candidate.id,
        agent=s.agent,
        job=s.job.id,
        score=card.score or 0,
        advance=card.recommendation == "Advance",
        questions={a.question: a.points >= PASSED for a in card.answers if a.points is not None},
    )


def report(people: list[Scored], groups: dict[str, dict[int, str]]) -> list[Impact]:
    """By category: advanced by agent and by job, passed by question, and the scoring rate against the median."""
    found: list[Impact] = []
    for category, whose in {**groups, **_crossed(groups)}.items():
        known = [(p, whose[p.candidate]) for p in people if p.candidate in whose]
        found += [impact(f"{category}: {what}", rows) for what, rows in _comparisons(known).items()]
        found.append(
            scoring_rates(f"{category}: scoring rate (share above the median)", [(g, p.score) for p, g in known])
        )
    return [i for i in found if i.groups]


def _crossed(groups: dict[str, dict[int, str]]) -> dict[str, dict[int, str]]:
    """Sex and race or ethnicity together, as Local Law 144 asks (6 RCNY 5-301)."""
    sexes = [c for c in groups if c.lower() in SEX]
    races = [c for c in groups if any(word in c.lower() for word in RACE)]
    return {
        f"{sex} x {race}": {p: f"{groups[sex][p]}, {groups[race][p]}" for p in groups[sex] if p in groups[race]}
        for sex in sexes
        for race in races
    }


def _comparisons(known: list[tuple[Scored, str]]) -> dict[str, list[tuple[str, bool]]]:
    rows: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for person, group in known:
        rows[f"advanced, agent {person.agent}"].append((group, person.advance))
        rows[f"advanced, job {person.job}"].append((group, person.advance))
        for question, passed in person.questions.items():
            rows[f"passed {question}, agent {person.agent}"].append((group, passed))
    return dict(sorted(rows.items()))


def in_words(impacts: list[Impact]) -> str:
    """The report as lines of text."""
    return "\n".join(line for i in impacts for line in _lines(i))


def _lines(i: Impact) -> Iterator[str]:
    total = sum(g.count or 0 for g in i.groups)
    yield i.of
    for g in i.groups:
        if g.count is None:
            yield f"  {g.name}: fewer than five people, not shown"
            continue
        ratio = f", {g.ratio:.2f} of {i.reference}'s rate" if g.ratio is not None and g.name != i.reference else ""
        few = " - under 2% of all" if g.count < FEW * total else ""
        chance = f", p = {g.p:.4f}" if g.p is not None else ""
        yield f"  {g.name}: {g.selected} of {g.count} ({g.rate:.0%}){ratio}{chance}{' - below four fifths' if g.below else ''}{few}"

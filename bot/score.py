"""`greenroom score`: the scorecard of a transcript, the same bytes every time."""

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from bot.rehearsal import zone_name
from screening.errors import ScreeningError
from screening.people import Candidate, Opportunity
from screening.retelling import retell
from screening.scorecard import as_json
from screening.scoring import score
from screening.screening import Message, Screening, Who
from screening.scripts.reader import read_script
from screening.scripts.script import Script
from screening.understanding import ENGINE

FROM: Final = {"candidate": Who.CANDIDATE, "bot": Who.BOT, "recruiter": Who.RECRUITER}
LONGEST: Final = 20_000_000  # bytes of a transcript


def score_transcript(script: str, transcript: str) -> int:
    """Print the scorecard as JSON; 1 with a sentence where script or transcript cannot be read."""
    try:
        kept = read_script(Path(script).read_text(encoding="utf-8"))
        told = _read(Path(transcript), kept)
    except (OSError, ValueError, ScreeningError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(json.dumps(as_json(score(told, kept, ENGINE)), indent=2) + "\n")
    return 0


def _read(path: Path, script: Script) -> Screening:
    if path.stat().st_size > LONGEST:
        raise ValueError(f"{path}: a transcript has at most {LONGEST // 1_000_000} MB")
    data = json.loads(path.read_bytes())
    if not isinstance(data, dict) or not isinstance(data.get("messages"), list):
        raise ValueError(f'{path}: expected {{"start": iso, "messages": [...]}}')
    start = _instant(data.get("start"), "start")
    return retell(_blank(script, start), script, tuple(_messages(data["messages"], script, start)))


def _messages(rows: list[Any], script: Script, start: datetime) -> Iterator[Message]:
    at, keys = start, {q.key for q in script.questions}
    for number, row in enumerate(rows, 1):
        place = f"message {number}"
        if not isinstance(row, dict) or row.get("from") not in FROM or not isinstance(row.get("text"), str):
            raise ValueError(f'{place}: expected {{"at", "from": "candidate" or "bot", "text", "question"}}')
        question = row.get("question") or ""
        if question and question not in keys:
            raise ValueError(f"{place}: the script has no question {str(question)[:40]!r}")
        at = _instant(row["at"], place) if row.get("at") else at
        yield Message(
            id=str(row.get("id") or f"M{number}"),
            who=FROM[row["from"]],
            text=row["text"],
            at=int(at.timestamp() * 1000),
            question=question,
        )


def _instant(value: Any, place: str) -> datetime:
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"{place}: {str(value)[:40]!r} is no time; write 2026-03-11T10:00:00-05:00") from None
    if at.tzinfo is None:
        raise ValueError(f"{place}: {value!r} has no zone; write 2026-03-11T10:00:00-05:00")
    return at


def _blank(script: Script, start: datetime) -> Screening:
    return Screening(
        id="GR-SCORE",
        script=script.hash,
        agent=script.name,
        brand="",
        candidate=Candidate(id=0, first_name="", name=""),
        job=Opportunity(id=0, title=script.title),
        language=script.language,
        zone=zone_name(start),
        began_at=int(start.timestamp() * 1000),
    )

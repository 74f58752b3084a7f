"""What a candidate is shown of what we hold about them: their person, consents, texts, answers and scores, in plain words."""

from datetime import UTC, datetime
from typing import Any

from bot.results import ENDINGS
from bot.storage.repositories import Repositories
from screening import shown
from screening.scoring import score
from screening.screening import Answer, Screening, Who
from screening.scripts.script import Question
from screening.understanding import ENGINE

WHO = {Who.BOT: "our assistant", Who.CANDIDATE: "you", Who.RECRUITER: "a recruiter"}


def given(records: Repositories, id: str) -> dict[str, Any]:
    """Everything of that screening's candidate on the phone that asked; empty where nothing is held any more.

    What is held under another number stays out: whoever has the phone now may not be who had the other.
    """
    asked = records.screening(id)
    if asked is None:
        return {}
    rows = records.tables["screenings"].find(candidate=asked.candidate.id, phone=asked.candidate.phone)
    mine = [s for row in rows if (s := records.screening(row["gr"])) is not None]
    consents = records.tables["consents"].find(candidate=asked.candidate.id, phone=asked.candidate.phone)
    c = asked.candidate
    return {
        "name": c.name,
        "phone": c.phone,
        "email": c.email,
        "consents": [{"at": _when(r["at"]), "source": r["source"], "words": r["shown"]} for r in consents],
        "screenings": [_screening(records, s) for s in sorted(mine, key=lambda s: s.began_at)],
    }


def _screening(records: Repositories, s: Screening) -> dict[str, Any]:
    script = records.script(s.script)
    card = score(s, script, ENGINE) if script else None
    known = {q.key: q for q in script.questions} if script else {}
    return {
        "id": s.id,
        "job": s.job.title,
        "began": _when(s.began_at),
        "state": ENDINGS[s.status],
        "score": card.score if card else None,
        "recommendation": card.recommendation if card and card.score is not None else "",
        "decided": s.decided.partition(" by ")[0],  # the rest is written for Slack, and names a colleague
        "answers": [_answer(a, known.get(a.question)) for a in s.answers],
        "messages": [{"at": _when(m.at), "who": WHO[m.who], "text": m.text} for m in s.messages],
        "recordings": len(s.links),
    }


def _answer(a: Answer, q: Question | None) -> dict[str, str]:
    """What was asked about, how it was understood in words, and what was said."""
    return {
        "about": q.criterion if q else a.question,
        "value": shown.value(a.value, q) if q else str(a.value),
        "quote": a.quote,
    }


def _when(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")

"""People from a file: a recruiter's CSV list, read and shown first, then taken through the same gate as everybody."""

from collections import Counter
from dataclasses import asdict
from typing import Any

from bot.ats.read import phone_of
from bot.backfill_rows import keep_list
from bot.desk.backfills import WORDS, Backfills
from bot.desk.base import NOT_CONNECTED, job_id, no
from bot.slack.desk import Actor, Preview, Said
from bot.slack.text import escape, shown
from bot.storage.store import Tables
from screening.intake import Taken
from screening.roster import SHOWN, TEMPLATE, Person, Roster, RosterInvalid, read_roster

MOST_LINES = 15  # problems that a preview names


class Entrants(Backfills):
    """Lists of people."""

    def people_template(self) -> bytes:
        """An example of a list, as CSV."""
        return TEMPLATE.encode()

    async def preview_people(self, actor: Actor, job: str, data: bytes) -> Preview | Said:
        """What a list holds, line by line where something is wrong; nobody is texted and nothing is written."""
        id = job_id(job)
        mapping = await self.mapping(id) if id else None
        if mapping is None:
            return no(f"Job {escape(job)} is not mapped; map it first.")
        if refused := await self.may(actor, mapping.channel):
            return refused
        if await self.client() is None:
            return NOT_CONNECTED
        if running := await self._running(mapping.job):
            return no(running)
        try:
            roster = read_roster(data, lambda raw: phone_of(raw, self.config.country))
        except RosterInvalid as wrong:
            return no(escape(str(wrong)))
        token = f"people:{mapping.job}:{self.now()}"
        kept = {"job": mapping.job, "applications": [], "people": [asdict(p) for p in roster.people], "by": actor.user}
        counts = await self.store.run(lambda t: self._keep_list(t, token, kept, roster))
        head = f"List for job {mapping.job} *{escape(mapping.title)}*: {len(roster.people)} people can be taken, {len(roster.problems)} lines cannot."
        text = "\n".join([head, *_columns(roster), *_counts(counts, roster.people), *_problems(roster)])
        return Preview(text=text, count=len(roster.people), token=token)

    def _keep_list(self, tables: Tables, token: str, kept: dict[str, Any], roster: Roster) -> Counter[Taken]:
        """Kept until it is confirmed; what is known of these numbers already."""
        records = self.records(tables)
        if roster.people:
            keep_list(records, token, self.now(), **kept)
        phones = [p.phone for p in roster.people if p.phone]
        known = (records.latest_of_phone(phone) for phone in phones)
        found = Counter({Taken.OPTED_OUT: sum(bool(records.opted_out(phone)) for phone in phones)})
        found[Taken.KNOWN] = sum(s is not None and s.job.id == kept["job"] for s in known)
        return +found


def _columns(roster: Roster) -> list[str]:
    """Which column was taken for what."""
    told = [
        f"{SHOWN.get(c.field, c.field)} ← {shown(c.header, 40)}"
        + (" (guessed from what it holds)" if c.guessed else "")
        for c in roster.columns
    ]
    unused = f" Not used: {', '.join(shown(name, 40) for name in roster.unused[:12])}." if roster.unused else ""
    return [f"Columns: {'; '.join(told)}.{unused}"]


def _counts(counts: Counter[Taken], people: tuple[Person, ...]) -> list[str]:
    lines = [f"• {n} {WORDS[taken]}" for taken, n in counts.items()]
    silent = sum(not person.opted_in for person in people)
    if silent:
        lines.append(
            f"• {silent} without words in a consent column: they are texted only if Tracker shows that they applied for "
            "this job, or opted in"
        )
    return [
        *lines,
        "Whom Tracker has already is looked for as each is taken; a new candidate is made only with a consent.",
    ]


def _problems(roster: Roster) -> list[str]:
    """Line by line what is wrong, then what is left out."""
    told = [*roster.problems, *roster.remarks]
    lines = [f"• line {line}: {escape(words)}" for line, words in told[:MOST_LINES]]
    more = len(told) - MOST_LINES
    return [*lines, *([f"• … and {more} more"] if more > 0 else [])]

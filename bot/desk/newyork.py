"""Jobs in New York City: nothing is scored before notice and bias audit are recorded."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.desk.base import DeskBase, no
from bot.slack.desk import Actor, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.duties.ll144 import Bias


class NewYork(DeskBase):
    """Answers to `nyc`."""

    async def new_york(self, actor: Actor, job: int, on: bool, notice: str, audit: str) -> Said:
        """Mark a job as one in New York City and record its dates; `on` False takes the mark away."""
        if refused := self.rights.admin(actor):
            return refused
        try:
            days = {name: date.fromisoformat(text) for name, text in (("notice", notice), ("audit", audit)) if text}
        except ValueError:
            return no("Give days like 2026-11-01.")
        today = datetime.fromtimestamp(self.now() / 1000, ZoneInfo(self.config.time_zone)).date()
        if any(day > today for day in days.values()):
            return no("A day in the future cannot be recorded: record it when it has come.")
        bias = await self.store.run(lambda t: self._keep_dates(t, job, on, days, actor.user))
        if bias is None:
            return Said(text=f"Job {job} is no longer marked as one in New York City; its screenings are scored.")
        why = bias.why_not(today)
        state = f"nothing is scored: {escape(why)}" if why else "screenings that begin now are scored"
        return Said(text=f"Job {job} is in New York City: {state}.")

    def _keep_dates(self, tables: Tables, job: int, on: bool, days: dict[str, date], by: str) -> Bias | None:
        records, name = self.records(tables), f"ll144:{job}"
        kept = {k: v for k, v in records.value(name).items() if k in ("notice", "audit")}
        dates = kept | {k: day.isoformat() for k, day in days.items()}
        records.set_value(name, on=on, by=by, at=self.now(), **dates)
        return records.bias(job)

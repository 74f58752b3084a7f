"""Importing jobs: one drafted agent for each active job without a mapping, and nobody is texted before a person publishes it."""

from collections.abc import Sequence
from dataclasses import asdict

from bot.ats.errors import translated
from bot.ats.read import job_from
from bot.ats.shapes import Job, TrackerClient
from bot.desk.base import NOT_CONNECTED, DeskBase, no
from bot.slack.desk import Actor, Choice, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.agent import Mapping
from screening.errors import PortFailed
from screening.people import Opportunity
from screening.scripts.draft import draft, slug
from screening.scripts.reader import read_script
from screening.scripts.script import Script

MOST_JOBS = 1000
PAID_BY_THE_HOUR = 300  # an amount below this is an hour's pay


class Importing(DeskBase):
    """Jobs become drafted agents."""

    async def import_choices(self, typed: str) -> Sequence[Choice]:
        """Active jobs without a mapping whose id or name fits."""
        client, low = await self.client(), typed.lower()
        taken = await self.store.read(_taken)
        rows = [j for j in await self.open_jobs.rows(client, self.now()) if j.id not in taken] if client else []
        return [Choice(label=f"{j.id} {j.name}", value=str(j.id)) for j in rows if low in f"{j.id} {j.name}".lower()]

    async def import_jobs(self, actor: Actor, all: bool, jobs: Sequence[str] = ()) -> Said:
        """Draft an agent for each of the jobs; what was imported before is left as it is."""
        client = await self.client()
        if refused := await self.may(actor):
            return refused
        if client is None:
            return NOT_CONNECTED
        try:
            with translated("the open jobs"):
                shown = await client.jobs.open()
            taken = await self.store.read(_taken)
            rows = [j for j in shown if j.id not in taken]
            wanted = rows if all else [j for j in rows if str(j.id) in jobs]
            done = [name for j in wanted[:MOST_JOBS] if (name := await self._import(actor, client, j))]
        except PortFailed as error:
            return no(f"Not everything was imported: {escape(str(error))}. `import` again goes on where it stopped.")
        if not shown:
            return Said(text="0 imported: Tracker shows us no open job. `doctor` says what it lets us read.")
        if not done:
            return Said(text="0 imported: every active job is mapped or drafted already.")
        lines = [f"• {escape(name)}" for name in done[:20]] + ([f"• … and {len(done) - 20} more"] if done[20:] else [])
        after = (
            f"Nobody is texted yet: read each with `agent {escape(done[0])} edit`, publish it, then choose its stage."
        )
        return Said(text="\n".join([f"{len(done)} imported, each as a drafted agent.", *lines, after]))

    async def _import(self, actor: Actor, client: TrackerClient, listed: Job) -> str:
        """The drafted agent's name; empty where somebody else imported the job meanwhile or it has closed."""
        with translated(f"job {listed.id}"):
            job = await client.jobs.get(listed.id)
        if not job.is_open:
            return ""
        role = job_from(job)
        script = read_script(drafted(job, role))
        done = await self.store.run(lambda t: self._keep(t, actor, role, script))
        return script.name if done else ""

    def _keep(self, tables: Tables, actor: Actor, role: Opportunity, script: Script) -> bool:
        if role.id in _taken(tables):
            return False
        records = self.records(tables)
        if records.agent(script.name) is None:
            records.put("scripts", "hash", {"hash": script.hash, "source": script.source, "name": script.name})
            agent = {"name": script.name, "script": script.hash, "title": script.title, "source": "slack"}
            records.put("agents", "name", agent | {"published": False, "job": role.id})
        mapping = Mapping(
            job=role.id,
            agent=script.name,
            channel=actor.channel,
            statuses=(),
            trigger="",
            title=role.title,
            client=role.client,
            confidential=role.confidential,
            write_back="",
            record="",
            by=actor.user,
            active=False,
        )
        records.put("mappings", "job", asdict(mapping) | {"statuses": [], "draft": True})
        return True


def drafted(job: Job, role: Opportunity) -> str:
    """A first script for a job; the client of a confidential one stands nowhere in it."""
    pay = ""
    if job.pay_rate and job.pay_rate > 0:
        pay = f"${job.pay_rate:,.2f} " + ("an hour" if job.pay_rate < PAID_BY_THE_HOUR else "a year")
    return draft(
        name=f"{slug(role.title)[:40].strip('-')}-{job.id}",
        title=role.title,
        description=job.description,
        pay=pay,
        place="" if role.confidential else job.location,
        work_type=job.work_type,
    )


def _taken(tables: Tables) -> set[int]:
    """Jobs that have a mapping, or a drafted one."""
    return {int(row["job"]) for row in tables["mappings"].all() if row["active"] or row.get("draft")}

"""Setting up: connect, stages, what can be chosen, agents."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot.ats.connection import Credentials as Keys
from bot.ats.errors import meaning
from bot.ats.shapes import TrackerClient, TrackerError, TrackerUnauthorized
from bot.desk.base import NOT_CONNECTED, OLDER_ALONE, DeskBase, no
from bot.slack.desk import Actor, Choice, Credentials, Said
from bot.slack.text import escape

UNLISTED = (
    "Tracker's older API lists no placement statuses to this account. `map` takes a status by its number, "
    "as in `stage=12`; with an access token besides they are listed (`connect help`)."
)


class Setup(DeskBase):
    """What an agency does once per connection."""

    async def connect(self, actor: Actor, credentials: Credentials) -> Said:
        """A live call, then region, version and number of open jobs."""
        if refused := self.rights.admin(actor):
            return refused
        keys = Keys(**asdict(credentials))
        if not keys.access_token and keys.widget is None:
            return no("Give an access token, or API key, username and password of the older API.")
        trial = self.connection.make(keys, shared=False)
        try:
            await trial.check()
            if keys.access_token and keys.widget is not None:
                await trial.widget.check()
            jobs, fields = await _open_jobs(trial), await _activity_fields(trial)
        except TrackerUnauthorized as error:
            return no(f"{_refused(error)} Nothing was connected.")
        except TrackerError as error:
            return no(f"Tracker could not be reached with this ({escape(str(error))}). Nothing was connected.")
        finally:
            await trial.close()
        await self.connection.keep(keys, actor.user)
        await self.store.run(lambda t: self.records(t).set_value("activity_fields", ids=fields))
        api = f"API v{keys.api_version}" if keys.access_token else "the older API alone"
        text = f"Connected: region {keys.region.upper()}, {api}, {jobs} open jobs visible."
        return Said(text=text if keys.access_token else f"{text} {OLDER_ALONE}")

    async def disconnect(self, actor: Actor) -> Said:
        """Forget the credentials."""
        if refused := self.rights.admin(actor):
            return refused
        await self.connection.forget()
        return Said(
            text="Disconnected from Tracker. Open conversations go on; results wait until it is connected again."
        )

    async def stages(self, actor: Actor, job: str) -> Said:
        """Statuses by category."""
        client = await self.client()
        if client is None:
            return NOT_CONNECTED
        try:
            rows = await self.statuses(client)
        except TrackerError as error:
            if not client.has_token and not isinstance(error, TrackerUnauthorized):
                return no(UNLISTED)
            return no(f"Tracker's statuses could not be read: {escape(str(error))}")
        groups: dict[str, list[str]] = defaultdict(list)
        for s in rows:
            groups[s.group or "Other"].append(escape(s.name))
        return Said(text="\n".join(f"*{escape(g)}*: {', '.join(names)}" for g, names in groups.items()))

    async def stage_choices(self) -> Sequence[Choice]:
        """For the trigger select."""
        client = await self.client()
        rows = await self.statuses(client) if client else []
        groups = dict.fromkeys(s.group for s in rows if s.group)
        whole = [Choice(label=f"Any status of {g}", value=f"category:{g}", group=g) for g in groups]
        return [*whole, *(Choice(label=s.name, value=f"status:{s.id}", group=s.group or "Other") for s in rows)]

    async def job_choices(self, typed: str) -> Sequence[Choice]:
        """Open jobs whose id or name fits."""
        client = await self.client()
        rows = await self.open_jobs.rows(client, self.now()) if client else []
        low = typed.lower()
        return [Choice(label=f"{j.id} {j.name}", value=str(j.id)) for j in rows if low in f"{j.id} {j.name}".lower()][
            :100
        ]

    async def agent_choices(self, typed: str) -> Sequence[Choice]:
        """Published agents."""
        rows = await self.store.read(lambda t: [dict(r) for r in t["agents"].all()])
        return [
            Choice(label=r["name"], value=r["name"]) for r in rows if typed.lower() in r["name"] and r["published"]
        ][:100]

    async def agents(self, actor: Actor) -> Said:
        """The agents, with the jobs that each screens."""
        rows, mapped = await self.store.read(
            lambda t: ([dict(r) for r in t["agents"].all()], self.records(t).mappings())
        )
        lines = [_agent_line(r, [m.job for m in mapped if m.agent == r["name"]]) for r in rows]
        return Said(
            text="\n".join(sorted(lines))
            or "There is no agent yet. `agent new` writes one, `import` drafts one for each job."
        )


async def _open_jobs(trial: TrackerClient) -> int:
    """How many open jobs are visible; the older API may show none and serve for writing all the same."""
    try:
        return len(await trial.jobs.open())
    except TrackerUnauthorized:
        raise
    except TrackerError:
        if trial.has_token:
            raise
        return 0


async def _activity_fields(trial: TrackerClient) -> dict[str, int]:
    """The custom fields of Activities as they are now: what changes later is told."""
    try:
        return await trial.metadata.activity_fields() if trial.widget.has_credentials else {}
    except TrackerError:
        return {}


def _refused(error: TrackerUnauthorized) -> str:
    """Which of the credentials is refused, or what is missing to a token that is taken."""
    if error.older:
        return "Tracker's older API refuses the API key, user name or password."
    if error.revoked:
        return "Tracker refuses this token (401): it is invalid, wrong for the region, or was regenerated in Tracker."
    return f"Tracker takes the token, but: {meaning(error)}."


def _agent_line(row: dict[str, Any], jobs: list[int]) -> str:
    where = "a draft" if not row["published"] else ("in Slack" if row["source"] == "slack" else "a file")
    screens = f", screens job {', '.join(map(str, jobs[:10]))}" if jobs else ""
    return f"• {escape(row['name'])}: {escape(row['title'])} ({where}{screens})"

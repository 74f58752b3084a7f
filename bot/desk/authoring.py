"""Agents written in Slack: a draft of one's own, changed piece by piece, compared with the last 90 days, then published."""

import secrets
from dataclasses import asdict
from typing import assert_never

from bot.agents import publish
from bot.desk.base import DeskBase, no
from bot.desk.whatif import MOST, Flips, flips, held
from bot.slack.desk import Actor, AgentDraft, Change, Head, Move, Put, Remove, Said, Whole
from bot.slack.text import escape, moment, shown
from bot.storage.store import Tables
from screening.errors import ScriptInvalid
from screening.scripts import edit
from screening.scripts.draft import slug
from screening.scripts.lint import lint
from screening.scripts.reader import problems_of, read_script
from screening.scripts.script import Script

BLANK = 'format = 1\nname = "new-agent"\ntitle = ""\nsteps = ["sms"]\n'
DAYS = 90
SHOWN = 10


class AuthoringDesk(DeskBase):
    """Writing agents."""

    async def new_draft(self, actor: Actor, name: str) -> AgentDraft | Said:
        """A draft of that agent; of a new one without a name. An agent that is a file is changed in its folder."""
        if refused := await self.may(actor):
            return refused
        source = BLANK
        if name:
            found = await self.store.read(lambda t: self._agent(t, name))
            if found is None:
                return no(f"There is no agent “{shown(name, 60)}”. `agents` lists them.")
            script, origin = found
            if origin == "file":
                return no(
                    f"{escape(name)} is a file in GREENROOM_SCRIPTS: change it there. `agent new` writes another."
                )
            source = script.source
        id = secrets.token_hex(8)
        row = {"by": actor.user, "source": source, "agent": name, "at": self.now()}
        await self.store.run(lambda t: self.records(t).set_value(f"draft:{id}", **row))
        return _draft(id, source)

    def _agent(self, tables: Tables, name: str) -> tuple[Script, str] | None:
        records = self.records(tables)
        agent = records.agent(name)
        script = records.script(agent.script) if agent else None
        return (script, agent.source) if agent and script else None

    async def draft(self, actor: Actor, id: str) -> AgentDraft | Said:
        """The draft as it stands."""
        row = await self.store.read(lambda t: self.records(t).value(f"draft:{id}"))
        if not row or row["by"] != actor.user:
            return no("This draft is gone, or somebody else's. Begin again with `agent new` or `agent NAME edit`.")
        return _draft(id, row["source"])

    async def change_draft(self, actor: Actor, id: str, change: Change) -> AgentDraft | Said:
        """The draft with that change."""
        if refused := await self.may(actor):
            return refused
        before = await self.draft(actor, id)
        if isinstance(before, Said):
            return before
        try:
            source = changed(before.source, change)
        except ValueError as error:
            return no(f"That cannot be read: {escape(str(error))}")

        def put(tables: Tables) -> None:
            records = self.records(tables)
            records.set_value(
                f"draft:{id}",
                **{k: v for k, v in records.value(f"draft:{id}").items() if k != "name"} | {"source": source},
            )

        await self.store.run(put)
        return _draft(id, source)

    async def _ready(self, actor: Actor, id: str) -> tuple[Script, str] | Said:
        """The script to be published, with the name of the agent it is a version of (empty: a new one)."""
        if refused := await self.may(actor):
            return refused
        draft = await self.draft(actor, id)
        if isinstance(draft, Said):
            return draft
        row = await self.store.read(lambda t: self.records(t).value(f"draft:{id}"))
        name = row["agent"] or await self._free_name(draft.outline)
        try:
            script = read_script(edit.named(draft.source, name))
        except ScriptInvalid as error:
            return no(f"It cannot be published: {escape(str(error))}")
        if errors := [str(p) for p in lint(script) if p.error]:
            return no(f"It cannot be published: {escape('; '.join(errors))}")
        return script, row["agent"]

    async def _free_name(self, outline: edit.Outline) -> str:
        base = slug(outline.title if outline.name in ("", "new-agent") else outline.name)
        taken = await self.store.read(lambda t: {r["name"] for r in t["agents"].all()})
        return next(name for n in range(1, 1000) if (name := base if n == 1 else f"{base}-{n}") not in taken)

    async def what_would_change(self, actor: Actor, id: str) -> Said:
        """Who of the last 90 days would come out differently, before it is published."""
        ready = await self._ready(actor, id)
        if isinstance(ready, Said):
            return ready
        script, agent = ready
        intro = f"*{escape(script.title)}* as `{escape(script.name)}`, {len(script.questions)} questions."
        if not agent:
            return Said(text=f"{intro} A new agent: nobody has been screened by it.")
        since = self.now() - DAYS * 86_400_000
        pairs = await self.store.read(lambda t: held(t, self.records(t), agent, since))
        found = await flips(pairs, script)
        stay = "Whoever is being screened now keeps the version they began with."
        return Said(text="\n".join([intro, *told(found), stay]))

    async def publish_draft(self, actor: Actor, id: str) -> Said:
        """The draft becomes the agent's script; the version before is kept."""
        ready = await self._ready(actor, id)
        if isinstance(ready, Said):
            return ready
        script, _ = ready
        version, job = await self.store.run(lambda t: self._publish(t, actor, id, script))
        if not version:
            return no(f"{escape(script.name)} is a file in GREENROOM_SCRIPTS by now; publish this under another title.")
        said = f"*{escape(script.title)}* is published as `{escape(script.name)}`, version {version}."
        if job:
            return Said(
                text=f"{said} Choose the stage of job {job} at which it screens.", to_map=f"{job}:{script.name}"
            )
        mapped = await self.store.read(lambda t: [m.job for m in self.records(t).mappings() if m.agent == script.name])
        if mapped:
            return Said(text=f"{said} It screens job {', '.join(map(str, mapped))} from now on.")
        return Said(text=f"{said} Map a job to it, and it screens.", to_map=f":{script.name}")

    def _publish(self, tables: Tables, actor: Actor, id: str, script: Script) -> tuple[int, int]:
        """The version's number (0: the name belongs to a file) and the job that waits for its stage (0: none)."""
        records, table = self.records(tables), tables["agents"]
        row = table.first(name=script.name)
        if row is not None and row["source"] == "file":
            return 0, 0
        former = list(row.get("versions", [])) if row else []
        published = bool(row and row["published"])
        if published and not former and row:
            former = [{"script": row["script"], "by": "", "at": 0}]
        if not (published and row and row["script"] == script.hash):
            former.append({"script": script.hash, "by": actor.user, "at": self.now()})
        publish(records, script, source="slack")
        records.put("agents", "name", {"name": script.name, "versions": former})
        tables["values"].remove(doc_ids=[d.doc_id for d in tables["values"].find(name=f"draft:{id}")])
        drafts = [r for r in tables["mappings"].all() if r.get("draft") and r["agent"] == script.name]
        return len(former), int(drafts[0]["job"]) if drafts else 0

    async def agent(self, actor: Actor, name: str) -> Said:
        """One agent, its questions and versions."""
        found = await self.store.read(lambda t: (self._agent(t, name), t["agents"].first(name=name)))
        if found[0] is None or found[1] is None:
            return no(f"There is no agent “{shown(name, 60)}”. `agents` lists them, `agent new` writes one.")
        (script, source), row = found[0], dict(found[1])
        state = "" if row["published"] else " (a draft: nobody is screened by it)"
        lines = [f"*{escape(script.title)}* · `{escape(script.name)}`{state}"]
        lines += [f"{n}. {escape(q.words(script.language))}" for n, q in enumerate(script.questions, 1)]
        for n, v in enumerate(row.get("versions", []), 1):
            by = f" by <@{v['by']}>, {moment(v['at'])}" if v["by"] else ""
            lines.append(f"_Version {n}{by}_")
        where = "a file in GREENROOM_SCRIPTS" if source == "file" else f"written in Slack: `agent {escape(name)} edit`"
        return Said(text="\n".join([*lines, f"It is {where}."]))


def changed(source: str, change: Change) -> str:
    """The script with that change; ValueError where it cannot be read."""
    match change:
        case Head():
            return edit.with_head(source, **asdict(change))
        case Put():
            return edit.with_question(source, change.place, change.form)
        case Move():
            return edit.moved(source, change.place, change.by)
        case Remove():
            return edit.without(source, change.place)
        case Whole():
            edit.outline(change.source)
            return change.source
        case unexpected:
            assert_never(unexpected)


def _draft(id: str, source: str) -> AgentDraft:
    found = problems_of(source)
    return AgentDraft(
        id=id,
        source=source,
        outline=edit.outline(source),
        problems=tuple(p.message for p in found if p.error),
        doubts=tuple(p.message for p in found if not p.error),
    )


def told(found: Flips) -> list[str]:
    """The comparison in words."""
    if not found.total:
        return [f"Nobody was screened by it in the last {DAYS} days."]
    who = f"the last {MOST}" if found.total >= MOST else str(found.total)
    lines = [f"{len(found.changed)} of {who} people of the last {DAYS} days would come out differently."]
    lines += [f"• {shown(c.name, 60)} ({c.screening}): {c.before} → {c.after}" for c in found.changed[:SHOWN]]
    more = len(found.changed) - SHOWN
    lines += [f"• … and {more} more"] if more > 0 else []
    if found.new_questions:
        asked = ", ".join(shown(key, 40) for key in found.new_questions[:8])
        lines.append(f"They were never asked: {asked}.")
    return lines

"""How the office is doing: status, doctor, settings."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from bot.ats import scopes
from bot.ats.errors import translated
from bot.ats.trouble import refused
from bot.ats.writing import changed, described, keep_writing, writing_of
from bot.desk.base import DeskBase, no, stuck
from bot.settings import Settings, origin
from bot.slack.desk import Actor, Said
from bot.slack.manifest import SCOPES
from bot.slack.text import escape, shown
from bot.storage.repositories import WAITING
from bot.storage.store import Tables
from screening.errors import PortFailed
from screening.screening import Status

DAY = 86_400_000
SECRETS = frozenset(
    [
        "secret_keys",
        "slack_bot_token",
        "slack_signing_secret",
        "slack_app_token",
        "twilio_auth_token",
        "twilio_api_key",
        "twilio_api_secret",
        "tracker_access_token",
        "llm_api_key",
    ]
)
# Fields of Settings whose variable is not GREENROOM_ and their name, or their name alone.
NAMES = {
    "secret_keys": "GREENROOM_SECRET_KEY",
    "consent": "GREENROOM_CONSENT",
    "twilio_service": "TWILIO_MESSAGING_SERVICE_SID",
    "tracker_per_minute": "TRACKER_REQUESTS_PER_MINUTE",
}
OUTSIDE = ("slack_", "twilio_", "tracker_", "llm_")


class Health(DeskBase):
    """Answers to `status`, `doctor` and `settings`."""

    async def status(self, actor: Actor) -> Said:
        """Connection, pauses, and what waits."""
        connected, why = await self.client() is not None, await self.store.read(refused)
        line = f"Tracker: connected (region {self.connection.credentials.region.upper()})"
        if not connected:
            line = "Tracker: not connected; an admin connects it with `connect`"
        elif why:
            line = f"Tracker: *not in use*. {escape(why)}: `connect`"
        return Said(text="\n".join([line, *await self.store.read(self._in_numbers)]))

    def _in_numbers(self, tables: Tables) -> list[str]:
        records, outbox = self.records(tables), tables["outbox"]
        counts = {state: outbox.how_many(state=state) for state in ("new", "claimed", "held")}
        troubled = stuck(tables)
        going_on, waiting = (tables["screenings"].how_many(standing=s) for s in (Status.IN_PROGRESS.value, WAITING))
        begun = records.value("started-today")
        today = int(begun["count"]) if begun and begun["day"] == self.now() // DAY else 0
        lines = [
            f"Screenings: {going_on} going on, {waiting} waiting for a decision",
            f"Deliveries: {counts['new'] + counts['claimed']} on their way, {counts['held']} held, {len(troubled)} need a person",
            f"Texts begun today: {today} of at most {self.config.daily_texts}",
        ]
        lines += [f"• held: {escape(why)} ({n})" for why, n in _reasons(outbox.find(state="held"))]
        lines += [f"• needs a person: {escape(why)} ({n})" for why, n in _reasons(troubled)]
        if records.value("pause").get("on"):
            lines.append("Everything is paused; `resume` goes on.")
        lines += [f"Job {m.job} is paused; `resume {m.job}` goes on." for m in records.mappings() if m.paused]
        return lines

    async def doctor(self, actor: Actor) -> Said:
        """Is everything in order? One line each."""
        found = [*await self._tracker(), await self._slack(), await self.store.read(self._texts)]
        lines = [f"{'In order' if fine else 'To mend'} · {text}" for fine, text in found]
        return Said(text="\n".join(lines), ok=all(fine for fine, _ in found))

    async def _tracker(self) -> list[tuple[bool, str]]:
        client = await self.client()
        if client is None:
            return [(False, "Tracker: not connected; an admin connects it with `connect`.")]
        try:
            with translated("Tracker"):
                found = await scopes.examine(client, await self.store.read(writing_of))
        except PortFailed as error:
            return [(False, f"{escape(str(error))}.")]
        return [(each.fine, escape(each.words)) for each in found]

    async def _slack(self) -> tuple[bool, str]:
        try:
            granted = await self.post.scopes()
        except PortFailed as error:
            return False, f"Slack: {escape(str(error))}."
        missing = sorted(set(SCOPES) - granted) if granted else []
        if missing:
            return False, f"Slack: the app lacks {', '.join(missing)}; install it again from the manifest."
        return True, "Slack: this answer reached you."

    def _texts(self, tables: Tables) -> tuple[bool, str]:
        parked = [r for r in tables["outbox"].find(state="parked") if r["way"] == "sms"]
        if parked:
            return False, f"Texts: {len(parked)} could not be sent; the last: {shown(str(parked[-1]['reason']), 200)}."
        sent = tables["sent"].how_many()
        return True, f"Texts: {sent} sent, none refused for good."

    async def settings(self, actor: Actor) -> Said:
        """The effective settings, and where each comes from; secrets are only said to be set."""
        lines = [_setting(f.name, getattr(self.config, f.name), self.origin) for f in fields(Settings)]
        lines += await self.store.read(lambda t: described(writing_of(t)))
        if self.rights.admin(actor) is None:
            hook = f"{self.config.public_url}/tracker/hook/{self.connection.hook_secret}"
            lines.append(
                f"• Tracker's webhook (Settings > Webhooks in Tracker; optional, it hurries the poll): `{hook}`"
            )
        return Said(text="\n".join(sorted(lines)))

    async def configure(self, actor: Actor, wanted: Mapping[str, str]) -> Said:
        """Set how results are written to Tracker; admins only."""
        if refused := self.rights.admin(actor):
            return refused

        def run(tables: Tables) -> str:
            agent = wanted.get("agent", "")
            if agent and self.records(tables).agent(agent) is None:
                return f"There is no agent “{shown(agent, 60)}”."
            change = changed(writing_of(tables), wanted)
            if isinstance(change, str):
                return change
            keep_writing(tables, change)
            return ""

        if wrong := await self.store.run(run):
            return no(wrong)
        return Said(text="\n".join(["Set.", *await self.store.read(lambda t: described(writing_of(t)))]))

    @property
    def origin(self) -> Callable[[str], str]:
        """Where a variable's value comes from."""
        return origin


def _setting(name: str, value: Any, whence: Callable[[str], str]) -> str:
    variable = NAMES.get(name) or (name.upper() if name.startswith(OUTSIDE) else f"GREENROOM_{name.upper()}")
    return f"• `{variable}`: {_value(name, value)} ({whence(variable)})"


def _value(name: str, value: Any) -> str:
    if name in SECRETS:
        return "set" if value else "not set"
    match value:
        case frozenset() | tuple():
            return ", ".join(shown(str(v), 60) for v in sorted(value, key=str)) or "not set"
        case bool():
            return "on" if value else "off"
        case float():
            return f"{value:g}"
        case _ if hasattr(value, "start") and hasattr(value, "end"):
            return f"{value.start:%H:%M}-{value.end:%H:%M}"
        case _:
            return shown(str(value), 200) if value not in ("", None) else "not set"


def _reasons(rows: Any) -> list[tuple[str, int]]:
    """The three commonest reasons."""
    return Counter(str(r["reason"])[:200] for r in rows if r["reason"]).most_common(3)

"""`simulate`: the real engine in a thread with a virtual clock. Only what was typed is kept; every turn plays it all again."""

import re
import shlex
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot import rehearsed
from bot.desk.base import DeskBase, no
from bot.desk.personas import PERSONAS, answers, fitting, unfitting
from bot.rehearsal import Line, Rehearsal
from bot.slack.desk import Actor, Said
from bot.slack.text import escape, pages, shown
from bot.storage.store import Tables
from bot.talk import seconds_of
from screening.errors import PortFailed
from screening.scoring import score
from screening.scripts.script import Script
from screening.understanding import ENGINE

MOST_TURNS: Final = 300
MOST_PERSONA_TURNS: Final = 40
LONGEST: Final = 1600
LONGEST_WAIT: Final = 30 * 86_400
HANG_UPS: Final = {"hang up": "completed", "no answer": "no-answer", "voicemail": "machine", "busy": "busy"}
SHY: Final = ("slow", "ghoster")  # personas who do not pick up
_WAIT: Final = re.compile(r"\+\s*((?:\d{1,4}(?:\.\d+)?[smhd]\s*)+)")
_HOW: Final = (
    "You are the candidate: write in this thread. `+25h` moves the clock, `persona slow` lets somebody else answer "
    f"({', '.join(PERSONAS)}), `end` ends it. In a call what you write is spoken: `press 1`, `hang up`, `no answer`. Nothing leaves: no text is sent, Tracker hears nothing."
)


@dataclass(slots=True)
class Play:
    """One simulation as it stands after everything typed so far."""

    lines: list[str] = field(default_factory=list)
    over: bool = False


class Simulation(DeskBase):
    """Trying an agent out."""

    async def simulate(self, actor: Actor, agent: str) -> Said:
        """Plays an agent in a thread."""
        name, _, persona = agent.partition(" persona ")
        if refused := await self.may(actor):
            return refused
        if persona and persona not in PERSONAS:
            return no(f"A persona is one of: {', '.join(PERSONAS)}.")
        found = await self.store.read(lambda t: self.records(t).agent(name.strip()))
        if found is None:
            return no(f"There is no agent “{shown(name, 60)}”. `agents` lists them.")
        text = f"Simulation of *{escape(found.name)}* for <@{actor.user}>. {_HOW}"
        try:
            channel, ts = await self.post.post(actor.channel, text)
        except PortFailed:
            channel, ts = await self.post.post(await self.post.open_dm(actor.user), text)
        row = {"script": found.script, "start": self._morning(), "typed": [], "told": 0, "by": actor.user}
        await self.store.run(lambda t: self.records(t).set_value(_key(channel, ts), **row))
        await self._turn(channel, ts, [f"persona {persona}"] if persona else [], "start")
        return Said(text=f"The simulation of {escape(found.name)} is in its thread.")

    def _morning(self) -> int:
        """Ten in the morning of today, so that no window holds the first text."""
        zone = ZoneInfo(self.config.time_zone)
        today = datetime.fromtimestamp(self.now() / 1000, zone)
        return int(today.replace(hour=10, minute=0, second=0, microsecond=0).timestamp() * 1000)

    async def simulated(self, actor: Actor, thread: str, text: str, message: str) -> bool:
        """A message in a simulation's thread is the candidate's; False where the thread is none."""
        key = _key(actor.channel, thread)
        if not await self.store.read(lambda t: bool(self.records(t).value(key))):
            return False
        await self._turn(actor.channel, thread, [text.strip()[:LONGEST]], message)
        return True

    async def _turn(self, channel: str, thread: str, typed: list[str], message: str) -> None:
        key = _key(channel, thread)
        row = await self.store.run(lambda t: self._type(t, key, typed, message))
        if row is None:
            return
        script = await self.store.read(lambda t: self.records(t).script(row["script"]))
        if script is None:
            return
        play = self._play(script, row)
        first = await self.store.run(lambda t: self._tell(t, key, len(play.lines)))
        for page in pages("\n".join(play.lines[first:])) if play.lines[first:] else []:
            await self.post.post(channel, page, thread_ts=thread)

    def _type(self, tables: Tables, key: str, typed: list[str], message: str) -> dict[str, Any] | None:
        """What was typed so far, this included; None where it was heard already or the play is over."""
        records = self.records(tables)
        row = records.value(key)
        if message in row.get("seen", []) or len(row["typed"]) >= MOST_TURNS:
            return None
        kept = {**row, "typed": [*row["typed"], *typed], "seen": [*row.get("seen", []), message]}
        records.set_value(key, **{k: v for k, v in kept.items() if k != "name"})
        return kept

    def _tell(self, tables: Tables, key: str, count: int) -> int:
        """How many lines were told before; from now on so many are."""
        records = self.records(tables)
        row = records.value(key)
        records.set_value(key, **{k: v for k, v in row.items() if k != "name"} | {"told": max(count, row["told"])})
        return int(row["told"])

    def _play(self, script: Script, row: dict[str, Any]) -> Play:
        play = Play()
        zone = ZoneInfo(self.config.time_zone)
        begin = datetime.fromtimestamp(row["start"] / 1000, zone)
        played = Rehearsal(
            script,
            begin,
            window=self.config.window,
            brand=self.config.brand,
            pause=0,
            out=lambda line: _bot(play, line),
            calls=True,
        )
        if rehearsed.on_page(played):
            _what_next(play, played, said=True)
        for words in row["typed"]:
            if not play.over:
                _do(play, played, words)
        return play


def _key(channel: str, ts: str) -> str:
    return f"simulation:{channel}:{ts}"


def _bot(play: Play, line: Line) -> None:
    how = " on the phone" if line.kind == rehearsed.SPOKEN else ""
    play.lines.append(f"*Greenroom*{how} ({line.at:%a %H:%M}): {escape(line.text)}")


def _do(play: Play, played: Rehearsal, words: str) -> None:
    """One thing typed: time passes, a persona answers, it ends, or the candidate says it."""
    wait, low = _WAIT.fullmatch(words), words.lower()
    before = len(play.lines)
    if wait:
        _wait(played, wait[1])
    elif low.startswith("persona "):
        _persona(play, played, low.removeprefix("persona ").strip())
    elif low == "end":
        play.over = True
    elif low in HANG_UPS and rehearsed.live(played):
        played.hang_up(HANG_UPS[low])
    elif low.startswith("form ") and rehearsed.on_page(played):
        _fill(play, played, words[len("form ") :])
    elif words:
        played.say(words)
    if not played.screening.open or play.over:
        play.lines += _ending(played)
        play.over = play.over or low == "end"
    else:
        _what_next(play, played, said=len(play.lines) > before)


def _what_next(play: Play, played: Rehearsal, *, said: bool) -> None:
    """How the thread goes on where that is not plain."""
    if keys := rehearsed.on_page(played):
        play.lines.append(f"_Fill the form's page with_ `form {' '.join(f'{key}=…' for key in keys)}`")
    elif not said:
        now = datetime.fromtimestamp(played.now / 1000, played.zone)
        play.lines.append(f"_It is {now:%A %H:%M}; Greenroom says nothing._")


def _wait(played: Rehearsal, words: str) -> None:
    played.advance(int(min(seconds_of(words), LONGEST_WAIT) * 1000))


def _persona(play: Play, played: Rehearsal, name: str) -> None:
    if name not in PERSONAS:
        play.lines.append(f"_A persona is one of: {', '.join(PERSONAS)}._")
        return
    for turn in range(MOST_PERSONA_TURNS):
        if not played.screening.open:
            return
        if _elsewhere(play, played, name):
            continue
        asked = played.script.question(played.screening.open_question)
        for step in answers(name, asked, turn):
            if "wait" in step:
                play.lines.append(f"_{step['wait']} pass_")
                _wait(played, step["wait"])
            else:
                play.lines.append(f"*Sam*: {escape(step['say'])}")
                played.say(step["say"])


def _elsewhere(play: Play, played: Rehearsal, name: str) -> bool:
    """What a persona does on the phone before the first question, or on a form; False where it is to answer a question."""
    if rehearsed.live(played) and name in SHY:
        play.lines.append("_Sam does not pick up_")
        played.hang_up("no-answer")
        return True
    if rehearsed.consent_asked(played):
        play.lines.append("*Sam*: yes")
        played.say("yes")
        return True
    keys = rehearsed.on_page(played)
    if not keys or name in SHY:
        return False
    answer = unfitting if name == "unsuited" else fitting
    given = {key: answer(played.script.question(key)) for key in keys}
    play.lines.append(f"*Sam* sends the form: {escape(', '.join(f'{k} {v}' for k, v in given.items()))}")
    return not rehearsed.fill(played, given)


def _fill(play: Play, played: Rehearsal, words: str) -> None:
    """The form's page, typed as `licence=yes years="about six"`."""
    given = dict(pair.split("=", 1) for pair in _split(words) if "=" in pair)
    wrong = rehearsed.fill(played, given)
    if wrong:
        play.lines.append(f"_The form says:_ {escape(', '.join(f'{key} {what}' for key, what in wrong.items()))}")


def _split(words: str) -> list[str]:
    try:
        return shlex.split(words.replace("“", '"').replace("”", '"'))
    except ValueError:
        return words.split()


def _ending(played: Rehearsal) -> list[str]:
    """How it ended, with what was understood."""
    card = score(played.screening, played.script, ENGINE)
    points = f"{card.score}/100, {card.recommendation}" if card.score is not None else "no score"
    lines = [f"*Ended: {played.screening.status.value.replace('_', ' ')}*, {points}"]
    return lines + [f"• {escape(a.question)}: “{escape(a.quote)}”" for a in card.answers]

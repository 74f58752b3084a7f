"""`greenroom talk`: the real engine with a virtual clock and an empty store; you are the candidate."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, Final

from bot.errors import BotError
from screening.duties.release import Asked, Drop, Hold, release
from screening.duties.window import Window
from screening.effects import Say, Suppress
from screening.events import Began, Due, Event, OptedOut, Sent, Settled, Texted
from screening.machine import step
from screening.people import Candidate, Opportunity
from screening.scorecard import as_json
from screening.scoring import score
from screening.screening import Screening, Status, Who
from screening.scripts.reader import read_script
from screening.scripts.script import Script
from screening.understanding import ENGINE, opts_out, understand
from screening.understanding.reading import Context, Intent

UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def _print(line: dict[str, Any]) -> None:
    """One text, flushed at once."""
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


class Played:
    """One conversation under a virtual clock (ms UTC)."""

    def __init__(
        self,
        script: Script,
        start: datetime,
        window: Window,
        brand: str,
        pause: float,
        tell: Callable[[dict[str, Any]], None] | None = None,
    ) -> None:
        self.tell = tell or _print
        self.script, self.zone, self.window, self.pause = script, start.tzinfo or UTC, window, int(pause * 1000)
        self.now = int(start.timestamp() * 1000)
        self.waiting: list[tuple[int, Say]] = []
        self.out: list[dict[str, Any]] = []
        self.opted_out, self.count = False, 0
        self.sent: list[tuple[int, bool]] = []
        self.screening = Screening(
            id="GR-TALK",
            script=script.hash,
            agent=script.name,
            brand=brand,
            language=script.language,
            zone=_zone_name(self.zone, start),
            began_at=self.now,
            candidate=Candidate(
                id=1, first_name="Sam", name="Sam", phone="+15005550001", zones=(_zone_name(self.zone, start),)
            ),
            job=Opportunity(id=1, title=script.title),
        )
        self.follow(Began())

    def follow(self, event: Event) -> None:
        """One event through the engine, and what is due at once."""
        done = step(self.screening, self.script, event, self.now)
        self.screening = done.screening
        for effect in done.effects:
            if isinstance(effect, Say):
                self.waiting.append((self.now, effect))
            elif isinstance(effect, Suppress):
                self.opted_out = True
        self.deliver()

    def _asked(self, say: Say) -> Asked:
        s = self.screening
        heard = [m.at for m in s.messages if m.who is Who.CANDIDATE]
        return Asked(
            kind=say.kind,
            started=say.started,
            turn=say.turn,
            now_turn=s.turn,
            open=s.open,
            opted_out=self.opted_out,
            taken_over=s.taken_over,
            paused="",
            allowed_number=True,
            budget_left=True,
            last_heard=max(heard, default=None),
            started_times=tuple(t for t, own in self.sent if own),
            sent_times=(),
            zones=s.candidate.zones,
        )

    def deliver(self) -> None:
        """Send what may go now; what is held waits with its instant."""
        for _ in range(50):
            ready = next((w for w in self.waiting if w[0] <= self.now), None)
            if ready is None:
                return
            self.waiting.remove(ready)
            say = ready[1]
            verdict = release(self._asked(say), self.window, self.now)
            if isinstance(verdict, Hold):
                self.waiting.append((max(verdict.until, self.now + 1000), say))
            elif not isinstance(verdict, Drop):
                self._send(say)

    def _send(self, say: Say) -> None:
        at = datetime.fromtimestamp(self.now / 1000, self.zone)
        line = {"bot": say.text, "kind": say.kind, "question": say.question or None, "at": at.isoformat()}
        self.tell(line)
        self.sent.append((self.now, say.started))
        self.follow(Sent(message=say.message))

    def say(self, text: str, more: bool) -> None:
        """The candidate texts now."""
        self.count += 1
        sid = f"M{self.count}"
        context = Context(
            now=datetime.fromtimestamp(self.now / 1000, self.zone),
            language=self.screening.language,
            ours=tuple(m.text for m in self.screening.messages if m.who is Who.BOT)[-5:],
        )
        if opts_out(text, context) is Intent.OPT_OUT:
            keyword = understand(text, None, context).rule.startswith("keyword")
            was = self.opted_out
            self.follow(Texted(message=sid, text=text))
            self.waiting.clear()
            self.follow(OptedOut(why="asked us to stop", confirm=not keyword and not was))
            return
        if self.opted_out and not self._starts(text, context):
            return
        self.follow(Texted(message=sid, text=text, pause=self.pause))
        self.advance(1000 if more else self.pause + 1)

    def _starts(self, text: str, context: Context) -> bool:
        if understand(text, None, context).intent is not Intent.START:
            return False
        self.opted_out = False
        return True

    def advance(self, ms: int) -> None:
        """Time passes; what comes due on the way happens in order."""
        end = self.now + ms
        while True:
            due = self.screening.due
            held = min((t for t, _ in self.waiting), default=None)
            at = min((t for t in (due, held) if t is not None), default=None)
            if at is None or at > end:
                break
            self.now = max(self.now, at)
            if due is not None and due <= self.now:
                self._due()
            self.deliver()
        self.now = end

    def _due(self) -> None:
        s = self.screening
        if s.settle_at is not None and s.settle_at <= self.now:
            self.follow(Settled())
            return
        for kind, at in (("resume", s.resume_at), ("remind", s.remind_at), ("expire", s.expire_at)):
            if at is not None and at <= self.now:
                self.screening = self.screening.having(**{f"{kind}_at": None})
                self.follow(Due(kind=kind, turn=s.turn))
                return

    def end(self) -> dict[str, Any]:
        """The last line."""
        card = as_json(score(self.screening, self.script, ENGINE))
        answers = {a.question: a.value for a in self.screening.answers}
        return {"end": self.screening.status.value, "answers": answers, "scorecard": card}


def _zone_name(zone: tzinfo, start: datetime) -> str:
    offset = start.utcoffset() or timedelta(0)
    hours = round(offset.total_seconds() / 3600)
    return "Etc/UTC" if not hours else f"Etc/GMT{-hours:+d}"


def seconds_of(text: str) -> float:
    """`23h20m` in seconds."""
    return sum(float(n) * UNITS[u] for n, u in re.findall(r"([\d.]+)([smhd])", text))


def talk(path: str, *, as_json: bool, start: str) -> int:
    """Play a script; 1 where it cannot be read."""
    try:
        script = read_script(Path(path).read_text(encoding="utf-8"))
        window = Window.read(os.environ.get("GREENROOM_WINDOW") or "08:00-20:00")
    except Exception as error:
        sys.stderr.write(f"{error}\n")
        return 1
    begin = datetime.fromisoformat(start) if start else datetime.now().astimezone()
    begin = begin if begin.tzinfo else begin.replace(tzinfo=UTC)
    brand = os.environ.get("GREENROOM_BRAND") or "Greenroom"
    played = Played(script, begin, window, brand, float(os.environ.get("GREENROOM_LISTENING_PAUSE") or 6))
    for item in _input(as_json):
        if "wait" in item:
            played.advance(int(seconds_of(str(item["wait"])) * 1000))
        elif isinstance(item.get("say"), str):
            played.say(item["say"], bool(item.get("more")))
    sys.stdout.write(json.dumps(played.end(), ensure_ascii=False) + "\n")
    return 0


def _input(as_json: bool) -> Iterator[dict[str, Any]]:
    for line in sys.stdin:
        text = line.rstrip("\n")
        if as_json:
            if text.strip():
                item = json.loads(text)
                if isinstance(item, dict):
                    yield item
        elif text.startswith("+"):
            yield {"wait": text[1:]}
        else:
            yield {"say": text}


__all__ = ["BotError", "Played", "Status", "talk"]

"""Progress: what the demo shows while it runs; a live table in a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Sequence
from typing import TextIO

from bot.sandbox.endings import Outcome
from bot.sandbox.wire import Json

BAR = 30
ROWS = 38


class Progress:
    """Shows steps and candidates."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._out = stream or sys.stdout
        self._live = self._out.isatty()
        self._began = time.monotonic()
        self._shown: dict[str, str] = {}
        self._lines = 0

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self._began

    def step(self, words: str) -> None:
        """One line about what happens."""
        self._say(f"{self.seconds:6.1f} s  {words}")

    def table(self, lines: Sequence[str]) -> None:
        """Lines between two empty ones."""
        self._say("\n".join(["", *lines, ""]))

    def candidates(self, people: Sequence[Json], outcomes: Sequence[Outcome]) -> None:
        """How far everybody is."""
        if self._live:
            self._redraw(people, outcomes)
            return
        for person, outcome in zip(people, outcomes, strict=True):
            if self._shown.get(person["name"]) != outcome.phrase and not outcome.phrase.endswith("replies"):
                self._shown[person["name"]] = outcome.phrase
                self.step(f"{person['name']}: {outcome.phrase}")

    def _redraw(self, people: Sequence[Json], outcomes: Sequence[Outcome]) -> None:
        done = sum(o.done for o in outcomes)
        filled = round(BAR * done / max(1, len(people)))
        lines = [f"{self.seconds:6.1f} s  [{'#' * filled}{'.' * (BAR - filled)}] {done} of {len(people)}"]
        rows = list(zip(people, outcomes, strict=True))
        if len(rows) > ROWS:  # no room for all: the unfinished first
            rows = sorted(rows, key=lambda row: row[1].done)[:ROWS]
        lines += [f"  {'*' if o.done else ' '} {p['name']:<20} {p['character']:<16} {o.phrase}" for p, o in rows]
        self._out.write((f"\x1b[{self._lines}A" if self._lines else "") + "".join(f"\x1b[2K{line}\n" for line in lines))
        self._out.flush()
        self._lines = len(lines)

    def _say(self, line: str) -> None:
        self._lines = 0
        self._out.write(line + "\n")
        self._out.flush()

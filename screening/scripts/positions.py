"""Where each key of a TOML text stands: the lines that tomllib does not tell."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

Path = tuple[str | int, ...]  # ("question", 0, "options", 2, "value")

_TOKEN: Final = re.compile(
    r'(?P<words>"""(?:\\.|[^\\])*?"""(?:"{0,2})|\'\'\'.*?\'\'\'(?:\'{0,2})|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<blank>\#[^\n]*|[ \t]+)|(?P<newline>\n)|(?P<mark>[\[\]{},=.])|(?P<bare>[^\s\[\]{},=.\"'#]+)",
    re.DOTALL,
)


def positions(source: str) -> Mapping[Path, int]:
    """The 1-based line of every table and key of a text that tomllib accepts."""
    scan = _Scan(source)
    with suppress(RecursionError):  # only where tomllib gave up as well
        scan.read()
    return scan.lines


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line of `path`, else of the nearest thing around it; 0 where nothing is."""
    return next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), 0)


class _Scan:
    """One walk over the tokens of a text."""

    def __init__(self, source: str) -> None:
        starts = [m.start() for m in re.finditer("\n", source)]
        self.tokens = [
            (m.lastgroup or "", m.group(), bisect_right(starts, m.start() - 1) + 1)
            for m in _TOKEN.finditer(source)
            if m.lastgroup != "blank"
        ]
        self.tokens.append(("end", "", len(starts) + 1))
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}

    def read(self) -> None:
        """Every statement in turn."""
        table: Path = ()
        while self.kind != "end":
            if self.kind == "newline":
                self.step()
            elif self.text == "[":
                table = self.header()
            else:
                self.pair(table)

    @property
    def kind(self) -> str:
        """The kind of the token that comes next."""
        return self.tokens[self.at][0]

    @property
    def text(self) -> str:
        """The token that comes next."""
        return self.tokens[self.at][1]

    def step(self) -> None:
        """Steps over the next token, but never over the end."""
        self.at = min(self.at + 1, len(self.tokens) - 1)

    def take(self, text: str) -> bool:
        """Steps over the next token if it is this one."""
        found = self.kind == "mark" and self.text == text
        if found:
            self.step()
        return found

    def header(self) -> Path:
        """`[a.b]` or `[[a.b]]`."""
        line = self.tokens[self.at][2]
        self.step()
        many = self.take("[")
        path = self.table(self.key(), many=many)
        while self.take("]"):
            pass
        self.lines.setdefault(path, line)
        return path

    def table(self, key: tuple[str, ...], *, many: bool) -> Path:
        """The path of a header's table, with the places in lists of tables."""
        path: Path = ()
        for part in key[:-1]:
            path = (*path, part)
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        path = (*path, key[-1])
        if not many:
            return path
        self.counts[path] = self.counts.get(path, 0) + 1
        return (*path, self.counts[path] - 1)

    def key(self) -> tuple[str, ...]:
        """A key, dotted or not."""
        parts = [self.part()]
        while self.take("."):
            parts.append(self.part())
        return tuple(parts)

    def part(self) -> str:
        """One part of a key."""
        kind, text, _ = self.tokens[self.at]
        self.step()
        return text[1:-1] if kind == "words" else text

    def pair(self, table: Path) -> None:
        """`key = value`."""
        line = self.tokens[self.at][2]
        path = (*table, *self.key())
        self.lines.setdefault(path, line)
        self.take("=")
        self.value(path)

    def value(self, path: Path) -> None:
        """A value of any sort; its parts get lines of their own."""
        self.lines.setdefault(path, self.tokens[self.at][2])
        if self.take("["):
            self.items(path)
        elif self.take("{"):
            self.pairs(path)
        else:
            self.scalar()

    def items(self, path: Path) -> None:
        """The rest of a list."""
        place = 0
        while not self.closes("]"):
            self.value((*path, place))
            place += 1

    def pairs(self, path: Path) -> None:
        """The rest of an inline table."""
        while not self.closes("}"):
            self.pair(path)

    def closes(self, mark: str) -> bool:
        """Steps over newlines and commas; whether the list or table ends here."""
        while self.kind == "newline" or (self.kind == "mark" and self.text == ","):
            self.step()
        return self.kind == "end" or self.take(mark)

    def scalar(self) -> None:
        """Text, a number, truth value, date or time."""
        self.step()
        while self.kind == "bare" or (self.kind == "mark" and self.text == "."):
            self.step()

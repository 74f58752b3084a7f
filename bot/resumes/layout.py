"""Pieces of text on a page, put into the order in which a person reads them: columns one after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

WIDE: Final = 1.6  # font sizes between two pieces of a line that belong to different columns
OUTDENT: Final = 50.0  # points by which a heading may stand left of its lines
GAP: Final = 1.6  # usual steps between lines that part two paragraphs
FEWEST: Final = 4  # lines that make a column
DATES: Final = re.compile(r"[\s\d/.,–—-]*(?:[^\W\d]{3,10}\.?[\s\d/.,–—-]*){0,4}$")
SHORT: Final = 26  # characters of what may stand at the right end of a line, such as dates or a town


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some text in one place. Points, from the lower left corner; `y` is the base line."""

    x0: float
    x1: float
    y: float
    size: float
    text: str


Line = list[Piece]


def read_in_order(pieces: Sequence[Piece]) -> str:
    """The page's text."""
    lines = _lines(pieces)
    gutter = _gutter(lines)
    if gutter is None:
        return "\n".join(_spaced(lines))
    return "\n".join(_by_columns(lines, gutter))


def _spaced(lines: Sequence[Line]) -> list[str]:
    """The lines, with an empty one where a gap parts them."""
    steps = [above[0].y - below[0].y for above, below in pairwise(lines)]
    usual = sorted(steps)[len(steps) // 2] if steps else 0.0
    text = [_joined(line) for line in lines[:1]]
    for step, line in zip(steps, lines[1:], strict=True):
        text += ["", _joined(line)] if step > GAP * usual else [_joined(line)]
    return text


def _lines(pieces: Sequence[Piece]) -> list[Line]:
    """Pieces on one base line, from the top down, each from left to right."""
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda p: (-p.y, p.x0)):
        last = lines[-1][0] if lines else None
        if last is not None and abs(last.y - piece.y) <= 0.45 * min(last.size, piece.size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort(key=lambda p: p.x0)
    return lines


def _joined(line: Sequence[Piece]) -> str:
    text, end = "", None
    for piece in line:
        if end is not None:
            gap = piece.x0 - end
            wide = gap > 3 * piece.size
            apart = gap > 0.15 * piece.size and not text.endswith(" ") and not piece.text.startswith(" ")
            text += "\t" if wide else " " if apart else ""
        text += piece.text
        end = piece.x1
    return text.rstrip()


def _segments(line: Line) -> list[Line]:
    """The parts of a line that stand clearly apart."""
    parts: list[Line] = []
    for piece in line:
        if parts and piece.x0 - parts[-1][-1].x1 <= WIDE * piece.size:
            parts[-1].append(piece)
        else:
            parts.append([piece])
    return parts


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where two columns part, if the page has two."""
    segments = [s for line in lines for s in _segments(line)]
    if len(segments) < 2 * FEWEST:
        return None
    left = min(s[0].x0 for s in segments)
    right = max(s[-1].x1 for s in segments)
    best, best_rows = None, 0
    starts = sorted({round(s[0].x0, 0) for s in segments if left + 20 < s[0].x0 < right - 20})
    for x in starts:
        rows = _rows_at(segments, x - 2)
        if rows > best_rows:
            best, best_rows = x - 2, rows
    return None if best is None else _moved(segments, best)


def _moved(segments: Sequence[Line], x: float) -> float:
    """A little to the left, where headings of the right column stand out from its lines."""
    near = [s[0].x0 - 2 for s in segments if x - OUTDENT <= s[0].x0 - 2 < x]
    fits = [moved for moved in near if _across(segments, moved) <= _across(segments, x)]
    return min(fits, default=x)


def _across(segments: Sequence[Line], x: float) -> int:
    return sum(s[0].x0 < x and s[-1].x1 > x + 3 for s in segments)


def _rows_at(segments: Sequence[Line], x: float) -> int:
    """How well `x` parts two columns: 0 where it does not."""
    lefts = [s for s in segments if s[-1].x1 <= x + 1]
    rights = [s for s in segments if s[0].x0 >= x]
    across = len(segments) - len(lefts) - len(rights)
    aligned = sum(abs(s[0].x0 - x - 2) < 4 for s in rights)
    if min(len(lefts), len(rights)) < FEWEST or aligned < FEWEST or across > 0.35 * len(segments):
        return 0
    return 0 if _ends_of_lines(lefts, rights) else min(len(lefts), len(rights)) + aligned - 2 * across


def _ends_of_lines(lefts: Sequence[Line], rights: Sequence[Line]) -> bool:
    """Whether what stands right are only the ends of what stands left: dates and places beside a job."""
    heights = {round(s[0].y) for s in lefts}
    beside = sum(any(round(s[0].y) + d in heights for d in (-1, 0, 1)) for s in rights)
    short = sum(len(_joined(s)) <= SHORT or bool(DATES.fullmatch(_joined(s))) for s in rights)
    return beside >= 0.9 * len(rights) and short >= 0.8 * len(rights)


def _by_columns(lines: Sequence[Line], gutter: float) -> list[str]:
    """Bands between lines that cross the gutter: in each the left column, then the right one."""
    text: list[str] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if any(s[0].x0 < gutter and s[-1].x1 > gutter + 3 for s in _segments(line)):
            text += [*_spaced(left), *_spaced(right), _joined(line)]
            left, right = [], []
            continue
        for column, there in (
            (left, [p for p in line if p.x1 <= gutter + 3]),
            (right, [p for p in line if p.x0 >= gutter]),
        ):
            if there:
                column.append(there)
    return [*text, *_spaced(left), *_spaced(right)]

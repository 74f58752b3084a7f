"""What a page of a PDF draws: pieces of text with their places, and which of them nobody would see."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Final

from pypdf.generic import ArrayObject

from bot.resumes.layout import Piece

SMALLEST: Final = 4.0  # points: below that nobody reads
NEAR: Final = 0.12  # colours closer than this are one to the eye
CLEAR: Final = 0.1  # opacity below which nothing is seen
MOST_RECTANGLES: Final = 500
MOST_PIECES: Final = 50_000
INVISIBLE: Final = 3  # text rendering mode

Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[float, float, float] | None  # None: a pattern, whatever it shows
UNIT: Final[Matrix] = (1, 0, 0, 1, 0, 0)


def times(a: Matrix, b: Matrix) -> Matrix:
    """First `a`, then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


@dataclass(slots=True, kw_only=True)
class State:
    """The graphics state, as far as text needs it."""

    ctm: Matrix = UNIT
    colour: Colour = (0.0, 0.0, 0.0)
    opacity: float = 1.0
    font: Any = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass(slots=True, kw_only=True)
class Canvas:
    """Follows a content stream. `box`: the visible page (x0, y0, x1, y1)."""

    box: tuple[float, float, float, float]
    state: State = field(default_factory=State)
    shown: list[Piece] = field(default_factory=list)
    unseen: list[Piece] = field(default_factory=list)
    under: list[Piece] = field(default_factory=list)  # invisible by mode: the words of a scan, or a trick
    pictures: bool = False
    _stack: list[State] = field(default_factory=list)
    _grounds: list[tuple[float, float, float, float, Colour]] = field(default_factory=list)
    _path: list[tuple[float, float, float, float]] = field(default_factory=list)
    _tm: Matrix = UNIT
    _line: Matrix = UNIT
    _off: list[bool] = field(default_factory=list)

    def follow(self, operator: bytes, operands: list[Any], fonts: Mapping[str, Any], more: Mapping[str, Any]) -> None:
        """One operator. `more`: opacities by the name of a graphics state, and layers that are switched off."""
        if operator == b"Tf" and len(operands) > 1:
            self.state.font, self.state.size = fonts.get(operands[0]), number(operands[1])
        elif operator == b"gs" and operands:
            self.state.opacity = more.get("opacity", {}).get(operands[0], self.state.opacity)
        elif operator in (b"BDC", b"BMC"):
            self._off.append(bool(operands[1:]) and str(operands[1]) in more.get("off", ()))
        elif operator == b"EMC":
            self._off = self._off[:-1]
        elif operator in ACTS:
            ACTS[operator](self, operands)

    def save(self, _: list[Any]) -> None:
        """q"""
        if len(self._stack) < 200:
            self._stack.append(copy(self.state))

    def restore(self, _: list[Any]) -> None:
        """Q"""
        if self._stack:
            self.state = self._stack.pop()

    def concatenate(self, operands: list[Any]) -> None:
        """cm"""
        if len(operands) >= 6:
            self.state.ctm = times(matrix(operands), self.state.ctm)

    def begin(self, _: list[Any]) -> None:
        """BT"""
        self._tm = self._line = UNIT

    def place(self, operands: list[Any]) -> None:
        """Tm"""
        if len(operands) >= 6:
            self._tm = self._line = matrix(operands)

    def move(self, operands: list[Any]) -> None:
        """Td"""
        x, y = (number(o) for o in operands[:2]) if len(operands) > 1 else (0.0, 0.0)
        self._tm = self._line = times((1, 0, 0, 1, x, y), self._line)

    def move_and_lead(self, operands: list[Any]) -> None:
        """TD"""
        if len(operands) > 1:
            self.state.leading = -number(operands[1])
        self.move(operands)

    def next_line(self, _: list[Any]) -> None:
        """T*"""
        self.move([0, -self.state.leading])

    def show(self, operands: list[Any]) -> None:
        """Tj, TJ"""
        for item in operands[:1]:
            for part in item if isinstance(item, ArrayObject) else (item,):
                if isinstance(part, bytes | str):
                    self._show(part)
                else:
                    self._advance(-number(part) / 1000 * self.state.size * self.state.scale)

    def show_next(self, operands: list[Any]) -> None:
        """' and \""""
        if len(operands) > 2:
            self.state.word_spacing, self.state.spacing = number(operands[0]), number(operands[1])
        self.next_line([])
        self.show(operands[-1:])

    def colour(self, operands: list[Any]) -> None:
        """g, rg, k, sc, scn"""
        numbers = [number(o) for o in operands if isinstance(o, int | float)]
        self.state.colour = colour_of(numbers) if len(numbers) == len(operands) else None

    def black(self, _: list[Any]) -> None:
        """cs"""
        self.state.colour = (0.0, 0.0, 0.0)

    def rectangle(self, operands: list[Any]) -> None:
        """re"""
        if len(operands) >= 4 and len(self._path) < MOST_RECTANGLES:
            x, y, w, h = (number(o) for o in operands[:4])
            self._path.append(span(self.state.ctm, x, y, x + w, y + h))

    def fill(self, _: list[Any]) -> None:
        """f, B and their kin"""
        if self.state.opacity > CLEAR:
            room = max(0, MOST_RECTANGLES - len(self._grounds))
            self._grounds += [(*box, self.state.colour) for box in self._path[:room]]
        self._path = []

    def forget(self, _: list[Any]) -> None:
        """n, S: a path that covers nothing"""
        self._path = []

    def picture(self) -> None:
        """An image in the unit square: text on it may be seen."""
        self.pictures = True
        if len(self._grounds) < MOST_RECTANGLES:
            self._grounds.append((*span(self.state.ctm, 0, 0, 1, 1), None))

    def _advance(self, x: float) -> None:
        self._tm = times((1, 0, 0, 1, x, 0), self._tm)

    def _show(self, raw: bytes | str) -> None:
        s = self.state
        text, width = decoded(s.font, raw)
        spaces = text.count(" ") * s.word_spacing
        wide = (width / 1000 * s.size + len(text) * s.spacing + spaces) * s.scale
        start = times((s.size * s.scale, 0, 0, s.size, 0, s.rise), times(self._tm, s.ctm))
        self._advance(wide)
        end = times(self._tm, s.ctm)
        if not text or len(self.shown) + len(self.unseen) + len(self.under) >= MOST_PIECES:
            return
        size = (start[2] ** 2 + start[3] ** 2) ** 0.5
        piece = Piece(x0=min(start[4], end[4]), x1=max(start[4], end[4]), y=start[5], size=size, text=text)
        if s.mode == INVISIBLE:
            self.under.append(piece)
        elif self._hidden(piece):
            self.unseen.append(piece)
        else:
            self.shown.append(piece)

    def _hidden(self, p: Piece) -> bool:
        x0, y0, x1, y1 = self.box
        outside = p.x1 < x0 or p.x0 > x1 or p.y < y0 - 2 or p.y > y1
        ground = self._ground((p.x0 + min(p.x1, p.x0 + p.size)) / 2, p.y + p.size / 4)
        colour = self.state.colour
        pale = colour is not None and ground is not None and max(map(_far, colour, ground)) < NEAR
        return outside or p.size < SMALLEST or self.state.opacity < CLEAR or pale or any(self._off)

    def _ground(self, x: float, y: float) -> Colour:
        """The colour under a point: what was painted there last, else the white page."""
        for x0, y0, x1, y1, colour in reversed(self._grounds):
            if x0 <= x <= x1 and y0 <= y <= y1:
                return colour
        return (1.0, 1.0, 1.0)


def _far(a: float, b: float) -> float:
    return abs(a - b)


ACTS: Final[Mapping[bytes, Callable[[Canvas, list[Any]], None]]] = {
    b"q": Canvas.save,
    b"Q": Canvas.restore,
    b"cm": Canvas.concatenate,
    b"BT": Canvas.begin,
    b"Tm": Canvas.place,
    b"Td": Canvas.move,
    b"TD": Canvas.move_and_lead,
    b"T*": Canvas.next_line,
    b"Tj": Canvas.show,
    b"TJ": Canvas.show,
    b"'": Canvas.show_next,
    b'"': Canvas.show_next,
    b"Tc": lambda c, o: setattr(c.state, "spacing", first(o)),
    b"Tw": lambda c, o: setattr(c.state, "word_spacing", first(o)),
    b"Tz": lambda c, o: setattr(c.state, "scale", first(o) / 100),
    b"TL": lambda c, o: setattr(c.state, "leading", first(o)),
    b"Ts": lambda c, o: setattr(c.state, "rise", first(o)),
    b"Tr": lambda c, o: setattr(c.state, "mode", int(first(o))),
    **dict.fromkeys((b"g", b"rg", b"k", b"sc", b"scn"), Canvas.colour),
    b"cs": Canvas.black,
    b"re": Canvas.rectangle,
    **dict.fromkeys((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"), Canvas.fill),
    **dict.fromkeys((b"n", b"S", b"s"), Canvas.forget),
}


def number(value: Any) -> float:
    """An operand as a number of sane size, else 0."""
    try:
        read = float(value)
    except (TypeError, ValueError):
        return 0.0
    return read if -1e7 < read < 1e7 else 0.0


def first(operands: list[Any]) -> float:
    """The first operand as a number."""
    return number(operands[0]) if operands else 0.0


def matrix(operands: list[Any]) -> Matrix:
    """Six operands."""
    a, b, c, d, e, f = (number(o) for o in operands[-6:])
    return (a, b, c, d, e, f)


def span(m: Matrix, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
    """The upright box around a rectangle after `m`."""
    corners = [times((1, 0, 0, 1, x, y), m) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [c[4] for c in corners], [c[5] for c in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def colour_of(numbers: list[float]) -> Colour:
    """Red, green and blue from 1 (grey), 3 (RGB) or 4 (CMYK) numbers."""
    if len(numbers) == 1:
        return (numbers[0],) * 3
    if len(numbers) == 3:
        return (numbers[0], numbers[1], numbers[2])
    if len(numbers) == 4:
        c, m, y, k = numbers
        return tuple(1 - min(1.0, ink + k) for ink in (c, m, y))  # type: ignore[return-value]
    return None


def decoded(font: Any, raw: bytes | str) -> tuple[str, float]:
    """The words of a string operand and their width in thousandths of the font size."""
    if font is None or not font.interpretable:
        return "", 0.0
    if isinstance(raw, str):
        return raw, font.get_text_width(raw)
    if isinstance(font.encoding, str):
        codes = raw.decode(font.encoding, "replace")
        chars = codes
    else:
        codes = "".join(map(chr, raw))
        chars = "".join(font.encoding.get(byte, chr(byte)) for byte in raw)
    text = "".join(str(font.character_map.get(c, c)) for c in chars)
    width = sum(font.space_width if c == font.space_char else font.get_text_width(c) for c in codes)
    return text, float(width)

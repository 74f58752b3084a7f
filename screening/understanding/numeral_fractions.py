"""Reads one number with its fraction: a half, and a quarter, point five, 1/2, three over four."""

from screening.understanding.numeral_reader import Whole
from screening.understanding.numeral_words import ONES, PARTS, SCALES, Number
from screening.understanding.words import Token

_ONE_PART = frozenset(
    ["quarter", "fourth", "second", "fifth", "third", "sixth", "seventh", "eighth", "ninth", "tenth", "cuarto"]
)  # of one; "two third" is none


def read_one(toks: list[Token], index: int, by_start: dict[int, Number]) -> tuple[Number | None, int]:
    """Read one number that begins at `index`, if any."""
    reader = Reader(toks, by_start, index)
    if not reader.take_any():
        return None, index + 1
    while reader.take_more():
        pass
    reader.take_fraction()
    return reader.number(), max(reader.index, index + 1)


class Reader(Whole):
    """One number, whole and part."""

    __slots__ = ()

    def take_fraction(self) -> None:
        """A half, "and a quarter", "point five", "1/2", "over twenty"."""
        for taker in (self._point, self._slash, self._parts, self._scaled_parts):
            if taker():
                self.lone = ""
                return

    def _point(self) -> bool:
        if self.peek() not in ("point", "punto", "pt"):
            return False
        digits = ""
        at = 1
        while (word := self.peek(at)) and (word.isdigit() or ONES.get(word, 99) < 10):
            digits += word if word.isdigit() else str(ONES[word])
            at += 1
        if not digits:
            return False
        self.fraction = float(f"0.{digits[:12]}")
        self.index += at
        if self.peek() in SCALES:
            scale = float(SCALES[self.peek()])
            self.group, self.fraction = (self.group + self.fraction) * scale, 0.0
            self.scale = scale
            self.index += 1
        return True

    def _slash(self) -> bool:
        """`3/4`, or `1 1/2` when this number came before it."""
        if self.peek() == "/" and self._digit(1) and self.total == 0:
            bottom = self.by_start[self.toks[self.index + 1].start].value
            return self._over(bottom, 2)
        if self._digit(0) and self.peek(1) == "/" and self._digit(2) and not self.words and self.scale == 1:
            top, bottom = (
                self.by_start[self.toks[self.index].start].value,
                self.by_start[self.toks[self.index + 2].start].value,
            )
            if 0 < top < bottom:
                self.fraction = top / bottom
                self.index += 3
                return True
        return False

    def _over(self, bottom: float, step: int) -> bool:
        if not bottom > 1:
            return False
        self.group /= bottom
        self.index += step
        return True

    def _digit(self, ahead: int) -> bool:
        at = self.index + ahead
        return at < len(self.toks) and self.toks[at].start in self.by_start and self.toks[at].text.isdigit()

    def _parts(self) -> bool:
        """`half`, `and a half`, `two thirds`, `y medio`."""
        at = 0
        joined = self.peek() in ("and", "y", "n", "&", "con", "+")
        if joined:
            at = 1
        article = self.peek(at) in ("a", "one", "un", "una", "an")
        count = 1.0
        if article:
            at += 1
        elif joined and ONES.get(self.peek(at), 99) < 20 and self.peek(at + 1) in PARTS:
            count = ONES[self.peek(at)]
            at += 1
        part = self.peek(at)
        if part == "-":
            at += 1
            part = self.peek(at)
        if part not in PARTS:
            return False
        return self._add_part(count, PARTS[part], at, joined=joined, article=article, part=part)

    def _add_part(self, count: float, size: float, at: int, *, joined: bool, article: bool, part: str) -> bool:
        number = self.total + self.group
        if self.index == self.first and not number:
            self.fraction = count / size
        elif joined:
            self.fraction = count / size * (self.last if self.total and not self.group and self.last >= 1_000 else 1)
        elif (part == "cuartos" and number > 3) or (article and number) or (part in _ONE_PART and number != 1):
            return False
        elif part in ("half", "medio", "media") and number and not self.words:
            self.fraction = 0.5
        elif number < 1_000:
            self.group, self.total = number / size, 0.0
        else:
            return False
        self.index += at + 1
        if self.peek() == "of" and self.peek(1) in ("a", "an") and self.peek(2) in SCALES:
            self.index += 2
        elif self.peek() in ("a", "an") and self.peek(1) in SCALES:
            self.index += 1
        if self.peek() in SCALES and self.peek() not in ("k",):
            self._scale_part()
        return True

    def _scale_part(self) -> None:
        scale = float(SCALES[self.peek()])
        self.dozen = self.dozen or scale == 12
        if self.total >= scale:
            self.fraction *= scale
        else:
            self.group, self.fraction, self.total = (self.total + self.group + self.fraction) * scale, 0.0, 0.0
        self.index += 1

    def _scaled_parts(self) -> bool:
        if (self.peek() == "over" or (self.peek() == "out" and self.peek(1) == "of")) and self.index < len(
            self.toks
        ) - 1:
            return self._quotient(1 if self.peek() == "over" else 2)
        return False

    def _quotient(self, step: int) -> bool:
        number = self.total + self.group
        if self.index + step < len(self.toks) and number > 0:
            bottom, index = read_one(self.toks, self.index + step, self.by_start)
            if bottom and bottom.value > 1 and bottom.value != 100 and (bottom.value > number or step == 1):
                self.group, self.total = (self.total + self.group) / bottom.value, 0.0
                self.index = index
                return True
        return False

"""Reads one whole number token by token."""

from screening.understanding.numeral_words import AMBIGUOUS, HUNDREDS, ONES, PARTS, SCALES, TENS, Number
from screening.understanding.words import Token

_BARE = ("dozen", "hundred", "thousand", "mil", "docena", "hundo", "hunned", "hunnid", "hunnerd", "hunderd", "hundrd")


class Whole:
    """A whole number in the reading: hundreds and less in `group`, what scales have closed in `total`."""

    __slots__ = (
        "by_start",
        "dozen",
        "first",
        "fraction",
        "group",
        "index",
        "last",
        "lone",
        "money",
        "scale",
        "toks",
        "total",
        "value",
        "words",
    )

    def __init__(self, toks: list[Token], by_start: dict[int, Number], index: int) -> None:
        self.toks, self.by_start, self.index, self.first = toks, by_start, index, index
        self.total = self.group = self.fraction = 0.0
        self.value, self.scale, self.last, self.money = 0.0, 1.0, 1e30, ""
        self.words, self.dozen, self.lone = False, False, ""

    def peek(self, ahead: int = 0) -> str:
        return self.toks[self.index + ahead].text if self.index + ahead < len(self.toks) else ""

    def take_any(self) -> bool:
        """The first piece: digits, a word, or "a" before a scale or part."""
        token = self.toks[self.index]
        if token.start in self.by_start:
            self.digits(self.by_start[token.start])
            return True
        word = token.text
        if word in ONES or word in TENS or word in HUNDREDS:
            return self.small(word)
        if word in ("a", "an", "un", "una") and (self.peek(1) in SCALES and self.peek(1) not in ("k", "cr", "mil")):
            self.group, self.words = 1, True
            self.index += 1
            return True
        if word in ("half", "medio", "media", "quarter") and self.peek(1) not in ("jornada", "time", "tiempo"):
            self.words = True
            return True
        if word in _BARE:
            self.group, self.words = 1, True
            return True
        if word in ("a", "an") and self.peek(1) in ("half", "quarter", "third", "fifth", "tenth"):
            self.index += 1
            self.words = True
            return True
        return False

    def digits(self, number: Number) -> None:
        self.group += number.value
        self.scale = max(self.scale, number.scale)
        self.money = self.money or number.money
        if number.scale > 1:
            self.last = number.scale
        while self.index < len(self.toks) and self.toks[self.index].start < number.end:
            self.index += 1

    def small(self, word: str) -> bool:
        """A word below a thousand added to the group."""
        size = 1 if word in ONES and ONES[word] < 10 else 10 if word in ONES else 10 if word in TENS else 100
        value = ONES.get(word, TENS.get(word, HUNDREDS.get(word, 0)))
        self.group += value
        self.last = size
        self.lone = word if not self.words else ""
        self.words = True
        self.index += 1
        return True

    def take_more(self) -> bool:
        """The next piece: a scale, a smaller word, or "and" before one."""
        word = self.peek()
        if word in SCALES:
            return self.scaled(word)
        step = 1 if word in ("and", "y", "-", "&", "n") else 0
        if step and self.peek(2) in PARTS and self.peek(2) != "cuarto" and ONES.get(self.peek(1), 99) < 20:
            return False
        word = self.peek(step)
        if not self._fits(word, step):
            return False
        self.index += step
        return self.small(word) if word in ONES or word in TENS or word in HUNDREDS else self._digits_after()

    def _digits_after(self) -> bool:
        self.digits(self.by_start[self.toks[self.index].start])
        self.last = 1
        return True

    def _fits(self, word: str, step: int) -> bool:
        value = ONES.get(word, TENS.get(word, HUNDREDS.get(word)))
        if value is None or word == "oh":
            at = self.index + step
            number = self.by_start.get(self.toks[at].start) if at < len(self.toks) else None
            return (
                number is not None
                and self.total + self.group >= 100
                and self.group % 100 == 0
                and number.value < self.last
                and self.scale >= 100
                and number.scale == 1
                and self.last >= 100
            )
        if word in ("un", "una", "uno", "one", "once") and step and self.peek(1) not in ("one",) and self.group < 20:
            return False
        if self.group == 0 and self.total:
            return value < self.last and (value > 0)
        if not self.words and not self.total:
            return False
        tens_then_ones = self.last == 10 and self.group % 10 == 0 and self.group % 100 >= 20 and 0 < value < 10
        return tens_then_ones or (self.last >= 100 and value < self.last and value > 0)

    def scaled(self, word: str) -> bool:
        scale = float(SCALES[word])
        if (
            word in ("k", "cr")
            and self.words
            and self.index
            and self.toks[self.index - 1].end == self.toks[self.index].start
        ):
            return False
        if scale == 12 or scale == 144:
            self.dozen = True
        self.group = (self.group or (1.0 if not self.total else 0.0)) * scale if scale == 100 else self.group
        if scale == 100:
            self.last = 100
        elif self.group:
            self.total, self.group = self.total + self.group * scale, 0.0
            self.last = scale
        else:
            self.total, self.last = self.total * scale, scale
        self.scale = max(self.scale, scale)
        self.index += 1
        self.lone = ""
        return True

    def number(self) -> Number | None:
        value = self.total + self.group + self.fraction
        if self.lone in AMBIGUOUS and self.index - self.first == 1:
            return (
                Number(value, self.toks[self.first].start, self.toks[self.index - 1].end, 1, True, "", self.dozen)
                if self._alone()
                else None
            )
        start = self.toks[self.first].start
        return Number(
            value, start, self.toks[max(self.index - 1, self.first)].end, self.scale, self.words, self.money, self.dozen
        )

    def _alone(self) -> bool:
        """A lone "one" or "un" counts only before a unit or by itself."""
        if self.lone in ("oh", "once", "fore", "dies"):
            return len(self.toks) <= 2
        return True

"""Numbers wherever they stand in a text, as digits or as words, English and Spanish."""

import itertools
import re
from dataclasses import dataclass

from screening.understanding.words import Token, tokens

_ONES = dict(
    zero=0, nil=0, naught=0, nought=0, oh=0, one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11, twelve=12,
    thirteen=13, fourteen=14, fifteen=15, sixteen=16, seventeen=17, eighteen=18, nineteen=19,
    thre=3, fore=4, fiv=5, sevn=7, sevin=7, eigth=8, eigh=8, nin=9, elevn=11, eleve=11, twelv=12, fourten=14, fiften=15, forteen=14, fivteen=15, sixten=16, ninteen=19,
    cero=0, uno=1, una=1, un=1, dos=2, tres=3, cuatro=4, quatro=4, cinco=5, sinco=5, seis=6, siete=7, ocho=8, nueve=9, diez=10, dies=10, once=11, doce=12, trece=13,
    catorce=14, quince=15, dieciseis=16, diecisiete=17, dieciocho=18, diecinueve=19, veinte=20, veintiuno=21, veintiun=21, veintidos=22,
    veintitres=23, veinticuatro=24, veinticinco=25, veintiseis=26, veintisiete=27, veintiocho=28, veintinueve=29,
)  # fmt: skip
_TENS = dict(
    twenty=20, thirty=30, forty=40, fourty=40, fifty=50, sixty=60, seventy=70, eighty=80, ninety=90, twnty=20, twenny=20, thirdy=30, fity=50, fiddy=50, ninty=90,
    treinta=30, cuarenta=40, cincuenta=50, sesenta=60, setenta=70, ochenta=80, noventa=90,
)  # fmt: skip
_HUNDREDS = dict(
    cien=100,
    ciento=100,
    doscientas=200,
    trescientas=300,
    cuatrocientas=400,
    quinientas=500,
    seiscientas=600,
    setecientas=700,
    ochocientas=800,
    novecientas=900,
    doscientos=200,
    trescientos=300,
    cuatrocientos=400,
    quinientos=500,
    seiscientos=600,
    setecientos=700,
    ochocientos=800,
    novecientos=900,
)
_SCALES = dict(
    hundred=100, hundreds=100, hunned=100, hundo=100, thousand=1_000, thousands=1_000, thou=1_000, grand=1_000, k=1_000, mil=1_000, lakh=100_000, lakhs=100_000, lac=100_000, lacs=100_000, lkh=100_000, lakhes=100_000,
    crore=10_000_000, crores=10_000_000, cr=10_000_000, million=1_000_000, millions=1_000_000, mill=1_000_000, millon=1_000_000, millones=1_000_000, mm=1_000_000, billion=1_000_000_000, billions=1_000_000_000, bn=1_000_000_000, trillion=1e12, trillions=1e12,
    dozen=12, dozens=12, dz=12, dzs=12, doz=12, docena=12, docenas=12, dozs=12, lkhs=100_000, koti=10_000_000, gross=144,
)  # fmt: skip
_GLUED = dict(
    k=1_000,
    m=1_000_000,
    mm=1_000_000,
    mil=1_000_000,
    b=1e9,
    bn=1e9,
    g=1e9,
    t=1e12,
    lpa=100_000,
    l=100_000,
    lac=100_000,
    lacs=100_000,
    lakh=100_000,
    lakhs=100_000,
    cr=10_000_000,
    grand=1_000,
    mio=1_000_000,
    mln=1_000_000,
)
_PARTS = dict(
    half=2,
    halves=2,
    third=3,
    thirds=3,
    quarter=4,
    quarters=4,
    fourth=4,
    fourths=4,
    fifth=5,
    fifths=5,
    sixth=6,
    sixths=6,
    seventh=7,
    sevenths=7,
    eighth=8,
    eighths=8,
    ninth=9,
    ninths=9,
    tenth=10,
    tenths=10,
    hundredth=100,
    hundredths=100,
    thousandth=1_000,
    thousandths=1_000,
    twentieth=20,
    twentieths=20,
    thirtieth=30,
    trillionth=1e12,
    trillionths=1e12,
    millionth=1e6,
    millionths=1e6,
    medio=2,
    media=2,
    cuarto=4,
    cuartos=4,
)
ORDINALS = dict(
    first=1, second=2, third=3, fourth=4, fifth=5, sixth=6, seventh=7, eighth=8, ninth=9, tenth=10, eleventh=11, twelfth=12, thirteenth=13, fourteenth=14, fifteenth=15, sixteenth=16,
    seventeenth=17, eighteenth=18, nineteenth=19, twentieth=20, thirtieth=30, primero=1, primera=1, primer=1, segundo=2, segunda=2, tercero=3, tercera=3, tercer=3, cuarto=4, cuarta=4, quinto=5, quinta=5,
)  # fmt: skip
_AMBIGUOUS = {"one", "un", "una", "uno", "oh", "once", "fore", "dies", "k", "cr", "l", "gross", "second", "third"}


@dataclass(frozen=True, slots=True)
class Number:
    """One number: `start` and `end` in the plain text; `scale` where k, lakh or the like stood by it."""

    value: float
    start: int
    end: int
    scale: float = 1
    words: bool = False
    money: str = ""  # the sign before it
    dozen: bool = False


_DIGITS = re.compile(
    r"(?<![\w.])(?P<sign>[-+](?=[\d.]))?(?P<money>(?:us|a|c|au|ca|nz|hk|s|r)?[$£€₹]|rs\.?|inr|usd|gbp|eur|cad)?\s?(?P<neg>-(?=\d))?"
    r"(?P<int>\d{1,3}(?:[,\u202f]\d{3})+(?!\d)|\d{1,3}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)?(?P<dec>[.]\d+|(?<=\d),\d{1,2}(?!\d))?"
    r"(?:(?P<exp>e[-+]?\d{1,2})(?![a-z0-9])|(?P<power>\^-?\d{1,2}))?(?:(?P<glued>k|mm|mil|mio|mln|m|bn|b|g|t|lpa|lacs?|lakhs?|l|cr|grand)(?![a-z]))?",
)


MOST = 40  # numbers looked at in one text; more are no answer


def numbers(plain: str) -> list[Number]:
    """Every number of the text, in order, none inside another."""
    spots = itertools.islice(_DIGITS.finditer(plain), 10 * MOST)
    found = _with_words(plain, [n for m in spots if (n := _from_digits(m, plain))])[:MOST]
    return [_signed(plain, n) for n in found if not _inside_word(plain, n)]


def _signed(plain: str, number: Number) -> Number:
    """`minus five`, `- 10 k` at the head of a text."""
    if number.value > 0 and re.search(r"\b(?:minus|negative)\s+$|^\s*-\s+$", plain[: number.start]):
        return Number(-number.value, number.start, number.end, number.scale, number.words, number.money, number.dozen)
    return number


def _inside_word(plain: str, number: Number) -> bool:
    return (
        number.start > 0
        and plain[number.start - 1].isalpha()
        and not number.words
        and not number.money
        and plain[number.start - 1] != "x"
    )


def _from_digits(match: "re.Match[str]", plain: str) -> Number | None:
    whole, part = match["int"], match["dec"]
    if not whole and not part:
        return None
    if part and part.startswith(",") and not whole:
        return None
    digits = (whole or "0").replace(",", "").replace(" ", "").replace("\u202f", "")
    if len(digits) > 18:
        return None
    value = float(digits + (part or "").replace(",", "."))
    if match["exp"]:
        value *= 10.0 ** int(match["exp"][1:])
    if match["power"]:
        value = _power(value, int(match["power"][1:]))
    scale = _GLUED.get(match["glued"] or "", 1.0)
    sign = -1 if (match["sign"] == "-" and _free_sign(plain, match.start())) or match["neg"] else 1
    start = match.start("int") if match["int"] else match.start("dec")
    return Number(sign * value * scale, start, match.end(), scale, False, (match["money"] or "").strip())


def _power(value: float, exponent: int) -> float:
    try:
        return float(value**exponent)
    except (OverflowError, ZeroDivisionError):
        return 0.0


def _free_sign(plain: str, index: int) -> bool:
    before = plain[:index].rstrip()
    return not before or not (before[-1].isdigit() or before[-1] in "$")


def _with_words(plain: str, digits: list[Number]) -> list[Number]:
    """Join digits and words into numbers ("3 hundred", "four and a half", "1 1/2")."""
    toks = tokens(plain)
    by_start = {n.start: n for n in digits}
    out: list[Number] = []
    index = 0
    while index < len(toks):
        number, index = _read(toks, index, by_start)
        if number:
            out.append(number)
    return out


def _read(toks: list[Token], index: int, by_start: dict[int, Number]) -> tuple[Number | None, int]:
    """Read one number that begins at `index`, if any."""
    reader = _Reader(toks, by_start, index)
    if not reader.take_any():
        return None, index + 1
    while reader.take_more():
        pass
    reader.take_fraction()
    return reader.number(), max(reader.index, index + 1)


class _Reader:
    """Reads one number token by token."""

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
        if word in _ONES or word in _TENS or word in _HUNDREDS:
            return self.small(word)
        if word in ("a", "an", "un", "una") and (self.peek(1) in _SCALES and self.peek(1) not in ("k", "cr", "mil")):
            self.group, self.words = 1, True
            self.index += 1
            return True
        if word in ("half", "medio", "media", "quarter") and self.peek(1) not in ("jornada", "time", "tiempo"):
            self.words = True
            return True
        if word in ("dozen", "hundred", "thousand", "mil", "docena"):
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
        size = 1 if word in _ONES and _ONES[word] < 10 else 10 if word in _ONES else 10 if word in _TENS else 100
        value = _ONES.get(word, _TENS.get(word, _HUNDREDS.get(word, 0)))
        self.group += value
        self.last = size
        self.lone = word if not self.words else ""
        self.words = True
        self.index += 1
        return True

    def take_more(self) -> bool:
        """The next piece: a scale, a smaller word, or "and" before one."""
        word = self.peek()
        if word in _SCALES:
            return self.scaled(word)
        step = 1 if word in ("and", "y", "-", "&") else 0
        if step and self.peek(2) in _PARTS and self.peek(2) != "cuarto" and _ONES.get(self.peek(1), 99) < 20:
            return False
        word = self.peek(step)
        if not self._fits(word, step):
            return False
        self.index += step
        return self.small(word) if word in _ONES or word in _TENS or word in _HUNDREDS else self._digits_after()

    def _digits_after(self) -> bool:
        self.digits(self.by_start[self.toks[self.index].start])
        self.last = 1
        return True

    def _fits(self, word: str, step: int) -> bool:
        value = _ONES.get(word, _TENS.get(word, _HUNDREDS.get(word)))
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
        scale = float(_SCALES[word])
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
        while (word := self.peek(at)) and (word.isdigit() or _ONES.get(word, 99) < 10):
            digits += word if word.isdigit() else str(_ONES[word])
            at += 1
        if not digits:
            return False
        self.fraction = float(f"0.{digits[:12]}")
        self.index += at
        if self.peek() in _SCALES:
            scale = float(_SCALES[self.peek()])
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
        elif joined and _ONES.get(self.peek(at), 99) < 20 and self.peek(at + 1) in _PARTS:
            count = _ONES[self.peek(at)]
            at += 1
        part = self.peek(at)
        if part == "-":
            at += 1
            part = self.peek(at)
        if part not in _PARTS:
            return False
        return self._add_part(count, _PARTS[part], at, joined=joined, article=article, part=part)

    def _add_part(self, count: float, size: float, at: int, *, joined: bool, article: bool, part: str) -> bool:
        number = self.total + self.group
        if self.index == self.first and not number:
            self.fraction = count / size
        elif joined:
            self.fraction = count / size * (self.last if self.total and not self.group and self.last >= 1_000 else 1)
        elif (article and number) or (
            part
            in (
                "quarter",
                "fourth",
                "second",
                "fifth",
                "third",
                "half",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "cuarto",
            )
            and number != 1
            and part != "half"
        ):
            return False
        elif part in ("half", "medio", "media") and number and not self.words:
            self.fraction = 0.5
        elif number < 1_000:
            self.group, self.total = number / size, 0.0
        else:
            return False
        self.index += at + 1
        if self.peek() == "of" and self.peek(1) in ("a", "an") and self.peek(2) in _SCALES:
            self.index += 2
        elif self.peek() in ("a", "an") and self.peek(1) in _SCALES:
            self.index += 1
        if self.peek() in _SCALES and self.peek() not in ("k",):
            self._scale_part()
        return True

    def _scale_part(self) -> None:
        scale = float(_SCALES[self.peek()])
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
            bottom, index = _read(self.toks, self.index + step, self.by_start)
            if bottom and bottom.value > 1 and bottom.value != 100 and (bottom.value > number or step == 1):
                self.group, self.total = (self.total + self.group) / bottom.value, 0.0
                self.index = index
                return True
        return False

    def number(self) -> Number | None:
        value = self.total + self.group + self.fraction
        if self.lone in _AMBIGUOUS and self.index - self.first == 1:
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

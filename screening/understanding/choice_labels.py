"""A choice by its place: `2`, `b)`, `the second one`, `1 and 3`, `a as in apple`."""

import re
from functools import cache, lru_cache

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_options import Offered

_ORDINALS = (
    r"first|1st|frist|firts|fist|1rst|primer[oa]?",
    r"second|2nd|secnd|secon|scond|secand|2cnd|segund[oa]",
    r"third|3rd|thrid|tird|3th|tercer[oa]?",
    r"fourth|4th|forth|cuart[oa]",
    r"fifth|5th|quint[oa]",
    r"sixth|6th|sext[oa]",
    r"seventh|7th",
    r"eighth|8th",
)
_NUMBERS = (
    r"1|one|uno|una",
    r"2|two|dos",
    r"3|three|tres",
    r"4|four|cuatro",
    r"5|five|cinco",
    r"6|six|seis",
    r"7|seven|siete",
    r"8|eight|ocho",
)
_LEAD = r"(?:option|opt|number|no|num|#|choice|answer|letter|opcion|numero|la|el|the|shift|turno|i pick|ill take|pick|i choose|choose|id say|i go with|going with|go with|ill go with|its|put me (?:down )?for|i mean[t]?|sorry|oops|make that|actually|probably|maybe|um|uh|yes|yeah|hi|hello|definitely|ok|okay|id go with|i would go with|i will go with|both|all|id like|i would like|i will take|let me get|gimme|prefer|i want|i like|i guess|for me|either|id rather|id prefer|mostly|just|only|mainly|work|do|i can do|can do|i can work|im good with|good with|crew|team|group|turno|grupo)"
_TAIL = r"(?:is (?:the )?(?:closer|closest|nearer|nearest|better|best|easier|easiest|fine)|one|1|option|choice|opcion|please|pls|plz|thanks|thx|for me|works?|is best|is fine|fine|shift|would be (?:best|good|great)|por favor|sounds good|lol|it is|equally|mostly|for sure|(?:a?bout|abt) (?:equal|the same|even)|both|either|is good|are fine|are good|work for me|works for me)"
_EASY = re.compile(
    r"\W*\b(?:(?:either|any) way|idc|idm|(?:it |both |i )?(?:really )?(?:dont|doesnt|does not|do not|dosent) (?:really )?(?:matter|care|mind)(?: (?:to me|which(?: one)?))?|(?:makes |its )?no (?:diff\w*|preferenc\w*)(?: to me)?|(?:its |theyre )?all the same(?: to me)?|same (?:diff\w*|thing)(?: to me)?|im (?:easy|not picky)|whatever|whichever|(?:a mi )?(?:me )?(?:da|es) (?:igual|lo mismo)|igual|no (?:me )?importa(?: cual)?)\W*$"
)
_JOIN = re.compile(r"(\s*(?:,|&|\+|/|\band\b|\bor\b|\by\b|\bo\b|\bthen\b|\bn\b)\s*)")
_LETTERS_SAID = {"ay": "a", "bee": "b", "cee": "c", "see": "c", "sea": "c", "dee": "d", "eff": "f", "gee": "g", "aitch": "h"}  # fmt: skip
_LAST = re.compile(
    r"\b(?:the |la |el )?(?:last|ultim[oa]|bottom|final)(?: (?:one|option|(?:\w+ )?(?:u|you) (?:said|listed|put|named|gave))\b|\W*$)"
)
_MIDDLE = re.compile(
    r"\b(?:the )?middle(?: (?:one|option|1|shift|is|would|works|could)\b|\W*$)|\b(?:la|el) de en ?medio\b"
)
_POINTED = re.compile(
    r"\b(?:one|option|choice|place|shift) (?:u|you|ya|yall) (?:said|listed|put|named|gave|mentioned|sent|wrote)\b|\b(?:but|or|and|then|though) (?:maybe )?(?:the )?(?:middle|first|last|top|bottom)(?: (?:one|option))? (?:is|would|works|could|too|also|if)\b"
)
_TOP = re.compile(r"\b(?:the )?(?:top|former)(?: (?:one|option))?\b")
_LATTER = re.compile(r"\b(?:the )?latter\b|\bthe later one\b")
_TWO = re.compile(
    r"\b(?P<end>first|1st|top|last|bottom) (?P<many>two|2|three|3)\b(?! (?:weeks|days|years|yrs|months|on|at|in|with|jobs|places)\b)"
)
_EACH = re.compile(
    r"\b(?:all|any|either) (?:of )?(?:the )?(?:two|three|four|five|2|3|4|5)\b|\b(?:either|any|whichever|no) one\b"
)
_AS_IN = re.compile(r"\b(?P<label>[a-h]) (?:as in|like in|for) [a-z]+\b")


_ANEW = re.compile(
    r"\W*(?:not |option |im |no )?[a-h1-8]\b.{0,25}?\b(?:no wait|wait no|wait|i mean[t]?|actually|sorry|oops|make it|make that|scratch that|ok yes|ok fine|ok|nvm)\W+(?:yes |its |option |make it |the )?(?P<label>[a-h1-8])\b(?: (?:then|please|instead|final answer)|\W*,[^,]*)?\W*"
)


@lru_cache(maxsize=16)
def labels(raw: str, plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The options a text names by letter, number or place."""
    if _EACH.search(plain):
        return []
    if (anew := _ANEW.fullmatch(plain)) and (index := _index(anew["label"], options)) is not None:
        return [Hit(index, anew.start("label"), anew.end("label"), 0.9, "choice.label")]
    pieces = _JOIN.split(_without_easy(plain))
    hits: list[Hit] = []
    at = 0
    for number, piece in enumerate(pieces):
        if number % 2 == 0 and piece.strip():
            hit = _one(piece, at, options)
            if hit is None:
                return _inside(plain, options) or _letters(raw, plain, options)
            hits.append(hit)
        at += len(piece)
    return hits


def _without_easy(plain: str) -> str:
    """Without the ease with which two or more are offered (`a or b, no difference`)."""
    easy = _EASY.search(plain)
    return plain[: easy.start()] if easy and _JOIN.search(plain, 0, easy.start()) else plain


def _one(piece: str, at: int, options: tuple[Offered, ...]) -> Hit | None:
    body = re.fullmatch(
        rf"\W*(?:{_LEAD}(?:\W+|(?=\d))){{0,3}}\(?(?P<label>\w+)\)?\.?\W*{_TAIL}?\W*(?:please|thanks|ty|pls)?\W*", piece
    )
    index = _index(body["label"], options) if body else None
    if body is None or index is None:
        return None
    return Hit(index, at + body.start("label"), at + body.end("label"), 0.95, "choice.label")


def _index(label: str, options: tuple[Offered, ...]) -> int | None:
    count = len(options)
    own = [o.index for o in options if o.label == label]
    if own:
        return own[0]
    if label in _LETTERS_SAID and len(label) > 1 and (index := "abcdefgh".index(_LETTERS_SAID[label])) < count:
        return index
    if label in ("last", "ultimo", "ultima", "bottom"):
        return count - 1
    if label in ("middle", "medio") and count % 2 == 1:
        return count // 2
    for index in range(min(count, 8)):
        if re.fullmatch(_NUMBERS[index], label) or re.fullmatch(_ORDINALS[index], label):
            return index
        if label == "abcdefgh"[index]:
            return index
    return None


@cache
def _pointing(index: int) -> "re.Pattern[str]":
    """What points at the option of that place inside a sentence."""
    letter = "abcdefgh"[index]
    return re.compile(
        rf"\b(?:option|number|choice|letter|opcion|numero|answer|turno|#)\s*\(?(?:{_NUMBERS[index]}|{letter})\b|\b(?:the |la |el )(?:{_ORDINALS[index]})(?: (?:one|option|choice|opcion))?\b(?! (?:time|try|attempt|go|round|day|week|thing|job|year|grade|floor|of))|(?:^|\n)\s*{letter}\)|\b[{letter}{index + 1}]\)|\b(?:{_ORDINALS[index]}) (?:one|option|choice)\b"
    )


def _inside(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """`the second one`, `option b`, inside a sentence."""
    hits, count = [], len(options)
    for index in range(min(count, 8)):
        if match := _pointing(index).search(plain):
            hits.append(Hit(index, match.start(), match.end(), 0.9, "choice.label"))
    if (match := _TWO.search(plain)) and count > 2:
        many = min(count, 3 if match["many"] in ("three", "3") else 2)
        places_ = range(many) if match["end"] in ("first", "1st", "top") else range(count - many, count)
        return [Hit(place, *match.span(), 0.9, "choice.label") for place in places_]
    if match := _AS_IN.search(plain):
        meant = _index(match["label"], options)
        return [Hit(meant, *match.span(), 0.9, "choice.label")] if meant is not None else hits
    places = ((_LAST, count - 1), (_MIDDLE, count // 2 if count % 2 else None), (_LATTER, 1 if count == 2 else None), (_TOP, 0))  # fmt: skip
    pointed = _POINTED.search(plain)
    for pattern_, place in places:
        if place is None or ((hits or len(plain.split()) > 9) and not pointed):
            continue
        if match := pattern_.search(plain):
            hits.append(Hit(place, match.start(), match.end(), 0.85, "choice.label"))
    return hits


def _letters(raw: str, plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """Capital letters that stand alone in a text ("A and B bout equal"), where the options bear letters."""
    if not any(o.label.isalpha() for o in options) or raw.upper() == raw:
        return []
    found = list(re.finditer(r"(?<![A-Za-z'])[A-H](?![A-Za-z'])", raw))
    hits = [(_index(m.group().lower(), options), m) for m in found]
    if not hits or any(index is None for index, _ in hits) or (len(hits) == 1 and hits[0][1].group() == "A"):
        return []
    at = [plain.find(m.group().lower()) for _, m in hits]
    return [Hit(index, max(spot, 0), max(spot, 0) + 1, 0.8, "choice.label") for (index, _), spot in zip(hits, at, strict=True) if index is not None]  # fmt: skip


_TURNS = (r"first|1st", r"second|2nd", r"third|3rd", r"fourth|4th")


def in_turn(options: tuple[Offered, ...]) -> bool:
    """Whether the first option is the one named first, and so on, so that place and name are one."""
    return len(options) <= len(_TURNS) and all(
        re.search(rf"\b(?:{turn})\b", o.name) for turn, o in zip(_TURNS, options, strict=False)
    )

"""Reads a choice: letter, number, ordinal, name, part of it, synonym, slip of the finger, several, none."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from screening.scripts.script import Option, Question
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.synonyms import stems, synonyms_of
from screening.understanding.words import Said, flat

_ORDINALS = (
    r"first|1st|primer[oa]?",
    r"second|2nd|segund[oa]",
    r"third|3rd|tercer[oa]?",
    r"fourth|4th|cuart[oa]",
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
_LEAD = r"(?:option|opt|number|no|num|#|choice|answer|letter|opcion|numero|la|el|the|shift|turno|i pick|ill take|pick|i choose|choose|id say|i go with|going with|go with|ill go with|its|put me (?:down )?for|i mean[t]?|sorry|oops|make that|actually|probably|maybe|um|uh|yes|yeah|hi|hello|definitely|ok|okay|id go with|i would go with|i will go with|both|all|id like|i would like|i will take|let me get|gimme|prefer|i want|i like|i guess|for me)"
_NONE = re.compile(
    r"\b(?:none(?: of (?:these|those|them|the above|it))?|neither|ninguno|ninguna|nothing (?:on|from) (?:the|that) list|not (?:any|one) of (?:those|these|them)|something else|other than those|dont (?:like|want) any)\b"
)
_ALL = re.compile(
    r"\b(?:any(?: of (?:them|those|these|the above|em))?|all(?: of (?:them|those|these|the above|em))?|all (?:three|four|five|3|4|5|2|shifts|options)|both(?: of (?:them|those))?|either(?: one| of (?:them|those)| works| is fine)?|whichever|every(?:thing)?|cualquiera|todos|todas|ambos|ambas|whatever|doesnt matter|dont care|no preference|open to (?:all|any|anything)|no me importa|me da igual|any shift|anything|flexible)\b"
)
_REFUSE = r"\b(?:not|no|cant|cannot|dont|never|except|but not|anything but|besides|rather not|instead of|rather than|over|excepto|menos|hate|wont|n't|isnt|aint|other than|without|nunca|tampoco|ni)\s+(?:(?:do|the|a|any|want|work|like|really|el|la|un|una|be|on|able|to|into|in|for|at|as|puedo|quiero|interested|doing|working)\s+){0,4}$"
_BUT = re.compile(
    r"\b(?:(?:any|anything|any ?(?:shift|day|time|one)|all|everything|whatever) (?:but|except|besides|other than)|except|but not|no|not|cant (?:do|work)|dont want|menos|excepto|cualquiera menos)\b"
)
_VAGUE = re.compile(
    r"\b(?:yes|yeah|no|nope|idk|dont know|not sure|dunno|maybe|unsure|no idea|remember|forget|forgot|recall|lol|ok|okay|sure|what|why|who|none)\b"
)
_FIX = re.compile(
    r"\b(?:actually|i mean[t]?|no wait|wait|scratch that|correction|make (?:it|that)|oops|quise decir|mejor|on second thought|changed my mind|nvm|nevermind|sorry)\b"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One option found."""

    index: int
    start: int
    end: int
    sure: float
    rule: str


def read_choice(said: Said, question: Question, context: Context) -> Reading | None:
    """The option, or options, a text names."""
    options = question.options
    plain = said.plain
    if not options:
        return None
    hits = _label(plain, options) or _named(plain, options) or _alike(plain, options)
    named, hits = hits, _kept(plain, hits)
    if not hits and (rest := _all_but(said, named, question)):
        return rest
    if not hits and not named and (other := _other(said, question)):
        return other
    if not hits:
        return _every(said, question) if not _NONE.search(plain) and not named else None
    return _reading(said, question, hits)


def _all_but(said: Said, refused: list[Hit], question: Question) -> Reading | None:
    """`anything but nights`, `no nights`: the others."""
    if not refused or _NONE.search(said.plain) or not _BUT.search(said.plain):
        return None
    names = [o.value for index, o in enumerate(question.options) if index not in {hit.index for hit in refused}]
    if not names:
        return None
    value = names[0] if len(names) == 1 else names
    return Reading(value=value, quote=said.all(), confidence=0.7, rule="choice.all_but")


def _other(said: Said, question: Question) -> Reading | None:
    """Something not on a list that ends with Other."""
    last = question.options[-1].value
    plain = said.plain
    if not re.fullmatch(r"other|otro|something else|otra", flat(last)) or _VAGUE.search(plain) or "?" in plain:
        return None
    if not 1 <= len(re.findall(r"[a-z]{3,}", plain)) <= 7:
        return None
    return Reading(value=last, quote=said.all(), confidence=0.6, rule="choice.other")


def _reading(said: Said, question: Question, hits: list[Hit]) -> Reading:
    chosen = sorted({hit.index for hit in hits})
    names = [question.options[index].value for index in chosen]
    start, end = min(h.start for h in hits), max(h.end for h in hits)
    sure = min(hit.sure for hit in hits)
    return Reading(
        value=names[0] if len(names) == 1 else names, quote=said.quote(start, end), confidence=sure, rule=hits[0].rule
    )


def _every(said: Said, question: Question) -> Reading | None:
    match = _ALL.search(said.plain)
    if not match or "?" in said.plain or re.search(r"\bnot\b|\bdont (?:want|like)\b", said.plain[: match.start()]):
        return None
    names = [option.value for option in question.options]
    if match.group().startswith(("both", "ambos", "ambas")) and len(names) != 2:
        return None
    return Reading(value=names, quote=said.quote(match.start(), match.end()), confidence=0.8, rule="choice.all")


def _label(plain: str, options: tuple[Option, ...]) -> list[Hit]:
    """The whole text is a label: `2`, `b)`, `the second one`, `1 and 3`."""
    text = plain
    if _numeric(options):
        return _by_figure(plain, options)
    pieces = list(re.split(r"(\s*(?:,|&|\+|/|\band\b|\bor\b|\by\b|\bo\b|\bthen\b)\s*)", text))
    hits: list[Hit] = []
    at = 0
    for number, piece in enumerate(pieces):
        if number % 2 == 0 and piece.strip():
            hit = _one_label(piece, at, len(options))
            if hit is None:
                return _loose_label(plain, len(options))
            hits.append(hit)
        at += len(piece)
    return hits


def _numeric(options: tuple[Option, ...]) -> bool:
    """Whether the options begin with numbers, so that a digit names one."""
    return sum(bool(re.match(r"^\d", flat(o.value))) for o in options) >= 2


def _by_figure(plain: str, options: tuple[Option, ...]) -> list[Hit]:
    """`8` of 6am, 8am, 10am; nothing where two options begin alike."""
    first = [numbers(flat(o.value)) for o in options]
    values = [found[0].value if found else None for found in first]
    if len(set(values)) < len(values):
        return []
    return [
        Hit(values.index(n.value), n.start, n.end, 0.9, "choice.label") for n in numbers(plain) if n.value in values
    ]


def _one_label(piece: str, at: int, count: int) -> Hit | None:
    body = re.fullmatch(
        rf"\W*(?:{_LEAD}\W*){{0,3}}\(?(?P<label>\w+)\)?\.?\W*(?:one|1|option|choice|opcion|please|pls|plz|thanks|thx|for me|works|is best|is fine|fine|shift|would be (?:best|good|great)|por favor|sounds good|lol)?\W*(?:please|thanks|ty|pls)?\W*",
        piece,
    )
    if not body:
        return None
    index = _index(body["label"], count)
    if index is None:
        return None
    start = at + body.start("label")
    return Hit(index, start, at + body.end("label"), 0.95, "choice.label")


def _index(label: str, count: int) -> int | None:
    if label in ("last", "ultimo", "ultima"):
        return count - 1
    if label in ("middle", "medio") and count == 3:
        return 1
    for index in range(min(count, 8)):
        if re.fullmatch(_NUMBERS[index], label) or re.fullmatch(_ORDINALS[index], label):
            return index
        if label == "abcdefgh"[index]:
            return index
    return None


def _loose_label(plain: str, count: int) -> list[Hit]:
    """`the second one`, `option b`, inside a sentence."""
    hits = []
    for index in range(min(count, 8)):
        pattern = rf"\b(?:option|number|choice|letter|opcion|numero|answer|turno|#)\s*\(?(?:{_NUMBERS[index]}|{'abcdefgh'[index]})\b|\b(?:the |la |el )(?:{_ORDINALS[index]})(?: (?:one|option|choice|opcion))?\b|(?:^|\n)\s*{'abcdefgh'[index]}\)|\b[{'abcdefgh'[index]}{index + 1}]\)|\b(?:{_ORDINALS[index]}) (?:one|option|choice)\b"
        if match := re.search(pattern, plain):
            hits.append(Hit(index, match.start(), match.end(), 0.9, "choice.label"))
    last = re.search(r"\b(?:the|la|el) (?:last|ultim[oa])(?: (?:one|option))?\b", plain)
    if last and not hits:
        hits.append(Hit(count - 1, last.start(), last.end(), 0.85, "choice.label"))
    return hits


def _named(plain: str, options: tuple[Option, ...]) -> list[Hit]:
    """Options named in full, in part, by a synonym of the script, or by a common one."""
    hits: list[Hit] = []
    for finder in (_full, _also, _part, _synonym):
        found = [hit for index, option in enumerate(options) for hit in finder(plain, options, index, option)]
        if found:
            hits.extend(
                hit
                for hit in found
                if not any(h.index == hit.index for h in hits)
                and not any(h.start < hit.end and hit.start < h.end for h in hits)
            )
    return hits


def _spots(plain: str, words: str, index: int, sure: float, rule: str) -> list[Hit]:
    if not words:
        return []
    pattern = r"[\s/-]+".join(re.escape(w) for w in re.split(r"[\s/-]+", words) if w)
    return [
        Hit(index, m.start(), m.end(), sure, rule)
        for m in re.finditer(rf"(?<![a-z0-9]){pattern}(?:s|es)?(?![a-z0-9])", plain)
    ]


def _full(plain: str, options: tuple[Option, ...], index: int, option: Option) -> list[Hit]:
    name = flat(option.value)
    hits = _spots(plain, name, index, 0.95, "choice.name")
    longer = [flat(o.value) for o in options if o is not option and re.search(rf"\b{re.escape(name)}\b", flat(o.value))]
    return [
        h
        for h in hits
        if not any(m.start() <= h.start < m.end() for other in longer for m in re.finditer(re.escape(other), plain))
    ]


def _also(plain: str, options: tuple[Option, ...], index: int, option: Option) -> list[Hit]:
    return [hit for words in option.also for hit in _spots(plain, flat(words), index, 0.93, "choice.also")]


def _part(plain: str, options: tuple[Option, ...], index: int, option: Option) -> list[Hit]:
    """A word that only this option has, or a word with the same stem."""
    own = stems(flat(option.value))
    others = {stem for other in options if other is not option for stem in stems(flat(other.value))}
    hits = []
    for match in re.finditer(r"[a-z0-9]+", plain):
        stem = stems(match.group())
        if stem & own - others:
            hits.append(Hit(index, match.start(), match.end(), 0.88, "choice.part"))
    return hits


def _synonym(plain: str, options: tuple[Option, ...], index: int, option: Option) -> list[Hit]:
    hits: list[Hit] = []
    for words in synonyms_of(flat(option.value), tuple(flat(o.value) for o in options if o is not option)):
        hits.extend(
            Hit(index, m.start(), m.end(), 0.82, "choice.synonym") for m in re.finditer(rf"\b(?:{words})\b", plain)
        )
    return hits


def _alike(plain: str, options: tuple[Option, ...]) -> list[Hit]:
    """Slips of the finger: a word of the text near a word of one option only."""
    best: list[Hit] = []
    for match in re.finditer(r"[a-z]{4,}", plain):
        scores = sorted(
            ((_nearness(match.group(), option), index) for index, option in enumerate(options)), reverse=True
        )
        if scores[0][0] >= 0.72 and (len(scores) == 1 or scores[0][0] - scores[1][0] >= 0.12):
            best.append(
                Hit(scores[0][1], match.start(), match.end(), 0.8 if scores[0][0] > 0.8 else 0.7, "choice.alike")
            )
    if best:
        return best
    whole = sorted(
        ((fuzz.ratio(plain.strip(" .!"), flat(option.value)), index) for index, option in enumerate(options)),
        reverse=True,
    )
    if whole[0][0] >= 76 and (len(whole) == 1 or whole[0][0] - whole[1][0] >= 10):
        return [Hit(whole[0][1], 0, len(plain), 0.75, "choice.alike")]
    return []


def _nearness(word: str, option: Option) -> float:
    names = [w for text in (option.value, *option.also) for w in re.findall(r"[a-z]{4,}", flat(text))]
    return max(
        (
            1 - OSA.distance(word, name) / max(len(word), len(name))
            for name in names
            if word[0] == name[0] or OSA.distance(word, name) <= 1
        ),
        default=0.0,
    )


def _kept(plain: str, hits: list[Hit]) -> list[Hit]:
    """Without those refused ("not driving") or taken back ("oops, I meant")."""
    hits = sorted(hits, key=lambda h: h.start)
    kept = [hit for hit in hits if not re.search(_REFUSE, plain[: hit.start]) and not _refused_after(plain, hit)]
    kept = _own(plain, kept)
    for match in reversed(list(_FIX.finditer(plain))):
        late = [h for h in kept if h.start >= match.end()]
        early = [h for h in kept if h.end <= match.start()]
        if late and early:
            return late
    match2 = re.search(
        r"\b(?:prefer|preferably|ideally|mostly|mainly|best|would rather|favorite|prefiero|preferiblemente|first choice)\b",
        plain,
    )
    if match2 and len({h.index for h in kept}) > 1:
        near = [h for h in kept if 0 <= h.start - match2.end() < 25] or [
            h for h in kept if 0 <= match2.start() - h.end < 15
        ]
        return near[:1] or kept
    return kept


_OTHERS = re.compile(
    r"\b(?:my (?:wife|husband|mom|mother|dad|father|kids?|son|daughter|boyfriend|girlfriend|partner|roommate|brother|sister|babysitter|boss|other job|second job|school|classes?)|i have (?:my )?(?:kids|class\w*|school|church|another job)|he|she|they|because|cuz|since|so i can|so that|porque|ya que)\b[^.!?]*$"
)


_PAST = re.compile(r"\b(?:was|were|used to|worked|been|did|had been|currently|right now im)\b[^.]*$")


def _own(plain: str, hits: list[Hit]) -> list[Hit]:
    """Without those that are about somebody else or a reason, where others remain."""
    turn = re.search(
        r"\b(?:but|now|though)\b.{0,20}\b(?:want|prefer|like|looking|love|rather|interested|now|would|id)\b", plain
    )
    if turn:
        late = [hit for hit in hits if hit.start >= turn.start()]
        if late and all(_PAST.search(plain[: hit.start]) for hit in hits if hit not in late):
            return late
    mine = [hit for hit in hits if not _OTHERS.search(plain[: hit.start])]
    return mine or hits


def _refused_after(plain: str, hit: Hit) -> bool:
    after = plain[hit.end : hit.end + 40]
    return bool(
        re.match(
            r"^\s*(?:shifts?|s|ones?)?\s*(?:dont work|doesnt work|wont work|is (?:out|not|no good|a no|too)|are (?:out|not|no good|too)|isnt|arent|not (?:good|possible|for me)|no good|no way|never|no puedo|is impossible)\b",
            after,
        )
    )

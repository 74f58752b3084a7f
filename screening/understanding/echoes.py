"""The question given back as a statement and nothing else: "I can work those nights", "I don't have one", "it is insured".

As plain as a yes or no where the verb is the question's own and the rest either points back at it ("those", "one") or names nearly all it asks."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from screening.understanding.frames import Frame, frame_of
from screening.understanding.polarity import Polarity
from screening.understanding.tables import any_of, word_set

RULE: Final = "yes_no.whole_echo"
PART: Final = "yes_no.part_echo"  # what is asked is named in part
VERDICT: Final = "yes_no.verdict"
_LONGEST: Final = 14  # words
_MOST, _MOST_OF_IT = 0.66, 0.5  # of what is asked; where "it" stands for a part
_NEGATIVE: Final = frozenset({"not", "never", "no"})
_I: Final[dict[str, str]] = {
    "im": "am",
    "ive": "have",
    "ill": "will",
    "id": "would",
    "i": "",
    "its": "is",
    "it": "",
    "theyre": "are",
    "they": "",
}  # who tells it, and the verb within the word
_ITS: Final = frozenset({"is", "are", "has"})
_WONT: Final = {"cannot": "can", "cant": "can", "wont": "will"}
_NT: Final = re.compile(r"(do|does|did|have|has|had|is|are|was|were|would|could|should)nt")
_TURNED: Final = re.compile(
    r"\b(?:not|never|no|against|without|turn down|avoid|refuse|rather)\b|\b(?:do|does|did|is|are|ca|wo|have|would)nt\b"
)
_GIVEN_BACK: Final = (
    (r"\b(?:can|could|will|would) you\b|\b(?:you able|willing)\b", {"can", "could", "will", "would", "am"}),
    (r"\bdo you (?:\w+ )?(?:have|own|hold|possess)\b", {"have", "do", "got", "own", "hold"}),
    (r"\bhave you\b", {"have", "did"}),
    (r"\bdid you\b", {"did", "have"}),
    (r"\bare you\b", {"am"}),
    (r"\b(?:is|are) (?:your|the|it|they)\b", {"is", "are"}),
    (r"\bhas (?:your|the|it)\b", {"has"}),
    (r"\bdo you\b", {"do"}),
    (r"^\W*any\b", {"have", "do", "got"}),
)  # how a question asks: the verbs that give it back
_DO: Final = re.compile(r"\b(?:do|did) you (?:still |currently |ever |already |also )?(?P<verb>[a-z]+)")
_DONE: Final = re.compile(r"(?:ed|en|wn|un|one|ought|aught|eld|ade|old|ut)$")  # a participle: "I haven't run one"
_REASON: Final = re.compile(r"[,;.!]+ +(?=[a-z0-9]{2})|,? (?=(?:bc|cuz|cause|because|since|as|so|porque) )")
_HEDGES: Final = re.compile(
    r"\?|\b(?:but|if|unless|except|cept|only|until|till|til|though|depend\w*|after|before|when|once|just|not|no|maybe|idk|unsure|think|guess|another|aint|isnt|cant|cannot|wont|never|need|want|pero|si|solo|cuando|hasta|yes|yeah)\b"
)
_OFFER: Final = re.compile(
    r"\b(?:can|could|would|will) you\b|\b(?:ok|okay|fine|alright|all right|comfortable|good|cool) (?:with|for|to|by|if|\w+ing|on|about)\b|"
    r"\b(?:is|would|does|do|are|will)\b.*\b(?:ok|okay|fine|alright|work|works|suit|doable|acceptable|problem|issue|trouble|bother|mind|objections?)\b|"
    r"\b(?:able|willing|available|open to|any (?:problem|issue|trouble|objection)s?|anything against|handle)\b"
)  # of which one may say that it is fine


def whole_echo(plain: str, asked: str) -> Polarity | None:
    """Yes or no where the reply as a whole gives back what was asked, or the part of it that matters; a reason may follow."""
    plain, asked = _before_reason(plain), _question(asked)
    if "?" in plain or frame_of(asked) is not Frame.PLAIN or _TURNED.search(asked):
        return None
    if spanish := _in_spanish(plain, asked):
        return spanish
    words = _words(plain)
    if not words or words[0] not in _verbs(asked):
        return None
    denied = [word for word in words if word in _NEGATIVE]
    rest = [word for word in words if word not in _NEGATIVE]
    if len(denied) > 1 or (denied and words.index(denied[0]) > 2):
        return None
    part = _of_what_was_asked(rest, asked, bool(denied))
    if not part:
        return None
    value, rule = ("no" if denied else "yes"), RULE if part == 1 else PART
    return Polarity(value=value, sure=0.9 if rule == RULE else 0.8, start=0, end=len(plain), rule=rule)


def verdict(plain: str, asked: str) -> Polarity | None:
    """What is said of what is offered and nothing else: "4 am is fine", "that would be an issue", "part time doesn't work for me"."""
    asked = _question(asked)
    plain = plain if re.search(r"\b(?:and|or)\b|,", asked) else _before_reason(plain)
    if not _OFFER.search(asked) or _TURNED.search(asked) or re.search(r"[,;.!?]\s*\w", plain):
        return None
    text = " ".join(word for word in re.findall(r"[a-z0-9$]+", plain) if word not in _of("openings"))
    for section, good in (("bad", False), ("good", True)):
        found = _verdicts(section).fullmatch(text)
        if found and _subject(found["what"].split(), asked):
            agreed = good is (frame_of(asked) is Frame.PLAIN)
            return Polarity(value="yes" if agreed else "no", sure=0.9, start=0, end=len(plain), rule=VERDICT)
    return None


def _question(asked: str) -> str:
    """What is asked, without what else is told with it and without its examples."""
    return re.sub(
        r",? (?:like|such as|for example|including) [^?]*", "", " ".join(re.findall(r"[^.?!]*\?", asked)) or asked
    )


def _before_reason(plain: str) -> str:
    """The statement before its reason; all of it where what follows may hedge it, turn it or ask."""
    found = _REASON.search(plain)
    return plain[: found.start()] if found and not _HEDGES.search(plain, found.start()) else plain


def _stems(words: Iterable[str]) -> set[str]:
    """The words without the s of a plural."""
    return {word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in words}


def _subject(words: Sequence[str], asked: str) -> bool:
    """Whether what is spoken of is what was asked about."""
    wanted = set(re.findall(r"[a-z0-9$]+", asked))
    known = _stems(wanted).union(*(_of(section) for section in ("little", "back", "pointed_at", "amounts")))
    return 0 < len(words) <= _LONGEST and all(word in known or word.isdigit() for word in _stems(words))


@cache
def _verdicts(section: str) -> "re.Pattern[str]":
    return re.compile(rf"(?P<what>.+?) ?\b{any_of('echoes', section)}{any_of('echoes', 'of_me')}")


def _in_spanish(plain: str, asked: str) -> Polarity | None:
    words = [word for word in re.findall(r"[a-zñ0-9$]+", plain) if word not in ("si", "yo", "pues", "claro")]
    denied = words[:1] in (["no"], ["nunca"])
    words = words[1:] if denied else words
    wanted = set(re.findall(r"[a-zñ0-9$]+", asked))
    verbs = dict(pair.split(":") for pair in _of("spanish_verbs"))
    if not 0 < len(words) <= _LONGEST or not set(verbs.get(words[0], "").split(",")) & wanted:
        return None
    own = set(words[1:]) - _of("spanish_little")
    back = bool(own & _of("spanish_back"))
    if not own - _of("spanish_back") <= wanted or not own:
        return None
    content = wanted - _of("spanish_little") - set(verbs[words[0]].split(",")) - {"usted", "tu", "le", "te"}
    part = back or len(own & content) >= _MOST * len(content)
    rule = RULE if part else PART
    return Polarity(value="no" if denied else "yes", sure=0.9 if part else 0.8, start=0, end=len(plain), rule=rule)


def _words(plain: str) -> list[str]:
    """The words of a statement, from its verb on, a negation told apart; none where it is another thing."""
    words = re.findall(r"[a-z0-9$]+", plain)[: _LONGEST + 1]
    while words and words[0] in _of("openings"):
        words.pop(0)
    while words and words[-1] in _of("endings"):
        words.pop()
    if words and (_NT.fullmatch(words[0]) or words[0] in _WONT):
        words = ["i", *words]  # "dont know how"
    elif (words[1:] if words[:1] == ["not"] else words)[:1] and words[words[0] == "not"] in _of("states"):
        words = ["im", *words]  # "not able to do that"
    if not 1 < len(words) <= _LONGEST or words[0] not in _I:
        return []
    verb = _I[words[0]]
    told = [verb, *words[1:]] if verb else words[1:]
    return [*_parted(told[0]), *told[1:]]


def _parted(verb: str) -> tuple[str, ...]:
    found = _NT.fullmatch(verb)
    short = found[1] if found else _WONT.get(verb)
    return (short, "not") if short else (verb,)


def _verbs(asked: str) -> set[str]:
    own = {verb for found in _DO.finditer(asked) for verb in (found["verb"], f"{found['verb'].removesuffix('e')}ed")}
    return next((verbs for how, verbs in _GIVEN_BACK if re.search(how, asked)), set()) | own


def _of_what_was_asked(rest: Sequence[str], asked: str, denied: bool) -> float:
    """1 where it says nothing that was not asked and points back at all of it or names nearly all; less for a part; 0 for another thing."""
    own = _verbs(asked)
    wanted = set(re.findall(r"[a-z0-9$]+", asked)) | own
    pointers = _of("back") | (frozenset() if denied else _of("some")) | ({"how"} if "know how" in asked else set())
    back = bool(pointers & set(rest[1:])) or (denied and rest[-1] in ("any", "none"))
    said = set(rest) - _of("little") - pointers - (_of("pointed_at") if back else set())
    if back and "have you" in asked and len(rest) > 2 and _DONE.search(rest[1]) and rest[1] not in _of("undone"):
        said.discard(rest[1])
    if "to" in rest[:-2] and len(pointers & set(rest)) > 1:
        said.discard(rest[rest.index("to") + 1])  # "I don't know how to run one"
    if not _stems(said) <= _stems(wanted) or (len(rest) == 1 and rest[0] not in own - _of("little")):
        return 0
    content = wanted - _of("asking") - _of("little") - own
    part = len(_stems(said) & _stems(content)) / len(_stems(content)) if content else float(bool(own & said))
    enough = _MOST_OF_IT if rest[0] in _ITS or "or" in wanted else _MOST
    if back or (part >= enough and (denied or part == 1 or not _of("each") & wanted)):
        return 1
    return part if not _of("each") & wanted else 0


def _of(section: str) -> frozenset[str]:
    return word_set("echoes", section)

"""The patterns behind plain.py, written against folded text: small letters, no accents."""

import re
from collections.abc import Mapping
from typing import Final

_AUX_EN: Final = r"do|does|did|are|is|was|were|can|could|have|has|will|would|should"
_WH_EN: Final = r"how|what|when|where|which|why|who"
TWICE: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(
        rf"\b(?:and|also|plus|&|and also|and if so) (?:(?:{_AUX_EN}) (?:you|your|it|they|there)\b"
        rf"|(?:{_WH_EN})\b(?! (?:ever|not)\b))"
        r"|\band (?:have|can|are|will|do) (?:you )?(?:a|an|any|your|own|able|willing|lift|work|drive|start|speak"
        r"|hold|valid)\b"
    ),
    "es": re.compile(
        r"\b(?:y|e|ademas|tambien),? (?:tienes|tiene|puedes|puede|estas|esta|has|eres|sabes|quieres|podrias|cuando"
        r"|cuanto|cuanta|cuantos|cuantas|como|que|donde|cual|por que)\b"
    ),
}
EITHER: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(
        rf"\bor (?:(?:{_AUX_EN}) you|would you rather|just|only|rather)\b|\b(?:either)\b.*\bor\b"
        rf"|\b(?:prefer|rather)\b.*\bor\b"
    ),
    "es": re.compile(r"\bo (?:tienes|puedes|estas|has|eres|prefieres|solo|mas bien)\b|\bprefieres\b.* o "),
}
OPEN: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(
        rf"(?:^|[.!:,;] ?)(?:and |so )?(?:{_WH_EN})\b(?!.*[.!] \w+.*\?)|^(?:tell|describe|explain|list"
        rf"|name|share)\b"
    ),
    "es": re.compile(
        r"(?:^|[.!:,;] ?)¿?(?:cuando|cuanto|cuanta|cuantos|cuantas|como|que|donde|cual|cuales|quien"
        r"|por que)\b|^(?:cuenta|describe|explica|dime|di)"
    ),
}
TWISTED: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(
        r"^(?:don't|do not|aren't|isn't|can't|haven't|didn't|won't|wouldn't|couldn't|hasn't)\b|\b(?:do|are|can|have"
        r"|will|would|could|is) (?:you|it|there) (?:not|never|no longer)\b"
        r"|\b(?:do|would) you mind\b|\b(?:have|are there|is there) (?:you )?(?:no|none|nothing)\b|\bdo you (?:lack"
        r"|object|refuse|have no|have a problem)\b|, ?(?:right|correct|isn't it|don't you|aren't you)\?$"
    ),
    "es": re.compile(r"^¿?no (?:tienes|puedes|estas|has|eres|tiene|puede|te)\b|\bte (?:molesta|importa|molestaria"
        r"|importaria)\b|, ?¿?(?:verdad|cierto|no)\?$|\bcareces\b"),
}  # fmt: skip
STATED: Final = re.compile(rf"(?:^|[.!?] )(?:{_AUX_EN}) (?:you|your)\b")

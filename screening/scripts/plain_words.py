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
        r"|(?<!willing )(?<!ready )(?<!able )\band (?:are |be |being |legally )*(?:authori[sz]ed to|able to|willing to"
        r"|available (?:on|for|to)|comfortable with)\b|\band (?:have|own) (?:reliable )?(?:transport\w*|insurance|experience|tools)\b"
        r"|\bas well as (?:being|having|able)\b"
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
        r"|^(?:so )?you (?:don't|do not|can't|cannot|won't|haven't|aren't|never)\b|, (?:do|are|can|have|will|would) you\?$"
        r"|\bany reason (?:why )?(?:that )?you (?:can't|cannot|can not|couldn't|could not|wouldn't|won't|might not|may not)\b"
        r"|\bare you (?:unable|opposed|against|unwilling|reluctant)\b|\bopposed to\b|\b(?:is|are|be)\b[^?]*\ba problem\b"
        r"|(?:^|\bdo you have |\bis there |\bare there )(?:any |an? )?(?:objections?|problems?|issues?|concerns?|trouble"
        r"|difficulty|difficulties) (?:with|to|about|working|standing|doing|getting)\b|\bbother you\b"
        r"|\b(?:do|would) you mind\b|\b(?:have|are there|is there) (?:you )?(?:no|none|nothing)\b|\bdo you (?:lack"
        r"|object|refuse|have no|have a problem)\b|, ?(?:right|correct|isn't it|don't you|aren't you)\?$"
    ),
    "es": re.compile(r"^¿?no (?:tienes|puedes|estas|has|eres|tiene|puede|te)\b|\bte (?:molesta|importa|molestaria"
        r"|importaria)\b|, ?¿?(?:verdad|cierto|no)\?$|\bcareces\b"),
}  # fmt: skip
STATED: Final = re.compile(rf"(?:^|[.!?] )(?:{_AUX_EN}) (?:you|your)\b")
# Wordings that the law gives; their long words are not the author's.
STANDARD: Final = re.compile(
    r"\b(?:legally )?(?:authori[sz]ed|eligible|permitted) to work in the united states\b"
    r"|\bwith or without (?:a )?reasonable accommodations?\b|\bdriver'?s licen[cs]e\b",
    re.IGNORECASE,
)

"""What a text tells of somebody else ("my brother starts monday") is no answer of one's own: such clauses are blanked."""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from screening.scripts.script import Kind, Question
from screening.understanding.blanking import without
from screening.understanding.deferred import deferred
from screening.understanding.polarity import Polarity
from screening.understanding.reading import Context
from screening.understanding.tables import any_of
from screening.understanding.topics import about
from screening.understanding.words import Said, flat

_DOES: Final = {
    Kind.NUMBER: "they_have",
    Kind.PAY: "they_earn",
    Kind.DATE: "they_start",
    Kind.CHOICE: "they_choose",
    Kind.LOCATION: "they_live",
}
_MINE: Final = deferred(r"\s*(?:me|us|nos|and (?:i|me)|y yo)\b")
_SHARED: Final = deferred(
    r"\b(?:with (?:her|him|them)|same (?:here|for me|as)|me too|too\b|so do i|like (?:him|her)|there|thats? (?:is |s )?(?:fine|good|ok\w*|cool|great|works|where|what i)|works for me|con (?:el|ella|ellos)|yo tambien|igual)\b"
)
_OF_PEOPLE: Final = deferred(
    r"\b(?:who|hear|heard|find out|refer\w*|recommend\w*|emergency|contact|get to work|friends?|relatives?|someone|rides?|lift from|famil\w*|household|dependents?|kids|children|live with|living with|quien|entero|familia|hijos)\b"
)

_THEIR_CLAUSE: Final = r"(?:(?!,? ?\b(?:but|so|not me|not us|no yo|a mi no|i|im|ive|id|ill|me|my|mine|myself|we|us|our|yo|pero|asi que|entonces|cuando yo|and (?:i|me|my|we|im|ive|ill)|y (?:yo|me))\b|, ?(?:no|nope|nah|yes|yeah|si|sure|ok|hard|thats|never|not)\b)[^.;!?\n])*"  # up to where the person comes back to himself
_SHARES_IT: Final = deferred(
    r"\s*(?:me|us|nos|my|mine|i|im|we|our)\b"
)  # "... drives me": what is told is of the person too

_CARED_FOR: Final = deferred(
    r"\b(?:(?:took|take|taking) care|car(?:ed|ing) for|look(?:ed|ing)? after|nurs(?:ed|ing) (?:him|her|them)|rais(?:ed|ing)|cuid\w+|(?:learned|learnt|picked it up) from|taught me|me enseno)\b"
)  # somebody else's trouble, and one's own work
_NOT_ME: Final = deferred(
    r"(?:(?:but|and|y|pero|so|lol) )*(?:not me|me no|yo no|i (?:dont|never|just|only|cant|havent|get)|im (?:not|the)|me (?:neither|i )|tampoco yo|no yo|a mi no)\b"
)
_OF_VICE: Final = deferred(
    r"\b(?:smok\w*|pot\w*|weed|stoner|drugs?|records?|felon\w*|jail|prison|locked up|charges?|dui|probation|parole|druggie|addict|trouble\w*|criminal|fuma|mota|antecedentes|preso|carcel)\b"
)
_IN_PERSON: Final = deferred(
    r"\b(?:do you (?:currently |already )?(?:have|hold|own|speak|know|possess|drive)|have you|are you (?:\w+ )?(?:certified|licensed|able|comfortable|bilingual|trained|fluent|authorized)|can you (?:lift|drive|speak|operate|read|climb|swim|type|legally)|tiene|habla|ha \w+(?:ado|ido)|sabe|puede (?:cargar|levantar|manejar))\b(?!.*\b(?:transport\w*|car|vehicle|way to|rides?|carro|availab\w*)\b)"
)
_LITTLE: Final = 3  # words left of one's own
_NO_ROLE: Final = r"(?!(?:boss|manager|supervisor|foreman|co ?worker|colleague|trainer|teacher|instructor|coach|doctor|pastor|counselor|po|jef[ea]|patron|girl|man|lady|partner|bro|kid|child|famil|folk|companer|muchach|senor|nin[oa]))"  # may be what one was, or a way of address


def own_say(plain: str, asked: str) -> str:
    """A reply to a yes/no question with the clauses blanked that tell of somebody else alone ("my wife has one, she does the driving")."""
    if _OF_PEOPLE.search(asked) or _CARED_FOR.search(plain) or not _others().search(plain):
        return plain
    named = _named().search(plain)
    for match in _others().finditer(plain):
        if (named or not match.group().startswith(("he ", "she ", "hes ", "shes ", "ella "))) and not _SHARES_IT.match(
            plain, match.end()
        ):
            plain = without(plain, *match.span())
    return plain


@cache
def _named() -> "re.Pattern[str]":
    return re.compile(rf"\b{any_of('figures', 'kin')}\b")


def theirs(plain: str, own: str, asked: str) -> Polarity | None:
    """What it says of oneself that somebody else has or does it, where `own` is all that is said of oneself: most often a no; of drugs
    and records told of others a yes. It leans only, so that the model may gainsay it."""
    if own == plain:
        return None
    rest = own.strip(" .,;!?\n")
    apart = not rest or bool(_NOT_ME.match(rest))
    told = "".join(before if after == " " else " " for before, after in zip(plain, own, strict=True))
    if about(asked)[:1] in (("drugs",), ("background",)):
        value = "yes" if apart and _OF_VICE.search(told) else ""
    else:
        value = "no" if (apart or len(rest.split()) < _LITTLE) and _IN_PERSON.search(asked) else ""
    return Polarity(value=value, sure=0.6, start=0, end=len(plain), rule="yes_no.theirs") if value else None


@cache
def _others() -> "re.Pattern[str]":
    who, does = any_of("figures", "kin"), any_of("figures", "they_do")
    return re.compile(
        rf"(?<!with )(?<!w )(?<!from )(?<!of )(?<!for )(?<!to )(?<!me and )(?<!y yo )(?:\b(?:my|mi|mis|our)\s(?:\w+ ){{0,2}}?{who}|(?:^|(?<=[,.;!] ))\W*(?:the |el |la )?{_NO_ROLE}{who})(?: in law)?(?:s (?:an?|the) |'?s? (?:(?:already|just|always|only|really|still|also|ya|over there|there|prob\w*|definitely) )*{does}\b(?! (?:to|fine|ok|okay|cool|good|says?|said)\b)){_THEIR_CLAUSE}"
        rf"|(?:^|(?<=[,.;!] )|(?<=\band )|(?<=\bbut )|(?<=\bcuz ))(?:(?:hes|shes) |(?:he|she|ella) {does}\b){_THEIR_CLAUSE}"
    )


def one_s_own(said: Said, question: Question, context: Context) -> Said:
    """The text with the clauses blanked in which somebody else starts, earns, lives or prefers; as it is where people are asked about."""
    section = _DOES.get(question.kind)
    if section is None:
        return said
    offered = " ".join(flat(option.value) for option in question.options)
    if _OF_PEOPLE.search(f"{flat(question.words(context.language))} {offered}"):
        return said
    plain = said.plain
    for match in _told(section).finditer(said.plain):
        if not _MINE.match(plain[match.end() :]) and not _SHARED.search(plain[match.end() :]):
            plain = without(plain, *match.span())
    return replace(said, plain=plain)


_HEAD: Final = r"(?:(?:^|[,.;!?\n]|\b(?:and|but|cuz|because|while)\b)\s*)"  # where a clause begins


@cache
def _told(section: str) -> "re.Pattern[str]":
    who = any_of("figures", "kin")
    return re.compile(
        rf"(?:(?<!with )(?<!w )(?<!from )(?<!of )(?<!and )(?<!for )(?<!to )\b(?:a )?(?:my|mi|mis|our)\s(?:\w+ ){{0,2}}?{who}(?: in law)?|{_HEAD}(?:{_NO_ROLE}{who}|she|he|ella)\b|{_HEAD}(?:he|she)s(?= ))(?: (?:at|in|from|over at) (?:the )?\w+| who)?\s+(?:(?:already|just|always|only|really|still|also|ya|le|les|ahorita|siempre|over there|there) )*{any_of('figures', section)}\b"
        r"(?:(?!\band (?:\d|an?\b|one|two|three)|\b(?:but|so|pero|asi que|entonces|then|while|thats|which|me|us|i|im|ive|ill|id|yo|though|tho|because|cuz|porque|nos)\b)[^,.;!?\n]|\.(?=\d))*"
    )

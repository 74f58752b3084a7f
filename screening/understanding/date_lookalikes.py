"""Words that look like days and are none: `i may`, `sat down`, `the second i hear`, `3 shifts a week`, `5 years experience`."""

import re

from screening.understanding.calendar import MONTH_NAMES
from screening.understanding.moments import Moment

_MODAL = re.compile(
    r"\s*(?:be|have|not|need|take|want|get|go|come|start|also|do|i|we|or may|as well|change|depend\w*|require|work|just|still|even|never)\b"
)
_DOER = re.compile(r"\b(?:i|we|they|it|you|u|he|she|that|this|there|who|which|just)\s+$")
_MARCHES = re.compile(
    r"\s*(?:right |straight |on )?(?:in|out|over|up|down|with|w)\b(?! (?:the\b|a\b|\d|like|about|early|mid|late))"
)
_STREET = re.compile(r"\s*(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|ct|court|blvd)\b(?! \d)")
_TERM = re.compile(r"\s*(?:semester|term|quarter|class(?:es)?|sports|hours|schedule|clothes|cleaning|water|roll\w*)\b")
_EACH = re.compile(r"\b(?:every(?: other)?|each|most|all|alternate|todos los|cada)\s+$")
_SAT = re.compile(r"\s*(?:down|there|around|thru|through|with|out|by|idle)\b")
_SUN = re.compile(r"\s*(?:up|down|rise|set|burn\w*|comes|goes|is)\b")
_AS_SOON = re.compile(r"\s*(?:i|my|we|they|you|u|he|she|it|the|thing|time|one|that|someone|of my|\d+)\b")
_PER = re.compile(
    r"(?:\b(?:shifts?|days?|hours?|hrs?|times?|nights?|miles|once|twice|bucks|dollars?|pay|paid|turnos|horas|veces|vez)|[$k]|\d)\s+(?:(?:each|per|por|a la|al)\s+)?$"
)
_LIVED = re.compile(
    r"\s*(?:(?:or so|or more|plus|straight|total)\s+)?(?:(?:of |de )?(?:experience|experiencia|exp)\b|old\b|(?:in|doing|driving|working|running|at|there|with) (?!may\b|june\b|advance))"
)
_HAD = re.compile(r"\b(?:ive|have|got|with|has|had|over|been|tengo|worked|drove|did)\s+(?:like |about |over )?$")

_ABOUT_TO = re.compile(r"\b(?:ill|will|to|can|gonna|imma|lets|could|would|id) (?:just )?$")  # "ill march over"
_GIVEN_NAMES = ("april", "june", "may", "august", "summer", "autumn")
_NAMES_DO = re.compile(
    r"\s*(?:(?:in|from|at|over at|with) (?:the )?(?:hr|office|desk|your \w+|ur \w+|recruiting|payroll|scheduling|agency)\b|(?:(?:can|could|will|would) (?:tell|vouch|call|text|explain|send|let|give|help|drive|watch|bring|pick|confirm|email|show)|said|says|told|knows|knew|called|calls|texted|emailed|asked|referred|recommended|sent|gave|hired|interviewed|(?:is|was|s) (?:my (?:\w+ )?(?:wife|sister|mom|mother|daughter|cousin|aunt|niece|friend|recruiter|manager|boss|name|girlfriend|coworker|supervisor)|who|from|in hr|the (?:recruiter|manager|one who|lady|girl))|and i (?:are|were|spoke|talked)|s (?:number|desk|office))\b)"
)
_NAMED = re.compile(
    r"\b(?:(?:my|your|ur|our|the) (?:\w+ )?(?:name|wife|daughter|sister|mom|mother|cousin|aunt|niece|girlfriend|recruiter|manager|boss|supervisor|friend|coworker|rep)(?: is| was|s)?|(?:name|names|named|called) (?:is )?|this is|its me|ask(?:ed)?(?: for)?|tell|told|talked? (?:to|with)|spoke (?:to|with)|speaking (?:to|with)|(?:text|email|call)(?:ed|ing)?|miss|mrs|ms|hi|hey|hello|dear|thanks|thank you) $"
)  # "ask april", "april can tell you"
_SAYINGS = {
    "april": "showers?",
    "june": "bugs?",
    "march": "madness|bands?",
    "may": "flowers?|pole",
    "mon": "frere|ami|dieu",
    "fall": "guy|behind|asleep|through|thru|apart|in line",
    "spring": "rolls?|chicken|cleaning|break",
    "winter": "coats?|tires?|jacket|boots",
    "summer": "school|camp|body|vibes",
    "sun": "block|screen|tan|burn\\w*|glasses|flowers?",
}  # what follows the name of a month, a day or a season in a phrase of its own
_A_DAY = ("a day", "one day", "the day", "un dia")
_TOLD_US = re.compile(
    r"\b(?:give|gave|giving|given|set|say|said|saying|tell|told|telling|know|name|named|pick\w*|have|got|get|need|promis\w+|commit\w* to|confirm\w*|announc\w+|dan|dado|dieron|dicho|sabe\w*|tengo) (?:\w+ ){0,2}?$"
)  # "they wont give a day"


def is_none(plain: str, moment: Moment, *, past: bool) -> bool:
    """Whether the words of this mention tell no day where they stand; `past` where a day gone by is asked for."""
    words, before, behind = plain[moment.start : moment.end].strip(), plain[: moment.start], plain[moment.end :]
    name = words.removeprefix("the ")
    if name in ("other day", "other week"):
        return True
    if moment.rule == "date.today":
        return not past and bool(re.search(r"\b(?:ago|back|just now|earlier|hace)\b", words))
    if moment.rule == "date.length" and words in _A_DAY and _TOLD_US.search(before):
        return True
    if moment.rule == "date.length":
        return (past and _lived(plain, words, before, behind)) or _no_length(words, before, behind)
    return _no_name(name, moment.rule, words, before, behind)


def _no_name(name: str, rule: str, words: str, before: str, behind: str) -> bool:
    """Whether the name of a month, a day or a season is another word here."""
    if name == "may":
        return bool(_MODAL.match(behind) or _DOER.search(before) or _STREET.match(behind))
    if (saying := _SAYINGS.get(name)) and re.match(rf"\s*(?:{saying})\b", behind):
        return True
    if name == "march" and (_MARCHES.match(behind) or _ABOUT_TO.search(before)):
        return True
    if name in _GIVEN_NAMES and (_NAMES_DO.match(behind) or _NAMED.search(before)):
        return True
    if name in ("march", "august", "april", "june"):
        return bool(_STREET.match(behind)) and bool(re.search(r"\d\s+(?:[a-z]+\s+)?$", before))
    if name == "sat":
        return bool(_SAT.match(behind) or _DOER.search(before))
    if name == "sun":
        return bool(_SUN.match(behind)) or words.startswith("the ")
    if rule == "date.weekday":
        return bool(_EACH.search(before) or re.match(rf"\s+(?:of|in|de) (?:{MONTH_NAMES})\b", behind))
    if name in ("second", "first") and rule == "date.day_of":
        return bool(_AS_SOON.match(behind))
    return rule == "date.season" and bool(_TERM.match(behind))


_SINCE = re.compile(r"\b(?:ago|back|hace|atras|last|past|earlier|prior)\b")
_IDLE = re.compile(r"\b(?:been|out|off|not|havent|hasnt|unemployed|without|its|since|llevo)\b")


def _lived(plain: str, words: str, before: str, behind: str) -> bool:
    """Where a day gone by is asked for: how long something went on (`drove for 6 years`), not how long ago it was."""
    if _SINCE.search(words):
        return False
    if re.match(r"\s*(?:before|after)\b", behind):
        return True
    if re.search(r"\b(?:for|por)\s+(?:\w+\s+)?$", before):
        return not _IDLE.search(before)
    told = _IDLE.search(before) or re.match(r"\s*(?:now|already|to the day|today|or so|give or take)\b", behind)
    return len(plain.split()) > 5 and not told


def _no_length(words: str, before: str, behind: str) -> bool:
    if re.match(r"\s*(?:before|after)\b", behind) and not re.search(r"\bago\b|\bnotice\b", words):
        return words.endswith(("day", "days")) and "ive" not in before[-6:]
    if re.match(r"(?:a|an|per|each|la)\b", words) and _PER.search(before):
        return True
    years = re.search(r"\b(?:years?|yrs?|anos?)\b", words) and not re.search(r"\bago\b|\bin\b|hace", words)
    return bool(_LIVED.match(behind) and (years or re.match(r"\s*(?:of )?(?:exp|old)", behind))) or bool(
        years and _HAD.search(before) and re.match(r"\s*(?:in|of|at|doing|driving|working)\b", behind)
    )

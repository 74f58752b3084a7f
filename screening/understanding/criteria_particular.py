"""Whether free text shows what a criterion asks for about one certain thing (`data/particulars.txt`)."""

import re
from functools import cache, lru_cache
from typing import Final

from screening.understanding.blanking import blanked
from screening.understanding.claim_stands import stands
from screening.understanding.tables import any_of, table, words

_PLAINLY: Final = frozenset(
    [
        "whyleft",
        "noticesay",
        "turnedout",
        "resultsgood",
        "absencecount",
        "absencewhy",
        "nofear",
        "purposesaid",
        "hazardnamed",
        "nightsfit",
        "ownlife",
        "aboutus",
        "letvent",
        "differencemade",
        "conflictsay",
        "drawerright",
        "saferecord",
    ]
)  # a no beside these words is part of what is told ("no notice", "no guard on it")
_ABOUT_OTHERS: Final = _PLAINLY | {"mistakenamed"} - {"nofear", "absencecount", "resultsgood"}
_MORE_WAYS: Final = frozenset(
    [
        "teamwork2",
        "cashhandled",
        "usedcomputer",
        "safetygear",
        "shiftworked",
        "whatcooked",
        "greetsguest",
        "apologizes",
        "checksunderstand",
        "availabilitysaid",
        "weaknessnamed",
        "improving",
        "futuregoal",
        "drawerright",
        "moneyamount",
        "wherecash",
        "weldprocess",
        "weldmetal",
        "machinenamed",
        "setupdone",
        "qualitycheck",
        "pickdevice",
        "rateamount",
        "foodsafe",
        "kitchenstation",
        "incidenthandled",
        "repairnamed",
        "tradetask",
        "animalnamed",
        "calltype",
        "regiondriven",
        "saferecord",
        "servicesaid",
        "welcomewhen",
        "doneit",
        "scannedhow",
        "programnamed",
    ]
)  # told in more ways than are listed, so that other evidence counts as well
_KIN: Final = r"(?:sister|brother|bro|sis|mom|mother|mama|dad|father|papa|wife|husband|cousin|aunt|uncle|son|daughter|grand\w+|friend|buddy|partner|boyfriend|girlfriend|gf|bf|roommate|neighbor|kids?|ex|nephew|niece|herman[oa]|prim[oa]|espos[oa]|ti[oa]|amig[oa]|abuel[oa])s?"
_SOMEBODYS: Final = re.compile(
    rf"^\W*(?:(?:well|so|ok|no|lol|idk|but|not me|theyre all)\W+)*(?:my|mi|mis) (?:\w+ )?{_KIN}\b"
)
_MYSELF: Final = re.compile(
    r"\b(?:i|ive|im|id|we|yo|me and|and me)\b(?! (?:grew up|was hurt|rode|wasnt|know|mean|guess|only ever|answered|love|admire|never|didnt|just rode|been around))"
)
_THEIRS: Final = re.compile(
    rf"\b(?:my|mi) (?:\w+ )?{_KIN} (?:\w+ )?(?:and \w+ )?(?:went|told|called|did|fixed|had|got|dropped|said|ran|saw) (?:\w+ ){{0,3}}$"
)
_NOBODY: Final = re.compile(r"^\W*(?:nobody|no one|nadie|everyone|everybody)\b")
Things = tuple[tuple[str, "re.Pattern[str]", "re.Pattern[str]"], ...]


@cache
def _things() -> Things:
    """(name, words of the criterion and the question, words of the reply) of each thing."""
    return tuple(
        (
            section.removesuffix(".asked"),
            re.compile(rf"\b{any_of('particulars', section)}"),
            words("particulars", section[:-5] + "shown"),
        )
        for section in table("particulars")
        if section.endswith(".asked")
    )


@lru_cache(maxsize=1024)
def _wanted(criterion: str, question: str) -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    asked = f"{criterion} ~ {question}"
    found = ((name, shown, fits.search(asked)) for name, fits, shown in _things())
    return tuple((name, shown) for name, shown, match in found if match and match.start() < len(criterion))


_IF_NOT: Final = re.compile(
    r"\b(?:if|when|unless|si|cuando) [^,.;]{0,30}?\b(?:not|no|dont|doesnt|wont|cant|isnt|aint) (?:\w+ ){0,2}?(?:work\w*|stop\w*|listen\w*|calm\w*|quit|help\w*|happy|satisfied|caso|entiende\w*|calma\w*)\b"
)


def anothers(plain: str) -> bool:
    """Whether a reply tells of somebody else's doing alone ("my dad drove one for 20 years")."""
    return bool(_SOMEBODYS.match(plain)) and not _MYSELF.search(plain)


def anothers_here(plain: str, start: int) -> bool:
    """Whether what stands at a place is told of one of the family or a friend ("my brother had a forklift")."""
    return bool(_THEIRS.search(plain[:start]))


def nobody(plain: str) -> bool:
    """Whether a reply begins with nobody or everybody, and so tells nothing of its writer."""
    return bool(_NOBODY.match(plain))


def shows_particular(plain: str, criterion: str, question: str) -> bool | None:
    """Whether a reply shows the certain thing a criterion asks for; None where it asks for none that is known
    or where other evidence may show it."""
    wanted = _wanted(criterion, question)
    if any(_shows(plain, name, shown) for name, shown in wanted):
        return True
    return None if all(name in _MORE_WAYS for name, _ in wanted) else False


def _shows(plain: str, name: str, shown: "re.Pattern[str]") -> bool:
    """Whether it stands there, as one's own and not denied."""
    if name not in _ABOUT_OTHERS and (nobody(plain) or anothers(plain)):
        return False
    plain = blanked(plain, _IF_NOT)
    for match in shown.finditer(plain):
        if name not in _ABOUT_OTHERS and anothers_here(plain, match.start()):
            continue
        if name in _PLAINLY or stands(plain, match.start(), match.end()):
            return True
    return False

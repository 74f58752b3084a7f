"""How somebody gets to work, named alone ("bus", "my moms car", "me lleva mi hermano"): enough, or not one's own."""

import re
from typing import Final

from screening.understanding.polarity import Polarity, said

RULE: Final = "yes_no.way"
_ASKED: Final = re.compile(
    r"\b(?:(?:reliable|dependable|own|personal|steady|consistent|good)? ?(?:transportation|transport|ride)|(?:get|getting|commute) (?:yourself )?to (?:and from )?(?:work|the (?:site|job|plant|warehouse|office))|way to (?:get|work)|(?:own |have )?(?:a |reliable )?(?:car|vehicle)|transporte|carro|troca|como llegar)\b"
)
_OTHER_MATTER: Final = re.compile(
    r"\b(?:insur\w*|licen[cs]e|park\w*|drive (?:a|the|our)|seguro|experience|wash|public)\b"
)
_OWN: Final = re.compile(
    r"\b(?:own|personal|propi[oa]|(?:have|own) (?:a |access to a )?(?:reliable |working )?(?:car|vehicle)|tiene (?:un )?(?:carro|coche|troca))\b"
)
_LEAD: Final = r"^\W*(?:(?:yes|yeah|si|just|by|the|a|an|my|mi|el|la|un|una|en|on|in|i|we|take|use|ride|got|have|got a|taking|riding|tomo|uso|voy|ando|tengo|city|mostly|well|well,|pues|always|usually)\W+)*"
_MINE: Final = re.compile(
    rf"{_LEAD}(?:\w+ )?(?:car|truck|van|suv|jeep|pickup|vehicle|motorcycle|motorbike|moped|scooter|bike|bicycle|ebike|e-bike|carro|carrito|coche|auto|troca|troquita|camioneta|moto|motocicleta|bici|bicicleta|honda|toyota|civic|corolla|camry|ford|chevy|nissan|altima|hyundai|kia|dodge)s?(?: (?:and|y) \w+)?(?: (?:is|runs?|works?) (?:good|great|fine|reliable|well))?\W*$"
)
_PUBLIC: Final = re.compile(
    rf"{_LEAD}(?:\w+ )?(?:bus|buses|train|subway|metro|light rail|rail|tram|streetcar|ferry|camion|autobus|tren|walk|walking|on foot|feet|caminando|a pie|transporte publico|public transit|transit|public transportation|carpool\w*|rideshare|vanpool)(?: (?:and|y|or|o|or the|and the) (?:\w+ )?(?:bus|train|subway|metro|walk\w*|bike|bici\w*|rail))?(?: (?:to work|every ?day|line|pass|everywhere|works?|\d+))?\W*$"
)
_LIFT: Final = re.compile(
    r"\b(?:(?:wife|husband|mom|mother|dad|father|brother|sister|friend|buddy|roommate|cousin|girlfriend|boyfriend|neighbor|uncle|aunt|son|daughter|coworker|gf|bf|grandma|homie)s? (?:\w+ )?(?:drops?|drives?|takes?|picks?|brings?|gives?)|(?:get|getting|catch|bum|hitch) (?:a )?(?:rides?|lifts?)|(?:me|nos) (?:lleva|llevan|trae|da (?:raite|ride|aventon|un raite)|dan (?:raite|ride|aventon))|(?:ride|carpool|raite) (?:with|from|con) (?:a |my |mi |un |una )?\w+)\b"
)
_TAKEN_BACK: Final = re.compile(
    r"\b(?:no|not|dont|doesnt|but|pero|sold|broke\w*|until|till|sometimes|if|when|shop|died|without|sin|never|used to|cant|depends?|most)\b"
)


def by_way(plain: str, asked: str) -> Polarity | None:
    """A yes where the way named answers the question, a no where one's own was asked for and another's is named; None elsewhere."""
    if not _ASKED.search(asked) or _OTHER_MATTER.search(asked) or _TAKEN_BACK.search(plain) or "?" in plain:
        return None
    if mine := _MINE.search(plain):
        own = not re.search(r"\b(?:bike|bicycle|ebike|e-bike|bici\w*)\b", plain) or not _OWN.search(asked)
        return said("yes" if own else "no", mine, RULE)
    other = _PUBLIC.search(plain) or _LIFT.search(plain)
    return said("no" if _OWN.search(asked) else "yes", other, RULE) if other else None

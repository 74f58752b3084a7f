"""How somebody gets to work, named alone ("bus", "my moms car", "me lleva mi hermano"): enough, or not one's own."""

import re
from typing import Final

from screening.understanding.deferred import deferred
from screening.understanding.polarity import Polarity, said

RULE: Final = "yes_no.way"
_ASKED: Final = deferred(
    r"\b(?:(?:reliable|dependable|own|personal|steady|consistent|good)? ?(?:transportation|transport|ride)|(?:get|getting|commute) (?:yourself )?to (?:and from )?(?:work|the (?:site|job|plant|warehouse|office))|way to (?:get|work)|(?:own |have )?(?:a |reliable )?(?:car|vehicle)|transporte|carro|troca|como llegar)\b"
)
_OTHER_MATTER: Final = deferred(
    r"\b(?:insur\w*|licen[cs]e|park\w*|drive (?:a|the|our)|seguro|experience|wash|public|need|arrange)\b"
)
_OWN: Final = deferred(
    r"\b(?:own|personal|propi[oa]|(?:have|own) (?:a |access to a )?(?:reliable |working )?(?:car|vehicle)|tiene (?:un )?(?:carro|coche|troca))\b"
)
_LEAD: Final = r"^\W*(?:(?:yes|yeah|si|just|by|the|a|an|my|mi|el|la|un|una|en|on|in|i|we|take|use|ride|got|have|got a|taking|riding|tomo|uso|voy|ando|tengo|city|mostly|well|well,|pues|always|usually)\W+)*"
_MINE: Final = deferred(
    rf"{_LEAD}(?:\w+ )?(?:car|truck|van|suv|jeep|pickup|vehicle|motorcycle|motorbike|moped|scooter|bike|bicycle|ebike|e-bike|carro|carrito|coche|auto|troca|troquita|camioneta|moto|motocicleta|bici|bicicleta|honda|toyota|civic|corolla|camry|ford|chevy|nissan|altima|hyundai|kia|dodge)s?(?: (?:and|y) \w+)?(?: (?:is|runs?|works?) (?:good|great|fine|reliable|well))?\W*$"
)
_PUBLIC: Final = deferred(
    rf"{_LEAD}(?:\w+ )?(?:bus|buses|train|subway|metro|light rail|rail|tram|streetcar|ferry|camion|autobus|tren|walk|walking|on foot|feet|caminando|a pie|transporte publico|public transit|transit|public transportation|carpool\w*|rideshare|vanpool)(?: (?:and|y|or|o|or the|and the) (?:\w+ )?(?:bus|train|subway|metro|walk\w*|bike|bici\w*|rail))?(?: (?:to work|every ?day|line|pass|everywhere|works?|\d+))?\W*$"
)
_LIFT: Final = deferred(
    r"\b(?:(?:wife|husband|mom|mother|dad|father|brother|sister|friend|buddy|roommate|cousin|girlfriend|boyfriend|neighbor|uncle|aunt|son|daughter|coworker|gf|bf|grandma|homie)s? (?:\w+ )?(?:drops?|drives?|takes?|picks?|brings?|gives?)|(?:get|getting|catch|bum|hitch) (?:a )?(?:rides?|lifts?)|(?:me|nos) (?:lleva|llevan|trae|da (?:raite|ride|aventon|un raite)|dan (?:raite|ride|aventon))|(?:ride|carpool|raite) (?:with|from|con) (?:a |my |mi |un |una )?\w+)\b"
)
_TAKEN_BACK: Final = deferred(
    r"\b(?:no|not|dont|doesnt|but|pero|sold|broke\w*|until|till|sometimes|if|when|shop|died|without|sin|never|used to|cant|depends?|most)\b"
)
_STILL: Final = deferred(
    r"\b(?:no|dont have an?|without an?|aint got no|no tengo) (?:car|license|licence|vehicle|truck|wheels|ride|carro|coche|troca|licencia)\b.{0,40}?\b(?:but|pero)\b(?P<then>.+)"
)  # "no car but my cousin drives me"
_NEEDS_RIDE: Final = deferred(
    r"\bneed (?:a (?:ride|lift)|transport\w*|us to (?:arrange|send|pick|provide)|help getting)\b|\b(?:need|want|like) us to (?:arrange|provide|send) (?:a ride|transport\w*|you a)|\bnecesita (?:transporte|raite|ride|que lo)\b"
)
_CARLESS: Final = deferred(
    r"^\W*(?:(?:yes|yeah|si|i|dont|do not|well|sadly)\W+)*(?:(?:have |got |aint got )?no (?:car|ride|wheels|vehicle|way (?:to get )?there)|(?:have |got )an?y? (?:car|ride|vehicle)|no tengo (?:carro|coche|como llegar|en que ir)|(?:my |the )?car (?:is )?(?:broke\w*|in the shop|died))\b"
)


def _without(plain: str) -> Polarity | None:
    """To "Will you need a ride?": who names an own way needs none, who has no car does."""
    if carless := _CARLESS.search(plain):
        denied = re.match(r"\W*(?:no\b|.*\b(?:no|dont|do not|broke\w*|shop|died)\b)", carless.group())
        return said("yes", carless, RULE) if denied else None
    way = None if _TAKEN_BACK.search(plain) else _MINE.search(plain) or _PUBLIC.search(plain)
    return said("no", way, RULE) if way else None


def by_way(plain: str, asked: str) -> Polarity | None:
    """A yes where the way named answers the question, a no where one's own was asked for and another's is named; None elsewhere."""
    if "?" in plain:
        return None
    if _NEEDS_RIDE.search(asked):
        return _without(plain)
    if not _ASKED.search(asked) or _OTHER_MATTER.search(asked):
        return None
    if (
        (still := _STILL.search(plain))
        and not _OWN.search(asked)
        and not _TAKEN_BACK.search(plain, still.start("then"))
    ):
        lift = _LIFT.search(plain, still.start("then")) or _PUBLIC.search(still["then"])
        return said("yes", still, RULE) if lift else None
    if _TAKEN_BACK.search(plain):
        return None
    if mine := _MINE.search(plain):
        own = not re.search(r"\b(?:bike|bicycle|ebike|e-bike|bici\w*)\b", plain) or not _OWN.search(asked)
        return said("yes" if own else "no", mine, RULE)
    other = _PUBLIC.search(plain) or _LIFT.search(plain)
    return said("no" if _OWN.search(asked) else "yes", other, RULE) if other else None

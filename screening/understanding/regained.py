"""A thing lost, lapsed or refused and had again ("expired but I renewed it"), a habit given up long ago: a yes to whether it is had or passed."""

import re
from typing import Final

from screening.understanding.deferred import deferred
from screening.understanding.idioms import RULE as IDIOM
from screening.understanding.polarity import Polarity, said
from screening.understanding.topics import about

_HAS: Final = deferred(
    r"^\W*(?:and |so |ok |hi \w+\W+)?(?:do you (?:have|hold|own|possess|currently|still)|are you (?:currently |still )?(?:\w+ )?(?:certified|licensed|able|available|registered|endorsed|cleared)|(?:is|are) your|have you (?:got|finished|completed|passed|earned|received|kept)|did you (?:finish|complete|get|pass|receive|earn)|can you|tiene|cuenta con|termino|paso)"
)
_EVER: Final = deferred(
    r"\b(?:ever|suspended|revoked|convicted|fired|lapsed|expired|alguna vez|problems?|trouble|restrict\w*)\b"
)
_LOST: Final = deferred(
    r"\b(?:lost|suspend\w*|revok\w*|fail\w*|flunk\w*|lapsed?|expired?|ran out|pulled (?:it|mine|them|over)|took (?:it|them|mine|my \w+)|stolen?|towed|impounded|wrecked|totaled|broke|dropped out|stopped|(?:quit|left) (?:on me|working|school|high ?school|college|in \w+ grade|in (?:9|10|11|12)th)|never finished|didnt finish|injur\w*|hurt|surgery|rejected|denied|(?:wrong|forgot\w*) (?:my )?password|locked (?:me )?out|stuck|perdi\w*|vencio|suspendieron|quitaron|robaron|reprobe)\b"
)
_BACK: Final = deferred(
    r"\b(?:(?:got|gave(?: me)?|have|had|handed|mailed|sent|won|earned) (?:it|them|mine|that|my (?!\w+ (?:turned|stabbed))\w+)(?: all)? back\b|(?:was |got |been |is |are )?(?:reinstated|restored|re-?certified|re-?instated)|renewed (?:it|them|mine|since)|(?:redid|retook|re-?took) (?:it|them|that|the)|(?:got|passed|cleared|made|nailed) (?:it |them |that )?(?:on |in )?(?:the |my )?(?:second|2nd|third|3rd|next|retake)|(?:cleared|released) me\b|(?:got|bought|have) (?:me )?(?:a |an )?(?:new(?:er)?|another|replacement) (?:one|card|copy|ride|car|truck|van|license|certificate)|(?:went|came) back\b.{0,40}\b(?:got|done|finished|passed|did|graduated|completed)|got (?:my|the|a|mine) (?:ged|diploma|equivalency|g e d)|got (?:thru|through)\b|(?:all |its |is )(?:fixed|cleared up|straightened out|taken care of)|(?:its |all |were |im )?(?:good|active|valid|current|fine) (?:now|again)|me (?:la|lo|los|las) (?:devolvieron|regresaron|dieron otra vez)|(?:la|lo) (?:renove|recupere|volvi a sacar))"
)
_NOT_HAD: Final = deferred(
    r"\b(?:never|not|havent|hasnt|didnt|dont|wont|cant|if|until|till?|when|once|get|getting|to|will|ill|gonna|no|nunca|cuando)\s+(?:\w+\s+)?$"
)
_OPEN: Final = deferred(
    r"\b(?:yet|hop\w+|trying|waiting|unless|pending|havent|hasnt|not|never|wont|but|again (?:last|this|in)|lost|still (?:need|have to|gotta|waiting)|next (?:week|month|year)|pero|todavia)\b"
)
_AVERTED: Final = deferred(
    r"\b(?:were|was|almost|nearly|tried|threatened|supposed|wanted) (?:about |gonna |going |trying |fixing |finna )?(?:to )?(?:cancel|pull|suspend|revoke|take|took|repo|tow|expire|expiring|lapse|lapsing|drop|lose|lost|sell|sold)\w*\b[^.!?]{0,40}?\bbut (?!i (?:lost|didnt|couldnt|never|havent|still owe))[^.!?]{0,50}?\b(?:paid|kept|keep|fixed|took|renewed|extended|sorted|cleared|straightened|caught|nothing|let me|gave|in time|good (?:now|thru|til)|thru|through|still (?:have|got|good|valid))\b"
)
_QUIT: Final = deferred(
    r"\b(?:quit|stopped|gave up|done with|deje) (?:smoking |the |all |all that |using |de fumar |la )*(?:it|that|weed|pot|smoking|that stuff|drugs|drinking|bud|marijuana|mota|gummies|edibles|thc|green|vaping|grass|herb|all that)\b.{0,20}?(?:\b(?:[2-9]|\d\d|two|three|four|five|six|ten|a few|many|dos|tres) (?:years?|yrs?|anos)|\byears (?:ago|back|now)|\b(?:19|20)\d\d\b|\bbefore (?:my|the) (?:son|daughter|kids?|baby|first|twins|wedding)|\bsince (?:high school|college|my|the (?:army|navy))|\ba long time ago|\bin (?:high school|college|my 20s)|\bhace (?:anos|\w+ anos))"
)
_SPOTLESS: Final = deferred(
    r"\b(?:(?:nothing|nothin|aint nothin\w*|not a thing)(?: \w+)? (?:on|against) (?:me|my (?:name|record))\b|nothing but (?:a |an |some |one |old )?(?:parking|speeding|traffic|library|late)|(?:never|didnt|wont|cant|aint never) (?:ever |gonna )?f[io]u?nd (?:nothin\w*|anything|a thing|jack)|no tengo (?:ni )?(?:un[oa]? ?(?:sol[oa] )?|nada de |ningun[oa]? )(?:multas?|antecedentes?|record|cargos?|delitos?|infraccion\w*|arrestos?)|ni una multa)\b"
)
_STILL: Final = deferred(
    r"\b(?:but|except|again|started back|still|only|sometimes|pero)\b(?! (?:so|yea|yes|good|im good)\b)"
)
_GOT: Final = deferred(
    r"\bya (?:(?:me|lo|la|los|las) )*(?:consegui|compre|saque|renove|arregle|llego|dieron|entregaron|mandaron|tengo)\b(?! (?:(?:la|el|un|una|mi|otr[oa]|nueva?) )*(?:trabajo|chamba|jale|empleo|otr[oa]|cita|examen|planes|rato|sueno|puesto|oferta|correo|mensaje|\d+|anos|que)\b)"
)
_CLEAN: Final = deferred(
    r"\b(?:no|zero|not an?|(?:have|got|had) no|never had an?y?|aint got no) (?:\w+ )?(?:felon\w*|misdemeanors?|charges?|convictions?|warrants?|arrests?|priors?|record|offen[cs]es?|criminal\w*)\b(?! (?:in|for|since|that|until|before) )"
)
_SO_FINE: Final = deferred(
    r"\b(?:so|asi que) (?:(?:its|im|i am|we|were|we are|that|thats|it|this|this is|that is|should be|all|totally|perfectly|that works|nights? (?:is|are)) )*(?P<hit>no (?:issues?|problems?|worries|prob|sweat|biggie)|(?:good|fine|ok|okay|cool|golden)(?= *(?:$|[.!,]| (?:to go|there|here|now|with (?:it|that|me)|for me)))|perfect|(?:both|all|my|those|the|them|everything|i|that)(?: \w+){0,3} (?:opened|freed|open|free|clear|wide open|available|cleared up)(?: up)?(?= *(?:$|[.!,]| now\b| for\b))|id be (?:free|open|available|ready)|count me in|put me (?:on|down|in)|sign me up|ningun problema|no hay problema|esta bien)\b(?! (?:if|unless|until|till?|but|pero))"
)
_SO_NOT: Final = deferred(
    r"\b(?:so|asi que|por eso) (?:(?:i guess|im afraid|unfortunately|sadly) )*(?P<hit>(?:thats|that is|its|this is|(?:that|this) (?:one|day|shift|time)(?:s| is)) (?:out|a bust|off the table|not happening|no good|a no go)\b|(?:count me out|im out|i have to pass|ill pass)\b|(?:i )?(?:cant|couldnt|wont be able to)(?: (?:do it|make it|come|go|be there))?(?=\W*$)|no (?:puedo|podria|voy a poder|alcanzo)(?=\W*$))|\b(?P<why>(?:thats|that is|which is|this is) (?:exactly |literally )?why (?:im|i am|ive) (?:\w+ )?(?:done|out|through|finished) )"
)
_MISSED: Final = deferred(
    r"\b(?:didnt|did not|havent|never|aint) (?:ever )?(?:leave|left|miss(?:ed)?|skip(?:ped)?) (?:out )?(?:a|one|any|a single|not one) (?:\w+ )?(?:box|thing|days?|question|line|page|shifts?|beat|steps?|blank|part|field|class|payment)\b"
)
_OF_MISSING: Final = deferred(
    r"\b(?:miss\w*|skip\w*|late|absen\w*|attend\w*|forg[eo]t\w*|leave|left|problems?|trouble)\b"
)
_ASKS_LOSS: Final = deferred(
    r"^\W*(?:is|are|has|have) (?:your|the|any of your) [^?]{1,40}\b(?:suspended|revoked|lapsed|expired|inactive|restricted|on hold)\b"
)
_GOOD: Final = deferred(
    r"\b(?:(?:its|it is|still|is|mine is|mines|fully|all|esta|sigue|license is|cert is|good and)\W+(?:\w+ )?(?:active|valid|current|good|clean|fine|vigente|activa|al corriente|up to date|in good standing)|(?:active|valid|current|vigente|good) (?:until|till?|thru|through|hasta)|(?:reinstated|renewed (?:it|in|last)|got it back|clean license|up to date|vigente|good standing|good to go)|(?:was|were)\b[^.]{0,25}\b(?:not (?:now|anymore)|back now))\b"
)
_BAD: Final = deferred(
    r"\b(?:not|isnt|aint|no longer|no esta|ya no esta) (?:\w+ )?(?:active|valid|current|good|vigente|activa)\b(?! (?:suspended|expired))"
)
_DENIED: Final = deferred(r"\b(?:not|isnt|aint|never|no longer|until|till|hasta que|wish|was) (?:\w+ )?$")


def still_good(plain: str, asked: str) -> Polarity | None:
    """A no to "Is it suspended?" where it is told to be active or had again, a yes where that is denied."""
    if not _ASKS_LOSS.search(asked) or re.search(r"\bever\b", asked):
        return None
    if bad := _BAD.search(plain):
        return said("yes", bad, IDIOM)
    good = _GOOD.search(plain)
    if good is None or _DENIED.search(plain[: good.start()]) or _STILL.search(plain.replace("still", ""), good.end()):
        return None
    return said("no", good, IDIOM)


def regained(plain: str, asked: str) -> Polarity | None:
    """A yes where what is asked for was lost and is had again or newly had, a habit that would show was given up long ago, or no record will show."""
    if _EVER.search(asked):
        return None
    if about(asked)[:1] == ("drugs",) and (quit_long := _QUIT.search(plain)):
        return None if _STILL.search(plain, quit_long.end()) else said("yes", quit_long, IDIOM)
    if about(asked)[:1] == ("background",) and (clean := _CLEAN.search(plain) or _SPOTLESS.search(plain)):
        return None if _STILL.search(plain) else said("yes", clean, IDIOM)
    got = _GOT.search(plain) if _HAS.search(asked) else None
    if got and "?" not in plain and not _OPEN.search(plain, got.end()):
        return said("yes", got, IDIOM)
    averted = _AVERTED.search(plain) if _HAS.search(asked) else None
    if averted:
        return said("yes", averted, IDIOM)
    lost = _LOST.search(plain)
    back = _BACK.search(plain, lost.end()) if lost and _HAS.search(asked) else None
    if back is None or _NOT_HAD.search(plain[: back.start()]) or _OPEN.search(plain, back.end()):
        return None
    return said("yes", back, IDIOM)


def so_fine(plain: str) -> "re.Match[str] | None":
    """What a reply concludes in other words than yes ("..., so no issue", "so put me down")."""
    return _SO_FINE.search(plain)


def so_not(plain: str) -> "re.Match[str] | None":
    """What a reply concludes in other words than no ("..., so thats out")."""
    return _SO_NOT.search(plain)


def nothing_missed(plain: str, asked: str) -> Polarity | None:
    """A no that denies a lack ("didnt skip one page"), where lacks are not what is asked about."""
    missed = None if _OF_MISSING.search(asked) else _MISSED.search(plain)
    return said("yes", missed, IDIOM) if missed and not _OPEN.search(plain, missed.end()) else None

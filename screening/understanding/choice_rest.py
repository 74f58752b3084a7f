"""What is chosen by leaving out or taking all: none, all but one, no preference, something else."""

import re

from screening.scripts.script import Question
from screening.understanding.choice_hits import Hit
from screening.understanding.choice_kept import not_yet, refused_of
from screening.understanding.choice_options import Offered
from screening.understanding.deferred import deferred
from screening.understanding.reading import Reading
from screening.understanding.words import Said, flat

NONE = deferred(
    r"\b(?:none(?: of (?:these|those|them|em|yours?|the (?:above|\w+)|it))?|neither|ninguno|ninguna|nothing (?:on|from) (?:the|that) list|not (?:any|one) of (?:those|these|them)|something else|other than those|dont (?:like|want) any)\b"
)


_LACKS = deferred(
    r"\b(?:none|never|nunca|nope|nah|(?<!but )(?<!not )no|nothing(?! (?:after|since|else|more|against|wrong|but))|nothin|nuthin\w*|let (?:it|mine) (?:expire|lapse|go)|nada|neither|not (?:yet|any|one|really|currently)|dont (?:have|own|hold|got|know)|do not have|havent|have not|without|aint got|no tengo|todavia no|aun no|n/?a|zero|zip|expired|lapsed|only (?:a |an |the )?(?:permit|learners?))\b|^\W*(?:only|solo|im not|not) (?:an? )?(?=\w)"
)


ALL = deferred(
    r"\b(?:any(?: of (?:them|those|these|the above|em))?|(?<!at )(?<!they )(?<!we )all(?! (?:day|the(?! (?:above|same|shifts|options))|night|year|week|my|summer|winter|spring|fall|season|weekend|kinds?|sorts?|types?|of it|i|48|50|over|in|around|about|about)\b)(?: of (?:them|those|these|the above|em))?|all (?:three|four|five|3|4|5|2|shifts|options)|both(?: of (?:them|those))?|either(?: one| of (?:them|those)| works| is fine)?|whichever|every(?:thing)\b|every ?day|cualquiera|todos|todas|ambos|ambas|whatever|(?:doesnt|dont|do not|does not|dosent|doesn) (?:really )?(?:matter|care|mind)|no preference|open to (?:all|any|anything)|no me importa|me da igual|(?:lo|el|la|los|las) que (?:sean?|haya|caiga|gusten|quieran|digan)|como sea|cualkier\w*|any ?shift|anything(?! (?:that|with|in|on|under|over|above|below|less|more|to do))|any ?time|flexible|not picky|im open|up to you|you (?:pick|choose|decide)|surprise me|you name it|what ?evers?|ive done (?:it|them) all|every (?:last )?(?:single )?one|the whole (?:lot|list|bunch)|(?:the )?(?:whole|entire|full) (?:ms |microsoft )?(?:office )?suite|wherever|any ?where|whenever|when ?ever|(?:6|six) (?:of|in) one(?: and| y|,)? (?:a )?half (?:a )?dozen|(?:its )?all the same(?: to me)?|same (?:thing|diff\w*) to me|dealers? choice|ladies choice|(?:put|stick|throw|use) me (?:any ?where|where ?ever)|what have you got|no (?:real )?preferenc\w*|toss up|flip a coin|igual|da lo mismo|me da lo mismo)\b"
)


_ALL_REFUSED = deferred(
    r"\b(?:all|any|both|either|every\w*)\b(?: (?:one|single|last|of|them|em|those|these|the|three|3|two|2|four|4|five|5|options|ones|places|sites|locations|shifts|are|is|r|s|just|way|were|a bit|kinda|really|little|pretty))* (?:too (?!bad)|out of (?:my|the|reach)|no good|a no\b|impossible|far\b|wont|dont|doesnt|cant|conflict|clash|overlap|not (?:good|possible|doable|work\w*|for me|close)|a stretch|a hike|unreachable)"
    r"|\b(?:no|nope|nah|pass|cant|not|nothing|nowhere)\b(?: (?:do|make|reach|get|work))?(?: (?:to|on|for|with|from|at|of))? (?:all|any|both|either)\b(?! (?:but|except|problem|preference))"
    r"|\bno way (?:to|of|for me to) (?:get|getting|go|make)\b|\b(?:ningun[oa] (?:me|de)|todos? (?:me )?quedan? (?:muy )?lejos|todas (?:me )?quedan (?:muy )?lejos)\b"
)


_REASONED = deferred(
    r"\bwhatever (?:shift |job |one )?(?:my|his|her|he|she|their) |\b(?:which ?ever|whatever|any ?(?:thing|one)?|the one) (?:one |shift |job |that )?(?:pays?|the \w+ (?:says?|wants?)|makes|has|gets?|starts?|opens?|(?:is )?(?:closest|nearest)|earns)\b|\bwhatever(?:s| is|s the)? (?:the )?(?:fast|quick|clos|near|cheap|soon|high|long)(?:est|er)\b|\bdepends\b|\bdepende\b|\blo que pague\b"
)


BUT = deferred(
    r"\b(?:(?:any|anything|any ?(?:shift|day|time|one|where)|all|every ?(?:day|thing)|both|either|everything|every|whatever|cualquiera|todos?|todas) (?:\w+ ){0,3}(?:but|except|besides|other than|minus|menos|excepto|salvo)|except|but not|(?:all |everything |anything |any of )?(?:the )?(?:rest|others|else|other (?:two|three|2|3|ones|days|shifts|options))\b(?! of)|menos|excepto|salvo|apart from|aside from|besides|other than)\b"
)


_NOT = deferred(
    r"\b(?:away from|out of|outta|lose|losing|done|over it|tired|free|keep|still have|no|not|cant|cannot|dont|wont|hate|never|nunca|sin|avoid|out|isnt|arent|doesnt|ni|nor|neither|tampoco|too (?:far|early|late|long|hard|hot|cold|heavy|much)|lejos)\b"
)


_VAGUE = deferred(
    r"\b(?:wrong|yes|yeah|no|nope|idk|dont know|not sure|dunno|maybe|unsure|no idea|remember|forget|forgot|recall|lol|ok|okay|sure|what|why|who|none)\b"
)


_OPEN = deferred(r"^(?:no preference|any(?: .*)?|either(?: .*)?|flexible(?: .*)?|all(?: .*)?|both(?: .*)?|open(?: .*)?|doesnt matter|cualquiera)$")  # fmt: skip


_KIND = deferred(r"\b(?:not|no) (?:the |a |an )?(?:\w+ ){1,2}(?:kind|ones?|type|brand|sort)\b")


_ELECTRONIC = deferred(r"\b(?:electronic\w*|digital|paperless|electronica?)\b")
_WITHOUT_PAPER = deferred(
    r"\b(?:direct deposit|deposit|pay ?cards?|(?:debit|prepaid) cards?|zelle|venmo|cash ?app|paypal|ach|e-?mail|text|app|online|electronic|digital|portal|deposito|tarjeta)\b"
)


def nothing_of(said: Said, options: tuple[Offered, ...], hits: list[Hit], wanted: list[Hit]) -> Hit | None:
    """The option that says none, where the text denies all or has nothing yet."""
    option = next((o for o in options if o.nothing), None)
    plain = said.plain
    if option is None or "?" in plain:
        return None
    if (
        not BUT.search(plain)
        and any(h.index == option.index for h in wanted)
        and all(h.index == option.index or not_yet(plain, h) for h in wanted)
    ):
        return next(h for h in wanted if h.index == option.index)
    others = [h for h in wanted if h.index != option.index]
    if BUT.search(plain) or (others and not all(not_yet(plain, h) for h in others)):
        return None
    lacks = _LACKS.search(plain)
    if hits and not others and _KIND.search(plain) and refused_of(plain, hits):
        return None
    if not lacks and not others:
        return None
    start, end = lacks.span() if lacks else (others[0].start, others[0].end)
    return Hit(option.index, start, end, 0.78, "choice.nothing")


def all_but(
    said: Said, hits: list[Hit], wanted: list[Hit], options: tuple[Offered, ...], question: Question
) -> Reading | None:
    """`anything but nights`, `no nights`: the others."""
    plain = said.plain
    out = refused_of(plain, hits)
    if not out or NONE.search(plain):
        return None
    but = BUT.search(plain)
    if wanted and not (but and but.group() != "except" and all(h.start < but.start() for h in wanted)):
        return None
    if not but and (not _NOT.search(plain) or (any(o.nothing for o in options) and not _KIND.search(plain))):
        return None
    names = [question.options[o.index].value for o in options if o.index not in out and not o.nothing]
    if not names or (wanted and len(wanted) < len(names)):
        return None
    value = names[0] if len(names) == 1 else names
    return Reading(value=value, quote=said.all(), confidence=0.7, rule="choice.all_but")


def other_of(said: Said, question: Question) -> Reading | None:
    """Something not on a list that ends with Other."""
    last = question.options[-1].value
    plain = said.plain
    if not re.fullmatch(r"other|otro|something else|otra", flat(last)) or _VAGUE.search(plain) or "?" in plain:
        return None
    if not 1 <= len(re.findall(r"[a-z]{3,}", plain)) <= 7:
        return None
    sure = 0.8 if len(plain.split()) <= 3 else 0.6
    return Reading(value=last, quote=said.all(), confidence=sure, rule="choice.other")


def every_of(said: Said, options: tuple[Offered, ...], question: Question) -> Reading | None:
    """No preference: the option that says so, or every option."""
    match = ALL.search(said.plain)
    if match and re.search(
        r"\b(?:cant|wont|wouldnt|couldnt|havent|never|dont)\b(?! (?:care|mind|matter))[^,.;]*$",
        said.plain[: match.start()],
    ):
        return None
    if not match or "?" in said.plain or re.search(r"\bnot\b|\bdont (?:want|like)\b", said.plain[: match.start()]):
        return None
    if _REASONED.search(said.plain) or _ALL_REFUSED.search(said.plain):
        return None
    if re.match(r"every ?day", match.group()) and not any(re.search(r"day\b", o.name) for o in options):
        return None
    free = [o for o in options if _OPEN.match(o.name)]
    if _ELECTRONIC.search(said.plain, match.start()):
        options = tuple(o for o in options if _WITHOUT_PAPER.search(o.name)) or options
    everything = free if free and not match.group().startswith(("all", "both")) else options
    names = [
        question.options[o.index].value
        for o in everything
        if not o.nothing and (o not in free or len(everything) == len(free))
    ]
    if match.group().startswith(("both", "ambos", "ambas")) and len(names) > 2:
        return None
    value = names[0] if len(names) == 1 else names
    return Reading(value=value, quote=said.quote(match.start(), match.end()), confidence=0.8, rule="choice.all")

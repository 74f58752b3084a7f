"""What a text wants besides answering: a person, help, later, the wrong number, no job, an accommodation, an answer to its own question."""

import re

from rapidfuzz import fuzz

from screening.understanding.deferred import deferred
from screening.understanding.reading import Context, Intent
from screening.understanding.tables import words, written
from screening.understanding.words import flat

_ASKS = deferred(
    r"\b(?:whats|what is|what are|what do|what does|what would|what kind|what time|what days|what hours|how much|how many|how long|how do|how does|how far|how often|when do|when does|when would|when is|where is|where are|wheres|where do|who do|why do|do you|do i|do they|is it|is there|are there|is this|does it|does the|can i|can you|could you|will i|would i|tell me (?:more )?about|curious (?:about|if|what)|wondering (?:if|what|how|about|when)|want to know|like to know|need to know|id like to know|cuanto pagan|cuanto es|cual es|donde es|donde esta|que horario|hay |tienen)\b"
)


def wrong_number(plain: str) -> bool:
    """Whether it says that this is somebody else."""
    return bool(words("intents", "wrong_number").search(plain)) and not re.search(
        r"\b(?:dont know (?:any|what|who) (?:yet|exactly|spanish|english)|what (?:id|i)|dont know (?:a soul|an? .{1,25} from)|dont know what (?!this|u\b|you|ur\b|yall|company|ya\b|it is\b|its\b)|know a (?:lot|bit))\b",
        plain,
    )


def aside(plain: str) -> Intent | None:
    """What a text wants where it wants something else than to answer: the strong ones."""
    for pattern, intent in (
        (words("intents", "distress"), Intent.HOSTILE),
        (written("intents", "language"), Intent.LANGUAGE),
        (written("intents", "help"), Intent.HELP),
        (words("intents", "who"), Intent.WHO),
    ):
        if pattern.search(plain):
            return intent
    return None


_WITH_PUBLIC = deferred(
    r"\b(?:talk|speak|deal|work)(?:ing)? (?:to|with) (?:people|customers|folks|the public|guests|patients|residents|clients|kids)\b(?! (?:from|at|there|here|in charge|who|about|instead|not)\b)"
)  # as a work


def person(plain: str) -> bool:
    """Whether a person or a call is asked for."""
    match = written("intents", "human").search(plain)
    if match and _WITH_PUBLIC.search(plain):
        return False
    return bool(match) and not re.search(
        r"\b(?:no need to|dont need to|you dont|do not need|no,? dont|experience|worked|used to|(?<!chance )(?<!if )(?<!way )(?<!possible )i (?:can|could|like to|love to|would|always|often|usually|did|then|also|just) (?:talk|speak|deal)|i (?:told|talked|spoke|called|reported|went|asked)|customers|helped|transferred to|(?:they|people|folks|every(?:body|one)|guys|(?:grand)?kids|co-?workers) (?:all |always |used to )?(?:call|called) me)\b",
        plain[: match.end()] if match else plain,
    )


def asks_person(plain: str) -> bool:
    """Whether a person, a voice or the office is asked for in words that are no answer to a question."""
    return bool(words("intents", "asks_person").search(plain))


def trouble(plain: str) -> bool:
    """Whether it tells of a link, a page or a code that does not work."""
    return bool(words("intents", "trouble").search(plain))


def puzzled(plain: str) -> bool:
    """Whether it says that what is asked is not understood, or asks how to reply."""
    return bool(words("intents", "puzzled").search(plain))


_NEEDS = deferred(
    r"\b(?:needs?|could|can (?:i|they|you|u|we|my)|if|allow\w*|please|pls|would|may i|do they|is (?:that|it|there)|without|alternative|ok|por favor|necesito|pueden?)\b"
)


def accommodation(plain: str) -> bool:
    """Whether help for a disability or the like is asked for."""
    named = words("intents", "accommodation").search(plain) or (
        words("intents", "condition").search(plain) and _NEEDS.search(plain)
    )
    return bool(named) and not re.search(
        r"\b(?:worked with|care for|cared for|helped|helping|taught|clients?|patients?|residents?|customer|students|experience with|my (?:\w+ )?(?:son|daughter|mom|mother|mama|dad|father|brother|sister|grandma|grandpa|granny|grandmother|aunt|uncle|wife|husband|kid|child|baby|parent|boy|girl|hijo|hija|mama|papa|esposa|esposo)s?|mi (?:hij[oa]|mama|papa|espos[oa]|abuel[oa]|herman[oa]|mujer|suegr[oa])|(?:wife|girlfriend|gf|esposa|novia|daughter|sister)s? (?:is |the |got )?(?:pregnant|embarazada)|pregnant (?:at|when i was) \d+|(?:deje|sali de) (?:la )?(?:escuela|prepa) embarazada)\b",
        plain,
    )


def needs(plain: str) -> bool:
    """Whether something is asked for, rather than told of ("dialysis on tuesdays")."""
    return bool(_NEEDS.search(plain)) or bool(re.search(r"\b(?:accom+odat\w*|interpret\w*|a d a|ada)\b", plain))


_NOT_LATER = deferred(
    r"\b(?:(?:got|was|were|been|gets?|some(?:body|one)|deer|car|truck|guy|lady|driver|he|she|they|kid|forklift|one) hit\b(?: me)?(?! (?:me |you |u )?up)|(?:a |the |my )?hold on (?:it|my|the|that)\b|(?:and )?(?:no|not|or) later\b|luego luego|cada manana|(?:en|todas|por|de) las? mananas?(?! (?:te|le|les)\b)|(?:gotta|got to|have to|need to|must) (?:run|go|head out|jet|dip|bounce) (?:at|by|before) (?:\d|noon)|(?:give me|gimme) (?:every|all|\w+ (?:days?|weeks?|months?)\b.{0,12}\b(?:then|and|n) (?:yes|yeah|yea|no|sure|ill|im|i)\b))"
)  # words that put off elsewhere, and nothing here


def deferral(plain: str) -> bool:
    """Whether it puts the conversation off."""
    return bool(words("intents", "defer").search(_NOT_LATER.sub(" ~ ", plain)))


_WRITE_ME = deferred(
    r"^\W*(?:(?:please|pls|por favor|porfa|mejor|just|hey|ok|estoy \w+|ando \w+)\W+)*(?:escrib\w*me|ll?[aá]m\w*me|marqu?\w*me|mand\w*me (?:un )?(?:mensaje|texto)|cont[aá]ct\w*me|(?:text|txt|write|call|message|msg|ping) me|hit me up|get back to me)\b"
)


def write_again(plain: str) -> bool:
    """Whether it begins by telling us to write or call ("escribeme el lunes")."""
    return bool(_WRITE_ME.match(plain))


def undecided(plain: str) -> bool:
    """Whether somebody is asked first, or it is slept on: of a yes/no question that is doubt, of any other no answer yet."""
    return bool(words("intents", "undecided").search(plain))


_PUTS_OFF = deferred(
    r"\b(?:text|txt|call|write|message|msg|talk|try|hit|ping|ask|contact|busy|driving|gotta|got to|have to run|cant (?:talk|text)|not now|bad time|later(?! (?:on )?(?:this|next|in the|in) (?:month|week|year|summer|spring|fall|winter|season|[a-z]+(?:ary|ber|ch|il|ay|ne|ly|st)\b))|get back|work rn|at work|in class|meeting|swamped|slammed|hold on|finish this|continue|answer|ocupad\w+|escrib\w+|llam\w+|manejando|luego|ok\?|instead|digo|aviso|contesto|confirmo|marco)\b|\?\s*$"
)


def puts_off(plain: str) -> bool:
    """Whether more than a day is named: something says that the talk waits until then."""
    return bool(_PUTS_OFF.search(plain))


def pause(plain: str) -> bool:
    """`let me think`, `one sec`: nothing to answer yet."""
    return bool(written("intents", "pause").match(plain))


def declined(plain: str) -> bool:
    """Whether it says no to the job."""
    if re.search(
        r"\bchanged my mind\b.*\b(?:interested|want|yes|sign me|still|do it)\b|\b(?:actually|now|still|i am|im) (?:very |still |really )?interested\b",
        plain,
    ) and not re.search(r"\b(?:not|no longer|isnt|never|aint|dont) (?:\w+ )?(?:interested|want)\b", plain):
        return False
    return bool(words("intents", "not_interested").search(plain))


def bows_out(plain: str) -> bool:
    """Whether it takes itself out of the job in words that are no answer to a question."""
    return bool(words("intents", "bows_out").search(plain))


def taken(plain: str) -> bool:
    """Whether it tells of a job found elsewhere in words that are no answer to a question."""
    return bool(words("intents", "taken").search(plain))


def hired(plain: str) -> bool:
    """Whether it says that another job was found."""
    return bool(words("intents", "hired").search(plain))


def thanks(plain: str) -> bool:
    """A greeting, thanks or "ok" and nothing else."""
    return bool(written("intents", "thanks").match(plain))


def insulting(plain: str) -> bool:
    """Whether it insults."""
    return bool(words("intents", "insult").search(plain))


_OTHER_NAME = deferred(
    r"^\W*(?:(?:[Ss]orry\W+)?[Tt]here(?:.?s| is|s) no [A-Z][a-z]+ (?:here|at|living|on|in)\b.*|(?:[Nn]ot|[Nn]o soy|[Tt]his (?:is not|isn.?t|aint)|(?:I.?m|[Ii]m|I am) not|[Tt]hat.?s not) [A-Z][a-z]+|[Nn]o (?!one|problems?|issues?|car|bus|way|kids|jobs?|experience|(?:fear|ego|shame|trouble|record|drama|stress|doubt|license|diploma|degree|pain|sweat|pets?|dogs?|cats?|wifi|internet|smok\w+|shyness|weakness|sickness|complain\w*|objection\w*|worr\w+|tattoo\w*|allerg\w*|squeam\w*|fears|restriction\w*|conflict\w*|ticket\w*|points|accident\w*|felon\w*|charges|limit\w*|qualms|concerns|regrets|secrets|excuses|skills|certs|drugs?|warrants|priors|questions|obligations|quitters?|slackers?|lightweights?|car|vehicle|tools|vaccines?|hesitation|arguments?|judg\w+)\b)\w+ (?:here|at this number|lives here))\W*$"
)


def other_name(raw: str) -> bool:
    """`Not Ann`, `no ann here`: somebody else was meant."""
    return bool(_OTHER_NAME.match(raw[:80]))


_ASKS_BACK = deferred(
    r"^\W*(?:so|and|wait|oh|then|entonces|y)\W+(?:so |then )?(?:i|we|they|it|its|theres|this|that|id|ill|im|puedo|seria|es) (?!(?:guess|said|mean)\b).*\?\W*$"
)  # "so it is from home?"
_NOT_ASKED = deferred(
    r"^\W*(?:que va|que bueno|(?:cuando|como|quien|que|donde)(?: (?:me|nos|yo|le|les|ya|a|uste\w*))? (?!(?:es|son|hay|dias?|horas?|horario|tipo|clase|trabajo|pag\w+|empresa|seria|tengo|necesito|empie\w+|llam\w+|se|hacen|hago|est[ae]\w*|queda|cuesta|trae\w*|tan|lejos|necesit\w*|puedo|debo|va|seria)\b)\w+)"
)
_TOLD = deferred(
    r"^\W*(?:(?:si|yes|yeah|ok|pues|only|just|solo|nomas|maybe)\W+)*(?:puedo (?!(?:preguntar\w*|saber|aplicar|hablar|llevar|traer|usar|mandar\w*|enviar\w*|ir con|pedir|hacer(?:le|les)? un)\b)\w+|(?:when|once) (?:i|im|ive|my|the|its|it|he|she|they|theyre|we|her|his|an?|some(?:one|body)|people|customers?|guests?|patients?|clients?)\b(?! (?:start|begin|get paid|hear|know)\b)|why (?:the (?:heck|hell) )?not\b)"
)  # told, though it begins as a question does: "puedo los sabados", "when my ride gets home", "why not"


def asks(plain: str) -> bool:
    """Whether the text as a whole asks something."""
    first = re.split(r"(?<=[.!?\n])\s+", plain.strip())[0]
    if re.match(
        r"^\W*(?:como|que)\s+(?:\d+|unos|unas|una?|veint\w*|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|quince|once|doce|cien\w*|\w+cient[oa]s|mil|en|a|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|media|medio|mas|menos)\b",
        first,
    ):
        return False
    if "?" not in plain and (_NOT_ASKED.match(plain) or _TOLD.match(plain)):
        return False
    if re.match(
        r"^\W*(?:does|do|would|will|is|are|did)\b.{1,40}\b(?:count|ok(?:ay)?|matter|alright|included?|accept\w*|required|enough)(?: or\b.{1,40})?\W*$",
        first,
    ):
        return True
    if _ASKS_BACK.match(first):
        return True
    if written("intents", "question_start").match(first):
        return "?" in plain or not re.match(r"^\W*(?:what|how|who|that|que|como)\s+(?:a|i|ever|about me)\b", plain)
    return plain.rstrip().endswith("?") and bool(_ASKS.search(plain))


def asks_later(plain: str) -> bool:
    """Whether a later sentence asks something ("thanks! when do i hear back")."""
    later = re.split(r"(?<=[.!?\n])\s+", plain.strip())[1:]
    return any(written("intents", "question_start").match(sentence) for sentence in later)


def asked_beside(plain: str) -> tuple[int, int] | None:
    """Start and end of a question asked beside an answer."""
    for match in re.finditer(r"[^.!?\n]*\?|[^.!?\n,;]+$", plain):
        piece = match.group()
        if (
            piece.endswith("?")
            and (written("intents", "question_start").match(piece) or _ASKS.search(piece))
            and len(piece.split()) >= 2
        ):
            inner = re.search(
                r"(?:^|,|;|\bbut\b|\band\b|\bpero\b|\balso\b)\s*(?=(?:what|when|where|who|why|how|which|is|are|do|does|can|could|will|would|cuanto|cual|que|donde|cuando|hay|tienen)\b)",
                piece,
            )
            start = match.start() + (inner.end() if inner and inner.end() < len(piece) - 4 else 0)
            return start, match.end()
    return None


def faq_index(plain: str, context: Context) -> int | None:
    """The script's prepared question that this one is, if any."""
    best, which = 0.0, None
    for index, entry in enumerate(context.faq):
        for ask in entry.ask:
            score = _alike(flat(ask), plain)
            if score > best:
                best, which = score, index
    return which if best >= 0.68 else None


_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "is",
        "it",
        "to",
        "of",
        "for",
        "do",
        "does",
        "how",
        "what",
        "whats",
        "much",
        "many",
        "i",
        "you",
        "u",
        "we",
        "be",
        "in",
        "on",
        "at",
        "this",
        "that",
        "there",
        "would",
        "will",
        "can",
        "my",
        "me",
        "so",
        "el",
        "la",
        "los",
        "las",
        "de",
        "es",
        "que",
        "un",
        "una",
        "se",
        "y",
        "en",
        "wait",
        "ok",
        "please",
        "by",
        "way",
        "also",
        "about",
        "if",
        "and",
        "or",
    ]
)
_SAME = (
    (r"pay|pays|paid|rate|salary|wage|wages|compensation|money|hourly|hr|pagan|pago|sueldo|salario|paga|pagas|paying|earn", "pay"),
    (r"where|address|location|located|place|site|donde|direccion|ubicacion|queda", "where"),
    (r"temp|temporary|permanent|perm|contract|hire|temporal|fijo", "temp"),
    (r"hours|schedule|shift|shifts|horario|horas", "hours"),
    (r"benefits|insurance|health|medical|dental|401k|pto|beneficios|seguro|vacation", "benefits"),
    (r"laptop|computer|equipment|computadora|equipo", "equipment"),
    (r"start|begin|empezar|inicio", "start"),
    (r"remote|home|remoto", "remote"),
)  # fmt: skip


def _alike(ask: str, plain: str) -> float:
    wanted, given = _content(ask), _content(plain)
    if not wanted or not given:
        return fuzz.partial_ratio(ask, plain) / 100 * 0.8
    shared = wanted & given
    return max(len(shared) / len(wanted), fuzz.token_set_ratio(ask, plain) / 100 * (0.95 if shared else 0.6))


def _content(text: str) -> frozenset[str]:
    return frozenset(_meaning(word) for word in re.findall(r"[a-z0-9]+", text) if word not in _SMALL)


def _meaning(word: str) -> str:
    return next((name for pattern, name in _SAME if re.fullmatch(pattern, word)), word)

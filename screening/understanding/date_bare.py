"""A start without a day named: at once, no notice, a number alone."""

import re
from datetime import date

from screening.scripts.script import Question
from screening.understanding.calendar import add_days
from screening.understanding.date_reading import dated, near_quote
from screening.understanding.deferred import deferred
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment, moments
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_NOW = deferred(
    r"\b(?:asap|a\.s\.a\.p|immediate(?:ly)?|imediate?ly|immediatly|right (?:away|now)|straight ?away|today|tonight|now|rn|any ?time|anyday|any day(?! of)|whenever(?! (?:my|god|dios|mi|hell|he|she|i (?:get|find|finish|feel|hear)|the (?!job|position|company|client|manager|boss|start|opening|need|team|spot))\b)|as soon as (?:possible|you|u|i can|they|needed)|soon as (?:possible|you|u|can)|"
    r"ready (?:to (?:start|go|work|begin)|now|when)|immediate start|(?:as )?soon as (?:yall|you guys|they|ustedes) (?:need|want|can|say)\w*|no notice|^\W*(?:the |that )?same day\W*$|(?:walk\w*|leave|gone|out|let|quit)(?: \w+){0,3} (?:the |that )?(?:very )?same day(?! (?:next|as|of|pay))|none needed|dont need (?:any |to give )?(?:any )?notice|do not need (?:to give )?(?:any )?notice|without notice|no need (?:for|to give) notice|"
    r"lo mas pronto(?: posible)?|de una vez|the sooner the better|sooner the better|yesterday lol|as early as|available (?:now|immediately|whenever|anytime|asap)|(?:im |i am )?(?:free|open|available)(?: now)?|at once|instantly|on the spot|(?:this|the) (?:very |exact |same )(?:minute|second|moment|instant)(?! (?:i|my|they|we|he|she|it|the)\b)|this (?:minute|second|instant)|"
    r"hoy(?: mismo)?|ahor(?:a|ita|itita)(?: mismo)?|orita|ya(?: mismo|(?! (?:mero|merito|casi|no|veremos|vere|sabre|se|luego|despues|te|les?|me|nos|que|verdad|ni modo|vez|ves)\b))|de inmediato|inmediat\w*|cuanto antes|lo antes posible|cuando (?:quieran|quiera|sea|gusten|ustedes|me digan)|en cualquier momento|cualquier dia|a la brevedad|cuando me necesiten|"
    r"not working (?:now|right now|at the moment|currently)|unemployed|between jobs|all yours|nothing holding me|just say when|say the word|name the day|you tell me|when do you (?:need|want) me)\b"
)
_NO_DAY = deferred(
    r"\W*(?:(?:ok|yes|yeah|sure|um|well|lol|just|honestly)\W+)*(?:whenever|when ?ever)(?: (?:works|is (?:fine|good|ok)|really|lol|tbh|idc|i guess))*\W*"
)  # no day at all
_UNKNOWN_WHEN = deferred(
    r"\b(?:idk|i dont know|dont know|dunno|not sure|no idea|unsure|no se|cant say|hard to say) (?:bout |about )?(?:exactly |yet )?(?:when|what day|the day|cuando)\b"
)
_NONE_OWED = deferred(
    r"\b(?:they|it|this place|the boss|this job|he|she) (?:dont|doesnt|do not|does not|wont|never|didnt|aint) (?:even )?(?:deserve|get|gettin|getting|need|require|want|expect|ask for|care about|earn)\w*(?: (?:any|a|no|my|the|two|2|weeks|week|proper|kinda|kind of|us|you|me|to|give)){0,4} notice\b|\bno (?:se )?(?:merecen?|piden?|exigen?|ocupan?|necesitan?) (?:ningun )?(?:pre)?aviso\b|\b(?:id|i would|ill|i will|im) (?:just )?(?:leave|walk out|quit|dip|bounce|go|walk|be gone|be out)(?: that day| the same day| on the spot| right then| right there)?\W*$|\b(?:id|ill) just (?:leave|quit|walk|dip|bounce)\s*,"
)
_NOTICE = deferred(r"\bnotice\b|\baviso\b|\bpreaviso\b|\bhow (?:long|soon|quickly|much time)\b")
_COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "a couple": 2,
    "couple": 2,
    "uno": 1,
    "una": 1,
    "dos": 2,
    "tres": 3,
}
_LONE = deferred(
    rf"^\W*(?:(?:just|about|like|only|at least|maybe|probably|prob|usually|around|solo|como|the standard|standard|(?:i|id|i would|i will|ill|me i|i can|i could)(?: just| only| prob\w*)? (?:do|give|work|need|put in)(?: (?:them|em|him|her|my boss))?)\W+)*(?P<n>\d{{1,2}}|{'|'.join(_COUNTS)})(?:\s*(?:-|or|to|o|a)\s*(?P<n2>\d{{1,2}}|{'|'.join(_COUNTS)}))?\W*$"
)


_THIS_DAY = deferred(
    r"today|tonight|right now|now|hoy(?: mismo)?|ahor\w*|immediately|this (?:minute|second)|(?:in|give me|like|about) .*"
)


_CAN_TALK = deferred(
    r"\b(?:can|free to|able to|ready to|puedo) (?:talk|speak|chat|hablar)\b|\bnow (?:works|is (?:good|fine))\b"
)


def at_once(said: Said, plain: str, clock: Clock, *, talk: bool = False) -> Reading | None:
    """Today, where a text says so in any words; `talk`: a talk is asked about."""
    match = _NOW.search(plain) or _WITHIN_HOURS.search(plain)
    if not match or (
        re.search(r"\b(?:not|nothing|cant|cannot|dont|no puedo|isnt)\s+(?:\w+\s+){0,2}$", plain[: match.start()])
        and "no notice" not in match.group()
    ):
        return None
    if _NO_DAY.fullmatch(said.plain) or _UNKNOWN_WHEN.search(plain, match.end()):
        return None
    if (clock.past or clock.ends) and not _THIS_DAY.fullmatch(match.group()):
        return None
    if match.group() in ("now", "rn", "free", "open", "ya", "available") and re.search(
        r"\b(?:busy|cant|not|driving|work(?:ing)?|class|school|talk)\b",
        _CAN_TALK.sub(" ", plain) if talk else plain,
    ):
        return None
    if "?" in plain and re.search(r"\bwhen\b|\bwhat\b", plain):
        return None
    return Reading(
        value={"date": clock.today.isoformat()},
        quote=_by_words(said, plain, match),
        confidence=0.85,
        rule="date.at_once",
    )


def _by_words(said: Said, plain: str, match: "re.Match[str]") -> str:
    if len(plain) == len(said.plain):
        return said.quote(match.start(), match.end())
    return near_quote(said, plain, Moment(date.min, date.min, match.start(), match.end(), ""))


_SO_NOW = deferred(
    r"\b(?:so|then|entonces|asi que|por eso|otherwise|(?:other than|besides|aside from|apart from) that)\W+(?:i can (?:start|come)\W+|im (?:free|ready|open)\W+|puedo\W+)?(?P<now>(?:right (?:away|now)|asap|now|whenever|immediately|any ?time|today|(?:im )?ready|hoy|ya|ahora|de inmediato|cuando quieran)(?: (?:works|is (?:fine|good)|lol|really|for me))?)(?:[\s,.]*(?:even )?(?:today|hoy|say when|just say when|you tell me|name (?:it|the day))(?: even| if \w+ (?:want|need|like)\w*)?)?\W*$"
)
_WITHIN_HOURS = deferred(r"\b(?:in|give me|like|about) (?:an?|one|two|three|four|five|\d{1,2}|half an?|a couple(?: of)?|a few) (?:hrs?|hours?|minutes?|mins?)\b(?! (?:a|per|shift|away))")  # fmt: skip


def at_last(said: Said, plain: str, clock: Clock) -> Reading | None:
    """`let go in may so right away`: today, though a day gone by is named."""
    match = _SO_NOW.search(plain)
    return (
        at_once(said, (" " * match.start("now") + match["now"]).ljust(len(plain)), clock)
        if match and not re.search(r"\d", match["now"])
        else None
    )


_IN_THE_MORNING = deferred(
    r"^\W*(?:(?:prob|probably|maybe|like|early|first thing|bright and early)\W+)*in the (?:morning|am)\b"
)
_IN_MINUTES = deferred(
    r"\b(?:be there|be over|come|over|by|pull up|head over|ready|available)\b[^.,]{0,12}\bin (?:like |about )?\d{1,2}\b(?! ?(?:d|days?|w|wks?|weeks?|mo|mos|months?|yrs?|years?)\b|[/-])"
)
_ALREADY = deferred(
    r"^\W*(?:yes\W+|yeah\W+|oh\W+)?(?:i |ive |she |he |they )?(?:already (?:did|done|got|have|has|had|am|do|cleared)|(?:got|have|has) (?:it|one|mine|that) (?:already|now)|ya (?:(?:lo|la) )?(?:tengo|hizo|dio|estoy))\b(?! (?:a |another )?(?:job|hired|work|position))"
)
_STATE = deferred(r"\bwhen (?:will|do|does) (?:you|your|the|u)\b.*\b(?:have|clear\w*|get|be able|receive)\b")


def soon(said: Said, plain: str, question: Question, context: Context) -> Reading | None:
    """`in the morning`, `there in 20`, and what is so already where it is asked when it will be."""
    today = context.now.date()
    if _IN_THE_MORNING.search(plain):
        day = today if context.now.hour < 9 else add_days(today, 1)
    elif _IN_MINUTES.search(plain) or (
        _ALREADY.search(plain) and _STATE.search(flat(question.words(context.language)))
    ):
        day = today
    else:
        return None
    return Reading(value={"date": day.isoformat()}, quote=said.all(), confidence=0.75, rule="date.soon")


def _weeks(said: Said) -> str:
    """The words as sent, somebody else's too: what is counted is told once (`she gave 3 weeks, id do 2`)."""
    return re.sub(r"\bwks?\b", "week", said.raw.casefold())


def bare(said: Said, plain: str, question: Question, clock: Clock, context: Context) -> Reading | None:
    """A number alone: days or weeks of notice as the question says, else a day of the month."""
    asked = flat(question.words(context.language))
    match = _LONE.match(plain)
    if _NOTICE.search(asked) and _NONE_OWED.search(plain):
        return Reading(value={"date": clock.today.isoformat()}, quote=said.all(), confidence=0.8, rule="date.no_notice")
    if re.match(
        r"^\W*(?:none|zero|0|no|nope|ninguno|nada|nothing|not needed|dont need (?:one|any|to)|i dont(?! know| remember| have it)|no need|n/a)\b",
        plain,
    ) and _NOTICE.search(asked):
        return Reading(
            value={"date": clock.today.isoformat()}, quote=said.all(), confidence=0.85, rule="date.no_notice"
        )
    if not match:
        return None
    counts = [_COUNTS.get(match[name]) or int(match[name]) for name in ("n", "n2") if match[name]]
    unit = re.search(r"\b(week|day|month)s?\b", asked) or re.search(r"\b(week|day|month)s?\b", _weeks(said))
    if unit and _NOTICE.search(asked):
        per = {"week": 7, "day": 1, "month": 30}[unit.group(1)]
        days = [add_days(clock.today, count * per) for count in counts]
        return dated(said, plain, Moment(min(days), max(days), 0, len(plain), "date.count", 0.8))
    count = counts[0]
    if len(counts) > 1 or not match["n"].isdigit():
        return None
    if _NOTICE.search(asked) or not 1 <= count <= 31 or count <= 5:
        return None
    found = moments(f"the {count}", clock)
    return dated(said, plain, Moment(found[0].first, found[0].last, 0, len(plain), "date.bare", 0.6)) if found else None

"""Reads a date or a notice: from the mentions of days in a text, the one it answers with."""

import itertools
import re
from datetime import date, timedelta

from screening.scripts.script import Question
from screening.understanding.calendar import add_days, add_months, make, mended
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment, moments, moved
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_DAY_FIRST = frozenset({"GB", "IN", "IE", "AU", "NZ", "ES", "MX", "FR", "DE", "ZA"})
_NOW = re.compile(
    r"\b(?:asap|a\.s\.a\.p|immediate(?:ly)?|imediate?ly|immediatly|right (?:away|now)|straight ?away|today|tonight|now|rn|any ?time|anyday|any day|whenever|as soon as (?:possible|you|u|i can|they|needed)|soon as (?:possible|you|u|can)|"
    r"ready (?:to (?:start|go|work|begin)|now|when)|immediate start|(?:as )?soon as (?:yall|you guys|they|ustedes) (?:need|want|can|say)\w*|no notice|none needed|dont need (?:any |to give )?(?:any )?notice|do not need (?:to give )?(?:any )?notice|without notice|no need (?:for|to give) notice|"
    r"the sooner the better|sooner the better|yesterday lol|as early as|available (?:now|immediately|whenever|anytime|asap)|(?:im |i am )?(?:free|open|available)(?: now)?|at once|instantly|on the spot|this minute|this second|"
    r"hoy(?: mismo)?|ahor(?:a|ita|itita)(?: mismo)?|orita|ya(?: mismo)?|de inmediato|inmediat\w*|cuanto antes|lo antes posible|cuando (?:quieran|quiera|sea|gusten|ustedes|me digan)|en cualquier momento|cualquier dia|a la brevedad|cuando me necesiten|"
    r"not working (?:now|right now|at the moment|currently)|unemployed|between jobs|nothing holding me|just say when|say the word|name the day|you tell me|when do you (?:need|want) me)\b"
)
_VAGUE = re.compile(
    r"\b(?:not sure|unsure|dunno|no idea|no clue|idk|depends|dont know|havent decided|cant say|who knows|no se|depende|tbd|unknown|eventually|someday|one day|soon ?ish|soon)\b"
)
_UNTIL = re.compile(
    r"\b(?:not|cant|cannot|unable|wont be|unavailable|busy|no|gone|away|out|booked|tied up|hasta|until|till|til|before|in school|contract runs)\b[^.]{0,40}\b(?:until|till|til|before|hasta|antes del?)\s+(?:about |around |after |the |at least |like |maybe |el )*$"
)
_AFTER = re.compile(
    r"\b(?:after|post|once|past|following|despues del?|pasado el|a partir del?|sometime after|any ?time after|later than|upwards of|luego del?)\s+(?:about |around |the |el )*$"
)
_FROM_ON = re.compile(
    r"\b(?:from|starting|as of|beginning|desde|a partir del?|on or after|any ?time (?:from|after|past))\s+(?:about |around |the |el )*$"
)
_BEFORE = re.compile(
    r"\b(?:by|before|no later than|at the latest|prior to|antes del?|para el|within|under|inside of|less than|dentro de|in less than|en menos de|sometime in the)\s+(?:about |around |the |el |next )*$"
)
_START = re.compile(
    r"\b(?:start|starting|begin|available|availability|free|ready|can (?:do|start|begin|come)|come in|join|could|good|works?|empez\w*|comenz\w*|disponible|puedo|so|then|onboard|able|earliest|from|after|on board|open)\b"
)
_NOT_START = re.compile(
    r"\b(?:last day|finish\w*|ends?|ending|done|graduat\w*|back|return\w*|vacation|trip|away|wedding|surgery|appointment|interview\w*|moving|born|birthday|laid off|quit|left|hired|applied|expires?|expired|contract|lease|ultimo dia|termino|salgo|off|busy|not|cant|court|finals|exam|move|leave|leaving|out of town)\b"
)
_FIX = re.compile(
    r"\b(?:actually|i mean[t]?|no wait|wait|scratch that|sorry|correction|make (?:it|that)|rather|oops|better make|instead|quise decir|perdon|mejor|digo|or better|nvm)\b|\*"
)
_LINK = re.compile(
    r"^\s*(?:to|-|or|and|through|thru|until|till|a|al|o|y|hasta|or maybe|/|maybe|,)\s*(?:the |maybe |on |el )*$"
)
_NOTICE = re.compile(r"\bnotice\b|\baviso\b|\bpreaviso\b|\bhow (?:long|soon|quickly|much time)\b")
_WORKING = re.compile(r"\b(?:notice|aviso|give (?:my|them|a)|preaviso)\b")
_LONE = re.compile(r"^\W*(?:just |about |like |only )?(?P<n>\d{1,2})\W*$")
_REFUSED = re.compile(r"\b(?:not|cant|cannot|no|except|besides|never|excepto|anything but|dont)\s+(?:\w+\s+){0,2}$")


def read_date(said: Said, question: Question, context: Context) -> Reading | None:
    """The day (or span of days) a text answers with."""
    plain = mended(said.plain)
    clock = Clock(context.now.date(), context.country in _DAY_FIRST)
    found = [m for m in moments(plain, clock) if not _denied(plain, m)]
    found = _after_that(plain, _in_month_named(_dated(plain, _corrected(plain, found))))
    if one_after := _one_after(said, plain, clock):
        return one_after
    if re.search(
        r"\bill (?:text|call|tell|let|hit|msg|message) (?:u|you|ya|yall)\b.*\b(?:then|know)\b|\bill (?:know|find out|hear)\b",
        plain,
    ):
        return None
    if not found:
        return _at_once(said, plain, clock) or _bare(said, plain, question, clock, context)
    moment = _choose(plain, found, question, context)
    if moment is None:
        return None
    if moment.last < clock.today and (now := _at_once(said, plain[moment.end :].rjust(len(plain)), clock)):
        return now
    moment = _in_week_asked(_bounded(plain, moment, clock), plain, question, context)
    moment = _looking_back(moment, plain, question, context)
    if (
        moment.last < clock.today
        and not _ASKS_BACK.search(flat(question.words(context.language)))
        and (
            _TAKEN_JOB.search(plain)
            or not re.search(r"\bago\b|last|yesterday|past|back|\bayer\b|\bhace\b|pasad", plain)
        )
        and context.now.date() - moment.last < timedelta(days=400)
    ):
        return None
    return _reading(said, plain, moment)


def _reading(said: Said, plain: str, moment: Moment) -> Reading:
    value = (
        {"date": moment.first.isoformat()}
        if moment.single
        else {"from": moment.first.isoformat(), "to": moment.last.isoformat()}
    )
    sure = (
        0.7
        if _VAGUE.search(plain)
        or re.search(r"\b(?:maybe|might|probably|hopefully|possibly|guess|quizas|tal vez)\b", plain)
        else moment.sure
    )
    shift = len(plain) == len(said.plain)
    quote = said.quote(moment.start, moment.end) if shift else _near_quote(said, plain, moment)
    return Reading(value=value, quote=quote, confidence=sure, rule=moment.rule)


def _near_quote(said: Said, plain: str, moment: Moment) -> str:
    """The quote where mending moved letters: the same words by count."""
    before = len(plain[: moment.start].split())
    length = len(plain[moment.start : moment.end].split())
    pieces = list(re.finditer(r"\S+", said.plain))
    if before + length > len(pieces) or not length:
        return said.all()
    return said.quote(pieces[before].start(), pieces[before + length - 1].end())


def _denied(plain: str, moment: Moment) -> bool:
    before = plain[max(0, moment.start - 30) : moment.start]
    if (
        _UNTIL.search(plain[: moment.start])
        or re.search(r"\bno (?:antes|later|sooner|earlier)", before)
        or re.search(r"notice", plain[moment.end : moment.end + 12])
    ):
        return False
    if re.search(r"\b(?:but|pero|sino)\b\s*(?:\w+\s+)?$|\b(?:any ?(?:day|time)) but\s+$", before):
        return "any" in before[-14:]
    return (
        bool(_REFUSED.search(before))
        and not re.search(r"\b(?:no|not)\s*[,.]?\s*$", before.split(",")[0] if "," in before else "")
        and not before.rstrip().endswith(",")
    )


def _corrected(plain: str, found: list[Moment]) -> list[Moment]:
    for index in range(len(found) - 1, 0, -1):
        between = plain[found[index - 1].end : found[index].start]
        if _FIX.search(between) or re.fullmatch(r"\W*no+\W+", between):
            return found[index:]
    return found


def _dated(plain: str, found: list[Moment]) -> list[Moment]:
    """`Monday March 16`, `Friday the 20th`: the date speaks, the weekday goes with it."""
    out: list[Moment] = []
    for moment in found:
        last = out[-1] if out else None
        if (
            last
            and re.fullmatch(r"\W*(?:the|on|el|,|de|\()?\W*", plain[last.end : moment.start])
            and (last.rule == "date.weekday") != (moment.rule == "date.weekday")
        ):
            speaks = moment if last.rule == "date.weekday" else last
            if speaks.rule in (
                "date.month_day",
                "date.day_month",
                "date.day_of",
                "date.day_th",
                "date.numeric",
                "date.tomorrow",
                "date.iso",
            ):
                out[-1] = Moment(speaks.first, speaks.last, last.start, moment.end, speaks.rule, speaks.sure)
                continue
        out.append(moment)
    return out


_TAKEN_JOB = re.compile(r"\b(?:started|began|empece)\b")
_AFTER_THAT = re.compile(
    r"\b(?:the )?(?:day|morning|one) after(?: that)?\W*$|\b(?:the )?(?:day|morning) after that\b|\b(?:al|el) (?:otro dia|dia siguiente)\b|\b(?:the )?(?:very )?(?:next|following) (?:day|morning)\b"
)


def _after_that(plain: str, found: list[Moment]) -> list[Moment]:
    """`it ends the 22nd so the day after that`."""
    match = _AFTER_THAT.search(plain)
    before = [m for m in found if match and m.end <= match.start()]
    if match is None or not before or re.search(r"\b(?:one) after", match.group()):
        return found
    day = add_days(before[-1].last, 1)
    return [Moment(day, day, match.start(), match.end(), "date.after_that", 0.85)]


def _one_after(said: Said, plain: str, clock: Clock) -> Reading | None:
    """`not this monday, the one after`."""
    match = re.search(
        r"\bnot (?:this |the |next )?(?P<day>[a-z]+day)\b.{0,30}?\b(?:the one after|the next one|the following(?: one)?|one after)\b",
        plain,
    )
    named = moments(f"this {match['day']}", clock) if match else []
    if match is None or not named:
        return None
    day = add_days(named[0].first, 7)
    return _reading(said, plain, Moment(day, day, match.start(), match.end(), "date.one_after", 0.85))


def _in_week_asked(moment: Moment, plain: str, question: Question, context: Context) -> Moment:
    """A weekday alone lies in the week the question asks about ("Which day next week?")."""
    if moment.rule != "date.weekday" or not re.search(
        r"\bnext week\b|\bproxima semana\b|\bsemana que viene\b", flat(question.words(context.language))
    ):
        return moment
    today = context.now.date()
    if moment.first >= add_days(today, 7 - today.weekday()) or re.search(r"\bthis\b", plain[moment.start : moment.end]):
        return moment
    return moved(moment, first=add_days(moment.first, 7), last=add_days(moment.last, 7))


_ASKS_BACK = re.compile(
    r"\bwhen (?:did|was|were|have)\b|\blast (?:time|worked|day you worked)\b|\bcuando (?:fue|trabajo|termino|dejo|salio)\b|\bhow long ago\b"
)


def _looking_back(moment: Moment, plain: str, question: Question, context: Context) -> Moment:
    """Where a day gone by is asked for, a day without a year is the last one, not the next."""
    today = context.now.date()
    past = _ASKS_BACK.search(flat(question.words(context.language))) or re.search(
        r"\b(?:expired|ended|vencio)\b[^.]*$", plain[: moment.start]
    )
    if (
        moment.first <= today
        or not past
        or re.search(r"\b20\d\d\b|\bnext\b|\bwill\b", plain[moment.start : moment.end])
    ):
        return moment
    if moment.rule == "date.weekday":
        return moved(moment, first=add_days(moment.first, -7), last=add_days(moment.last, -7))
    if moment.rule in ("date.day_th", "date.day_of"):
        return moved(moment, first=add_months(moment.first, -1), last=add_months(moment.last, -1))
    if moment.rule in ("date.month", "date.month_day", "date.day_month", "date.numeric", "date.holiday", "date.season"):
        return moved(moment, first=add_months(moment.first, -12), last=add_months(moment.last, -12))
    if moment.rule == "date.length" and re.search(r"\bhace\s+(?:\w+\s+)?$", plain[: moment.start]):
        return moved(
            moment,
            first=add_days(today, -(moment.last - today).days),
            last=add_days(today, -(moment.first - today).days),
        )
    return moment


def _in_month_named(found: list[Moment]) -> list[Moment]:
    """`I graduate may 15, can start the 18th`: the 18th of May."""
    out: list[Moment] = []
    for moment in found:
        named = next(
            (
                m
                for m in reversed(out)
                if m.rule in ("date.month_day", "date.day_month", "date.numeric", "date.holiday")
            ),
            None,
        )
        if named and moment.rule in ("date.day_th", "date.day_of") and moment.first < named.first:
            day = make(named.last.year, named.last.month, moment.first.day)
            if day and day > named.first:
                moment = moved(moment, first=day, last=day)
        out.append(moment)
    return out


def _choose(plain: str, found: list[Moment], question: Question, context: Context) -> Moment | None:
    if len(found) == 1:
        return found[0]
    last = found[-1]
    if len(found) > 2 and re.search(
        r"\b(?:so|then|can start|could start|available|free)\b[^,.]*$", plain[found[-2].end : last.start]
    ):
        return last
    best = re.search(r"\bbut (?:the )?$|\b(?:prefer|rather|preferably|mejor)\b[^,.]{0,10}$", plain[: last.start])
    if best and re.match(
        r"\s*(?:is|would be|works|es)? ?(?:best|better|ideal|perfect|preferred|mejor|\W*$)", plain[last.end :]
    ):
        return last
    for first, second in itertools.pairwise(found):
        linked = (
            _LINK.match(plain[first.end : second.start])
            and second.last > first.first
            and not re.search(r"\band\b|,", plain[first.end : second.start])
        ) or re.search(r"\b(?:between|entre)\s+(?:the |el )?$", plain[: first.start])
        if linked and (first.rule != "date.length" or second.rule == "date.length"):
            return moved(Moment(first.first, second.last, first.start, second.end, "date.range", 0.85))
    lengths = [m for m in found if m.rule == "date.length"]
    if (
        len(lengths) == 1
        and _WORKING.search(plain)
        and len(found) == 2
        and not re.search(r"already|gave|put in|di (?:mi )?aviso", plain)
    ):
        other = next(m for m in found if m is not lengths[0])
        if re.search(r"\b(?:from|after|on|starting)\b", plain[lengths[0].end : other.start]):
            return moved(
                other,
                first=add_days(other.first, (lengths[0].first - context.now.date()).days),
                last=add_days(other.last, (lengths[0].last - context.now.date()).days),
            )
    scored = [(_weight(plain, found, index), -index, moment) for index, moment in enumerate(found)]
    return max(scored, key=lambda item: item[:2])[2]


_SO = re.compile(
    r"(?:\bso\b|\bthen\b|\basi que\b|\bentonces\b|\bmejor\b|\blets (?:say|do)\b|\bid say\b|\bcall it\b|\bbut\b|\bpero\b)\W+(?:\w+\W+){0,3}$"
)


def _weight(plain: str, found: list[Moment], index: int) -> int:
    start = found[index - 1].end if index else 0
    before = plain[start : found[index].start]
    concluded = 3 * bool(index and _SO.search(before))
    end = found[index + 1].start if index + 1 < len(found) else len(plain)
    after = re.split(r"[,.;]|\b(?:but|and|so|then)\b", plain[found[index].end : end])[0]
    return (
        concluded
        + 2 * bool(_START.search(before))
        + bool(_START.search(after))
        - 2 * bool(_NOT_START.search(before))
        - bool(_NOT_START.search(after))
    )


def _bounded(plain: str, moment: Moment, clock: Clock) -> Moment:
    """`after the 25th`, `not until a day in april`, `by friday`, `within two weeks`."""
    before = plain[: moment.start]
    start_words = re.match(r"(?:in|within|after|en|dentro de|less than)?", plain[moment.start :])
    if _UNTIL.search(before):
        return moved(moment, last=moment.first) if not moment.single else moment
    if moment.rule == "date.length":
        word = start_words.group() if start_words else ""
        if word in ("within", "dentro de") or re.search(
            r"\b(?:within|less than|under)\b", plain[moment.start : moment.end]
        ):
            return moved(moment, first=clock.today) if word != "dentro de" else moment
        return moment
    if re.search(r"\bday after\s+$", before) and moment.single:
        return moved(moment, first=add_days(moment.first, 1), last=add_days(moment.first, 1))
    if _AFTER.search(before):
        day = moment.last if not moment.single else moment.first
        return moved(moment, first=day, last=add_days(day, 14))
    if re.match(
        r"^\s*(?:or (?:after|later)|and (?:after|later|on)|onwards?|or thereafter|en adelante|o despues|or so)\b",
        plain[moment.end :],
    ) or _FROM_ON.search(before):
        return moment
    if (
        _BEFORE.search(before)
        and moment.first > clock.today
        and re.search(r"\b(?:within|before|sometime in the)\b", before[-24:])
    ):
        return moved(moment, first=clock.today)
    return moment


def _at_once(said: Said, plain: str, clock: Clock) -> Reading | None:
    match = _NOW.search(plain)
    if not match or (
        re.search(r"\b(?:not|cant|cannot|dont|no puedo|isnt)\s+(?:\w+\s+){0,2}$", plain[: match.start()])
        and "no notice" not in match.group()
    ):
        return None
    if match.group() in ("now", "rn", "free", "open", "ya", "available") and re.search(
        r"\b(?:busy|cant|not|driving|work(?:ing)?|class|school|talk)\b", plain
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
    return _near_quote(said, plain, Moment(date.min, date.min, match.start(), match.end(), ""))


def _bare(said: Said, plain: str, question: Question, clock: Clock, context: Context) -> Reading | None:
    """A number alone: days or weeks of notice as the question says, else a day of the month."""
    asked = flat(question.words(context.language))
    match = _LONE.match(plain)
    if re.match(
        r"^\W*(?:none|zero|0|no|nope|ninguno|nada|nothing|not needed|dont need (?:one|any|to)|i dont|no need|n/a)\b",
        plain,
    ) and _NOTICE.search(asked):
        return Reading(
            value={"date": clock.today.isoformat()}, quote=said.all(), confidence=0.85, rule="date.no_notice"
        )
    if not match:
        return None
    count = int(match["n"])
    unit = re.search(r"\b(week|day|month)s?\b", asked)
    if unit and _NOTICE.search(asked):
        days = {"week": 7, "day": 1, "month": 30}[unit.group(1)]
        return Reading(
            value={"date": add_days(clock.today, count * days).isoformat()},
            quote=said.all(),
            confidence=0.8,
            rule="date.count",
        )
    if _NOTICE.search(asked) or not 1 <= count <= 31 or count <= 5:
        return None
    found = moments(f"the {count}", clock)
    return (
        _reading(said, plain, Moment(found[0].first, found[0].last, 0, len(plain), "date.bare", 0.6)) if found else None
    )

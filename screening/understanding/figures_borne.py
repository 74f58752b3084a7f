"""What a figure bears: an hour of the clock, a day, money, a way, a speed, a street. One of another unit than the question's is blanked."""

import re
from typing import Final

from screening.understanding.blanking import blanked, without
from screening.understanding.calendar import MONTH_NAMES, WEEKDAY_NAMES
from screening.understanding.deferred import deferred
from screening.understanding.durations import UNIT_WORDS, YEARS
from screening.understanding.number_rates import asked_span
from screening.understanding.numerals import numbers
from screening.understanding.tables import any_of

_HOUR = r"(?:1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|noon)"
_CLOCKED = r"(?<![\d.:])(?:(?!1:[0-5]\d\b(?! ?[ap]))(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)(?: ?[ap]\.?m\b\.?)?|(?:[01]?\d|2[0-3]) ?(?:[ap]\.?m\b\.?|o'?clock\b))"
_STOP = r"(?=\s*(?:$|[.,;!?)\n]|(?:ish|and|but|so|if|to (?:talk|text|work|finish|do|answer|get|pick)|or|then|tomorrow|2mrw|today|tonight|on|in the|every|each|most|pls|please|plz|ok|okay|when|its|i|u|you|ya|thanks|thx|lol|works|is (?:fine|good|ok|better)|sharp|exactly|y|pero|o|para|por|manana|hoy|de la|en punto|gracias|puedo|despues|sale)\b))"
_FREE = r"(?:get|gets|got|getting|come|coming|leave|leaving|home|out|off|free|done|up|back|text|call|hit|write|phone|try|talk|answer|reply|respond|meet|lunch|break|class|school|church|appointment|appt|bus|train|wake|asleep|clock (?:in|out)|salgo|llego|regreso|entro|termino)"
_AFTER_PLACE = r"(?:at|after|before|around|by|about|til+|until|past|since|@)"

CLOCK: Final = deferred(
    rf"\b(?:at |from |{_AFTER_PLACE} )?{_CLOCKED}(?:\s*(?:-|to|til+|until|thru|a)\s*(?:{_CLOCKED}|{_HOUR}\b))?"
    rf"|\b{_HOUR}\s*(?:-|to|til+|until|thru|a)\s*{_CLOCKED}"
    rf"|\b(?:como )?(?:a|de|desde|hasta|despues de|antes de|sobre) las? {_HOUR}\b(?: y media| y cuarto)?(?: (?:de|en|por) la (?:manana|tarde|noche))?(?: a las? {_HOUR}\b)?"
    rf"|\b[01]\d[0-5]\d\s*(?:-|to|til+|thru)\s*[0-2]\d[0-5]\d\b"
    rf"|\b{_FREE}\b(?: \w+){{0,2}}? {_AFTER_PLACE} (?:like |about |around )?{_HOUR}\b{_STOP}"
)
_BY_ITSELF: Final = deferred(
    rf"^\W*(?:ok |yes |sure |i )?(?:at|after|before|by|until|til+|@) (?:like |about )?{_HOUR}\W*$"
)
_STRETCH: Final = deferred(
    r"(?<![\d.$/:-])(?P<a>1[0-2]|[1-9])\s*(?:-|to|til+|until|thru)\s*(?P<b>1[0-2]|[1-9])(?![\d.:%/-]|\s*(?:an? (?:hour|hr)|/))"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d.]\d|\d|/|:)"
DAY: Final = deferred(
    rf"\b(?:{MONTH_NAMES})\.? (?:the )?{_DAY}(?:\s*(?:-|to|thru)\s*{_DAY})?(?:,? (?:19|20)\d\d)?(?! ?(?:years?|yrs?|months?|hours?|hrs?|an hour|/hr|k\b|people))"
    rf"|\b{_DAY} (?:of |de )(?:{MONTH_NAMES})\b"
    r"|\b(?:till?|until|by|on|before|after|exp\w*|due|hasta(?: el)?|thru|el|issued|starting|comes?) (?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])(?:/\d{2,4})?(?![/\d])"
    r"|(?<![\d/])(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/(?:20|19)?\d\d(?![/\d])"
)
_ONGOING: Final = deferred(
    r"\b(?:since|from|start\w*|began|begun|hired|been|quit|left|ended|finish\w*|stopped|laid off|til+|until|till|to|thru|through|desde|hasta|entre|empe\w+|got (?:it|mine)|-)\W*(?:\w+ ){0,2}$"
)  # before a day from which a length is counted
_MONEY: Final = deferred(
    r"[$£€]\s?\d[\d,]*(?:\.\d+)?k?(?:\s*(?:-|to)\s*[$£€]?\d[\d,.]*k?)?(?:\s*(?:an?|per|/)\s*\w+)?"
    r"|(?<![\d.])\d[\d,]*(?:\.\d+)?\s*(?:dollars?|bucks?|cents?|cpm|dolares|pesos)\b(?:\s*(?:an?|per|/|la|por)\s*\w+)?"
)
_WAGE: Final = deferred(
    r"\b(?:make|making|makin|paid|pays?|earn|earning|gano|me pagan) \d{1,2}(?:\.\d\d?)?(?= (?:rn|now|right now|here|there|currently|ahora|ahorita)\b)|(?<![\d.])\d{1,3}(?:\.\d+)?\s*(?:an|per|/)\s*(?:hour|hr|h)\b|(?<![\d.])\d{1,2}(?:\.\d\d?)?\s+la hora\b"
)
_THOUSANDS: Final = deferred(r"(?<![\d.])\d{2,3}k\b(?: (?:a|per) (?:year|yr))?")
_PRICE: Final = deferred(
    rf"\b(?:minimum wage|minimum(?= (?:was|were))|(?:last|my|first|next) (?:pay)?(?:check|stub)s?)\b(?: (?:here|is|was|s|are|were|around|about|like|at))* \$?\d[\d,]*(?:\.\d+)?"
    r"|\b(?:owe|spend|send home|paying out)\s+(?:about |like )?\$?\d[\d,]*(?:\s*(?:an?|per|every)\s*(?:day|week|month))?"
    rf"|\b{any_of('figures', 'bought')}\b(?:\s+(?:here|now|just|went|goes|going|is|are|was|s|at|runs?|costs?|around|about|like|me|up|to|over|from|esta|es|son|sale|a|ta|cuesta))*\s+\$?\d[\d,]*(?:\.\d+)?(?: (?:to|a) \$?\d[\d,]*(?:\.\d+)?)?(?![\d.]*\s*(?:mi?ns?|minutes?|minutos?|hours?|hrs?|miles?|blocks?|years?|yrs?|months?|weeks?|days?|people)\b)"
    r"|\$?\d+(?:\.\d+)?\s*(?:an?|per|/)\s*(?:gallon|gal|galon|tank|pack|carton|case|plate|head|load|trip|ticket)\b"
)
_SPEED: Final = deferred(
    r"\b\d{2,3} (?:in|on) an? \d{2,3}\b|\b\d{1,3} ?(?:mph|mpg|kph|over the (?:speed )?limit|in a school zone)\b|\b(?:going|doing|clocked at) \d{2,3}\b(?= (?:in|on|over|when|down))"
)
_ROAD_NAMED: Final = r"\b(?:exits?|route|rte?|hwy|highway|interstate|us hwy|mile marker|county road|farm road|ruta|carretera) ?-?#?\d{1,4}[a-z]?\b(?:\s*(?:to|and|-)\s*(?:exits? )?\d{1,4}\b)?|\b(?:i|us|sr|fm|cr)-\d{1,4}\b"
_ROADS_NAMED: Final = deferred(_ROAD_NAMED)
_ROAD: Final = deferred(
    rf"{_ROAD_NAMED}|\b(?:on|off|down|take the|off the|on the) \d{{1,3}}(?= (?:north|south|east|west|freeway|fwy|bypass|loop)\b|\W*$)|\b\d{{1,3}} (?:north|south|east|west)(?:bound)?\b"
)
_STREET: Final = deferred(
    r"\b\d{1,5} (?:(?:n|s|e|w|north|south|east|west)\.? )?(?:(?!(?:for|at|in|to|on|by|of|with|an?|the|and|or|each|every|one|mi?ns?|minutes?|miles?|mi|hours?|hrs?|km|years?|yrs?|dollars?|bucks)\b)[a-z]+ ){1,2}?(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|pkwy|calle)\b\.?|\b(?:apt|apartment|unit|suite|ste|lot|room|box|#) ?#?\d+[a-z]?\b|\b(?:1st|2nd|3rd|\d{1,2}th) (?:floor|st|street|ave|avenue)\b"
)
_DECADE: Final = deferred(r"\b(?:than|like|from|of|since|during|back in) (?:in )?(?:the|my|his|her) (?:19)?[2-9]0'?s\b")
_ALWAYS: Final = deferred(r"\b24[/ -]?7\b|\b9[/-]11\b")
_SAYINGS: Final = deferred(
    r"\b(?:zero to hero|(?:ten|10)[ -](?:four|4)\b(?=[.,!]| copy|\W*$)|(?:one|1|two|2) too many|(?:two|2) thumbs up|one of a kind|one day at a time|one in a million|back to square one|on cloud (?:nine|9)|second to none)\b"
)
_SO_OFTEN: Final = deferred(r"\b\d{1,2} ?x (?:an?|per|every|por|a la) (?:week|wk|day|month|semana)\b")
_PHONE: Final = deferred(r"\b(?:\(?\d{3}\)?[-. ])?\d{3}[-.]\d{4}\b|\(\d{3}\) ?\d{3} \d{4}\b")
_COUNTED: Final = r"(?![\d.,]*\d|\s*(?:years?|yrs?|anos|months?|mos|meses|weeks?|semanas|days?|dias|hours?|hrs?|horas|mi?ns?|minutes?|minutos|miles?|mi|km|lbs?|pounds?|people|guys|k|%|an?|per|/|-|to|or|dollars|bucks|residents|patients|rooms|beds|cases|kids|students|of (?:us|em|them))\b)"
_NUMBERED: Final = deferred(
    rf"\b(?!(?:bus|train|camion|tren) (?:is|es) \d){any_of('figures', 'numbered')} (?:number |is |# ?|no\.? ?)?#?\d{{1,5}}\b{_COUNTED}|\b\d\d (?:is|es) (?:my|mi) (?:age|edad)\b"
)
_NUMBERED_AT_WORK: Final = deferred(rf"\b{any_of('figures', 'numbered_at_work')} (?:number |# ?)?\d{{1,3}}\b{_COUNTED}")
_GROUP_OF: Final = deferred(
    r"\b(?:kitchen|crew|team|staff|shop|plant|store|family|party|group|fleet|class|squad|company|outfit|office|dept|department) of (?:about |like )?\d{1,4}\b"
)
_BODY: Final = deferred(
    r"\b[4-7] ?(?:foot|ft)(?: \d{1,2}\b)?|\b(?:lift|weigh|bench|squat|peso|levanto) (?:about |like )?\d{2,3}\b"
)
_SOON_TOLD: Final = deferred(
    r"\b(?:in|en) (?:like |about )?\d{1,2} (?:min|mins|minutes|minutos)\b(?=,? (?:i|ill|let|yo|le|te)\b)|\b(?:one|1|a|an?|uno?|just a|hold on a|wait a|gimme a|give me a|hot|dame|deme) (?:hot )?(?:sec|second|seg|segundo|minute|min|minuto|moment|momento)\b(?=\W*(?:$|let|lemme|hold|brb|im|i (?:need|have|got) to|while|pls|please|down|por favor|deje|y (?:le|te)))"
)
_SPENT: Final = deferred(
    r"(?:\b(?:and |but )?no more )?\b(?:\d{1,3}|an?|half|half an|one|two) ?-?(?:mi?ns?|minutes?|hours?|hrs?) (?:lunch|break|nap|wait|notice|workout|shower|class|meeting|shift|show|movie|episode|descanso)(?:es|s)?\b"
)
_RUN: Final = deferred(
    rf"\b(?:0\d|1\d|2[0-6]|9\d) {any_of('figures', 'makers')}\b(?=\W*(?:$|[,.;]|w\b|with\b|but\b|and\b|runs\b|so\b))|\b\d\d\b,? (?:and |n |but )?(?:thats|its|that is) my age\b|\bbe (?:there|right there) in \d{{1,2}}\b|"
    r"(?<![\d.])[1-9]\d{2}(?:k|,\d{3})?(?: miles)? on (?:it|her|him|the)\b|(?<![\d.])\d{3}k\b|(?<![\d.])\d{2,3},\d{3}\b"
)
_AT_BOUND: Final = deferred(
    r"\b(?:at|after|past|once i hit) \d+ (?:they|i lose|id lose|my \w+ (?:gets?|stops?|goes)|im over|it (?:cuts|stops))\b"
)
_YEARS_TOLD: Final = deferred(
    rf"\b(?:(?:in|for|over|the|last|past|my) )*(?:\d{{1,2}}|{_HOUR}|an?) (?:years?|yrs?|anos?)\b(?: (?:running|straight|in a row|now))?"
)
_YEAR_SAID: Final = deferred(
    r"\b(?:graduated|graduate|class of|born|finish\w*|hired|retired|enlisted|married|moved|came|started|licensed|certified|school|degree|diploma|naci|llegue|gradue)\b(?: [a-z]+){0,3}?(?: in| back in| of| en)?(?<=in|of|en) '?\d\d\b(?!\s*(?:an?|per|/|k\b|al|la|por|mil|thousand|dollars|bucks|years?|yrs?|months?|minutes|days|hours|[.]\d))|"
    r"\b(?:in|since|desde|back in|summer of|class of) (?:19|20)\d\d\b(?!\s*(?:an?|per|/|al|por|dollars|bucks|-))"
)
_PLAN: Final = deferred(r"\b401 ?\(?k\)?s?\b|\b(?:w|i|1099|w2|form) ?-?(?:2|4|9|1099)\b(?= (?:form|job|employee))")
OFTEN: Final = deferred(
    rf"\b(?:\d{{1,2}}|{_HOUR}|an?|every|each|un) (?:more |full |other )?(?:days?|nights?|weekends?|shifts?|times?|evenings?|mornings?|(?:{WEEKDAY_NAMES})s?|veces|dias?|noches?)(?: off| on)? (?:an?|per|each|every|al|por|a la|la) (?:week|wk|month|year|semana|mes|ano)\b"
)
_FAR: Final = deferred(r"(?<![\d.])\d[\d,]*(?:\.\d+)?k? ?(?:miles?|mi|km|kms|blocks?|millas?|cuadras?)\b")
_LASTS: Final = deferred(
    r"(?<![\d.])\d{1,3}(?:\.\d+)? ?(?:minutes|mins|minutos|hours|hrs|horas)\b(?! ?(?:rate|pay))|(?:\b(?:and|but) )?(?:\bno more )?(?<![\d.])\d{1,3} ?-?(?:hr|hour) (?:weeks?|days?|shifts?|wks?)\b"
)
_MINUTES: Final = deferred(r"\b\d{1,3} ?min\b")
_MODEL: Final = deferred(
    rf"\b{any_of('figures', 'makers')} (?:\w+ )?(?:[2-9]\d|\d{{3,4}})s?\b(?=\W*(?:$|[,.;!?)])|\s+(?:and|or|n|y|with|w|series|reach|sit|stand|lift|forklift|truck|model|but|so|is|has)\b)|\b\d{{1,4}}[a-z]? series\b|\bmodel \d{{1,4}}\b|\b\d{{1,3}}[ -]?(?:wheelers?|speeds?|axles?|tonners?|cylinders?|gal(?:lon)? (?:buckets?|drums?|jugs?|tanks?))\b"
)
_ODOMETER: Final = deferred(
    r"(?<![\d.])\d{2,3}(?:k|,\d{3})\b|(?<![\d.])\d{2,3} ?(?:k|thousand) (?:miles )?on (?:it|her|him|my|the)\b"
)
_WAGES: Final = deferred(
    r"\b(?:hired(?: on)?|started(?: out)?|begun?|left|quit|ended(?: up)?|topped out|finished|made|making|got|paid|paying|pays|was|earn\w*|up)(?: (?:me|at|to|us))* \d{1,2}(?:\.\d\d)?(?![\d.])(?! ?(?:years?|yrs?|months?|mos?|weeks?|wks?|days?|hours?|hrs?|miles?|people|guys))"
)
_CENTS: Final = deferred(
    r"(?<![\d.])(?:[7-9]|[1-9]\d)\.\d\d\b(?! ?(?:years?|yrs?|months?|mos?|weeks?|hours?|hrs?|miles?))"
)
_TIME_SAID: Final = deferred(r"\b(?:years?|yrs?|yr|months?|mos|weeks?|wks?|days?|anos?|mes|meses|semanas?|dias?)\b")
_AGE: Final = deferred(
    r"\b(?:im|i am|turn(?:ed|ing)?|age|aged) \d\d (?:years?|yrs?|yo)\b(?: old)?(?! (?:in|of|at|exp|doing|driving))|\b(?:im|i am|turn(?:ed|ing)?|age|aged) \d\d\b(?=\W*$| (?:and|now|so|with|next|in)\b|[,.;])"
    r"|\b\d\d[ -]?(?:yo|y/o|year old|yr old|years? old|yrs? old)\b"
)
_SOON: Final = deferred(
    rf"(?<!turned )(?<!turning )\b\d\d (?:in|next|on|this coming|come) (?:(?:{MONTH_NAMES})\b|next\b|an? (?:week|month|few|couple)\b|(?:\d+|{_HOUR}) (?:days|weeks|months)\b)"
)


_POWER: Final = deferred(r"(?<![\d.])\d{1,3} ?(?:v|volts?|amps?|watts?|ah|mah)\b")
_KEYS: Final = deferred(
    r"\b(?:10|ten)[ -]?key\b(?:[^,.;\d]{0,20}?\b(?P<n>\d{1,2},?\d{3})\b)?|(?<![\d.])\d{1,2},?\d{3}\+? ?(?:an? (?:hour|hr)|per (?:hour|hr)|/ ?hr|k[ps]?ph|k?sph|key ?strokes)\b|(?<![\d.])\d[\d,]* ?(?:k[ps]?ph|ksph|key ?strokes)\b"
)


_OF_MONEY: Final = "how much (?!time|experience)|pay|paid|cost|dollar|price|cash|drawer|budget|money|sales|tips?|owe|revenue|amount|credit|fee|euros?|bucks?|cuanto"


def not_counted(plain: str, unit: str, asked: str) -> str:
    """The text without the figures that cannot count what a question counts: an hour of the clock, money, a speed, a street."""
    out = _no_digits(
        blanked(plain, _SAYINGS), _DECADE, _ALWAYS, _PHONE, _NUMBERED, _AT_BOUND, _PLAN, _ROADS_NAMED, _MODEL
    )
    out = _not_asked_so(out, asked)
    out = blanked(out, _GROUP_OF) if unit in YEARS else out
    if not _about(asked, "speed|fast|mph|mpg"):
        out = blanked(out, _SPEED)
    if not _about(asked, _OF_MONEY):
        out = _no_money(out, unit, asked)
    if not _about(asked, "what time|hour of|clock|a que hora"):
        out = _no_clock(out, stretched=unit in UNIT_WORDS)
    if not _about(asked, "address|floor|apartment|room|unit number"):
        out = blanked(out, _STREET)
    if unit in YEARS and not _TIME_SAID.search(out):
        out = blanked(out, _MINUTES)  # "25 min" is no least of years
    if unit in YEARS and not asked_span(asked):
        out = blanked(out, OFTEN)  # "one sunday a month" is no month
    if _about(asked, "how old|your age|que edad|cuantos anos tiene"):
        out = blanked(out, _SOON)  # "17, 18 in june"
    if unit == "day" and _about(asked, "miss|absen|call(?:ed)? (?:out|off)|sick|late|tard"):
        out = blanked(out, _YEARS_TOLD)  # "none in 4 years"
    if not _about(asked, "date|day|born|birthday"):
        out = _no_days(out)
    return out


def _not_asked_so(plain: str, asked: str) -> str:
    """Without what a car has run ("187k on it"), where a way to work is asked, volts, keys an hour and how often a week, where those are not."""
    way = _about(asked, "miles?|how far") and _about(asked, "willing|commute|work|travel to|drive to|job")
    plain = blanked(plain, _ODOMETER) if way else plain
    if not _about(asked, "volts?|amps?|watts?"):
        plain = blanked(plain, _POWER)
    if _about(asked, "words (?:per|a) min|wpm|typ(?:e|ing)\\b") and not _about(asked, "(?:10|ten).?key"):
        plain = blanked(plain, _KEYS)
    return plain if _about(asked, "times|often|days|week") else blanked(plain, _SO_OFTEN)


def _no_money(plain: str, unit: str, asked: str) -> str:
    """Without money, as far as other figures are left where anything may be counted."""
    free = blanked(plain, _PRICE, _MONEY)
    out = free if unit in UNIT_WORDS or numbers(free) else plain
    out = blanked(out, _WAGE) if unit == "hour" or not asked_span(asked) else out
    out = blanked(out, _THOUSANDS) if unit in UNIT_WORDS else out
    return blanked(out, _WAGES, _CENTS) if unit in YEARS and _CENTS.search(out) else out  # "hired at 15, left at 16.75"


_NO_WAGE: Final = (_PLAN, _YEAR_SAID, _PHONE, _PRICE, _LASTS, _FAR, _SPEED, _STREET, _ROAD, _NUMBERED, _NUMBERED_AT_WORK, _GROUP_OF, _BODY)  # fmt: skip
_NO_WAY: Final = (_PLAN, _PRICE, _MONEY, _SPEED, _ROAD, _STREET, _AGE, _NUMBERED, _NUMBERED_AT_WORK, _GROUP_OF, _BODY, _RUN)  # fmt: skip


def not_paid(plain: str) -> str:
    """The text without the figures that are no pay: a day, an hour of the clock, hours worked, a way, a price."""
    young = _no_digits(plain, _AGE)
    plain = young if numbers(young) else plain
    return _no_days(_no_clock(_no_digits(blanked(plain, _SAYINGS, _SPENT), *_NO_WAGE), alone=False))


def not_travelled(plain: str) -> str:
    """The text without the figures that are no way: money, a day, an hour of the clock, a road, an age, a speed."""
    return _no_days(_no_clock(_no_digits(blanked(plain, _SOON_TOLD, _SPENT), *_NO_WAY)))


def _no_digits(plain: str, *patterns: "re.Pattern[str]") -> str:
    """Without what the patterns find, all of which look for digits."""
    return blanked(plain, *patterns) if _DIGIT.search(plain) else plain


_DIGIT: Final = re.compile(r"\d")


def _about(asked: str, words: str) -> bool:
    return bool(re.search(rf"\b(?:{words})", asked))


def _no_clock(plain: str, *, alone: bool = True, stretched: bool = True) -> str:
    """Without the hours of the clock, those `alone` ("after 5") and those `stretched` over ("8 to 5") too."""
    plain = CLOCK.sub(lambda m: m.group() if _no_shift(m.group()) else " " * len(m.group()), plain)
    plain = blanked(plain, *((_BY_ITSELF,) if alone else ()))
    if not stretched:
        return plain
    return _STRETCH.sub(lambda m: " " * len(m.group()) if int(m["a"]) > int(m["b"]) else m.group(), plain)


_FOUR_DIGITS: Final = deferred(r"(?P<a>1\d{3})\s*(?:-|to)\s*(?P<b>[12]\d{3})")


def _no_shift(words: str) -> bool:
    """Whether four digits to four digits lie too near each other for the hours of a shift ("1200 to 1400")."""
    match = _FOUR_DIGITS.fullmatch(words)
    return bool(match and int(match["a"]) < int(match["b"]) <= 1.35 * int(match["a"]))


def _no_days(plain: str) -> str:
    """Without the days named, but for those a length is counted from."""
    for match in DAY.finditer(plain):
        if _ONWARD.match(plain, match.end()):
            continue
        if not _ONGOING.search(plain[max(0, match.start() - 24) : match.start()]) or _UNTIL.match(match.group()):
            plain = without(plain, *match.span())
    return plain


_ONWARD: Final = deferred(
    rf"\s*(?:-|to|thru|through|till?|until|al?|hasta)\s*(?:(?:the|el|about|like|\w+ (?:of|de)) )*(?:{MONTH_NAMES})\b"
)  # "jan 1 to the end of june"
_UNTIL: Final = deferred(r"till?|until|by|exp|due|hasta")

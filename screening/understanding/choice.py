"""Reads a choice: letter, place, name, part of it, other words, hours, figures, several, all but one, none."""

import re
from collections.abc import Mapping
from datetime import date

from screening.scripts.script import Kind, Question
from screening.understanding.amounts import amounts
from screening.understanding.choice_days import by_days
from screening.understanding.choice_degrees import by_degree
from screening.understanding.choice_described import by_description
from screening.understanding.choice_figures import by_figure, counted
from screening.understanding.choice_hits import Hit
from screening.understanding.choice_hours import by_hours
from screening.understanding.choice_kept import kept, not_yet, refused_of, spent
from screening.understanding.choice_labels import labels
from screening.understanding.choice_names import alike, named
from screening.understanding.choice_options import Offered, days_of, offered
from screening.understanding.choice_shared import by_shared
from screening.understanding.choice_trade import by_trade
from screening.understanding.dates import read_date
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat
from screening.understanding.yes_no import by_rules, read_yes_no

_NONE = re.compile(
    r"\b(?:none(?: of (?:these|those|them|the above|it))?|neither|ninguno|ninguna|nothing (?:on|from) (?:the|that) list|not (?:any|one) of (?:those|these|them)|something else|other than those|dont (?:like|want) any)\b"
)
_LACKS = re.compile(
    r"\b(?:none|never|nunca|nope|nah|no|nothing(?! (?:after|since|else|more|against|wrong|but))|nothin|nuthin\w*|let (?:it|mine) (?:expire|lapse|go)|nada|neither|not (?:yet|any|one|really|currently)|dont (?:have|own|hold|got|know)|do not have|havent|have not|without|aint got|no tengo|todavia no|aun no|n/?a|zero|zip|expired|lapsed|only (?:a |an |the )?(?:permit|learners?))\b|^\W*(?:only|solo|im not|not) (?:an? )?(?=\w)"
)
_ALL = re.compile(
    r"\b(?:any(?: of (?:them|those|these|the above|em))?|(?<!at )all(?! (?:day|the(?! (?:above|same|shifts|options))|night|year|week|my)\b)(?: of (?:them|those|these|the above|em))?|all (?:three|four|five|3|4|5|2|shifts|options)|both(?: of (?:them|those))?|either(?: one| of (?:them|those)| works| is fine)?|whichever|every(?:thing)\b|every ?day|cualquiera|todos|todas|ambos|ambas|whatever|(?:doesnt|dont|do not|does not|dosent|doesn) (?:really )?(?:matter|care|mind)|no preference|open to (?:all|any|anything)|no me importa|me da igual|lo que sea|como sea|any ?shift|anything|any ?time|flexible|not picky|im open|up to you|you (?:pick|choose|decide)|surprise me|you name it|what ?evers?|ive done (?:it|them) all|every (?:last )?(?:single )?one|the whole (?:lot|list|bunch)|(?:the )?(?:whole|entire|full) (?:ms |microsoft )?(?:office )?suite|wherever|any ?where|whenever|when ?ever)\b"
)
_REASONED = re.compile(
    r"\b(?:which ?ever|whatever|any ?(?:thing|one)?|the one) (?:one |shift |job |that )?(?:pays?|the \w+ (?:says?|wants?)|makes|has|gets?|starts?|opens?|(?:is )?(?:closest|nearest)|earns)\b|\bdepends\b|\bdepende\b|\blo que pague\b"
)
_BUT = re.compile(
    r"\b(?:(?:any|anything|any ?(?:shift|day|time|one|where)|all|every ?(?:day|thing)|both|either|everything|every|whatever|cualquiera|todos?|todas) (?:\w+ ){0,3}(?:but|except|besides|other than|minus|menos|excepto|salvo)|except|but not|(?:all |everything |anything |any of )?(?:the )?(?:rest|others|else|other (?:two|three|2|3|ones|days|shifts|options))\b(?! of)|menos|excepto|salvo|apart from|aside from|besides|other than)\b"
)
_NOT = re.compile(r"\b(?:no|not|cant|cannot|dont|wont|hate|never|nunca|sin|avoid|out|isnt|arent|doesnt)\b")
_VAGUE = re.compile(
    r"\b(?:yes|yeah|no|nope|idk|dont know|not sure|dunno|maybe|unsure|no idea|remember|forget|forgot|recall|lol|ok|okay|sure|what|why|who|none)\b"
)
_OPEN = re.compile(r"^(?:no preference|any(?: .*)?|either(?: .*)?|flexible(?: .*)?|all(?: .*)?|both(?: .*)?|open(?: .*)?|doesnt matter|cualquiera)$")  # fmt: skip


_ASKS = re.compile(
    r"\W*(?:does|is there|are there|how much|how many|what time|whats the|what is the|do (?:you|u|yall|they))\b"
)


_KIND = re.compile(r"\bnot (?:the |a |an )?(?:\w+ ){1,2}(?:kind|one|type|brand|sort)\b")


def read_choice(said: Said, question: Question, context: Context) -> Reading | None:
    """The option, or options, a text names."""
    if not question.options:
        return None
    options = offered(question.options)
    plain = said.plain
    if _ASKS.match(plain):
        return None
    if leaning := _agreement(said, question, options, context) or _by_time(said, question, options, context):
        return leaning
    hits = _hits(said, options, question, context)
    if _BUT.search(plain):
        hits = [hit for hit in hits if not options[hit.index].nothing]
    wanted = hits if hits and all(h.rule == "choice.shared" for h in hits) else kept(plain, hits)
    if nothing := _nothing(said, options, hits, wanted):
        return _reading(said, question, [nothing])
    if rest := _all_but(said, hits, wanted, options, question):
        return rest
    if wanted:
        having = [h for h in wanted if not options[h.index].nothing]
        return _reading(said, question, having or wanted)
    if hits or _NONE.search(plain) or _BUT.search(plain):
        return None
    return _every(said, options, question) or _other(said, question)


def _agreement(said: Said, question: Question, options: tuple[Offered, ...], context: Context) -> Reading | None:
    """Where the options are yes and no (and maybe), the text is read as a yes or no."""
    yes = [o for o in options if re.match(r"(?:yes|si)\b", o.name)]
    no = [o for o in options if re.match(r"no\b(?! preference)", o.name)]
    maybe = [o for o in options if re.match(r"(?:maybe|not sure|unsure|depends|tal vez|quizas)\b", o.name)]
    if len(yes) != 1 or len(no) != 1 or len(options) > 3 or labels(said.raw, said.plain, options):
        return None
    if named(said.plain, tuple(o for o in options if o not in yes and o not in no)):
        return None
    reading = read_yes_no(said, question, context)
    if reading is None:
        hedged = maybe and by_rules(said, question, context).hedge
        return (
            Reading(value=question.options[maybe[0].index].value, quote=said.all(), confidence=0.7, rule="choice.maybe")
            if hedged
            else None
        )
    chosen = yes[0] if reading.value == "yes" else no[0]
    return Reading(
        value=question.options[chosen.index].value,
        quote=reading.quote,
        confidence=reading.confidence,
        rule="choice.yes_no",
    )


_SOON = re.compile(r"\b(?:how soon|when (?:can|could|would|are)|start date|notice|available to start|cuando puede)\b")


def _by_time(said: Said, question: Question, options: tuple[Offered, ...], context: Context) -> Reading | None:
    """How soon: the option whose span of days holds the day named."""
    if labels(said.raw, said.plain, options):
        return None
    if sum(bool(re.search(r"\bago\b", o.name)) for o in options) >= 2:
        return _by_past(said, question, options, context)
    if not _SOON.search(flat(question.words(context.language))):
        return None
    spans = [(o, span) for o in options if (span := days_of(o.name))]
    reading = read_date(said, question, context) if len(spans) >= 2 else None
    if reading is None or not isinstance(reading.value, Mapping):
        return None
    days = [
        (date.fromisoformat(str(reading.value[end])) - context.now.date()).days
        for end in (("date",) if "date" in reading.value else ("from", "to"))
    ]
    fitting = [[o for o, (low, high) in spans if low <= ahead <= high] for ahead in days]
    none = [o for o in options if o.nothing]
    if none and days[0] <= 2 and not re.search(r"\bday", " ".join(o.name for o in options)):
        fitting = [none]
    if not fitting[0]:
        return None
    both = len(fitting) == 2 and re.search(r"\bor\b", said.plain) and fitting[1] and fitting[0][0] is not fitting[1][0]
    chosen = [question.options[o.index].value for o in ((fitting[0][0], fitting[1][0]) if both else (fitting[0][0],))]
    return Reading(
        value=chosen if both else chosen[0],
        quote=reading.quote,
        confidence=min(0.8, reading.confidence),
        rule="choice.time",
    )


def _by_past(said: Said, question: Question, options: tuple[Offered, ...], context: Context) -> Reading | None:
    """How long ago: the option whose span holds the day gone by ("quit in august" of "less than 6 months ago")."""
    past = Question(key="q", kind=Kind.DATE, ask={"en": "When did your last job end?"}, criterion="q")
    reading = read_date(said, past, context) if re.search(r"[a-z]{3}", said.plain) else None
    if (
        reading is None
        or not isinstance(reading.value, Mapping)
        or re.search(r"\b(?:still|now|currently)\b", said.plain)
    ):
        return None
    day = date.fromisoformat(str(reading.value.get("date") or reading.value.get("from")))
    months = (context.now.date() - day).days / 30.4
    if months <= 0:
        return None
    spans = [(o, a[0], 12 if "year" in o.name else 1) for o in options if "ago" in o.name and (a := amounts(o.name))]
    fitting = [
        o for o, a, unit in spans if (a.low or 0) * unit <= months and (a.high is None or months <= a.high * unit)
    ]
    if len(fitting) != 1:
        return None
    value = question.options[fitting[0].index].value
    return Reading(value=value, quote=reading.quote, confidence=0.76, rule="choice.ago")


def _hits(said: Said, options: tuple[Offered, ...], question: Question, context: Context) -> list[Hit]:
    """What the text names, by the first way that finds anything."""
    plain = said.plain
    if counted(options):
        return (
            by_figure(said, options, question, context)
            or list(named(plain, options))
            or by_degree(plain, options)
            or by_description(plain, options)
        )
    placed = labels(said.raw, plain, options)
    if any(re.search(r"\b(?:first|second|third|1st|2nd|3rd)\b", o.name) for o in options) and placed:
        placed = list(named(plain, options)) or placed
    if placed and min(h.sure for h in placed) < 0.95 and re.search(r"\b(?:and|or|y|o)\b|,", plain):
        beside = named(plain, options)
        placed = placed + [
            h for h in beside if not any(h.index == p.index or (h.start < p.end and p.start < h.end) for p in placed)
        ]
    if not placed and (shared := _by_shared(plain, options)):
        return shared
    if placed or (placed := _by_hours_or_name(plain, options)):
        return _closer(plain, options, placed) or placed + _beside(plain, options, placed)
    if degree := by_degree(plain, options):
        return degree
    slips = alike(plain, options)
    if slips and slips[0].sure >= 0.8:
        return slips
    return by_description(plain, options) or slips or ([] if _ALL.search(plain) else by_trade(plain, options))


def _closer(plain: str, options: tuple[Offered, ...], placed: list[Hit]) -> list[Hit]:
    """The one option described in several words, where only single words point elsewhere (`a ford transit for deliveries`)."""
    if any(hit.rule != "choice.synonym" or " " in plain[hit.start : hit.end].strip() for hit in placed):
        return []
    told = [h for h in by_description(plain, options) if " " in plain[h.start : h.end].strip()]
    return told if len({h.index for h in told}) == 1 and not spent(plain, told) else []


def _beside(plain: str, options: tuple[Offered, ...], placed: list[Hit]) -> list[Hit]:
    """What is described besides the options named, where those are let go of (`took the train, bought a sentra`) or joined to it (`urine or spit`)."""
    if _BUT.search(plain):
        return []
    told = [h for h in by_description(plain, options) if not any(h.index == p.index for p in placed)]
    if spent(plain, placed):
        return told
    return [h for h in told if any(_joined(plain, h, p) for p in placed)]


_JOIN = re.compile(r"\W*(?:or|and|n|y|o|&|/|\+|,)\W*(?:the |a |an |my |el |la |some |even )*")


def _joined(plain: str, one: Hit, other: Hit) -> bool:
    first, second = sorted((one, other), key=lambda hit: hit.start)
    return bool(_JOIN.fullmatch(plain[first.end : second.start]))


def _by_shared(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """By words some options share, where no option is named in full."""
    return [] if any(hit.sure >= 0.93 for hit in named(plain, options)) else by_shared(plain, options)


def _by_hours_or_name(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """By days or hours where the options are such, else by name; a part of a day only where no name is said."""
    if days := by_days(plain, options):
        return days
    timed = by_hours(plain, options)
    if timed and re.search(r"\d", plain):
        return timed
    found = list(named(plain, options))
    if found and re.search(r"\b(?:and|or|n|y|o)\b|[,&/+]", plain):
        beside = [
            h
            for h in alike(plain, options)
            if not any(h.index == f.index or (h.start < f.end and f.start < h.end) for f in found)
        ]
        found = found + [
            h
            for h in beside
            if h.rule == "choice.alike"
            and h.sure >= 0.79 - 0.1 * (h.end - h.start < 6)
            and h.end - h.start < len(plain)
        ]
    return found or timed


def _nothing(said: Said, options: tuple[Offered, ...], hits: list[Hit], wanted: list[Hit]) -> Hit | None:
    """The option that says none, where the text denies all or has nothing yet."""
    option = next((o for o in options if o.nothing), None)
    plain = said.plain
    if option is None or "?" in plain:
        return None
    if (
        not _BUT.search(plain)
        and any(h.index == option.index for h in wanted)
        and all(h.index == option.index or not_yet(plain, h) for h in wanted)
    ):
        return next(h for h in wanted if h.index == option.index)
    others = [h for h in wanted if h.index != option.index]
    if _BUT.search(plain) or (others and not all(not_yet(plain, h) for h in others)):
        return None
    lacks = _LACKS.search(plain)
    if hits and not others and _KIND.search(plain) and refused_of(plain, hits):
        return None
    if not lacks and not others:
        return None
    start, end = lacks.span() if lacks else (others[0].start, others[0].end)
    return Hit(option.index, start, end, 0.78, "choice.nothing")


def _all_but(
    said: Said, hits: list[Hit], wanted: list[Hit], options: tuple[Offered, ...], question: Question
) -> Reading | None:
    """`anything but nights`, `no nights`: the others."""
    plain = said.plain
    out = refused_of(plain, hits)
    if not out or _NONE.search(plain):
        return None
    but = _BUT.search(plain)
    if wanted and not (but and but.group() != "except" and all(h.start < but.start() for h in wanted)):
        return None
    if not but and (not _NOT.search(plain) or (any(o.nothing for o in options) and not _KIND.search(plain))):
        return None
    names = [question.options[o.index].value for o in options if o.index not in out and not o.nothing]
    if not names or (wanted and len(wanted) < len(names)):
        return None
    value = names[0] if len(names) == 1 else names
    return Reading(value=value, quote=said.all(), confidence=0.7, rule="choice.all_but")


def _other(said: Said, question: Question) -> Reading | None:
    """Something not on a list that ends with Other."""
    last = question.options[-1].value
    plain = said.plain
    if not re.fullmatch(r"other|otro|something else|otra", flat(last)) or _VAGUE.search(plain) or "?" in plain:
        return None
    if not 1 <= len(re.findall(r"[a-z]{3,}", plain)) <= 7:
        return None
    sure = 0.8 if len(plain.split()) <= 3 else 0.6
    return Reading(value=last, quote=said.all(), confidence=sure, rule="choice.other")


def _reading(said: Said, question: Question, hits: list[Hit]) -> Reading:
    chosen = sorted({hit.index for hit in hits})
    names = [question.options[index].value for index in chosen]
    start, end = min(h.start for h in hits), max(h.end for h in hits)
    sure = min(hit.sure for hit in hits)
    return Reading(
        value=names[0] if len(names) == 1 else names, quote=said.quote(start, end), confidence=sure, rule=hits[0].rule
    )


def _every(said: Said, options: tuple[Offered, ...], question: Question) -> Reading | None:
    """No preference: the option that says so, or every option."""
    match = _ALL.search(said.plain)
    if match and re.search(
        r"\b(?:cant|wont|wouldnt|couldnt|havent|never|dont)\b(?! (?:care|mind|matter))[^,.;]*$",
        said.plain[: match.start()],
    ):
        return None
    if not match or "?" in said.plain or re.search(r"\bnot\b|\bdont (?:want|like)\b", said.plain[: match.start()]):
        return None
    if _REASONED.search(said.plain):
        return None
    if re.match(r"every ?day", match.group()) and not any(re.search(r"day\b", o.name) for o in options):
        return None
    free = [o for o in options if _OPEN.match(o.name)]
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

"""Reads a choice: letter, place, name, part of it, other words, hours, figures, several, all but one, none."""

import re
from dataclasses import replace

from screening.scripts.script import Kind, Question
from screening.understanding.blanking import blanked
from screening.understanding.choice_asides import without_asked_back
from screening.understanding.choice_crews import by_crew
from screening.understanding.choice_days import by_days, by_slot
from screening.understanding.choice_days_tied import by_days_tied
from screening.understanding.choice_degrees import by_degree
from screening.understanding.choice_described import by_description
from screening.understanding.choice_figures import by_figure, counted
from screening.understanding.choice_hits import UNSURE, Hit
from screening.understanding.choice_hours import by_hours
from screening.understanding.choice_kept import kept, spent
from screening.understanding.choice_labels import in_turn, labels
from screening.understanding.choice_ladder import by_ladder
from screening.understanding.choice_longest import by_longest
from screening.understanding.choice_names import alike, named
from screening.understanding.choice_numbered import by_measure, by_number, by_week
from screening.understanding.choice_options import Offered, offered
from screening.understanding.choice_rated import by_rating
from screening.understanding.choice_rest import ALL, BUT, NONE, all_but, every_of, nothing_of, other_of
from screening.understanding.choice_senses import without_other_senses
from screening.understanding.choice_shared import by_shared
from screening.understanding.choice_sizes import by_size
from screening.understanding.choice_trade import by_trade
from screening.understanding.choice_when import agreement, by_time
from screening.understanding.choice_wished import competing
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat, words_of

_ASKS = re.compile(
    r"\W*(?:does|is there|are there|how much|how many|what time|whats the|what is the|do (?:you|u|yall|they))\b"
)


_WITHDRAWS = re.compile(
    r"\b(?:(?:remove|withdraw|pull|cancel|drop) my (?:app\w*|name|info)|withdraw me|(?:cross|take) me off|then (?:no thanks|forget it|never ?mind|im out|ill pass)|count me out|(?:no longer|not) interested (?:any ?more|now)|wrong (?:number|person|guy|juan|\w+ buddy))\b"
)


_IDIOMS = re.compile(
    r"\b(?:(?:give me |just |wait |hold on |for |in |got |took |take |hang on )*\b(?:a|one) (?:sec|second)\b(?! (?:shift|one|option))|(?:second|first|third) choice (?:would be|is|was|s)\b|first (?:of all|off|thing(?: in the morning)?)|at first|second(?= thoughts?\b)|second nature|part of (?:me|it|the (?:reason|problem|deal|family))|for the most part|on my part|main (?:thing|reason)|full (?:plate|house|disclosure|tank)|indeed i (?:did|do|am|have|can|will)|any ?day now|by the way|one thing|(?:as|so|how) long as)\b|^\W*(?:hi |hey |hello |yes |ok )?good (?:morning|evening|afternoon|night|day)\b(?=\W+\w)"
)


def read_choice(said: Said, question: Question, context: Context) -> Reading | None:
    """The option, or options, a text names."""
    if not question.options:
        return None
    options = offered(question.options)
    said = replace(said, plain=without_other_senses(blanked(_first_choice(said.plain, options), _IDIOMS), options))
    said = _apart_from_asked(said, options, question, context)
    plain = said.plain
    if _ASKS.match(plain) or _WITHDRAWS.search(plain):
        return None
    if leaning := agreement(said, question, options, context) or by_time(said, question, options, context):
        return leaning
    asked = flat(question.words(context.language))
    hits = _apart_from_question(plain, _named(said, options, question, context), asked)
    if any(hit.rule in _SETTLED for hit in hits):
        return _reading(said, question, hits) if all(hit.rule != UNSURE for hit in hits) else None
    if BUT.search(plain):
        hits = [hit for hit in hits if not options[hit.index].nothing]
    wanted = hits if hits and all(h.rule == "choice.shared" for h in hits) else kept(plain, hits)
    if nothing := nothing_of(said, options, hits, wanted):
        return _reading(said, question, [nothing])
    if rest := all_but(said, hits, wanted, options, question):
        return rest
    if wanted and not _by_chance(plain, wanted) and not competing(plain, wanted):
        having = [h for h in wanted if not options[h.index].nothing]
        return _reading(said, question, having or wanted)
    if wanted or hits or NONE.search(plain) or BUT.search(plain):
        return None
    return every_of(said, options, question) or other_of(said, question)


_ORDINAL = re.compile(r"\b(?:first|second|third|1st|2nd|3rd)\b")
_RANKED = re.compile(
    r"^(?P<best>[^.;!?]{1,40}?) (?:first|1st)(?: choice)?\s*[,;&]?\s*(?:and |then |n )?[^.;!?]{1,40}? (?:second|2nd)(?: choice)?\W*$"
)  # "2 first, airport second"


def _first_choice(plain: str, options: tuple[Offered, ...]) -> str:
    """The text without the second of two that are ranked."""
    ranked = _RANKED.match(plain)
    if ranked is None or any(_ORDINAL.search(o.name) for o in options):
        return plain
    return ranked["best"].ljust(len(plain))


def _apart_from_asked(said: Said, options: tuple[Offered, ...], question: Question, context: Context) -> Said:
    """The text without what it asks back, where it names an option besides."""
    aside = replace(said, plain=without_asked_back(said.plain))
    return aside if aside.plain != said.plain and _named(aside, options, question, context) else said


_PIECES = re.compile(r"[,.;!?\n]+|\b(?:so|but|lol|jk|pls|please)\b")


def bare_option(plain: str, question: Question) -> bool:
    """Whether a clause of a longer reply is nothing but an option (`a real voice. call`)."""
    if question.kind is not Kind.CHOICE:
        return False
    names = {" ".join(words_of(flat(option.value))) for option in question.options}
    pieces = [" ".join(words_of(piece)) for piece in _PIECES.split(plain)]
    return len(pieces) > 1 and any(piece in names for piece in pieces)


def _named(said: Said, options: tuple[Offered, ...], question: Question, context: Context) -> list[Hit]:
    """What the text names; nothing where it begins with none of them and ends with none."""
    none = _NONE_OF.match(said.plain) and not BUT.search(said.plain) and not any(o.nothing for o in options)
    return [] if none else _hits(said, options, question, context)


def _apart_from_question(plain: str, hits: list[Hit], asked: str) -> list[Hit]:
    """Without what is described by words of the question alone (`hotel` of a position in the hotel)."""
    if not hits or hits[0].rule != "choice.described":
        return hits
    said_there = f" {' '.join(words_of(asked))} "
    return [hit for hit in hits if f" {plain[hit.start : hit.end].strip()} " not in said_there]


_NONE_OF = re.compile(
    r"^\W*(?:(?:sorry|hi|ok|well|um|honestly|unfortunately)\W+)*(?:none|neither|ningun[oa])(?: (?:of (?:them|em|those|these|the \w+|yours?|yall\w*)|one|de (?:esos|ell[oa]s|los \w+|las \w+))\b| (?:work|fit|suit|are|is|really|sorry|me (?:queda|sirve))\w*\b)(?!.*\b(?:but|pero|maybe|unless|id take|ill take|only (?:the|if|one)|sino)\b)"
)
_SETTLED = (
    UNSURE,
    "choice.crew",
    "choice.tied",
    "choice.sizes",
    "choice.rated",
    "choice.longest",
    "choice.ladder",
    "choice.bound",
)  # what is refused is weighed already
_TOGETHER = re.compile(
    r"\b(?:and|or|n|y|o|plus|also|both|all|either|any|too|then|tambien|mas|even|first|second|some|mix|half)\b|[,&/+;.]|\n"
)


def _by_chance(plain: str, hits: list[Hit]) -> bool:
    """Whether a text seems to name several options only since words of two stand side by side ("electrician helper")."""
    if len({hit.index for hit in hits}) < 2 or any(hit.sure >= 0.88 or hit.rule in _WHOLE for hit in hits):
        return False
    places = {(hit.start, hit.end) for hit in hits}
    return len(places) > 1 and not _TOGETHER.search(plain)


_WHOLE = ("choice.shared", "choice.hours", "choice.day", "choice.figure", "choice.label")


def _hits(said: Said, options: tuple[Offered, ...], question: Question, context: Context) -> list[Hit]:
    """What the text names, by the first way that finds anything."""
    plain = said.plain
    placed = labels(said.raw, plain, options)
    asked = flat(question.words(context.language))
    if (
        settled := by_number(plain, options)
        or by_size(said, options)
        or by_crew(plain, options)
        or by_days_tied(plain, options)
        or (not placed and (by_ladder(plain, asked, options) or by_rating(plain, asked, options)))
        or by_longest(plain, asked, options)
    ):
        return settled
    if counted(options):
        return (
            by_figure(said, options, question, context)
            or list(named(plain, options))
            or by_degree(plain, options)
            or by_description(plain, options)
        )
    if any(_ORDINAL.search(o.name) for o in options) and placed and not in_turn(options):
        placed = list(named(plain, options)) or placed
    if placed and min(h.sure for h in placed) < 0.95 and re.search(r"\b(?:and|or|y|o)\b|,", plain):
        beside = named(plain, options)
        placed = placed + [
            h for h in beside if not any(h.index == p.index or (h.start < p.end and p.start < h.end) for p in placed)
        ]
    slots = by_slot(plain, options)
    open_slots = [h for h in slots if h.rule == "choice.earliest"] if spent(plain, slots) else slots
    if not placed and (common := open_slots or _by_shared(plain, options) or slots):
        return common
    if placed or (placed := _by_hours_or_name(plain, options)):
        return _closer(plain, options, placed) or placed + _beside(plain, options, placed)
    if measured := by_degree(plain, options) or by_measure(plain, options) or by_week(plain, options):
        return measured
    slips = alike(plain, options)
    if slips and slips[0].sure >= 0.8:
        return slips
    return by_description(plain, options) or slips or ([] if ALL.search(plain) else by_trade(plain, options))


def _closer(plain: str, options: tuple[Offered, ...], placed: list[Hit]) -> list[Hit]:
    """The one option described in several words, where only single words point elsewhere (`a ford transit for deliveries`)."""
    if not all(_slight(plain, hit) for hit in placed):
        return []
    if any(_CONCLUDED.search(plain[: hit.start]) for hit in placed):
        return []
    told = [h for h in by_description(plain, options) if " " in plain[h.start : h.end].strip()]
    return told if len({h.index for h in told}) == 1 and not spent(plain, told) else []


_CONCLUDED = re.compile(r"\b(?:so|then|just|make it|put me|prefer|want|take|rather|gimme|give me|entonces|asi que|mejor)\s+(?:\w+\s+){0,2}$")  # fmt: skip
_LOOSE = re.compile(r"(?:cards?|certificat\w*|licen[cs]es?|trucks?|company|office|jobs?|lines?|service|level|machines?|desk|center|yard|care|room|station|equipment|tools?)$")  # fmt: skip


def _slight(plain: str, hit: Hit) -> bool:
    """Whether an option is pointed at by one other word for it, or by a word that many things share (`the card`)."""
    words = plain[hit.start : hit.end].strip()
    return " " not in words and (
        hit.rule == "choice.synonym" or (hit.rule == "choice.part" and bool(_LOOSE.match(words)))
    )


def _beside(plain: str, options: tuple[Offered, ...], placed: list[Hit]) -> list[Hit]:
    """What is described besides the options named, where those are let go of (`took the train, bought a sentra`) or joined to it (`urine or spit`)."""
    but = BUT.search(plain)
    if but and not but.group().startswith(("the other", "other", "the rest")):
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
    found = list(named(plain, options))
    if any(re.search(r"\d", plain[hit.start : hit.end]) for hit in timed):
        told = {hit.index for hit in found} & {hit.index for hit in timed}
        return [hit for hit in timed if hit.index in told or not told]
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


def _summed(indexes: set[int], question: Question) -> list[int]:
    """The options in order; where one of three stands for the two others (`Both`), that one."""
    summing = [i for i, option in enumerate(question.options) if re.match(r"(?:both|either)\b", flat(option.value))]
    if len(question.options) == 3 and len(summing) == 1 and len(indexes) == 2 and summing[0] not in indexes:
        return summing
    return sorted(indexes)


def _reading(said: Said, question: Question, hits: list[Hit]) -> Reading:
    chosen = _summed({hit.index for hit in hits}, question)
    names = [question.options[index].value for index in chosen]
    start, end = min(h.start for h in hits), max(h.end for h in hits)
    sure = min(hit.sure for hit in hits)
    return Reading(
        value=names[0] if len(names) == 1 else names, quote=said.quote(start, end), confidence=sure, rule=hits[0].rule
    )

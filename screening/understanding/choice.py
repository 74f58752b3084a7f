"""Reads a choice: letter, place, name, part of it, other words, hours, figures, several, all but one, none."""

import re

from screening.scripts.script import Question
from screening.understanding.choice_days import by_days
from screening.understanding.choice_degrees import by_degree
from screening.understanding.choice_described import by_description
from screening.understanding.choice_figures import by_figure, counted
from screening.understanding.choice_hits import Hit
from screening.understanding.choice_hours import by_hours
from screening.understanding.choice_kept import kept, spent
from screening.understanding.choice_labels import labels
from screening.understanding.choice_names import alike, named
from screening.understanding.choice_options import Offered, offered
from screening.understanding.choice_rest import ALL, BUT, NONE, all_but, every_of, nothing_of, other_of
from screening.understanding.choice_shared import by_shared
from screening.understanding.choice_trade import by_trade
from screening.understanding.choice_when import agreement, by_time
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said

_ASKS = re.compile(
    r"\W*(?:does|is there|are there|how much|how many|what time|whats the|what is the|do (?:you|u|yall|they))\b"
)


def read_choice(said: Said, question: Question, context: Context) -> Reading | None:
    """The option, or options, a text names."""
    if not question.options:
        return None
    options = offered(question.options)
    plain = said.plain
    if _ASKS.match(plain):
        return None
    if leaning := agreement(said, question, options, context) or by_time(said, question, options, context):
        return leaning
    hits = _hits(said, options, question, context)
    if BUT.search(plain):
        hits = [hit for hit in hits if not options[hit.index].nothing]
    wanted = hits if hits and all(h.rule == "choice.shared" for h in hits) else kept(plain, hits)
    if nothing := nothing_of(said, options, hits, wanted):
        return _reading(said, question, [nothing])
    if rest := all_but(said, hits, wanted, options, question):
        return rest
    if wanted and _by_chance(plain, wanted):
        return None
    if wanted:
        having = [h for h in wanted if not options[h.index].nothing]
        return _reading(said, question, having or wanted)
    if hits or NONE.search(plain) or BUT.search(plain):
        return None
    return every_of(said, options, question) or other_of(said, question)


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
    return by_description(plain, options) or slips or ([] if ALL.search(plain) else by_trade(plain, options))


def _closer(plain: str, options: tuple[Offered, ...], placed: list[Hit]) -> list[Hit]:
    """The one option described in several words, where only single words point elsewhere (`a ford transit for deliveries`)."""
    if any(hit.rule != "choice.synonym" or " " in plain[hit.start : hit.end].strip() for hit in placed):
        return []
    told = [h for h in by_description(plain, options) if " " in plain[h.start : h.end].strip()]
    return told if len({h.index for h in told}) == 1 and not spent(plain, told) else []


def _beside(plain: str, options: tuple[Offered, ...], placed: list[Hit]) -> list[Hit]:
    """What is described besides the options named, where those are let go of (`took the train, bought a sentra`) or joined to it (`urine or spit`)."""
    if BUT.search(plain):
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


def _reading(said: Said, question: Question, hits: list[Hit]) -> Reading:
    chosen = sorted({hit.index for hit in hits})
    names = [question.options[index].value for index in chosen]
    start, end = min(h.start for h in hits), max(h.end for h in hits)
    sure = min(hit.sure for hit in hits)
    return Reading(
        value=names[0] if len(names) == 1 else names, quote=said.quote(start, end), confidence=sure, rule=hits[0].rule
    )

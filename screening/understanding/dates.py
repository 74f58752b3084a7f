"""Reads a date or a notice: from the mentions of days in a text, the one it answers with."""

import re
from datetime import timedelta

from screening.scripts.script import Question
from screening.understanding.blanking import blanked
from screening.understanding.calendar import mended
from screening.understanding.date_asked import Asked, asked_for
from screening.understanding.date_bare import at_last, at_once, bare, soon
from screening.understanding.date_born import born_on
from screening.understanding.date_bounds import all_week_asked, bounded, in_week_asked
from screening.understanding.date_choice import chosen
from screening.understanding.date_mentions import mentions
from screening.understanding.date_notice import in_parts
from screening.understanding.date_own_things import without_own_things
from screening.understanding.date_reading import dated
from screening.understanding.date_series import more_weekdays, one_after, shifts_done
from screening.understanding.date_things import birthday_reached, of_the_thing
from screening.understanding.date_validity import lasting
from screening.understanding.deferred import deferred
from screening.understanding.figures_borne import OFTEN
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said

_DAY_FIRST = frozenset({"GB", "IN", "IE", "AU", "NZ", "ES", "MX", "FR", "DE", "ZA"})

_STILL = re.compile(
    r"\b(?:havent (?:left|quit|finished|started|moved|taken|done|had|got\w*)|hasnt|not yet|still (?:there|here|work\w*|employed|on)|aun no|todavia)\b"
)
_TAKEN_JOB = re.compile(r"\b(?:started|began|empece)\b")


_TELLS_LATER = deferred(
    r"\bill (?:text|call|tell|let|hit|msg|message) (?:u|you|ya|yall)\b.*\b(?:then|know)\b|\bill (?:know|find out|hear)\b"
)
_AGO = deferred(r"\bago\b|last|yesterday|past|back|\bayer\b|\bhace\b|pasad")


def read_date(said: Said, question: Question, context: Context) -> Reading | None:
    """The day (or span of days) a text answers with."""
    plain = mended(blanked(said.plain, OFTEN))
    asked = asked_for(question, context)
    back = asked.back and not _STILL.search(plain)
    clock = Clock(context.now.date(), context.country in _DAY_FIRST, past=back, ends=asked.ends)
    counted = one_after(plain, clock) or shifts_done(plain, clock) or more_weekdays(plain, clock)
    if later := counted or all_week_asked(plain, question, context):
        return dated(said, plain, later)
    found = _told(plain, clock, asked)
    if _TELLS_LATER.search(plain):
        return None
    if not found:
        return (
            at_once(said, plain, clock, talk=asked.talk)
            or soon(said, plain, question, context)
            or bare(said, plain, question, clock, context)
        )
    if not asked.back and (now := at_last(said, plain, clock) or _since(said, plain, found, clock)):
        return now
    moment = _meant(plain, found, clock, question, context)
    if moment and asked.born:
        moment = born_on(plain, moment, clock)
    if moment is None:
        return None
    if not asked.back and (now := _since(said, plain, [moment], clock)):
        return now
    moment = in_week_asked(bounded(plain, moment, clock), plain, question, context)
    return None if _passed(plain, moment, clock, asked) else dated(said, plain, moment)


def _told(plain: str, clock: Clock, asked: Asked) -> list[Moment]:
    """The days told that may be an answer at all."""
    found = mentions(plain, clock)
    if asked.back or asked.ends:
        return found
    return without_own_things(plain, [m for m in found if m.rule != "date.year" or _in_a_year(plain, m)])


def _meant(plain: str, found: list[Moment], clock: Clock, question: Question, context: Context) -> Moment | None:
    """The one of the days told that answers, worked out of several where it has to be."""
    asked = asked_for(question, context)
    if not asked.ends:
        return in_parts(plain, found, clock) or chosen(plain, _in_time(found, clock, asked), question, context)
    if sure := birthday_reached(plain, found, question, context) or lasting(plain, found, clock):
        return sure
    found = of_the_thing(plain, found, question, context)
    if not found:
        return None
    told = lasting(plain, found, clock) or in_parts(plain, found, clock)
    return told or chosen(plain, _in_time(found, clock, asked), question, context)


def _since(said: Said, plain: str, found: list[Moment], clock: Clock) -> Reading | None:
    """At once, where only what has gone by is told before it (`turned my keys in on the 6th so im free`)."""
    if any(moment.last >= clock.today for moment in found):
        return None
    return at_once(said, plain[found[-1].end :].rjust(len(plain)), clock)


def _passed(plain: str, moment: Moment, clock: Clock, asked: Asked) -> bool:
    """Whether the day lies behind us though one to come is asked for; what is plainly told of the past stands."""
    if not (moment.last < clock.today or moment.first < moment.last == clock.today) or asked.back or asked.ends:
        return False
    if asked.to_come:
        return True
    told = _AGO.search(plain) and not _TAKEN_JOB.search(plain)
    return not told and clock.today - moment.last < timedelta(days=400)


def _in_a_year(plain: str, moment: Moment) -> bool:
    """Whether a year alone is meant as one: `not until 2028`, `in 2028`."""
    return bool(
        re.match(r"(?:in|of|during|en|sometime in|the year|not|twenty|two thousand|dos mil)\b", plain[moment.start :])
        or re.search(r"\b(?:til+|until|before|by|hasta|sometime|around|like|maybe)\s+$", plain[: moment.start])
        or len(plain.split()) <= 2
    )


def _in_time(found: list[Moment], clock: Clock, asked: Asked) -> list[Moment]:
    """Where a day gone by is asked for and one is told, those to come do not count; where one to come, those gone by."""
    if clock.past:
        return [m for m in found if m.first <= clock.today] or found
    if asked.to_come and not asked.ends:
        return [m for m in found if m.last >= clock.today] or found
    return found

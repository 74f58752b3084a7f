"""Minutes asked and told in hours: half an hour, an hour and a half, 1 hr 15."""

import re

from screening.understanding.durations import tidy
from screening.understanding.numerals import numbers
from screening.understanding.reading import Reading
from screening.understanding.words import Said

_ASKED = re.compile(r"\b(?:how many|number of|cuantos) (?:\w+ )?(?:minutes|mins|minutos)\b")
_HOURS = re.compile(
    r"\b(?:(?P<only>half (?:an? )?(?:hour|hr)|media hora|quarter\W+(?:of\W+)?(?:an\W+)?hour|cuarto de hora)"
    r"|(?P<h>\d{1,2}(?:\.\d+)?|an?|one|two|three|una?|dos|tres)? ?(?:hours?|hrs?|hr|horas?)(?:\W*(?:and|n|y|&)?\W*(?P<half>(?:a )?half|media|(?:a )?quarter|cuarto)|\W*(?:and|n|y|&)?\W*(?P<m>\d{1,2})(?: ?min\w*)?)?)\b"
)
_MINUTES = re.compile(
    r"^\W*(?:about |like |around |maybe |bout |como )*(?P<n>\d{1,3}) ?(?:min|mins|minutes)\b(?! ?(?:or|to|max|tops|imum))[^\d]*$"
)


def minutes_asked(said: Said, plain: str, asked: str) -> Reading | None:
    """Minutes, where they are asked and the text tells one length of time in hours, or in "min" that is no least."""
    if not _ASKED.search(asked):
        return None
    if plainly := _MINUTES.match(plain):
        return Reading(
            value=int(plainly["n"]), quote=said.quote(*plainly.span("n")), confidence=0.9, rule="number.in_minutes"
        )
    found = list(_HOURS.finditer(plain))
    if len(found) != 1 or numbers(plain[: found[0].start()] + " " + plain[found[0].end() :]):
        return None
    if re.search(
        r"\b(?:under|over|less than|more than|up to|at least|at most|max|within)\W+(?:an? )?$",
        plain[: found[0].start()],
    ):
        return None
    return Reading(
        value=tidy(_length(found[0])), quote=said.quote(*found[0].span()), confidence=0.85, rule="number.in_minutes"
    )


def _length(match: "re.Match[str]") -> float:
    if match["only"]:
        return 15 if "quart" in match["only"] or "cuarto" in match["only"] else 30
    count = numbers(match["h"] or "")
    hours = count[0].value if count else 1.0
    half = match["half"] or ""
    return 60 * hours + (15 if "quart" in half or "cuarto" in half else 30 if half else 0) + float(match["m"] or 0)

"""How a year alone is written or said: `2019`, `since 23`, `class of 12`, `nineteen ninety eight`, `en el ochenta y nueve`."""

from screening.understanding.moment_day_rules import Source
from screening.understanding.moment_spans import year_alone
from screening.understanding.moment_words import YEAR_SPOKEN

_UNITS = r"hours?|hrs?|minutes?|mins?|weeks?|days?|months?|years?|miles?|am|pm|of|places?|people|dif\w*|bucks|dollars?|an|percent|lbs|pounds|k|seconds?"
_IN = r"since|in|of|during|around|like|back in|way back in|desde|en"

CLASS_OF: tuple[Source, ...] = (
    (
        "date.year",
        r"\b(?:class|grad|graduated|generacion|clase)\s+(?:of|in|del?)\s+'?(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])",
        year_alone,
        0.75,
    ),
)
YEARS: tuple[Source, ...] = (
    (
        "date.year",
        r"(?<![\w$#.,/:-])(?:(?:of|in|since|during|de|del|en|desde)\s+(?:the |el )?(?:year |ano )?)?(?P<year>(?:19|20)\d\d)(?![\d%]|[/:.-]\d|\s*(?:hours?|hrs|miles?|am|pm|st|street|ave|rd|dollars?|bucks|lbs)\b)",
        year_alone,
        0.75,
    ),
    (
        "date.year",
        rf"\b(?:since|in|during|around|back in|desde|en)\s+(?:el )?(?P<year>\d\d)(?![\d%]|[/:.,-]\d|\s*(?:{_UNITS})\b)",
        year_alone,
        0.7,
    ),
    (
        "date.year",
        r"\b(?:sometime in|the year|not (?:un)?til+)\s+'?(?P<year>2[7-9]|3\d)(?=\W*(?:$|,))",
        year_alone,
        0.65,
    ),
    ("date.year", r"^\W*(?:like |around )?(?P<year>[4-9]\d)(?=\W*(?:$|[,.]))", year_alone, 0.7),
    (
        "date.year",
        rf"(?:\b(?:{_IN})\s+(?:el )?(?:ano )?)?\b(?P<year>{YEAR_SPOKEN})\b(?!\s*(?:{_UNITS}|dollars?|bucks|an hour|pounds|lbs)\b)",
        year_alone,
        0.7,
    ),
)

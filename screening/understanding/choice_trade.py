"""A choice by what people do in it (`hanging sheetrock` of Drywall), where no option is named."""

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_options import Offered
from screening.understanding.claim_table import claims_of


def by_trade(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The one option whose trade the text speaks of; none where two would do."""
    found = [(option, claims_of(option.name)) for option in options if not option.nothing]
    told = [patterns for _, patterns in found]
    spots = [
        Hit(option.index, match.start(), match.end(), 0.76, "choice.trade")
        for option, patterns in found
        if told.count(patterns) == 1
        for pattern in patterns
        for match in pattern.finditer(plain)
    ]
    return spots if len({hit.index for hit in spots}) == 1 else []

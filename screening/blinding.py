"""Blinding: what of a confidential job must not be shown, anywhere."""

import re
from collections.abc import Callable

from screening.clean import clean
from screening.people import Opportunity

HIDDEN = "[client]"


def eyes(job: Opportunity) -> Callable[[str], str]:
    """A function that cleans a text and, for a confidential job, hides the client's name in it."""
    name = " ".join(clean(job.client, 200).split())
    if not job.confidential or not name:
        return clean
    pattern = re.compile(
        r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)",
        re.IGNORECASE,
    )
    return lambda text: pattern.sub(HIDDEN, clean(text))

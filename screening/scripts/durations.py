"""Durations as people write them: "24h", "7d", "1h30m"."""

import re
from typing import Final

_PARTS: Final = re.compile(r"(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?", re.ASCII)
_SECONDS: Final = (86_400, 3_600, 60, 1)


def read_duration(text: str) -> float | None:
    """Seconds, or None where the text is not a duration: days, hours, minutes, seconds, in this order."""
    match = _PARTS.fullmatch(text.strip().lower().replace(" ", ""))
    if match is None or not match.group():
        return None
    return float(sum(int(n) * unit for n, unit in zip(match.groups(), _SECONDS, strict=True) if n))

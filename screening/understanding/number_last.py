"""Of several jobs told, the last one, where that is asked about (`2 years there, but the last one 14 months`)."""

import re

_LAST_ASKED = re.compile(
    r"\b(?:your|the|su|tu) (?:last|most recent|latest|current|ultimo|ultima) (?:job|place|position|employer|role|trabajo|empleo)\b"
)
_THE_LAST = re.compile(
    r"(?:[,.;]\s*|\b(?:but|and|then|n|pero|y)\s+)(?:but |and |it was |was )?(?:at )?(?:the |my |el |mi )?(?:very )?(?P<last>(?:last|latest|most recent|ultim[oa])(?: one| 1| job| place| gig| trabajo)?\b(?! (?:year|month|week|time|summer|winter|spring|fall|\d))[^.;\d]{0,30}?\d)"
)


def last_one(plain: str, asked: str) -> str:
    """Without what was told before the last of several, where the last job is asked about."""
    match = _THE_LAST.search(plain) if _LAST_ASKED.search(asked) else None
    if match is None or not re.search(r"\d", plain[: match.start()]):
        return plain
    return " " * match.start("last") + plain[match.start("last") :]

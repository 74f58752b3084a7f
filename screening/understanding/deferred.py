"""Patterns that are compiled when they are first used: few texts need many of them, and all of them take a quarter of a second."""

import re
from typing import Any, cast


class _Deferred:
    """Stands for a pattern; its methods are its own after their first use."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found


def deferred(text: str, flags: int = 0) -> "re.Pattern[str]":
    """The compiled pattern, once something is asked of it."""
    return cast("re.Pattern[str]", _Deferred(text, flags))

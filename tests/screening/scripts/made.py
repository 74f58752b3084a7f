"""Scripts for tests: a good one, with parts exchanged."""

HEAD = """format = 1
name = "dock"
title = "Dock hand"
"""
LICENCE = """
[[question]]
key = "licence"
kind = "yes_no"
ask = "Do you hold a valid forklift licence?"
weight = 3
knockout = "no"
"""
YEARS = """
[[question]]
key = "years"
kind = "number"
ask = "How many years have you driven a forklift?"
unit = "years"
range = [0, 50]
points = [{ at_least = 5, points = 5 }, { at_least = 2, points = 3 }, { points = 1 }]
"""
STORY = """
[[question]]
key = "story"
kind = "text"
ask = "Tell me about a spill that you dealt with."
[[question.rubric]]
name = "made it safe"
evidence = ["cones", "mopped"]
"""


def script(*parts: str, head: str = HEAD) -> str:
    """A script of these parts; with none, one plain question."""
    return head + "".join(parts or (LICENCE,))


def asking(ask: str, kind: str = "yes_no", more: str = "", key: str = "q") -> str:
    """One question with these words."""
    return f'\n[[question]]\nkey = "{key}"\nkind = "{kind}"\nask = "{ask}"\n{more}\n'


def choice(ask: str, *values: str, more: str = "") -> str:
    """A choice between these values."""
    options = ", ".join(f'{{ value = "{value}", points = 3 }}' for value in values)
    return asking(ask, "choice", f"options = [{options}]\n{more}")


def faq(ask: str, answer: str) -> str:
    """One faq."""
    return f'\n[[faq]]\nask = ["{ask}"]\nanswer = "{answer}"\n'


def top(line: str) -> str:
    """The head with one more line."""
    return f"{HEAD}{line}\n"


SPANISH = HEAD + 'language = "es"\n'

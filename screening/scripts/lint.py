"""What is wrong or doubtful in what a script says."""

from screening.errors import Problem
from screening.scripts.script import Script


def lint(script: Script) -> tuple[Problem, ...]:
    """Every problem of a script that can be run; those with `error` forbid publishing it."""
    return () if script.questions else (Problem(0, "the script has no question"),)

"""What is wrong or doubtful in what a script says: the rules before publishing."""

from screening.errors import Problem
from screening.scripts.honesty import denials, honest, keywords
from screening.scripts.plain import plain, same_words
from screening.scripts.protected import criteria, protected
from screening.scripts.reach import reach, whole
from screening.scripts.said import Lines, texts_of
from screening.scripts.script import Script
from screening.scripts.structure import structure


def lint(script: Script) -> tuple[Problem, ...]:
    """Every problem of a script, from its first line to its last; those with `error` forbid publishing it."""
    lines = Lines(script)
    texts = texts_of(script, lines)
    found = [problem for said in texts for rule in (protected, honest) for problem in rule(said)]
    found += [problem for said in texts for problem in plain(said, script)]
    found += [*structure(script)] if script.questions else []
    for rule_of_script in (criteria, keywords, denials, reach, same_words, whole):
        found += rule_of_script(script, lines)
    return tuple(sorted(dict.fromkeys(found), key=lambda p: (p.line, not p.error)))

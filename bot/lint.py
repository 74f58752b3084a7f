"""`greenroom lint`: every problem found in script files, with line numbers."""

import sys
from collections.abc import Sequence
from pathlib import Path

from screening.errors import Problem, ScriptInvalid
from screening.scripts.lint import lint
from screening.scripts.reader import read_script


def lint_files(names: Sequence[str]) -> int:
    """Print every problem; 1 where a script has an error."""
    found = [(name, p) for name in names for p in _problems(Path(name))]
    for name, p in found:
        sys.stdout.write(f"{name}:{p.line}: {'error' if p.error else 'warning'}: {p.message}\n")
    return int(any(p.error for _, p in found))


def _problems(path: Path) -> tuple[Problem, ...]:
    try:
        return lint(read_script(path.read_text(encoding="utf-8")))
    except ScriptInvalid as error:
        return error.problems
    except (OSError, UnicodeDecodeError) as error:
        return (Problem(0, f"cannot be read: {error}"),)

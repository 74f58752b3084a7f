"""Mutants that no test kills, each with its reason: (file, change, the line as it stands) to why it may live."""

from typing import Final

KEPT: Final[dict[tuple[str, str, str], str]] = {
    (
        "screening/machine.py",
        "statement dropped",
        "assert_never(unexpected)",
    ): "never reached: the type checker counts the events",
}

"""The formats of script files ever released, and the way from each to the newest."""

from collections.abc import Callable, Mapping
from typing import Any, Final

NEWEST: Final = 1

Table = dict[str, Any]
Upgrade = Callable[[Table], Table]

UPGRADES: Final[Mapping[int, Upgrade]] = {}  # n: from format n to format n + 1; never removed


def fault_in_format(table: Mapping[str, object], newest: int = NEWEST) -> str:
    """What is wrong with the format number, nothing where the script can be read."""
    if "format" not in table:
        return f"'format' is missing; begin the script with format = {newest}"
    number = table["format"]
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        return f"'format' must be a whole number from 1 to {newest}"
    if number > newest:
        return f"format {str(number)[:9]} is newer than this Greenroom, which reads up to format {newest}; update it"
    return ""


def upgrade(table: Table, newest: int = NEWEST, upgrades: Mapping[int, Upgrade] = UPGRADES) -> Table:
    """The same script in the newest format; the table's format number has been looked at."""
    for number in range(int(table["format"]), newest):
        table = {**upgrades[number](table), "format": number + 1}
    return table

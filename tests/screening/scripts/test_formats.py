"""Formats of script files."""

from screening.scripts.formats import NEWEST, fault_in_format, upgrade


def test_the_newest_format_is_read_as_it_is() -> None:
    table = {"format": NEWEST, "name": "x"}
    assert fault_in_format(table) == ""
    assert upgrade(table) == table


def test_an_old_script_climbs_every_step() -> None:
    steps = {1: lambda t: {**t, "b": t["a"]}, 2: lambda t: {**t, "c": t["b"]}}
    assert upgrade({"format": 1, "a": 5}, newest=3, upgrades=steps) == {"format": 3, "a": 5, "b": 5, "c": 5}
    assert fault_in_format({"format": 2}, newest=3) == ""


def test_a_newer_script_is_refused_by_number() -> None:
    assert "format 2 is newer" in fault_in_format({"format": 2})

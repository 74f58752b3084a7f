"""The lines of keys: the scan agrees with tomllib about what there is."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.scripts.positions import Path, line_of, positions
from tests.screening.scripts.corpus import BAD, GOOD

SOURCE = '''a = 1  # one
"b c" = """
[not.a.table]
"""
[t]
x.y = 'it''s'\x20
list = [
  1, 1.5,
  { k = "}", z = [ ] }, # ]
  2026-01-01 10:00:00,
]
[[rows]]
v = \'\'\'
= \'\'\'
[[rows]]
[[rows.cells]]
w = -inf
[[rows.cells]]
[rows.more]
w = 0x1F
'''.replace("'it''s' ", "'its'")


def paths(value: object, at: Path = ()) -> list[Path]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*([at] if at else []), *(path for key, item in inner for path in paths(item, (*at, key)))]


def test_each_key_has_its_line() -> None:
    lines = positions(SOURCE)
    expected = {
        ("a",): 1, ("b c",): 2, ("t",): 5, ("t", "x", "y"): 6, ("t", "list"): 7, ("t", "list", 0): 8, ("t", "list", 1): 8,
        ("t", "list", 2, "z"): 9, ("t", "list", 3): 10, ("rows", 0): 12, ("rows", 0, "v"): 13, ("rows", 1): 15,
        ("rows", 1, "cells", 0): 16, ("rows", 1, "cells", 0, "w"): 17, ("rows", 1, "cells", 1): 18, ("rows", 1, "more"): 19,
        ("rows", 1, "more", "w"): 20,
    }  # fmt: skip
    assert {path: lines.get(path) for path in expected} == expected


def test_every_path_that_tomllib_finds_has_a_line() -> None:
    for source in (SOURCE, *(text for _, text in GOOD), *(bad[1] for bad in BAD)):
        try:
            found = paths(tomllib.loads(source))
        except tomllib.TOMLDecodeError:
            continue
        lines = positions(source.replace("\r\n", "\n"))
        assert all(line_of(lines, path) for path in found if len(path) > 1 or path in lines)
        assert not set(lines) - set(found)


def test_what_has_no_line_has_that_of_what_is_around_it() -> None:
    lines = positions("a = 1\n[b]\nc = 2\n")
    assert line_of(lines, ("b", "d", 3)) == 2
    assert line_of(lines, ("z",)) == 0


@pytest.mark.parametrize(
    "text", ["[", "a", "a =", "a = [", "a = {", "a = [=]", "{", "]", "a = [[[", '"""', "[[a", "[" * 9_000]
)
def test_what_is_not_toml_ends_too(text: str) -> None:
    assert isinstance(positions(text), dict)


@given(st.text(alphabet="ab1.,=[]{}\"'#\n \\-", max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_scan(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in positions(text).values())

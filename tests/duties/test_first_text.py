"""The first text always says who writes, that a machine does, how to reach a person, and STOP and HELP, whatever the script."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.channels.inviting import ROOM
from screening.scripts.reader import read_script
from screening.scripts.script import Script
from screening.wording import LIMIT, greeting, opening
from tests.builders import a_screening, a_script

SHIPPED = sorted((Path(__file__).parents[2] / "bot/sandbox/scripts").glob("*.toml"))
PARTS = {"en": ("automated", "HUMAN", "STOP", "HELP"), "es": ("automático", "HUMANO", "STOP", "AYUDA")}


def judged(script: Script, intro: str, **changes: object) -> None:
    s = a_screening(script, language=script.language, **changes)
    head, _ = opening(script.__class__(**{**fields(script), "intro": {script.language: intro}}), s, script.questions[0])
    for part in (*PARTS[script.language], s.brand):
        assert part in head, (part, head)
    assert len(head) <= LIMIT


def fields(script: Script) -> dict[str, object]:
    return {name: getattr(script, name) for name in script.__dataclass_fields__}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_every_shipped_script_opens_with_the_whole_notice(path: Path) -> None:
    script = read_script(path.read_text(encoding="utf-8"))
    for intro in script.intro.values():
        judged(script, intro)


@given(st.text(alphabet="abc ?{}é😀\n", max_size=400), st.text(alphabet="Acme &Co.", min_size=1, max_size=40))
def test_no_intro_and_no_brand_pushes_the_notice_out(intro: str, brand: str) -> None:
    judged(a_script(), intro, brand=brand)


@given(st.text(max_size=400))
def test_the_notice_stands_before_a_link_too(intro: str) -> None:
    script = a_script()
    other = script.__class__(**{**fields(script), "intro": {"en": intro}})
    head, _ = greeting(other, a_screening(other), "_" * ROOM)
    assert all(part in head for part in PARTS["en"])

"""Recruiters see where everyone is, and what a step left out."""

import os
from pathlib import Path

from bot.desk.reasons import _missed
from screening.calls import Call, CallState
from tests.builders import NOON, a_screening, a_script
from tests.desk.conftest import CHANNEL, SCRIPT, Shop


async def test_the_list_and_why_say_at_which_step_somebody_is(shop: Shop, tmp_path: Path) -> None:
    two = SCRIPT.replace('steps = ["sms"]', 'steps = ["sms", "form"]').replace('"dockhand"', '"stepper"')
    (tmp_path / "stepper.toml").write_text(two)
    os.utime(tmp_path / "stepper.toml", (0, 0))  # unchanged for long
    await shop.job("scripts")
    said = await shop.ask(f'map 1020 agent=stepper stage="Phone Screen" channel=<#{CHANNEL}|hiring>')
    assert "Whoever reaches it" in said, said
    ana = shop.arrive()
    shop.move(ana)
    await shop.turn()
    listed, why = await shop.ask("candidates 1020"), await shop.ask(f"why {ana['resourceId']}")
    assert "step 1 of 2: text" in listed
    assert "step 1 of 2: text" in why


def test_a_call_that_led_to_nothing_is_named() -> None:
    call = Call(number=1, at=NOON, state=CallState.OVER, ended="no-answer")
    assert "call 1: no answer" in _missed(a_screening(a_script("voice"), calls=(call,)))[0]
    assert _missed(a_screening(a_script("voice"))) == []

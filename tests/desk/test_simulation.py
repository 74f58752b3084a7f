"""Simulations: the real engine in a thread; nothing leaves."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.agents import publish
from bot.desk.personas import PERSONAS, answers, fitting, unfitting
from screening.scripts.reader import read_script
from tests.desk.conftest import SCRIPT, Shop


async def begun(shop: Shop, command: str = "simulate dockhand") -> str:
    assert "is in its thread" in await shop.ask(command)
    return shop.place("Simulation of")[1]


def said(shop: Shop, thread: str) -> list[str]:
    return [p["text"] for p in shop.slack.called("chat.postMessage") if p.get("thread_ts") == thread]


async def test_a_simulation_plays_the_agent_in_a_thread_and_nothing_leaves(shop: Shop) -> None:
    thread = await begun(shop)
    assert "Do you hold a valid forklift licence?" in said(shop, thread)[0]
    await shop.wrote(thread, "yes", ts="1.1")
    assert "How many years" in said(shop, thread)[-1]
    await shop.wrote(thread, "6", ts="1.2")
    assert "*Ended: completed*, 100/100, Advance" in said(shop, thread)[-1]
    assert shop.sent() == []
    assert shop.tenant.activities == []
    assert "Screenings: 0 going on" in await shop.ask("status")


async def test_the_clock_moves_and_brings_a_reminder(shop: Shop) -> None:
    thread = await begun(shop)
    await shop.wrote(thread, "+25h", ts="1.1")
    assert said(shop, thread)[-1].count("*Greenroom*") == 1
    await shop.wrote(thread, "+1m", ts="1.2")
    assert "Greenroom says nothing" in said(shop, thread)[-1]
    await shop.wrote(thread, "+8d", ts="1.3")
    assert "*Ended: expired*" in said(shop, thread)[-1]


async def test_a_message_delivered_twice_is_heard_once(shop: Shop) -> None:
    thread = await begun(shop)
    await shop.wrote(thread, "yes", ts="1.1")
    before = len(said(shop, thread))
    await shop.wrote(thread, "yes", ts="1.1")
    assert len(said(shop, thread)) == before


async def test_hostile_words_stay_words(shop: Shop) -> None:
    thread = await begun(shop)
    await shop.wrote(thread, "yes", ts="1.1")
    await shop.wrote(thread, "5 &lt;!channel&gt; years", ts="1.2")
    assert all("<!channel>" not in text for text in said(shop, thread))


@pytest.mark.parametrize("persona", PERSONAS)
async def test_every_persona_comes_to_an_end(shop: Shop, persona: str) -> None:
    thread = await begun(shop, f"simulate dockhand persona={persona}")
    assert "*Ended: " in "\n".join(said(shop, thread))


async def test_unknown_agents_and_personas_are_told(shop: Shop) -> None:
    assert "There is no agent “nosuch”" in await shop.ask("simulate nosuch")
    assert "A persona is one of: prompt" in await shop.ask("simulate dockhand persona=clown")


async def test_an_ended_simulation_says_no_more(shop: Shop) -> None:
    thread = await begun(shop)
    await shop.wrote(thread, "end", ts="1.1")
    assert "*Ended: in progress*" in said(shop, thread)[-1]
    before = len(said(shop, thread))
    await shop.wrote(thread, "yes", ts="1.2")
    assert len(said(shop, thread)) == before


def test_fitting_answers_suit_and_unfitting_ones_do_not() -> None:
    licence = read_script(SCRIPT).question("licence")
    assert (fitting(licence), unfitting(licence)) == ("yes", "no")
    assert list(answers("ghoster", licence, 0)) == [{"wait": "8d"}]
    assert (fitting(None), unfitting(None)) == ("ok", "ok")


@pytest.fixture
async def by(shop: Shop, tmp_path: Path) -> Callable[[str], Awaitable[str]]:
    """Begins a simulation of the same questions by other steps; gives its thread."""

    async def begin(steps: str) -> str:
        script = SCRIPT.replace('["sms"]', f"[{steps}]").replace('"dockhand"', '"other"')
        await shop.service.store.run(lambda t: publish(shop.records(t), read_script(script)))
        return await begun(shop, "simulate other")

    return begin


async def test_a_call_is_held_in_the_thread(shop: Shop, by: Callable[[str], Awaitable[str]]) -> None:
    thread = await by('"voice"')
    first = said(shop, thread)[0]
    assert "*Greenroom* (" in first
    assert "*Greenroom* on the phone" in first
    assert "Do you agree to the recording?" in first
    for number, words in enumerate(("press 1", "yes", "six"), 1):
        await shop.wrote(thread, words, ts=f"1.{number}")
    assert "How many years" in said(shop, thread)[-2]
    assert "*Ended: completed*, 100/100, Advance" in said(shop, thread)[-1]


async def test_a_call_that_is_hung_up_or_missed_goes_on_by_text(
    shop: Shop, by: Callable[[str], Awaitable[str]]
) -> None:
    thread = await by('"voice"')
    await shop.wrote(thread, "yes", ts="1.1")
    await shop.wrote(thread, "hang up", ts="1.2")
    assert "We were cut off" in said(shop, thread)[-1]
    await shop.wrote(thread, "yes", ts="1.3")
    await shop.wrote(thread, "6", ts="1.4")
    assert "*Ended: completed*" in said(shop, thread)[-1]


async def test_a_form_is_filled_in_the_thread(shop: Shop, by: Callable[[str], Awaitable[str]]) -> None:
    thread = await by('"form"')
    assert "form licence=… years=…" in said(shop, thread)[0]
    await shop.wrote(thread, "form licence=yes", ts="1.1")
    assert "years missing" in said(shop, thread)[-1]
    await shop.wrote(thread, 'form licence=yes years="about 6"', ts="1.2")
    assert "*Ended: completed*, 100/100, Advance" in said(shop, thread)[-1]


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize("steps", ['"voice"', '"form", "voice"'])
async def test_every_persona_comes_to_an_end_on_the_phone_and_on_forms(
    shop: Shop, by: Callable[[str], Awaitable[str]], persona: str, steps: str
) -> None:
    thread = await by(steps)
    await shop.wrote(thread, f"persona {persona}", ts="1.1")
    assert "*Ended: " in "\n".join(said(shop, thread))

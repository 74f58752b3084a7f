"""Staying true to Tracker: renamed, merged, closed, deleted, changed, marked."""

from collections.abc import Callable

import pytest

from bot.ats.drift import Drift
from bot.ats.hints import hint_of, keep_hint
from tests.ats import tenant
from tests.ats.conftest import House

PHONE_SCREEN = 12


@pytest.fixture
def statuses(monkeypatch: pytest.MonkeyPatch) -> dict[int, tuple[str, str]]:
    """The tenant's statuses, to be changed."""
    made = dict(tenant.STATUSES)
    monkeypatch.setattr(tenant, "STATUSES", made)
    return made


@pytest.fixture
def drift(house: House) -> Drift:
    return Drift(
        store=house.store,
        connection=house.connection,
        settings=house.settings,
        records=house.records,
        now=lambda: house.at,
    )


async def turns(house: House, drift: Drift, times: int = 14) -> None:
    """Some minutes of looking."""
    for _ in range(times):
        await drift.run_once(house.at)
        house.at += 60_000


async def screened(house: House) -> int:
    """Somebody who is being screened."""
    if not house.tracker.jobs:
        await house.map(1020)
    who = house.tracker.apply(1020)
    house.at += 60_000
    await house.turn(2)
    house.tracker.move(who, PHONE_SCREEN)
    await house.turn(2)
    assert (await house.screening(who)).open
    return who


async def said(house: House) -> list[str]:
    """What the channel is told."""
    return [n["payload"]["text"] for n in await house.told("notice")]


async def trigger(house: House) -> tuple[str, tuple[int, ...]]:
    """What the mapping says."""
    mapping = await house.store.read(lambda t: house.records(t).mapping(1020))
    assert mapping is not None
    return mapping.trigger, mapping.statuses


async def test_a_renamed_status_is_told_once_and_the_mapping_goes_on_by_its_id(
    house: House, drift: Drift, statuses: dict[int, tuple[str, str]]
) -> None:
    await house.map(1020)
    await turns(house, drift)
    statuses[12] = ("Telephone interview", "Interview")
    await turns(house, drift, 30)
    assert await trigger(house) == ("Interview › Telephone interview", (12,))
    assert sum("Telephone interview now" in text for text in await said(house)) == 1
    await screened(house)


async def test_a_removed_status_is_told_once_with_what_to_type(
    house: House, drift: Drift, statuses: dict[int, tuple[str, str]]
) -> None:
    await house.map(1020)
    await turns(house, drift)
    del statuses[12]
    await turns(house, drift, 40)
    (text,) = [text for text in await said(house) if "no longer in Tracker" in text]
    assert "map 1020 agent=dockhand stage=..." in text


async def test_a_status_that_joins_the_category_triggers_but_who_stands_there_already_is_not_texted(
    house: House, drift: Drift, statuses: dict[int, tuple[str, str]]
) -> None:
    statuses[14] = ("Video call", "Internal")
    old = house.tracker.apply(1020, 14)
    await house.map(1020, statuses=(12, 13), trigger_words="any status of Interview")
    await turns(house, drift)
    statuses[14] = ("Video call", "Interview")
    await turns(house, drift)
    assert await trigger(house) == ("any status of Interview", (12, 13, 14))
    who = house.tracker.apply(1020)
    house.tracker.touch(old)
    await house.turn(2)
    house.tracker.move(who, 14)
    await house.turn(2)
    assert await house.texted() == {house.person(who): 1}


async def test_a_closed_job_stops_its_conversations_and_says_so_and_one_that_opens_again_goes_on(
    house: House, drift: Drift
) -> None:
    who = await screened(house)
    await turns(house, drift)
    house.tracker.jobs[1020]["closed"] = "2026-06-03T10:00:00"
    await turns(house, drift)
    assert (await house.screening(who)).reason == "the job is closed in Tracker"
    house.tracker.jobs[1020]["closed"] = None
    await turns(house, drift)
    told = await said(house)
    assert sum("is closed in Tracker" in text for text in told) == sum("is open again" in text for text in told) == 1
    await screened(house)


async def test_a_job_that_is_gone_stops_its_conversations(house: House, drift: Drift) -> None:
    who = await screened(house)
    await turns(house, drift)
    del house.tracker.jobs[1020]
    await turns(house, drift)
    assert (await house.screening(who)).reason == "the job is no longer in Tracker"


CHANGES: dict[str, tuple[Callable[[dict[str, object]], object], str, str]] = {
    "number": (
        lambda p: p.update(mobile="(312) 555-0199"),
        "the phone number changed",
        "begins with the new number (…0199)",
    ),
    "do not use": (lambda p: p.update(status="Do Not Use"), "marked Do Not Use", ""),
    "no number": (lambda p: p.update(mobile=""), "", ""),
    "another name": (lambda p: p.update(last="Zulu"), "", ""),
}


@pytest.mark.parametrize("change", CHANGES)
async def test_what_changes_about_a_candidate_during_a_screening(house: House, drift: Drift, change: str) -> None:
    who = await screened(house)
    await turns(house, drift)
    deed, reason, words = CHANGES[change]
    deed(house.tracker.people[house.person(who)])
    await turns(house, drift)
    s = await house.screening(who)
    assert s.open is not bool(reason)
    assert reason in s.reason
    assert any(words in text for text in await said(house)) or not words


async def test_a_candidate_who_is_deleted_in_tracker_is_let_go_and_erasing_is_offered(
    house: House, drift: Drift
) -> None:
    who = await screened(house)
    await turns(house, drift)
    person = house.person(who)
    del house.tracker.people[person]
    await turns(house, drift)
    assert (await house.screening(who)).reason == "deleted in Tracker"
    assert any(f"`erase {person}`" in text for text in await said(house))
    rows = await house.store.read(lambda t: [r for r in t["outbox"].all() if r["way"] == "activity"])
    assert rows and all(r["state"] == "dropped" for r in rows)  # nothing is written on a record that is gone


async def test_comparing_with_tracker_takes_at_most_an_eighth_of_the_calls(house: House, drift: Drift) -> None:
    await house.map(*range(1001, 1041))
    house.tracker.calls.clear()
    for _ in range(20):
        made = len(house.tracker.calls)
        await drift.run_once(house.at)
        assert len(house.tracker.calls) - made <= 7 + 1
        house.at += 60_000
    assert house.tracker.paths()["Opportunity"] >= 40


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ({"recordType": "OpportunityResource", "action": "Updated", "recordId": 5}, ("applications", 5)),
        ({"RecordType": "Opportunity", "Id": "1026"}, ("jobs", 1026)),
        ({"event": "x", "data": {"recordType": "Resource", "RecordId": 7}}, ("candidates", 7)),
        ({"recordType": "Lead", "recordId": 7}, None),
        ({"recordType": "Resource", "recordId": "7; DROP"}, None),
        ({"recordType": "Resource", "recordId": "9" * 40}, None),
        ([1, 2], None),
        ("text", None),
        (None, None),
    ],
)
def test_a_hint_is_read_from_whatever_comes_or_not_at_all(body: object, hint: tuple[str, int] | None) -> None:
    assert hint_of(body) == hint


async def test_a_hint_hurries_the_turn_and_finds_who_the_search_does_not_tell_of_yet(house: House) -> None:
    await house.map(1020)
    who = house.tracker.apply(1020)
    house.at += 60_000
    await house.turn(2)
    house.tracker.lag = lambda: 6 * 3_600_000
    house.tracker.move(who, PHONE_SCREEN)
    house.at += 3_000
    body = {"recordType": "OpportunityResource", "action": "Updated", "recordId": who}
    for _ in range(3):
        await house.store.run(lambda t: keep_hint(t, hint_of(body)))
        await house.watcher.hurry(house.at)
    await house.watcher.hurried()
    assert await house.texted() == {house.person(who): 1}
    await house.turn(8 * 60)
    assert (await house.screening(who)).open
    assert await house.texted() == {house.person(who): 1}


async def test_without_a_hint_nothing_is_hurried(house: House) -> None:
    await house.map(1020)
    house.tracker.calls.clear()
    await house.watcher.hurry(house.at + 10_000)
    await house.watcher.hurried()
    assert not house.tracker.calls

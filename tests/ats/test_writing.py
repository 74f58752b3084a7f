"""What is written to Tracker: when, on what, whose, under which type and fields."""

from typing import Any

import pytest

from bot.ats.writing import Writing, changed
from screening.screening import Status
from tests.desk.conftest import Shop


def written(shop: Shop) -> list[dict[str, Any]]:
    """The Activities in the simulated Tracker."""
    return list(shop.tenant.activities)


async def remap(shop: Shop, words: str) -> None:
    """Map the job again."""
    said = await shop.ask(f'map 1020 agent=dockhand stage="Phone Screen" {words}')
    assert "Whoever reaches it" in said, said


@pytest.mark.parametrize(
    ("write_back", "answers", "subjects"),
    [
        ("completed", ("yes", "6"), ["100/100"]),
        ("contacted", ("yes", "6"), ["contacted", "100/100"]),
        ("replied", ("yes", "6"), ["replied", "100/100"]),
        ("passed", ("yes", "6"), ["100/100"]),
        ("passed", ("blue", "green", "6"), []),
        ("passed", ("no",), []),
        ("interested", ("yes", "6"), ["100/100"]),
        ("interested", ("not interested",), []),
        ("off", ("yes", "6"), []),
    ],
)
async def test_when_a_result_is_written(
    shop: Shop, write_back: str, answers: tuple[str, ...], subjects: list[str]
) -> None:
    await remap(shop, f"write_back={write_back}")
    await shop.screened(*answers)
    await shop.turn(6)
    found = [a["subject"] for a in written(shop)]
    assert len(found) == len(subjects)
    assert all(words in subject for words, subject in zip(subjects, found, strict=True)), found


async def test_the_workspace_is_inherited_by_agents_and_agents_by_mappings_and_settings_say_whence(shop: Shop) -> None:
    assert "Set." in await shop.ask("settings write_back=off")
    await remap(shop, "")
    await shop.screened(first="Ana")
    await shop.turn(4)
    assert written(shop) == []
    await shop.ask("settings agent=dockhand write_back=completed")
    await shop.screened(first="Bo")
    await shop.turn(4)
    assert len(written(shop)) == 1
    await remap(shop, "write_back=off")
    await shop.screened(first="Cleo")
    await shop.turn(4)
    assert len(written(shop)) == 1
    said = await shop.ask("settings")
    assert "`write_back`: off (set in Slack" in said and "agent dockhand, `write_back`: completed" in said


async def test_only_admins_set_what_tracker_gets(shop: Shop) -> None:
    assert "Only admins" in await shop.ask("settings write_back=off", user="U0PLAIN")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("write_back=sometimes", "write_back is one of completed"),
        ("score=abc", "score is the id of a custom field"),
        ("invitations=perhaps", "invitations is on or off"),
        ("agent=nobody write_back=off", "no agent “nobody”"),
        ("agent=dockhand score=448", "For one agent"),
        (f"activity_type={'x' * 61}", "at most 60 characters"),
        ("colour=red", "I do not know “colour=”"),
    ],
)
async def test_a_wrong_setting_is_told_and_changes_nothing(shop: Shop, words: str, said: str) -> None:
    assert said in await shop.ask(f"settings {words}")
    assert "(set in Slack" not in await shop.ask("settings")


def test_a_custom_field_can_be_set_and_taken_back() -> None:
    now = Writing(fields={"Overall Score": 448, "Feedback": 451})
    assert changed(now, {"score": "9"}) == {"fields": {"Overall Score": 9, "Feedback": 451}}
    assert changed(now, {"score": ""}) == {"fields": {"Feedback": 451}}


async def test_invitations_and_opt_outs_are_activities_where_that_is_switched_on(shop: Shop) -> None:
    await shop.ask("settings invitations=on optouts=on write_back=off")
    await remap(shop, "")
    s = await shop.screened("please stop texting me")
    await shop.turn(4)
    assert s.status is Status.OPTED_OUT
    assert [a["subject"] for a in written(shop)] == [f"Screening {s.id} contacted", f"Screening {s.id} opted out"]


async def test_the_activity_has_the_configured_type_fields_and_owner(shop: Shop) -> None:
    shop.slack.answers["users.info"] = {"user": {"id": "U0ADMIN", "profile": {"email": "Dana.Reyes@Example.com"}}}
    shop.tenant.users[:] = [{"id": 20, "name": "Dana", "email": "dana.reyes@example.com"}]
    await shop.ask('settings activity_type="SMS Screening" score=448 report=449')
    await remap(shop, "")
    s = await shop.screened()
    await shop.turn(4)
    (activity,) = written(shop)
    assert activity["type"] == "SMS Screening"
    assert activity["userId"] == 20
    values = {f["id"]: f["value"] for f in activity["customFields"]}
    assert values[448] == "100" and s.id in values[449]


async def test_without_a_log_in_of_that_address_the_activity_is_written_without_an_owner(shop: Shop) -> None:
    shop.slack.answers["users.info"] = {"user": {"id": "U0ADMIN", "profile": {"email": "stranger@example.com"}}}
    await shop.screened()
    await shop.turn(4)
    (activity,) = written(shop)
    assert not activity.get("userId")


async def test_a_note_on_the_job_alone_leaves_the_candidate_untouched(shop: Shop) -> None:
    await remap(shop, "record=job")
    s = await shop.screened()
    await shop.turn(4)
    (activity,) = written(shop)
    assert activity["links"] == {"opportunity": [1020]}
    assert [d for d in shop.tenant.documents if s.id in d["filename"]] == []


async def test_one_person_can_be_written_as_something_else(shop: Shop) -> None:
    await remap(shop, "write_back=off")
    s = await shop.screened()
    assert "on its way" in await shop.ask(f"push {s.id} as=job")
    await shop.turn(4)
    (activity,) = written(shop)
    assert activity["links"] == {"opportunity": [1020]}
    assert "as is one of" in await shop.ask(f"push {s.id} as=friend")


async def test_one_person_can_be_left_out_or_written_otherwise_before_the_end(shop: Shop) -> None:
    who, other = shop.arrive(), shop.arrive("Bo", "Birch")
    for each in (who, other):
        await shop.turn()
        shop.move(each)
        await shop.turn()
    left, noted = await shop.screening_of(who), await shop.screening_of(other)
    assert "has no result yet" in await shop.ask(f"push {left.id}")
    assert "is not written to Tracker" in await shop.ask(f"push {left.id} as=off")
    assert "When" in (said := await shop.ask(f"push {noted.id} as=job")) and "on the job alone" in said
    for each in (who, other):
        await shop.text(each, "yes")
        await shop.text(each, "6")
    await shop.turn(6)
    (activity,) = shop.tenant.activities
    assert noted.id in activity["subject"] and activity["links"] == {"opportunity": [1020]}
    assert "not written to Tracker" in shop.card(left)["text"]
    await shop.ask(f"push {left.id}")
    await shop.turn(6)
    assert "✅ in Tracker" in shop.card(left)["text"]
    assert [d["resourceId"] for d in shop.tenant.documents] == [who["resourceId"]]

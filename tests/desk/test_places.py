"""Where it works: channels we are in, direct messages; elsewhere it says what to do."""

import pytest

from tests.desk.conftest import Shop

MAP = 'map 1021 agent=dockhand stage="Phone Screen"'


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ({"id": "C0NEW", "is_member": False}, "invite me there with /invite"),
        ({"id": "C0NEW", "is_member": True, "is_archived": True}, "is archived"),
        ({"id": "C0NEW", "is_member": True, "is_ext_shared": True}, "shared with another company"),
    ],
)
async def test_a_channel_that_results_cannot_go_to_is_refused_with_what_to_do(
    shop: Shop, seen: dict[str, object], said: str
) -> None:
    shop.slack.answers["conversations.info"] = {"channel": seen}
    assert said in await shop.ask(MAP, channel="C0NEW")
    assert "1021" not in await shop.ask("mappings")


async def test_a_private_channel_that_we_do_not_know_asks_for_an_invitation(shop: Shop) -> None:
    shop.slack.plans["conversations.info"] = [{"error": "channel_not_found"}]
    assert "invite me there" in await shop.ask(MAP, channel="G0SECRET")


@pytest.mark.parametrize("kind", ["is_im", "is_mpim", "is_member"])
async def test_direct_messages_and_channels_we_are_in_work(shop: Shop, kind: str) -> None:
    shop.slack.answers["conversations.info"] = {"channel": {"id": "D1", kind: True}}
    assert "Whoever reaches it" in await shop.ask(MAP, channel="D0ADMIN")


async def test_slack_that_does_not_answer_keeps_nobody_from_mapping(shop: Shop) -> None:
    shop.slack.plans["conversations.info"] = [{"status": 500}] * 3
    assert "Whoever reaches it" in await shop.ask(MAP)


async def test_open_jobs_are_read_once_for_everybody_who_types(shop: Shop) -> None:
    async def suggested(name: str, typed: str) -> list[str]:
        body = {"type": "block_suggestion", "user": {"id": "U0ADMIN"}, "team": {"id": "T1"}, "action_id": name}
        answer = await shop.payload({**body, "block_id": name, "value": typed, "view": {"id": "V1"}})
        return [o["value"] for o in answer.json()["options"]]

    before = len(shop.outside.tracker.calls)
    assert await suggested("job", "cook") == ["1024"]
    read = len(shop.outside.tracker.calls) - before
    assert await suggested("job", "nurse") == ["1026"]
    assert "1020" not in await suggested("jobs", "")
    assert len(shop.outside.tracker.calls) - before == read

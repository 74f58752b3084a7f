"""Foreign text stays text: nothing that candidates, Tracker or recruiters wrote reaches Slack as a control sequence."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack import cards
from bot.slack.desk import CandidateLine, JobFunnel, ResultCard
from bot.slack.home import HomePage, home_view
from tests.desk.conftest import KEYS, Shop
from tests.desk.test_home import home
from tests.slack.conftest import chosen
from tests.slack.judge import faults, view_faults

EVIL = "<!here> & <@U999> <https://e.example|Tracker> *b* `c` \u202ertl"
OURS = re.compile(r"<(?:@U0[A-Z]+|#C0[A-Z]+|!date\^\d+\^[^<>]*|https://video\.example\.com/[^<>|]*\|Recording \d)>")
foreign = st.text(alphabet=st.sampled_from("<>&!@#|^ abchtps:/.*_`~\n\u202e😀"), max_size=200)


def strange(sent: Any) -> list[str]:
    """Control sequences that are not ours, anywhere in what was sent."""
    return re.findall(r"<[^<>]{0,60}", OURS.sub("", json.dumps(sent, ensure_ascii=False)))


@pytest.fixture
async def hostile(empty_shop: Shop) -> Shop:
    """Everything that has a name has an evil one."""
    shop = empty_shop
    tenant = shop.tenant
    for job in tenant.jobs.values():
        job["name"] = job["advertDetails"]["title"] = f"{EVIL} {job['id']}"
        job["description"] = EVIL
        job["client"]["name"] = EVIL
    tenant.statuses[6]["name"] = f"First {EVIL}"
    tenant.statuses[5]["group"] = f"Interview {EVIL}"
    await shop.submit("connect", access_token=KEYS.access_token, region=chosen("us"), api_version="1")
    said = await shop.ask('map 1020 agent=dockhand stage="Phone Screen" advance="status:6"')
    assert "Whoever reaches it" in said, said
    return shop


async def test_nothing_foreign_reaches_slack_as_a_command(hostile: Shop) -> None:
    shop = hostile
    s = await shop.screened("yes", f"6 {EVIL}", first=f"Ana {EVIL}", last=EVIL)
    await shop.ask(f"result {s.id} link=https://video.example.com/a")
    await shop.turn()
    await shop.screened(first=f"Cleo {EVIL}")
    bo = shop.arrive(f"Bo {EVIL}")
    await shop.turn()
    shop.move(bo)
    await shop.turn()
    await shop.text(bo, f"purple {EVIL}", f"monkey {EVIL}")
    b = await shop.screening_of(bo)
    await shop.click("take_over", b.id)
    await shop.turn()
    await shop.text(bo, EVIL)
    for asked in (
        "stages", "mappings", "agents", "agent dockhand", "candidates", "status", "settings", "doctor", "help",
        f"why {s.candidate.id}", f"why {EVIL}", f"start {EVIL} 1020", f"result {s.id}", f"map {EVIL}", f"agent {EVIL}",
        "map 1021 agent=dockhand stage=<!here>", f'map 1021 agent="{EVIL}" stage=x', "import all", "backfill 1020", EVIL,
        f"simulate {EVIL}", "simulate dockhand", f"pause {EVIL}", f"optout {EVIL} reason=x", f"stop {EVIL}", f"push {EVIL}",
        f"unmap {EVIL}", f"candidates state={EVIL}", f"export {EVIL}", f"erase {EVIL}",
    ):  # fmt: skip
        await shop.ask(asked)
    await shop.submit("reject", kept=json.dumps([s.id, 2, "C0HIRING"]), status=chosen("status:6"), note=EVIL)
    await shop.turn()
    await shop.ask("agent new")
    await shop.in_view("agent", "agent_text", title=EVIL, intro=EVIL)
    await home(shop)
    shop.clock.at = datetime(2026, 6, 8, 15, 30, tzinfo=UTC)
    await shop.job("digest")
    assert shop.posts("This waits for somebody")
    for call in shop.slack.calls:
        if call.method != "views.push":  # what is typed into a form stands there as it is
            view = call.args.get("view")
            shown = {**call.args, "view": _shown(view)} if view else call.args
            assert strange(shown) == [], call
    assert [x for reply in shop.slack.replies for x in strange(reply)] == []


def _shown(view: dict[str, Any]) -> dict[str, Any]:
    """A view without the values of its fields."""
    blocks = [b if b["type"] != "input" else {**b, "element": {}} for b in view["blocks"]]
    return {**view, "blocks": blocks, "private_metadata": ""}


@given(foreign, foreign, foreign)
def test_no_builder_lets_a_control_sequence_through(a: str, b: str, c: str) -> None:
    card = ResultCard(
        screening="GR-1", revision=2, candidate=a, job=b, score=80, recommendation=c, status=a, must_haves=(b, c),
        strength=a, concern=b, tracker_url=c, recording_links=(a, b),
    )  # fmt: skip
    line = CandidateLine(name=a, job=b, status=c, score=a, screening=b)
    job = JobFunnel(job=1, title=a, agent=b, trigger=c, channel="C1")
    for text, blocks in (cards.result_card(card), cards.candidates([line]), cards.erase_confirm(a)):
        assert strange([text, [x for x in blocks if x["type"] != "actions"]]) == []
        assert faults(blocks) == []
    view = home_view("/screen", HomePage(connected=True, jobs=(job,)), admin=True)
    assert strange(view) == []
    assert view_faults(view) == []

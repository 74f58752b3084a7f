"""Whatever is typed behind the command is answered once, in words, without a failure of ours."""

import json

import pytest

from bot.slack.actions import CLICKS
from bot.slack.commands import all_commands
from bot.slack.submissions import IN_THE_EDITOR, SUBMISSIONS
from tests.desk.conftest import Shop
from tests.slack.judge import faults

WORDS = (
    "",
    "\u202eevil <!channel> & <https://evil.example|x>",
    "1020",
    "999999999999 key=value",
    "-1 0 1e9 NaN",
    "²³ ٣",
    '"unfinished',
    "a=b c=d =e ==",
    "<@U1> <#C1|c> <!here> new edit publish revoke",
    "GR-0000000000 1020 x y z",
    "GR-" + "A" * 200,
    "+15005550006 reason=\x00\x07",
    "x" * 4000,
    "🙂 " * 500,
    "all persona=clown state=nothing until=2026-99-99 in_flight=maybe link=http://x as=king",
)


@pytest.mark.parametrize("name", [n for n in all_commands().names() if n not in ("connect", "disconnect")])
async def test_hostile_words_are_answered(shop: Shop, name: str) -> None:
    for words in WORDS:
        before = len(shop.slack.calls) + len(shop.slack.replies)
        said = await shop.ask(f"{name} {words}")
        assert "reference" not in said, (words, said)
        assert len(shop.slack.calls) + len(shop.slack.replies) > before, words
        assert "<!channel>" not in json.dumps(shop.slack.replies).replace("&lt;!channel", "")
    for shown in [*shop.slack.replies, *(c.args for c in shop.slack.calls)]:
        assert not shown.get("blocks") or faults(shown["blocks"]) == []
        assert len(shown.get("text") or "") <= 4000


VALUES = (
    "",
    "x",
    "GR-0000000000:1",
    "GR-1:99999999999",
    "1020",
    "1020:1",
    "[1,2",
    "<!channel>",
    "\u202e" * 50,
    "9" * 2000,
)


@pytest.mark.parametrize("action", [a for a in CLICKS if not a.startswith("home_")])
async def test_hostile_clicks_are_answered(shop: Shop, action: str) -> None:
    for value in VALUES:
        before = len(shop.slack.calls) + len(shop.slack.replies)
        await shop.click(action, value)
        assert "reference" not in shop.said(), value
        assert len(shop.slack.calls) + len(shop.slack.replies) > before, value


KEPT = ("", "C0HIRING", "[]", '["GR-1", "x", null]', '["d", "C0HIRING", "V1", "x"]', "[null, {}, [], 1e9]", "x" * 3000)
FIELDS = (
    "status",
    "note",
    "question",
    "job",
    "agent",
    "trigger",
    "channel",
    "advance",
    "title",
    "ask",
    "kind",
    "weight",
)


@pytest.mark.parametrize("view", [*SUBMISSIONS, *IN_THE_EDITOR, "unheard_of"])
async def test_hostile_forms_are_answered(shop: Shop, view: str) -> None:
    for kept in KEPT:
        for value in ("", "<!channel> \x00", "9" * 3000):
            answer = await shop.submit(view, kept=kept, **dict.fromkeys(FIELDS, value))
            assert answer.status_code == 200
            assert "reference" not in shop.said(), (kept, value)

"""The demo's page: what Slack, the telephones and Tracker showed, with every foreign text literal."""

from typing import Any

from bot.sandbox.endings import World
from bot.sandbox.showcase import marked, page

PERSON: dict[str, Any] = {"name": "Ada <b>Ng", "phone": "+15550100", "character": "prompt", "id": 7}


def world(text: str) -> World:
    card = {
        "ts": "1795248107.000100",
        "text": "a card",
        "blocks": [
            {"type": "header", "text": {"type": "plain_text", "text": text}},
            {"type": "section", "text": {"type": "mrkdwn", "text": "*84/100* <https://x.example/r/1|Recording>"}},
            {
                "type": "actions",
                "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Advance"}, "style": "primary"}],
            },
            {"type": "context", "elements": [{"type": "mrkdwn", "text": "GR-1"}]},
        ],
    }
    file = {"id": "F1", "name": "r.pdf", "posted": [{"ts": "1795248108.000100", "thread_ts": card["ts"]}]}
    later = {"ts": "1795248107.500000", "text": "the next card", "blocks": []}
    said = {"from": "+15550100", "to": "+1", "direction": "inbound", "body": text}
    return World(
        slack={"messages": [later, card], "ephemerals": [], "files": [file], "views": []},
        twilio={"messages": [said]},
        tracker={"activities": [{"subject": "Screening", "note": text, "links": {}}], "documents": []},
    )


def test_a_card_its_buttons_and_its_report_are_shown_together() -> None:
    shown = page(world("Ada Ng"), [PERSON], {"F1": "ada.pdf"}, {})
    order = [shown.index(x) for x in ('class="title">Ada Ng', "<b>84/100</b>", ">Advance<", "ada.pdf", "the next card")]
    assert order == sorted(order)


def test_foreign_text_is_literal_everywhere() -> None:
    shown = page(world("<script>alert(1)</script> & co"), [PERSON], {}, {})
    assert "<script>" not in shown
    assert shown.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co") == 3
    assert "Ada &lt;b&gt;Ng" in shown


def test_slacks_marks_are_drawn_and_nothing_else() -> None:
    assert marked("*bold* `code` <https://a.example/?x=1&amp;y=2|there>") == (
        '<b>bold</b> <code>code</code> <a href="https://a.example/?x=1&amp;y=2">there</a>'
    )
    assert marked("&lt;img src=x&gt; <javascript:alert(1)|no>") == ("&lt;img src=x&gt; &lt;javascript:alert(1)|no&gt;")

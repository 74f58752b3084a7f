"""Every message, modal and Home within Slack's limits, whatever stands in it."""

import json
import re
from dataclasses import replace
from inspect import isfunction
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from bot.slack import cards, home, modals
from bot.slack.commands import all_commands
from bot.slack.desk import Actor, AgentDraft, CandidateLine, Choice, HomePage, JobFunnel, ResultCard, Trouble
from bot.slack.listing import place, read_place
from bot.slack.text import cut, escape
from bot.slack.views import agent as agent_views
from bot.slack.views import connect, decisions, importing, mapping
from bot.slack.views.connect import connect_view
from bot.slack.views.decisions import Card, card_of, decision_view, kept_card
from bot.slack.views.importing import import_view
from bot.slack.views.mapping import map_view
from screening.scripts.edit import Form, Outline
from tests.slack.judge import faults, view_faults

BUILDERS = (cards, home, modals, agent_views, connect, decisions, importing, mapping)
EVIL = "</> & <!channel> <@U1> <https://evil.example|Tracker> *b* `c` \n\u202ertl \U0001f469\u200d\U0001f469\u200d\U0001f467 "
EXTREMES = ["", " ", "a", EVIL, EVIL * 300, "&" * 5000, "\x00", "<" * 4000, "word " * 2000]


def card(**changes: Any) -> ResultCard:
    usual: dict[str, Any] = {
        "screening": "GR-7K2M",
        "revision": 1,
        "candidate": "Jane Doe",
        "job": "Forklift operator",
        "score": 84,
        "recommendation": "Advance",
        "status": "completed",
        "must_haves": ("met: licence",),
        "strength": "5 years on a reach truck",
        "concern": "no night shifts",
        "tracker_url": "https://evous.tracker-rms.com/Resource/Details/7",
        "recording_links": ("https://bot.example.com/r/abc",),
        "decided": "",
    }
    return ResultCard(**{**usual, **changes})


def ids(blocks: list[dict[str, Any]]) -> list[str]:
    return [e["action_id"] for block in blocks for e in block.get("elements", []) if "action_id" in e]


def test_a_card_says_the_same_in_text_and_blocks() -> None:
    text, blocks = cards.result_card(card())
    assert text.startswith("Jane Doe - Forklift operator: 84/100, Advance (GR-7K2M)")
    shown = json.dumps(blocks, ensure_ascii=False)
    for part in ("Jane Doe", "Forklift operator", "84/100", "Advance", "GR-7K2M", "licence", "reach truck", "night"):
        assert part in text
        assert part in shown
    assert ids(blocks) == ["advance", "reject", "hold", "ask_again", "report", "push", "open_tracker"]
    values = {e.get("value") for block in blocks for e in block.get("elements", []) if e.get("value")}
    assert values == {"GR-7K2M:1"}


def test_a_card_without_a_score_shows_the_status_in_its_place() -> None:
    text, blocks = cards.result_card(card(score=None, status="asked for a person"))
    assert text.startswith("Jane Doe - Forklift operator: asked for a person (GR-7K2M)")
    assert "/100" not in text + json.dumps(blocks)


def test_a_decided_card_names_who_decided_and_offers_no_decision() -> None:
    _, blocks = cards.result_card(card(decided="Advanced by <@U1> at 10:00"))
    assert "Advanced by <@U1>" in json.dumps(blocks)
    assert not {"advance", "reject", "hold", "ask_again"} & set(ids(blocks))


def test_a_card_without_buttons_keeps_the_link_to_tracker() -> None:
    assert ids(cards.result_card(card(buttons=False))[1]) == ["open_tracker"]


@pytest.mark.parametrize("evil", EXTREMES)
def test_no_card_breaks_a_limit_or_pings(evil: str) -> None:
    wide = card(
        candidate=evil, job=evil, status=evil, recommendation=evil, must_haves=[evil] * 40, strength=evil, concern=evil,
        tracker_url=evil, recording_links=[evil] * 9,
    )  # fmt: skip
    for data in (wide, card(candidate=evil, score=None, status=evil), card(strength=evil, decided="by <@U1>")):
        text, blocks = cards.result_card(data)
        assert faults(blocks) == []
        assert 0 < len(text) <= 4000
        sent = json.dumps([text, blocks], ensure_ascii=False)
        assert "<!" not in sent
        assert "<https://evil" not in sent


@pytest.mark.parametrize("text", ["x", "&amp;" * 4000, "line\n" * 3000])
def test_other_messages_keep_the_limits(text: str) -> None:
    made = [
        cards.notice(text),
        cards.person_needed(text, "GR-1"),
        cards.person_needed(text, "GR-1", taken_by="Taken over by <@U1>"),
        cards.contact_differs(text, "GR-1", ["email", "mobile", "name", "postcode", "nonsense"]),
        cards.backfill_preview(text, 500, "t" * 60),
        cards.backfill_preview(text, 0, "t"),
        cards.surge(text, 40, "t"),
        cards.progress(text, "t"),
        cards.start_again(text, "7:1020"),
        cards.just_mapped(text, "1020:3"),
        cards.just_paused(text, "1020"),
        cards.choose_stage(text, "1020:forklift"),
        *(cards.to_mend(text, mend) for mend in (*cards.MENDING, "")),
        cards.welcome("/screen"),
        cards.erase_confirm(text),
    ]
    for said, blocks in made:
        assert faults(blocks) == []
        assert 0 < len(said) <= 4000


def test_taking_over_gives_way_to_handing_back() -> None:
    assert ids(cards.person_needed("x", "GR-1")[1]) == ["take_over"]
    assert ids(cards.person_needed("x", "GR-1", taken_by="y")[1]) == ["hand_back"]


def test_confirming_a_backfill_says_how_many() -> None:
    _, blocks = cards.backfill_preview("4 are there", 4, "tok")
    assert ids(blocks) == ["backfill_confirm", "backfill_cancel"]
    assert "4 candidates" in json.dumps(blocks[-1]["elements"][0]["confirm"])
    assert ids(cards.backfill_preview("nobody", 0, "tok")[1]) == []


@pytest.mark.parametrize("evil", EXTREMES)
def test_lists_of_candidates_keep_the_limits(evil: str) -> None:
    line = CandidateLine(name=evil, job=evil, status=evil, score=evil, screening=evil)
    before, after = place(evil, evil, 1), place(evil, evil, 3)
    text, blocks = cards.candidates([line] * 60, before=before, after=after)
    assert faults(blocks) == []
    assert len(text) <= 4000
    assert read_place(after)[2] == 3


def many(count: int, label: str = "Stage") -> list[Choice]:
    return [Choice(label=f"{label} {n}", value=f"status:{n}", group=f"{label} {n // 7}") for n in range(count)]


@pytest.mark.parametrize("choices", [[], many(1), many(99), many(900), many(3, EVIL * 20), [*many(2), *many(2)]])
def test_modals_keep_the_limits(choices: list[Choice]) -> None:
    jumble = [*choices, Choice(label="", value="", group=""), Choice(label="x", value="v" * 400, group="")]
    for found in (choices, jumble):
        assert view_faults(map_view(found, "C1", job="1020", agent=EVIL)) == []
        for kind in ("reject", "advance", "ask_again"):
            assert view_faults(decision_view(kind, Card(screening="GR-1", revision=2), found)) == []


def test_the_other_views_keep_the_limits() -> None:
    for view in (
        connect_view("C1"),
        connect_view("C1", again=True),
        import_view("C1"),
        agent_views.text_view(agent_views.Desk(draft="d"), "x" * 9000),
        agent_views.upload_view(agent_views.Desk(draft="d")),
        agent_views.publish_view(agent_views.Desk(draft="d"), "x" * 9000, ready=True),
        modals.skeleton("map", "Map a job", "x" * 9000),
        modals.message_view("map", "Map a job", "x" * 9000),
    ):
        assert view_faults(view) == []


@pytest.mark.parametrize("evil", EXTREMES)
def test_every_home_keeps_the_limits(evil: str) -> None:
    job = JobFunnel(job=1020, title=evil, agent=evil, trigger=evil, channel="C1", paused=True, stalled=3)
    jobs = [replace(job, job=n) for n in range(500)]
    troubles = [Trouble(text=cut(escape(evil), 400) or "-", action="home_retry", label="Try again")] * 30
    wide = HomePage(connected=True, summary="x", jobs=jobs, troubles=troubles, page=3, pages=25, version="1.0")
    for admin in (True, False):
        who = Actor(user="U1", channel="", admin=admin)
        assert view_faults(home.before("/screen", HomePage(connected=False), who)) == []
        assert view_faults(home.home_view("/screen", wide, admin=admin)) == []
        assert view_faults(home.home_view("/screen", HomePage(connected=True), admin=admin)) == []


@pytest.mark.parametrize("evil", EXTREMES)
def test_the_agent_editor_keeps_the_limits(evil: str) -> None:
    form = Form(kind=evil, ask=evil, scoring=evil, ends=evil, weight=evil, criterion=evil, key=evil, ask_other=evil)
    outline = Outline(
        name=evil, title=evil, intro=evil, closing=evil, questions=(form,) * 60, intro_other=evil, closing_other=evil
    )
    desk = agent_views.Desk(draft="d", channel="C1", root="V1", place=3)
    for problems in ((), (evil,) * 50):
        draft = AgentDraft(id="d", source=evil, outline=outline, problems=problems, doubts=problems)
        assert view_faults(agent_views.editor_view(draft, "C1")) == []
    assert view_faults(agent_views.question_view(desk, form)) == []
    assert agent_views.kept_desk({"private_metadata": desk.kept()}) == desk
    assert agent_views.kept_desk({"private_metadata": "[1]"}).draft == ""


def test_titles_fit_and_buttons_name_what_they_do() -> None:
    desk = agent_views.Desk(draft="d")
    views = [connect_view("C1"), import_view("C1"), map_view(many(3), "C1"), agent_views.question_view(desk, Form())]
    views += [agent_views.text_view(desk, "x"), agent_views.upload_view(desk)]
    views += [
        decision_view(kind, Card(screening="GR-1", revision=1), many(3)) for kind in ("reject", "advance", "ask_again")
    ]
    for view in views:
        assert len(view["title"]["text"]) <= 24
        assert view["submit"]["text"].lower() not in ("ok", "submit", "yes", "done")
        assert view["close"]["text"] == "Cancel"
        inputs = [block for block in view["blocks"] if block["type"] == "input"]
        assert all("optional" in block for block in inputs)


def test_what_is_final_or_costly_asks_first() -> None:
    confirm = cards.backfill_preview("x", 4, "t")[1][-1]["elements"][0]["confirm"]
    assert "4 candidates" in confirm["title"]["text"]
    erase = cards.erase_confirm("Ana")[1][-1]["elements"][0]
    assert (erase["style"], erase["confirm"]["style"]) == ("danger", "danger")
    reject = next(
        e for block in cards.result_card(card())[1] for e in block.get("elements", []) if e.get("action_id") == "reject"
    )
    assert (reject["style"], reject["text"]["text"]) == ("danger", "Reject…")  # opens a form that states the stage


def test_the_words_are_plain_and_blame_nobody() -> None:
    code = "".join(path.read_text() for path in (Path(cards.__file__).parent).rglob("*.py"))
    assert not re.search(r"\b(oops|whoops|invalid input|error occurred|an error)\b", code, re.IGNORECASE)
    buttons = [e for block in cards.result_card(card())[1] for e in block.get("elements", []) if e["type"] == "button"]
    assert all(button["text"]["text"][:1].isupper() for button in buttons)


def test_help_fits_one_message_and_names_everything() -> None:
    registry = all_commands()
    text = registry.help("/screen")
    assert len(text) <= 3900
    assert all(f"`/screen {name}" in text for name in registry.names())


def test_a_card_survives_the_way_through_a_modal() -> None:
    kept = card_of("GR-7K2M:3", "C1")
    assert kept_card({"private_metadata": kept.kept()}) == kept
    assert kept_card({"private_metadata": "nonsense"}).screening == ""
    assert card_of("<!channel>:x").screening == ""


def test_every_builder_is_judged_here() -> None:
    made = {
        name
        for module in BUILDERS
        for name, found in vars(module).items()
        if isfunction(found)
        and found.__module__ == module.__name__
        and not name.startswith("_")
        and get_type_hints(found).get("return") in (dict[str, Any], cards.Message)
    }
    here = set(re.findall(r"\w+", Path(__file__).read_text().split("def test_every_builder_is_judged_here")[0]))
    assert len(made) > 25
    assert made - here == set()

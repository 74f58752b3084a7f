"""Agents written in Slack: drafts, questions, order, publishing, versions."""

import json
from typing import Any

import httpx

from tests.desk.conftest import SCRIPT, Shop
from tests.slack.conftest import chosen
from tests.slack.fake_slack import PLAIN


def kept(shop: Shop, view: str) -> str:
    return str(shop.view(view)["private_metadata"])


async def add(shop: Shop, ask: str, kind: str = "yes_no", **more: str) -> httpx.Response:
    await shop.in_view("agent", "agent_add", title="Line cook")
    view = shop.view("agent_question")
    metadata = json.loads(view["private_metadata"])
    assert metadata[2] == "V1"
    fields = {"ask": ask, "scoring": "", "ends": "", "weight": "1", "criterion": "", **more}
    return await shop.submit("agent_question", kept=view["private_metadata"], kind=chosen(kind), **fields)


def questions(shop: Shop) -> list[str]:
    rows = [b["text"]["text"] for b in shop.view("agent")["blocks"] if "accessory" in b]
    return [row.split("\n")[0] for row in rows]


async def written(shop: Shop) -> None:
    """A new agent with two questions, in the editor."""
    await shop.ask("agent new")
    await add(shop, "Have you worked a grill before?", ends="no")
    await add(shop, "How many years have you cooked?", "number", scoring="at least 2 = 5\notherwise = 2")


async def publish(shop: Shop, title: str = "Line cook") -> dict[str, Any]:
    answer = await shop.submit("agent", kept=kept(shop, "agent"), title=title, intro="", closing="")
    body: dict[str, Any] = answer.json()
    if body.get("response_action") == "update":
        assert "Loading" not in body["view"]["blocks"][0]["text"]["text"]
        await shop.submit("agent_publish", kept=kept(shop, "agent_publish"))
    return body


async def test_an_agent_is_written_question_by_question_and_published(shop: Shop) -> None:
    await written(shop)
    assert questions(shop) == ["*1.* Have you worked a grill before?", "*2.* How many years have you cooked?"]
    await publish(shop)
    assert "is published as `line-cook`, version 1" in shop.said()
    listed = await shop.ask("agent line-cook")
    assert "1. Have you worked a grill before?" in listed
    assert "Version 1 by <@U0ADMIN>" in listed
    assert "Whoever reaches it" in await shop.ask('map 1024 agent=line-cook stage="Phone Screen"')


async def test_questions_change_places_are_edited_and_go(shop: Shop) -> None:
    await written(shop)
    await shop.in_view("agent", "agent_question_1", "up:1")
    assert questions(shop)[0] == "*1.* How many years have you cooked?"
    await shop.in_view("agent", "agent_question_0", "edit:0")
    view = shop.view("agent_question")
    shown = {b["block_id"]: b["element"].get("initial_value") for b in view["blocks"] if b["type"] == "input"}
    assert shown["scoring"] == "at least 2 = 5\notherwise = 2"
    await shop.submit(
        "agent_question", kept=view["private_metadata"], kind=chosen("number"), ask="How many years in a kitchen?",
        scoring=str(shown["scoring"]), ends="", weight="2", criterion="Kitchen",
    )  # fmt: skip
    assert questions(shop)[0] == "*1.* How many years in a kitchen?"
    await shop.in_view("agent", "agent_question_1", "remove:1")
    assert questions(shop) == ["*1.* How many years in a kitchen?"]


async def test_wrong_fields_keep_the_question_open_and_are_named(shop: Shop) -> None:
    await shop.ask("agent new")
    answer = await add(shop, "", "number", scoring="five = 5", weight="heavy")
    assert set(answer.json()["errors"]) == {"ask", "scoring", "weight"}
    choice = await add(shop, "Which shift?", "choice")
    assert "options" in choice.json()["errors"]["scoring"]


async def test_a_script_that_may_not_be_published_says_why(shop: Shop) -> None:
    await shop.ask("agent new")
    await add(shop, "How old are you?", "number")
    body = await publish(shop)
    assert body["response_action"] == "errors"
    assert "age" in body["errors"]["title"].lower() or "old" in body["errors"]["title"].lower()


async def test_an_empty_agent_is_not_published(shop: Shop) -> None:
    await shop.ask("agent new")
    body = await publish(shop)
    assert body["response_action"] == "errors"


async def test_a_new_version_says_who_would_come_out_differently_and_leaves_running_screenings_alone(
    shop: Shop,
) -> None:
    await shop.ask("agent new")
    await shop.in_view("agent", "agent_text", title="x")
    text = kept(shop, "agent_text")
    await shop.submit("agent_text", kept=text, script=SCRIPT.replace("dockhand", "dock-two"), script_2="", script_3="")
    await publish(shop, "Dock hand")
    said = await shop.ask('map 1020 agent=dock-two stage="Phone Screen"')
    assert "Whoever reaches it" in said, said
    done = await shop.screened("yes", "2")
    running = shop.arrive("Bo", "Birch")
    await shop.turn()
    shop.move(running)
    await shop.turn()
    await shop.ask("agent dock-two edit")
    await shop.in_view("agent", "agent_question_1", "edit:1")
    view = shop.view("agent_question")
    await shop.submit(
        "agent_question", kept=view["private_metadata"], kind=chosen("number"), ask="How many years have you driven a forklift?",
        scoring="at least 10 = 5\notherwise = 1", ends="", weight="9", criterion="",
    )  # fmt: skip
    before = (await shop.screening_of(running)).script
    await publish(shop, "Dock hand")
    compared = shop.view("agent_publish")["blocks"][0]["text"]["text"]
    assert "1 of 1 people of the last 90 days would come out differently" in compared
    assert f"({done.id}): 88/100 Advance → 25/100 Not a match" in compared
    assert "version 2" in shop.said()
    assert (await shop.screening_of(running)).script == before
    await shop.text(running, "yes", "12")
    assert (await shop.screening_of(running)).script == before


async def test_a_draft_from_an_import_is_published_and_then_asks_for_its_stage(shop: Shop) -> None:
    await shop.ask("import all")
    await shop.ask("agent line-cook-1024 edit")
    await publish(shop, "Line cook")
    reply = next(c for c in reversed(shop.slack.called("chat.postEphemeral")) if "blocks" in c)
    button = reply["blocks"][-1]["elements"][0]
    assert (button["action_id"], button["value"]) == ("choose_stage", "1024:line-cook-1024")
    await shop.click("choose_stage", button["value"])
    inputs = {b["block_id"]: b["element"] for b in shop.view("map")["blocks"] if b["type"] == "input"}
    assert inputs["job"]["initial_option"]["value"] == "1024"
    await shop.submit(
        "map", job=chosen("1024"), agent=chosen("line-cook-1024"), trigger=chosen("status:5"),
        channel={"selected_conversation": "C0HIRING"}, write_back=chosen("completed"), record=chosen("candidate"),
    )  # fmt: skip
    assert "(a draft" not in next(x for x in (await shop.ask("mappings")).split("\n") if "1024" in x)


async def test_an_agent_that_is_a_file_is_changed_in_its_folder(shop: Shop) -> None:
    assert "is a file in GREENROOM_SCRIPTS" in await shop.ask("agent dockhand edit")
    assert "There is no agent “nosuch”" in await shop.ask("agent nosuch edit")


async def test_nobody_changes_somebody_elses_draft(shop: Shop) -> None:
    await written(shop)
    view = shop.view("agent")
    await shop.submit("agent_publish", kept=view["private_metadata"], user=PLAIN)
    assert "somebody else's" in shop.said()


async def test_a_script_file_is_uploaded(shop: Shop) -> None:
    await shop.ask("agent new")
    await shop.in_view("agent", "agent_upload", title="x")
    shop.slack.answers["files.info"] = {"file": {"id": "F1", "url_private_download": f"{shop.slack.url}/files/F1"}}
    shop.slack.files["F1"] = SCRIPT.encode()
    view = shop.view("agent_file")
    await shop.submit("agent_file", kept=view["private_metadata"], file={"files": [{"id": "F1"}]})
    assert questions(shop)[0] == "*1.* Do you hold a valid forklift licence?"
    shop.slack.answers["files.info"] = {"file": {"id": "F1", "url_private_download": "https://evil.example/F1"}}
    await shop.submit("agent_file", kept=view["private_metadata"], file={"files": [{"id": "F1"}]})
    assert "reference" in shop.said()


async def test_an_agent_is_written_in_two_languages(shop: Shop) -> None:
    await shop.ask("agent new")
    await add(shop, "Have you worked a grill before?", ask_other="¿Has trabajado en una parrilla?")
    await shop.in_view("agent", "agent_question_0", "edit:0")
    fields = {b["block_id"]: b for b in shop.view("agent_question")["blocks"] if b["type"] == "input"}
    assert fields["ask_other"]["label"]["text"] == "The same in Spanish"
    assert fields["ask_other"]["element"]["initial_value"] == "¿Has trabajado en una parrilla?"
    words = {"title": "Line cook", "intro": "Hi {{ first_name }}.", "closing": ""}
    await shop.submit(
        "agent", kept=kept(shop, "agent"), **words, intro_other="Hola {{ first_name }}.", closing_other=""
    )
    await shop.submit("agent_publish", kept=kept(shop, "agent_publish"))
    script = await shop.service.store.read(
        lambda t: shop.records(t).script(shop.records(t).agent("line-cook").script)  # type: ignore[union-attr]
    )
    assert script is not None
    assert script.questions[0].ask["es"] == "¿Has trabajado en una parrilla?"
    assert dict(script.intro) == {"en": "Hi {{ first_name }}.", "es": "Hola {{ first_name }}."}

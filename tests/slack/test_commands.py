"""Typed commands, from the signed request to the answer."""

import json

import pytest

from bot.slack.commands import all_commands
from bot.slack.desk import Credentials, MapRequest, Said
from screening.errors import Fate, PortFailed, Refused
from tests.slack.conftest import Office, chosen
from tests.slack.fake_slack import ADMIN, PLAIN, actor


@pytest.mark.parametrize("text", ["", "help", " HELP ", "help help"])
async def test_help_names_every_sub_command(office: Office, text: str) -> None:
    answer = await office.command(text)
    assert answer.status_code == 200
    assert answer.text == ""
    assert all(name in office.said() for name in all_commands().names())
    assert office.slack.replies[0]["response_type"] == "ephemeral"


@pytest.mark.parametrize("text", ["help map", "map help"])
async def test_help_on_one_command_shows_an_example(office: Office, text: str) -> None:
    await office.command(text)
    assert 'stage="Phone Screen"' in office.said()


async def test_an_unknown_word_gets_the_nearest_one(office: Office) -> None:
    await office.command("mapings &lt;!channel&gt;")
    assert "`/screen mappings`" in office.said()
    assert "help" in office.said()
    await office.command("&lt;!channel&gt;")
    assert "<!" not in office.said()
    assert office.desk.calls == []


async def test_map_passes_everything_on(office: Office) -> None:
    await office.command(
        'map JOB-1020 agent=dockhand stage="Phone Screen" channel=<#C0OTHER|other> advance=“First Interview” '
        "write_back=replied record=job confidential=yes"
    )
    wanted = MapRequest(
        job="1020", agent="dockhand", stage="Phone Screen", channel="C0OTHER", advance="First Interview",
        write_back="replied", record="job", confidential=True,
    )  # fmt: skip
    assert office.desk.called("map") == [(actor(), wanted)]
    assert "map done" in office.said()


async def test_map_uses_the_channel_it_was_typed_in(office: Office) -> None:
    await office.command("map 1020 dockhand Phone Screen")
    request = office.desk.called("map")[0][1]
    assert (request.channel, request.agent, request.stage) == ("C0HIRING", "dockhand", "Phone Screen")


async def test_a_bare_channel_name_is_looked_up(office: Office) -> None:
    office.slack.answers["users.conversations"] = {"channels": [{"id": "C0REAL", "name": "hiring"}]}
    await office.command("map 1020 agent=a stage=b channel=#hiring")
    assert office.desk.called("map")[0][1].channel == "C0REAL"
    await office.command("map 1020 agent=a stage=b channel=#nowhere")
    assert "/invite" in office.said()
    assert len(office.desk.called("map")) == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("map 1020 agent=a stage=Phone Screen", "quotes"),
        ("map 1020 agent=a stage=b write_back=never", "write_back"),
        ("map forklift agent=a stage=b", "1020"),
        ("map 1020 agent=a stage=b colour=red", "colour"),
        ("unmap", "JOB-1020"),
        ("unmap 1020 in_flight=later", "finish"),
        ("backfill 1020 until=tomorrow", "2026-11-01"),
        ("start Jane", "candidate"),
        ("stop Jane", "GR-"),
        ("result GR-1 link=javascript:x", "https://"),
        ("optout", "phone"),
        ("why", "candidate"),
        ("simulate", "agent"),
        ("export", "candidate"),
    ],
)
async def test_wrong_words_get_the_right_form_and_do_nothing(office: Office, text: str, word: str) -> None:
    await office.command(text)
    assert word.lower() in office.said().lower()
    assert "It goes like this" in office.said()
    assert office.desk.calls == []


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("disconnect", ("disconnect", actor())),
        ("stages", ("stages", actor(), "")),
        ("stages 1020", ("stages", actor(), "1020")),
        ("unmap 1020", ("unmap", actor(), "1020", "finish")),
        ("unmap 1020 in_flight=stop", ("unmap", actor(), "1020", "stop")),
        ("mappings", ("mappings", actor())),
        ("import all", ("import_jobs", actor(), True)),
        ("agents", ("agents", actor())),
        ("agent", ("agents", actor())),
        ("agent forklift", ("agent", actor(), "forklift")),
        ("simulate forklift", ("simulate", actor(), "forklift")),
        ("candidates 1020 state=completed", ("candidates", actor(), "1020", "completed", 0)),
        ("start Jane Doe 1020", ("start", actor(), "Jane Doe", "1020")),
        ("stop gr-7K2M", ("stop", actor(), "GR-7K2M")),
        ("pause", ("pause", actor(), "", True)),
        ("resume 1020", ("pause", actor(), "1020", False)),
        ("why <tel:+15005550006|+1 500 555 0006>", ("why", actor(), "+15005550006")),
        ("result GR-7K2M", ("result", actor(), "GR-7K2M", "")),
        ("result GR-7K2M link=<https://v.example/1>", ("result", actor(), "GR-7K2M", "https://v.example/1")),
        ("push GR-7K2M 1020", ("push", actor(), "GR-7K2M", "1020")),
        ("optout +1 500 555 0123 reason=“asked by phone”", ("optout", actor(), "+1 500 555 0123", "asked by phone")),
        ("nyc 1020 audit=2026-06-30", ("new_york", actor(), 1020, True, "", "2026-06-30")),
        ("nyc JOB-1020 off", ("new_york", actor(), 1020, False, "", "")),
        ("letter gr-7K2M", ("letter", actor(), "GR-7K2M")),
        ("reason gr-7K2M licence comes in May", ("reason", actor(), "GR-7K2M", "licence comes in May")),
        ("doctor", ("doctor", actor())),
        ("status", ("status", actor())),
        ("settings", ("settings", actor())),
        ("impact forklift", ("impact", actor(), "forklift")),
        ("export Jane Doe", ("export", actor(), "Jane Doe")),
    ],
)
async def test_each_command_asks_the_desk(office: Office, text: str, call: tuple[object, ...]) -> None:
    await office.command(text)
    assert office.desk.calls == [call]
    assert office.said()


async def test_connect_opens_its_form_at_once(office: Office) -> None:
    await office.command("connect")
    view = office.slack.called("views.open")[0]["view"]
    assert view["callback_id"] == "connect"
    inputs = [b["block_id"] for b in view["blocks"] if b["type"] == "input"]
    assert inputs == ["access_token", "region", "api_version", "api_key", "username", "password"]


@pytest.mark.parametrize("text", ["connect", "disconnect", "erase 7"])
async def test_only_admins_connect_disconnect_and_erase(office: Office, text: str) -> None:
    await office.command(text, user=PLAIN)
    assert "Only admins" in office.said()
    assert office.desk.calls == []
    assert office.slack.called("views.open") == []


async def test_connecting_hands_the_secrets_to_the_desk_alone(office: Office) -> None:
    answer = await office.submit("connect", access_token="s3cret", region=chosen("ca"), api_version="1")
    assert answer.text == ""
    given = Credentials(access_token="s3cret", region="ca", api_version="1")
    assert office.desk.called("connect") == [(actor(), given)]
    assert "connect done" in office.said()
    assert "s3cret" not in json.dumps([call.args for call in office.slack.calls])


async def test_a_wrong_connect_form_stays_open(office: Office) -> None:
    answer = await office.submit("connect", access_token=" ", region=chosen("us"), api_version="one", api_key="k")
    assert answer.json()["response_action"] == "errors"
    assert set(answer.json()["errors"]) == {"access_token", "api_version", "username", "password"}
    assert office.desk.calls == []


async def test_a_plain_member_cannot_submit_the_connect_form(office: Office) -> None:
    await office.submit("connect", user=PLAIN, access_token="t", region=chosen("us"), api_version="1")
    assert "Only admins" in office.said()
    assert office.desk.calls == []


async def test_map_without_arguments_opens_a_form_and_fills_it(office: Office) -> None:
    await office.command("map 1020")
    assert office.slack.called("views.open")[0]["view"]["callback_id"] == "map"
    view = office.slack.called("views.update")[0]["view"]
    inputs = {b["block_id"]: b["element"] for b in view["blocks"] if b["type"] == "input"}
    assert list(inputs) == ["job", "agent", "trigger", "channel", "advance", "write_back", "record"]
    assert inputs["job"]["initial_option"]["value"] == "1020"
    assert inputs["channel"]["initial_conversation"] == "C0HIRING"
    assert inputs["trigger"]["option_groups"][0]["options"][0]["value"] == "category:Interview"


async def test_a_form_that_cannot_be_filled_says_so(office: Office) -> None:
    office.desk.raises["stage_choices"] = PortFailed("Tracker is away", fate=Fate.NOT_DONE)
    await office.command("map")
    assert "could not be read" in json.dumps(office.slack.called("views.update"))
    assert "reference" in office.said()


async def test_a_form_closed_meanwhile_is_no_fault(office: Office) -> None:
    office.slack.plans["views.update"].append({"error": "not_found"})
    await office.command("map")
    assert office.said() == ""


async def test_the_map_form_maps(office: Office) -> None:
    await office.submit(
        "map", job=chosen("1020"), agent=chosen("forklift"), trigger=chosen("status:7"),
        channel={"selected_conversation": "C0OTHER"}, advance=chosen("status:9"), write_back=chosen("off"),
        record=chosen("lead"),
    )  # fmt: skip
    assert office.desk.called("map")[0][1] == MapRequest(
        job="1020", agent="forklift", stage="status:7", channel="C0OTHER", advance="status:9", write_back="off",
        record="lead",
    )  # fmt: skip


async def test_backfill_shows_a_preview_before_anything_happens(office: Office) -> None:
    await office.command("backfill 1020 until=2026-11-01")
    assert office.desk.called("preview_backfill") == [(actor(), "1020", "2026-11-01")]
    assert "backfill_confirm" in json.dumps(office.slack.replies[0]["blocks"])
    assert office.desk.called("confirm_backfill") == []


async def test_a_refused_backfill_is_said(office: Office) -> None:
    office.desk.says["preview_backfill"] = Said(text="Job 1020 is not mapped.", ok=False)
    await office.command("backfill 1020")
    assert "not mapped" in office.said()


async def test_who_was_screened_before_can_be_started_again(office: Office) -> None:
    office.desk.says["start"] = Said(text="Jane was screened in May.", ok=False, again="7:1020")
    await office.command("start Jane 1020")
    button = office.slack.replies[0]["blocks"][-1]["elements"][0]
    assert (button["action_id"], button["value"]) == ("start_again", "7:1020")
    await office.click("start_again", "7:1020")
    assert office.desk.called("start_again") == [(actor(), "7:1020")]


async def test_erasing_asks_first(office: Office) -> None:
    await office.command("erase Jane Doe")
    assert office.desk.calls == []
    button = office.slack.replies[0]["blocks"][-1]["elements"][0]
    assert (button["action_id"], button["value"], button["style"]) == ("erase_confirm", "Jane Doe", "danger")


async def test_import_offers_a_choice_of_jobs(office: Office) -> None:
    await office.command("import")
    assert office.slack.called("views.open")[0]["view"]["callback_id"] == "import"
    await office.submit("import", jobs={"selected_options": [{"value": "1021"}, {"value": "1022"}]})
    assert office.desk.called("import_jobs") == [(actor(), False, ("1021", "1022"))]


async def test_a_failure_becomes_an_apology_with_a_reference(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    office.desk.raises["status"] = RuntimeError("secret inner detail")
    answer = await office.command("status")
    assert answer.status_code == 200
    assert "reference" in office.said()
    assert "secret inner detail" not in office.said()
    reference = office.said().split()[-1]
    assert reference in caplog.text


async def test_a_refusal_is_told_in_its_own_words(office: Office) -> None:
    office.desk.raises["start"] = Refused("This number asked to be left alone. <x>")
    await office.command("start 7 1020")
    assert "asked to be left alone. &lt;x&gt;" in office.said()


async def test_an_answer_whose_url_died_arrives_ephemerally(office: Office) -> None:
    office.slack.reply_status = 404
    await office.command("status")
    posted = office.slack.called("chat.postEphemeral")
    assert [(p["channel"], p["user"], p["text"]) for p in posted] == [("C0HIRING", ADMIN, "status done")]


async def test_a_long_answer_comes_in_a_few_messages(office: Office) -> None:
    office.desk.says["candidates"] = Said(text="\n".join(f"line {n} {'x' * 90}" for n in range(400)))
    await office.command("candidates")
    assert len(office.slack.replies) == 3
    assert all(len(reply["text"]) <= 4000 for reply in office.slack.replies)


async def test_no_answer_broadcasts(office: Office) -> None:
    office.desk.says["why"] = Said(text="because <!channel> said so")
    await office.command("why Jane")
    assert "<!channel>" not in office.said()


@pytest.mark.parametrize("code", ["expired_trigger_id", "exchanged_trigger_id"])
async def test_a_form_that_came_too_late_says_to_do_it_again(office: Office, code: str) -> None:
    office.slack.plans["views.open"] = [{"error": code}]
    await office.command("connect")
    assert "could not open in time" in office.said()
    assert "reference" not in office.said()

"""Settings: read once, every problem at once, in words; no secret in what is shown."""

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import environment, read_settings

NEEDED = {
    "GREENROOM_SECRET_KEY": "k" * 32,
    "GREENROOM_PUBLIC_URL": "https://bot.example.com/",
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_SIGNING_SECRET": "s",
    "TWILIO_ACCOUNT_SID": "AC1",
    "TWILIO_AUTH_TOKEN": "t",
    "TWILIO_FROM": "+15550100000",
}


def problems(**environ: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        read_settings({k: v for k, v in {**NEEDED, **environ}.items() if v})
    return caught.value.problems


def test_what_is_needed_is_enough() -> None:
    settings = read_settings(NEEDED)
    assert settings.public_url == "https://bot.example.com"
    assert (settings.store, settings.port, settings.poll_seconds, settings.surge) == ("greenroom.db", 8000, 60, 25)
    assert (settings.listening_pause, settings.daily_texts, settings.consent) == (6, 500, "application")


def test_every_missing_setting_is_named_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({})
    text = " ".join(caught.value.problems)
    for name in (
        "GREENROOM_SECRET_KEY",
        "GREENROOM_PUBLIC_URL",
        "SLACK_BOT_TOKEN",
        "TWILIO_ACCOUNT_SID",
        "TWILIO_FROM",
    ):
        assert name in text


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("GREENROOM_SECRET_KEY", "short", "too short"),
        ("GREENROOM_SECRET_KEY", "k" * 32 + ",short", "too short"),
        ("GREENROOM_PORT", "eighty", "number"),
        ("GREENROOM_SURGE", "-1", "at least"),
        ("GREENROOM_WINDOW", "8 to 8", "hours such as"),
        ("GREENROOM_TIME_ZONE", "Mars/Base", "America/Chicago"),
        ("GREENROOM_SCRIPTS", "/nowhere/at/all", "no such directory"),
        ("SLACK_SIGNING_SECRET", "", "pretend to be Slack"),
        ("TWILIO_FROM", "", "TWILIO_MESSAGING_SERVICE_SID"),
    ],
)
def test_a_wrong_setting_is_answered_with_what_is_right(name: str, value: str, word: str) -> None:
    found = problems(**{name: value})
    assert len(found) == 1
    assert name in found[0] or "SLACK_SIGNING_SECRET" in found[0]
    assert word in found[0]


def test_an_app_token_takes_the_place_of_the_signing_secret() -> None:
    settings = read_settings({**NEEDED, "SLACK_SIGNING_SECRET": "", "SLACK_APP_TOKEN": "xapp-1"})
    assert settings.slack_app_token == "xapp-1"


def test_two_keys_are_read_while_rotating() -> None:
    assert read_settings({**NEEDED, "GREENROOM_SECRET_KEY": "n" * 32 + ", " + "o" * 40}).secret_keys == (
        "n" * 32,
        "o" * 40,
    )


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text(
        "# a comment\nGREENROOM_BRAND='From the file'\nSLACK_COMMAND=/file\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SLACK_COMMAND", "/environment")
    found = environment()
    assert (found["GREENROOM_BRAND"], found["SLACK_COMMAND"]) == ("From the file", "/environment")


def test_the_example_names_every_setting_that_is_read() -> None:
    root = Path(__file__).parents[2]
    example = {
        line.partition("=")[0] for line in (root / ".env.example").read_text("utf-8").splitlines() if "=" in line
    }
    source = (root / "bot/settings.py").read_text("utf-8")
    for name in (part.partition('"')[0] for part in source.split('"')[1::2]):
        if name.startswith(("GREENROOM_", "SLACK_", "TWILIO_", "TRACKER_", "LLM_")) and name.isupper():
            assert name in example, f"{name} is not in .env.example"

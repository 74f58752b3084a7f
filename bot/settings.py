"""The one reader of the environment: every problem is reported at once, in words."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.errors import SettingsError
from screening.duties.retention import SIX_MONTHS, Keep
from screening.duties.window import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that an operator sets. Names follow the environment variables."""

    store: str
    data: Path
    scripts: Path | None
    public_url: str
    host: str
    port: int
    secret_keys: tuple[str, ...]
    admins: frozenset[str]
    recruiters: frozenset[str]
    ops_channel: str
    only_to: frozenset[str]
    daily_texts: int
    surge: int
    poll_seconds: float
    brand: str
    window: Window
    state_hours: bool
    demographics: Path | None
    keep_screenings: int
    keep_recordings: int
    keep_strangers: int
    consent: str
    listening_pause: float
    sms_per_second: float
    time_zone: str
    country: str
    slack_bot_token: str
    slack_signing_secret: str
    slack_app_token: str
    slack_api_url: str
    slack_command: str
    twilio_account_sid: str
    twilio_auth_token: str
    twilio_api_key: str
    twilio_api_secret: str
    twilio_from: str
    twilio_service: str
    twilio_api_url: str
    tracker_api_url: str
    tracker_widget_url: str
    tracker_per_minute: int
    tracker_access_token: str
    tracker_region: str
    tracker_api_version: str
    llm_base_url: str = ""
    llm_api_key: str = ""
    llm_model: str = ""


class _Reader:
    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ, self.problems = environ, []  # type: tuple[Mapping[str, str], list[str]]

    def text(self, name: str, default: str = "") -> str:
        return self.environ.get(name, "").strip() or default

    def need(self, name: str, why: str) -> str:
        value = self.text(name)
        if not value:
            self.problems.append(f"{name} is missing: {why}")
        return value

    def number(self, name: str, default: float, low: float) -> float:
        raw = self.text(name, str(default))
        try:
            value = float(raw)
        except ValueError:
            value = low - 1
        if value < low:
            self.problems.append(f"{name} is {raw!r}: give a number of at least {low:g}")
            return default
        return value

    def names(self, name: str) -> frozenset[str]:
        return frozenset(x.strip() for x in self.text(name).split(",") if x.strip())

    def window(self) -> Window:
        raw = self.text("GREENROOM_WINDOW", "08:00-20:00")
        try:
            return Window.read(raw)
        except ValueError:
            self.problems.append(f"GREENROOM_WINDOW is {raw!r}: give hours such as 08:00-20:00")
            return Window.read("08:00-20:00")

    def zone(self) -> str:
        name = self.text("GREENROOM_TIME_ZONE", "America/New_York")
        try:
            ZoneInfo(name)
        except (KeyError, ValueError):
            self.problems.append(f"GREENROOM_TIME_ZONE is {name!r}: give a name such as America/Chicago")
            return "UTC"
        return name

    def keys(self) -> tuple[str, ...]:
        keys = tuple(
            k.strip()
            for k in self.need("GREENROOM_SECRET_KEY", "any text of 32 characters or more").split(",")
            if k.strip()
        )
        if any(len(k) < 32 for k in keys):
            self.problems.append("GREENROOM_SECRET_KEY is too short: give 32 characters or more")
        return keys

    def keep(self) -> Keep:
        usual = Keep()
        return Keep(
            screenings=int(self.number("GREENROOM_KEEP_SCREENINGS", usual.screenings, SIX_MONTHS)),
            recordings=int(self.number("GREENROOM_KEEP_RECORDINGS", usual.recordings, 1)),
            strangers=int(self.number("GREENROOM_KEEP_STRANGERS", usual.strangers, 1)),
        )


def _dotenv() -> dict[str, str]:
    path = Path(".env")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    pairs = (line.partition("=") for line in lines if "=" in line and not line.lstrip().startswith("#"))
    return {k.strip(): v.strip().strip("\"'") for k, _, v in pairs}


def environment() -> dict[str, str]:
    """The environment, over what `.env` says."""
    return {**_dotenv(), **os.environ}


def origin(name: str) -> str:
    """Where the value of a variable comes from: environment, .env or default."""
    if os.environ.get(name, "").strip():
        return "environment"
    return ".env" if _dotenv().get(name) else "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSettings:
    """What a command needs that only looks after the store."""

    where: str
    secret_keys: tuple[str, ...]


def read_store(environ: Mapping[str, str]) -> StoreSettings:
    """Where the store is and what opens it, or SettingsError."""
    r = _Reader(environ)
    settings = StoreSettings(where=r.text("GREENROOM_STORE", "greenroom.db"), secret_keys=r.keys())
    if r.problems:
        raise SettingsError(tuple(r.problems))
    return settings


def read_data(environ: Mapping[str, str]) -> Path:
    """The directory of recordings, reports and exports."""
    return Path(_Reader(environ).text("GREENROOM_DATA", "greenroom-data"))


def read_brand(environ: Mapping[str, str]) -> str:
    """The agency's name."""
    return _Reader(environ).text("GREENROOM_BRAND", "Greenroom")


def read_scripts(environ: Mapping[str, str]) -> Path | None:
    """The directory of script files, where one is set."""
    name = _Reader(environ).text("GREENROOM_SCRIPTS")
    return Path(name) if name else None


def read_keep(environ: Mapping[str, str]) -> Keep:
    """How long records are kept, or SettingsError."""
    r = _Reader(environ)
    keep = r.keep()
    if r.problems:
        raise SettingsError(tuple(r.problems))
    return keep


def read_settings(environ: Mapping[str, str]) -> Settings:
    """The settings, or SettingsError with every problem found."""
    r = _Reader(environ)
    sender = r.text("TWILIO_FROM"), r.text("TWILIO_MESSAGING_SERVICE_SID")
    if not any(sender):
        r.problems.append("TWILIO_FROM is missing: the number that texts (or TWILIO_MESSAGING_SERVICE_SID)")
    app_token = r.text("SLACK_APP_TOKEN")
    signing = r.text("SLACK_SIGNING_SECRET")
    if not app_token and not signing:
        r.problems.append(
            "SLACK_SIGNING_SECRET is missing: without it anybody could pretend to be Slack (or set SLACK_APP_TOKEN for Socket Mode)"
        )
    keep = r.keep()
    scripts = r.text("GREENROOM_SCRIPTS")
    if scripts and not Path(scripts).is_dir():
        r.problems.append(f"GREENROOM_SCRIPTS is {scripts!r}: there is no such directory")
    settings = Settings(
        store=r.text("GREENROOM_STORE", "greenroom.db"),
        data=Path(r.text("GREENROOM_DATA", "greenroom-data")),
        scripts=Path(scripts) if scripts else None,
        public_url=r.need(
            "GREENROOM_PUBLIC_URL", "the address the outside world uses, e.g. https://bot.example.com"
        ).rstrip("/"),
        host=r.text("GREENROOM_HOST", "127.0.0.1"),
        port=int(r.number("GREENROOM_PORT", 8000, 1)),
        secret_keys=r.keys(),
        admins=r.names("GREENROOM_ADMINS"),
        recruiters=r.names("GREENROOM_RECRUITERS"),
        ops_channel=r.text("GREENROOM_OPS_CHANNEL"),
        only_to=r.names("GREENROOM_ONLY_TO"),
        daily_texts=int(r.number("GREENROOM_DAILY_TEXTS", 500, 0)),
        surge=int(r.number("GREENROOM_SURGE", 25, 0)),
        poll_seconds=r.number("GREENROOM_POLL_SECONDS", 60, 0.2),
        brand=r.text("GREENROOM_BRAND", "Greenroom"),
        window=r.window(),
        demographics=Path(r.text("GREENROOM_DEMOGRAPHICS")) if r.text("GREENROOM_DEMOGRAPHICS") else None,
        keep_screenings=keep.screenings,
        keep_recordings=keep.recordings,
        keep_strangers=keep.strangers,
        state_hours=r.text("GREENROOM_STATE_HOURS").lower() in ("on", "yes", "true", "1"),
        consent=r.text("GREENROOM_CONSENT", "application"),
        listening_pause=r.number("GREENROOM_LISTENING_PAUSE", 6, 0),
        sms_per_second=r.number("GREENROOM_SMS_PER_SECOND", 1, 0.01),
        time_zone=r.zone(),
        country=r.text("GREENROOM_COUNTRY", "US"),
        slack_bot_token=r.need("SLACK_BOT_TOKEN", "the bot token (xoxb-...) of the Slack app"),
        slack_signing_secret=signing,
        slack_app_token=app_token,
        slack_api_url=r.text("SLACK_API_URL", "https://slack.com/api/"),
        slack_command=r.text("SLACK_COMMAND", "/screen"),
        twilio_account_sid=r.need("TWILIO_ACCOUNT_SID", "the account that texts"),
        twilio_auth_token=r.need("TWILIO_AUTH_TOKEN", "it verifies Twilio's webhooks"),
        twilio_api_key=r.text("TWILIO_API_KEY"),
        twilio_api_secret=r.text("TWILIO_API_SECRET"),
        twilio_from=sender[0],
        twilio_service=sender[1],
        twilio_api_url=r.text("TWILIO_API_URL", "https://api.twilio.com").rstrip("/"),
        tracker_api_url=r.text("TRACKER_API_URL").rstrip("/"),
        tracker_widget_url=r.text("TRACKER_WIDGET_URL").rstrip("/"),
        tracker_per_minute=int(r.number("TRACKER_REQUESTS_PER_MINUTE", 60, 1)),
        tracker_access_token=r.text("TRACKER_ACCESS_TOKEN"),
        tracker_region=r.text("TRACKER_REGION", "us").lower(),
        tracker_api_version=r.text("TRACKER_API_VERSION", "1"),
        llm_base_url=r.text("LLM_BASE_URL").rstrip("/"),
        llm_api_key=r.text("LLM_API_KEY"),
        llm_model=r.text("LLM_MODEL"),
    )
    if settings.llm_base_url and not settings.llm_model:
        r.problems.append("LLM_MODEL is missing: the model to ask at LLM_BASE_URL")
    if r.problems:
        raise SettingsError(tuple(r.problems))
    return settings

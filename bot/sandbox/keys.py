"""The addresses and credentials that the sandbox and a bot pointed at it share."""

from dataclasses import dataclass

from bot.slack.manifest import SCOPES as MANIFEST_SCOPES

SCOPES = ",".join(MANIFEST_SCOPES)  # the app was installed from our own manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Where everybody listens, and what they show one another. None of it is secret: it opens nothing real."""

    sandbox_url: str
    bot_url: str = "http://127.0.0.1:8000"
    public_url: str = "http://127.0.0.1:8000"
    bot_token: str = "xoxb-sandbox"
    signing_secret: str = "sandbox-signing-secret"
    account_sid: str = "AC" + "5a" * 16
    auth_token: str = "sandbox-auth-token"
    number: str = "+12065550100"
    access_token: str = "5a5a" * 8
    widget_key: str = "sandbox-widget-key"
    widget_username: str = "recruiter@example.com"
    widget_password: str = "sandbox-widget-password"

    def environment(self) -> dict[str, str]:
        """The settings with which `greenroom run` talks to this sandbox."""
        return {
            "GREENROOM_PUBLIC_URL": self.public_url,
            "SLACK_BOT_TOKEN": self.bot_token,
            "SLACK_SIGNING_SECRET": self.signing_secret,
            "SLACK_API_URL": f"{self.sandbox_url}/slack/api/",
            "TWILIO_ACCOUNT_SID": self.account_sid,
            "TWILIO_AUTH_TOKEN": self.auth_token,
            "TWILIO_FROM": self.number,
            "TWILIO_API_URL": f"{self.sandbox_url}/twilio",
            "TRACKER_API_URL": f"{self.sandbox_url}/tracker",
            "TRACKER_WIDGET_URL": f"{self.sandbox_url}/widget",
        }

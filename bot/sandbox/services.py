"""Services: the three simulated services and the people among them, made once and known to one another."""

import httpx
from starlette.routing import Route

from bot.sandbox import slack, tracker, tracker_widget, twilio
from bot.sandbox.browser import Browser
from bot.sandbox.candidates import Crowd
from bot.sandbox.keys import Keys
from bot.sandbox.slack_people import People
from bot.sandbox.tracker import Tracker
from bot.sandbox.tracker_seed import a_tenant
from bot.sandbox.twilio_account import Account
from bot.sandbox.twilio_calls import Calls
from bot.sandbox.twilio_hooks import Hooks
from bot.sandbox.workspace import Workspace


class Services:
    """Everything that runs in the sandbox process."""

    def __init__(self, keys: Keys, *, transport: httpx.AsyncBaseTransport | None = None, pause: float = 0.05) -> None:
        self.keys = keys
        self.http = httpx.AsyncClient(timeout=15, trust_env=False, transport=transport)
        self.slack = Workspace(keys)
        self.people = People(self.slack, self.http)
        self.hooks = Hooks(keys, self.http, pause=pause)
        self.twilio = Account(keys, self.hooks)
        self.tracker = Tracker(keys, a_tenant())
        self.crowd = Crowd(self.twilio, self.tracker.tenant, Browser(keys, self.http))
        self.calls = Calls(keys, self.hooks, self.crowd.callee, pause=pause)
        self.hooks.on_delivered.append(self.crowd.hear)

    def routes(self) -> list[Route]:
        """The services' own routes."""
        return [
            *slack.routes(self.slack),
            *twilio.routes(self.twilio, self.calls),
            *tracker.routes(self.tracker),
            *tracker_widget.routes(self.tracker),
        ]

    async def close(self) -> None:
        """Ends what is still on its way."""
        await self.crowd.close()
        await self.hooks.close()
        await self.http.aclose()

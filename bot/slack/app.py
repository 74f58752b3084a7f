"""Bolt's app: every listener, for HTTP and Socket Mode alike."""

import asyncio
import logging
import re
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot.slack.actions import Click, work_of
from bot.slack.answers import PlaceAnswers, answers_for, apology, give
from bot.slack.authoring import before_publishing, clicked
from bot.slack.blocks import options
from bot.slack.client import asking_client, posting_client
from bot.slack.commands import all_commands
from bot.slack.counter import Counter
from bot.slack.desk import Actor, Choice, Desk
from bot.slack.dispatch import run_command
from bot.slack.edge import Edge
from bot.slack.home import show_home
from bot.slack.modals import Views
from bot.slack.post import SlackPost
from bot.slack.submissions import MODALS, Submission, do_submission, place_of, wrong_inputs
from bot.slack.text import plain

_OPTIONS_WITHIN = 2.3  # seconds; Slack waits for three
_EVENTS_KEPT = 2000
_SPOKEN = (None, "thread_broadcast", "file_share")  # subtypes in which a person wrote something
Body = dict[str, Any]
log = logging.getLogger("greenroom.slack")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackConfig:
    """What the Slack side needs to know. With an `app_token` Socket Mode, else HTTP, which needs the signing secret."""

    bot_token: str = field(repr=False)
    signing_secret: str = field(repr=False)
    app_token: str = field(default="", repr=False)
    api_url: str = "https://slack.com/api/"
    command: str = "/screen"
    admins: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not self.signing_secret and not self.app_token:
            raise ValueError(
                "SLACK_SIGNING_SECRET is needed where there is no SLACK_APP_TOKEN: without it anybody could post"
            )


def make_post(config: SlackConfig) -> SlackPost:
    """The way out: a client that never repeats a post by itself."""
    return SlackPost(posting_client(config.bot_token, config.api_url))


def build_app(*, settings_like: SlackConfig, desk: Desk, edge: Edge | None = None) -> AsyncApp:
    """The app; constructing it and taking requests needs no call to Slack. `edge` is given where a stop or a test waits."""
    config = settings_like

    async def authorize(enterprise_id: str | None, team_id: str | None, user_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id, user_id=user_id, bot_token=config.bot_token
        )

    app = AsyncApp(
        name="greenroom",
        client=asking_client(None, config.api_url),  # `authorize` gives the token
        authorize=authorize,
        signing_secret=config.signing_secret or secrets.token_hex(32),
        process_before_response=False,
    )
    counter = Counter(
        desk=desk,
        post=make_post(config),
        views=Views(asking_client(config.bot_token, config.api_url)),
        slash=config.command,
        admins=config.admins,
    )
    Listeners(counter, edge or Edge()).register(app, config.command)
    return app


class Listeners:
    """What Slack's payloads set off. Each acknowledges first and hands the work to the edge."""

    def __init__(self, counter: Counter, edge: Edge) -> None:
        self._counter, self._edge, self._registry = counter, edge, all_commands()
        self._events: OrderedDict[str, None] = OrderedDict()
        self._showing: set[str] = set()

    def register(self, app: AsyncApp, command: str) -> None:
        """Ties every payload to its listener; nothing that Slack may send stays unanswered."""
        app.command(command)(self.command)
        app.action(re.compile(".*"))(self.click)
        app.view(re.compile(".*"))(self.submitted)
        app.view_closed(re.compile(".*"))(self.closed)
        for name, choices in (
            ("job", self._counter.desk.job_choices),
            ("agent", self._counter.desk.agent_choices),
            ("jobs", self._counter.desk.import_choices),
        ):
            app.options(name)(self._chooser(choices))
        app.event("app_home_opened")(self.home_opened)
        app.event("message")(self.message)

    async def command(self, ack: AsyncAck, body: Body) -> None:
        """The slash command."""
        await ack()
        answers = answers_for(
            body, self._counter.post, str(body.get("channel_id") or ""), str(body.get("user_id") or "")
        )
        self._edge.begin("command", run_command(self._counter, self._registry, body, answers), apology(answers))

    async def click(self, ack: AsyncAck, body: Body) -> None:
        """A button; selects and links are only acknowledged."""
        await ack()
        action = (body.get("actions") or [{}])[0]
        if str(action.get("action_id")).startswith("agent_"):
            return self._in_the_editor(body, action)
        work = work_of(str(action.get("action_id")))
        if work is None:
            return None
        user, channel = str((body.get("user") or {}).get("id") or ""), str((body.get("channel") or {}).get("id") or "")
        answers = answers_for(body, self._counter.post, channel, user)
        click = Click(
            counter=self._counter,
            actor=self._counter.actor(user, channel),
            value=str(action.get("value") or "")[:2000],
            trigger=str(body.get("trigger_id") or ""),
            answers=answers,
        )
        self._edge.begin(f"click on {action.get('action_id')}", _run(work, click), apology(answers))

    def _in_the_editor(self, body: Body, action: Body) -> None:
        """A click in the agent's modal."""
        view, user = body.get("view") or {}, str((body.get("user") or {}).get("id") or "")
        actor = self._counter.actor(user, place_of(view))
        value = str(action.get("value") or (action.get("selected_option") or {}).get("value") or "")[:200]
        id, trigger = str(action["action_id"]), str(body.get("trigger_id") or "")
        answers = PlaceAnswers(self._counter.post, actor.channel, user)
        work = clicked(self._counter, actor, view, id, value, trigger)
        self._edge.begin(f"click on {id}", work, apology(answers))

    async def submitted(self, ack: AsyncAck, body: Body) -> None:
        """A modal: wrong inputs keep it open."""
        view = body.get("view") or {}
        wrong = wrong_inputs(view)
        if wrong:
            await ack(response_action="errors", errors=wrong)
            return
        user, channel = str((body.get("user") or {}).get("id") or ""), place_of(view)
        if view.get("callback_id") == "agent":
            answer = await self._before_publishing(user, channel, view)
            await ack(**answer)
            if answer["response_action"] == "errors":
                return
        else:
            await ack()
        if view.get("callback_id") not in MODALS:
            return
        answers = PlaceAnswers(self._counter.post, channel, user)
        given = Submission(counter=self._counter, actor=self._counter.actor(user, channel), view=view, answers=answers)
        self._edge.begin(f"form {view.get('callback_id')}", do_submission(given), apology(answers))

    async def _before_publishing(self, user: str, channel: str, view: Body) -> Body:
        try:
            reading = before_publishing(self._counter, self._counter.actor(user, channel), view)
            return await asyncio.wait_for(reading, _OPTIONS_WITHIN)
        except Exception:
            log.exception("slack: the agent could not be read before publishing")
            wrong = "This could not be read just now. Please try again."
            return {"response_action": "errors", "errors": {"title": wrong}}

    async def closed(self, ack: AsyncAck) -> None:
        """A modal was closed: nothing to do."""
        await ack()

    def _chooser(self, choices: Any) -> Any:
        async def choose(ack: AsyncAck, body: Body) -> None:
            typed = plain(str(body.get("value") or ""))[:100]
            try:
                found: list[Choice] = list(await asyncio.wait_for(choices(typed), _OPTIONS_WITHIN))
            except Exception:
                log.exception("slack: no choices could be offered")
                found = []
            await ack(options=options(found))

        return choose

    async def home_opened(self, body: Body) -> None:
        """Somebody looks at Home."""
        event = body.get("event") or {}
        if event.get("tab") == "home" and self._first_time(body):
            actor = self._counter.actor(str(event.get("user") or ""), "")
            self._edge.begin("home", self._show_home(actor), _silently)

    async def _show_home(self, actor: Actor) -> None:
        """Once at a time for each person: whoever opens Home again meanwhile gets the one under way."""
        if actor.user in self._showing:
            return
        self._showing.add(actor.user)
        try:
            await show_home(self._counter, actor)
        finally:
            self._showing.discard(actor.user)

    async def message(self, body: Body) -> None:
        """A person wrote: in a thread it may be for a candidate, in a direct message it gets a hint."""
        event = body.get("event") or {}
        said = event.get("text") or event.get("files")
        spoken = event.get("user") and said and not event.get("bot_id") and event.get("subtype") in _SPOKEN
        thread, direct = str(event.get("thread_ts") or ""), event.get("channel_type") == "im"
        if not spoken or not (thread or direct) or not self._first_time(body):
            return
        answers = PlaceAnswers(self._counter.post, str(event.get("channel")), str(event["user"]), thread_ts=thread)
        hint = f"I listen to `{self._counter.slash}`. `{self._counter.slash} help` lists what you can type."
        work = self._heard(event, answers) if thread else answers.say(hint)
        self._edge.begin("message", work, apology(answers))

    async def _heard(self, event: Body, answers: PlaceAnswers) -> None:
        actor = self._counter.actor(str(event["user"]), str(event.get("channel")))
        text, more = plain(str(event.get("text") or "")), {"files": True} if event.get("files") else {}
        thread, ts = str(event["thread_ts"]), str(event.get("ts"))
        said = await self._counter.desk.recruiter_wrote(actor, thread, text, ts, **more)
        if said is not None:
            await give(answers, said)

    def _first_time(self, body: Body) -> bool:
        event_id = str(body.get("event_id") or "")
        if event_id and event_id in self._events:
            return False
        self._events[event_id] = None
        while len(self._events) > _EVENTS_KEPT:
            self._events.popitem(last=False)
        return True


async def _run(work: Any, click: Click) -> None:
    await work(click)


async def _silently(text: str) -> None:
    """Home that could not be shown is logged; nobody asked a question that needs an answer."""

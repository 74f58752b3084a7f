"""What listens to Slack: the desk behind an HTTP endpoint or a socket."""

from dataclasses import dataclass

from starlette.routing import Route

from bot.ats.watch import Watcher
from bot.desk.office import Office
from bot.desk.rights import Rights
from bot.scheduler import Job
from bot.service import Act
from bot.slack.app import build_app
from bot.slack.edge import Edge
from bot.slack.endpoint import slack_endpoint
from bot.slack.socket import SlackSocket
from bot.web.health import Pulse
from bot.wiring.core import Core


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackSide:
    """What listens to Slack, by socket or by HTTP."""

    routes: tuple[Route, ...] = ()
    jobs: tuple[Job, ...] = ()
    at_start: tuple[tuple[str, Act], ...] = ()
    at_stop: tuple[tuple[str, Act], ...] = ()


def slack_side(core: Core, watcher: Watcher, parts: frozenset[str], pulse: Pulse) -> SlackSide:
    """The desk, listening; nothing where Slack is another process's part."""
    if "slack" not in parts:
        return SlackSide()
    office = Office(
        store=core.store,
        connection=core.connection,
        watcher=watcher,
        config=core.settings,
        rights=Rights(core.settings, core.post),
        post=core.post,
        results=core.results,
        records=core.records,
        now=core.now,
        links=core.links,
        recordings=core.recordings,
    )
    edge = Edge()
    app = build_app(settings_like=core.slack, desk=office, edge=edge)
    answers = ("slack answers", edge.finish)
    if not core.slack.app_token:
        return SlackSide(
            routes=(Route("/slack/events", slack_endpoint(app), methods=["POST"]),),
            at_stop=(answers,),
        )
    socket = SlackSocket(app, core.slack.app_token)
    pulse.sign("slack_socket", socket.age)
    return SlackSide(
        jobs=(Job(name="socket", run=socket.watch, every=15.0),),
        at_start=(("slack socket", socket.start),),
        at_stop=(answers, ("slack socket", socket.stop)),
    )

"""/sandbox/...: how a person at the keyboard, the demo or a test drives the sandbox and looks into it."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.services import Services
from bot.sandbox.slack_files import shown
from bot.sandbox.twilio_account import public
from bot.sandbox.wire import Json, read_json
from bot.sandbox.workspace import SlackRefusal

Act = Callable[[Json], Awaitable[Any]]


class Control:
    """The sandbox's levers."""

    def __init__(self, services: Services) -> None:
        self._all = services

    async def health(self, _: Json) -> Json:
        """That it runs."""
        return {"ok": True}

    async def command(self, body: Json) -> Json:
        """A person types a slash command."""
        who, where = body.get("user", "U0001"), body.get("channel", "C0001")
        return asdict(await self._all.people.command(body.get("text", ""), user=who, channel=where))

    async def click(self, body: Json) -> Json:
        """A person clicks a button of a message."""
        slack, ts = self._all.slack, body["ts"]
        message = next((m for m in [*slack.messages, *slack.ephemerals] if m["ts"] == ts), None)
        if not message:
            raise SlackRefusal("message_not_found")
        return asdict(await self._all.people.click(message, body["action_id"], user=body.get("user", "U0001")))

    async def submit(self, body: Json) -> Json:
        """A person submits a modal."""
        view = self._view(body)
        return asdict(await self._all.people.submit(view, body.get("values") or {}, user=body.get("user", "U0001")))

    async def options(self, body: Json) -> Json:
        """A person types into an external select."""
        who, typed = body.get("user", "U0001"), body.get("typed", "")
        return asdict(await self._all.people.options(self._view(body), body["block_id"], typed, user=who))

    async def event(self, body: Json) -> Json:
        """Slack tells of an event."""
        return asdict(await self._all.people.event(body["event"]))

    def _view(self, body: Json) -> Json:
        view = self._all.slack.views.get(body["view"])
        if not view or not view["open"]:
            raise SlackRefusal("view_not_found")
        return view

    async def slack(self, _: Json) -> Json:
        """What is to be seen in Slack."""
        slack = self._all.slack
        files = [{**shown(f), "posted": f["shares"]} for f in slack.files.values() if f["done"]]
        views = [v for v in slack.views.values() if v["open"]]
        return {
            "messages": slack.messages, "ephemerals": slack.ephemerals, "views": views, "homes": slack.homes, "files": files,
            "refusals": slack.refusals,
        }  # fmt: skip

    async def twilio(self, _: Json) -> Json:
        """Every text, and who has opted out."""
        twilio = self._all.twilio
        return {
            "messages": [public(m) for m in twilio.messages],
            "blocked": sorted(twilio.blocked),
            "posted": self._all.hooks.posted,
            "calls": list(self._all.calls.calls.values()),
            "voice_faults": self._all.calls.faults,
        }

    async def inbound(self, body: Json) -> Json:
        """A phone sends a text."""
        return {"status": await self._all.twilio.receive(body["from"], body["body"])}

    async def tracker(self, _: Json) -> Json:
        """What has been written to Tracker."""
        tenant = self._all.tracker.tenant
        documents = [{k: v for k, v in d.items() if k != "data"} | {"size": len(d["data"])} for d in tenant.documents]
        records = {"applications": list(tenant.applications.values()), "moves": tenant.moves}
        return {"activities": tenant.activities, "documents": documents, **records}

    async def move(self, body: Json) -> Json:
        """A recruiter moves an application to a stage, in Tracker itself."""
        tenant = self._all.tracker.tenant
        stage = tenant.status_named(body["status"])
        if not stage or body["application"] not in tenant.applications:
            raise SlackRefusal("no_such_stage_or_application")
        return tenant.move(body["application"], stage["id"], by="person")

    async def quirks(self, body: Json) -> Json:
        """Switches Tracker's quirks."""
        self._all.tracker.tenant.quirks.change(body)
        return asdict(self._all.tracker.tenant.quirks)

    async def faults(self, body: Json) -> Json:
        """Orders failures: {"slack": [...], "twilio": [...], "tracker": [...]}."""
        for service in (self._all.slack, self._all.twilio, self._all.tracker):
            name = type(service).__name__
            service.faults.extend(body.get({"Workspace": "slack", "Account": "twilio"}.get(name, "tracker"), []))
        return {"ok": True}

    async def add_candidates(self, body: Json) -> Json:
        """Candidates apply for a job; they answer texts by themselves."""
        crowd, count = self._all.crowd, min(int(body.get("count", 1)), 5000)
        crowd.speed = float(body.get("speed", crowd.speed))
        people = crowd.gather(
            count,
            job=int(body.get("job", 1020)),
            seed=int(body.get("seed", 1)),
            character=body.get("character"),
            nurse=bool(body.get("nurse")),
        )
        return {"candidates": [p.shown() for p in people]}

    async def candidates(self, _: Json) -> Json:
        """Everybody in the crowd."""
        return {"candidates": [p.shown() for p in self._all.crowd.people.values()]}


def routes(services: Services) -> list[Route]:
    """The control routes."""
    control = Control(services)
    gets = {"health": control.health, "slack": control.slack, "twilio": control.twilio, "tracker": control.tracker}
    posts: dict[str, Act] = {
        "slack/command": control.command, "slack/click": control.click, "slack/submit": control.submit,
        "slack/options": control.options, "slack/event": control.event, "twilio/inbound": control.inbound,
        "tracker/move": control.move, "tracker/quirks": control.quirks, "faults": control.faults,
        "candidates": control.add_candidates,
    }  # fmt: skip
    return [
        *(
            Route(f"/sandbox/{path}", _route(act), methods=["GET"])
            for path, act in {**gets, "candidates": control.candidates}.items()
        ),
        *(Route(f"/sandbox/{path}", _route(act), methods=["POST"]) for path, act in posts.items()),
        Route("/sandbox/slack/files/{id}", _file(services)),
    ]


def _route(act: Act) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            return JSONResponse(await act(await read_json(request)))
        except SlackRefusal as refusal:
            return JSONResponse(refusal.answer, 404)
        except (KeyError, ValueError, TypeError) as error:
            return JSONResponse({"ok": False, "error": f"{type(error).__name__}: {error}"}, 400)

    return endpoint


def _file(services: Services) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        file = services.slack.files.get(request.path_params["id"])
        return Response(file["data"], media_type="application/pdf") if file else Response(status_code=404)

    return endpoint

"""People in the simulated Slack: their commands, clicks and submissions reach the bot signed, as Slack's do."""

import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx

from bot.sandbox.slack_views import change_view, keep_view
from bot.sandbox.wire import Json, slack_signature
from bot.sandbox.workspace import APP, TEAM, SlackRefusal, Workspace

COMMAND = "/screen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """How the bot answered a delivery."""

    status: int
    body: Json
    milliseconds: int


class People:
    """Whoever types and clicks in the workspace."""

    def __init__(self, slack: Workspace, http: httpx.AsyncClient) -> None:
        self._slack, self._http = slack, http

    async def deliver(self, body: bytes, kind: str = "application/x-www-form-urlencoded") -> Delivered:
        """Posts a body to the bot with Slack's signature."""
        now, began = str(int(time.time())), time.perf_counter()
        signature = slack_signature(self._slack.keys.signing_secret, now, body)
        headers = {"content-type": kind, "x-slack-request-timestamp": now, "x-slack-signature": signature}
        try:
            answer = await self._http.post(f"{self._slack.keys.bot_url}/slack/events", content=body, headers=headers)
        except httpx.HTTPError as error:
            return Delivered(status=0, body={"error": str(error)}, milliseconds=_since(began))
        return Delivered(status=answer.status_code, body=_body(answer), milliseconds=_since(began))

    async def command(self, text: str, *, user: str, channel: str) -> Delivered:
        """A slash command."""
        room = self._slack.channel(channel)
        fields = {
            "token": "sandbox", "team_id": TEAM, "team_domain": "sandbox", "channel_id": room["id"], "channel_name": room["name"],
            "user_id": user, "user_name": self._slack.users[user]["name"], "command": COMMAND, "text": text, "api_app_id": APP,
            "is_enterprise_install": "false", "trigger_id": self._slack.trigger(user),
            "response_url": self._slack.answer_address(channel, user),
        }  # fmt: skip
        delivered = await self.deliver(urlencode(fields).encode())
        if delivered.body.get("text") or delivered.body.get("blocks"):
            self._show(delivered.body, room["id"], user)
        return delivered

    def _show(self, body: Json, channel: str, user: str) -> None:
        """An acknowledgement with words in it is an ephemeral answer, or a public one if it says so."""
        public = body.get("response_type") == "in_channel"
        message = {
            "channel": channel,
            "ts": self._slack.stamp(),
            "edits": 0,
            "user_id": user,
            "blocks": [],
            "text": "",
            **body,
        }
        (self._slack.messages if public else self._slack.ephemerals).append(message)

    async def click(self, message: Json, action_id: str, *, user: str) -> Delivered:
        """A click on a button of a message."""
        action = _find_action(message.get("blocks") or [], action_id)
        ephemeral = message in self._slack.ephemerals
        payload = self._payload("block_actions", user) | {
            "container": {"type": "message", "message_ts": message["ts"], "channel_id": message["channel"], "is_ephemeral": ephemeral},
            "channel": {"id": message["channel"], "name": self._slack.channel(message["channel"])["name"]},
            "message": message, "state": {"values": {}}, "actions": [action | {"action_ts": self._slack.stamp()}],
            "response_url": self._slack.answer_address(message["channel"], user, message["ts"]),
        }  # fmt: skip
        return await self._interact(payload)

    async def submit(self, view: Json, values: Json, *, user: str) -> Delivered:
        """A submission of a modal; what the bot answers is done to the view."""
        view["state"] = {"values": _state(view, values)}
        delivered = await self._interact(self._payload("view_submission", user) | {"view": view, "response_urls": []})
        if delivered.status == 200:
            self._obey(view, delivered.body, user)
        return delivered

    def _obey(self, view: Json, answer: Json, user: str) -> None:
        match answer.get("response_action"):
            case "errors":
                view["errors"] = answer.get("errors", {})
            case "update":
                change_view(self._slack, view, answer["view"])
            case "push":
                keep_view(self._slack, answer["view"], user, view["root_view_id"])
            case "clear":
                self._close(lambda other: other["user"] == user)
            case _:
                self._close(lambda other: other["id"] == view["id"])

    def _close(self, which: Any) -> None:
        for view in self._slack.views.values():
            if which(view):
                view["open"] = False

    async def options(self, view: Json, block_id: str, typed: str, *, user: str) -> Delivered:
        """What an external select offers for the typed letters."""
        element: Json = next((b["element"] for b in view["blocks"] if b.get("block_id") == block_id), {})
        asked = {"view": view, "block_id": block_id, "action_id": element.get("action_id", block_id), "value": typed}
        return await self._interact(self._payload("block_suggestion", user) | asked)

    async def event(self, event: Json) -> Delivered:
        """An event such as app_home_opened."""
        stamp = self._slack.stamp()
        body: Json = {
            "type": "event_callback",
            "team_id": TEAM,
            "api_app_id": APP,
            "event_id": self._slack.number("Ev"),
            "token": "sandbox",
        }
        body |= {"event_time": int(float(stamp)), "event": {"event_ts": stamp, **event}, "authorizations": []}
        return await self.deliver(json.dumps(body).encode(), "application/json")

    def _payload(self, kind: str, user: str) -> Json:
        name = self._slack.users[user]["name"]
        who = {"id": user, "username": name, "name": name, "team_id": TEAM}
        return {
            "type": kind, "user": who, "team": {"id": TEAM, "domain": "sandbox"}, "api_app_id": APP, "token": "sandbox",
            "enterprise": None, "is_enterprise_install": False, "trigger_id": self._slack.trigger(user),
        }  # fmt: skip

    async def _interact(self, payload: Json) -> Delivered:
        return await self.deliver(urlencode({"payload": json.dumps(payload)}).encode())


def _since(began: float) -> int:
    return round((time.perf_counter() - began) * 1000)


def _body(answer: httpx.Response) -> Json:
    try:
        value = answer.json()
    except ValueError:
        return {"text": answer.text} if answer.text and answer.status_code == 200 else {}
    return value if isinstance(value, dict) else {}


def _find_action(blocks: list[Json], action_id: str) -> Json:
    """The element with that action_id, as Slack sends it on a click."""
    for block in blocks:
        for element in [*block.get("elements", []), block.get("accessory") or {}]:
            if element.get("action_id") == action_id:
                kept = {key: element[key] for key in ("type", "action_id", "value", "text") if key in element}
                return {"block_id": block.get("block_id", ""), **kept}
    raise SlackRefusal("no_such_button")


def _state(view: Json, values: Json) -> Json:
    """`state.values` of a submission: what is given, what was prefilled, and nulls for the rest."""
    inputs = {b["block_id"]: b["element"] for b in view["blocks"] if b.get("type") == "input" and "block_id" in b}
    return {block: {e["action_id"]: _value(e, values.get(block))} for block, e in inputs.items()}


def _value(element: Json, given: Any) -> Json:
    kind = element["type"]
    if kind == "plain_text_input":
        return {"type": kind, "value": given if given is not None else element.get("initial_value")}
    if kind == "datepicker":
        return {"type": kind, "selected_date": given or element.get("initial_date")}
    if kind in ("conversations_select", "channels_select", "users_select"):
        name = kind.split("_")[0].removesuffix("s")
        return {"type": kind, f"selected_{name}": given or element.get(f"initial_{name}")}
    if kind.startswith("multi_") or kind == "checkboxes":
        chosen = [_option(element, g) for g in given] if given is not None else element.get("initial_options", [])
        return {"type": kind, "selected_options": chosen}
    return {"type": kind, "selected_option": _option(element, given) if given else element.get("initial_option")}


def _option(element: Json, value: str) -> Json:
    """The offered option with that value, or, for an external select, one made of it."""
    groups = [o for g in element.get("option_groups", []) for o in g["options"]]
    found = next((o for o in [*element.get("options", []), *groups] if o["value"] == value), None)
    return found or {"text": {"type": "plain_text", "text": value}, "value": value}

"""Recruiter: what a recruiter does in the demo, typed and clicked through the sandbox's levers."""

import asyncio
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import httpx

from bot.sandbox.endings import World
from bot.sandbox.keys import Keys
from bot.sandbox.processes import DemoFailed
from bot.sandbox.wire import Json
from bot.sandbox.words import words_of

PATIENCE = 60.0


class Recruiter:
    """Dana Reyes, U0001, in #hiring."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._http = httpx.AsyncClient(base_url=keys.sandbox_url + "/sandbox/", trust_env=False, timeout=30)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def look(self) -> World:
        """Everything that can be seen from outside."""
        parts = [(await self._http.get(name)).json() for name in ("slack", "twilio", "tracker")]
        return World(slack=parts[0], twilio=parts[1], tracker=parts[2])

    async def file(self, id_: str) -> bytes:
        """A file's bytes."""
        return (await self._http.get(f"slack/files/{id_}")).content

    async def recording(self, link: str) -> bytes:
        """What a recording's link plays; nothing where it plays nothing."""
        answer = await self._http.get(link.replace(self._keys.public_url, self._keys.bot_url))
        plays = answer.status_code == 200 and answer.headers.get("content-type", "").startswith("audio/")
        return answer.content if plays else b""

    async def _do(self, lever: str, body: Json) -> Json:
        answer = await self._http.post(lever, json=body)
        if answer.status_code != 200:
            raise DemoFailed(f"the sandbox refused {lever}: {answer.text}")
        done: Json = answer.json()
        return done

    async def _type(self, text: str) -> None:
        acked = await self._do("slack/command", {"text": text})
        if acked["status"] != 200:
            raise DemoFailed(f"Slack got {acked['status']} for `/screen {text}`: {acked['body']}")

    async def connect(self) -> str:
        """`/screen connect`, its modal filled in and submitted; the bot's answer."""
        await self._type("connect")
        view = await self._until(lambda w: w.open_view("connect", "access_token"), "the modal of /screen connect")
        seen = (await self.look()).latest
        sent = {"access_token": self._keys.access_token, "region": "us"}
        acked = await self._do("slack/submit", {"view": view["id"], "values": sent})
        if acked["status"] != 200 or acked["body"].get("response_action") == "errors":
            raise DemoFailed(f"the connect modal was refused: {acked['body'] or acked['status']}")
        return await self._answer(seen, "an answer to the connect modal")

    async def map(self, job: int, agent: str, stage: str) -> str:
        """`/screen map`; the bot's answer."""
        seen = (await self.look()).latest
        await self._type(f'map {job} agent={agent} stage="{stage}" channel=<#C0001|hiring>')
        answer = await self._answer(seen, "an answer to /screen map")
        if agent not in answer:
            raise DemoFailed(f"/screen map answered: {answer}")
        return answer

    async def _answer(self, since: float, what: str) -> str:
        message = await self._until(lambda w: w.answer_after(since), what)
        return words_of(message)

    async def candidates(self, count: int, *, job: int, speed: float, **more: object) -> list[Json]:
        """People apply for the job; `more`: their character, or a resume in Tracker."""
        answer = await self._do("candidates", {"count": count, "job": job, "speed": speed, **more})
        people: list[Json] = answer["candidates"]
        return people

    async def move(self, person: Json, stage: str) -> None:
        """Moves a candidate to the stage, in Tracker."""
        await self._do("tracker/move", {"application": person["application"], "status": stage})

    async def _until(self, find: Callable[[World], Any], what: str) -> Any:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if found := find(await self.look()):
                return found
            await asyncio.sleep(0.1)
        raise DemoFailed(f"waited {PATIENCE:.0f} s for {what}")

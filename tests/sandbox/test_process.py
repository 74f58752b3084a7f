"""The sandbox as a process of its own, over real loopback HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.keys import Keys
from bot.sandbox.processes import DemoFailed, Process, free_port, outside
from bot.sandbox.recruiter import Recruiter


@pytest.fixture
async def keys(tmp_path: Path) -> AsyncIterator[Keys]:
    port = free_port()
    process = Process("the sandbox", tmp_path / "sandbox.log")
    await process.start("bot.sandbox.run", "--port", str(port), "--quiet", environment=outside(), directory=tmp_path)
    keys = Keys(sandbox_url=f"http://127.0.0.1:{port}")
    await process.ready(keys.sandbox_url + "/sandbox/health")
    yield keys
    await process.stop()
    assert process.ended


async def test_slacks_own_client_uploads_a_file_into_a_thread(keys: Keys) -> None:
    client = AsyncWebClient(token=keys.bot_token, base_url=keys.environment()["SLACK_API_URL"])
    card = await client.chat_postMessage(channel="C0001", text="card")
    await client.files_upload_v2(content=b"%PDF-1.7", filename="a.pdf", channel="C0001", thread_ts=card["ts"])
    async with Recruiter(keys) as recruiter:
        world = await recruiter.look()
        assert world.report({"ts": card["ts"]})


async def test_candidates_apply_and_are_moved(keys: Keys) -> None:
    async with Recruiter(keys) as recruiter:
        people = await recruiter.candidates(3, job=1020, speed=1)
        await recruiter.move(people[0], "Phone Screen")
        assert (await recruiter.look()).tracker["moves"][0]["status"] == "Phone Screen"


async def test_a_bot_that_is_not_there_fails_the_demo_in_words(keys: Keys) -> None:
    async with Recruiter(keys) as recruiter:
        with pytest.raises(DemoFailed, match="/screen connect"):
            await recruiter.connect()


async def test_a_process_that_ends_at_once_is_told_with_its_log(tmp_path: Path) -> None:
    process = Process("the bot", tmp_path / "bot.log")
    await process.start("bot.sandbox.no_such_module", environment=outside(), directory=tmp_path)
    with pytest.raises(DemoFailed, match="no_such_module"):
        await process.ready("http://127.0.0.1:9/healthz")


async def test_a_lever_that_refuses_is_told(keys: Keys) -> None:
    async with httpx.AsyncClient(base_url=keys.sandbox_url) as http:
        refused = await http.post("/sandbox/tracker/move", json={"application": 1, "status": "Nowhere"})
    assert refused.status_code == 404

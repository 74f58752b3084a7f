"""How a real `greenroom run` begins, ends, refuses and outlives what the machine does to it."""

import asyncio
import json
import subprocess
from pathlib import Path

import httpx

from tests.postgres import Server
from tests.processes.house import PATIENCE, SECRET, House, channel_words
from tests.processes.kill import PARTS


def ended(house: House, process: subprocess.Popen[bytes]) -> str:
    """The exit code and the last words of a process that could not begin."""
    code = process.wait(PATIENCE)
    return f"{code}: {house.log().read_text().strip()}"


async def test_a_second_run_on_one_file_ends_with_one_clear_sentence(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        await house.start()
        first = house.bots.pop("")
        assert house.launch().wait(PATIENCE) == 1
        told = [line for line in house.log().read_text().splitlines() if not line.startswith("{")]
        assert len(told) == 1, "one sentence, no trace; what the first one logs does not count"
        assert told[0].endswith("another `greenroom run` is using greenroom.db; stop it first")
        house.bots[""] = first
        assert await house.get("/healthz") == 200


async def test_a_store_whose_postgresql_is_away_is_named_at_start(tmp_path: Path) -> None:
    house = House(tmp_path, "postgresql://somebody:pa55word-of-the-store@127.0.0.1:1/greenroom")
    said = await asyncio.to_thread(ended, house, house.launch())
    assert said.startswith("1: PostgreSQL at 127.0.0.1:1/greenroom cannot be used: ")
    assert "pa55word" not in said and len(said.splitlines()) == 1
    await house.recruiter.__aexit__(None, None, None)


async def test_a_file_that_may_not_grow_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    async with House(tmp_path, GREENROOM_OPS_CHANNEL="C0002") as house:
        await house.start()
        await house.open(2)
        await house.finished()
        await house.stop()
        size = max(f.stat().st_size for f in tmp_path.glob("greenroom.db*"))
        await house.start(file_limit=size + 40_000)
        await house.apply(3)
        await house.until(lambda: _told(house, "Nothing can be saved"), "a word to the operators")
        house.kill()
        await house.start()
        await house.finished()


async def _told(house: House, words: str) -> bool:
    return words in channel_words(await house.recruiter.look())


async def test_sigterm_ends_a_run_in_good_order_and_the_next_one_goes_on(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        await house.start()
        await house.open(3)
        await house.until(lambda: "POST /twilio" in "".join(house.toll.passed), "the first text")
        assert await house.stop() < 60
        assert "Traceback" not in house.log().read_text()
        await house.start()
        await house.finished()


async def test_each_of_several_processes_serves_its_health(tmp_path: Path, server: Server) -> None:
    with server.database() as address:
        async with House(tmp_path, address) as house:
            await asyncio.gather(*(house.start(part) for part in PARTS))
            for part in PARTS:
                assert await house.get("/metrics", part) == 200
            async with httpx.AsyncClient(trust_env=False) as http:
                body = (await http.get(f"http://127.0.0.1:{house._ports['scheduler']}/healthz")).json()
            assert {"due", "poll", "texts"} <= set(body["age_seconds"])
            assert "not connected" in body["troubles"]["tracker"]


async def test_the_log_of_a_whole_run_names_screenings_and_no_people(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        await house.start()
        await house.open(4)
        world = await house.finished()
        await house.stop()
        log = house.log().read_text()
        lines = [json.loads(line) for line in log.splitlines()]
        heard = {line["screening"] for line in lines if line["event"] == "heard"}
        for way in ("sms", "card", "activity", "document"):
            assert {x["screening"] for x in lines if x["event"] == "delivered" and x["way"] == way} == heard
        assert len(heard) == 4
        for person in house.people:
            texts = [m["body"] for m in world.texts(person["phone"]) if len(m["body"]) > 12]
            names = person["name"].split()
            for words in (*names, person["phone"], person["phone"][2:], *texts):
                assert words not in log, words
        for secret in (SECRET, house.keys.access_token, house.keys.auth_token, house.keys.bot_token, "eyJ"):
            assert secret not in log

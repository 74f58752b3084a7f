"""Connected by key, user name and password alone: the older API shows jobs, placements and candidates, and all goes on."""

import json
from typing import Any

import httpx
import pytest

from bot.ats.connection import Credentials
from bot.ats.drift import Drift
from tests.ats.conftest import HOUR, MINUTE, House
from tests.ats.tenant import STATUSES, SmallTenant

SHOWN = {12, 13, 19}


class OlderTenant(SmallTenant):
    """The same tenant through the older API: REST is not there. It shows placements at `shown` alone, by status name."""

    shown = SHOWN
    by_id = True
    repeats = False

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        self.calls.append((self.now(), request.url.path))
        if self.down:
            raise httpx.ConnectError("refused")
        assert "/api/widget/" in str(request.url), "REST was called without an access token"
        ((method, inner),) = json.loads(request.content)["trackerrms"].items()
        return httpx.Response(200, json={"status": 0, "message": "success", **self.says(method, inner["instructions"])})

    def says(self, method: str, asked: dict[str, Any]) -> dict[str, Any]:
        """What the older API answers."""
        if method == "checkPerson":  # the vendor's key of getSettingsData
            return {"opportunityResourceStatuses": [{"Id": k, "Name": n, "Group": g} for k, (n, g) in STATUSES.items()]}
        rows = self.records(asked.get("recordtype", ""))
        if method == "getIndividualRecord":
            return {"results": [r for r in rows if r["id"] == str(asked["recordid"]) and self.by_id]}
        size, page = 10, int(asked.get("pagenum", 0))  # whatever is asked for
        page = max(0, page - 1) if self.repeats else page
        return {"results": rows[page * size : page * size + size]}

    def records(self, letter: str) -> list[dict[str, Any]]:
        """Ids as strings, stamps with a space in them."""
        if letter == "O":
            return [
                {"id": str(k), "name": j["name"], "status": "Closed" if j["closed"] else "Open"}
                for k, j in self.jobs.items()
            ]
        if letter == "R":
            return [
                {"id": str(k), "name": f"{p['first']} {p['last']}", "status": p.get("status", "Active"),
                 "details": [{"name": "firstname", "value": p["first"]}, {"name": "lastname", "value": p["last"]},
                             {"name": "cellphone", "value": p["mobile"]}]}
                for k, p in self.people.items()
            ]  # fmt: skip
        rows = []
        for id, (job, person, changes) in self.applications.items():
            told = [c for c in changes if c.shown <= self.now()]
            if told and told[-1].status in self.shown:
                stamp = told[-1].stamp.replace("T", " ")
                details = {"opportunityid": str(job), "resourceid": str(person), "lastupdated": stamp}
                rows.append({"id": str(id), "status": STATUSES[told[-1].status][0], "details": details})
        return rows


@pytest.fixture
async def older(house: House) -> House:
    house.tracker = OlderTenant(now=lambda: house.at)
    house.start()
    await house.connection.keep(Credentials(api_key="k", username="u", password="p"), "U0ADMIN")
    return house


async def test_whoever_reaches_the_trigger_is_screened_once_and_whoever_stood_there_is_not(older: House) -> None:
    older.tracker.add_job(1020)
    stood = [older.tracker.apply(1020, 12) for _ in range(23)]
    await older.map(1020)
    await older.turn(2)
    older.at += HOUR
    came = [older.tracker.apply(1020, 12) for _ in range(12)]
    await older.turn(5)
    assert await older.texted() == {older.person(id): 1 for id in came}
    assert len(stood) == 23


async def test_pages_that_are_counted_from_one_lose_nobody(older: House) -> None:
    older.tracker.repeats = True  # type: ignore[attr-defined]
    await older.map(1020)
    older.at += HOUR
    came = [older.tracker.apply(1020, 12) for _ in range(31)]
    await older.turn(8)
    assert len(await older.texted()) == len(came) or await older.told("notice")  # a surge waits for a confirm


async def test_who_moves_on_is_withdrawn_and_who_disappears_from_its_view_is_not(older: House) -> None:
    await older.map(1020)
    older.at += HOUR
    moved, hidden = older.tracker.apply(1020, 12), older.tracker.apply(1020, 12)
    await older.turn(3)
    older.tracker.move(moved, 13)
    older.tracker.move(hidden, 11)  # the older API shows no Applied: nothing is known
    await older.turn(4)
    assert not (await older.screening(moved)).open
    assert (await older.screening(hidden)).open


async def test_where_one_record_cannot_be_asked_for_it_is_found_in_the_list(older: House) -> None:
    older.tracker.by_id = False  # type: ignore[attr-defined]
    await older.map(1020)
    older.at += HOUR
    came = [older.tracker.apply(1020, 12) for _ in range(14)]
    await older.turn(6)
    assert len(await older.texted()) == len(came)


async def test_a_closed_job_and_a_deleted_candidate_are_noticed_without_rest(older: House) -> None:
    await older.map(1020)
    older.at += HOUR
    gone, stays = older.tracker.apply(1020, 12), older.tracker.apply(1020, 12)
    await older.turn(2)
    del older.tracker.people[older.person(gone)]
    drift = Drift(
        store=older.store, connection=older.connection, settings=older.settings, records=older.records, now=lambda: older.at
    )  # fmt: skip
    await drift.run_once(older.at)
    for _ in range(6):
        older.at += 5 * MINUTE
        await drift.run_once(older.at)
    assert not (await older.screening(gone)).open and (await older.screening(stays)).open
    older.tracker.jobs[1020]["closed"] = "2026-06-03"
    older.at += HOUR
    await drift.run_once(older.at)
    assert not (await older.screening(stays)).open

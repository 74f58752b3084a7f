"""The doctor's lines about Tracker: what is missing, what that costs, whom to ask."""

import httpx
import pytest

from bot.ats.connection import Credentials
from bot.ats.scopes import Scoped, examine
from bot.ats.writing import Writing
from tests.ats.conftest import House


async def lines(house: House, credentials: Credentials | None = None) -> list[Scoped]:
    """What the doctor says."""
    if credentials:
        await house.connection.keep(credentials, "U0ADMIN")
    house.tracker.add_job(1020)
    client = await house.connection.client()
    assert client is not None
    return await examine(client, Writing())


def words(found: list[Scoped]) -> str:
    """All lines as one text."""
    return "\n".join(("ok " if each.fine else "BAD ") + each.words for each in found)


async def test_every_scope_has_its_line(house: House) -> None:
    said = words(await lines(house))
    for scope in (
        "read applications",
        "read stages",
        "read users",
        "move a stage",
        "write an Activity",
        "attach a file",
    ):
        assert f"Tracker, {scope}:" in said


async def test_a_dead_token_is_one_line_that_says_what_to_do(house: House) -> None:
    house.tracker.revoked = True
    (only,) = await lines(house)
    assert not only.fine and "please reconnect" in only.words


@pytest.mark.parametrize(
    ("path", "name", "loss"),
    [
        ("OpportunityResource/Search", "read applications", "Nobody who reaches a stage is seen."),
        ("/Resource/Search", "read candidates", "Nobody can be texted."),
        ("MetaData", "read stages", "No job can be mapped."),
    ],
)
async def test_a_missing_right_says_what_it_costs_and_whom_to_ask(
    house: House, path: str, name: str, loss: str
) -> None:
    house.tracker.faults += [(path, httpx.Response(403))]
    (bad,) = [each for each in await lines(house) if not each.fine and name in each.words]
    assert loss in bad.words and "administrator" in bad.words


async def test_wrong_keys_of_the_older_api_are_told_apart_from_the_token(house: House) -> None:
    credentials = Credentials(access_token="a" * 32, api_key="k", username="u", password="p")
    house.tracker.older = {"status": 1, "message": "user not found"}
    said = words(await lines(house, credentials))
    assert "BAD Tracker, older API: Tracker's older API refuses the API key, user name or password" in said
    assert "ok Tracker: it answers, and takes our token." in said


async def test_fields_that_are_missing_come_with_the_text_for_trackers_support(house: House) -> None:
    credentials = Credentials(access_token="a" * 32, api_key="k", username="u", password="p")
    house.tracker.older = {
        "status": 0,
        "customFields": [{"Association": "Activity", "Id": 448, "Name": "Overall Score"}],
    }
    said = words(await lines(house, credentials))
    assert "no field Feedback, Grading Criteria, Report link" in said
    assert "Text for clientsupport@tracker-rms.com" in said and "SMS Screening" in said


async def test_with_the_older_api_alone_it_says_what_that_cannot_do(house: House) -> None:
    house.tracker.older = {"status": 0, "message": "success", "results": []}
    said = await lines(house, Credentials(api_key="k", username="u", password="p"))
    assert "ok Tracker, older API: it takes our credentials" in words(said)
    lost = [each.words for each in said if not each.fine]
    assert [loss in line for loss, line in zip(("mapped", "seen", "texted"), lost, strict=True)] == [True] * 3
    assert all("an access token is needed as well" in line for line in lost)


async def test_with_the_older_api_alone_it_says_at_which_stages_people_are_shown(house: House) -> None:
    row = {"id": 7, "name": "Ana Alder", "status": "On Assignment", "details": {"cellphone": "312 555 0100"}}
    house.tracker.older = {"status": 0, "results": [row]}
    said = await lines(house, Credentials(api_key="k", username="u", password="p"))
    assert all(each.fine for each in said)
    assert "It shows people at: On Assignment. Who stands elsewhere is not seen." in words(said)


async def test_the_older_api_alone_with_wrong_keys_comes_with_the_text_to_send(house: House) -> None:
    house.tracker.older = {"status": 1, "message": "user not found"}
    bad, letter = await lines(house, Credentials(api_key="k", username="u", password="p"))
    assert not bad.fine and "API key with its API user name" in letter.words

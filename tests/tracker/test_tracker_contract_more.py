"""The rest of the client, asked of both Trackers by both APIs; and that no method is asked of one of them alone."""

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from tests.tracker.grounds import APPLIED, SCREEN, Ground, ground, status_id
from tracker.client import TrackerClient
from tracker.errors import TrackerInvalid, TrackerNotFound

__all__ = ["ground", "status_id"]
HERE = Path(__file__).parent


async def made(ground: Ground, **more: str) -> int:
    """A candidate with what is given."""
    return await ground.client.candidates.create(first_name="Zoë", last_name="O'Neil", email="zoe@example.com", **more)


async def test_a_candidate_is_put_on_a_job_and_found_there_once(ground: Ground) -> None:
    person = await made(ground)
    assert await ground.client.applications.of_candidate(1020, person) is None
    id = await ground.client.applications.create(1020, person, source="Text message")
    found = await ground.client.applications.of_candidate(1020, person)
    assert found is not None and found.id == id


async def test_a_rejection_moves_and_leaves_the_note_on_the_record(ground: Ground, status_id: Any) -> None:
    application, person = ground.apply(1020, APPLIED)
    await ground.client.applications.reject(application, await status_id(SCREEN), note="Wants <days> & no nights")
    assert ground.stands(application) == SCREEN
    assert ("Rejected", "Wants <days> & no nights") in ground.logged()
    assert person in {row.candidate_id for row in await ground.client.applications.of_job(1020)}


async def test_tags_are_added_and_taken_away_beside_those_there_are(ground: Ground) -> None:
    person = await made(ground)
    assert await ground.client.candidates.tag(person, "screened", "Nights") == ("screened", "Nights")
    assert await ground.client.candidates.tag(person, "SCREENED", "sms-opt-out") == (
        "screened",
        "Nights",
        "sms-opt-out",
    )
    assert await ground.client.candidates.untag(person, "nights") == ("screened", "sms-opt-out")
    assert (await ground.client.candidates.get(person)).tags == ("screened", "sms-opt-out")


async def test_skills_are_listed_and_set_by_rest_and_the_older_api_says_that_it_cannot(ground: Ground) -> None:
    person = await made(ground)
    if not ground.client.has_token:
        with pytest.raises(TrackerInvalid, match="access token"):
            await ground.client.metadata.skills(1)
        with pytest.raises(TrackerInvalid, match="access token"):
            await ground.client.candidates.set_skills(person, ["Forklift"])
        return
    assert [skill.name for skill in await ground.client.metadata.skills(1)] == ["Forklift", "Reach truck"]
    assert await ground.client.candidates.set_skills(person, ["Forklift", "Double deck"]) == ("Forklift", "Double deck")


async def test_a_contact_is_found_by_email_alone_and_leads_are_made(ground: Ground) -> None:
    person = {"first_name": "Zoë", "last_name": "O'Neil"}
    if not ground.client.has_token:
        with pytest.raises(TrackerInvalid, match="access token"):
            await ground.client.contacts.find("zoe@example.com")
        return
    await ground.client.contacts.create(first_name="Ann", last_name="Lee", email="ann@example.com")
    assert await ground.client.contacts.find("zoe@example.com") is None
    id = await ground.client.contacts.create(**person, email="zoe@example.com")
    assert await ground.client.contacts.find("ZOE@example.com") == id
    assert await ground.client.contacts.create_lead(**person, mobile="3125550100") > 0


async def test_documents_are_listed_and_read_by_rest(ground: Ground) -> None:
    _, person = ground.apply(1020, APPLIED)
    await ground.client.documents.attach(person, "report.pdf", b"%PDF-1.7 ...")
    if not ground.client.has_token:
        with pytest.raises(TrackerInvalid, match="access token"):
            await ground.client.documents.of_candidate(person)
        return
    (document,) = await ground.client.documents.of_candidate(person)
    assert (document.filename, document.kind, document.primary) == ("report.pdf", "general", False)
    assert await ground.client.documents.download(person, document.id) == b"%PDF-1.7 ..."


async def test_a_note_on_the_job_is_found_on_the_job(ground: Ground) -> None:
    await ground.client.activities.create(candidate_id=None, job_id=1020, subject="GR-9: note", note="plain")
    assert any(a.subject == "GR-9: note" for a in await ground.client.activities.of_record("Opportunity", 1020))
    assert await ground.client.activities.first_page()


async def test_the_lists_of_the_tenant_are_read(ground: Ground, status_id: Any) -> None:
    application, _ = ground.apply(1020, APPLIED)
    assert (await ground.client.metadata.activity_fields())["Overall Score"] == 448
    assert await status_id(APPLIED) in {s.id for s in await ground.client.metadata.listed_statuses()}
    assert (await ground.client.applications.statuses_met(most_pages=5))[await status_id(APPLIED)] == APPLIED
    assert application in {row.id for row in await ground.client.applications.of_job(1020)}
    assert (await ground.client.jobs.first_page()) and (await ground.client.candidates.first_page())
    assert await ground.client.candidates.crawl(most_pages=2)
    assert isinstance(await ground.client.applications.far_page(), list)


async def test_what_the_client_has_no_method_for_is_passed_through(ground: Ground) -> None:
    _, person = ground.apply(1020, APPLIED)
    if not ground.client.has_token:
        with pytest.raises(TrackerInvalid, match="access token"):
            await ground.client.read("GET", f"/Resource/{person}")
        return
    answer = await ground.client.read("GET", f"/Resource/{person}")
    assert isinstance(answer, dict) and answer["id"] == person  # keys are in lower case
    await ground.client.write("PATCH", f"/Resource/{person}", {"tagText": "by hand"})
    assert (await ground.client.candidates.get(person)).tags == ("by hand",)
    with pytest.raises(TrackerNotFound):
        await ground.client.read("GET", "/Nothing/1")


def test_every_method_of_the_client_is_asked_of_both_trackers() -> None:
    asked = "".join(
        (HERE / name).read_text() for name in ("grounds.py", "test_tracker_contract.py", Path(__file__).name)
    )
    client = TrackerClient(base_url="http://nowhere.test", access_token=None)
    parts = ("jobs", "applications", "candidates", "activities", "documents", "metadata", "contacts")
    methods = [
        f"{part}.{name}"
        for part in parts
        for name, _ in inspect.getmembers(type(getattr(client, part)), inspect.isfunction)
        if not name.startswith("_")
    ]
    assert len(methods) > 30
    assert [name for name in methods if not re.search(rf"client\.{re.escape(name)}\(", asked)] == []

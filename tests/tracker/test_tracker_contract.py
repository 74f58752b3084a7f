"""The same questions to a Tracker behind httpx.MockTransport and to the sandbox, by REST and by the older API alone: the same answers."""

from typing import Any

import pytest

from tests.tracker.grounds import APPLIED, SCREEN, Ground, ground, status_id
from tracker.changes import news
from tracker.errors import TrackerError, TrackerInvalid, TrackerNotFound, TrackerUnauthorized

__all__ = ["ground", "status_id"]


async def test_good_credentials_are_taken_and_wrong_ones_are_refused_as_such(ground: Ground) -> None:
    await ground.client.check()
    with pytest.raises(TrackerUnauthorized) as refused:
        await ground.stranger.check()
    assert refused.value.revoked or refused.value.older


async def test_open_jobs_are_listed_without_the_closed(ground: Ground) -> None:
    jobs = {job.id for job in await ground.client.jobs.open()}
    assert {1020, 1021} <= jobs
    assert 1012 not in jobs


async def test_a_job_is_read_by_its_id(ground: Ground) -> None:
    job = await ground.client.jobs.get(1020)
    assert job.id == 1020
    assert job.is_open


async def test_a_job_that_is_not_there_is_told_as_such(ground: Ground) -> None:
    with pytest.raises(TrackerNotFound):
        await ground.client.jobs.get(99999)


async def test_the_statuses_are_listed_with_their_ids(ground: Ground, status_id: Any) -> None:
    assert await status_id(SCREEN) != await status_id(APPLIED)


async def test_a_candidate_is_read_by_id(ground: Ground) -> None:
    _, person = ground.apply(1020, APPLIED)
    read = await ground.client.candidates.get(person)
    assert (read.first_name, read.last_name[:3]) == ("Ann", "Lee")


async def test_a_candidate_who_is_gone_is_told_as_such(ground: Ground) -> None:
    ground.apply(1020, APPLIED)
    with pytest.raises(TrackerNotFound):
        await ground.client.candidates.get(987_654)


async def test_a_candidate_is_found_by_email_alone_and_no_stranger_with_them(ground: Ground) -> None:
    ids = {ground.apply(1020, APPLIED)[1] for _ in range(3)}
    made = await ground.client.candidates.create(first_name="Zoë", last_name="O'Neil", email="zoe@example.com")
    assert [c.id for c in await ground.client.candidates.search("zoe@example.com")] == [made]
    assert made not in ids


async def test_one_field_of_a_candidate_is_changed_and_what_stands_beside_it_stays(ground: Ground) -> None:
    made = await ground.client.candidates.create(
        first_name="Zoë", last_name="O'Neil", email="zoe@example.com", mobile="3125550100"
    )
    await ground.client.candidates.change(made, "email", "zoe.new@example.com")
    await ground.client.candidates.change(made, "name", "Zoë O'Neil Smith")
    read = await ground.client.candidates.get(made)
    assert (read.first_name, read.last_name, read.email) == ("Zoë", "O'Neil Smith", "zoe.new@example.com")
    assert read.mobile == "3125550100"


async def test_everyone_of_a_job_is_told_over_many_pages_and_nobody_of_another(ground: Ground) -> None:
    wanted = {ground.apply(1020, APPLIED)[0] for _ in range(123)}
    ground.apply(1021, APPLIED)
    assert {each.id for each in await ground.client.applications.of_job(1020)} == wanted


async def test_a_move_by_a_recruiter_is_news_once(ground: Ground, status_id: Any) -> None:
    application, person = ground.apply(1020, APPLIED)
    rows = [row async for page in ground.client.applications.search(job_id=1020) for row in page]
    assert [row.id for row in news({}, rows)] == [application]
    ground.move(application, SCREEN)
    live = await ground.client.applications.get(application)
    assert (live.job_id, live.candidate_id, live.status_id) == (1020, person, await status_id(SCREEN))


async def test_a_move_by_us_takes(ground: Ground, status_id: Any) -> None:
    application, _ = ground.apply(1020, APPLIED)
    await ground.client.applications.move(application, await status_id(SCREEN))
    assert ground.stands(application) == SCREEN


async def test_an_activity_is_written_and_found_again_by_its_subject(ground: Ground) -> None:
    _, person = ground.apply(1020, APPLIED)
    note = "Line one\nQuoted: “yes” & <b>bold</b>"
    await ground.client.activities.create(candidate_id=person, job_id=1020, subject="Screening GR-1: 80/100", note=note)
    assert ("Screening GR-1: 80/100", note) in ground.logged()
    assert any(a.subject.startswith("Screening GR-1:") for a in await ground.client.activities.of_candidate(person))


async def test_a_report_is_attached_and_an_empty_one_is_refused(ground: Ground) -> None:
    _, person = ground.apply(1020, APPLIED)
    await ground.client.documents.attach(person, "report.pdf", b"%PDF-1.7 ...")
    with pytest.raises(TrackerInvalid):
        await ground.client.documents.attach(person, "empty.pdf", b"")


async def test_recruiters_are_listed_with_their_email(ground: Ground) -> None:
    assert any("@" in user.email for user in await ground.client.metadata.users())


async def test_what_no_way_can_do_is_an_error_of_ours(ground: Ground) -> None:
    with pytest.raises(TrackerError):
        await ground.client.read("GET", "/Nothing/1")

"""Handing in a resume by the form's link: read, answered, kept for Tracker; refused in clear words where it cannot be read."""

import asyncio
import time
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.web.sent import LARGEST_FILE
from screening.events import Read
from screening.screening import Status
from screening.scripts.script import Script
from tests.builders import a_script
from tests.form.served import PUBLIC, House
from tests.form.test_form_door import inputs
from tests.resumes import made


@pytest.fixture
async def house() -> AsyncIterator[House]:
    made_house = House()
    yield made_house
    await made_house.store.close()


@pytest.fixture
async def web(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=house.app), base_url=PUBLIC) as client:
        yield client


async def waiting(house: House, script: Script | None = None) -> str:
    """A link to the page of someone who has no resume in Tracker."""
    url = await house.begin(script or a_script("resume", "form"))
    await house.happen("GR-TEST01", Read(why="none"))
    return url


async def hand_in(
    web: httpx.AsyncClient, url: str, data: bytes, name: str = "resume.pdf", **more: str
) -> httpx.Response:
    page = await web.get(url)
    return await web.post(
        url, data={**inputs(page), **more}, files={"resume": (name, data)}, headers={"Origin": PUBLIC}
    )


async def test_the_page_asks_for_a_file_and_reading_it_changes_nothing(house: House, web: httpx.AsyncClient) -> None:
    url = await waiting(house)
    before = await house.screening()
    page = await web.get(url)
    assert page.status_code == 200 and 'type="file"' in page.text and "I have no resume" in page.text
    assert len(page.content) <= 10_240 and await house.screening() == before


async def test_a_resume_is_read_and_kept_for_tracker_and_the_rest_is_asked_on_the_same_link(
    house: House, web: httpx.AsyncClient
) -> None:
    more = '[[question]]\nkey = "shift"\nkind = "choice"\nask = "Which shift?"\noptions = [{ value = "day" }, { value = "night" }]\n'
    url = await waiting(house, a_script("resume", "form", questions=more))
    sent = await hand_in(web, url, made.two_columns())
    assert sent.status_code == 303
    s = await house.screening()
    assert {a.question: a.value for a in s.answers} == {"licence": "yes", "years": 7.8}
    page = await web.get(url)
    assert "Which shift?" in page.text and "How many years" not in page.text
    (order,) = await house.orders("attach")
    (file,) = house.folder.iterdir()
    assert order["payload"] == {"file": file.name} and file.read_bytes() == made.two_columns()
    assert file.name.startswith("Resume GR-TEST01 ") and file.suffix == ".pdf"


async def test_the_name_a_file_comes_with_is_never_a_path(house: House, web: httpx.AsyncClient) -> None:
    url = await waiting(house)
    await hand_in(web, url, made.table_docx(), "../../etc/passwd.pdf")
    (file,) = house.folder.iterdir()
    assert file.suffix == ".docx" and ".." not in file.name


async def test_someone_without_a_resume_goes_on(house: House, web: httpx.AsyncClient) -> None:
    url = await waiting(house)
    sent = await web.post(url, data={**inputs(await web.get(url)), ".skip": "1"}, headers={"Origin": PUBLIC})
    assert sent.status_code == 303
    assert (await house.screening()).step == 1 and "How many years" in (await web.get(url)).text


async def test_after_the_last_page_by_link_the_person_is_told_how_it_goes_on(
    house: House, web: httpx.AsyncClient
) -> None:
    url = await waiting(house, a_script("resume", "sms", questions=""))
    await web.post(url, data={**inputs(await web.get(url)), ".skip": "1"}, headers={"Origin": PUBLIC})
    assert "watch your messages" in (await web.get(url)).text
    assert (await house.screening()).status is Status.IN_PROGRESS


REFUSED = {
    "nothing chosen": (b"", "Choose a file first"),
    "encrypted": (made.encrypted(), "locked with a password"),
    "scanned": (made.scanned(), "only a picture"),
    "laughs": (made.laughs(), "cannot be opened safely"),
    "truncated": (made.one_column()[:700], "damaged"),
    "renamed": (b"\x89PNG\r\n\x1a\n" + bytes(99), "neither a PDF nor a Word document"),
    "old": (b"{\\rtf1 x}", "old kind of document"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_a_file_that_cannot_be_read_is_refused_in_clear_words_and_another_may_follow(
    house: House, web: httpx.AsyncClient, name: str
) -> None:
    data, words = REFUSED[name]
    url = await waiting(house)
    refused = await hand_in(web, url, data)
    assert refused.status_code == 422 and words in refused.text and "<title>Error: " in refused.text
    assert (await house.screening()).step == 0 and not list(house.folder.iterdir())
    assert (await hand_in(web, url, made.one_column())).status_code == 303


async def test_fifty_megabytes_are_poured_away_and_told(house: House, web: httpx.AsyncClient) -> None:
    url = await waiting(house)
    start = time.monotonic()
    refused = await hand_in(web, url, bytes(50 << 20))
    assert refused.status_code == 413 and "at most 5 MB" in refused.text
    assert time.monotonic() - start < 10
    assert (await hand_in(web, url, b"%PDF-" + bytes(LARGEST_FILE - 4_000))).status_code in (413, 422)


async def test_a_file_without_the_pages_seal_is_not_taken(house: House, web: httpx.AsyncClient) -> None:
    url = await waiting(house)
    bare = await web.post(url, files={"resume": ("a.pdf", made.one_column())}, headers={"Origin": PUBLIC})
    assert bare.status_code == 409 and (await house.screening()).step == 0


async def test_the_same_resume_sent_twice_is_taken_once(house: House, web: httpx.AsyncClient) -> None:
    url = await waiting(house)
    fields = inputs(await web.get(url))
    for _ in range(2):
        await web.post(url, data=fields, files={"resume": ("a.pdf", made.one_column())}, headers={"Origin": PUBLIC})
    assert sum(m.kind == "resume" for m in (await house.screening()).messages) == 1
    assert len(await house.orders("attach")) == 1


async def test_of_two_sent_at_once_one_is_taken_and_no_file_is_left_over(house: House, web: httpx.AsyncClient) -> None:
    url = await waiting(house)
    fields, origin = inputs(await web.get(url)), {"Origin": PUBLIC}
    files = [{"resume": ("a.pdf", make())} for make in (made.one_column, made.two_columns)]
    await asyncio.gather(*(web.post(url, data=fields, files=file, headers=origin) for file in files))
    assert sum(m.kind == "resume" for m in (await house.screening()).messages) == 1
    (order,) = await house.orders("attach")
    assert [file.name for file in house.folder.iterdir()] == [order["payload"]["file"]]  # type: ignore[index]


async def test_a_body_that_is_no_form_is_answered_with_the_page(house: House, web: httpx.AsyncClient) -> None:
    url = await waiting(house)
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x", "text/plain"):
        answer = await web.post(url, content=b"--x\r\nnonsense", headers={"Content-Type": kind})
        assert answer.status_code == 409 and 'type="file"' in answer.text

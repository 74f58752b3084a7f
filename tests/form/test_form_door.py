"""The form's door over HTTP: links, one submit, what is refused, what is kept, and what it tells a browser."""

import re
from collections.abc import AsyncIterator
from html.parser import HTMLParser

import httpx
import pytest

from bot.web.form import SENT_A_MINUTE, SHOWN_A_MINUTE
from bot.web.sent import LARGEST
from screening.events import OptedOut, Reopened, Sent
from screening.screening import Status
from screening.scripts.reader import read_script
from screening.scripts.script import Script
from tests.builders import STORY, a_script
from tests.form.served import DAY, PUBLIC, House

BOTH = """format = 1
name = "dock"
title = "Dock hand"
steps = ["form"]
intro = { en = "Hi {{ first_name }}.", es = "Hola {{ first_name }}." }
closing = { en = "Thanks {{ first_name }}.", es = "Gracias {{ first_name }}." }
[[question]]
key = "licence"
kind = "yes_no"
ask = { en = "Do you hold a licence?", es = "¿Tienes licencia?" }
[[question]]
key = "years"
kind = "number"
ask = { en = "How many years?", es = "¿Cuántos años?" }
"""
NIGHT = """
[[question]]
key = "night"
kind = "yes_no"
ask = "Would you work nights?"
ask_if = { question = "years", at_least = 5 }
"""


class Inputs(HTMLParser):
    """Name to value of what a page would send as it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = dict(attrs)
        if tag == "input" and (a["type"] in ("hidden", "text") or "checked" in a):
            self.values[a["name"] or ""] = a.get("value") or ""


def inputs(page: httpx.Response) -> dict[str, str]:
    parser = Inputs()
    parser.feed(page.text)
    return parser.values


@pytest.fixture
async def house() -> AsyncIterator[House]:
    made = House()
    yield made
    await made.store.close()


@pytest.fixture
async def web(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=house.app), base_url=PUBLIC) as client:
        yield client


async def fill(web: httpx.AsyncClient, url: str, **given: str) -> httpx.Response:
    page = await web.get(url)
    return await web.post(url, data={**inputs(page), **given}, headers={"Origin": PUBLIC})


@pytest.fixture
def form() -> Script:
    return a_script("form")


async def test_reading_the_page_changes_nothing(house: House, web: httpx.AsyncClient, form: Script) -> None:
    url = await house.begin(form)
    before = await house.screening()
    assert (await web.get(url)).status_code == (await web.head(url)).status_code == 200
    assert await house.screening() == before


async def test_a_sent_page_ends_the_screening_and_shows_thanks(
    house: House, web: httpx.AsyncClient, form: Script
) -> None:
    url = await house.begin(form)
    sent = await fill(web, url, licence="yes", years="7")
    assert sent.status_code == 303
    thanks = await web.get(httpx.URL(url).join(sent.headers["location"]))
    assert thanks.status_code == 200 and "We have your answers" in thanks.text
    s = await house.screening()
    assert s.status is Status.COMPLETED and {a.question for a in s.answers} == {"licence", "years"}
    assert len(await house.orders("card")) == 1


async def test_the_same_page_sent_twice_is_taken_once(house: House, web: httpx.AsyncClient, form: Script) -> None:
    url = await house.begin(form)
    data = {**inputs(await web.get(url)), "licence": "yes", "years": "7"}
    await web.post(url, data=data)
    again = await web.post(url, data={**data, "years": "1"})
    assert again.status_code == 200 and "We already have your answers" in again.text
    answer = (await house.screening()).answer("years")
    assert answer is not None and answer.value == 7
    assert len(await house.orders("card")) == 1


async def test_what_is_wrong_is_named_and_what_was_given_is_kept(house: House, web: httpx.AsyncClient) -> None:
    url = await house.begin(a_script("form", questions=STORY))
    page = await fill(web, url, licence="yes", story='<script>alert(1)</script> & I "stopped" it')
    assert page.status_code == 422 and "<title>Error: " in page.text
    assert 'href="#q-years"' in page.text and 'id="q-years"' in page.text
    assert 'aria-describedby="q-years-hint q-years-error"' in page.text
    assert re.search(r'name="licence" value="yes"[^>]* checked', page.text)
    assert "&lt;script&gt;alert(1)" in page.text and "<script" not in page.text
    assert not (await house.screening()).answers


async def test_an_unread_answer_is_asked_about_once_and_then_taken_as_it_is(
    house: House, web: httpx.AsyncClient, form: Script
) -> None:
    url = await house.begin(form)
    first = await fill(web, url, licence="yes", years="many moons")
    assert first.status_code == 422 and "many moons" in first.text
    second = await web.post(url, data=inputs(first))
    assert second.status_code == 303
    assert (await house.screening()).unclear == ("years",)


async def test_further_questions_follow_on_a_second_page(house: House, web: httpx.AsyncClient) -> None:
    url = await house.begin(a_script("form", questions=NIGHT))
    await fill(web, url, licence="yes", years="7")
    page = await web.get(url)
    assert "Would you work nights?" in page.text and "forklift licence" not in page.text
    await fill(web, url, night="no")
    assert (await house.screening()).status is Status.COMPLETED


async def test_an_older_page_is_not_taken_for_the_one_that_stands_now(house: House, web: httpx.AsyncClient) -> None:
    url = await house.begin(a_script("form", questions=NIGHT))
    first = {**inputs(await web.get(url)), "licence": "yes", "years": "7"}
    await web.post(url, data=first)
    stale = await web.post(url, data={**first, "night": "yes"})
    assert stale.status_code == 409 and "had changed" in stale.text and 'value="yes" id="q-night" checked' in stale.text
    assert (await house.screening()).answer("night") is None


async def test_forged_cut_and_foreign_links_open_nothing(house: House, web: httpx.AsyncClient, form: Script) -> None:
    url = await house.begin(form)
    token = url.rsplit("/", 1)[1]
    id, round, until, proof = token.split(".")
    other = House(public=PUBLIC)
    other.links = type(other.links)(b"another key".ljust(32), PUBLIC)
    forged = [
        token[:-1] + ("A" if token[-1] != "A" else "B"),
        f"GR-TEST02.{round}.{until}.{proof}",
        f"{id}.{round}.{int(until) + 9}.{proof}",
        f"{id}.1.{until}.{proof}",
        token[:-5],
        proof,
        "x" * 5_000,
        "%00",
        other.link("GR-TEST01").rsplit("/", 1)[1],
    ]
    for bad in forged:
        for answer in (await web.get(f"/f/{bad}"), await web.post(f"/f/{bad}", data={"licence": "no"})):
            assert answer.status_code == 404, bad
            assert "This link does not work" in answer.text
    await other.store.close()
    assert not (await house.screening()).answers


async def test_a_link_ends_and_says_how_to_get_another(house: House, web: httpx.AsyncClient, form: Script) -> None:
    url = await house.begin(form)
    house.now += 7 * DAY
    page = await web.get(url)
    assert page.status_code == 410 and "Reply to our text, and we will send you a new link." in page.text
    assert "Este enlace" in (await web.get(url, headers={"Accept-Language": "es-MX"})).text


async def test_a_link_is_void_after_an_opt_out_and_after_a_newer_one(
    house: House, web: httpx.AsyncClient, form: Script
) -> None:
    url = await house.begin(form)
    await fill(web, url, licence="yes", years="7")
    await house.happen("GR-TEST01", Reopened(question="years", by="U1"))
    older = await web.get(url)
    assert older.status_code == 410 and "newer link" in older.text
    newer = house.link("GR-TEST01", round=1)
    assert "How many years" in (await web.get(newer)).text
    await house.happen("GR-TEST01", OptedOut(why="STOP"))
    closed = await web.get(newer)
    assert closed.status_code == 410 and "This form is closed" in closed.text


async def test_a_late_form_takes_an_expired_screening_up_again(
    house: House, web: httpx.AsyncClient, form: Script
) -> None:
    from screening.events import Due

    await house.begin(form)
    s = await house.screening()
    house.now += 7 * DAY
    await house.happen(s.id, Due(kind="expire", turn=s.turn))
    assert (await house.screening()).status is Status.EXPIRED
    await fill(web, house.link(s.id), licence="yes", years="7")
    done = await house.screening()
    assert (done.status, done.revision) == (Status.COMPLETED, 2)


async def test_a_page_of_another_site_cannot_send_answers(house: House, web: httpx.AsyncClient, form: Script) -> None:
    url = await house.begin(form)
    data = {**inputs(await web.get(url)), "licence": "yes", "years": "7"}
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert (await web.post(url, data=data, headers=headers)).status_code == 403
    unsealed = await web.post(url, data={"licence": "yes", "years": "7"}, headers={"Origin": "null"})
    assert unsealed.status_code == 409 and 'value="7"' in unsealed.text
    assert not (await house.screening()).answers
    own = await web.post(url, data=data, headers={"Origin": "null", "Sec-Fetch-Site": "same-origin"})
    assert own.status_code == 303


async def test_the_seal_of_one_link_is_no_good_for_another(house: House, web: httpx.AsyncClient, form: Script) -> None:
    url = await house.begin(form)
    other = house.link("GR-TEST01", until=house.now + DAY)
    data = {**inputs(await web.get(other)), "licence": "yes", "years": "7"}
    assert (await web.post(url, data=data)).status_code == 409


async def test_too_much_is_refused_without_reading_it(house: House, web: httpx.AsyncClient, form: Script) -> None:
    url = await house.begin(form)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(1_000):
            yield b"a=1&" * 1_000

    assert (await web.post(url, content=b"x" * (LARGEST + 1), headers=kind)).status_code == 413
    assert (await web.post(url, content=endless(), headers=kind)).status_code == 413
    assert (await web.post(url, content=b"a=1&" * 500, headers=kind)).status_code == 413
    assert (await web.post(url, content=b"{}", headers={"Content-Type": "application/json"})).status_code == 409


async def test_too_often_is_refused_for_a_minute(house: House, web: httpx.AsyncClient, form: Script) -> None:
    url = await house.begin(form)
    answers = [await web.post(url, data={"licence": "yes"}) for _ in range(SENT_A_MINUTE + 1)]
    assert answers[-1].status_code == 429 and "wait a minute" in answers[-1].text
    pages = [await web.get(url) for _ in range(SHOWN_A_MINUTE + 1)]
    assert (pages[-2].status_code, pages[-1].status_code) == (200, 429)
    house.now += 60_000
    assert (await web.get(url)).status_code == 200


async def test_every_page_keeps_to_itself(house: House, web: httpx.AsyncClient, form: Script) -> None:
    url = await house.begin(form)
    for answer in (await web.get(url), await web.get("/f/nonsense"), await fill(web, url)):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in answer.headers
        assert "<script" not in answer.text and "http" not in answer.text
        assert len(answer.content) <= 10_240


async def test_a_page_of_eight_questions_stays_below_ten_kilobytes(house: House, web: httpx.AsyncClient) -> None:
    more = "".join(
        f'[[question]]\nkey = "choice_{n}"\nkind = "choice"\nask = "Which of these would suit you best, number {n}?"\n'
        'options = [{ value = "day" }, { value = "evening" }, { value = "night" }]\n'
        for n in range(12)
    )
    url = await house.begin(a_script("form", questions=more))
    page = await web.get(url)
    assert page.text.count("<fieldset") + page.text.count('class="q') == 8
    assert len(page.content) <= 10_240


async def test_the_page_speaks_spanish_and_the_conversation_follows(house: House, web: httpx.AsyncClient) -> None:
    url = await house.begin(read_script(BOTH))
    english = await web.get(url)
    assert (
        '<html lang="en">' in english.text and '<a href="?lang=es" lang="es" hreflang="es">Español</a>' in english.text
    )
    spanish = await web.get(url, params={"lang": "es"})
    assert '<html lang="es">' in spanish.text and "¿Tienes licencia?" in spanish.text and "Enviar" in spanish.text
    sent = await web.post(f"{url}?lang=es", data={**inputs(spanish), "licence": "yes", "years": "7"})
    assert sent.status_code == 303
    assert "Tenemos tus respuestas" in (await web.get(httpx.URL(url).join(sent.headers["location"]))).text
    s = await house.screening()
    answer = s.answer("licence")
    assert s.language == "es" and answer is not None and (answer.value, answer.quote) == ("yes", "Sí")
    assert s.messages[-1].text == "Gracias Ana."


async def test_an_unknown_language_is_the_conversations(house: House, web: httpx.AsyncClient, form: Script) -> None:
    url = await house.begin(form)
    for asked in ("es", "xx", "<b>"):
        assert '<html lang="en">' in (await web.get(url, params={"lang": asked})).text


async def test_the_page_says_how_to_reach_a_person_and_how_to_stop(
    house: House, web: httpx.AsyncClient, form: Script
) -> None:
    text = (await web.get(await house.begin(form))).text
    assert "reply HUMAN" in text and "Reply STOP" in text and "automated assistant" in text and "Acme Staffing" in text


async def test_the_text_that_went_out_holds_the_link_and_the_transcript_does_not(house: House, form: Script) -> None:
    await house.begin(form)
    (order,) = await house.orders("sms")
    assert "[form link]" in str(order["payload"])
    s = await house.happen("GR-TEST01", Sent(message="GR-TEST01-B1"))
    assert "/f/" not in str(s)

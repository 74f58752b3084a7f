"""The form in headless Chromium: axe-core at three widths on every page, and filling by keyboard alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from screening.events import OptedOut, Read, Sent, Settled, Texted
from screening.scorecard import as_json
from screening.scoring import score
from screening.screening import Screening, Status
from screening.scripts.reader import read_script
from screening.scripts.script import Script
from screening.understanding import ENGINE
from tests.builders import STORY, a_script
from tests.form.served import DAY, House, Served
from tests.form.test_form_door import BOTH
from tests.resumes import made

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 390, 1280)
FULL = (
    STORY
    + """
[[question]]
key = "pay"
kind = "pay"
ask = "What hourly pay are you looking for?"
period = "hour"
currency = "USD"
points = [{ at_most = 24, points = 5 }, { points = 1 }]

[[question]]
key = "start"
kind = "date"
ask = "When could you start?"
points = [{ within_days = 14, points = 5 }, { points = 1 }]

[[question]]
key = "shifts"
kind = "choice"
several = true
ask = "Which shifts suit you?"
options = [{ value = "day", points = 5 }, { value = "evening", points = 3 }, { value = "night" }]
"""
)
ANSWERS = {
    "licence": "Yes",
    "years": "6 years",
    "story": "I saw a leak, stopped the line and told my lead",
    "pay": "$23 an hour",
    "start": "in 2 weeks",
    "shifts": "day, evening",
}


@pytest.fixture
def house(served: Served) -> Iterator[House]:
    """A fresh store behind the same server."""
    yield served.ask(renewed)
    served.house.now = House.now


async def emptied(house: House) -> None:
    """As if nobody had been screened."""
    for name in ("screenings", "outbox", "chain", "events"):
        await house.store.run(lambda t, name=name: t[name].truncate())  # type: ignore[misc]


async def renewed(house: House) -> House:
    await emptied(house)
    house.door._sent._times.clear()
    house.door._shown._times.clear()
    return house


def faults(page: Page) -> list[str]:
    """axe-core's violations, sideways scrolling, and targets that a thumb would miss."""
    page.evaluate(AXE)
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(r => r.violations.map(v => v.id))", TAGS
    )
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("scrolls sideways")
    small = page.evaluate(
        """[...document.querySelectorAll('a,button,input:not([type=hidden]),textarea')].filter(e => {
            const box = (e.closest('label') || e).getBoundingClientRect(); return box.width < 24 || box.height < 24})
            .length"""
    )
    return [*found, *(["small targets"] if small else [])]


def at_every_width(
    browser: Browser, url: str, act: Callable[[Page], object] = lambda page: None
) -> dict[int, list[str]]:
    """The faults of a page by width, and on a phone in the dark."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(url)
    act(page)
    found: dict[int, list[str]] = {}
    for width, scheme in ((320, "light"), (390, "light"), (390, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found[width] = found.get(width, []) + faults(page)
    context.close()
    return found


CLEAN = {width: [] for width in WIDTHS}


def test_the_questions_have_no_fault(browser: Browser, served: Served, house: House) -> None:
    url = served.ask(lambda h: h.begin(a_script("form", questions=FULL)))
    assert at_every_width(browser, url) == CLEAN


def test_the_page_of_errors_has_no_fault_and_takes_the_focus_to_them(
    browser: Browser, served: Served, house: House
) -> None:
    url = served.ask(lambda h: h.begin(a_script("form", questions=FULL)))

    def send(page: Page) -> None:
        page.fill("#q-years", "many moons")
        page.click("button")
        page.wait_for_selector(".errors")
        assert page.evaluate("document.activeElement.className") == "errors"
        assert page.title().startswith("Error: ")

    assert at_every_width(browser, url, send) == CLEAN


def test_spanish_pages_have_no_fault(browser: Browser, served: Served, house: House) -> None:
    url = served.ask(lambda h: h.begin(read_script(BOTH)))
    assert at_every_width(browser, f"{url}?lang=es") == CLEAN


def test_the_page_for_a_resume_has_no_fault_and_takes_one(browser: Browser, served: Served, house: House) -> None:
    url = served.ask(lambda h: h.begin(a_script("resume", "form")))
    served.ask(lambda h: h.happen("GR-TEST01", Read(why="none")))
    assert at_every_width(browser, url) == CLEAN

    def refused(page: Page) -> None:
        page.set_input_files("#resume", {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": made.encrypted()})
        page.click("text=Send my resume")
        page.wait_for_selector(".errors")
        assert "locked with a password" in page.inner_text(".errors")
        assert page.evaluate("document.activeElement.className") == "errors"

    assert at_every_width(browser, url, refused) == CLEAN
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url)
    page.set_input_files("#resume", {"name": "cv.pdf", "mimeType": "", "buffer": made.plain_without_years()})
    page.click("text=Send my resume")
    assert "How many years" in page.inner_text("main")
    context.close()


@pytest.mark.parametrize("what", ["forged", "expired", "over", "gone", "received", "busy"])
def test_pages_that_only_tell_something_have_no_fault(
    browser: Browser, served: Served, house: House, what: str
) -> None:
    script = a_script("form")
    url = served.ask(lambda h: h.begin(script))
    if what == "forged":
        url = f"{house.public}/f/nonsense"
    elif what == "expired":
        house.now += 7 * DAY
    elif what == "over":
        served.ask(lambda h: h.happen("GR-TEST01", OptedOut(why="STOP")))
    elif what == "gone":
        url = house.link("GR-NOBODY")
    elif what == "received":
        by_keyboard(browser, url, {"licence": "Yes", "years": "7"})
    elif what == "busy":
        house.door._shown._times.clear()
        for _ in range(200):
            house.door._shown.allows("GR-TEST01.0", house.now)
    assert at_every_width(browser, url) == CLEAN


@pytest.mark.parametrize(
    ("break_it", "rule"),
    [
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('label[for]').removeAttribute('for')", "label"),
        ("document.title = ''", "document-title"),
        ("document.querySelector('.lead').style.color = '#ccc'", "color-contrast"),
        ("document.querySelector('h1').style.width = '2000px'", "scrolls sideways"),
    ],
)
def test_the_check_sees_a_broken_page(browser: Browser, served: Served, house: House, break_it: str, rule: str) -> None:
    url = served.ask(lambda h: h.begin(a_script("form")))
    found = at_every_width(browser, url, lambda page: page.evaluate(break_it))
    assert all(rule in faults for faults in found.values())


def by_keyboard(browser: Browser, url: str, answers: dict[str, str]) -> str:
    """Fills and sends the page with Tab, arrows, Space, Enter and letters alone, without JavaScript; the page after it."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    for _ in range(60):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        if focus.count() and focus.evaluate("e => e.tagName") == "BUTTON":
            page.keyboard.press("Enter")
            break
        type_in(page, answers)
    page.wait_for_load_state()
    text = page.locator("main").inner_text()
    assert all(u.startswith(url.split("/f/")[0]) for u in asked), asked
    context.close()
    return text


def type_in(page: Page, answers: dict[str, str]) -> None:
    focus = page.locator(":focus")
    name, kind, value = (focus.get_attribute(a) or "" for a in ("name", "type", "value"))
    wanted = answers.get(name, "")
    if kind == "radio":
        page.keyboard.press("Space" if wanted.lower() == value else "ArrowDown")
    elif kind == "checkbox":
        if value in wanted.split(", "):
            page.keyboard.press("Space")
    elif wanted:
        page.keyboard.type(wanted)


def by_text(script: Script, served: Served) -> Screening:
    """The same answers as texts."""

    async def go(house: House) -> Screening:
        await emptied(house)
        await house.begin(script)
        for n, words in enumerate(ANSWERS.values()):
            for message in (await house.screening()).messages:
                if message.state == "queued":
                    await house.happen("GR-TEST01", Sent(message=message.id))
            house.now += 60_000
            await house.happen("GR-TEST01", Texted(message=f"SM{n}", text=words, pause=0))
            await house.happen("GR-TEST01", Settled())
        return await house.screening()

    return served.ask(go)


def test_filling_by_keyboard_alone_ends_in_the_scorecard_of_the_same_texts(
    browser: Browser, served: Served, house: House
) -> None:
    form, texts = a_script("form", questions=FULL), a_script("sms", questions=FULL)
    url = served.ask(lambda h: h.begin(form))
    assert "We have your answers" in by_keyboard(browser, url, ANSWERS)
    filled = served.ask(lambda h: h.screening())
    texted = by_text(texts, served)
    assert filled.status is texted.status is Status.COMPLETED
    one, other = as_json(score(filled, form, ENGINE)), as_json(score(texted, texts, ENGINE))
    assert one["score"] == other["score"] and one["score"] is not None
    for card in (one, other):
        card.pop("script_hash")
        for row in (*card["answers"], *card["must_haves"], *card["strengths"], *card["concerns"]):
            row.pop("message", None) if isinstance(row, dict) else None
    assert one == other


def test_sending_twice_is_told_and_changes_nothing(browser: Browser, served: Served, house: House) -> None:
    url = served.ask(lambda h: h.begin(a_script("form")))
    context = browser.new_context(java_script_enabled=False)
    first, second = context.new_page(), context.new_page()
    for page, years in ((first, "7"), (second, "1")):
        page.goto(url)
        page.check("#q-licence")
        page.fill("#q-years", years)
    first.click("button")
    second.click("button")
    assert "We have your answers" in first.inner_text("main")
    assert "We already have your answers" in second.inner_text("main")
    answer = served.ask(lambda h: h.screening()).answer("years")
    assert answer is not None and answer.value == 7
    context.close()

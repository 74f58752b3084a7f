"""PDFs as a browser prints them, with dates at the right margin, dark columns and tables: read in order, and answered."""

import pytest
from playwright.sync_api import Browser

from bot.resumes.child import convert
from screening.channels.resume import normal
from screening.scripts.script import Question
from tests.resumes.pages import HISTORY, ONE, PAGES, TRICKS
from tests.resumes.test_matching import FORKLIFT, YEARS, asked, read


def printed(browser: Browser, html: str) -> bytes:
    page = browser.new_page()
    page.set_content(html)
    data = page.pdf(format="Letter", print_background=True)
    page.close()
    return data


@pytest.mark.parametrize("name", PAGES)
def test_what_a_browser_prints_is_read_in_order(browser: Browser, name: str) -> None:
    found = convert(printed(browser, PAGES[name]))
    text = normal(found.text)  # as it is kept: some fonts join letters ("certiﬁcation")
    for title, dates, place, _town, bullets in HISTORY:
        places = [text.index(words) for words in (title, dates, place, *bullets)]
        assert places == sorted(places)
        assert not any(skill in text[places[0] : places[-1]] for skill in ("Reach truck", "SAP WM", "Spanish"))
    every: Question = asked("number", "How many years of experience do you have?", unit='"years"')
    values = [found and found.value for found in (read(text, q) for q in (FORKLIFT, YEARS, every))]
    assert values == ["yes", 5, 10]
    assert found.hidden == ()


def test_what_a_page_hides_is_flagged(browser: Browser) -> None:
    found = convert(printed(browser, ONE + TRICKS))
    assert "welder" not in found.text and "secret" not in found.text
    assert {"expert welder since forever", "tiny secret words"} <= set(found.hidden)

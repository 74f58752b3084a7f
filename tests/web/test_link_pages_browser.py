"""The pages of links that play nothing and of what we hold, in headless Chromium: axe-core at three widths."""

import base64
from typing import Any

import pytest
from playwright.sync_api import Browser

from bot.links import Barred, Unusable
from bot.web.data import GONE
from bot.web.link_page import LinkPages
from tests.form.test_form_browser import CLEAN, at_every_width


def shown(page: str) -> str:
    """The page as an address."""
    return "data:text/html;base64," + base64.b64encode(page.encode()).decode()


@pytest.mark.parametrize("why", list(Unusable))
def test_no_page_has_a_fault(browser: Browser, why: Unusable) -> None:
    page = LinkPages("Acme Staffing", "/screen").notice(Barred(why=why, screening="GR-45AD5D9E3C", link="x"))
    assert at_every_width(browser, shown(page)) == CLEAN


SCREENING: dict[str, Any] = {
    "job": "Forklift operator, 2nd shift",
    "began": "2026-11-21 18:00 UTC",
    "state": "completed",
    "score": 84,
    "recommendation": "Advance",
    "decided": "Advanced",
    "answers": [{"about": "Licence", "value": "yes", "quote": "w" * 300}],
    "messages": [{"at": "2026-11-21 18:00 UTC", "who": "You", "text": "https://example.com/" + "a" * 300}],
}
HELD: dict[str, Any] = {
    "name": "Ana Alder",
    "phone": "+13125550101",
    "email": "ana@example.com",
    "consents": [{"at": "2026-11-21 18:00 UTC", "words": "You applied for Forklift operator."}],
}


@pytest.mark.parametrize("screenings", [[], [SCREENING], [SCREENING, {**SCREENING, "answers": [], "score": None}]])
def test_the_page_of_what_we_hold_has_no_fault(browser: Browser, screenings: list[Any]) -> None:
    page = LinkPages("Acme Staffing", "/screen").data({**HELD, "screenings": screenings}, "x/data.json")
    assert at_every_width(browser, shown(page)) == CLEAN


@pytest.mark.parametrize("why", list(GONE))
def test_what_a_data_link_that_opens_nothing_says_has_no_fault(browser: Browser, why: str) -> None:
    assert at_every_width(browser, shown(LinkPages("Acme Staffing", "/screen").say(*GONE[why]))) == CLEAN

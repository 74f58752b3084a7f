"""The pages of links that play nothing, in headless Chromium: axe-core at three widths."""

import base64

import pytest
from playwright.sync_api import Browser

from bot.links import Barred, Unusable
from bot.web.link_page import LinkPages
from tests.form.test_form_browser import CLEAN, at_every_width


@pytest.mark.parametrize("why", list(Unusable))
def test_no_page_has_a_fault(browser: Browser, why: Unusable) -> None:
    page = LinkPages("Acme Staffing", "/screen").notice(Barred(why=why, screening="GR-45AD5D9E3C", link="x"))
    url = "data:text/html;base64," + base64.b64encode(page.encode()).decode()
    assert at_every_width(browser, url) == CLEAN

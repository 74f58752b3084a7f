"""The pages behind links: a recording that plays nothing, and what we hold about a candidate."""

from collections.abc import Mapping
from typing import Any, Final

from bot.links import Barred, Unusable
from bot.web.pages import style, style_source, templates

UNSEEN: Final = {  # behind every link that only one person was sent
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
HEADINGS: Final = {
    Unusable.UNKNOWN: "There is nothing here",
    Unusable.EXPIRED: "This link has expired",
    Unusable.REVOKED: "This link was withdrawn",
    Unusable.GONE: "This recording was deleted",
}
TEXTS: Final = {
    Unusable.UNKNOWN: "The address is incomplete, or was never one of ours. Open the link from the result in Slack or Tracker once more.",
    Unusable.EXPIRED: "Links to recordings play for a limited time.",
    Unusable.REVOKED: "A newer link has taken its place, or it was withdrawn on purpose.",
    Unusable.GONE: "Recordings are kept for a limited time, and are erased when a candidate asks for it. A new link cannot bring it back.",
}


class LinkPages:
    """Renders the pages; `command` is how the Slack command is called."""

    def __init__(self, brand: str, command: str) -> None:
        self._brand, self._command, self._css, self._jinja = brand, command, style(), templates()
        self.policy = f"default-src 'none'; style-src {style_source()}; base-uri 'none'; frame-ancestors 'none'"

    def notice(self, barred: Barred) -> str:
        """The page for a link that plays nothing."""
        renewable = barred.why in (Unusable.EXPIRED, Unusable.REVOKED) and barred.screening
        command = f"{self._command} result {barred.screening}" if renewable else ""
        foot = f"This page is for recruiters of {self._brand}."
        return self._render(
            "links/notice", heading=HEADINGS[barred.why], text=TEXTS[barred.why], command=command, foot=foot
        )

    def say(self, heading: str, text: str) -> str:
        """A page for a candidate that says one thing."""
        return self._render("links/notice", heading=heading, text=text)

    def data(self, held: Mapping[str, Any], file: str) -> str:
        """The page of what is held about a candidate; `file` is where the same can be downloaded."""
        return self._render("data/page", held=held, file=file)

    def _render(self, name: str, **about: Any) -> str:
        page = self._jinja.get_template(f"{name}.html.j2")
        return page.render(brand=self._brand, css=self._css, lang="en", languages=(), **about)

"""Texts with a link: its mark in the saved text gives way to the link when the text goes out."""

from dataclasses import replace

from bot.data_links import DataLinks
from bot.form_links import FormLinks, FormToken
from bot.outbox.delivery import Deliverer, Delivery
from screening.channels import rights
from screening.channels.inviting import MARK


class LinkedTexts:
    """The way out for texts, with links filled in: the same link whenever the same delivery is tried again."""

    def __init__(self, texts: Deliverer, links: FormLinks, data: DataLinks) -> None:
        self._texts, self._links, self._data, self.stale_ms = texts, links, data, texts.stale_ms

    async def call(self, delivery: Delivery) -> str:
        """Send it."""
        return await self._texts.call(self._filled(delivery))

    async def look_up(self, delivery: Delivery, taken: frozenset[str]) -> str | None:
        """The provider's id of this very text."""
        return await self._texts.look_up(self._filled(delivery), taken)

    def _filled(self, d: Delivery) -> Delivery:
        link, data = d.payload.get("link"), d.payload.get("data_link")
        if data:
            url = self._data.url(d.screening, d.claimed + data["life"])
            return replace(d, payload={**d.payload, "body": d.payload["body"].replace(rights.MARK, url)})
        if not link:
            return d
        token = FormToken(screening=d.screening, round=link["round"], until=d.claimed + link["life"])
        return replace(d, payload={**d.payload, "body": d.payload["body"].replace(MARK, self._links.url(token))})

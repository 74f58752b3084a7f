"""Recording links from Slack: listed with their use, taken back, made anew."""

import re
from datetime import timedelta

from bot.links import Links, note_use
from bot.storage.keys import load_keyring
from bot.storage.store import Tables
from screening.screening import Screening
from tests.desk.conftest import Shop
from tests.slack.fake_slack import PLAIN


async def links_of(shop: Shop) -> Links:
    """The house's own links."""
    keys = ("0123456789abcdef" * 4,)
    return await shop.service.store.run(lambda t: Links(load_keyring(t, keys).links, "https://bot.example.com"))


async def recorded(shop: Shop) -> tuple[Screening, str]:
    """Somebody's result with a recording of ours; its link."""
    s, links = await shop.screened(), await links_of(shop)
    made: list[str] = []

    def keep(tables: Tables) -> None:
        row = {"sid": "RE1", "screening": s.id, "name": "a.wav", "sha256": "", "size": 4, "type": "audio/wav"}
        tables["recordings"].insert({**row, "at": shop.clock()})
        made.append(links.make(tables, s.id, "RE1", shop.clock()))
        records = shop.records(tables)
        kept = records.screening(s.id)
        assert kept is not None
        records.save(kept.having(links=(made[0],)))

    await shop.service.store.run(keep)
    return s, made[0]


async def test_links_are_listed_with_their_use(shop: Shop) -> None:
    s, url = await recorded(shop)
    assert "never opened" in await shop.ask(f"recordings {s.id}")
    id = (await links_of(shop)).id_in(url)
    await shop.service.store.run(lambda t: note_use(t, id, s.id, "GET all: 200", "a browser", shop.clock()))
    await shop.ask(f"result {s.id} link=https://video.example.com/abc")
    said = await shop.ask(f"recordings {s.id}")
    assert "opened once <!date^" in said
    assert "plays until" in said
    assert "Made elsewhere: https://video.example.com/abc" in said


async def test_links_that_are_taken_back_play_no_more_and_the_thread_says_who_did_it(shop: Shop) -> None:
    s, url = await recorded(shop)
    path = url.removeprefix("https://bot.example.com")
    assert "1 link plays no more" in await shop.ask(f"recordings {s.id} revoke")
    barred = await shop.http.get(path)
    assert (barred.status_code, "withdrawn" in barred.text, f"result {s.id}" in barred.text) == (410, True, True)
    await shop.turn(2)
    assert len(shop.posts("took back the recording links")) == 1
    assert "no link of ours that plays" in await shop.ask(f"recordings {s.id} revoke")
    await shop.ask(f"result {s.id}")
    fresh = re.findall(r"https://bot\.example\.com/r/[^|>\s]+", str(shop.slack.replies[-1]))
    assert fresh
    assert url not in fresh
    assert "revoked <!date^" in await shop.ask(f"recordings {s.id}")


async def test_an_expired_link_says_how_to_get_a_new_one(shop: Shop) -> None:
    s, url = await recorded(shop)
    shop.clock.at += timedelta(days=15)
    page = await shop.http.get(url.removeprefix("https://bot.example.com"))
    assert (page.status_code, f"/screen result {s.id}" in page.text) == (410, True)
    assert "expired <!date^" in await shop.ask(f"recordings {s.id}")


async def test_recordings_are_for_those_of_the_jobs_channel(shop: Shop) -> None:
    s, url = await recorded(shop)
    shop.slack.members["C0HIRING"] = ["U0ADMIN"]
    assert url not in await shop.ask(f"recordings {s.id}", user=PLAIN)
    assert "Only members" in await shop.ask(f"recordings {s.id} revoke", user=PLAIN)
    assert "nothing else" in await shop.ask(f"recordings {s.id} now")

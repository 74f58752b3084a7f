"""The doors of the web: Twilio, calls, forms, recordings, data and Tracker's hook."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import structlog
from starlette.routing import Route

from bot.ats.hints import hint_of, hook_secret, keep_hint
from bot.form_desk import FormDesk
from bot.links import Barred, Playable, note_use
from bot.marks import Marks
from bot.storage.store import Tables
from bot.subjects.given import given
from bot.web.calls import CallDoor
from bot.web.data import DataDoor
from bot.web.form import FormDoor
from bot.web.form_page import FormPages
from bot.web.link_page import LinkPages
from bot.web.links import LinkDoor
from bot.web.signed import SignedForms
from bot.web.tracker import HookDoor
from bot.web.twilio import TwilioDoor
from bot.wiring.core import Core
from bot.wiring.twilio import TwilioSide, phone_of
from screening import screener
from screening.screener import InboundText

log = structlog.get_logger(__name__)


def web_routes(core: Core, marks: Marks, twilio: TwilioSide) -> list[Route]:
    """Every address that Twilio, candidates, recruiters and Tracker may call."""

    async def status(row: str, sid: str, state: str, code: str) -> None:
        await core.store.run(lambda t: marks.status(t, row, sid, state, code))

    s = core.settings
    forms = SignedForms(s.public_url, s.twilio_auth_token)
    phone = phone_of(core, twilio)
    door = TwilioDoor(
        forms=forms,
        brand=s.brand,
        now=core.now,
        hear=hearing(core),
        status=status,
        called_in=phone.called_in,
        over=phone.over,
    )
    return [
        *door.routes(),
        *CallDoor(forms=forms, desk=phone).routes(),
        *_form(core).routes(),
        *_recordings(core).routes(),
        *_data(core).routes(),
        *_hook(core).routes(),
    ]


def hearing(core: Core) -> Callable[[InboundText], Awaitable[None]]:
    """Saves a text of a candidate, however it reached us."""
    pause, brand = int(core.settings.listening_pause * 1000), core.settings.brand

    def heard(text: InboundText, tables: Tables) -> tuple[str, str]:
        row = tables["screenings"].first(open_phone=text.phone)
        return screener.hear(core.records(tables), text, pause, brand), str(row["gr"]) if row else ""

    async def hear(text: InboundText) -> None:
        became, screening = await core.store.run(partial(heard, text))
        if became != "repeat":
            log.info("heard", text=text.sid, screening=screening, became=became)

    return hear


def _hook(core: Core) -> HookDoor:
    async def changed(body: object) -> None:
        await core.store.run(lambda t: keep_hint(t, hint_of(body)))

    return HookDoor(hook_secret(core.keyring.links), changed)


def _recordings(core: Core) -> LinkDoor:
    async def opened(token: str) -> Playable | Barred:
        return await core.store.read(lambda t: core.links.open(t, token, core.now()))

    async def used(link: str, screening: str, what: str, agent: str) -> None:
        await core.store.run(lambda t: note_use(t, link, screening, what, agent, core.now()))

    pages = LinkPages(core.settings.brand, core.settings.slack_command)
    return LinkDoor(folder=core.recordings, pages=pages, open=opened, used=used)


def _data(core: Core) -> DataDoor:
    async def held(screening: str) -> dict[str, Any]:
        return await core.store.read(lambda t: given(core.records(t), screening))

    async def used(screening: str, agent: str) -> None:
        await core.store.run(lambda t: note_use(t, "data", screening, "the candidate's data", agent, core.now()))

    pages = LinkPages(core.settings.brand, core.settings.slack_command)
    return DataDoor(links=core.data_links, pages=pages, now=core.now, given=held, used=used)


def _form(core: Core) -> FormDoor:
    return FormDoor(
        public_url=core.settings.public_url,
        links=core.form_links,
        pages=FormPages(core.settings.brand),
        now=core.now,
        desk=FormDesk(core.store, core.records, core.converter, core.handed_in, core.now),
    )

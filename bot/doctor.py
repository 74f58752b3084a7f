"""`greenroom doctor`: settings, store, Slack, Twilio and Tracker, one line each; nothing is texted and nothing written there."""

import asyncio
import shutil
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.ats import scopes
from bot.ats.errors import translated
from bot.ats.writing import writing_of
from bot.disk import SCARCE
from bot.errors import BotError, SettingsError
from bot.settings import Settings, environment, read_settings
from bot.slack.app import make_post
from bot.slack.manifest import SCOPES
from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS
from bot.storage.store import Store, is_postgres, open_store
from bot.wiring.core import Outside, connection_on, slack_config
from screening.errors import PortFailed

PATIENCE = 20.0  # seconds for each outside service


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line: whether it is in order, and what was found or is to be done."""

    fine: bool
    words: str

    def __str__(self) -> str:
        return f"{'In order' if self.fine else 'To mend'} · {self.words}"


def doctor() -> int:
    """Print what was found; 1 if anything needs mending."""
    try:
        settings = read_settings(environment())
    except SettingsError as error:
        findings: Sequence[Finding] = [Finding(fine=False, words=f"Settings: {p}") for p in error.problems]
    else:
        findings = asyncio.run(examine(settings))
    sys.stdout.write("".join(f"{finding}\n" for finding in findings))
    return 0 if all(finding.fine for finding in findings) else 1


async def examine(settings: Settings) -> list[Finding]:
    """Everything that can be looked at; what cannot be reached is told, and the rest is looked at all the same."""
    found = [Finding(fine=True, words="Settings: complete.")]
    try:
        store = open_store(settings.store, SPECS, exclusive=False)
    except BotError as error:
        return [*found, Finding(fine=False, words=f"Store: {error}."), *await _outside(settings, None)]
    try:
        return [*found, await _checked("Store", lambda: _store(settings, store)), *await _outside(settings, store)]
    finally:
        await store.close()


async def _outside(settings: Settings, store: Store | None) -> list[Finding]:
    found = [
        await _checked("Slack", lambda: _slack(settings)),
        await _checked("Twilio", lambda: _twilio(settings)),
    ]
    return [*found, *await _tracker_scopes(settings, store)] if store is not None else found


async def _tracker_scopes(settings: Settings, store: Store) -> list[Finding]:
    found: list[Finding] = []

    async def look() -> Finding:
        found.extend(await _tracker(settings, store))
        return found[0]

    first = await _checked("Tracker", look)
    return found or [first]


async def _checked(name: str, check: Callable[[], Awaitable[Finding]]) -> Finding:
    try:
        return await asyncio.wait_for(check(), PATIENCE)
    except TimeoutError:
        return Finding(fine=False, words=f"{name}: no answer within {PATIENCE:.0f} seconds.")
    except (BotError, PortFailed, httpx.HTTPError) as error:
        return Finding(fine=False, words=f"{name}: {error or type(error).__name__}.")


async def _store(settings: Settings, store: Store) -> Finding:
    ring = await store.run(lambda t: load_keyring(t, settings.secret_keys))
    parked = await store.read(lambda t: t["outbox"].how_many(state="parked"))
    room = SCARCE if is_postgres(settings.store) else _room(Path(settings.store))
    words = "Store: it can be written, and GREENROOM_SECRET_KEY opens it"
    if room < SCARCE:
        return Finding(fine=False, words=f"{words}, but only {room // 1_000_000} MB are left on its disk.")
    if parked:
        return Finding(
            fine=False, words=f"{words}, but {parked} deliveries need a person: `status` in Slack names them."
        )
    return Finding(fine=True, words=f"{words}{'; keys were wrapped anew' if ring.waiting else ''}.")


def _room(path: Path) -> int:
    return shutil.disk_usage(path.absolute().parent).free


async def _slack(settings: Settings) -> Finding:
    granted = await make_post(slack_config(settings)).scopes()
    missing = sorted(set(SCOPES) - granted) if granted else []
    if missing:
        return Finding(
            fine=False, words=f"Slack: the app lacks {', '.join(missing)}; install it again from the manifest."
        )
    return Finding(fine=True, words="Slack: it takes our token" + (", with every scope." if granted else "."))


async def _twilio(settings: Settings) -> Finding:
    s = settings
    auth = (s.twilio_api_key, s.twilio_api_secret) if s.twilio_api_key else (s.twilio_account_sid, s.twilio_auth_token)
    url = f"{s.twilio_api_url}/2010-04-01/Accounts/{s.twilio_account_sid}/IncomingPhoneNumbers.json"
    async with httpx.AsyncClient(auth=auth, timeout=12, trust_env=False) as http:
        answer = await http.get(url, params={"PhoneNumber": s.twilio_from} if s.twilio_from else {})
    if answer.status_code in (401, 403):
        return Finding(fine=False, words="Twilio: it does not take our credentials; compare SID, token and API key.")
    if answer.status_code != 200:
        return Finding(fine=False, words=f"Twilio: it answered {answer.status_code}.")
    if s.twilio_service:
        return Finding(fine=True, words="Twilio: it takes our credentials; the Messaging Service sends.")
    return _number(answer, s)


def _number(answer: httpx.Response, s: Settings) -> Finding:
    numbers = answer.json().get("incoming_phone_numbers") or []
    ours = next((n for n in numbers if n.get("phone_number") == s.twilio_from), None)
    wanted = f"{s.public_url}/twilio/sms"
    if ours is None:
        return Finding(fine=False, words=f"Twilio: the account has no number ending in {s.twilio_from[-4:]}.")
    if str(ours.get("sms_url") or "").partition("#")[0] != wanted:
        return Finding(fine=False, words=f"Twilio: set the number's webhook for messages to {wanted} (POST).")
    return Finding(fine=True, words="Twilio: the number is ours, and its texts come to us.")


async def _tracker(settings: Settings, store: Store) -> list[Finding]:
    keyring = await store.run(lambda t: load_keyring(t, settings.secret_keys))
    client = await connection_on(store, keyring, settings, Outside()).client()
    if client is None:
        said = "Tracker: not connected; an admin connects it with `connect` in Slack."
        return [Finding(fine=False, words=said)]
    try:
        with translated("Tracker"):
            found = await scopes.examine(client, await store.read(writing_of))
    finally:
        await client.close()
    return [Finding(fine=each.fine, words=each.words) for each in found]

"""Recordings: fetched from Twilio's own host alone, kept in our data directory with their hash, then deleted at Twilio."""

import asyncio
import hashlib
import os
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

import httpx

from bot.outbox.delivery import Delivery
from bot.storage.store import Store
from screening.errors import Fate, PortFailed

SID: Final = re.compile(r"RE[0-9a-f]{32}")
LARGEST: Final = 64 * 1024 * 1024  # bytes: an hour of a phone's sound
TYPES: Final = {
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "audio/wave": ".wav",
    "audio/vnd.wave": ".wav",
    "audio/mpeg": ".mp3",
}
REDIRECTS: Final = 3
AWAY: Final = frozenset({204, 404, 410})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that is kept: its name in the directory, hash (hex), bytes and media type."""

    name: str
    sha256: str
    size: int
    type: str


class Twilio:
    """The account's recordings over HTTP. The address is made from the id: what a webhook names is never fetched."""

    def __init__(self, *, origin: str, account: str, auth: tuple[str, str], http: httpx.AsyncClient) -> None:
        self._origin, self._auth, self._http = origin.rstrip("/"), auth, http
        self._base = f"{self._origin}/2010-04-01/Accounts/{account}/Recordings/"

    def ours(self, url: str) -> bool:
        """Whether a webhook's address lies where this account's recordings lie."""
        parts = urlsplit(url)
        home, known = urlsplit(self._base), ("https", "api.twilio.com")
        place = (parts.scheme, parts.netloc)
        return place in ((home.scheme, home.netloc), known) and parts.path.startswith(home.path)

    async def fetch(self, sid: str, folder: Path) -> Kept:
        """Stream it into `folder`; PortFailed with its fate, and nothing left lying, where that fails."""
        url = f"{self._base}{_known(sid)}"
        try:
            for _ in range(REDIRECTS):
                async with self._http.stream("GET", url, auth=self._auth, follow_redirects=False) as answer:
                    if not answer.is_redirect:
                        return await _keep(answer, folder)
                    url = self._next(url, answer)
        except httpx.HTTPError as error:
            raise PortFailed(f"recording {sid} could not be fetched", fate=Fate.NOT_DONE) from error
        raise PortFailed(f"recording {sid} is redirected too often", fate=Fate.REFUSED)

    def _next(self, url: str, answer: httpx.Response) -> str:
        target: str = urljoin(url, answer.headers.get("location", ""))
        if urlsplit(target)[:2] != urlsplit(self._origin)[:2]:
            raise PortFailed("Twilio redirects the recording to another host; it is not fetched", fate=Fate.REFUSED)
        return target

    async def of_call(self, call: str) -> list[str]:
        """The ids of a call's recordings; none where Twilio does not know the call."""
        where = self._base.replace("/Recordings/", f"/Calls/{call}/Recordings.json")
        try:
            answer = await self._http.get(where, auth=self._auth, follow_redirects=False)
            if answer.status_code == 404:
                return []
            if answer.status_code != 200:
                raise _refusal(answer.status_code, f"listing the recordings of call {call}")
            rows = answer.json()["recordings"]
            return [str(r["sid"]) for r in rows if r.get("status") == "completed" and SID.fullmatch(str(r.get("sid")))]
        except (httpx.HTTPError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise PortFailed(f"the recordings of call {call} cannot be listed", fate=Fate.NOT_DONE) from error

    async def delete(self, sid: str) -> None:
        """Delete it there; one that is gone already is deleted."""
        try:
            answer = await self._http.delete(f"{self._base}{_known(sid)}.json", auth=self._auth)
        except httpx.HTTPError as error:
            raise PortFailed(f"recording {sid} could not be deleted at Twilio", fate=Fate.NOT_DONE) from error
        if answer.status_code not in AWAY:
            raise _refusal(answer.status_code, f"deleting recording {sid}")


def _known(sid: str) -> str:
    if not SID.fullmatch(sid):
        raise PortFailed("that is no id of a recording", fate=Fate.REFUSED)
    return sid


def _refusal(status: int, what: str) -> PortFailed:
    lasting = 400 <= status < 500 and status not in (404, 408, 425, 429)  # 404: told before it can be fetched
    return PortFailed(f"Twilio answered {status} to {what}", fate=Fate.REFUSED if lasting else Fate.NOT_DONE)


async def _keep(answer: httpx.Response, folder: Path) -> Kept:
    if answer.status_code != 200:
        raise _refusal(answer.status_code, "fetching a recording")
    said = answer.headers.get("content-type", "").split(";")[0].strip().lower()
    if said not in TYPES:
        raise PortFailed(f"Twilio sent {said or 'nothing known'!r} for a recording; it is not kept", fate=Fate.REFUSED)
    if int(answer.headers.get("content-length", "0") or "0") > LARGEST:
        raise _too_large()
    suffix = TYPES[said]
    path = folder / f"{secrets.token_hex(16)}{suffix}"
    part = path.with_suffix(".part")
    try:
        digest, size = await _write(answer.aiter_bytes(), part)
        part.rename(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return Kept(name=path.name, sha256=digest, size=size, type="audio/mpeg" if suffix == ".mp3" else "audio/wav")


def _too_large() -> PortFailed:
    return PortFailed(f"the recording is larger than {LARGEST // 1024 // 1024} MB; it is not kept", fate=Fate.REFUSED)


async def _write(chunks: AsyncIterator[bytes], path: Path) -> tuple[str, int]:
    """Hash and count while writing; the file is on the disk when this returns."""
    digest, size = hashlib.sha256(), 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        async for chunk in chunks:
            size += len(chunk)
            if size > LARGEST:
                raise _too_large()
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        await asyncio.to_thread(os.fsync, file.fileno())
    if not size:
        raise PortFailed("Twilio sent an empty recording", fate=Fate.NOT_DONE)
    return digest.hexdigest(), size


class Fetching:
    """The way in of a recording, as a delivery: told by webhook, fetched until it is here."""

    stale_ms = 0

    def __init__(self, twilio: Twilio, store: Store, folder: Path, now: Callable[[], int]) -> None:
        self._twilio, self._store, self._folder, self._now = twilio, store, folder, now

    async def call(self, delivery: Delivery) -> str:
        """Fetch and keep it; answers its id."""
        sid = str(delivery.payload["sid"])
        if await self.look_up(delivery, frozenset()):
            return sid
        await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True, mode=0o700)
        kept = await self._twilio.fetch(sid, self._folder)
        row = {
            "sid": sid, "screening": delivery.screening, "name": kept.name, "sha256": kept.sha256, "size": kept.size,
            "type": kept.type, "at": self._now(),
        }  # fmt: skip
        new = await self._store.run(lambda t: t["recordings"].insert_once(row))
        if new is None:
            (self._folder / kept.name).unlink(missing_ok=True)
        return sid

    async def look_up(self, delivery: Delivery, taken: frozenset[str]) -> str | None:
        """Whether it is here already."""
        sid = str(delivery.payload["sid"])
        row = await self._store.read(lambda t: t["recordings"].first(sid=sid))
        return sid if row else None


class Seeking:
    """Looking for recordings of which no webhook told; `found` takes them up."""

    stale_ms = 0

    def __init__(self, twilio: Twilio, found: Callable[[str, int, tuple[str, ...]], Awaitable[None]]) -> None:
        self._twilio, self._found = twilio, found

    async def call(self, delivery: Delivery) -> str:
        """Look, and take up what is new."""
        sids = await self._twilio.of_call(str(delivery.payload["sid"]))
        if sids:
            await self._found(delivery.screening, int(delivery.payload["call"]), tuple(sids))
        return delivery.key

    async def look_up(self, delivery: Delivery, taken: frozenset[str]) -> str | None:
        """It may be done again."""
        return None


class Deleting:
    """Deleting a recording at Twilio; doing it twice does no harm."""

    stale_ms = 0

    def __init__(self, twilio: Twilio) -> None:
        self._twilio = twilio

    async def call(self, delivery: Delivery) -> str:
        """Delete it."""
        await self._twilio.delete(str(delivery.payload["sid"]))
        return delivery.key

    async def look_up(self, delivery: Delivery, taken: frozenset[str]) -> str | None:
        """There is nothing to find: delete again."""
        return None

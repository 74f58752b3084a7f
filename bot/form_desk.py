"""Behind the form's door: each page taken in one transaction, each resume read in the guarded child first."""

import asyncio
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from bot.form_links import FormToken
from bot.resumes.convert import Converter
from bot.resumes.found import Unreadable
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening import forms
from screening.events import Read
from screening.ports import Order


class FormDesk:
    """Takes what candidates send. `folder`: where a resume waits until Tracker has it."""

    def __init__(
        self,
        store: Store,
        records: Callable[[Tables], Repositories],
        converter: Converter,
        folder: Path,
        now: Callable[[], int],
    ) -> None:
        self._store, self._records, self._converter = store, records, converter
        self._folder, self._now = folder, now

    async def show(self, token: FormToken) -> forms.Shown:
        """What the link shows now."""
        return await self._store.read(lambda t: forms.show(self._records(t), token.screening, token.round, self._now()))

    async def submit(self, token: FormToken, sent: forms.Sent) -> forms.Shown | forms.Wrong | forms.Stale:
        """Take a page of answers."""
        return await self._store.run(
            lambda t: forms.submit(self._records(t), token.screening, token.round, sent, self._now())
        )

    async def hand_in(self, token: FormToken, name: str, data: bytes, language: str) -> forms.Shown | str:
        """Take a resume: read, kept for Tracker, and its answers recorded. Without data: go on without one."""
        if not data:
            without = Read(why="skipped", language=language)
            shown, _ = await self._store.run(lambda t: self._take(t, token, without, ""))
            return shown
        try:
            found = await self._converter.convert(data)
        except Unreadable as error:
            return error.why.value
        file = await asyncio.to_thread(self._keep, token, data, found.kind)
        read = Read(file=name[:120], text=found.text, hidden=found.hidden, language=language)
        shown, taken = await self._store.run(lambda t: self._take(t, token, read, file))
        if not taken:  # another was handed in meanwhile
            await asyncio.to_thread((self._folder / file).unlink, missing_ok=True)
        return shown

    def _take(self, tables: Tables, token: FormToken, read: Read, file: str) -> tuple[forms.Shown, bool]:
        records, now = self._records(tables), self._now()
        taken = isinstance(forms.show(records, token.screening, token.round, now), forms.Upload)
        shown = forms.hand_in(records, token.screening, token.round, read, now)
        if file and taken:
            records.order(_attach(token.screening, file), now)
        return shown, taken

    def _keep(self, token: FormToken, data: bytes, kind: str) -> str:
        """The file under a name of our own, on the disk before anything says that we have it."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = f"Resume {token.screening} {secrets.token_hex(3)}.{kind}"
        with (self._folder / name).open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        return name


def _attach(screening: str, file: str) -> Order:
    return Order(
        key=f"attach:{file}", way="attach", lane=f"ats:{screening}", payload={"file": file}, screening=screening
    )

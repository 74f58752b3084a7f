"""Published agents from script files: read at start and when a file has been unchanged for two seconds."""

import time
from collections.abc import Callable
from pathlib import Path

import structlog

from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.errors import ScriptInvalid
from screening.ports import Order
from screening.scripts.lint import lint
from screening.scripts.reader import read_script
from screening.scripts.script import Script

log = structlog.get_logger(__name__)
LARGEST = 200_000


class ScriptFolder:
    """Publishes what lies in the folder; a bad file leaves the old version and is told."""

    def __init__(
        self, folder: Path | None, store: Store, records: Callable[[Tables], Repositories], now: Callable[[], int]
    ) -> None:
        self._folder, self._store, self._records, self._now = folder, store, records, now
        self._seen: dict[Path, float] = {}

    async def run_once(self, *, at_start: bool = False) -> int:
        """Publish what changed; answers how many."""
        published = 0
        for path in sorted(self._folder.glob("*.toml")) if self._folder else ():
            changed = path.stat().st_mtime
            settled = at_start or time.time() - changed >= 2
            if self._seen.get(path) != changed and settled:
                self._seen[path] = changed
                published += await self._publish(path)
        return published

    async def _publish(self, path: Path) -> int:
        try:
            script = _read(path)
        except (ScriptInvalid, OSError, UnicodeDecodeError) as error:
            text = f"The script {path.name} cannot be published, the old version stays: {error}"
            log.warning("bad script", file=path.name, why=str(error))
            order = Order(
                key=f"ops:script:{path.name}:{self._seen[path]}", way="ops", lane="ops", payload={"text": text}
            )
            await self._store.run(lambda t: self._records(t).order(order, self._now()))
            return 0
        await self._store.run(lambda t: publish(self._records(t), script))
        return 1


def _read(path: Path) -> Script:
    if path.stat().st_size > LARGEST:
        raise OSError(f"{path.name} is larger than {LARGEST} bytes")
    script = read_script(path.read_text(encoding="utf-8"))
    errors = tuple(p for p in lint(script) if p.error)
    if errors:
        raise ScriptInvalid(errors)
    return script


def publish(records: Repositories, script: Script, source: str = "file") -> None:
    """The script becomes the agent's; running screenings keep theirs."""
    records.put("scripts", "hash", {"hash": script.hash, "source": script.source, "name": script.name})
    records.put(
        "agents",
        "name",
        {"name": script.name, "script": script.hash, "title": script.title, "source": source, "published": True},
    )

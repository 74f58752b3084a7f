"""What a process does before it serves."""

from types import SimpleNamespace
from typing import Any

import pytest

from bot import run
from bot.settings import Settings
from screening.understanding.model import shipped


class Begun(Exception):
    """The loops turn."""


class Service:
    """Notes whether the readers were warm when its loops began to turn."""

    app: Any = None
    warm = False

    async def start(self) -> None:
        self.warm = shipped.cache_info().currsize == 1
        raise Begun


async def test_the_readers_are_warm_before_anything_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    service = Service()

    async def wire(settings: Settings, parts: frozenset[str]) -> Any:
        return service

    settings: Any = SimpleNamespace(host="127.0.0.1", port=0)
    shipped.cache_clear()
    monkeypatch.setattr(run, "wire", wire)
    monkeypatch.setattr(run.signal, "signal", lambda *_: None)
    with pytest.raises(Begun):
        await run._serve(settings, frozenset())
    assert service.warm

"""The examples of the README run as they stand there."""

import asyncio
import re
import textwrap
from collections.abc import Awaitable
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

import tracker.client
from tests.tracker.conftest import Naps
from tests.tracker.small import SmallTracker
from tracker.client import TrackerClient

README = Path(__file__).parents[2] / "README.md"
OWN = Path(__file__).parents[2] / "tracker" / "README.md"
CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)
EXAMPLES = [code for code in CODE.findall(README.read_text()) if "TrackerClient" in code]
BY_TASK = [code for code in CODE.findall(OWN.read_text()) if "asyncio.run" not in code]


@pytest.mark.parametrize("code", EXAMPLES, ids=["by REST", "by the older API alone"])
def test_an_example_of_the_readme_runs(
    code: str, small: SmallTracker, naps: Naps, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small.older_reads = True
    made = partial(TrackerClient, transport=httpx.MockTransport(small), sleep=naps)
    monkeypatch.setattr(tracker.client, "TrackerClient", made)
    ran: list[Awaitable[Any]] = []
    monkeypatch.setattr(asyncio, "run", ran.append)
    exec(compile(code, str(README), "exec"), {"__name__": "__main__"})
    with asyncio.Runner() as runner:
        runner.run(ran[0])  # type: ignore[arg-type]
    said = capsys.readouterr().out
    if "access_token=None" in code:
        assert "yes jobs" in said and "'Overall Score': 448" in said
        return
    assert "Ann" in said
    assert [a["subject"] for a in small.activities] == ["Screening: 80/100", "Rejected"]
    assert [d["filename"] for d in small.documents] == ["Screening 2026-06-03 Jane Selby.pdf"]
    assert small.rows[max(small.rows)]["status"] == 13


def test_there_is_an_example_for_each_api() -> None:
    assert len(EXAMPLES) == 2


@pytest.mark.parametrize("code", BY_TASK)
async def test_an_example_of_the_packages_own_readme_runs(
    code: str, small: SmallTracker, client: TrackerClient
) -> None:
    small.people[2080] = {"first": "Ann", "last": "Lee", "email": "ann@example.com"}
    given: dict[str, Any] = {"client": client, "pdf_bytes": b"%PDF-1.7"}
    exec(f"async def example():\n{textwrap.indent(code, '    ')}", given)
    await given["example"]()  # raises what a reader would meet
    assert small.calls, "Tracker was never asked"


def test_the_packages_own_readme_has_an_example_for_each_task() -> None:
    assert len(BY_TASK) >= 5

"""Resumes and the form: how long a file takes, what the worst hostile one costs, how large and how fast a page is."""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import httpx

from bot.resumes.child import convert
from bot.resumes.convert import Converter
from bot.resumes.found import Unreadable
from screening.resume.matching import match, resume
from tests.builders import STORY, a_script
from tests.form.served import PUBLIC, House
from tests.resumes import made

FILES: dict[str, Callable[[], bytes]] = {
    "one_column": made.one_column,
    "two_columns": made.two_columns,
    "docx": made.plain_docx,
    "docx_table": made.table_docx,
}
HOSTILE: tuple[Callable[[], bytes], ...] = (
    lambda: made.flate_bomb(1_000),
    lambda: made.operators(),
    lambda: made.zip_bomb(400),
    made.lying_zip,
    made.laughs,
    made.outside,
    made.encrypted,
    lambda: b"%PDF-" + bytes(50 << 20),
)
ROUNDS = 10


def _memory() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _took(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The middle of several rounds, in milliseconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def _texts() -> dict[str, float]:
    data = {name: make() for name, make in FILES.items()}
    figures = {f"resume_{name}_ms": _took(partial(convert, data[name])) for name in FILES}
    found = [convert(make()).text for make in FILES.values()]
    facts = min(sum(fact in text for fact in made.FACTS) for text in found)
    script, text = a_script("resume", questions=STORY), found[0]
    long = (text + "\n") * (60_000 // len(text))

    def answered(words: str) -> object:
        return [match(resume(words, date(2026, 11, 21)), q, alone=True) for q in script.questions]

    return figures | {
        "resume_facts_of_15": float(facts),
        "resume_match_ms": _took(lambda: answered(text)),
        "resume_match_60000_characters_ms": _took(lambda: answered(long), 3),
    }


async def _hostile() -> dict[str, float]:
    converter = Converter()
    began = time.perf_counter()
    await converter.convert(made.one_column())
    child = (time.perf_counter() - began) * 1000
    worst, grown = 0.0, 0
    for make in HOSTILE:
        data = make()
        before, began = _memory(), time.perf_counter()
        try:
            await converter.convert(data)
        except Unreadable:
            worst = max(worst, time.perf_counter() - began)
        grown = max(grown, _memory() - before)
    return {"resume_child_ms": child, "hostile_worst_s": worst, "hostile_parent_mb": grown / (1 << 20)}


async def _page() -> dict[str, float]:
    house = House()
    url = await house.begin(a_script("form", questions=STORY))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=house.app), base_url=PUBLIC) as web:
        page = await web.get(url)
        times = []
        for _ in range(50):
            house.now += 1_000
            began = time.perf_counter()
            await web.get(url)
            times.append((time.perf_counter() - began) * 1000)
    await house.store.close()
    return {"form_page_kb": len(page.content) / 1024, "form_page_p95_ms": sorted(times)[47]}


def run() -> dict[str, float]:
    """The figures of one run."""
    return _texts() | asyncio.run(_hostile()) | asyncio.run(_page())


LEAST = {"resume_facts_of_15": 15.0}
MOST = {
    **{f"resume_{name}_ms": 100.0 for name in FILES},
    "hostile_worst_s": 10.0,
    "hostile_parent_mb": 16.0,
    "form_page_kb": 10.0,
}


if __name__ == "__main__":
    for name, figure in run().items():
        sys.stdout.write(f"{name:38} {figure:10.2f}\n")

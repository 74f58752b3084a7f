"""Lists and figures read what they show, however many screenings there are."""

import json
from dataclasses import replace

import pytest

from bot.storage import rows
from bot.storage.store import Tables
from screening.screening import Screening, Status
from tests.desk.conftest import Shop
from tests.desk.test_home import home

MANY = 300
STATUSES = (Status.COMPLETED, Status.EXPIRED, Status.IN_PROGRESS, Status.KNOCKED_OUT)


def another(s: Screening, n: int) -> Screening:
    """Somebody else's: a quarter each completed, silent, going on and knocked out; every tenth is decided."""
    status = STATUSES[n % 4]
    person = replace(s.candidate, id=5000 + n, phone=f"+1312555{n:04d}", name=f"Person {n}")
    decided = "Advanced by <@U1>" if n % 10 == 0 and status is not Status.IN_PROGRESS else ""
    return s.having(id=f"GR-M{n:04d}", candidate=person, status=status, decided=decided)


@pytest.fixture
async def crowd(shop: Shop) -> Shop:
    """Three hundred more on the mapped job."""
    s = await shop.screened()

    def fill(tables: Tables) -> None:
        assert all(shop.records(tables).begin(another(s, n)) for n in range(MANY))

    await shop.service.store.run(fill)
    return shop


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows have been read: a list with one number."""
    count, decode = [0], rows.decode

    def counted(text: str) -> object:
        count[0] += 1
        return decode(text)

    monkeypatch.setattr(rows, "decode", counted)
    return count


@pytest.mark.parametrize(
    "text", ["status", "candidates", "candidates 1020", "candidates state=waiting", "candidates 1020 state=completed"]
)
async def test_a_list_reads_no_more_than_it_shows(crowd: Shop, read: list[int], text: str) -> None:
    read[0] = 0
    said = await crowd.ask(text)
    assert "Person" in said or "going on" in said
    assert read[0] < 100


async def test_candidates_are_listed_newest_first_page_by_page(crowd: Shop) -> None:
    first = await crowd.ask("candidates 1020 state=completed")
    assert [int(line.split("GR-M")[1]) for line in first.splitlines()] == list(range(296, 256, -4))
    waiting = await crowd.ask("candidates state=waiting")
    assert "GR-M0299" in waiting
    assert "GR-M0280" not in waiting  # decided
    assert "No candidates here" in await crowd.ask("candidates state=opted_out")


async def test_home_and_status_count_what_is_there(crowd: Shop) -> None:
    shown = json.dumps(await home(crowd), ensure_ascii=False)
    assert "301 texted · 75 answering · 151 completed · 15 advanced · *136 waiting for a decision*" in shown
    assert "75 going on, 136 waiting for a decision" in await crowd.ask("status")

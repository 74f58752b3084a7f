"""Many people are backfilled within the budget of calls, each once; tried with MANY = 1000 too, which takes ten seconds."""

from typing import Any

from bot.backfill_rows import begin
from bot.backfilling import Backfilling
from tests.ats.conftest import HOUR, House

MANY = 250


class Told:
    """A Slack that remembers what stands in the one message."""

    def __init__(self) -> None:
        self.posted: list[str] = []
        self.text = ""

    async def post(self, channel: str, text: str, *_: Any, **__: Any) -> tuple[str, str]:
        """A new message."""
        self.posted.append(text)
        self.text = text
        return channel, f"1.{len(self.posted)}"

    async def update(self, _channel: str, _ts: str, text: str, *_: Any) -> None:
        """The same message, edited."""
        self.text = text

    async def find(self, *_: Any, **__: Any) -> None:
        """Nothing was posted before."""
        return


async def test_a_backfill_of_many_stays_within_the_rate_and_takes_each_once(house: House) -> None:
    people = [house.tracker.apply(1020, 12) for _ in range(MANY)]
    await house.map(1020)
    house.tracker.calls.clear()
    began, told = house.at, Told()
    backfilling = Backfilling(
        store=house.store, connection=house.connection, watcher=house.watcher, settings=house.settings,
        post=told, records=house.records, now=lambda: house.at,  # type: ignore[arg-type]
    )  # fmt: skip

    def put(t: Any) -> None:
        records = house.records(t)
        records.set_value("backfill:1020:1", job=1020, applications=people)
        begin(records, "backfill:1020:1", "C0HIRING")

    await house.store.run(put)
    while "is done" not in told.text:
        await backfilling.run_once()
    assert await house.texted() == {house.person(id): 1 for id in people}
    assert f"{MANY} added" in told.text and len(told.posted) == 1
    assert house.tracker.per_minute() <= 60
    assert house.at - began < HOUR

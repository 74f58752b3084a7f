"""The whole bot, simulated: nothing lost, nothing twice, nothing unwanted, and everything comes to its end."""

import pytest

from tests.simulation.plans import hour
from tests.simulation.run import play


@pytest.mark.parametrize("first", range(0, 8, 4))
def test_random_hours_keep_every_invariant(first: int) -> None:
    for seed in range(first, first + 4):
        played = play(hour(seed))
        assert not played.wrong, f"seed {seed}: {played.wrong}\n{played.story}"


def test_one_seed_replays_all() -> None:
    assert play(hour(7)).digest == play(hour(7)).digest
    assert play(hour(7)).digest != play(hour(8)).digest

"""How long records are kept, to the millisecond."""

from screening.duties.retention import DAY, SIX_MONTHS, Keep, is_past


def test_decisions_are_kept_for_four_years_and_the_rest_for_as_long_as_is_said() -> None:
    assert Keep() == Keep(screenings=1_461, recordings=90, strangers=365)
    assert SIX_MONTHS == 183, "the least that an operator may set"


def test_what_is_exactly_so_old_is_still_kept() -> None:
    now = 1_800_000_000_000
    assert DAY == 24 * 3_600_000
    assert not is_past(now - 90 * DAY, 90, now)
    assert is_past(now - 90 * DAY - 1, 90, now)

"""No text that we start goes out outside the window of any zone where the candidate may be."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ats.read import zones_of
from bot.ats.us_states import CODES, state_of
from screening.duties.states import STATES
from screening.duties.window import Window

WINDOW = Window.read("08:00-20:00")
ZONES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
    "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "Europe/London", "Europe/Berlin",
    "Australia/Sydney", "Asia/Kolkata",
)  # fmt: skip
DST_WEEKS = (datetime(2026, 3, 5, tzinfo=UTC), datetime(2026, 10, 22, tzinfo=UTC), datetime(2026, 10, 29, tzinfo=UTC))
NUMBERS = (
    "+12125550100", "+13125550100", "+13035550100", "+16025550100", "+13105550100", "+19075550100", "+18085550100",
    "+17875550100", "+18505550100", "+12705550100", "+18125550100", "+442079460018", "+61255501234", "+919812345678",
)  # fmt: skip


def minutes(start: datetime) -> range:
    return range(int(start.timestamp() * 1000), int((start + timedelta(days=8)).timestamp() * 1000), 60_000)


@pytest.mark.parametrize("week", DST_WEEKS, ids=str)
def test_every_minute_of_a_week_with_a_clock_change_is_judged_by_the_wall_clock(week: datetime) -> None:
    for zone in ZONES:
        clock = ZoneInfo(zone)
        for now in minutes(week)[:: 7 if zone != "America/New_York" else 1]:
            local = datetime.fromtimestamp(now / 1000, clock)
            assert WINDOW.open(now, (zone,)) == (8 <= local.hour < 20), (zone, local)


@pytest.mark.parametrize("phone", NUMBERS)
def test_a_number_is_texted_only_when_every_zone_of_its_area_is_awake(phone: str) -> None:
    zones = zones_of(phone, "")
    for now in minutes(DST_WEEKS[2])[::13]:
        if WINDOW.open(now, zones):
            hours = [
                datetime.fromtimestamp(now / 1000, ZoneInfo(z)).hour
                for z in zones or ("Pacific/Honolulu", "America/New_York")
            ]
            assert all(8 <= hour < 20 for hour in hours), (phone, zones, hours)


def test_an_address_and_an_area_code_in_two_zones_must_both_be_awake() -> None:
    zones = zones_of("+12125550100", "CA")
    assert {"America/New_York", "America/Los_Angeles"} <= set(zones)
    assert not WINDOW.open(int(datetime(2026, 11, 20, 14, tzinfo=UTC).timestamp() * 1000), zones)  # 9 and 6 o'clock


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), st.sampled_from(ZONES))
def test_what_is_held_goes_out_at_the_first_open_moment(at: datetime, zone: str) -> None:
    now = int(at.replace(tzinfo=UTC).timestamp() * 1000)
    later = WINDOW.next_open(now, (zone,))
    assert WINDOW.open(later, (zone,))
    assert later == now or not WINDOW.open(later - 5 * 60_000, (zone,))
    assert later - now <= 13 * 3_600_000


@pytest.mark.parametrize("text", ["", "8-20", "20:00-08:00", "08:00", "08:00-08:00", "25:00-26:00", "a-b"])
def test_hours_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Window.read(text)


SUNDAY, MONDAY, SATURDAY = datetime(2026, 11, 22), datetime(2026, 11, 23), datetime(2026, 11, 21)


@pytest.mark.parametrize(
    ("state", "day", "first", "last"),
    [
        ("CT", MONDAY, 9, 19), ("TX", MONDAY, 9, 19), ("TX", SUNDAY, 12, 19), ("RI", MONDAY, 9, 17),
        ("RI", SATURDAY, 10, 16), ("RI", SUNDAY, 10, 16), ("FL", SUNDAY, 8, 19), ("OH", SUNDAY, 8, 19),
    ],
)  # fmt: skip
def test_a_states_stricter_hours_narrow_the_window(state: str, day: datetime, first: int, last: int) -> None:
    zone = ZoneInfo("America/Chicago")
    hours = [
        hour
        for hour in range(24)
        if WINDOW.within(state).open(int(day.replace(hour=hour, tzinfo=zone).timestamp() * 1000), ("America/Chicago",))
    ]
    assert (hours[0], hours[-1]) == (first, last)


@pytest.mark.parametrize("state", ["AL", "LA", "MS", "SD", "UT"])
def test_some_states_want_no_text_on_a_sunday(state: str) -> None:
    noon = int(SUNDAY.replace(hour=18, tzinfo=UTC).timestamp() * 1000)
    window = WINDOW.within(state)
    assert not window.open(noon, ("America/Chicago",))
    opened = datetime.fromtimestamp(window.next_open(noon, ("America/Chicago",)) / 1000, ZoneInfo("America/Chicago"))
    assert (opened.weekday(), opened.hour) == (0, 8)


ALL_DAY = Window.read("00:00-23:59:59.999999")
TABLE = {  # weekday, Saturday, Sunday: the first hour and the one that is outside, as the states' laws name them
    **dict.fromkeys(("FL", "MD", "NJ", "OK", "WA"), ((8, 20), (8, 20), (8, 20))),
    **dict.fromkeys(("AL", "LA", "MS", "SD", "UT"), ((8, 20), (8, 20), None)),
    "CT": ((9, 20), (9, 20), (9, 20)), "TX": ((9, 21), (9, 21), (12, 21)), "RI": ((9, 18), (10, 17), (10, 17)),
}  # fmt: skip


@pytest.mark.parametrize("state", [*TABLE, "OH"])
def test_each_state_has_the_hours_of_its_law_and_no_other_state_has_any(state: str) -> None:
    window, chicago = ALL_DAY.within(state), ZoneInfo("America/Chicago")
    for day, span in zip((MONDAY, SATURDAY, SUNDAY), TABLE.get(state, ((0, 24),) * 3), strict=True):
        for hour in range(24):
            for minute in (0, 59):
                local = day.replace(hour=hour, minute=minute, tzinfo=chicago)
                expected = span is not None and span[0] <= hour < span[1]
                assert window.open(int(local.timestamp() * 1000), ("America/Chicago",)) == expected, local
    assert set(STATES) == set(TABLE)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (datetime(2026, 11, 23, 13, 59, 59, 999_000), datetime(2026, 11, 23, 14, 0)),
        (datetime(2026, 11, 23, 13, 57, 30), datetime(2026, 11, 23, 14, 0)),
        (datetime(2026, 11, 24, 2, 3, 4, 5_000), datetime(2026, 11, 24, 14, 0)),
        (datetime(2026, 11, 23, 15, 1, 2, 3_000), datetime(2026, 11, 23, 15, 1, 2, 3_000)),
    ],
)
def test_the_window_opens_on_the_dot_and_now_where_it_is_open(now: datetime, opens: datetime) -> None:
    found = WINDOW.next_open(int(now.replace(tzinfo=UTC).timestamp() * 1000), ("America/Chicago",))
    assert datetime.fromtimestamp(found / 1000, UTC).replace(tzinfo=None) == opens


def test_a_window_that_never_opens_is_asked_again_in_eight_days() -> None:
    narrow, now = Window.read("08:00-09:00"), datetime(2026, 11, 23, 15, 2, 30, 700_000, tzinfo=UTC)
    found = narrow.next_open(int(now.timestamp() * 1000), ("America/New_York", "America/Los_Angeles"))
    assert datetime.fromtimestamp(found / 1000, UTC) == datetime(2026, 12, 1, 15, 0, tzinfo=UTC)


@settings(max_examples=200)
@given(st.sampled_from(sorted(STATES)), st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)))
def test_a_state_never_widens_the_window(state: str, at: datetime) -> None:
    now = int(at.replace(tzinfo=UTC).timestamp() * 1000)
    assert not WINDOW.within(state).open(now, ("America/New_York",)) or WINDOW.open(now, ("America/New_York",))


@pytest.mark.parametrize(
    ("county", "phone", "state"),
    [
        ("TX", "", "TX"), ("tx ", "", "TX"), ("Texas", "", "TX"), ("New York", "", "NY"), ("", "+13055550100", "FL"),
        ("", "+12065550100", "WA"), ("", "", ""), ("Kent", "+442079460018", "KENT"), ("CA", "+13055550100", "CA"),
    ],
)  # fmt: skip
def test_the_state_comes_from_the_address_else_from_the_area_code(county: str, phone: str, state: str) -> None:
    assert state_of(county, phone) == state
    assert len(set(CODES.values())) == 51

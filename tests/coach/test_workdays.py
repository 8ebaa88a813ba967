"""Business days: what counting with them means, and which days are a puente."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.coach.workdays import SATURDAY, Workdays

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
COUNTS = st.integers(0, 30)
REGIONS = st.sampled_from(["ES-MD", "ES-CT", "ES", "GB-ENG", "US", "IE", "XX", None])
LOCAL = st.frozensets(DAYS, max_size=5)
ONE = timedelta(days=1)


@pytest.mark.parametrize(("day", "bridge"), [
    (date(2027, 10, 11), True),     # Monday before Tuesday's national day
    (date(2026, 12, 7), False),     # a holiday itself in Madrid, kept for Sunday the 6th
    (date(2026, 12, 4), False),     # Friday before three days off: Thursday is a working day
    (date(2026, 12, 9), False),     # Wednesday after them
    (date(2024, 12, 27), False),    # Friday after a working Thursday: Christmas was two days before
    (date(2028, 12, 7), True),      # Thursday between the 6th and the 8th
    (date(2026, 11, 28), False),    # a Saturday is no working day
    (date(2026, 11, 25), False),    # in the middle of a week
])
def test_a_puente_is_a_single_working_day_between_days_off_in_madrid(day: date, bridge: bool) -> None:  # noqa: FBT001
    assert Workdays("ES-MD").is_bridge(day) is bridge


def test_a_local_holiday_makes_a_puente() -> None:
    assert not Workdays("ES-MD").is_bridge(date(2026, 11, 30))
    assert Workdays("ES-MD", [date(2026, 12, 1)]).is_bridge(date(2026, 11, 30))


@given(REGIONS, LOCAL, DAYS)
def test_a_puente_is_a_working_day_alone(region: str | None, local: frozenset[date], day: date) -> None:
    workdays = Workdays(region, local)
    alone = not workdays.is_workday(day - ONE) and not workdays.is_workday(day + ONE)
    assert workdays.is_bridge(day) == (workdays.is_workday(day) and alone)
    if workdays.is_bridge(day):
        beside = (day - ONE, day + ONE)
        assert any(workdays.is_holiday(d) for d in beside), "a weekend alone makes no puente"


@given(st.sampled_from(["XX", None]), DAYS)
def test_an_unknown_region_has_weekends_only(region: str | None, day: date) -> None:
    workdays = Workdays(region)
    assert workdays.is_workday(day) == (day.weekday() < SATURDAY)
    assert not workdays.is_bridge(day)


@given(REGIONS, LOCAL, DAYS, COUNTS)
def test_counting_back_gives_what_was_counted(
    region: str | None, local: frozenset[date], day: date, count: int
) -> None:
    workdays = Workdays(region, local)
    end = workdays.after(day, count)
    assert workdays.between(day, end) == count
    assert end == day if count == 0 else workdays.is_workday(end)


@given(REGIONS, LOCAL, DAYS, COUNTS, COUNTS)
def test_counting_twice_is_counting_once(
    region: str | None, local: frozenset[date], day: date, one: int, other: int
) -> None:
    workdays = Workdays(region, local)
    assert workdays.after(workdays.after(day, one), other) == workdays.after(day, one + other)


@given(REGIONS, LOCAL, DAYS)
def test_the_first_working_day_from_one_on(region: str | None, local: frozenset[date], day: date) -> None:
    workdays = Workdays(region, local)
    first = workdays.on_or_after(day)
    assert workdays.is_workday(first)
    assert workdays.on_or_after(first) == first
    assert not any(workdays.is_workday(day + timedelta(days=n)) for n in range((first - day).days))
    assert first == (day if workdays.is_workday(day) else workdays.after(day, 1))


@given(REGIONS, DAYS, DAYS)
def test_nothing_lies_between_a_day_and_an_earlier_one(region: str | None, one: date, other: date) -> None:
    start, end = max(one, other), min(one, other)
    assert Workdays(region).between(start, end) == 0


def test_the_two_days_after_a_thursday_before_the_holidays_of_december() -> None:
    assert Workdays("ES-MD").after(date(2026, 12, 3), 2) == date(2026, 12, 9)

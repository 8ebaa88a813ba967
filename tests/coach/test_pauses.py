"""When you were in touch, and how long it was quiet in between."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.coach.coach import shared_settings
from generator.coach.pauses import Pauses, back, pauses_of
from tests.networks import read_case


def pauses(log: str, more: str = "every: 30 days") -> Pauses | None:
    case = read_case(f"day: 2026-11-23\ncontacts:\n  ana:\n    name: Ana\n    {more}\n    log: [{log}]\n")
    return pauses_of(case.network.contacts["ana"], case.day, shared_settings(case.network))


def test_a_year_is_enough_where_there_is_no_more_and_the_last_pause_reaches_today() -> None:
    found = pauses("{date: 2026-01-10, kind: call}, {date: 2026-01-31, kind: email}")
    assert found
    assert (found.months, found.rhythm, found.start) == (12, 30, date(2025, 11, 23))
    assert [(str(p.start), str(p.end), p.days) for p in found.pauses] == [
        ("2026-01-10", "2026-01-31", 21), ("2026-01-31", "2026-11-23", 296),
    ]
    assert found.longest == 296


def test_a_pause_that_began_before_the_two_years_counts_in_full() -> None:
    found = pauses("{date: 2024-06-01, kind: call}, {date: 2025-06-01, kind: email}")
    assert found
    assert (found.months, found.touches) == (24, (date(2025, 6, 1),))
    assert [p.days for p in found.pauses] == [365, 540]


def test_what_does_not_count_or_is_still_to_come_is_no_contact() -> None:
    assert pauses("{date: 2026-05-01, kind: email, counts: no}, {date: 2026-12-01, kind: call}") is None
    assert pauses("") is None


def test_of_a_month_its_last_day_counts_but_never_one_to_come() -> None:
    found = pauses("{date: 2026-02, kind: call}, {date: 2026-11, kind: call}", "closeness: dormant")
    assert found
    assert (found.touches, found.rhythm) == ((date(2026, 2, 28), date(2026, 11, 23)), None)


@pytest.mark.parametrize(("day", "months", "before"), [
    (date(2026, 11, 23), 12, date(2025, 11, 23)), (date(2024, 2, 29), 12, date(2023, 2, 28)),
    (date(2026, 3, 31), 1, date(2026, 2, 28)), (date(2026, 1, 31), 2, date(2025, 11, 30)),
])
def test_some_months_back_is_the_same_day_or_the_last_of_its_month(day: date, months: int, before: date) -> None:
    assert back(day, months) == before


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40))
def test_months_back_never_leave_their_month(day: date, months: int) -> None:
    found = back(day, months)
    assert (day.year * 12 + day.month) - (found.year * 12 + found.month) == months
    assert found.day == day.day or (found + timedelta(days=1)).day == 1

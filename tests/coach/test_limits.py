"""Limits: the day something is due by, and the gap with somebody."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.coach.coach import shared_settings
from generator.coach.limits import Gap, gap, limits
from generator.coach.workdays import Workdays
from generator.records.moments import PartialDate
from tests.networks import read_case

MADRID = Workdays("ES-MD")


def test_whichever_limit_comes_first() -> None:
    before_the_holidays = date(2026, 12, 3)
    assert limits(before_the_holidays, MADRID, 2, 7) == (date(2026, 12, 9), date(2026, 12, 10))
    assert limits(before_the_holidays, MADRID, 2, 5) == (date(2026, 12, 8), date(2026, 12, 8))


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(0, 20), st.integers(0, 20))
def test_the_soft_limit_is_never_after_the_hard_one(start: date, business_days: int, days: int) -> None:
    soft, hard = limits(start, MADRID, business_days, days)
    assert start <= soft <= hard == start + timedelta(days=days)


def gap_of(contact: str) -> Gap | None:
    case = read_case(f"day: 2026-11-23\ncontacts:\n  ana: {{name: Ana, {contact}}}\n")
    return gap(case.network, case.network.contacts["ana"], case.day, shared_settings(case.network))


def test_the_clock_starts_at_the_later_of_the_last_contact_and_the_day_you_met() -> None:
    log = "every: 30 days, log: [{date: 2026-11-02, kind: call}]"
    assert gap_of(log) == Gap(PartialDate(2026, 11, 2), 30, date(2026, 12, 2), met=False)
    met = Gap(PartialDate(2026, 11, 10), 30, date(2026, 12, 10), met=True)
    assert gap_of(f"{log}, met: {{date: 2026-11-10}}") == met
    assert gap_of(f"{log}, met: {{date: 2026-12-10}}") == gap_of(log)
    assert gap_of("every: 30 days") is gap_of("log: [{date: 2026-11-02, kind: call}]") is None


def test_a_later_day_of_your_own_is_the_day_until_it_has_passed() -> None:
    log = "every: 30 days, log: [{date: 2026-10-01, kind: call}]"
    later = gap_of(f"{log}, next: {{date: 2026-12-02}}")
    assert later is not None
    assert (later.due, later.planned) == (date(2026, 12, 2), True)
    assert gap_of(f"{log}, next: {{date: 2026-11-20}}") == gap_of(f"{log}, next: {{purpose: ask}}") == gap_of(log)
    early = "every: 30 days, log: [{date: 2026-11-20, kind: call}]"
    assert gap_of(f"{early}, next: {{date: 2026-11-25}}") == gap_of(early), "an earlier plan is another matter"

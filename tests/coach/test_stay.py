"""For whom people tire: a break in the middle, and an hour from which they may go."""

from __future__ import annotations

import pytest

from generator.coach.coach import shared_settings
from generator.coach.stay import planned_stay
from tests.networks import read_case


def stay(event: str, me: str = "introvert: true") -> tuple[str, str, bool] | None:
    case = read_case(f"day: 2026-11-23\nme: {{name: Nuria, {me}}}\nevents: {{e: {{title: E, {event}}}}}")
    found = planned_stay(case.network.events["e"], case.network.me, shared_settings(case.network))
    return None if found is None else (str(found.pause)[:5], str(found.leave)[:5], found.own)


@pytest.mark.parametrize(
    ("event", "planned"),
    [
        ("kind: conference, date: 2026-11-26 9:30, end: 18:00", ("11:30", "13:30", False)),
        ("kind: conference, date: 2026-11-26 9:30, end: 2026-11-27 14:00", ("11:30", "13:30", False)),
        ("kind: conference, date: 2026-11-26 9:30, leave: 12:30", ("11:00", "12:30", True)),
        ("kind: meetup, date: 2026-11-26 19:00, end: 21:00", ("19:45", "20:30", False)),
        ("kind: meetup, date: 2026-11-26 19:00, end: 20:20", ("19:40", "None", False)),
        ("kind: meetup, date: 2026-11-26 23:30, leave: 0:50", ("00:10", "00:50", True)),
        ("kind: hosted, date: 2026-11-26 18:00, end: 21:00", ("19:30", "21:00", False)),
        ("kind: hosted, date: 2026-11-26 18:00", ("18:45", "None", False)),
        ("kind: meetup, date: 2026-11-26, leave: 21:00", ("None", "21:00", True)),
    ],
)
def test_a_break_and_leave_to_go_follow_from_the_hours(event: str, planned: tuple[str, str, bool]) -> None:
    assert stay(event) == planned


@pytest.mark.parametrize(
    "event",
    [
        "kind: meetup, date: 2026-11-26", "kind: meetup, date: 2026-11", "kind: coffee, date: 2026-11-26 10:00",
        "kind: webinar, date: 2026-11-26 10:00, end: 12:00", "kind: meetup, date: 2026-11-26 19:00, end: 20:00",
        "kind: meetup, introvert: false, date: 2026-11-26 19:00",
    ],
)
def test_nothing_is_planned_where_it_is_short_or_small_or_not_wanted_or_unknown(event: str) -> None:
    assert stay(event) is None


def test_others_stay_as_long_as_they_like() -> None:
    assert stay("kind: meetup, date: 2026-11-26 19:00", "introvert: false") is None
    assert stay("kind: meetup, date: 2026-11-26 19:00, introvert: true", "introvert: false") is not None

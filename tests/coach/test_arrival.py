"""When to be there: your hour, or one that suits the kind, with the number it comes from."""

from __future__ import annotations

import pytest

from generator.coach.arrival import arrival, leave_home, proposed_arrival
from generator.coach.coach import shared_settings
from generator.records.event import Event
from generator.records.network import Network
from tests.networks import read_case


def read(event: str, coach: str = "{}") -> tuple[Event, Network]:
    case = read_case(f"day: 2026-11-23\ncoach: {coach}\nevents: {{e: {{title: E, {event}}}}}")
    return case.network.events["e"], case.network


@pytest.mark.parametrize(
    ("event", "hour", "grade"),
    [
        ("kind: meeting", "9:55", "B"), ("kind: interview", "9:55", "B"), ("kind: conference", "9:50", "H"),
        ("kind: meetup", "9:50", "H"), ("kind: hosted", "9:45", "B"), ("kind: coffee", "9:55", "H"),
        ("kind: meal", "9:55", "H"), ("mode: in_person", "9:55", "H"),
    ],
)
def test_each_kind_has_an_hour_that_suits_with_its_source(event: str, hour: str, grade: str) -> None:
    found = proposed_arrival(*read(f"{event}, date: 2026-11-26 10:00"))
    assert found is not None
    assert f"{found.at:%-H:%M}" == hour
    assert found.number.grade == grade
    assert found.number.source


@pytest.mark.parametrize(
    "event",
    [
        "kind: meeting, date: 2026-11-26", "kind: meeting, date: 2026-11", "kind: call, date: 2026-11-26 10:00",
        "kind: webinar, date: 2026-11-26 10:00", "kind: meetup, mode: online, date: 2026-11-26 10:00",
        "kind: meeting, date: 2026-11-26 10:00, arrive: 10:30",
    ],
)
def test_nothing_is_proposed_where_nobody_travels_or_the_start_is_unknown_or_an_hour_is_written(event: str) -> None:
    assert proposed_arrival(*read(event)) is None


def test_your_own_number_decides_and_an_event_just_after_midnight_is_reached_the_evening_before() -> None:
    coach = "{rules: {no-arrival-plan: {numbers: {gathering_least: 25}}}}"
    found = proposed_arrival(*read("kind: meetup, date: 2026-11-26 0:10", coach))
    assert found is not None
    assert str(found.at) == "2026-11-25 23:45:00"


def test_you_leave_in_time_for_the_hour_proposed_or_written() -> None:
    event, network = read("kind: coffee, date: 2026-11-26 10:00, travel: 30, arrive: 9:50")
    assert str(leave_home(event, shared_settings(network), arrival(event))) == "2026-11-26 09:00:00"
    assert leave_home(event, shared_settings(network), None) is None

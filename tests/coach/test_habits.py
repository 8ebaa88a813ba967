"""The five habits count what the owner does, and their states follow from findings and records."""

from __future__ import annotations

from generator.coach.coach import advise, shared_settings
from generator.coach.habits import Habit, habits
from tests.networks import read_case


def measured(text: str) -> dict[str, Habit]:
    case = read_case(f"day: 2026-11-23\n{text}")
    coaching = advise(case.network, case.day)
    return {h.name: h for h in habits(case.network, coaching, shared_settings(case.network))}


def states(text: str) -> dict[str, str]:
    return {name: habit.state for name, habit in measured(text).items()}


def test_with_nothing_written_down_nothing_waits() -> None:
    found = measured("contacts: {}")
    assert list(found) == ["early", "caring", "prepared", "manners", "thread"]
    assert all(h.of == 0 and h.state != "see" for h in found.values())


def test_new_people_are_those_of_the_last_whole_week() -> None:
    met = "contacts: {{ana: {{name: Ana, met: {{date: {}}}}}}}"
    assert measured(met.format("2026-11-22"))["early"] == Habit("early", "ok", 1, 1)
    assert measured(met.format("2026-11-15"))["early"] == Habit("early", "go", 0, 1)


def test_people_within_their_rhythm_are_counted_without_those_who_have_none_or_are_paused() -> None:
    found = measured("""contacts:
  ana: {name: Ana, closeness: close, log: [{date: 2026-11-01, kind: call}]}
  bo: {name: Bo, closeness: close, log: [{date: 2026-01-01, kind: call}]}
  cy: {name: Cy}
  di: {name: Di, closeness: close, status: paused, log: [{date: 2026-01-01, kind: call}]}
""")
    assert found["caring"] == Habit("caring", "go", 1, 2)


def test_an_event_far_away_needs_nothing_yet_and_a_near_one_does() -> None:
    event = "events: {{fair: {{title: Fair, date: {}, kind: conference}}}}"
    assert states(event.format("2027-03-01"))["prepared"] == "ok"
    assert states(event.format("2026-11-24"))["prepared"] == "see"


def test_on_time_is_before_it_begins() -> None:
    event = "{{title: Fair, date: 2026-11-0{} 9:30, arrive: 9:10, status: attended, review: {{arrived: {}}}}}"
    one, two = event.format(2, 15), event.format(3, 25)
    assert measured(f"events: {{a: {one}, b: {two}}}")["manners"] == Habit("manners", "go", 1, 2)


def test_a_date_that_passed_waits_for_you_and_one_to_come_is_the_habit_at_work() -> None:
    promise = "contacts: {{ana: {{name: Ana, promises: [{{by: me, what: the list, due: {}}}]}}}}"
    assert measured(promise.format("2026-11-20"))["thread"] == Habit("thread", "see", 1, 0)
    assert measured(promise.format("2026-11-25"))["thread"] == Habit("thread", "go", 0, 1)

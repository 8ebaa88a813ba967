"""The last reviews, side by side; nothing is added up."""

from __future__ import annotations

from generator.coach.trend import trend
from tests.networks import read_case

EVENTS = """
events:
  a: {title: A, date: 2026-10-01, status: attended, review: {arrived: -5, talk_share: 0.65, questions: 0}}
  b: {title: B, date: 2026-10-02, status: attended, review: {lesson: all well}}
  c: {title: C, date: 2026-10-03, status: skipped, review: {arrived: 3}}
  d: {title: D, date: 2026-10-04, status: attended, review: {questions: 4}}
  e: {title: E, date: 2026-12-04, review: {questions: 4}}
  f: {title: F, date: 2026, status: attended, review: {questions: 4}}
"""


def test_only_reviews_that_tell_something_of_events_you_went_to_count() -> None:
    case = read_case(f"day: 2026-11-23\n{EVENTS}")
    found = trend(case.network, case.day)
    assert [(m.event.id, m.arrived, m.share, m.questions) for m in found] == [
        ("a", -5, 65, 0), ("d", None, None, 4), ("f", None, None, 4),
    ]
    assert [m.event.id for m in trend(case.network, case.day, case.network.events["b"])] == ["a"]


def test_the_last_six_are_looked_at() -> None:
    events = "\n".join(f"  e{n}: {{title: E, date: 2026-10-0{n}, review: {{questions: {n}}}}}" for n in range(1, 9))
    case = read_case(f"day: 2026-11-23\nevents:\n{events}")
    assert [m.questions for m in trend(case.network, case.day)] == [3, 4, 5, 6, 7, 8]

"""What changes over time: new people by month, and whom you saw of those you wanted to see."""

from __future__ import annotations

from datetime import date

from generator.coach.months import months_to, new_by_month, planned_and_met
from tests.networks import read_case

CASE = """
day: 2026-11-23
contacts:
  ana: {name: Ana, met: {date: 2026-11-02}}
  bruno: {name: Bruno, met: {date: 2026-10}, log: [{date: 2026-10-05, kind: event, event: a}]}
  cira: {name: Cira, met: {event: a}}
  dora: {name: Dora, met: {date: 2026}}
  elena: {name: Elena, met: {date: 2026-12-01}}
  felix: {name: Félix, met: {date: 2025-10-31}}
  gala: {name: Gala}
events:
  a: {title: A, date: 2026-10-05, meet: [bruno, dora, Pepe], review: {met: [Pepe, gala]}}
  b: {title: B, date: 2026-10-06, meet: [ana]}
  c: {title: C, date: 2026-10-07, meet: [ana], review: {met: none}}
  d: {title: D, date: 2026-10-08, status: skipped, meet: [ana], review: {met: [ana]}}
  e: {title: E, date: 2026-11-23, meet: [ana], review: {met: [ana]}}
  f: {title: F, date: 2026-10-09, review: {met: [ana]}}
"""


def test_a_month_counts_whoever_was_met_in_it_the_event_too_and_nobody_of_whom_only_the_year_is_known() -> None:
    case = read_case(CASE)
    assert new_by_month(case.network, case.day, 3) == (
        (date(2026, 9, 1), 0), (date(2026, 10, 1), 2), (date(2026, 11, 1), 1),
    )
    assert sum(n for _, n in new_by_month(case.network, case.day, 14)) == 4


def test_months_go_back_over_the_turn_of_a_year() -> None:
    assert months_to(date(2026, 2, 28), 4) == tuple(date(*m, 1) for m in ((2025, 11), (2025, 12), (2026, 1), (2026, 2)))


def test_whom_you_saw_is_told_of_events_that_are_over_and_say_whom_you_met() -> None:
    case = read_case(CASE)
    found = planned_and_met(case.network, case.day, 8)
    assert [(p.event.id, p.wanted, p.met, p.others) for p in found] == [
        ("a", ("bruno", "dora", "Pepe"), ("bruno", "Pepe"), 2), ("c", ("ana",), (), 0),
    ]
    assert [p.event.id for p in planned_and_met(case.network, case.day, 1)] == ["c"]

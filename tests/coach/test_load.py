"""A week's load: whom it asks you to write to, each once and by the first reason."""

from __future__ import annotations

from datetime import date

from generator.coach.coach import shared_settings
from generator.coach.load import touches
from tests.networks import read_case

SUNDAY = date(2026, 11, 29)


def load_of(contacts: str, rest: str = "") -> list[tuple[str, str, str]]:
    case = read_case(f"day: 2026-11-23\n{rest}contacts:\n{contacts}")
    found = touches(case.network, case.day, SUNDAY, shared_settings(case.network))
    return [(t.contact.id, t.reason, str(t.due)) for t in found]


def test_a_rhythm_falls_due_as_gone_quiet_counts_it() -> None:
    assert load_of("""\
  sunday: {name: A, closeness: inner, log: [{date: 2026-10-29, kind: call}]}
  monday: {name: B, closeness: inner, log: [{date: 2026-10-31, kind: call}]}
  met: {name: C, every: 30 days, met: {date: 2026-10-26}, log: [{date: 2024-01-01, kind: call}]}
""") == [("met", "rhythm", "2026-11-25")]


def test_what_has_its_day_behind_it_counts_as_well() -> None:
    contacts = "  ana: {name: A, closeness: inner, log: [{date: 2025, kind: call}]}\n"
    assert load_of(contacts) == [("ana", "rhythm", "2026-01-30")]


def test_a_person_counts_once_and_by_what_comes_first() -> None:
    assert load_of("""\
  ana:
    name: A
    closeness: inner
    log: [{date: 2026-10-20, kind: call}]
    promises: [{what: x, by: me, due: 2026-11-25}, {what: y, by: me, made: 2026-11-23}]
    favours: [{date: 2026-11-23, by: them, what: z}]
""") == [("ana", "rhythm", "2026-11-19")]


def test_a_hello_can_wait_but_not_beyond_a_promise_of_the_same_time() -> None:
    case = read_case("""\
day: 2026-11-23
contacts:
  ana: {name: A, every: 9 days, log: [{date: 2026-11-01, kind: call}], promises: [{what: x, by: me, due: 2026-11-27}]}
  bo: {name: B, every: 9 days, log: [{date: 2026-11-01, kind: call}], promises: [{what: x, by: me, due: 2026-12-27}]}
  cy: {name: C, every: 9 days, log: [{date: 2026-11-01, kind: call}], next: {date: 2026-11-28}}
""")
    found = touches(case.network, case.day, SUNDAY, shared_settings(case.network))
    assert {t.contact.id: (t.reason, t.held(SUNDAY)) for t in found} == {
        "ana": ("rhythm", "promise"), "bo": ("rhythm", None), "cy": ("plan", "plan"),
    }


def test_promises_and_thanks_count_by_the_shared_limits() -> None:
    assert load_of("""\
  ana: {name: A, promises: [{what: x, by: me, made: 2026-11-23}]}
  bruno: {name: B, favours: [{date: 2026-11-24, by: them, what: x}, {date: 2026-11-20, by: them, what: z}]}
  carla: {name: C, promises: [{what: x, by: me, due: 2026-11-30}, {what: y, by: them, due: 2026-11-24}]}
""") == [("bruno", "thanks", "2026-11-24"), ("ana", "promise", "2026-11-25")]


def test_what_is_settled_undated_or_still_to_come_does_not_count() -> None:
    assert load_of("""\
  ana: {name: A}
  bruno: {name: B, closeness: inner}
  carla: {name: C, promises: [{what: x, by: me}, {what: y, by: me, due: 2026-11-24, done: 2026-11-20}]}
  dario: {name: D, favours: [{date: 2026-11-10, by: them, what: x, thanks: {date: 2026-11-11}}]}
  elena: {name: E, closeness: dormant, log: [{date: 2020-01-01, kind: call}]}
  felix: {name: F, closeness: inner, met: {date: 2026-12-01}}
""") == []


def test_who_is_silenced_does_not_count() -> None:
    assert load_of("""\
  ana: {name: A, status: paused, promises: [{what: x, by: me, due: 2026-11-24}]}
  bruno: {name: B, status: paused, until: 2026-11-22, promises: [{what: x, by: me, due: 2026-11-24}]}
  carla: {name: C, status: deceased, closeness: inner, log: [{date: 2026-01-01, kind: call}]}
  dario:
    name: D
    closeness: inner
    log: [{date: 2026-01-01, kind: call}]
    ignore: [{rule: gone-quiet, until: 2026-11-23, reason: away}]
""") == [("bruno", "promise", "2026-11-24")]


def test_a_rule_that_is_off_does_not_count() -> None:
    contacts = "  ana: {name: A, closeness: inner, log: [{date: 2026-01-01, kind: call}]}\n"
    assert load_of(contacts, "coach: {rules: {gone-quiet: {off: true}}}\n") == []


def test_an_empty_network_asks_for_nothing() -> None:
    case = read_case("day: 2026-11-23\n")
    assert touches(case.network, case.day, SUNDAY, shared_settings(case.network)) == ()

"""Whom to see first: an order with one plain reason each, and nobody in it without a reason."""

from __future__ import annotations

from generator.coach.coach import shared_settings
from generator.coach.company import Pick, room, whom_first
from tests.networks import read_case

FAIR = "events: {{fair: {{title: Fair, date: 2026-11-26, kind: conference, expected: [{}]{}}}}}"


def picks(text: str) -> tuple[Pick, ...]:
    case = read_case(f"day: 2026-11-23\n{text}")
    return whom_first(case.network.events["fair"], case.network, case.day, shared_settings(case.network))


def reasons(contacts: str, expected: str, more: str = "", me: str = "") -> dict[str, str]:
    return {p.who: p.reason.kind for p in picks(f"{me}\ncontacts:\n{contacts}\n{FAIR.format(expected, more)}")}


def test_open_matters_come_first_then_help_what_you_look_for_the_rhythm_loose_ties_and_strangers() -> None:
    found = reasons(
        """
  ana: {name: Ana, closeness: wider, log: [{date: 2026-11-01, kind: call}]}
  bo: {name: Bo, closeness: close, log: [{date: 2026-01-01, kind: call}]}
  cy: {name: Cy, expertise: [lawyer]}
  di: {name: Di, needs: [a translator]}
  ed: {name: Ed, offers: [traducción]}
  fe: {name: Fe, favours: [{date: 2026-11-10, by: them, what: a coffee}]}
  gu: {name: Gu, promises: [{by: me, what: the list}]}
  ho: {name: Ho, closeness: dormant}
""",
        "{name: Laura, org: Olmeda}, ho, ana, bo, cy, ed, di, fe, gu",
        me="me: {name: Nuria, wanted_expertise: [abogada]}",
    )
    assert list(found.items()) == [
        ("gu", "promise"), ("fe", "thanks"), ("di", "useful-to"), ("ed", "help-from"), ("cy", "knows"),
        ("bo", "rhythm"), ("ho", "dormant"), ("ana", "weak"), ("Laura", "stranger"),
    ]


def test_people_close_to_you_within_their_rhythm_and_names_without_a_house_need_no_reason_and_have_none() -> None:
    near = "  ana: {name: Ana, closeness: inner, log: [{date: 2026-11-20, kind: call}]}"
    assert reasons(near, "ana, {name: Bo}") == {}


def test_somebody_you_are_to_leave_in_peace_is_never_in_the_order() -> None:
    promise = "promises: [{by: me, what: the list}]"
    found = reasons(
        f"""
  ana: {{name: Ana, status: paused, {promise}}}
  bo: {{name: Bo, status: do_not_contact, {promise}}}
  cy: {{name: Cy, status: deceased, {promise}}}
  di: {{name: Di, status: paused, until: 2026-11-22, {promise}}}
""",
        "ana, bo, cy, di",
    )
    assert found == {"di": "promise"}


def test_of_equal_reasons_those_you_chose_yourself_come_first() -> None:
    tie = "closeness: wider, log: [{date: 2026-11-01, kind: call}]"
    people = f"contacts:\n  ana: {{name: Ana, {tie}}}\n  bo: {{name: Bo, {tie}}}\n"
    found = picks(people + FAIR.format("ana, bo", ", meet: [bo]"))
    assert [(p.who, p.chosen) for p in found] == [("bo", True), ("ana", False)]


def test_a_stranger_from_the_house_of_somebody_you_know_comes_before_one_from_anywhere() -> None:
    found = picks(f"contacts:\n  ana: {{name: Ana, org: hilo}}\norganisations: {{hilo: {{name: Hilo}}}}\n"
                  f"{FAIR.format('{name: Luis, org: Otra}, {name: Laura, org: Hilo}', '')}")
    assert [(p.who, p.reason.kind, p.reason.other.id if p.reason.other else None) for p in found] == [
        ("Laura", "colleague", "ana"), ("Luis", "stranger", None),
    ]


def test_what_you_look_for_is_no_reason_where_it_is_near_already() -> None:
    me = "me: {name: Nuria, wanted_expertise: [contratos]}"
    recent = "expertise: [contratos], log: [{date: 2026-11-20, kind: call}]"
    found = reasons(f"  ana: {{name: Ana, closeness: close, {recent}}}\n  bo: {{name: Bo, {recent}}}", "ana, bo", me=me)
    assert found == {"bo": "knows"}


def test_whoever_invites_is_expected_too() -> None:
    assert reasons("  ana: {name: Ana, promises: [{by: me, what: the list}]}", "", ", host: ana") == {"ana": "promise"}


def test_half_dates_dates_to_come_and_only_a_name_break_nothing() -> None:
    found = reasons(
        """
  ana: {name: Ana}
  bo: {name: Bo, closeness: close, met: {date: 2026}}
  cy: {name: Cy, closeness: wider, log: [{date: 2027-01, kind: call}]}
  di: {name: Di, closeness: close, met: {date: 2026-05}}
""",
        "ana, bo, cy, di",
    )
    assert found == {"di": "rhythm"}


def test_three_people_are_plenty_and_two_for_whom_people_tire() -> None:
    def left(event: str, me: str = "me: {name: Nuria}", coach: str = "") -> int:
        events = f"events: {{fair: {{title: Fair, date: 2026-11-26, {event}}}}}"
        case = read_case(f"day: 2026-11-23\n{me}\n{coach}\n{events}")
        return room(case.network.events["fair"], case.network)

    assert left("meet: [Ana]") == 2
    assert left("meet: [Ana]", "me: {name: Nuria, introvert: true}") == 1
    assert left("introvert: false, meet: [Ana]", "me: {name: Nuria, introvert: true}") == 2
    assert left("meet: [Ana, Bo, Cy, Di]") == 0
    assert left("meet: [Ana]", coach="coach: {rules: {too-many-to-meet: {numbers: {most: 5}}}}") == 4

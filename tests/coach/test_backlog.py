"""The backlog holds each thing to do once, in the group of its day."""

from __future__ import annotations

from datetime import date, timedelta

from generator.coach.backlog import GROUPS, about_owner, backlog
from generator.coach.coach import Coaching
from generator.coach.finding import Action, Advice, Finding, LogLine
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.places import Place

MONDAY = date(2026, 11, 23)
FAIR = Event.model_validate({"title": "Fair", "date": "2026-11-20", "\0id": "fair"})
ANA = Contact.model_validate({"name": "Ana Ruiz", "\0id": "ana"})


def advice(
    name: str, due: int | None = 0, *, rule: str = "some-rule", subject: Contact | Event | None = ANA,
    action: Action = "keep", mark: str = "", waiting: bool = False,
) -> Advice:
    settle = LogLine("ana", "message", mark) if mark else None
    day = None if due is None else MONDAY + timedelta(days=due)
    place = Place("contacts/ana.yml", 1, 1)
    return Advice(name, rule, "warning", Finding(subject, place, action, due=day, settle=settle, waiting=waiting))


def groups(*said: Advice, planned: tuple[Advice, ...] = (), day: date = MONDAY) -> dict[str, list[str]]:
    found = backlog(Coaching(day, said, planned, ()), day).groups
    assert tuple(found) == GROUPS
    return {name: [a.id for a in group] for name, group in found.items() if group}


def test_everything_stands_in_the_group_of_its_day() -> None:
    assert groups(
        advice("a", -1), advice("b", 0), advice("c", 1), advice("d", 6), advice("e", 7), advice("f", None),
        advice("g", -3, waiting=True), advice("h", None, waiting=True),
    ) == {"late": ["a"], "today": ["b"], "week": ["c", "d"], "later": ["e"], "whenever": ["f"], "waiting": ["g", "h"]}


def test_on_a_sunday_nothing_is_left_of_the_week() -> None:
    assert groups(advice("a", 7), day=MONDAY + timedelta(days=6)) == {"later": ["a"]}


def test_late_and_today_keep_the_coachs_order_and_the_rest_goes_by_day() -> None:
    assert groups(
        advice("grave", -1), advice("lighter", -9), advice("thursday", 3), advice("december", 20),
        planned=(advice("tuesday", 1), advice("next-week", 8)),
    ) == {"late": ["grave", "lighter"], "week": ["tuesday", "thursday"], "later": ["next-week", "december"]}


def test_what_is_about_the_owner_or_only_about_a_record_is_left_out() -> None:
    said = (advice("habit", subject=None), advice("paperwork", action="record"), advice("call"))
    assert groups(*said) == {"today": ["call"]}


def test_what_you_do_by_yourself_before_a_date_is_something_to_do() -> None:
    post = advice("post", 4, subject=None, action="prepare")
    habits = (advice("pitch", None, subject=None, action="prepare"), advice("week", 4, subject=None))
    assert groups(post, *habits) == {"week": ["post"]}
    assert about_owner(Coaching(MONDAY, (post, *habits), (), ())) == habits


def test_writing_down_whom_you_met_at_an_event_is_something_to_do() -> None:
    assert groups(advice("names", subject=FAIR, action="record")) == {"today": ["names"]}


def test_what_one_line_settles_is_listed_once() -> None:
    thanks = advice("thanks", -6, rule="missing-thanks", mark="thanks 2026-11-13")
    before = advice("before", 3, rule="unsettled-before-meeting", mark="thanks 2026-11-13")
    found = backlog(Coaching(MONDAY, (thanks, before), (), ()), MONDAY)
    assert [a.id for a in found] == ["thanks"]
    assert found.covered == {"thanks": (before,)}


def test_two_findings_of_one_rule_are_two_things_to_do() -> None:
    assert groups(advice("draft", mark="thanks"), advice("call", mark="thanks")) == {"today": ["draft", "call"]}

"""A week that asks for too much is laid out over the next ones; nobody is lost and nothing comes before its turn."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from generator.coach.coach import advise, shared_settings
from generator.coach.load import Touch
from generator.coach.settings import SHARED_NUMBERS, Settings, resolve
from generator.coach.spread import Spread, Why, proposal, spread
from generator.coach.weeks import WEEK, monday_of
from generator.coach.workdays import Workdays
from generator.records.contact import Contact
from tests.networks import read_case

MONDAY = date(2026, 11, 23)
ONE = timedelta(days=1)

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
REGIONS = st.sampled_from(["ES-MD", "ES-CT", "GB-ENG", "XX", None])
LOCAL = st.frozensets(DAYS, max_size=4)
REASONS = st.sampled_from(["promise", "thanks", "plan", "rhythm", "rhythm", "rhythm", "rhythm"])
WHYS: st.SearchStrategy[Why | None] = st.sampled_from(["meeting", "urgent", None, None, None, None])
CLOSENESS = st.sampled_from(["inner", "close", "active", "wider"])
PERSON = st.tuples(REASONS, st.integers(-400, 60), REGIONS, CLOSENESS, WHYS)
PEOPLE = st.lists(PERSON, max_size=25)
MOST = st.integers(0, 7)

calm = profile(deadline=None, derandomize=True)
"""The holidays of a year are worked out once, and that takes a moment."""

Situation = tuple[list[Touch], date, Settings, dict[str, Why]]
"""Who is due, the day, the settings, and who keeps their day for a reason of their own."""


def settings_of(most: int, region: str | None = "ES-MD", local: frozenset[date] = frozenset()) -> Settings:
    return Settings(resolve(SHARED_NUMBERS, {"touches_per_week": most}), Workdays(region, local))


def touch(number: int, reason: str, due: date, region: str | None = None, closeness: str = "close") -> Touch:
    fields = {"name": f"P{number}", "closeness": closeness, "\0id": f"p{number:02}"}
    contact = Contact.model_validate(fields | ({"region": region} if region else {}))
    return Touch(contact, due, reason)  # type: ignore[arg-type]  # hypothesis draws from the four


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    day = draw(DAYS)
    people = draw(PEOPLE)
    found = [touch(n, why, day + timedelta(days=off), at, near) for n, (why, off, at, near, _) in enumerate(people)]
    kept: dict[str, Why] = {f"p{n:02}": why for n, (*_, why) in enumerate(people) if why}
    return found, day, settings_of(draw(MOST), draw(REGIONS), draw(LOCAL)), kept


@calm
@given(situations())
def test_everybody_who_is_due_appears_once(situation: Situation) -> None:
    due, day, settings, kept = situation
    found = spread(due, day, settings, kept)
    named = [s.touch.contact.id for w in found.weeks for s in w.stays]
    named += [m.touch.contact.id for w in found.weeks for m in w.moves]
    assert sorted(named) == sorted(t.contact.id for t in due)


@calm
@given(situations())
def test_no_week_holds_more_than_its_limit_but_of_what_keeps_its_day(
    situation: Situation
) -> None:
    found = spread(*situation)
    for week in found.weeks:
        if len(week.stays) + len(week.moves) > found.most:
            assert all(stay.why for stay in week.stays)
            assert not week.moves


@calm
@given(situations())
def test_what_keeps_its_day_is_never_moved_and_nobody_is_moved_for_nothing(
    situation: Situation
) -> None:
    due, day, settings, kept = situation
    found = spread(due, day, settings, kept)
    asked = Counter(monday_of(max(t.due, day)) for t in due)
    for week in found.weeks:
        for move in week.moves:
            assert move.touch.reason == "rhythm"
            assert move.touch.contact.id not in kept
            assert asked[monday_of(max(move.touch.due, day))] > found.most, "its own week is too full"
        for stay in week.stays:
            assert monday_of(max(stay.touch.due, day)) == week.monday


@calm
@given(situations())
def test_nothing_comes_before_its_turn_or_on_a_day_off(
    situation: Situation
) -> None:
    _, day, settings, _ = situation
    for week in spread(*situation).weeks:
        for move in week.moves:
            assert move.day > max(move.touch.due, day)
            assert monday_of(move.day) == week.monday
            assert not settings.workdays.is_quiet(move.day)
            assert not settings.workdays.where(move.touch.contact.region).is_quiet(move.day)


@calm
@given(situations(), st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_given_does_not_matter(
    situation: Situation, random: Random
) -> None:
    due, day, settings, kept = situation
    shuffled = random.sample(due, len(due))
    assert spread(shuffled, day, settings, kept) == spread(due, day, settings, kept)


@calm
@given(situations())
def test_a_proposal_that_is_followed_is_not_made_again(
    situation: Situation
) -> None:
    due, day, settings, kept = situation
    days = {m.touch.contact.id: m.day for w in spread(due, day, settings, kept).weeks for m in w.moves}
    followed = [replace(t, due=days[t.contact.id], reason="plan") if t.contact.id in days else t for t in due]
    assert not any(week.moves for week in spread(followed, day, settings, kept).weeks)


@calm
@given(situations(), st.integers(1, 6))
def test_within_a_week_the_proposal_stays_as_it_is(
    situation: Situation, later: int
) -> None:
    due, day, settings, kept = situation
    other = min(day + timedelta(days=later), monday_of(day) + WEEK - ONE)

    def laid_out(found: Spread) -> list[tuple[date, set[str], list[tuple[str, date]]]]:
        return [
            (w.monday, {s.touch.contact.id for s in w.stays}, [(m.touch.contact.id, m.day) for m in w.moves])
            for w in found.weeks
        ]

    assert laid_out(spread(due, other, settings, kept)) == laid_out(spread(due, day, settings, kept))


def moved(found: Spread) -> dict[str, str]:
    return {m.touch.contact.id: str(m.day) for w in found.weeks for m in w.moves}


def test_the_longest_due_for_their_rhythm_stay() -> None:
    inner, wider = touch(1, "rhythm", MONDAY, closeness="inner"), touch(2, "rhythm", MONDAY - ONE, closeness="wider")
    assert moved(spread([inner, wider], MONDAY, settings_of(1))) == {"p02": "2026-11-30"}


def test_a_week_with_holidays_takes_fewer_and_none_on_a_puente_or_in_august() -> None:
    due = [touch(n, "rhythm", date(2026, 11, 30)) for n in range(10)]
    found = spread(due, date(2026, 11, 30), settings_of(5))
    # Madrid: Monday the 7th and Tuesday the 8th of December are holidays, so that week takes three of five.
    assert [(str(w.monday), len(w.moves)) for w in found.weeks] == [
        ("2026-11-30", 0), ("2026-12-07", 3), ("2026-12-14", 2),
    ]
    august = spread([touch(n, "rhythm", date(2026, 7, 29)) for n in range(2)], date(2026, 7, 29), settings_of(1))
    assert list(moved(august).values()) == ["2026-09-01"], "the first of the month is a Tuesday, Monday is in August"


def test_who_is_due_later_does_not_have_to_make_way() -> None:
    late = [touch(n, "rhythm", MONDAY - ONE) for n in range(3)]
    next_week = [touch(n, "rhythm", MONDAY + WEEK) for n in (8, 9)]
    found = spread([*late, *next_week], MONDAY, settings_of(2))
    assert moved(found) == {"p02": "2026-12-09"}


CROWD = """\
day: 2026-11-23
me: {name: Nuria, region: ES-MD, goals: {touches_per_week: 2}}
events:
  lunch: {title: Comida, date: 2026-12-03, expected: [ana]}
contacts:
  ana: {name: Ana, every: 30 days, log: [{date: 2026-10-20, kind: call}]}
  bo: {name: Bo, every: 30 days, log: [{date: 2026-10-21, kind: call}]}
  cy: {name: Cy, promises: [{what: a list, by: me, due: 2026-11-27}]}
  di: {name: Di, every: 30 days, log: [{date: 2026-10-21, kind: call}]}
  eva:
    name: Eva
    every: 30 days
    log: [{date: 2026-10-21, kind: call}]
    favours: [{date: 2026-11-01, by: them, what: x, thanks: {date: 2026-11-02}}]
    introductions: [{to: bo, asked: {eva: {date: 2026-11-02, answer: false}}, sent: 2026-11-05}]
"""


def test_what_comes_before_a_meeting_and_what_is_promised_keep_their_day() -> None:
    case = read_case(CROWD)
    coaching = advise(case.network, case.day)
    found = proposal(case.network, coaching, shared_settings(case.network))
    whys = {s.touch.contact.id: s.why for s in found.weeks[0].stays}
    assert whys["ana"] == "meeting"
    assert whys["cy"] == "promise"
    errors = {a.finding.subject.id for a in coaching.open if a.severity == "error" and a.finding.subject}
    assert errors, "one of them has an error open"
    assert {who for who, why in whys.items() if why == "urgent"} == errors & set(whys)
    assert found.is_needed
    assert found.asked == 5


def test_a_day_you_write_down_settles_the_proposal() -> None:
    case = read_case(CROWD)
    days = moved(proposal(case.network, advise(case.network, case.day), shared_settings(case.network)))
    assert days
    text = CROWD
    for who, day in days.items():
        text = text.replace(f"  {who}: {{", f"  {who}: {{next: {{date: {day}}}, ")
    again = read_case(text)
    found = proposal(again.network, advise(again.network, again.day), shared_settings(again.network))
    assert not found.is_needed
    assert {s.touch.contact.id for w in found.weeks for s in w.stays if s.why == "plan"} == set(days)


def test_an_empty_network_and_a_calm_week_need_no_proposal() -> None:
    for text in ("day: 2026-11-23\n", CROWD.replace("touches_per_week: 2", "touches_per_week: 9")):
        case = read_case(text)
        found = proposal(case.network, advise(case.network, case.day), shared_settings(case.network))
        assert not found.is_needed
        assert not moved(found)

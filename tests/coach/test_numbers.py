"""The numbers of etiquette: each is a setting with the default that was agreed, its grade and the day of checking."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.coach.coach import advise
from generator.coach.rulebook import all_rules
from generator.coach.settings import HOUSE, SHARED_NUMBERS, Number
from generator.records.reading import read_folder

SAMPLE = Path(__file__).parents[2] / "data"
DAY = date(2026, 11, 23)

SHARED = "shared"
AGREED = """
shared rhythm_inner 30 H, rhythm_close 90 H, rhythm_active 180 H, rhythm_wider 365 H
shared touches_per_week 6 H, new_per_week 1 H, business_day_limit 2 C, calendar_day_limit 7 C, words_per_minute 150 B
week-without-new-contact weeks_counted 4 H, weeks_to_warn 3 H
thin-record grace 7 H
one-circle most 0.5 H
stale-record good_for 365 H
gone-quiet warning_factor 1.5 H
cold-ask warm_days 180 H
asks-in-a-row in_a_row 3 H
only-taking window 365 H, fewest 2 H
talking-to-silence tries 3 B, rest 90 B
sleeping-tie silent_days 1095 A, most 2 H
birthday-soon ahead 7 H
event-without-prep warning_days 7 H, error_days 3 H
few-topics fewest 3 C
too-many-topics most 5 C
too-many-to-meet most 3 H, most_introvert 2 H
rusty-pitch stays_fresh 30 H
unanswered-invitation soft_limit 2 B, hard_limit 5 B
unknown-place-or-time error_days 2 H
unreviewed-event wait 3 H
often-late times 2 H, counted 5 H
talks-too-much most 0.5 B
introduction-without-consent patience 7 B
no-arrival-plan office_usual 5 B, office_most 10 B, hosting_least 15 B
bad-moment quiet_from 20 H, quiet_until 9 H
promise-due warning_days 2 H
promise-to-me patience 7 B
missing-thanks soft_limit 2 B, hard_limit 7 C
thanks-too-big small_effort 2 B
gift-over-limit private_limit 50 H
loop-left-open after_outcome 7 B, without_outcome 30 H
"""
"""Rule, number, default and grade, as the tables of rules and of etiquette have them."""


def agreed() -> list[tuple[str, str, float, str]]:
    found = []
    for line in AGREED.strip().splitlines():
        rule, _, numbers = line.partition(" ")
        for number in numbers.split(", "):
            name, default, grade = number.split()
            found.append((rule, name, float(default), grade))
    return found


def declared() -> dict[tuple[str, str], Number]:
    own = {(rule.name, number.name): number for rule in all_rules().values() for number in rule.numbers}
    return own | {(SHARED, number.name): number for number in SHARED_NUMBERS}


@pytest.mark.parametrize(("rule", "name", "default", "grade"), agreed())
def test_a_number_of_the_tables_is_a_setting_with_that_default_and_grade(
    rule: str, name: str, default: float, grade: str
) -> None:
    number = declared()[rule, name]
    assert (number.default, number.grade) == (default, grade)


@pytest.mark.parametrize("number", declared().values(), ids=lambda n: n.name)
def test_a_number_says_who_recommends_it_or_openly_that_it_is_ours(number: Number) -> None:
    assert (number.grade == "H") == (number.source == HOUSE) or "computed" in number.source or "sum of" in number.source
    assert date.fromisoformat(number.checked) <= DAY


def test_the_sample_shows_most_of_what_the_coach_can_find() -> None:
    network = read_folder(SAMPLE).network
    fired = {advice.rule for advice in advise(network, DAY).open}
    assert len(fired) >= 35, sorted(set(all_rules()) - fired)  # what a sample is for

"""The page of what changes over time, from nothing on record to a few things of each."""

from __future__ import annotations

import pytest

from generator.edition.edition import make_pages
from tests.coach.test_months import CASE
from tests.editions import ground_of_case
from tests.markup import elements, name_of, parsed, text_of

NOTHING = "day: 2026-11-23\n"
ONE = """\
day: 2026-11-23
contacts:
  ana: {name: Ana, met: {date: 2026-11-02}}
events:
  a: {title: A, date: 2026-10-05, meet: [ana], review: {arrived: 5, met: [ana]}}
"""
TWO = ONE + "  b: {title: B, date: 2026-10-09, meet: [ana, Pepe], review: {arrived: -5, met: [ana]}}\n"


def said(text: str) -> str:
    return text_of(parsed(make_pages(ground_of_case(text), "en")["over-time/"].body))


@pytest.mark.parametrize(("text", "there", "missing"), [
    (NOTHING, ["from the first notes on", "From the second review on", "It counts the people", "When an event says"],
     ["twelve months", "Month by month"]),
    (ONE, ["you have met one new person", "From the second review on", "everybody you set out to see", "1 of 1: Ana"],
     ["It counts the people", "When an event says"]),
    (TWO, ["Of 3 people you set out to see, you saw 2.", "1 of 2: Ana", "Minutes after the hour you had in mind"],
     ["From the second review on"]),
    (CASE, ["Of 4 people you set out to see, you saw 2. And 2 you had not planned.", "2 of 3: Bruno and Pepe"], []),
])
def test_it_says_what_there_is_and_how_the_rest_begins(text: str, there: list[str], missing: list[str]) -> None:
    found = said(text)
    assert [words for words in there if words not in found] == []
    assert [words for words in missing if words in found] == []


def test_every_drawing_has_its_figures_in_a_table() -> None:
    tree = parsed(make_pages(ground_of_case(TWO), "en")["over-time/"].body)
    month = next(e for e in elements(tree) if name_of(e) == "table")
    rows = [[text_of(cell) for cell in row] for row in elements(month) if name_of(row) == "tr"]
    assert rows[0] == ["Month", "New"]
    assert rows[-2:] == [["Oct 2026", "0"], ["Nov 2026", "1"]]
    desc = next(text_of(e) for e in elements(tree) if e.get("id") == "by-month-d")
    assert desc == "Month by month: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 and 1."

"""The line of a person's page that says when you were in touch."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edition.edition import make_pages
from generator.edition.ground import sources_in
from generator.pages.beat import LEFT, NEAR, RIGHT, beat
from generator.pages.rendering import Desk
from tests.editions import ground_of_case
from tests.markup import elements, parsed, text_of

CASE = """\
day: 2026-11-23
contacts:
  ana:
    name: Ana
    MORE
    log: [LOG]
"""


def said(log: str, more: str = "every: 30 days") -> list[str]:
    """The sentence where it is read and where it is heard."""
    text = CASE.replace("MORE", more).replace("LOG", log)
    tree = parsed(make_pages(ground_of_case(text), "en")["people/ana/"].body)
    section = [e for e in elements(tree) if e.get("aria-labelledby") == "h-beat"]
    return [text_of(e) for s in section for e in elements(s) if e.get("id") == "beat-d" or e.tag == "p"]


def test_it_says_in_one_sentence_how_often_and_the_longest_pause() -> None:
    sentence = "In touch 2 times in the last twelve months; the longest pause was 53 days, and you have 30 in mind."
    assert said("{date: 2026-09-20, kind: call}, {date: 2026-10-01, kind: call}") == [
        sentence, sentence, "The full line is time within your rhythm; the dotted one, a longer pause.",
    ]


def test_a_rhythm_that_was_kept_is_said_as_plainly() -> None:
    sentence = "In touch once in the last twelve months, and no pause was longer than the 30 days you have in mind."
    assert said("{date: 2026-11-10, kind: call}") == [sentence, sentence]


def test_without_a_rhythm_only_the_times_are_said() -> None:
    assert said("{date: 2026-09-20, kind: call}", "tags: [x]")[0] == "In touch once in the last twelve months."
    assert said("{date: 2023-09-20, kind: call}", "tags: [x]")[0] == "Nothing noted between you in the last two years."


def test_there_is_no_line_where_there_is_nothing_to_draw_or_nobody_to_write_to() -> None:
    assert said("") == []
    assert said("{date: 2026-09-20, kind: call}", "status: deceased") == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 900), min_size=1, max_size=60), st.integers(1, 400))
def test_marks_keep_their_distance_and_every_stretch_stays_on_the_line(days: list[int], every: int) -> None:
    log = ", ".join(f"{{date: {date(2026, 11, 23) - timedelta(days=n)}, kind: call}}" for n in days)
    ground = ground_of_case(CASE.replace("MORE", f"every: {every} days").replace("LOG", log))
    line = beat(Desk(sources_in(ground, "es"), "people/ana/"), ground.network.contacts["ana"])
    assert line
    assert all(other - one >= NEAR - .2 for one, other in pairwise(line.marks))
    stretches = sorted([*line.within, *line.beyond])
    assert all(LEFT <= start < end <= RIGHT for start, end in stretches)
    assert all(one[1] == other[0] for one, other in pairwise(stretches))
    assert not stretches or stretches[-1][1] == RIGHT

"""Problems: shown without harm, with the caret under the culprit."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.places import Place
from generator.records.problems import Problem, shown
from generator.words.problems import framed, one_line
from generator.words.speech import speech

EN = speech("en")


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(max_size=40))
def test_what_is_shown_can_neither_hide_nor_turn_nor_break(text: str) -> None:
    clean = shown(text)
    assert len(clean) == len(text)
    assert not {"\x1b", "\n", "\r", "\0", "\x85", "\u2028", "\u202e", "\u2066", "\u200f", "\ufeff"} & set(clean)
    assert clean.encode().decode() == clean


def test_a_name_of_a_file_and_a_value_are_cleaned() -> None:
    problem = Problem(
        Place("contacts/\x1b[31m\udcff.yml", 1, 1), "bad-file-name", {"id": "\u202ex" + "y" * 200, "better": "x"}
    )
    assert problem.place.file == "contacts/\ufffd[31m\ufffd.yml"
    assert problem.facts["id"].startswith("\ufffdx")
    assert len(problem.facts["id"]) == 80


def test_the_caret_stands_under_the_culprit_behind_tabs_and_wide_letters() -> None:
    problem = Problem(Place("a.yml", 1, 4), "bad-date", {"value": "芳"}, 1).within(["\t王x芳"])
    rows = framed(problem, EN).split("\n")
    assert rows[1].endswith("| \t王x芳")
    assert rows[2].endswith("| \t   ^^")


def test_a_long_line_is_shown_around_the_culprit() -> None:
    problem = Problem(Place("a.yml", 1, 3001), "bad-date", {"value": "x"}, 1).within(["a" * 3000 + "X" + "b" * 3000])
    rows = framed(problem, EN).split("\n")
    assert rows[1].index("X") == rows[2].index("^")
    assert len(rows[1]) < 130
    assert rows[1].count("…") == 2


def test_a_message_does_not_read_braces_in_what_was_typed() -> None:
    problem = Problem(Place("a.yml", 1, 1), "bad-date", {"value": "{near} {0}"})
    assert "`{near} {0}` is not a date." in one_line(problem, EN)


def test_a_reference_moves_from_its_key_to_its_value() -> None:
    lines = ["title: bea", "expected:", "  - ana-bea", "  - bea", "  - x"]
    problem = Problem(Place("e.yml", 2, 1), "unknown-contact", {"value": "bea"}, 3).within(lines)
    assert (problem.place.line, problem.place.column) == (4, 5)
    assert problem.excerpt == {2: "expected:", 3: "  - ana-bea", 4: "  - bea", 5: "  - x"}

"""Terms that mean the same are the same, and no others."""

from __future__ import annotations

from importlib.resources import files
from itertools import combinations

import pytest
import yaml

from generator.coach.terms import groups, normal, senses


@pytest.mark.parametrize(
    "ways",
    [
        ("Abogadas", "un abogado", "a lawyer", "ABOGACÍA", "abogada/abogado", "Solicitors"),
        ("diseño web", "Diseño de webs", "web designer", "el diseño web"),
        ("editora", "editores", "an editor"),
        ("riego por goteo", "Riegos por goteo"),
        ("companies", "company"),
        ("voz", "voces"),
        ("ley", "leyes"),
        ("service", "services"),
        ("diseñadora", "disenadora"),
    ],
)
def test_ways_to_write_one_thing_are_one(ways: tuple[str, ...]) -> None:
    assert len({normal(way) for way in ways}) == 1


@pytest.mark.parametrize(
    "terms", [("C", "C++", "C#"), ("abogada", "notaria"), ("traductora", "intérprete"), ("gas", "gafas")]
)
def test_different_things_stay_different(terms: tuple[str, ...]) -> None:
    assert all(normal(a) != normal(b) for a, b in combinations(terms, 2))


@pytest.mark.parametrize("term", ["", "---", "  ", "la", "y", "/", "🙂"])
def test_a_term_without_words_means_nothing(term: str) -> None:
    assert normal(term) == ""
    assert senses(term) == ()


@pytest.mark.parametrize(
    "narrow",
    ["abogada laboralista", "employment lawyer", "asesoría legal para asociaciones", "abogado y mediador"],
)
def test_a_trade_inside_a_longer_term_counts_too(narrow: str) -> None:
    assert normal("lawyer") in senses(narrow)


@pytest.mark.parametrize("other", ["libros de derecho", "books about law", "amiga de una abogada", "in-house lawyer"])
def test_what_a_term_is_about_is_no_trade(other: str) -> None:
    assert normal("lawyer") not in senses(other)


def test_the_wider_term_does_not_stand_for_the_narrower_one() -> None:
    assert normal("abogada laboralista") not in senses("abogada")


def test_no_word_stands_on_two_lines_of_the_table() -> None:
    lines = groups()
    assert len(lines) >= 60
    for one, other in combinations(lines, 2):
        assert not set(one) & set(other), (one[0], other[0])
    assert all(len(line) > 1 and all(line) for line in lines)


def test_every_way_on_a_line_is_brought_to_its_first() -> None:
    lines = yaml.safe_load(files("generator.coach").joinpath("terms.yml").read_text(encoding="utf-8"))
    assert len(lines) == len(groups())
    for line in lines:
        assert len({normal(way) for way in line}) == 1, line

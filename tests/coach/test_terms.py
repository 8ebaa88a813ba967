"""Terms that mean the same are the same, and no others."""

from __future__ import annotations

from importlib.resources import files
from itertools import combinations

import pytest
import yaml

from generator.coach.terms import Terms, form, terms_of

TERMS = terms_of()
normal, senses = TERMS.normal, TERMS.senses


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
    "terms", [("C", "C++", "C#"), ("abogada", "notaria"), ("traductora", "intérprete"), ("gas", "gafas"),
              ("derecho", "derechos")]
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


@pytest.mark.parametrize("other", ["libros de derecho", "books about law", "amiga de una abogada", "in-house lawyer",
                                   "derechos de autor"])
def test_what_a_term_is_about_is_no_trade(other: str) -> None:
    assert normal("lawyer") not in senses(other)


def test_the_wider_term_does_not_stand_for_the_narrower_one() -> None:
    assert normal("abogada laboralista") not in senses("abogada")


def lines() -> list[dict[str, list[str]]]:
    found: list[dict[str, list[str]]] = yaml.safe_load(
        files("generator.coach").joinpath("terms.yml").read_text(encoding="utf-8")
    )
    return found


def test_no_word_stands_on_two_lines_of_the_table() -> None:
    forms = [{form(way) for ways in line.values() for way in ways} for line in lines()]
    assert len(forms) >= 60
    for one, other in combinations(forms, 2):
        assert not one & other, one & other
    assert all(len(line) > 1 and all(line) for line in forms)


def test_every_way_on_a_line_is_brought_to_its_first() -> None:
    assert len(lines()) == len(TERMS.trades)
    for line in lines():
        assert len({normal(way) for ways in line.values() for way in ways}) == 1, line


def test_every_line_speaks_both_languages() -> None:
    assert all(list(line) == ["es", "en"] and all(line.values()) for line in lines())


def test_a_trade_is_called_by_its_name_in_the_language_or_as_it_was_written() -> None:
    law = TERMS.trade(normal("lawyer"))
    assert law is not None
    assert (law.called("es"), law.called("en")) == ("abogacía", "lawyer")
    assert law.called("es", ["solicitor", "letrado"]) == "letrado"
    assert law.called("en", ["abogacía", "solicitors"]) == "solicitors"
    sales = TERMS.trade(normal("marketing"))
    assert sales is not None
    assert sales.called("es", ["Marketing"]) == "Marketing", "a word of both languages stays as it was written"


OWN = (
    ("subtitulado", "Subtítulos", "live captions"), ("abogada laboralista", "employment law"), ("I+D y calidad", "R&D"),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("los subtítulos", "LIVE CAPTION"), ("employment law", "abogados laboralistas"), ("I+D y calidad", "R&D"),
     ("i+d y calidades", "the R&D")],
)
def test_the_users_synonyms_are_one_however_they_are_written(one: str, other: str) -> None:
    own = Terms(OWN)
    assert own.normal(one) == own.normal(other)
    assert TERMS.normal(one) != TERMS.normal(other)


def test_the_head_of_a_longer_term_finds_a_users_synonym() -> None:
    own = Terms(OWN)
    assert own.normal("subtitulado") in own.senses("live captions for a short video")
    assert own.normal("subtitulado") not in own.senses("a film about live captions")


def test_synonyms_join_a_line_of_the_table_and_even_two() -> None:
    joined = Terms((("picapleitos", "lawyer"), ("picapleitos", "notary")))
    assert joined.normal("Picapleitos") == joined.normal("abogacía") == joined.normal("notario")
    assert joined.normal("abogada") == TERMS.normal("abogada"), "its address stays"
    assert len(joined.trades) == len(TERMS.trades) - 1
    kept = joined.trade(joined.normal("notary"))
    assert kept is not None
    assert kept.called("en") == "lawyer"


def test_groups_of_the_users_that_share_a_word_are_one() -> None:
    own = Terms((("a1", "b1"), ("c1", "d1"), ("d1", "a1")))
    assert len({own.normal(way) for way in ("a1", "b1", "c1", "d1")}) == 1


@pytest.mark.parametrize("group", [(), ("",), ("🙂", "---"), ("y", "o"), ("solo",), ("🙂", "solo")])
def test_a_group_that_says_nothing_does_no_harm(group: tuple[str, ...]) -> None:
    own = Terms((group,))
    assert own.normal("abogada y notaria") == TERMS.normal("abogada y notaria")
    assert own.normal("solo") == "solo"


def test_terms_of_one_set_of_synonyms_are_made_once() -> None:
    assert terms_of(OWN) is terms_of(OWN)


def test_a_very_long_term_is_looked_through_only_as_far_as_the_longest_way_goes() -> None:
    long = " ".join(["abogada"] + [f"w{n}" for n in range(200)])
    assert normal("lawyer") in senses(long)

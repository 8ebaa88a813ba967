"""Topics: shared ones first, nobody twice, and none that has been talked about."""

from __future__ import annotations

from generator.coach.topics import Suggestion, same_topic, spent_topics, suggested
from tests.networks import Case, read_case


def case(text: str) -> Case:
    return read_case(f"day: 2026-11-23\n{text}")


def found(text: str) -> tuple[Suggestion, ...]:
    read = case(text)
    return suggested(read.network.events["fair"], read.network, read.day)


def test_what_you_both_care_about_comes_first_then_each_in_turn_then_your_own() -> None:
    suggestions = found("""
me: {name: Nuria, topics: [huertos y tomates de verdad, imprentas pequeñas, {text: una vieja, used: 2026-01-01}]}
contacts:
  ana: {name: Ana, topics: [su perra, 'la huerta: ¿hubo tomates?']}
  bo: {name: Bo, topics: [el piano]}
events: {fair: {title: Fair, date: 2026-11-26, expected: [ana, bo]}}
""")
    assert [(s.text, [c.id for c in s.people], s.mine) for s in suggestions] == [
        ("la huerta: ¿hubo tomates?", ["ana"], True), ("su perra", ["ana"], False), ("el piano", ["bo"], False),
        ("imprentas pequeñas", [], True),
    ]


def test_a_topic_of_two_people_is_suggested_once_with_both_names() -> None:
    suggestions = found("""
contacts:
  ana: {name: Ana, topics: [El coro]}
  bo: {name: Bo, topics: [el coro]}
events: {fair: {title: Fair, date: 2026-11-26, meet: [ana, bo]}}
""")
    assert [[c.id for c in s.people] for s in suggestions] == [["ana", "bo"]]


def test_what_is_on_the_list_is_not_suggested_even_in_other_words() -> None:
    suggestions = found("""
contacts:
  ana: {name: Ana, topics: [la asociada nueva del despacho, la Huerta de su padre]}
events: {fair: {title: Fair, date: 2026-11-26, expected: [ana], topics: [la asociada nueva, huerta de su padre]}}
""")
    assert suggestions == ()


PAST = """
contacts:
  ana: {{name: Ana, topics: [{}]}}
events:
  past: {{title: Past, date: 2026-10-01, status: {}, topics: [acequias y huerta], meet: [ana], review: {{met: [{}]}}}}
  fair: {{title: Fair, date: 2026-11-26, expected: [ana], topics: [Acequias y huerta, el coro]}}
"""


def test_a_topic_of_the_list_shows_with_whom_it_is_spent() -> None:
    def spent(topics: str, status: str, met: str) -> dict[str, list[tuple[str, str]]]:
        read = case(PAST.format(topics, status, met))
        topics_ = spent_topics(read.network.events["fair"], read.network, read.day)
        return {text: [(s.contact.id, str(s.when)) for s in those] for text, those in topics_.items()}

    there = {"Acequias y huerta": [("ana", "2026-10-01")]}
    assert spent("", "attended", "ana") == there
    assert spent("", "attended", "none") == {}
    assert spent("", "skipped", "ana") == {}
    assert spent("{text: el coro, used: 2026-05}", "attended", "ana") == {**there, "el coro": [("ana", "2026-05")]}
    assert spent("{text: el coro, used: 2027-05}", "attended", "none") == {}


def test_somebody_to_be_left_in_peace_brings_no_topics() -> None:
    assert found("""
contacts: {ana: {name: Ana, status: paused, topics: [el coro]}}
events: {fair: {title: Fair, date: 2026-11-26, expected: [ana]}}
""") == ()


def test_two_topics_are_one_where_one_says_all_of_the_other() -> None:
    assert same_topic("La huerta de su padre", "la huerta de su padre: ¿hubo tomates?")
    assert same_topic("Colegios", "colegio")
    assert not same_topic("libros", "libros de jardinería")
    assert not same_topic("la tienda de enero", "la tienda de mayo")

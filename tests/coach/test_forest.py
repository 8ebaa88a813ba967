"""The forest of who introduced whom: everybody once, the same in whatever order people are read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.coach.forest import Forest, forest_of
from generator.records.contact import Contact
from generator.records.network import Network
from generator.records.reading import NOBODY
from generator.records.record import ID_KEY
from tests.networks import read_case

OUTSIDERS = ("Pepe de la imprenta", "Rosa")


def network(links: dict[str, str | None]) -> Network:
    """People by id, each with who introduced them."""
    return Network(NOBODY, {who: Contact.model_validate(
        {ID_KEY: who, "name": who, **({"met": {"through": through}} if through else {})}
    ) for who, through in links.items()})


@st.composite
def links(draw: Callable[[Any], Any]) -> dict[str, str | None]:
    people = [f"p{n}" for n in range(draw(st.integers(0, 24)))]
    through = st.none() | st.sampled_from([*people, *OUTSIDERS])
    return {who: draw(through) for who in draw(st.permutations(people))}


def outline(forest: Forest) -> list[tuple[str, str | None, int]]:
    return [(b.key, b.through.key if b.through else None, b.size) for b in forest]


@given(links())
def test_everybody_with_an_introducer_stands_in_the_forest_once_and_everybody_else_is_your_own(
    found: dict[str, str | None]
) -> None:
    forest = forest_of(network(found))
    introduced = [b.key for b in forest if b.through]
    assert len(introduced) == len(set(introduced)) == forest.introduced
    assert sorted([*introduced, *(c.id for c in forest.own)]) == sorted(found)
    for branch in forest:
        assert branch.size == sum(1 + other.size for other in branch.opened)
        assert all(other.through is branch for other in branch.opened)
        if branch.through and branch.contact:
            written = found[branch.key] or ""
            assert branch.through.key in {written, f"name:{written.casefold()}"}


@given(links(), st.randoms())
def test_the_order_of_the_people_makes_no_difference(found: dict[str, str | None], random: Any) -> None:
    again = list(found.items())
    random.shuffle(again)
    assert outline(forest_of(network(found))) == outline(forest_of(network(dict(again))))


def test_of_people_written_as_introducing_each_other_the_one_met_first_begins() -> None:
    case = read_case("""
day: 2026-11-23
contacts:
  ana: {name: Ana, met: {date: 2026-03-01, through: cira}}
  bruno: {name: Bruno, met: {date: 2025-03-01, through: ana}}
  cira: {name: Cira, met: {date: 2026-05-01, through: bruno}}
  dora: {name: Dora, met: {through: dora}}
""")
    forest = forest_of(case.network)
    assert outline(forest) == [("bruno", None, 2), ("cira", "bruno", 1), ("ana", "cira", 0)]
    assert [c.id for c in forest.own] == ["bruno", "dora"]


def test_somebody_who_is_not_among_your_people_is_one_however_their_name_is_spaced_or_capitalized() -> None:
    forest = forest_of(network({"a": "Rosa  Luque", "b": "rosa luque", "c": "Rosa Luque"}))
    assert [(t.name, t.size, t.contact) for t in forest.trees] == [("Rosa Luque", 3, None)]


def calls(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls: what it costs, without a clock."""
    count = 0

    def seen(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("through", [
    pytest.param(lambda n: f"p{n // 5}" if n else None, id="a tree"),
    pytest.param(lambda n: f"p{n - 1}" if n else None, id="one long chain"),
    pytest.param(lambda n: "p0" if n else None, id="all by one"),
    pytest.param(lambda n: f"p{(n + 1) % 500}", id="a ring"),
])
def test_four_times_the_people_cost_four_times_as_much(through: Callable[[int], str | None]) -> None:
    small, large = (network({f"p{n}": through(n) for n in range(size)}) for size in (500, 2000))
    once, more = calls(lambda: list(forest_of(small))), calls(lambda: list(forest_of(large)))
    assert once > 500
    assert more < 4.6 * once

"""The page of the whole network: its drawings, and the table that says the same in full."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.coach.forest import forest_of
from generator.edition.edition import make_pages
from generator.pages.family import DRAWN, INDENT, LETTER, RADIUS, ROW, WIDTH, family, fitting
from generator.records.reading import Reading
from tests.coach.test_forest import calls, links, network
from tests.editions import ground, ground_of_case
from tests.markup import elements, name_of, parsed, text_of

PEOPLE = """\
day: 2026-11-23
contacts:
  ana: {name: Ana Ruiz, met: {through: marta}, log: [{date: 2026-05-03, kind: call}]}
  bea: {name: Bea Gil, met: {through: marta, date: 2026-02}}
  carla: {name: Carla Sanz, met: {through: ana}}
  dario: {name: Darío Vega, met: {event: feria}}
  elena: {name: Elena Mas, met: {through: Pepe de la imprenta}}
  marta: {name: Marta Iglesias, introductions: [{to: dario, sent: 2026-06-01, outcome: {text: montaron un taller}}]}
events:
  feria: {title: La feria, date: 2026-04-02}
"""


def page(text: str, language: str = "en") -> str:
    return make_pages(ground_of_case(text), language)["network/"].body


@given(links())
def test_no_two_spots_of_a_drawing_touch_and_none_leaves_it(found: dict[str, str | None]) -> None:
    for tree in forest_of(network(found)).trees:
        drawn = family(tree)
        assert 2 <= len(drawn.spots) <= DRAWN
        assert [spot.y for spot in drawn.spots] == [n * ROW + ROW // 2 for n in range(len(drawn.spots))]
        assert drawn.height == len(drawn.spots) * ROW
        assert all(2 * RADIUS < INDENT <= spot.x and spot.x + RADIUS < WIDTH for spot in drawn.spots)
        assert len({spot.branch.key for spot in drawn.spots}) == len(drawn.spots)


@given(links())
def test_everybody_behind_the_first_one_is_drawn_or_counted(found: dict[str, str | None]) -> None:
    for tree in forest_of(network(found)).trees:
        spots = family(tree).spots
        assert len(spots) - 1 + sum(spot.behind for spot in spots) == tree.size
        for spot in spots[1:]:
            assert spot.branch.through in [s.branch for s in spots]


def test_a_drawing_of_a_huge_family_costs_as_much_as_that_of_a_big_one() -> None:
    big, huge = (forest_of(network({f"p{n}": f"p{n // 9}" if n else None for n in range(size)})).trees[0]
                 for size in (100, 3000))
    assert calls(lambda: family(huge)) < 1.2 * calls(lambda: family(big))


@given(st.text(min_size=1, max_size=60), st.integers(0, 5))
def test_a_name_too_long_for_its_row_is_cut_and_read_in_full(name: str, behind: int) -> None:
    label = fitting(name, 100, behind)
    assert label == name or label.endswith("…")
    assert len(label) * LETTER <= WIDTH


def test_the_table_has_everybody_whom_somebody_introduced() -> None:
    table = next(e for e in elements(parsed(page(PEOPLE))) if name_of(e) == "table")
    rows = [[text_of(cell) for cell in row] for row in elements(table) if name_of(row) == "tr"][1:]
    assert rows == [
        ["Ana Ruiz", "Marta Iglesias", "·", "1 person"], ["Carla Sanz", "Ana Ruiz", "·", "·"],
        ["Bea Gil", "Marta Iglesias", "February 2026", "·"], ["Elena Mas", "Pepe de la imprenta", "·", "·"],
    ]


def test_the_drawing_is_told_in_words_and_leads_to_its_people() -> None:
    tree = parsed(page(PEOPLE))
    told = [text_of(e) for e in elements(tree) if name_of(e) == "desc"]
    assert told == ["Marta Iglesias introduced Ana Ruiz and Bea Gil to you. Ana Ruiz introduced Carla Sanz to you.",
                    "Pepe de la imprenta introduced Elena Mas to you."]
    drawing = next(e for e in elements(tree) if e.get("class") == "tt-net")
    links = [e.get("href") for e in elements(drawing) if name_of(e) == "a"]
    assert links == [f"../people/{who}/" for who in ("marta", "ana", "carla", "bea")]


def test_it_says_who_opened_most_doors_and_what_came_that_way() -> None:
    said = text_of(parsed(page(PEOPLE)))
    assert "Marta Iglesias has opened you three doors." in said
    assert "3 of your 6 people came to you that way." in said
    assert "One circle hangs on a single person: Marta Iglesias." in said
    assert "You last talked on 3 May." in said
    assert "Not among your people so far." in said
    assert "Marta Iglesias and Darío Vega 1 June" in said
    assert "montaron un taller" in said
    assert re.search(r"La feria 1\s*Darío Vega", said)


def test_a_name_that_has_to_be_cut_is_read_in_full() -> None:
    long = "Maximiliana Fernández-Villaverde y Gutiérrez"
    case = f"""\
day: 2026-11-23
contacts:
  a: {{name: {{full: {long}, preferred: {long}}}}}
  b: {{name: Bo, met: {{through: a}}}}
"""
    links = [e for e in elements(parsed(page(case))) if name_of(e) == "a" and e.get("aria-label")]
    assert [e.get("aria-label", "")[:20] for e in links] == [long[:20]]
    assert text_of(links[0]).endswith("…")


def test_nothing_of_it_is_shown_to_others(reading: Reading) -> None:
    for audience in ("public", "shared"):
        found = make_pages(ground(reading, audience), "es")
        assert "network/" not in found
        assert not any("network/" in body.body for body in found.values())

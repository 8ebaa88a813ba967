"""The page of give and take with everybody: what happened, what is open, and no balance."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from generator.edition.edition import make_pages
from tests.editions import ground_of_case
from tests.markup import elements, name_of, parsed, text_of

CASE = """\
day: 2026-11-23
contacts:
  ana:
    name: Ana
    favours:
      - {date: 2026-11-02, by: them, what: leyó el pliego, effort: 5}
      - {date: 2026-03-04, by: me, what: corregí su web}
      - {date: 2025-11-20, by: me, what: hace demasiado}
  bruno:
    name: Bruno
    favours: [{date: 2026-09, by: me, what: el contacto, effort: 2}, {date: 2026-08-01, by: them, what: la sala}]
    introductions: [{to: ana, sent: 2026-10-01}]
    promises: [{what: la lista, by: me, due: 2026-11-20}]
  cira: {name: Cira, favours: [{date: 2026-12-01, by: them, what: aún no}]}
"""


def said(text: str, part: str = "") -> str:
    found = parsed(make_pages(ground_of_case(text), "en")["give-and-take/"].body)
    return text_of(next(e for e in elements(found) if e.get("aria-labelledby") == part) if part else found)


def test_it_tells_the_year_and_who_did_the_latest_thing() -> None:
    assert "In a year you lent a hand 3 times, and were lent one twice." in said(CASE)
    assert re.search(r"Ana\s*leyó el pliego, 2 November", said(CASE, "theirs"))
    assert re.search(r"Bruno\s*introduction to Ana, 1 October", said(CASE, "mine"))
    assert "Cira" not in said(CASE)
    assert "hace demasiado" not in said(CASE)


def test_what_is_open_leads_to_where_it_is_prepared() -> None:
    assert "Thank Ana" in said(CASE, "open")
    assert "la lista" in said(CASE, "open")
    found = parsed(make_pages(ground_of_case(CASE), "en")["give-and-take/"].body)
    links = [e.get("href", "") for e in elements(found) if e.get("class") == "tt-row"]
    assert links
    assert all(link.startswith("../follow-ups/#") for link in links)


def test_the_table_says_what_the_drawing_shows() -> None:
    found = parsed(make_pages(ground_of_case(CASE), "en")["give-and-take/"].body)
    rows = [[text_of(cell) for cell in row] for row in elements(found) if name_of(row) == "tr"]
    assert rows[0] == ["Month", "From you", "From others"]
    assert len(rows) == 13
    assert [row for row in rows[1:] if row[1:] != ["0", "0"]] == [
        ["Mar 2026", "1", "0"], ["Aug 2026", "0", "1"], ["Sept 2026", "1", "0"], ["Oct 2026", "1", "0"],
        ["Nov 2026", "0", "1"],
    ]
    desc = next(text_of(e) for e in elements(found) if e.get("id") == "months-d")
    assert desc.startswith("Month by month, from you: 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1 and 0. From others:")


@pytest.mark.parametrize(("favour", "sentence"), [
    ("", "No favours noted in the last twelve months."),
    ("{date: 2026-11-02, by: me, what: x}", "In a year you lent a hand once."),
    ("{date: 2026-11-02, by: them, what: x, thanks: {date: 2026-11-03}}", "In a year you were lent a hand once."),
])
def test_little_reads_as_well_as_much(favour: str, sentence: str) -> None:
    text = f"day: 2026-11-23\ncontacts:\n  ana: {{name: Ana, favours: [{favour}]}}\n"
    assert sentence in said(text)
    assert "Nothing: every thank-you is said and every promise kept." in said(text)


def test_with_many_people_the_last_ones_are_drawn_and_the_others_follow_by_name() -> None:
    people = "\n".join(f"  p{n}: {{name: P{n}, favours: [{{date: 2026-01-{n:02}, by: me, what: x}}]}}"
                       for n in range(1, 21))
    found = parsed(make_pages(ground_of_case(f"day: 2026-11-23\ncontacts:\n{people}\n"), "en")["give-and-take/"].body)
    drawn = [text_of(e) for e in elements(found) if e.tag == "b"]
    assert drawn == [f"P{n}" for n in range(20, 8, -1)]
    rest = next(text_of(e) for e in elements(found) if e.tag == "details" and "8 more people" in text_of(e))
    assert all(f"P{n}" in rest for n in range(1, 9))


def test_the_words_of_the_drawing_keep_clear_of_the_longest_bars() -> None:
    favours = ", ".join(f"{{date: 2025-12-{n:02}, by: {who}, what: x}}" for n in range(1, 31) for who in ("me", "them"))
    text = f"day: 2026-11-23\ncontacts:\n  ana: {{name: Ana, favours: [{favours}]}}\n"
    found = parsed(make_pages(ground_of_case(text), "en")["give-and-take/"].body)
    drawing = next(e for e in elements(found) if e.get("class") == "tt-months")
    at = sorted((float(e.get("y", "")), text_of(e)) for e in elements(drawing) if name_of(e) == "text")
    assert [said for _, said in at][:4] == ["From you", "30", "30", "From others"]
    assert all(below - above >= 12 for (above, _), (below, _) in pairwise(at[:5]))

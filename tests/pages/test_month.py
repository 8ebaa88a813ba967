"""The calendar: which months have a page, how their weeks begin, and where an event of several days stands."""

from __future__ import annotations

import re

import pytest

from generator.edition.edition import make_pages
from generator.pages.page import Page
from generator.records.record import Audience
from tests.editions import ground_of_case
from tests.markup import elements, name_of, parsed, text_of

EVENTS = """
day: 2026-11-23
me: {name: Nuria, region: REGION}
events:
  old: {title: Congreso, date: 2025-01-31, end: 2025-02-02, status: attended}
  fair: {title: Feria, date: 2026-11-27 9:30, end: 2026-12-01, kind: conference, share: public}
  off: {title: Boda, date: 2026-11-23, status: cancelled}
  some: {title: Cena, date: 2026-12}
  year: {title: Viaje, date: 2026}
  endless: {title: Curso, date: 2027-01-04, end: 2099-12-31}
"""


def made(region: str = "ES-MD", audience: Audience = "private", language: str = "es") -> dict[str, Page]:
    pages = make_pages(ground_of_case(EVENTS.replace("REGION", region), audience), language)
    return {a: page for a, page in pages.items() if a.startswith("calendar/")}


def table(page: Page) -> list[list[str]]:
    """The table of a page, row by row, without its caption."""
    rows = [e for e in elements(parsed(page.body)) if name_of(e) == "tr"]
    return [[text_of(cell) for cell in row] for row in rows]


def test_every_month_that_an_event_touches_has_a_page_and_this_one_has_one_anyway() -> None:
    """And one that never ends is told by its first days."""
    assert set(made()) == {
        "calendar/", "calendar/2025-01/", "calendar/2025-02/", "calendar/2026-11/", "calendar/2026-12/",
        "calendar/2027-01/", "calendar/2027-02/",
    }


def test_a_month_is_a_table_with_its_name_and_its_weekdays() -> None:
    page = made()["calendar/"]
    assert "<caption>Noviembre de 2026</caption>" in page.body
    assert table(page) == [
        ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
        ["", "", "", "", "", "", "1"],
        ["2", "3", "4", "5", "6", "7", "8"],
        ["9", "10", "11", "12", "13", "14", "15"],
        ["16", "17", "18", "19", "20", "21", "22"],
        ["23Boda", "24", "25", "26", "27Feria", "28sigue: Feria", "29sigue: Feria"],
        ["30sigue: Feria", "", "", "", "", "", ""],
    ]
    assert page.body.count('aria-current="date"') == 1
    assert '<td class="is-today" aria-current="date"><time datetime="2026-11-23">' in page.body
    assert 'aria-current="date"' not in made()["calendar/2026-12/"].body


@pytest.mark.parametrize(("region", "first"), [("ES-MD", "Mon"), ("US-CA", "Sun"), ("EG", "Sat"), ("GB", "Mon")])
def test_the_week_begins_as_it_does_where_you_live(region: str, first: str) -> None:
    heads = table(made(region, language="en")["calendar/"])[0]
    assert heads[0] == first
    assert len(heads) == 7
    days = [text for row in table(made(region)["calendar/2026-12/"])[1:] for text in row if text]
    assert [int(re.match(r"\d+", text)[0]) for text in days] == list(range(1, 32))  # type: ignore[index]


def test_months_lead_to_the_next_ones_that_have_events() -> None:
    pages = made()
    turns = {a: re.findall(r'rel="(\w+)" href="[./]*(calendar/[^"]*)"', page.body) for a, page in pages.items()}
    assert turns["calendar/2025-01/"] == [("next", "calendar/2025-02/")]
    assert turns["calendar/2026-11/"] == [("prev", "calendar/2025-02/"), ("next", "calendar/2026-12/")]
    assert turns["calendar/"] == turns["calendar/2026-11/"]
    assert turns["calendar/2027-02/"] == [("prev", "calendar/2027-01/")]
    assert pages["calendar/2025-01/"].title == "Calendario: enero de 2025"


def test_an_event_without_its_day_stands_in_the_words_of_its_month_only() -> None:
    page = made()["calendar/2026-12/"]
    assert "Cena" in page.body
    assert not any("Cena" in cell for row in table(page) for cell in row)


@pytest.mark.parametrize("audience", ["shared", "public"])
def test_others_see_the_months_of_what_is_shared_and_no_review(audience: Audience) -> None:
    pages = made(audience=audience)
    assert set(pages) == {"calendar/", "calendar/2026-11/", "calendar/2026-12/"}
    assert not any(word in page.body for page in pages.values() for word in ("Boda", "Curso", "cuenta cómo fue"))

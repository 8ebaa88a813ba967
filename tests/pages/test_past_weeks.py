"""Pages of past weeks: which weeks have one, what they are called at the turn of the year, and what they tell."""

from __future__ import annotations

import re

import pytest

from generator.edition.edition import make_pages
from generator.pages.page import Page
from generator.records.record import Audience
from tests.editions import ground_of_case
from tests.markup import elements, name_of, parsed, text_of

YEAR_ENDS = """
day: 2027-01-13
contacts:
  ana:
    name: Ana Ruiz
    log:
    - {date: 2026-12-27, kind: call}
    - {date: 2026-12-28, kind: coffee}
    - {date: 2027-01-03, kind: call}
    - {date: 2027-01-04, kind: call}
    - {date: 2027-01-12, kind: call}
    - {date: 2026-12, kind: call}
"""


def weeks(text: str, audience: Audience = "private", language: str = "es") -> dict[str, Page]:
    pages = make_pages(ground_of_case(text, audience), language)
    return {a: page for a, page in pages.items() if a.startswith("week/")}


def lines(page: Page) -> dict[str, str]:
    """What stands on a page, line by line of its tally."""
    found = [e for e in elements(parsed(page.body)) if name_of(e) in {"dt", "dd"}]
    return {text_of(dt): re.sub(r"\s+", " ", text_of(dd)) for dt, dd in zip(found[::2], found[1::2], strict=True)}


def test_weeks_go_by_the_iso_year() -> None:
    """2026 has 53 of them; the first days of 2027 are still in its last one."""
    found = weeks(YEAR_ENDS)
    assert set(found) == {"week/", "week/2026-W52/", "week/2026-W53/", "week/2027-W01/"}
    assert found["week/2026-W53/"].title == "Semana 53, del 28 de diciembre de 2026 al 3 de enero"
    assert lines(found["week/2026-W53/"]) == {
        "Conversaciones": "2 Ana Ruiz (café, lunes); Ana Ruiz (llamada, domingo)."}
    assert lines(found["week/2027-W01/"]) == {"Conversaciones": "1 Ana Ruiz (llamada, lunes)."}


def test_each_week_leads_to_the_ones_beside_it() -> None:
    found = weeks(YEAR_ENDS)
    turns = {a: re.findall(r'rel="(\w+)" href="([^"]*)"', page.body) for a, page in found.items()}
    assert turns == {
        "week/": [("prev", "../week/2026-W53/")],
        "week/2026-W52/": [("next", "../../week/2026-W53/")],
        "week/2026-W53/": [("prev", "../../week/2026-W52/"), ("next", "../../week/2027-W01/")],
        "week/2027-W01/": [("prev", "../../week/2026-W53/")],
    }
    listed = re.findall(r'class="tt-row" href="\.\./(week/[^"]*)"', found["week/"].body)
    assert listed == ["week/2027-W01/", "week/2026-W53/", "week/2026-W52/"]


def test_no_more_weeks_than_are_asked_for() -> None:
    assert set(weeks(YEAR_ENDS + "coach: {numbers: {past_weeks: 2}}")) == {"week/", "week/2026-W53/", "week/2027-W01/"}
    assert set(weeks(YEAR_ENDS + "coach: {numbers: {past_weeks: 0}}")) == {"week/"}


FULL = """
day: 2026-11-23
contacts:
  ana:
    name: Ana Ruiz
    met: {date: 2026-11-11, event: feria}
    log: [{date: 2026-11-11, kind: event, event: feria}, {date: 2026-11-12, kind: email, counts: false}]
    promises:
    - {what: el catálogo., by: me, made: 2026-11-11, due: 2026-12-01}
    - {what: una llamada, by: me, made: 2026-11-02, done: 2026-11-13}
    - {what: su tarifa, by: them, made: 2026-11-11}
    favours:
    - {date: 2026-11-12, by: them, what: me presentó a Bo}
    - {date: 2026-11-12, by: me, what: leí su contrato}
events:
  feria: {title: Feria del papel, date: 2026-11-11, status: attended, review: {lesson: x}}
  charla: {title: Charla, date: 2026-11-12}
  nada: {title: Boda, date: 2026-11-12, status: skipped}
  otra: {title: Otra, date: 2026-11-12, rsvp: {state: no}}
"""


def test_a_week_tells_what_it_brought_and_nothing_of_what_was_still_to_come() -> None:
    found = weeks(FULL)
    assert lines(found["week/2026-W46/"]) == {
        "Personas nuevas": "1 Ana Ruiz (Feria del papel).",
        "Dónde estuviste": "2 Feria del papel; Charla (sin repaso).",
        "Conversaciones": "1 Ana Ruiz (evento, miércoles).",
        "Promesas cumplidas": "1 Ana Ruiz: una llamada.",
        "Lo que prometiste": "1 Ana Ruiz: el catálogo (aún pendiente).",
        "Quién te echó una mano": "1 Ana Ruiz: me presentó a Bo (faltan las gracias).",
        "A quién se la echaste tú": "1 Ana Ruiz: leí su contrato.",
    }
    assert lines(found["week/2026-W45/"]) == {"Lo que prometiste": "1 Ana Ruiz: una llamada."}
    assert not re.search("dentro de|Próxim|El próximo", found["week/2026-W46/"].body)


@pytest.mark.parametrize("audience", ["shared", "public"])
def test_weeks_are_their_owners(audience: Audience) -> None:
    assert set(weeks(FULL, audience)) == {"week/"}
    shared = "day: 2026-11-23\nevents:\n  fair: {title: Fair, date: 2026-11-12, share: public}\n"
    assert set(weeks(shared)) == {"week/", "week/2026-W46/"}
    assert set(weeks(shared, audience)) == {"week/"}

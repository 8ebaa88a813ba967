"""What came of an event stands on its page: what was promised on its days, and who helped whom."""

from __future__ import annotations

from generator.edition.edition import make_pages
from tests.editions import ground_of_case
from tests.markup import elements, parsed, text_of

CASE = """
day: 2026-11-23
contacts:
  ana:
    name: Ana Ruiz
    promises:
    - {what: el catálogo., by: me, made: 2026-11-11, due: 2026-12-01}
    - {what: una llamada, by: me, made: 2026-11-12, done: 2026-11-13}
    - {what: su tarifa, by: them, made: 2026-11-11}
    - {what: otra cosa, by: me, made: 2026-11-10}
    favours:
    - {date: 2026-11-12, by: them, what: me presentó a Bo}
    - {date: 2026-11-13, by: me, what: leí su contrato}
  bo: {name: Bo Gil, promises: [{what: nada, by: me, made: 2026-11-11}]}
events:
  feria: {title: Feria, date: 2026-11-11, end: 2026-11-12, kind: conference, status: attended, review: {met: [ana]}}
"""


def test_only_what_passed_on_its_days_with_those_you_met() -> None:
    page = parsed(make_pages(ground_of_case(CASE), "es")["events/feria/"].body)
    section = next(e for e in elements(page) if e.get("id") == "born")
    assert [text_of(e) for e in elements(section) if e.tag.endswith("li")] == [
        "Prometiste a Ana Ruiz: el catálogo (para el 1 de diciembre).",
        "Prometiste a Ana Ruiz: una llamada (cumplida: 13 de noviembre).",
        "Ana Ruiz te prometió: su tarifa (aún pendiente).",
        "Ana Ruiz te echó una mano: me presentó a Bo.",
    ]


def test_nothing_of_it_is_told_to_others() -> None:
    shared = CASE.replace("status: attended,", "status: attended, share: public,")
    assert "catálogo" not in make_pages(ground_of_case(shared, "public"), "es")["events/feria/"].body

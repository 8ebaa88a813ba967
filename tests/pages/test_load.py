"""What the pages say of a week that is too full, of somebody who rests, and of yourself."""

from __future__ import annotations

import pytest

from generator.edition.edition import make_pages
from tests.editions import ground_of_case
from tests.markup import elements, parsed, text_of

FULL = """\
day: 2026-11-23
me: {name: Nuria, region: ES-MD, goals: {touches_per_week: LIMIT}}
contacts:
  ana: {name: Ana, promises: [{what: la lista, by: me, due: 2026-11-25}]}
  bo: {name: Bo, every: 30 days, log: [{date: 2026-10-01, kind: call}]}
  cy: {name: Cy, every: 60 days, log: [{date: 2026-09-20, kind: call}]}
  di: {name: Di, every: 90 days, log: [{date: 2026-08-21, kind: call}], next: {purpose: catch_up}}
  eva: {name: Eva, every: 30 days, log: [{date: 2026-11-02, kind: call}]}
"""
RESTS = """\
day: 2026-11-23
contacts:
  ana:
    name: Ana Ruiz
    met: {where: una feria}
    closeness: inner
    log:
      - {date: 2026-07-01, kind: email, reply: no}
      - {date: 2026-08-01, kind: email, reply: no}
      - {date: 2026-09-20, kind: email, reply: no}
"""
POST = """\
day: 2026-11-23
contacts: {ana: {name: Ana}}
me:
  name: Nuria
  pitches: [{id: larga, language: es, seconds: 5, text: a b c d e f g h i j k l m n}]
posts: [{title: Tres obstáculos, date: 2026-11-23 10:00}]
"""


def body(text: str, address: str, language: str = "es") -> str:
    return make_pages(ground_of_case(text), language)[address].body


def spread_on(text: str, address: str) -> str:
    found = [e for e in elements(parsed(body(text, address))) if e.get("id") == "spread"]
    return text_of(found[0]) if found else ""


@pytest.mark.parametrize("address", ["follow-ups/", "week/"])
def test_everybody_of_a_full_week_is_named_with_the_line_that_moves_them(address: str) -> None:
    said = spread_on(FULL.replace("LIMIT", "2"), address)
    for name in ("Ana", "Bo", "Cy", "Di", "Eva"):
        assert name in said, name
    assert "Lo prometido" in said
    assert "En data/case.yml: next: {date: 2026-11-30}" in said
    # Di has a next step already; the 7th and 8th of December are holidays in Madrid.
    assert "En data/case.yml, la fecha del próximo paso: date: 2026-12-09" in said


@pytest.mark.parametrize("limit", ["4", "9"])
def test_a_week_that_fits_has_no_proposal(limit: str) -> None:
    text = FULL.replace("LIMIT", limit)
    assert not spread_on(text, "follow-ups/")
    assert f"4 personas esta semana; tu tope es {limit}." in body(text, "week/")


def test_a_week_in_which_nobody_can_wait_says_so() -> None:
    promises = FULL.replace("LIMIT", "1").replace("log:", "promises: [{what: x, by: me, due: 2026-11-24}], log:")
    assert not spread_on(promises, "week/")
    assert "Empieza por quienes esperan algo." in body(promises, "week/")


def test_a_rest_says_from_when_and_what_is_silent_meanwhile() -> None:
    page = body(RESTS, "follow-ups/")
    assert "no antes del <b>sáb 19 dic</b>" in page
    assert "pregunta el" not in page
    assert "Mientras dura el descanso, calla:" in page
    assert "not before <b>Sat 19 Dec</b>" in body(RESTS, "follow-ups/", "en")
    assert "En descanso hasta el 19 de diciembre." in body(RESTS, "people/ana/")


def test_a_post_to_go_through_is_a_follow_up_and_a_long_pitch_is_about_you() -> None:
    assert "Pasa la lista antes de publicar «Tres obstáculos»" in body(POST, "follow-ups/")
    today = body(POST, "")
    assert "Pasa la lista antes de publicar «Tres obstáculos»" in today
    assert '<a href="./week/#about-you">Acorta tu presentación «larga»</a>' in today
    week = parsed(body(POST, "week/"))
    about = next(text_of(e) for e in elements(week) if e.get("aria-labelledby") == "about-you")
    assert "Acorta tu presentación «larga»" in about
    assert "long-pitch" in about
    assert "Tres obstáculos" not in about


def test_with_nothing_to_say_about_you_there_is_no_such_section() -> None:
    text = "day: 2026-11-23\ncontacts: {ana: {name: Ana}}\n"
    assert "about-you" not in body(text, "week/")
    assert "about-you" not in body(text, "")


def test_a_list_that_nobody_gets_to_the_end_of_says_with_how_many_to_begin() -> None:
    promises = ", ".join(f"{{what: x{n}, by: me, due: 2026-11-20}}" for n in range(6))
    case = ("day: 2026-11-23\nme: {name: Nuria, goals: {touches_per_week: LIMIT}}\n"
            f"contacts:\n  ana: {{name: Ana, promises: [{promises}]}}")
    said = ["Nadie se pone al día de golpe" in body(case.replace("LIMIT", n), "follow-ups/") for n in ("1", "2")]
    assert said == [True, False]

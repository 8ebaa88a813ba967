"""Looking for people: by letter, by rhythm and by tag, on one page or, from three hundred people on, on many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from generator.edition.edition import make_pages
from generator.pages.page import Page
from generator.records.record import Audience
from tests.editions import ground_of_case
from tests.markup import elements, name_of, parsed, text_of

MANY = 700
WEIGHT = 120_000
SURNAMES = ("Abad", "Benito", "Cano", "Díaz", "García", "García", "García", "García", "Muñoz", "Núñez", "Ñíguez")


def made(text: str, audience: Audience = "private", language: str = "es") -> dict[str, Page]:
    return dict(make_pages(ground_of_case(text, audience), language))


def many() -> str:
    """Seven hundred people, four in eleven of them called García, most of them in one circle and under one tag."""
    lines = ["day: 2026-11-23", "contacts:"]
    for n in range(MANY):
        close, tag = ("inner", "coro") if n < 3 else ("wider", "feria")
        lines += [
            f"  p{n}:", f"    name: Persona {SURNAMES[n % len(SURNAMES)]} {n:03}", f"    closeness: {close}",
            f"    tags: [{tag}]", "    log:", f"    - {{date: 2026-0{n % 9 + 1}-05, kind: call}}",
        ]
    return "\n".join(lines)


def rows(page: Page) -> list[str]:
    """Whose rows are on a page, in their order."""
    return [
        e.get("href", "").split("people/")[1].strip("/") for e in elements(parsed(page.body))
        if e.get("class") == "tt-row"
    ]


@pytest.fixture(scope="module")
def crowd() -> dict[str, Page]:
    return made(many())


@pytest.mark.parametrize(("index", "folder"), [("people/", "letters/"), ("circles/", "circles/"), ("tags/", "tags/")])
def test_a_crowd_is_spread_over_pages_and_nobody_is_lost(crowd: dict[str, Page], index: str, folder: str) -> None:
    parts = {a: p for a, p in crowd.items() if a.startswith(folder) and a != index}
    assert not rows(crowd[index])
    listed = Counter(who for page in parts.values() for who in rows(page))
    named = re.findall(r'people/(p\d+)/"><bdi>', crowd[index].body)
    assert listed + Counter(named) == Counter(f"p{n}" for n in range(MANY))
    assert max(len(rows(page)) for page in parts.values()) == 200
    assert max(len(page.body) for page in (crowd[index], *parts.values())) < WEIGHT


def test_the_pages_of_one_letter_lead_to_each_other(crowd: dict[str, Page]) -> None:
    first, second = crowd["letters/g/"], crowd["letters/g/2/"]
    assert 'rel="next" href="../../letters/g/2/"' in first.body
    assert 'rel="prev"' not in first.body
    assert 'rel="prev" href="../../../letters/g/"' in second.body
    assert 'rel="next"' not in second.body
    assert (first.title, second.title) == ("Personas: G, página 1 de 2", "Personas: G, página 2 de 2")


def test_a_group_of_a_few_is_named_in_its_line(crowd: dict[str, Page]) -> None:
    assert "circles/inner/" not in crowd
    assert 'id="circle-inner"' in crowd["circles/"].body
    assert 'href="../../circles/#circle-inner"' in crowd["circles/wider/"].body


LETTERS = """
day: 2026-11-23
contacts:
  a: {name: Blas Ñíguez}
  b: {name: Íñigo Oca}
  c: {name: Ana Nuñez}
  d: {name: Ana Núñez Zarza}
  e: {name: Nadia}
  f: {name: Óscar de la Ñora}
  g: {name: 林小蘭}
"""


@pytest.mark.parametrize(("language", "order"), [("es", "e c d a f b g"), ("en", "e a f c d b g")])
def test_people_stand_where_the_alphabet_has_them(language: str, order: str) -> None:
    """Ñ is a letter after N in Spanish and an N with a mark in English; accents count nothing; no surname, the name."""
    assert " ".join(rows(made(LETTERS, language=language)["people/"])) == order


RHYTHMS = """
day: 2026-11-23
contacts:
  late: {name: Ana Tarde, closeness: inner, log: [{date: 2026-10-01, kind: call}]}
  soon: {name: Bo Pronto, closeness: inner, log: [{date: 2026-11-03, kind: call}]}
  own: {name: Carla Suya, closeness: close, every: 3 weeks, log: [{date: 2026-11-16, kind: call}]}
  free: {name: Dora Libre, closeness: dormant}
  paused: {name: Elsa Pausa, closeness: inner, status: paused, until: 2027-01-15, log: [{date: 2026-01-01, kind: call}]}
  gone: {name: Félix Ido, closeness: inner, status: deceased, log: [{date: 2026-01-01, kind: call}]}
  quiet:
    name: Gala Quieta
    closeness: inner
    log: [{date: 2026-01-01, kind: call}]
    ignore: [{rule: gone-quiet, until: 2026-12-31, reason: viaja}]
  never: {name: Hugo Nunca, closeness: close}
  plain: {name: Ida Llana}
"""


def said(page: Page) -> Iterator[tuple[str, str]]:
    """Each person of a page with what stands beside the name."""
    for element in elements(parsed(page.body)):
        if element.get("class") == "tt-row":
            name = next(text_of(e) for e in elements(element) if name_of(e) == "strong")
            yield name, text_of(element).partition(name)[2].strip()


def test_everybody_stands_in_their_circle_with_their_day() -> None:
    """On a working day of Madrid's: 2 November, 7 and 8 December are holidays."""
    pages = made(RHYTHMS)
    assert dict(said(pages["circles/"])) == {
        "Ana Tarde": "desde el mar 3 nov", "Bo Pronto": "jue 3 dic",
        "Elsa Pausa": "en pausa hasta el 15 de enero de 2027", "Félix Ido": "en el recuerdo",
        "Gala Quieta": "sin avisos", "Carla Suya": "cada 21 díasmié 9 dic",
        "Hugo Nunca": "aún sin fecha desde la que contar", "Dora Libre": "", "Ida Llana": "",
    }
    assert rows(pages["circles/"])[:2] == ["late", "soon"]
    assert "Toca saludar a una persona. El próximo saludo, el jueves 3 de diciembre." in pages["circles/"].body


def test_the_day_is_the_one_on_the_list_of_follow_ups() -> None:
    edition = ground_of_case(RHYTHMS)
    found = {a.finding.subject.id: a.finding.due for a in (*edition.coaching.open, *edition.coaching.planned)
             if a.rule == "gone-quiet" and a.finding.subject}
    page = make_pages(edition, "es")["circles/"].body
    assert set(found) == {"late", "soon", "own"}
    assert all(f'people/{who}/' in page and f'datetime="{due}"' in page for who, due in found.items())


TAGS = """
day: 2026-11-23
contacts:
  a: {name: Ana Ruiz, tags: [Diseño, coro], share: shared}
  b: {name: Bo Gil, tags: [diseno, Coro, c++]}
  c: {name: Carla Mas, tags: [c]}
  d: {name: Dora Sanz, tags: [書, coro], share: public}
"""


def test_a_tag_is_one_however_it_is_written_and_has_an_address_of_its_own() -> None:
    """But ñ and n are two letters."""
    page = made(TAGS)["tags/"]
    heads = [(e.get("id"), text_of(e)) for e in elements(parsed(page.body)) if name_of(e) == "h2"]
    assert heads == [
        ("tag-c", "c 1"), ("tag-c-2", "c++ 1"), ("tag-coro", "coro 3"), ("tag-diseno", "diseno 1"),
        ("tag-diseno-2", "Diseño 1"), ("tag-tag", "書 1"), ("h-add", "Ponle una etiqueta a alguien"),
    ]


def test_others_see_no_tag_and_no_count_of_what_is_not_shared() -> None:
    shared, public = made(TAGS, "shared"), made(TAGS, "public")
    assert "tags/" not in public
    assert "circles/" not in shared.keys() | public.keys()
    assert "tags/" not in public["people/"].body
    heads = [text_of(e) for e in elements(parsed(shared["tags/"].body)) if name_of(e) == "h2"]
    assert heads == ["coro 2", "Diseño 1", "書 1"]
    assert "etiquetas" not in shared["tags/"].body

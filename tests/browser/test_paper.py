"""On paper a prep sheet is one A4 page or both sides of an A5, with four people and five topics."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import printed_pages
from tests.browser.sites import Served, build, serve
from tests.browser.tab import Watched
from tests.editions import lay_out

CROWD = 9
"""More people than anybody remembers the names of."""

PEOPLE = ("Ana Ruiz Ortega", "Bo Gil", "Carmen Vidal Soto", "Dele Akintola")
CONTACT = """  {id}:
    name: {name}
    language: es
    register: tu
    org: Cooperativa de Consumo Hilo {id}
    role: directora de producto y de tienda
    closeness: active
    needs: [{need}]
    offers: [{offer}]
    topics: ['las obras del local de la calle Mayor, que empiezan en enero']
    promises: [{{by: me, what: enviar la lista de accesibilidad de la tienda, due: 2026-11-24}}]
    log:
      - date: 2026-11-12
        kind: coffee
        note: Rediseñan la tienda en enero y aún no tienen a nadie de accesibilidad. Su hija empieza piano y no para.
"""
MEET = """
      - {{who: {id}, why: Rediseñan la tienda en enero y no tienen a nadie de accesibilidad., {question}}}"""
EVENT = """  {date}-{kind}:
    title: Jornada de Pymes Digitales de la Comunidad
    date: {date} 9:30
    end: 18:00
    kind: {kind}
    language: es
    venue: {{name: "La Nave, Madrid", address: "Cifuentes 5, metro San Cristóbal"}}
    dress: informal
    host: Federación Pymes al Sur
    goal: Salir con dos conversaciones de verdad, no con veinte tarjetas.
    travel: 45
    expected: [ana, bo, carmen, dele, {{name: Laura Ochando, org: Muebles Olmeda}}]
    topics:
      - "La norma europea de accesibilidad, un año después: ¿quién la cumple ya?"
      - Lo que aprendimos quitando el carrusel de la tienda de Farmacias Sol
      - tarifas, sin misterio
      - qué dejamos de hacer en enero
      - dónde se come un buen caldo
    meet:{meet}
"""


def network() -> str:
    """Conferences with as many people as there is room for, chosen or proposed, with a question or without."""
    trades = ["abogada", "traducción", "diseño gráfico", "contabilidad"]
    ids = [name.split()[0].lower() for name in PEOPLE]
    people = [
        CONTACT.format(id=who, name=PEOPLE[n], need=trades[n], offer=trades[n - 1]) for n, who in enumerate(ids)
    ]
    own = 'question: "¿Qué os está costando más de la tienda nueva?"'
    events = []
    for n, (kind, chosen, question) in enumerate([
        ("conference", 4, own), ("conference", 4, "research: x"), ("conference", 1, own), ("meetup", 4, own),
        ("hosted", 4, own), ("webinar", 4, own),
    ]):
        meet = "".join(MEET.format(id=who, question=question) for who in ids[:chosen])
        events.append(EVENT.format(date=f"2026-11-{24 + n}", kind=kind, meet=meet))
    crowd = [f"otra-{n}" for n in range(CROWD)]
    people += [CONTACT.format(id=who, name=f"Otra Persona {who[-1]}", need="x", offer="y") for who in crowd]
    meet = "".join(MEET.format(id=who, question=own) for who in crowd)
    event = EVENT.format(date="2027-01-12", kind="congreso", meet=meet).replace("kind: congreso", "kind: conference")
    topics = "".join(f"\n      - un tema más, el {n}" for n in "abcd")
    events.append(event.replace("    topics:", f"    topics:{topics}"))
    # With one person, everything to say and something to settle first.
    for n, kind in enumerate(("coffee", "meal", "call")):
        event = EVENT.replace("[ana, bo, carmen, dele, {{name: Laura Ochando, org: Muebles Olmeda}}]", "[ana]")
        event = event.replace("    host: Federación Pymes al Sur\n", "")
        events.append(event.format(date=f"2026-12-0{n + 1}", kind=kind, meet=MEET.format(id="ana", question=own)))
    pitch = "Ayudo a empresas pequeñas a que cualquiera pueda comprarles por internet, también quien no ve. " * 4
    return "\n".join([
        "me:", "  name: Nuria", "  introvert: true", "  languages: [es]",
        f"  pitches: [{{id: es-30, language: es, text: '{pitch}'}}]", "contacts:", *people, "events:", *events,
    ])


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("paper")
    data = lay_out(network(), folder / "data")
    yield from serve(build(folder / "site", TERTULIA_AUDIENCE="private", TERTULIA_DATA=str(data)))


def pages(page: Page, size: str) -> int:
    """On how many pages it prints: with our button (`a4`, `a5`), or on the print dialog's paper (`A4`, `A5`, …)."""
    own = size.islower()
    page.evaluate("size => { document.documentElement.dataset.paper = size; }", size if own else "")
    paper = page.pdf(prefer_css_page_size=True) if own else page.pdf(format=size)
    return printed_pages(paper)


@pytest.mark.parametrize("language", ["", "en/"])
def test_four_people_and_five_topics_are_one_page_or_two_small_ones(
    full: Served, watched: Watched, language: str
) -> None:
    sheets = [a for a in full.addresses() if a.startswith(f"{language}events/2026-11")]
    assert len(sheets) == 6
    for address in sheets:
        watched.page.goto(full.address + address)
        counts = {size: pages(watched.page, size) for size in ("a4", "A4", "Letter", "a5", "A5")}
        assert counts == {"a4": 1, "A4": 1, "Letter": 1, "a5": 2, "A5": 2}, address


@pytest.mark.parametrize("language", ["", "en/"])
def test_whatever_there_is_more_it_is_two_pages_at_most(full: Served, watched: Watched, language: str) -> None:
    watched.page.goto(full.address + f"{language}events/2027-01-12-congreso/")
    assert watched.page.locator(".tt-people > li").count() == CROWD
    assert pages(watched.page, "a4") == 2
    assert pages(watched.page, "a5") <= 4


def test_a_button_prints_on_its_paper_and_leaves_the_dialog_free_afterwards(full: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(full.address + "events/2026-11-24-conference/")
    page.evaluate("window.print = () => { window.printed = document.documentElement.dataset.paper; }")
    for size in ("a4", "a5"):
        page.locator(f"[data-print={size}]").click()
        assert page.evaluate("window.printed") == size
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert page.locator("html").get_attribute("data-paper") is None


def test_paper_is_black_on_white_with_room_to_write(full: Served, watched: Watched) -> None:
    page = watched.page
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(full.address + "events/2026-11-24-conference/")
    look = "e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]"
    ink, paper = page.locator("h1").evaluate(look)
    assert (ink, paper) in {("rgb(0, 0, 0)", "rgb(255, 255, 255)"), ("rgb(0, 0, 0)", "rgba(0, 0, 0, 0)")}
    for room in (".tt-met:not(.tt-met--back)", ".tt-notes"):
        assert page.locator(room).is_visible()
    for screen_only in (".tt-jump", ".tt-timer", ".md-header", "[data-print]"):
        assert not page.locator(screen_only).first.is_visible()


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_coffee_with_one_person_is_half_of_an_a4_page(full: Served, watched: Watched, language: str) -> None:
    sheets = [a for a in full.addresses() if a.startswith(f"{language}events/2026-12")]
    assert len(sheets) == 3
    for address in sheets:
        watched.page.goto(full.address + address)
        assert {size: pages(watched.page, size) for size in ("a5", "A5", "A4")} == {"a5": 1, "A5": 1, "A4": 1}, address

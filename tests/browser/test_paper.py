"""On paper a prep sheet is one page, with four people and five topics, all of them with everything to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Served, Watched, build, serve
from tests.editions import lay_out

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


@pytest.mark.parametrize("language", ["", "en/"])
def test_four_people_and_five_topics_are_one_page(full: Served, watched: Watched, language: str) -> None:
    sheets = [a for a in full.addresses() if a.startswith(f"{language}events/2")]
    assert len(sheets) == 6
    for address in sheets:
        watched.page.goto(full.address + address)
        paper = watched.page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1, address

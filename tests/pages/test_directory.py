"""The directory: each thing once, with its people, in both languages, and nothing that is not this audience's."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml

from generator.coach.directory import Directory, directory_of
from generator.coach.terms import terms_of
from generator.doors.material import _fold
from generator.edition.ground import prepare, sources_in
from generator.pages import directory, person
from generator.pages.page import Page
from generator.pages.sources import Stamp
from generator.records.contact import Contact
from generator.records.network import Network
from generator.records.reading import NOBODY, Reading, read_folder
from generator.records.record import ID_KEY, Audience
from generator.words.catalogue import LANGUAGES
from tests.editions import library
from tests.networks import read_case

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 23)
LIBRARY = library()

HOSTILE = [
    "<script>alert(1)</script>", "../../etc/passwd", "x" * 500, "🙂", "🙂🙃", "index", "Index", "con", "C", "C++", "C#",
    "编辑", "編集",
    "редактор", "الترجمة", "a" * 49, "' onmouseover='x", "{{ 7 * 7 }}", "{who}", "%s", "search", "&amp;",
    "y", "A/B", "?q#f", "-", "ñandú", "straße", "ﬁne",
]


def network_of(text: str) -> Network:
    return read_case(f"day: 2026-11-23\n{text}").network


def made(network: Network, language: str = "es", audience: Audience = "private") -> dict[str, Page]:
    """The pages of the directory, by address; none may take the place of another."""
    reading = Reading(network, ())
    stamp = Stamp(DAY)
    found = list(directory.pages(sources_in(prepare(reading, LIBRARY, stamp, audience), language)))
    assert len({page.address for page in found}) == len(found)
    return {page.address: page for page in found}


def of_people(network: Network, language: str = "es", audience: Audience = "private") -> dict[str, Page]:
    sources = sources_in(prepare(Reading(network, ()), LIBRARY, Stamp(DAY), audience), language)
    return {page.address: page for page in person.pages(sources)}


def text_of(page: Page) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", str(page.body))))


def found_by(pages: Mapping[str, Page], query: str) -> set[str]:
    """The addresses of the pages that hold all words of a query, as the search compares them."""
    def words(text: str) -> set[str]:
        return {_fold(word).lower() for word in re.split(r"[\W_]+", text)}

    return {address for address, page in pages.items() if words(query) <= words(f"{page.title} {page.found_by}")}


TWO_LANGUAGES = network_of("""
contacts:
  ana: {name: Ana Ruiz, expertise: [abogada laboralista], closeness: close, language: es, register: tu}
  sam: {name: Sam Porter, offers: [a lawyer's second opinion, employment lawyer], language: en}
  leo: {name: Leo Gil, role: Abogado}
  eva: {name: Eva Sanz, needs: [lawyer], language: es, register: usted}
""")


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_languages_meet_on_one_page(language: str) -> None:
    pages = made(TWO_LANGUAGES, language)
    page = pages["directory/abogacia/"]
    assert page.title == {"es": "Abogacía", "en": "Lawyer"}[language]
    for name in ("Ana Ruiz", "Sam Porter", "Leo Gil", "Eva Sanz"):
        assert name in text_of(page)
        assert name in page.found_by


def test_addresses_are_the_same_in_every_language() -> None:
    sample = read_folder(ROOT / "data").network
    assert list(made(sample, "es")) == list(made(sample, "en"))
    assert all(re.fullmatch(r"directory/([a-z0-9-]+/)?", address) for address in made(sample))


def listed(expertise: str, coach: str = "{}") -> Directory:
    return directory_of(network_of(f"coach: {coach}\ncontacts: {{ana: {{name: Ana, expertise: {expertise}}}}}"))


def slugs(expertise: str, coach: str = "{}") -> list[str]:
    return [e.slug for e in listed(expertise, coach).entries.values()]


@pytest.mark.parametrize(
    ("term", "address"),
    [
        ("servicios de diseño", "servicios-de-diseno"), ("a plain-language check of one page",
         "plain-language-check-of-one-page"), ("lápices y pinturas", "lapices, pinturas"), ("C", "c"),
        ("abogada", "abogacia"), ("lawyers", "abogacia"), ("UK accessibility law", "abogacia, uk-accessibility-law"),
        ("una página, web", "pagina, web"), ("El pan", "pan"),
    ],
)
def test_an_address_is_made_of_whole_words(term: str, address: str) -> None:
    assert ", ".join(slugs(f"[{yaml.safe_dump(term).splitlines()[0]}]")) == address


def test_an_address_does_not_depend_on_what_else_there_is() -> None:
    assert set(slugs("[C, contratos]")) <= set(slugs("[C++, C, 'C#', contratos, c, talleres de contratos, abogada]"))


def test_of_many_and_one_the_one_is_the_address_whatever_comes_first() -> None:
    assert slugs("[contratos, un contrato]") == slugs("[el contrato, contratos, Contratos]") == ["contrato"]


def test_a_term_named_beside_another_is_called_as_it_is_written() -> None:
    found = listed("[ilustración botánica y acuarela infantil]")
    names = {found.name(entry, "es") for entry in found.entries.values()}
    assert {"ilustración botánica", "acuarela infantil"} <= names


def test_an_address_read_as_a_term_names_that_term_alone() -> None:
    sample = directory_of(read_folder(ROOT / "data").network)
    for entry in sample.entries.values():
        assert sample.terms.keys(entry.slug.replace("-", " ")) == (entry.key,)
    assert len(set(slugs("['pan, pan', pan pan, pan]"))) == 2
    assert len(set(slugs("[I+D, i d]", "{synonyms: [[I+D, investigación y desarrollo]]}"))) == 2


@pytest.mark.parametrize(
    "query", ["lawyer", "abogada", "abogacia", "abogacía", "LETRADO", "solicitor", "ana ruiz abogado"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_finds_a_trade_by_any_of_its_names(language: str, query: str) -> None:
    assert "directory/abogacia/" in found_by(made(TWO_LANGUAGES, language), query)


@pytest.mark.parametrize(
    ("query", "address"),
    [("captions", "subtitulado"), ("subtitulos", "subtitulado"), ("plain language", "lenguaje-claro"),
     ("lenguaje claro", "lenguaje-claro"), ("photographer", "fotografia"), ("fotografo rosa", "fotografia"),
     ("editing", "edicion"), ("ilustracion nadia", "ilustracion")],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_is_found_in_both_languages_and_by_its_own_synonyms(language: str, query: str, address: str) -> None:
    pages = made(read_folder(ROOT / "data").network, language)
    assert f"directory/{address}/" in found_by(pages, query)


def test_every_chip_of_a_person_leads_to_a_page() -> None:
    sample = read_folder(ROOT / "data").network
    for audience in ("private", "shared", "public"):
        pages, linked = made(sample, "es", audience), set()
        for page in (*of_people(sample, "es", audience).values(), *pages.values()):
            linked |= set(re.findall(r'href="(?:\.\./)*(directory/[^"#]*)', str(page.body)))
        assert linked
        assert linked <= set(pages)


def test_who_must_not_be_contacted_or_is_gone_is_not_in_it_and_who_is_paused_is() -> None:
    network = network_of("""
contacts:
  ana: {name: Ana Ruiz, expertise: [cerámica], status: deceased}
  bo: {name: Bo Gil, expertise: [cerámica], status: do_not_contact}
  carla: {name: Carla Sanz, expertise: [patronaje], status: paused}
""")
    pages = made(network)
    assert set(pages) == {"directory/", "directory/patronaje/"}
    assert not re.search("Ana Ruiz|Bo Gil", str([page.body for page in pages.values()]))
    paused = text_of(pages["directory/patronaje/"])
    assert "En pausa por ahora" in paused
    assert "Si alguien te lo pide" not in paused, "nobody is asked while they are paused"
    assert "directory/" not in str(of_people(network)["people/ana/"].body)


def test_who_looks_for_a_kind_of_it_is_named_once_in_the_list_and_on_both_pages() -> None:
    pages = made(network_of("contacts: {ana: {name: Ana Ruiz, needs: [diseño editorial]}}"))
    assert text_of(pages["directory/"]).count("Ana Ruiz") == 1
    assert "Busca: diseño editorial" in text_of(pages["directory/diseno/"])
    assert "directory/diseno/" in str(pages["directory/diseno-editorial/"].body)


def test_who_offers_it_stands_first_then_the_nearest() -> None:
    network = network_of("""
contacts:
  ana: {name: Ana Ruiz, expertise: [retrato], closeness: inner}
  bo: {name: Bo Gil, expertise: [retrato]}
  carla: {name: Carla Sanz, offers: [retratos], closeness: dormant}
  dani: {name: Dani Oro, expertise: [el retrato], closeness: dormant}
""")
    (entry,) = directory_of(network).entries.values()
    assert [tied.contact.id for tied in entry.helpers] == ["carla", "ana", "bo", "dani"]


def test_the_words_to_copy_ask_first_and_are_not_about_another_introduction() -> None:
    network = network_of("""
me: {name: Nuria Gil}
contacts:
  ana:
    name: Ana Ruiz
    expertise: [contratos]
    language: es
    register: tu
    introductions: [{to: bo, why: un secreto entre dos}]
  bo: {name: Bo Oro, expertise: [contratos], language: en}
  carla: {name: Carla Sanz, expertise: [contratos], language: es}
""")
    text = text_of(made(network)["directory/contratos/"])
    assert text.index("Para preguntar antes") < text.index("Para presentar, con los dos síes")
    assert "presentarte: [nombre, y a qué se dedica]" in text
    assert "secreto" not in text
    assert "Hello Bo," in text
    unaddressed = "Hola, Carla: Conozco a alguien que busca ayuda con esto: contratos."
    assert unaddressed in text, "no form of address is guessed"


def test_matches_come_from_the_coach_and_are_silent_where_it_is() -> None:
    text = """
contacts:
  ana: {name: Ana Ruiz, needs: [contratos]%s}
  bo: {name: Bo Gil, offers: [contratos], closeness: close}
"""
    pages = made(network_of(text % ""))
    assert "Podrían conocerse gracias a ti" in text_of(pages["directory/"])
    assert "follow-ups/#offer-meets-need-ana" in str(pages["directory/contratos/"].body)
    silent = made(network_of(text % ", ignore: [{rule: offer-meets-need, until: 2026-12-31, reason: x}]"))
    assert "Podrían conocerse" not in text_of(silent["directory/"])
    assert "follow-ups/" not in str(silent["directory/contratos/"].body)


def test_what_is_wanted_says_who_is_near_and_what_nobody_covers() -> None:
    network = network_of("""
me: {name: Nuria, wanted_expertise: [notaria, retrato, contratos, 🙂]}
contacts:
  ana: {name: Ana Ruiz, expertise: [retrato], closeness: dormant}
  bo: {name: Bo Gil, expertise: [contratos]}
""")
    pages = made(network)
    text = text_of(pages["directory/"])
    near = text[text.index("Lo que te gustaría tener cerca") :]
    assert re.search("notaria Nadie todavía retrato Solo en lazos dormidos: Ana Ruiz contratos Bo Gil", near)
    assert "De esto todavía no sabe nadie" in text_of(pages["directory/notaria/"])


SECRETS = """
me: {name: Nuria Gil, wanted_expertise: [SECRETA wanted]}
coach: {synonyms: [[SECRETA synonym, contratos], [retrato, SECRETA likeness]]}
contacts:
  ana:
    name: Ana Ruiz
    share: public
    expertise: [contratos, retrato]
    offers: [OFFER shared]
    needs: [NEED shared]
    closeness: dormant
    topics: [SECRETA topic]
    log: [{date: 2026-05-12, kind: coffee, note: SECRETA note}]
    introductions: [{to: bo, why: SECRETA why}]
  bo: {name: SECRETO Gil, expertise: [contratos, SECRETA ciencia], needs: [retrato], offers: [need shared]}
  carla: {name: CARLA Sanz, share: shared, expertise: [contratos, cerámica], needs: [retrato]}
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("audience", "also"), [("shared", "SECRET|[Ss]ecret"), ("public", "SECRET|[Ss]ecret|shared|CARLA|cerámica")]
)
def test_others_see_nothing_of_what_is_not_theirs(language: str, audience: Audience, also: str) -> None:
    network = network_of(SECRETS)
    for address, page in {**made(network, language, audience), **of_people(network, language, audience)}.items():
        whole = f"{address} {page.title} {page.description} {page.found_by} {page.body}"
        assert not re.search(also, whole), (address, re.search(f".{{60}}(?:{also}).{{60}}", whole))
        assert not re.search(r"tt-lock|follow-ups/|tt-draft|Lazo dormido|Dormant|12 de mayo|12 May", whole), address


def test_others_are_not_told_how_many_there_are() -> None:
    pages = made(network_of(SECRETS), "es", "public")
    assert set(pages) == {"directory/", "directory/contratos/", "directory/retrato/"}
    assert text_of(pages["directory/contratos/"]).count("Una persona puede ayudar con esto.") == 1
    shared = made(network_of(SECRETS), "es", "shared")
    assert "2 personas pueden ayudar" in text_of(shared["directory/contratos/"])
    assert "CARLA Sanz" in text_of(shared["directory/retrato/"]), "who looks for it is shared"


@pytest.mark.parametrize("audience", ["private", "shared", "public"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("contacts", ["{}", "{ana: {name: Ana, share: public}}"])
def test_with_nobody_or_only_a_name_there_is_a_helpful_page(contacts: str, language: str, audience: Audience) -> None:
    network = network_of(f"contacts: {contacts}")
    (page,) = made(network, language, audience).values()
    assert len(text_of(page)) > 80
    assert ("expertise:" in text_of(page)) == (audience == "private")
    valid(page)


def valid(page: Page) -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(f"<!DOCTYPE html><html><head><title>x</title></head><body>{page.body}</body></html>")
    ids = re.findall(r'\sid="([^"]*)"', str(page.body))
    assert len(ids) == len(set(ids)), page.address


@pytest.mark.parametrize("audience", ["private", "shared", "public"])
def test_hostile_terms_stay_words(audience: Audience) -> None:
    people = {
        f"p{n}": {"name": f"Nombre {n}", "share": "public", "expertise": [t], "offers": [t], "needs": list(HOSTILE)}
        for n, t in enumerate(HOSTILE)
    }
    coach: dict[str, Any] = {"synonyms": [["<b>negrita</b>", "编辑"], ["index", "../.."], HOSTILE[3:5]]}
    me = {"name": "Nuria", "wanted_expertise": list(HOSTILE)}
    data: dict[str, Any] = {"day": "2026-11-23", "me": me, "contacts": people}
    network = read_case(yaml.safe_dump({**data, "coach": coach}, allow_unicode=True)).network
    for language in LANGUAGES:
        pages = made(network, language, audience)
        assert len(pages) > 15
        folders = [address.removeprefix("directory/").strip("/") for address in pages if address != "directory/"]
        assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}", folder) for folder in folders), folders
        assert not {"index", "con", "search"} & set(folders)
        for page in (*pages.values(), *of_people(network, language, audience).values()):
            assert "<script>alert" not in str(page.body)
            assert " onmouseover=" not in re.sub(r">[^<]*<|\"[^\"]*\"", "", str(page.body))
            valid(page)


def test_what_goes_into_an_address_the_same_way_has_addresses_of_its_own() -> None:
    people = {f"p{n}": {"name": f"P{n}", "expertise": [term]} for n, term in enumerate(HOSTILE)}
    network = read_case(yaml.safe_dump({"day": "2026-11-23", "contacts": people}, allow_unicode=True)).network
    entries, terms = directory_of(network).entries, terms_of()
    found = {term: entries[terms.normal(term)].slug for term in HOSTILE if terms.normal(term) in entries}
    assert found["Index"] == found["index"] != "index"
    different = [found[t] for t in ("C", "C++", "C#", "编辑", "編集", "редактор", "x" * 500, "a" * 49)]
    assert len(set(different)) == len(different)
    assert found["C"] == "c"
    (taken,) = slugs("[C++]")
    assert taken not in slugs(f"[{taken.replace('-', ' ')}]"), "a term that is written like an address of ours"


def network_of_many(people: int) -> Network:
    """So many people, each with a thing of their own, one of everybody's and one that somebody else looks for."""
    contacts = {
        f"p{n:04}": {
            ID_KEY: f"p{n:04}", "name": f"Nombre {n} Apellido", "expertise": ["contratos", f"saber {n}"],
            "offers": [f"favor {n}"], "needs": [f"favor {(n * 7 + 1) % people}", "contratos"], "role": "abogada",
            "closeness": "close",
        }
        for n in range(people)
    }
    return Network(NOBODY, {key: Contact.model_validate(fields) for key, fields in contacts.items()})


def calls(network: Network) -> int:
    """How many functions are called to make the directory, whatever the machine."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        directory_of(network)
    finally:
        sys.setprofile(None)
    return counted


def test_two_thousand_people_take_twice_the_work_of_a_thousand() -> None:
    small, large = (network_of_many(people) for people in (1000, 2000))
    calls(network_of_many(1))  # the table is read once
    terms_of.cache_clear()
    one = calls(small)
    terms_of.cache_clear()
    assert calls(large) < 2.3 * one


def test_the_pages_grow_with_the_people_and_the_index_names_only_a_few() -> None:
    entries = directory_of(network_of_many(2000)).entries
    assert sum(len(entry.people) for entry in entries.values()) <= 2000 * 5
    pages = made(network_of_many(60))
    assert "57 personas más" in text_of(pages["directory/"])
    assert str(pages["directory/abogacia/"].body).count("tt-draft\"") == 6, "words for three people, two messages each"

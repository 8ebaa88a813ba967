"""Which pages there are: every address of every edition, from the first day on."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.coach.directory import directory_of
from generator.coach.rulebook import all_rules
from generator.edition import edition as edition_module
from generator.edition.edition import make_pages
from generator.edition.ground import NO_ADVICE
from generator.pages import rules
from generator.pages.page import Page
from generator.records.audience import reduce_network
from generator.records.network import Network
from generator.records.reading import NOBODY, Reading, read_folder
from generator.records.record import Audience
from generator.words.catalogue import LANGUAGES
from tests.editions import STAMP, ground, ground_of_case, lay_out

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
ALWAYS = {"", "follow-ups/", "events/", "calendar/", "people/", "directory/", "checklists/", "week/", "rules/",
          "problems/", "guide/my-data/", "guide/commands/"}
WAYS: dict[Audience, set[str]] = {"private": {"circles/", "tags/"}, "shared": {"tags/"}, "public": set()}
"""Besides by name, how one can look for people."""
WEEKS = {f"week/2026-W{n}/" for n in (19, 23, 41, 44, 46, 47)}
"""Those of the last year in which anything happened; they are their owner's."""
MONTHS: dict[Audience, set[str]] = {
    "private": {"2025-10", "2026-11", "2026-12"}, "shared": {"2025-10", "2026-11", "2026-12"}, "public": {"2026-11"},
}
CHECKLISTS = {
    "conference", "meetup", "coffee", "meal", "meeting", "call", "webinar", "interview", "hosting", "introducing",
    "posting-online", "thanking",
}
PEOPLE: dict[Audience, set[str]] = {
    "private": {"ana-ruiz", "bo-larsen", "hostil", "ines-prado", "layla", "pedro-del-amo", "solo-nombre"},
    "shared": {"ana-ruiz", "bo-larsen", "hostil", "layla"},
    "public": {"ana-ruiz", "hostil"},
}
EVENTS: dict[Audience, set[str]] = {
    "private": {
        "2025-10-02-encuentro",
        "2026-11-12-jornada",
        "2026-11-24-cafe-ines",
        "2026-11-26-feria",
        "2026-12-03-webinar",
    },
    "shared": {"2025-10-02-encuentro", "2026-11-12-jornada", "2026-11-26-feria", "2026-12-03-webinar"},
    "public": {"2026-11-12-jornada", "2026-11-26-feria"},
}


OWNERS = {"network/", "over-time/", "give-and-take/", "device/"}
"""What only the owner's edition has."""


def constant(audience: Audience) -> set[str]:
    """The addresses of what does not depend on the data."""
    assert len(all_rules()) >= 15
    owners = OWNERS if audience == "private" else set()
    lists, rules = {f"checklists/{kind}/" for kind in CHECKLISTS}, {f"rules/{rule}/" for rule in all_rules()}
    return ALWAYS | owners | lists | rules


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_edition_has_exactly_these_addresses(reading: Reading, audience: Audience, language: str) -> None:
    pages = make_pages(ground(reading, audience), language)
    months = {f"calendar/{month}/" for month in MONTHS[audience]}
    own = months | {f"people/{who}/" for who in PEOPLE[audience]} | {f"events/{event}/" for event in EVENTS[audience]}
    terms = {f"directory/{e.slug}/" for e in directory_of(reduce_network(reading.network, audience)).entries.values()}
    assert terms, "somebody can help with something"
    weeks = WEEKS if audience == "private" else set()
    assert set(pages) == constant(audience) | WAYS[audience] | weeks | own | terms


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_page_asked_for_by_its_address_is_the_one_among_all(reading: Reading, audience: Audience) -> None:
    edition = ground(reading, audience)
    pages = dict(make_pages(edition, "es"))
    for address, page in pages.items():
        assert make_pages(edition, "es").get(address) == page, address
    assert make_pages(edition, "es").get("people/nobody/") is None
    assert make_pages(edition, "es").get("nowhere/") is None


def test_a_page_asked_for_by_its_address_waits_for_no_other_kind(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_: object) -> list[Page]:
        raise AssertionError("nobody asked for a rule")

    kinds = tuple((slow if kind is rules.pages else kind, folders) for kind, folders in edition_module.KINDS)
    monkeypatch.setattr(edition_module, "KINDS", kinds)
    assert make_pages(ground(reading), "es")["people/ana-ruiz/"].known_as


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_on_the_first_day_every_page_is_there_already(audience: Audience, language: str) -> None:
    pages = make_pages(ground(Reading(Network(NOBODY)), audience), language)
    assert set(pages) == constant(audience) | (WAYS[audience] if audience == "private" else set())
    assert all(len(page.body) > 100 for page in pages.values())


@pytest.mark.parametrize(
    "text",
    ["day: 2026-11-23", "day: 2026-11-23\nevents:\n  x: {title: Café, date: 2026}\ncontacts:\n  y: {name: Ana}\n"],
)
def test_the_least_there_can_be_makes_every_page_of_every_edition(text: str) -> None:
    for audience in AUDIENCES:
        for language in LANGUAGES:
            assert set(make_pages(ground_of_case(text, audience), language)) >= constant(audience)


def test_nothing_is_said_in_both_languages_at_once(reading: Reading) -> None:
    spanish, english = (make_pages(ground(reading), language) for language in LANGUAGES)
    assert spanish.keys() == english.keys()
    for address in ALWAYS:
        assert spanish[address].title != english[address].title
        assert spanish[address].body != english[address].body


@pytest.mark.parametrize("audience", ["shared", "public"])
def test_only_the_owner_gets_advice(reading: Reading, audience: Audience) -> None:
    assert ground(reading).coaching.open
    assert ground(reading, audience).coaching is NO_ADVICE


def test_the_coach_is_asked_once_for_all_languages(reading: Reading) -> None:
    edition = ground(reading)
    assert edition.coaching.day == STAMP.day
    assert make_pages(edition, "es").keys() == make_pages(edition, "en").keys()


def test_the_same_reading_makes_the_same_pages(reading: Reading) -> None:
    first, again = (make_pages(ground(reading), "es") for _ in range(2))
    assert first == again


def test_a_folder_laid_out_reads_as_the_case_does(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (
        "day: 2026-11-23\nme:\n  name: Nuria\n"
        "contacts:\n  ana:\n    name: Ana Ruiz\n    notes: |\n      # Uno\n\n      dos\n"
        "events:\n  cafe:\n    title: Café\n    date: 2026-11-24\n"
    )
    folder = lay_out(text, tmp_path_factory.mktemp("laid-out") / "data")
    found = read_folder(folder)
    assert not found.problems
    case = ground_of_case(text).network
    for one, other in ((found.network.contacts, case.contacts), (found.network.events, case.events)):
        assert [record.model_dump() for record in one.values()] == [record.model_dump() for record in other.values()]
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.yml")) == [
        "contacts/ana.yml",
        "events/cafe.yml",
        "me.yml",
    ]

"""Every kind of page in both languages, as it was read and found good: `TERTULIA_UPDATE=1` writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.records.record import Audience
from generator.words.catalogue import LANGUAGES
from tests.markup import lines, parsed
from tests.pages.conftest import Shelf

FOLDER = Path(__file__).parent / "goldens"
OF_THE_NETWORK: dict[str, tuple[Audience, str]] = {
    "today": ("private", ""),
    "today-for-others": ("public", ""),
    "follow-ups": ("private", "follow-ups/"),
    "follow-ups-for-others": ("public", "follow-ups/"),
    "events": ("private", "events/"),
    "events-for-others": ("shared", "events/"),
    "month": ("private", "calendar/2026-11/"),
    "month-for-others": ("public", "calendar/"),
    "prep-sheet": ("private", "events/2026-11-26-feria/"),
    "prep-sheet-of-a-coffee": ("private", "events/2026-11-24-cafe-ines/"),
    "looking-back": ("private", "events/2026-11-12-jornada/"),
    "event-card": ("public", "events/2026-11-26-feria/"),
    "people": ("private", "people/"),
    "people-for-others": ("shared", "people/"),
    "people-by-rhythm": ("private", "circles/"),
    "people-by-tag": ("private", "tags/"),
    "people-by-tag-for-others": ("shared", "tags/"),
    "person": ("private", "people/ana-ruiz/"),
    "person-with-hostile-texts": ("private", "people/hostil/"),
    "person-paused": ("private", "people/pedro-del-amo/"),
    "person-with-only-a-name": ("private", "people/solo-nombre/"),
    "person-card": ("public", "people/ana-ruiz/"),
    "person-card-shared": ("shared", "people/bo-larsen/"),
    "network": ("private", "network/"),
    "give-and-take": ("private", "give-and-take/"),
    "over-time": ("private", "over-time/"),
    "checklists": ("private", "checklists/"),
    "checklist": ("private", "checklists/coffee/"),
    "week": ("private", "week/"),
    "week-for-others": ("public", "week/"),
    "past-week": ("private", "week/2026-W47/"),
    "rules": ("private", "rules/"),
    "rule": ("private", "rules/missing-thanks/"),
    "my-data": ("public", "guide/my-data/"),
    "problems": ("private", "problems/"),
    "problems-for-others": ("public", "problems/"),
}


def check(name: str, language: str, body: str) -> None:
    path = FOLDER / f"{name}.{language}.html"
    said = lines(parsed(body))
    if os.environ.get("TERTULIA_UPDATE"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OF_THE_NETWORK)
def test_the_page_reads_as_it_did(shelf: Shelf, name: str, language: str) -> None:
    audience, address = OF_THE_NETWORK[name]
    check(name, language, shelf(audience, language)[address].body)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "address"), [
    ("first-day", ""), ("follow-ups-on-the-first-day", "follow-ups/"), ("events-on-the-first-day", "events/"),
    ("people-on-the-first-day", "people/"), ("week-on-the-first-day", "week/"),
    ("people-by-rhythm-on-the-first-day", "circles/"), ("people-by-tag-on-the-first-day", "tags/"),
    ("month-on-the-first-day", "calendar/"), ("network-on-the-first-day", "network/"),
])
def test_the_first_day_reads_as_it_did(shelf_of_nothing: Shelf, name: str, address: str, language: str) -> None:
    check(name, language, shelf_of_nothing("private", language)[address].body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_mistakes_reads_as_it_did(shelf_with_mistakes: Shelf, language: str) -> None:
    check("problems-found", language, shelf_with_mistakes("private", language)["problems/"].body)


def test_no_golden_file_is_left_over() -> None:
    names = {p.name.partition(".")[0] for p in FOLDER.iterdir()}
    expected = {*OF_THE_NETWORK, "problems-found", "first-day"} | {
        f"{n}-on-the-first-day" for n in (
            "follow-ups", "events", "people", "people-by-rhythm", "people-by-tag", "week", "month", "network",
        )
    }
    assert names == expected

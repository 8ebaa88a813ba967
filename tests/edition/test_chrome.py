"""What stands around every page: tabs, banner, and of what the edition was made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.coach.backlog import backlog
from generator.edition.chrome import make_chrome
from generator.pages.sources import Stamp
from generator.records.reading import Reading, read_folder
from generator.records.record import Audience
from generator.words.catalogue import LANGUAGES
from tests.editions import ground

GOOD = "name: Ana Ruiz\n"
BROKEN = "name: Ana Ruiz\nbirthdya: 03-14\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "contacts").mkdir()
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / "contacts" / f"{name}.yml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("language", "titles"), [
    ("es", ["Hoy", "Seguimientos", "Eventos", "Personas", "Etiqueta", "Semana", "Guía"]),
    ("en", ["Today", "Follow-ups", "Events", "People", "Etiquette", "Week", "Guide"]),
])
def test_the_tabs_are_the_same_in_every_language_by_other_names(
    reading: Reading, language: str, titles: list[str]
) -> None:
    tabs = make_chrome(ground(reading), language).tabs
    assert [tab.title for tab in tabs] == titles
    assert [tab.address for tab in tabs] == ["", "follow-ups/", "events/", "people/", "checklists/", "week/", "guide/"]


@pytest.mark.parametrize("audience", ["public", "shared"])
def test_others_get_no_tab_that_leads_to_what_is_the_owners_own(reading: Reading, audience: Audience) -> None:
    tabs = make_chrome(ground(reading, audience), "en").tabs
    assert [tab.title for tab in tabs] == ["Today", "Events", "People", "Etiquette", "Guide"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_problem_there_is_no_banner(reading: Reading, language: str) -> None:
    assert make_chrome(ground(reading), language).banner == ()


@pytest.mark.parametrize(("language", "words"), [
    ("es", "data/contacts/ana.yml:2:1 necesita un arreglo: `birthdya` no es una clave de un contacto."),
    ("en", "data/contacts/ana.yml:2:1 needs mending: `birthdya` is not a key of a contact."),
])
def test_a_banner_says_where_the_first_problem_is_and_leads_to_all(folder: Path, language: str, words: str) -> None:
    write(folder, "ana", BROKEN)
    (banner,) = make_chrome(ground(read_folder(folder)), language).banner
    assert banner.text == words
    assert banner.href == "problems/"
    assert banner.link


@pytest.mark.parametrize(("language", "files", "kept"), [
    ("es", "En total, 2 archivos piden un vistazo.", "Mientras tanto ves su última versión buena."),
    ("en", "2 files need a look in all.", "Meanwhile you see its last good version."),
])
def test_a_banner_says_how_many_files_and_that_the_last_good_version_stays(
    folder: Path, language: str, files: str, kept: str
) -> None:
    write(folder, "ana", GOOD)
    before = read_folder(folder)
    write(folder, "ana", BROKEN)
    write(folder, "bo", BROKEN)
    (banner,) = make_chrome(ground(read_folder(folder, before)), language).banner
    assert kept in banner.text
    assert files in banner.text


@pytest.mark.parametrize("audience", ["shared", "public"])
def test_what_is_wrong_in_the_files_is_told_to_nobody_else(folder: Path, audience: Audience) -> None:
    write(folder, "ana", BROKEN)
    assert make_chrome(ground(read_folder(folder), audience), "es").banner == ()


@pytest.mark.parametrize(("language", "text", "counts"), [
    ("es", "Edición del lunes 23 de noviembre de 2026", "7 personas, 5 eventos, {n} seguimientos"),
    ("en", "Edition of Monday 23 November 2026", "7 people, 5 events, {n} follow-ups"),
])
def test_the_footer_says_of_what_the_edition_was_made(reading: Reading, language: str, text: str, counts: str) -> None:
    edition = ground(reading)
    stamp = make_chrome(edition, language).stamp
    assert stamp["day"] == "2026-11-23"
    assert stamp["text"] == text
    assert stamp["commit"] == "a1b2c3d"
    assert stamp["counts"].startswith(counts.format(n=len(backlog(edition.coaching, edition.stamp.day))))
    assert "{n}" in stamp["age_many"]


@pytest.mark.parametrize(("language", "words"), [("es", "con cambios"), ("en", "with edits not yet committed")])
def test_the_footer_says_that_edits_were_not_committed(reading: Reading, language: str, words: str) -> None:
    edited = replace(ground(reading), stamp=Stamp(date(2026, 11, 23), "a1b2c3d", edited=True))
    assert words in make_chrome(edited, language).stamp["commit"]
    plain = replace(ground(reading), stamp=Stamp(date(2026, 11, 23)))
    assert make_chrome(plain, language).stamp["commit"] == ""


def test_one_of_each_is_said_in_the_singular(folder: Path) -> None:
    write(folder, "ana", GOOD + "share: public\n")
    found = read_folder(folder)
    assert make_chrome(ground(found, "public"), "es").stamp["counts"].startswith("1 persona, 0 eventos. ")
    assert make_chrome(ground(found, "public"), "en").stamp["counts"].startswith("1 person, 0 events. ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_theme_gets_plain_values_only(reading: Reading, language: str) -> None:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(isinstance(k, str) and plain(v) for k, v in value.items())
        return all(map(plain, value)) if isinstance(value, list) else type(value) is str

    assert plain(make_chrome(ground(reading), language).extra)

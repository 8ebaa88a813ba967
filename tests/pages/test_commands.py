"""Commands: the page of everything that can be typed in the terminal."""

from __future__ import annotations

import pytest

from generator.doors.describing import manual
from generator.edition.edition import make_pages
from generator.edition.ground import prepare
from generator.pages.commands import ADDRESS
from generator.records.network import Network
from generator.records.reading import NOBODY, Reading
from generator.words.catalogue import LANGUAGES, words
from generator.words.placeholders import placed
from tests.editions import STAMP, library
from tests.markup import parsed
from tests.pages.conftest import Shelf


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_command_with_every_option_and_example(shelf: Shelf, language: str) -> None:
    body = shelf("public", language)[ADDRESS].body
    tree = parsed(body)
    sections = {s.get("aria-labelledby"): s for s in tree.findall(".//section")}
    assert list(sections) == [command.name.replace(" ", "-") for command in manual()]
    for command in manual():
        section = sections[command.name.replace(" ", "-")]
        written = ["".join(code.itertext()) for code in section.iter("code")]
        usage = placed(command.usage, words(language))
        assert written[1].strip() == f"tertulia {command.name} {usage}".strip()
        assert {placed(option.written, words(language)) for option in command.options} <= set(written)
        assert set(map(words(language).text, command.examples)) <= set(written)
    links = {a.get("href") for a in tree.findall(".//nav//a")}
    assert links == {f"#{name}" for name in sections}


def test_what_stands_for_what_is_typed_is_in_the_language_of_the_page(shelf: Shelf) -> None:
    assert "QUIÉN TIPO [NOTA]" in shelf("public", "es")[ADDRESS].body
    assert "WHO KIND [NOTE]" in shelf("public", "en")[ADDRESS].body


def test_no_text_of_the_page_is_left_in_english(shelf: Shelf) -> None:
    body = shelf("public", "es")[ADDRESS].body
    for command in manual():
        for said in (command.help, command.statuses, *(option.help for option in command.options)):
            assert " ".join(said.split()) not in body, (command.name, said)


def test_a_door_without_commands_has_no_page_of_them() -> None:
    assert ADDRESS not in make_pages(prepare(Reading(Network(NOBODY)), library(), STAMP, "public"), "en")

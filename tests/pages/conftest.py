"""The pages of the tests' own network, each edition made once; and those of a network with mistakes in its files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from generator.edition.edition import make_pages
from generator.pages.page import Page
from generator.records.network import Network
from generator.records.reading import NOBODY, Reading, read_folder
from generator.records.record import Audience
from tests.editions import ground
from tests.markup import parsed


class Shelf:
    """All pages of one reading by address, for an audience and in a language; each edition is made and parsed once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._pages: dict[tuple[Audience, str], Mapping[str, Page]] = {}
        self._trees: dict[tuple[Audience, str], Mapping[str, Element]] = {}

    def __call__(self, audience: Audience, language: str) -> Mapping[str, Page]:
        """The pages themselves."""
        key = (audience, language)
        if key not in self._pages:
            self._pages[key] = make_pages(ground(self._reading, audience), language)
        return self._pages[key]

    def trees(self, audience: Audience, language: str) -> Mapping[str, Element]:
        """Their bodies, parsed without mercy; pages of the same bytes share a tree, which nobody changes."""
        key = (audience, language)
        if key not in self._trees:
            self._trees[key] = {address: _tree(page.body) for address, page in self(audience, language).items()}
        return self._trees[key]


_tree = cache(parsed)


@pytest.fixture(scope="session")
def shelf(reading: Reading) -> Shelf:
    """Everybody's pages of the tests' own network."""
    return Shelf(reading)


@pytest.fixture(scope="session")
def shelf_of_nothing() -> Shelf:
    """The pages of somebody who has written nothing down yet."""
    return Shelf(Reading(Network(NOBODY)))


@pytest.fixture(scope="session")
def shelf_with_mistakes(data: Path, reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The pages while two files hold mistakes, one of them in a version that was good before."""
    folder = tmp_path_factory.mktemp("mistakes") / "data"
    shutil.copytree(data, folder)
    with (folder / "contacts" / "bo-larsen.yml").open("a", encoding="utf-8") as file:
        file.write('birthdya: 03-14  # <script>alert("1")</script>\n')
    (folder / "events" / "2026-12-01-nueva.yml").write_text('title: "Nueva\ndate: 2026-12-01\n', encoding="utf-8")
    return Shelf(read_folder(folder, reading))

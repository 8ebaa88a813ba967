"""My data: the page that shows every key of every file."""

from __future__ import annotations

import pytest

from generator.pages.my_data import ADDRESS
from generator.records.fields import FILES, forms_in
from generator.words.catalogue import LANGUAGES
from tests.markup import parsed
from tests.pages.conftest import Shelf


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_key_and_its_links_lead_to_tables(shelf: Shelf, language: str) -> None:
    tree = parsed(shelf("public", language)[ADDRESS].body)
    rows = tree.findall(".//tbody/tr")
    keys = {code.text for row in rows for code in row.findall("th/code")}
    assert keys == {f.key for model in FILES.values() for found in forms_in(model) for f in found.fields}
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    links = [a.get("href") or "" for a in tree.iter("a") if (a.get("href") or "").startswith("#")]
    assert len(links) > 30
    assert {link[1:] for link in links} <= ids

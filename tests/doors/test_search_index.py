"""The search's entries: words in the plainer ways in which people type them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.doors.material import folded
from generator.edition.shelf import lean
from tests.doors.conftest import Sites
from tests.editions import CONTENT


@pytest.mark.parametrize(("text", "plainer"), [
    ("José Muñoz", ("Jose", "Munoz")),
    ("Ana Ruiz", ()),
    ("D.ª Ángela, Àlex; «Zoë»", ("Angela", "Alex", "Zoe")),
    ("Sinéad O'Brien", ("Sinead", "OBrien", "Brien")),
    ("l’Institut d’Arc", ("lInstitut", "Institut", "dArc", "Arc")),
    ("José José", ("Jose",)),
    ("林晓岚", ("林晓岚",)),
    ("", ()),
])
def test_words_are_folded_once_and_plain_ones_left_out(text: str, plainer: tuple[str, ...]) -> None:
    found = folded(text)
    assert [w for w in found if w != "a"] == list(plainer)


def test_neither_language_is_stemmed_or_loses_its_short_words(sites: Sites) -> None:
    for root in ("", "en/"):
        index = json.loads(sites.private.files()[f"{root}search/search_index.json"])
        assert index["config"]["lang"] == ["en"]
        assert index["config"]["pipeline"] == []
        assert {"title", "text", "plain", "names", "folded"} <= set(index["config"]["fields"])
        assert len(index["docs"]) > 50


@pytest.mark.parametrize(("name", "written", "served"), [
    ("a.css", "/* a\n b */\na {\n  b: c; /* d */\n}\n", b"a {\nb: c; \n}\n"),
    ("a.css", 'a { content: "/* b */" /* c */ }', b'a { content: "/* b */"  }'),
    ("a.js", "/* The manual. */\nlet a = '/* b */'; /* c */\n", b"let a = '/* b */'; /* c */\n"),
    ("a.svg", "<!-- a --><svg/>", None),
])
def test_what_is_for_those_who_write_it_is_not_served(
    tmp_path: Path, name: str, written: str, served: bytes | None
) -> None:
    (tmp_path / name).write_text(written, encoding="utf-8")
    assert lean(tmp_path / name) == served


def test_a_style_sheet_is_served_without_its_comments_and_with_all_its_rules(sites: Sites) -> None:
    for name, served in sites.private.files().items():
        if name.startswith("assets/styles/"):
            written = (CONTENT / name).read_text(encoding="utf-8")
            assert b"/*" not in served
            assert served.count(b"{") == re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL).count("{")

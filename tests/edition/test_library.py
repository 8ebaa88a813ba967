"""The coach's prose: what a content folder has to hold, and what is said when it does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.edition import shelf
from generator.edition.library import LibraryError, front_matter, read_library
from generator.words.catalogue import LANGUAGES
from tests.editions import CONTENT, library


def test_every_rule_has_a_page_in_every_language() -> None:
    found = library()
    assert set(found.rules) == set(LANGUAGES)
    spanish, english = (found.rules[language] for language in LANGUAGES)
    assert spanish.keys() == english.keys()
    assert spanish["missing-thanks"].title == "Gracias pendientes"
    assert set(spanish["missing-thanks"].words) == set(english["missing-thanks"].words)
    assert "coffee" in found.checklists


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for part in ("es/rules", "en/rules", "etiquette"):
        shutil.copytree(CONTENT / part, tmp_path / "content" / part)
    return tmp_path / "content"


def test_ones_own_page_takes_the_place_of_ours_and_ours_stands_where_there_is_none(content: Path) -> None:
    (content / "en" / "rules" / "missing-thanks.md").unlink()
    own = content / "es" / "rules" / "missing-thanks.md"
    text = own.read_text(encoding="utf-8")
    own.write_text(text.replace("title: Gracias pendientes", "title: Mías"), encoding="utf-8")
    found, ours = read_library(content, LANGUAGES), read_library(CONTENT, LANGUAGES)
    assert found.rules["es"]["missing-thanks"].title == "Mías"
    assert found.rules["en"]["missing-thanks"].title == ours.rules["en"]["missing-thanks"].title


def test_a_missing_page_is_named(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_PACKAGE", content.parent / "generator")  # so that ours are these
    (content / "en" / "rules" / "missing-thanks.md").unlink()
    with pytest.raises(LibraryError, match=r"en/rules/missing-thanks\.md"):
        read_library(content, LANGUAGES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no front matter\n",
        "---\ntitle: x\n---\n",
        "---\nwords: {default: {do: a, why: b}}\n---\n",
        "---\ntitle: [\n---\n",
        "---\n- a\n---\n",
        "---\n---\n",
        "---\ntitle: x\nwords: {default: {do: a}}\n---\n",
        "---\ntitle: x\nwords: {default: a}\n---\n",
        "---\ntitle: x\nwords: [a]\n---\n",
    ],
)
def test_a_page_that_is_not_as_it_should_be_is_named(content: Path, text: str) -> None:
    (content / "es" / "rules" / "missing-thanks.md").write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError, match=r"es/rules/missing-thanks\.md"):
        read_library(content, LANGUAGES)


def test_front_matter_and_text_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("---\ntitle: Uno\n---\n\nDos\n---\nTres\n", encoding="utf-8")
    assert front_matter(path) == ({"title": "Uno"}, "Dos\n---\nTres")

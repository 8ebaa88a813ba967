"""The coach's prose: what a content folder has to hold, and what is said when it does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.coach.proofreading import ContentError
from generator.edition import shelf
from generator.edition.library import proofread, read_library
from generator.edition.rule_words import halves
from generator.words.catalogue import LANGUAGES
from generator.words.problems import one_line
from generator.words.speech import speech
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
    with pytest.raises(ContentError, match=r"en/rules/missing-thanks\.md"):
        read_library(content, LANGUAGES)


PAGE = "es/rules/missing-thanks.md"


def head(words: str, more: str = "title: x\n") -> str:
    return f"---\n{more}words:\n{words}---\nCuerpo\n"


WRONG = {
    "": (1, "content-no-head"),
    "no front matter\n": (1, "content-no-head"),
    "---\n- a\n---\n": (2, "content-no-head"),
    "---\ntitle: [\n---\n": (2, "open-bracket"),
    "---\ntitle: [a]\n---\n": (2, "not-text"),
    "---\ntitle: x\nwords: {default: a}\n---\n": (3, "not-a-mapping"),
    "---\ntitle: x\nwords: [a]\n---\n": (3, "not-a-mapping"),
    head("  default:\n    do: Gracias a {whom}\n"): (5, "content-placeholder"),
    head("  late:\n    why: Gracias por {}\n"): (5, "content-placeholder"),
    head("  default:\n    note: ay {\n"): (5, "content-brace"),
    head("  default:\n    do: {one: a}\n"): (5, "missing-key"),
    head("  default:\n    do: {one: a, other: '{whom}'}\n"): (5, "content-placeholder"),
    head("  default:\n    do: [a]\n"): (5, "not-text"),
    head("  default:\n    whi: a\n"): (5, "unknown-key"),
    head("  defualt:\n    why: a\n"): (4, "content-variant"),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_page_that_is_not_as_it_should_be_is_told_with_its_line(content: Path, text: str) -> None:
    (content / PAGE).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_library(content, LANGUAGES)
    (found,) = caught.value.problems
    assert (found.place.file, found.place.line, found.code) == (PAGE, *WRONG[text])
    for language in LANGUAGES:
        assert one_line(found, speech(language), root="content").startswith(f"content/{PAGE}:{found.place.line}:")
    assert proofread(content) == (found,)


def test_the_placeholders_that_can_stand_somewhere_are_named(content: Path) -> None:
    (content / PAGE).write_text(head("  default:\n    do: Gracias a {whom}\n"), encoding="utf-8")
    (found,) = proofread(content)
    assert "`{whom}`" in one_line(found, speech("en"))
    assert "`{who}`" in one_line(found, speech("en")), "the nearest"
    (content / PAGE).write_text(head("  default:\n    do: Gracias a {zzz}\n"), encoding="utf-8")
    (found,) = proofread(content)
    assert one_line(found, speech("en")).endswith("What can stand here: {who}, {what}, {date}.")


def test_what_a_page_of_ones_own_leaves_out_is_said_in_our_words(content: Path) -> None:
    ours = library().rules["es"]["missing-thanks"]
    for text in ("---\n---\n", "---\ntitle: Mías\n---\n", "---\nwords: {default: {do: Da las gracias a Ana}}\n---\n"):
        (content / PAGE).write_text(text, encoding="utf-8")
        page = read_library(content, LANGUAGES).rules["es"]["missing-thanks"]
        assert page.words.keys() == ours.words.keys()
        assert page.words["late"] == ours.words["late"]
        assert page.text == ours.text
        assert page.title == ("Mías" if "Mías" in text else ours.title)
    assert page.words["default"].do == "Da las gracias a Ana"
    assert page.words["default"].why == ours.words["default"].why


def test_our_own_pages_hold_as_pages_of_ones_own(tmp_path: Path) -> None:
    """What we fill in somewhere may be filled in there by everybody."""
    shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("assets", "guide", "worker"))
    assert proofread(tmp_path / "content") == ()
    assert read_library(tmp_path / "content", LANGUAGES) == library()


def test_a_page_of_no_rule_is_told(content: Path) -> None:
    (content / "es" / "rules" / "mising-thanks.md").write_text("---\n---\n", encoding="utf-8")
    (found,) = proofread(content)
    assert (found.code, found.facts["near"]) == ("content-no-rule", "missing-thanks")


@pytest.mark.parametrize(("text", "line", "code"), [
    ("helth: {es: [a]}\n", 1, "content-category"), ("- a\n", 1, "not-a-mapping"),
    ("health: [a]\n", 1, "not-a-mapping"),
    ("health:\n  es: a\n", 2, "not-a-list"), ("health:\n  es: [a, {b: c}]\n", 2, "not-text"),
    ("health: [\n", 1, "open-bracket"),
])
def test_words_of_ones_own_that_stop_a_public_site_are_looked_through(
    content: Path, text: str, line: int, code: str
) -> None:
    (content / "sensitive.yml").write_text(text, encoding="utf-8")
    (found,) = proofread(content)
    assert (found.place.file, found.place.line, found.code) == ("sensitive.yml", line, code)


def test_front_matter_and_text_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("---\ntitle: Uno\n---\n\nDos\n---\nTres\n", encoding="utf-8")
    assert halves(path, "page.md") == ("title: Uno\n", "Dos\n---\nTres")

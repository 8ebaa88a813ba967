"""The house itself: everything has its place, and nothing is left outside."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

from generator.coach.rulebook import MISTAKES, all_rules
from generator.coach.schema import all_schemas, as_text
from generator.words.catalogue import LANGUAGES

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
HEADINGS = {
    "es": ["Qué encuentra", "Por qué importa", "Qué hacer", "Ejemplo", "Fuentes y grado", "Ajustes", "Silenciarla"],
    "en": ["What it finds", "Why it matters", "What to do", "Example", "Sources and grade", "Settings", "Silence it"],
}
TOP = {"content", "data", "generator", "overrides", "tests"}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return listed.splitlines()


def test_there_are_no_further_folders_at_the_top() -> None:
    files = tracked()
    assert len(files) > 100
    folders = {f.split("/")[0] for f in files if "/" in f}
    assert {f for f in folders if not f.startswith(".")} == TOP


def test_every_module_says_in_one_sentence_what_it_is() -> None:
    assert len(MODULES) > 40
    for module in MODULES:
        doc = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
        assert doc, module
        assert doc.split("\n")[0].rstrip().endswith((".", ":")), module


def test_every_rule_has_its_manual_its_severity_and_its_sources() -> None:
    rules = all_rules()
    assert len(rules) >= 15
    for rule in rules.values():
        assert len(rule.manual) > 80, rule.name
        assert rule.grade in "ABCH", rule.name
        for number in rule.numbers:
            assert number.source, (rule.name, number.name)
            assert number.grade in "ABCH", (rule.name, number.name)
    assert {rule.mistake for rule in rules.values()} <= set(range(1, len(MISTAKES) + 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_page_with_all_headings_and_no_page_lacks_its_rule(language: str) -> None:
    folder = ROOT / "content" / language / "rules"
    assert {p.stem for p in folder.glob("*.md")} == set(all_rules())
    for page in folder.glob("*.md"):
        lines = page.read_text(encoding="utf-8").splitlines()
        assert [line[3:] for line in lines if line.startswith("## ")] == HEADINGS[language], page
        assert lines.count("[settings]") == 1, page


def test_the_guide_is_the_same_in_all_languages() -> None:
    first, *others = ({p.name for p in (ROOT / "content" / language / "guide").glob("*.md")} for language in LANGUAGES)
    assert len(first) >= 6
    assert all(other == first for other in others)


def test_the_schemas_of_the_data_are_fresh() -> None:
    folder = ROOT / "data" / "schema"
    assert {p.name for p in folder.iterdir()} == set(all_schemas())
    for name, schema in all_schemas().items():
        assert (folder / name).read_text(encoding="utf-8") == as_text(schema), f"{name}: say `make schema`"


def test_every_sample_file_names_its_schema_for_the_editor() -> None:
    files = list((ROOT / "data").rglob("*.yml"))
    assert len(files) > 30
    for file in files:
        first = file.read_text(encoding="utf-8").split("\n")[0]
        assert first.startswith("# yaml-language-server: $schema="), file
        assert (file.parent / first.partition("=")[2]).is_file(), file

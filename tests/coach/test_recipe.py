"""The recipes of CONTRIBUTING, followed to the letter in a copy of the house: nothing else has to be changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editions import ROOT
from tests.test_map import section

STEP = re.compile(
    r"^`(?P<path>[^`]+)`(?:, (?P<how>after|before|in place of) `(?P<line>[^`]+)`:|(?P<end>, at its end:))?\n\n"
    r"(?P<fence>`{3,})\w+\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


def follow(recipe: str, house: Path) -> None:
    """Write the files of a recipe, and put in the lines that it says where it says."""
    steps = list(STEP.finditer(section(recipe)))
    assert steps, recipe
    for step in steps:
        path = house / step["path"]
        if step["how"]:
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            (at,) = (n for n, line in enumerate(lines) if line.startswith(step["line"]))
            first, last = {"after": (at + 1, at + 1), "before": (at, at), "in place of": (at, at + 1)}[step["how"]]
            path.write_text("".join([*lines[:first], step["text"], *lines[last:]]), encoding="utf-8")
        elif step["end"]:
            path.write_text(path.read_text(encoding="utf-8") + step["text"], encoding="utf-8")
        else:
            assert not path.exists(), path
            path.write_text(step["text"], encoding="utf-8")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Path]:
    """The repository, to follow a recipe in; what Python has compiled comes along and is taken up where it is true."""
    copy = tmp_path / "house"
    for folder in ("generator", "content", "data", "overrides", "tests"):
        shutil.copytree(ROOT / folder, copy / folder)
    for file in ("mkdocs.yml", "pyproject.toml", "CONTRIBUTING.md", "README.md"):
        shutil.copy(ROOT / file, copy / file)
    yield copy
    shutil.rmtree(copy)


def run(house: Path, *words: str, **more: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(house), "NO_MKDOCS_2_WARNING": "1", "TERTULIA_DAY": "2026-11-23",
                   **more}
    done = subprocess.run(
        [sys.executable, *words], cwd=house, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tried(house: Path, *words: str, **more: str) -> str:
    return run(house, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words, **more)


def test_a_new_rule_is_tried_listed_and_has_its_pages(house: Path) -> None:
    follow("A new rule", house)
    run(house, "-c", "from generator.doors.command import main; main(['schema'])")
    assert "...." in tried(house, "tests/coach/test_rules.py", "-k", "nothing-to-talk-about")
    assert "nothing-to-talk-about" in run(house, "-c", "from generator.doors.command import main; main(['rules'])")
    run(house, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(house / "site"))
    for language in ("", "en/"):
        assert "nothing-to-talk-about" in (house / "site" / language / "rules" / "index.html").read_text("utf-8")
        assert (house / "site" / language / "rules" / "nothing-to-talk-about" / "index.html").is_file()


def test_a_new_checklist_item_passes_for_one(house: Path) -> None:
    follow("A new checklist item", house)
    tried(house, "tests/coach/test_etiquette.py")


def test_a_new_kind_of_page_is_in_every_edition(house: Path) -> None:
    follow("A new kind of page", house)
    tried(house, "tests/pages/test_goldens.py", "tests/test_map.py", "-k", "favours or map or left_over",
          TERTULIA_UPDATE="1")
    assert "Bo Larsen" in (house / "tests" / "pages" / "goldens" / "favours.en.html").read_text(encoding="utf-8")
    tried(house, "tests/pages/test_goldens.py", "tests/edition/test_edition.py", "tests/words/test_catalogue.py", "-k",
          "favours or exactly or translated")


def test_a_new_importer_brings_people(house: Path) -> None:
    follow("A new importer", house)
    tried(house, "tests/exchange/test_shapes.py", "-k", "thunderbird", TERTULIA_UPDATE="1")
    brought = (house / "tests" / "exchange" / "shapes" / "thunderbird-128.csv.txt").read_text(encoding="utf-8")
    assert brought.startswith("Thunderbird")
    assert "name: Imprenta Sol" in brought
    tried(house, "tests/exchange/test_shapes.py", "-k", "thunderbird")


def test_a_new_language_needs_no_other_places_than_the_recipe_names(house: Path) -> None:
    """Its texts are the Spanish ones here; what is tried is that everything speaks it."""
    catalogue = house / "generator" / "words" / "catalogue.py"
    text = catalogue.read_text(encoding="utf-8")
    assert 'LANGUAGES = ("es", "en")' in text
    catalogue.write_text(text.replace('("es", "en")', '("es", "en", "pt")'), encoding="utf-8")
    said = (catalogue.parent / "es.po").read_text(encoding="utf-8")
    assert "Language: es" in said
    said = said.replace("Language: es", "Language: pt").replace('msgstr "Español"', 'msgstr "Português"')
    (catalogue.parent / "pt.po").write_text(said, encoding="utf-8")
    for folder in ("content", "generator/doors/beginning"):
        shutil.copytree(house / folder / "es", house / folder / "pt")
    run(house, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(house / "site"))
    for page in ("", "guide/", "guide/commands/", "rules/missing-thanks/", "checklists/coffee/", "people/"):
        html = (house / "site" / "pt" / page / "index.html").read_text(encoding="utf-8")
        assert '<html lang="pt"' in html
        assert "Português" in html
        assert 'hreflang="en"' in html
    words = ["init", "mine", "--name", "N", "--language", "pt"]
    run(house, "-c", f"from generator.doors.command import main; main({words!r})")
    assert "languages: [pt, es, en]" in (house / "mine" / "mkdocs.yml").read_text(encoding="utf-8")

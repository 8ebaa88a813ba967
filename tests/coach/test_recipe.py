"""The recipe for a new rule: its module, its fixture and its two pages, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

MODULE = '''"""Finds people whose town nobody wrote down.

It is here to try the recipe: knowing where somebody lives makes a coffee easier to propose.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "H"
NUMBERS = (Number("grace", 7, "days", HOUSE, "H"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each active person without a region, some days after they were written down."""
    for contact in network.contacts.values():
        if contact.region or not contact.added or (day - contact.added.end).days < settings.days("grace"):
            continue
        yield Finding(subject=contact, place=contact.place, action="record", facts={"who": contact})
'''

FIXTURE = """day: 2026-11-23
contacts:
  ana:
    name: Ana Ruiz  # expect: unknown-town
    added: 2026-11-01
  bo:
    name: Bo Lind  # has a region
    added: 2026-11-01
    region: SE
  carla:
    name: Carla Sol  # written down yesterday
    added: 2026-11-22
  dario:
    name: Darío Gil  # silenced
    added: 2026-11-01
    ignore: [{rule: unknown-town, until: 2026-12-31, reason: moves often}]
"""

PAGE = """---
title: {title}
words:
  default: {{do: "{do}", why: "{why}"}}
---
{sections}
"""
EXAMPLE = """```yaml
day: 2026-11-23
contacts:
  ana:
    name: Ana Ruiz  # expect: unknown-town
    added: 2026-11-01
```"""
PAGES = {
    "es": ("Sin ciudad anotada", "Anota dónde vive {who}", "Así es más fácil proponer un café.", (
        "Qué encuentra", "Por qué importa", "Qué hacer", "Ejemplo", "Fuentes y grado", "Ajustes", "Silenciarla")),
    "en": ("No town on record", "Write down where {who} lives", "It makes a coffee easier to propose.", (
        "What it finds", "Why it matters", "What to do", "Example", "Sources and grade", "Settings", "Silence it")),
}


def page(language: str) -> str:
    title, do, why, headings = PAGES[language]
    inside = {3: EXAMPLE, 5: "[settings]"}
    sections = "\n\n".join(f"## {heading}\n\n{inside.get(n, why)}" for n, heading in enumerate(headings))
    return PAGE.format(title=title, do=do, why=why, sections=sections)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with a new rule: four files more, and none changed."""
    copy = tmp_path_factory.mktemp("recipe") / "house"
    for folder in ("generator", "content", "data", "overrides", "tests"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / file, copy / file)
    new = {
        "generator/coach/rules/too_late/unknown_town.py": MODULE, "tests/coach/rules/unknown-town.yml": FIXTURE,
        "content/es/rules/unknown-town.md": page("es"), "content/en/rules/unknown-town.md": page("en"),
    }
    for name, text in new.items():
        (copy / name).write_text(text, encoding="utf-8")
    return copy


def run(copy: Path, *words: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(copy), "NO_MKDOCS_2_WARNING": "1", "TERTULIA_DAY": "2026-11-23"}
    done = subprocess.run(
        [sys.executable, *words], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_new_rules_fixture_and_examples_run_as_tests(copy: Path) -> None:
    said = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/coach/test_rules.py", "-k", "unknown-town")
    assert "4 passed" in said or "...." in said


def test_the_new_rule_is_listed_and_has_its_pages_in_the_site(copy: Path) -> None:
    assert "unknown-town" in run(copy, "-c", "from generator.doors.command import main; main(['rules'])")
    run(copy, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(copy / "site"))
    for language in ("", "en/"):
        assert "unknown-town" in (copy / "site" / language / "rules" / "index.html").read_text(encoding="utf-8")
        assert (copy / "site" / language / "rules" / "unknown-town" / "index.html").is_file()

"""CONTRIBUTING is true: its map is the tree, its walk of one line leads where it says, its recipes can be followed."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.coach.coach import advise
from generator.records.reading import read_folder
from tests.anew import with_made
from tests.editions import ROOT

PAGE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- map -->", "<!-- /map -->"
RULES = "coach/rules/"


def tree(folder: Path, depth: int = 0) -> Iterator[str]:
    """The packages and modules of a folder, a line each, with the first sentence of what they say of themselves."""
    indent = "  " * depth
    yield f"{indent}{folder.name}/  {_says(folder / '__init__.py')}"
    for path in sorted(folder.iterdir(), key=lambda p: (p.is_dir(), p.name)):
        if path.suffix == ".py" and path.stem != "__init__":
            yield f"{indent}  {path.name}  {_says(path)}"
        elif (path / "__init__.py").is_file():
            if f"{path.relative_to(ROOT / 'generator').as_posix()}/" == RULES:
                yield f"{indent}  {path.name}/  {_says(path / '__init__.py')}"
            else:
                yield from tree(path, depth + 1)


def _says(module: Path) -> str:
    return (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n")[0]


def section(title: str) -> str:
    """One section of CONTRIBUTING, by its heading; what looks like a heading in a block of code is none."""
    fence, inside, kept = "", False, []
    for line in PAGE.read_text(encoding="utf-8").splitlines(keepends=True):
        if mark := re.match(r"`{3,}", line):
            fence = mark[0] if not fence else "" if line.strip() == fence else fence
        elif not fence and line.startswith("##"):
            inside = line.strip("# \n") == title
            continue
        if inside:
            kept.append(line)
    return "".join(kept)


def test_the_map_is_the_tree() -> None:
    drawn = "\n".join(tree(ROOT / "generator"))
    fresh = with_made(PAGE, BEGIN, END, f"```text\n{drawn}\n```")
    assert len(drawn.splitlines()) > 150
    assert PAGE.read_text(encoding="utf-8") == fresh, "say TERTULIA_UPDATE=1, and read what changed"


def test_every_name_on_the_walk_is_there() -> None:
    walk = section("The walk of one line")
    steps = re.findall(r"`([a-z_/]+)\.py: (\w+)`", walk)
    assert len(steps) >= 10
    for module, name in steps:
        assert hasattr(importlib.import_module(f"generator.{module.replace('/', '.')}"), name), (module, name)
    for path in re.findall(r"`((?:coach|content|data|doors|edition|pages|records)/[\w/<>-]+\.\w+)[`:]", walk):
        wanted = path.replace("<language>", "es")
        assert (ROOT / wanted).is_file() or (ROOT / "generator" / wanted).is_file(), path


def test_the_walk_of_one_line_leads_where_it_says() -> None:
    walk = section("The walk of one line")
    file, line = re.search(r"`data/(\S+)` says, from line (\d+) on", walk).groups()  # type: ignore[union-attr]  # the sentence is there, or the test fails
    network = read_folder(ROOT / "data").network
    found = [a for a in advise(network, date(2026, 11, 23)).open if a.rule == "missing-thanks"]
    places = {str(a.finding.place) for a in found}
    place = next(p for p in places if p.startswith(f"{file}:{line}:"))
    assert f"`{place}`" in walk

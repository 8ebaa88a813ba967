"""Benchmark: the same people as a site by us and by others, cold, after an edit and while serving.

    python -m tests.benchmark [--people 200,1000,5000] [--rounds 3] [--edits 20] [--only hugo,tertulia] [--work FOLDER]

Rounds are interleaved, so that a busy minute of the machine hits everybody; the figures are medians. All tools read the
same data folder and write the same theme around their pages. What differs: the peers make a page for each person and
event, a list of open promises, an index and a search index; we make those and, with the whole coach, prep sheets,
follow-ups with drafts, directory, week, guide, rules and feeds, and a page of a person is about twice as long.
MkDocs-Material gets Markdown files made beforehand by a small script, which is counted. The limit only reads the files
and writes as many bytes. The table is printed; `bench.json` in the work folder has every run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from tests.benchmark import runs, workload
from tests.benchmark.tools import PYTHON, MissingError, Tool, known, set_up

Figures = dict[str, dict[str, list[float]]]
"""What was measured: by tool and figure, a value for each round."""

COMMANDS = {
    "tertulia check": ("check",), "tertulia today": ("today",),
    "tertulia log": ("log", "c00042", "coffee", "hello"), "tertulia --help": ("--help",),
}


def measure(people: int, tools: Iterable[Tool], rounds: int, edits: int, work: Path) -> Figures:
    """All tools on so many people."""
    data = _data(people, work)
    found: Figures = defaultdict(lambda: defaultdict(list))
    sites = {}
    for tool in tools:
        try:
            sites[tool] = set_up(tool, data, work)
        except MissingError as error:
            _say(f"{tool.name} is left out: {error}")
    for n in range(rounds):
        _say(f"{people} people, round {n + 1}")
        for name, kind, cost in _round(sites, n, data, work):
            for figure, value in asdict(cost).items():
                found[name][f"{kind} {figure}"].append(value)
    for tool, folder in sites.items():
        if tool.serve and edits:
            _say(f"{people} people, serving: {tool.name}")
            found[tool.name]["edit to page"] = runs.served(tool, folder, edits)
    return found


def _round(sites: Mapping[Tool, Path], n: int, data: Path, work: Path) -> Iterator[tuple[str, str, runs.Cost]]:
    """Every tool once, and every command: the name, what was done, and what it took."""
    for tool, folder in sites.items():
        yield tool.name, "cold", runs.cold(tool, folder)
        if tool.name != "limit":
            yield tool.name, "warm", runs.warm(tool, folder, f"zqw{n}")
    copy = set_up(Tool("commands", (), "", ""), data, work)
    env = {**os.environ, "TERTULIA_DAY": str(workload.DAY), "TERTULIA_DATA": str(copy / "data")}
    for name, words in COMMANDS.items():
        command = [str(Path(PYTHON).parent / "tertulia"), *words]
        yield name, "cold", runs.run(command, copy, env, accepted=(0, 1))


def _data(people: int, work: Path) -> Path:
    folder = work / "data" / f"n{people}"
    if not (folder / "me.yml").exists():
        workload.write(people, folder)
    return folder


def table(found: dict[int, Figures]) -> Iterator[str]:
    """One line for each tool and size: medians, and how much of each peer's our build takes."""
    figures = ("cold wall", "cold cpu", "cold memory", "warm wall", "warm cpu", "edit to page")
    yield "| people | tool | " + " | ".join((*figures, "our CPU ÷ its", "our wall ÷ its")) + " |"
    yield "|---" * (len(figures) + 4) + "|"
    for people, tools in found.items():
        for name, values in tools.items():
            middle = {figure: statistics.median(seen) for figure, seen in values.items()}
            shown = [f"{middle[f]:.{0 if 'memory' in f else 2}f}" if f in middle else "–" for f in figures]
            shown += [_ratio(tools, name, f"cold {figure}") for figure in ("cpu", "wall")]
            yield f"| {people} | {name} | " + " | ".join(shown) + " |"


def _ratio(tools: Figures, peer: str, figure: str) -> str:
    """Ours over the peer's, round by round, so that both had the same minutes of the machine."""
    if peer in COMMANDS or "tertulia" not in tools or figure not in tools[peer]:
        return "–"
    pairs = zip(tools["tertulia"][figure], tools[peer][figure], strict=True)
    return f"{statistics.median(ours / theirs for ours, theirs in pairs):.2f}"


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


def main() -> int:
    """Run it and print the table."""
    options = argparse.ArgumentParser(description="The same people as a site, by us and by others.")
    options.add_argument("--people", default="200,1000,5000", help="how many, with commas; 10000 takes a while")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--edits", type=int, default=20)
    options.add_argument("--only", default="", help="names of tools, with commas")
    options.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "tertulia-bench")
    wanted = options.parse_args()
    work = wanted.work.resolve()
    _data(20, work)
    tools = [tool for tool in known(work).values() if tool.name in wanted.only.split(",") or not wanted.only]
    found = {}
    for people in map(int, wanted.people.split(",")):
        found[people] = measure(people, tools, wanted.rounds, wanted.edits, work)
        (work / "bench.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    sys.stdout.write("\n".join(table(found)) + "\n")
    _say(f"Every run is in {work / 'bench.json'}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Benchmark: what twelve earlier editions of 1,000 contacts add to a build, the first time and the second.

    python -m tests.benchmark.editions [--people 1000] [--rounds 4] [--json]

The first time is a new process that has to read the commits: `mkdocs build` of the site for its owner, with the data in
its repository and with the same data outside of one. The second is the build after it in the same process, as
`mkdocs serve` does at every saved file: one contact is edited in between. Nothing is kept on disk, so that the build of
the next process is a first time again. For the second only the data is read and the pages and feeds of both languages
are made; they are not laid down, which makes the share larger than the one of a whole build. The same is shown of the
first, without a limit.

Figures are CPU seconds with those of git, the least of the rounds: other work on the machine only adds. The exit status
is 1 when a limit is passed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from generator.doors import build as door
from generator.doors.history import History
from generator.edition.edition import make_feeds, make_pages
from generator.edition.ground import prepare
from generator.records.reading import Reading
from generator.words.catalogue import LANGUAGES
from tests.histories import ME, Repository, repository

T = TypeVar("T")

DAY = date(2026, 11, 23)
WEEKS = 12
LIMITS = {"first": 0.25, "second": 0.05}
"""The most that the memory may add to a build, as a share of the build without it."""

NAMES = {
    "site": "mkdocs build, no repository", "site_first": "mkdocs build, first time",
    "pages": "pages and feeds, no memory", "pages_first": "pages and feeds, first time",
    "again": "the same after an edit, no memory", "again_second": "the same after an edit, second time",
}
"""What is measured, in words."""

_ROOT = Path(__file__).parents[2]
_CONTENT = _ROOT / "content"
_NAMES = "Ana Bruno Carla Diego Elena Fermín Gala Hugo Inés Jon Karmele Luis Marta Nuño Olga Pau".split()
_SURNAMES = "Ruiz Sol Vega Mas Pons Gil Soto Lara Cano Ríos Vidal Prat Otero Luna Sanz Mora".split()
_TRADES = "editor lawyer translator printer illustrator accountant photographer architect".split()
_LEVELS = "inner close active active wider wider wider wider".split()


def contact(n: int, week: int) -> str:
    """One of the people as their file stood in one week: what happened since is not in it."""
    start, turn = DAY - timedelta(weeks=WEEKS + 1), n % 50
    lines = [
        f"name: {_NAMES[n % 16]} {_SURNAMES[n // 16 % 16]} {_SURNAMES[n // 7 % 16]}",
        f"org: Casa {n % 60}", f"expertise: [{_TRADES[n % 8]}]", f"needs: [{_TRADES[(n + 3) % 8]}]",
        "language: es", f"register: {'usted' if n % 5 == 0 else 'tu'}", f"closeness: {_LEVELS[n % 8]}",
        f"channels: {{email: p{n}@example.org}}", f"met: {{date: {start - timedelta(days=n % 700)}}}", "log:",
    ]
    for k in range(4):
        when = start - timedelta(days=20 + 61 * k + n % 300)
        lines.append(f"  - {{date: {when}, kind: coffee, note: some words {k}}}")
    if turn <= week:
        lines.append(f"  - {{date: {start + timedelta(weeks=turn, days=n % 5)}, kind: email, note: hello}}")
    if n % 3 == 0:
        done = f", done: {start + timedelta(weeks=turn, days=2)}" if turn < week else ""
        due = start + timedelta(weeks=n % WEEKS, days=4)
        lines += ["promises:", f"  - {{what: the list {n}, by: me, made: {start}, due: {due}{done}}}"]
    if n % 7 == 0:
        lines += ["favours:", f"  - {{date: {start - timedelta(days=n % 90)}, by: them, what: an answer, effort: 2}}"]
    return "\n".join(lines) + "\n"


def twelve_weeks(root: Path, people: int) -> Repository:
    """A repository of twelve weeks and one; in each, one in fifty is written to, and as many promises are kept."""
    made = repository(root)
    made.write({"me.yml": ME})
    before: dict[int, str] = {}
    for week in range(WEEKS + 1):
        now = {n: contact(n, week) for n in range(people)}
        files: dict[str, str | None] = {f"contacts/p{n}.yml": t for n, t in now.items() if before.get(n) != t}
        events = {} if week else {f"events/e{n}.yml": _event(n, people) for n in range(people // 20)}
        made.commit(str(DAY - timedelta(weeks=WEEKS + 1 - week, days=2)), {**files, **events})
        before = now
    return made


def _event(n: int, people: int) -> str:
    expected = ", ".join(f"p{(n * 10 + k) % people}" for k in range(10))
    day = DAY + timedelta(days=n * 5 - people // 8)
    return f"title: Meeting {n}\ndate: {day}\nkind: meetup\nexpected: [{expected}]\n"


def measure(people: int, rounds: int) -> dict[str, float]:
    """The CPU seconds of everything in `NAMES`."""
    found: dict[str, list[float]] = {name: [] for name in NAMES}
    with tempfile.TemporaryDirectory() as folder:
        made = twelve_weeks(Path(folder) / "network", people)
        bare = Path(shutil.copytree(made.data, Path(folder) / "bare" / "data"))
        for _ in range(rounds):
            for name, data in (("site", bare), ("site_first", made.data)):
                found[name].append(_timed(partial(_site, data, Path(folder)))[1])
        for n in range(rounds + 1):  # the first round warms up and does not count
            for name, seconds in _pages(made, n).items():
                found[name] += [seconds] if n else []
    return {name: min(values) for name, values in found.items()}


def _site(data: Path, folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")],
        cwd=_ROOT, check=True, env={
            **os.environ, "TERTULIA_DATA": str(data), "TERTULIA_DAY": str(DAY), "TERTULIA_AUDIENCE": "private",
            "NO_MKDOCS_2_WARNING": "1", "GIT_CEILING_DIRECTORIES": str(folder),
        },
    )


def _pages(made: Repository, n: int) -> dict[str, float]:
    """One round of builds in one process; an edit comes before each of the last two."""
    wish, history, seconds = door.Wish(made.data, _CONTENT, DAY, "private"), History(), {}
    reading, seconds["pages"] = _timed(partial(_build, wish, None, None))
    reading, seconds["pages_first"] = _timed(partial(_build, wish, None, history))
    for name, memory in (("again", None), ("again_second", history)):
        made.write({"contacts/p1.yml": contact(1, WEEKS) + f"notes: {name} {n}\n"})
        reading, seconds[name] = _timed(partial(_build, wish, reading, memory))
    return seconds


def _build(wish: door.Wish, before: Reading | None, history: History | None) -> Reading:
    reading = door.read_data(wish, before)
    library = door.library_of(wish)
    ground = (
        door.ground_for(wish, reading, library, "private", history) if history
        else prepare(reading, library, door.stamp_of(wish, reading), "private")
    )
    for language in LANGUAGES:
        make_pages(ground, language)
        make_feeds(ground, language)
    return reading


def _timed(build: Callable[[], T]) -> tuple[T, float]:
    before = os.times()
    made = build()
    return made, sum(os.times()[:4]) - sum(before[:4])


def report(seconds: dict[str, float]) -> dict[str, Any]:
    """The figures, and what share the memory adds to a build of each kind."""
    pairs = {"first": ("site_first", "site"), "second": ("again_second", "again"), "pages": ("pages_first", "pages")}
    shares = {name: seconds[with_it] / seconds[without] - 1 for name, (with_it, without) in pairs.items()}
    return {"seconds": seconds, "adds": shares, "limits": LIMITS, "holds": all(shares[k] < LIMITS[k] for k in LIMITS)}


def _lines(found: dict[str, Any]) -> Iterator[str]:
    for name, said in NAMES.items():
        yield f"{said:38}{found['seconds'][name]:7.2f} s"
    adds = found["adds"]
    yield f"added the first time                  {adds['first']:+9.1%}  (limit {LIMITS['first']:.0%})"
    yield f"added the second time                 {adds['second']:+9.1%}  (limit {LIMITS['second']:.0%})"
    yield f"added to pages and feeds alone, first {adds['pages']:+9.1%}  (no limit)"


def main() -> int:
    """Run it and print the figures."""
    options = argparse.ArgumentParser(description="What twelve earlier editions add to a build.")
    options.add_argument("--people", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=4)
    options.add_argument("--json", action="store_true")
    wanted = options.parse_args()
    found = report(measure(wanted.people, wanted.rounds))
    sys.stdout.write((json.dumps(found, indent=1) if wanted.json else "\n".join(_lines(found))) + "\n")
    return 0 if found["holds"] else 1


if __name__ == "__main__":
    sys.exit(main())

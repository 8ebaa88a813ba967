"""The problems: what is wrong in the data, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.labels import coded
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.problems import Problem
from generator.records.reading import Reading
from generator.words.problems import told
from generator.words.speech import Speech

ADDRESS = "problems/"
MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """One problem as the page shows it."""

    id: str
    problem: Problem
    what: Markup
    hint: Markup
    stale: bool


def pages(sources: Sources) -> Iterator[Page]:
    """One page; for an audience other than the owner it says nothing of the files."""
    desk = Desk(sources, ADDRESS)
    reading = sources.reading if sources.private else None
    problems = reading.problems if reading else ()
    yield desk.render(
        "problems", sources.speech.text("State of the data"),
        faults=list(_faults(reading, sources.speech)) if reading else [], total=len(problems),
        broken=len({p.place.file for p in problems}), folders=_folders(reading) if reading else [],
    )


def _faults(reading: Reading, speech: Speech) -> Iterator[Fault]:
    stale = set(reading.stale)
    for number, problem in enumerate(reading.problems[:MOST_SHOWN], 1):
        what, hint = told(problem, speech)
        yield Fault(f"p-{number}", problem, coded(what), coded(hint), problem.place.file in stale)


def _folders(reading: Reading) -> list[tuple[str, int, int]]:
    """By folder: how many files there are, and how many of them need mending."""
    files = {*reading.sheets, *(p.place.file for p in reading.problems)}
    broken = {p.place.file for p in reading.problems}
    names = sorted({f.partition("/")[0] + ("/" if "/" in f else "") for f in files})
    found = []
    for name in names:
        here = {f for f in files if f == name or (name.endswith("/") and f.startswith(name))}
        found.append((name, len(here), len(here & broken)))
    return found

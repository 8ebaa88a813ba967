"""Editions of the tests' own network, made as every door makes them, and that network as a data folder."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from generator.doors.describing import manual
from generator.edition.ground import Ground, prepare
from generator.edition.library import Library, read_library
from generator.pages.manual import Manual
from generator.pages.sources import Stamp
from generator.records.reading import Reading
from generator.records.record import Audience
from generator.words.catalogue import LANGUAGES
from tests.networks import read_case

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
NETWORK = ROOT / "tests" / "pages" / "network.yml"
DAY = date(2026, 11, 23)
STAMP = Stamp(DAY, "a1b2c3d", version="1")
CANARIES = ROOT / "tests" / "records" / "canaries.yml"
CANARY_NAMES: Mapping[str, Audience] = {"nadielosepa": "private", "entrenosotros": "shared", "plazamayor": "public"}
"""Words that stand in nothing else, by how far what carries them is shared."""

FOLDERS = ("contacts", "events", "organisations")


@cache
def library() -> Library:
    return read_library(CONTENT, LANGUAGES)


@cache
def commands() -> Manual:
    return manual()


def ground(reading: Reading, audience: Audience = "private", day: date = DAY) -> Ground:
    stamp = Stamp(day, STAMP.commit, version=STAMP.version)
    return prepare(reading, library(), stamp, audience, manual=commands())


def ground_of_case(text: str, audience: Audience = "private") -> Ground:
    """What the pages of a tiny network are made from, on the day it names."""
    case = read_case(text)
    return ground(Reading(case.network), audience, case.day)


def canaries_text() -> str:
    """A case with three of everything, each text with the name of its owner in it."""
    parts = ["day: 2026-11-23"]
    for section, lines in blocks(CANARIES.read_text(encoding="utf-8").splitlines(), 0):
        if section in FOLDERS:
            each = ("\n".join(lines).replace("WHO", name).replace("FAR", share) for name, share in CANARY_NAMES.items())
            parts += [f"{section}:", *(text.replace("NR", str(n)) for n, text in enumerate(each))]
        elif section != "day":
            parts += [f"{section}:", *lines]
    return "\n".join(parts)


def lay_out(text: str, folder: Path) -> Path:
    """Write the sections of a case as the files of a data folder, line for line; the folder is given back."""
    for section, lines in blocks(text.splitlines(), 0):
        if section in FOLDERS:
            for name, file in blocks(lines, 2):
                _write(folder / section / f"{name}.yml", file)
        elif section != "day":
            _write(folder / f"{section}.yml", lines)
    return folder


def blocks(lines: list[str], indent: int) -> Iterator[tuple[str, list[str]]]:
    """The keys at one indent, each with the lines below it."""
    starts = [n for n, line in enumerate(lines) if line[indent:indent + 1].strip(" #-") and not line[:indent].strip()]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start].strip().partition(":")[0], lines[start + 1:end]


def _write(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent("\n".join(lines)) + "\n", encoding="utf-8")

"""Faults: good files with one fault each at a known spot, to see how often the spot is told, and with a hint."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.records.reading import read_text
from generator.words.problems import one_line, told
from generator.words.speech import speech
from tests.editions import ROOT
from tests.torture.builds import Trial

_KEY = re.compile(r"^( *(?:- )?)([a-z_]+):(?: |$)")
_DATE = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_WORD = re.compile(r"^( *(?:- )?(?:kind|closeness|status|purpose|channel|by|share): )([a-z_]+)$")
_PLAIN = re.compile(r"^( *(?:- )?(?:name|title|text|what|note|notes|role): )([^\"'|>\[{#&*!].*)$")


class Fault(NamedTuple):
    """A file with one fault, and where it is: the line, and the first and last column that count as right."""

    kind: str
    file: str
    text: str
    line: int
    columns: tuple[int, int]


def faults() -> Iterator[Fault]:
    """Every mistake of every kind in every file of the sample."""
    for path in sorted((ROOT / "data").rglob("*.yml")):
        file, text = path.relative_to(ROOT / "data").as_posix(), path.read_text(encoding="utf-8")
        if file != "inbox.yml" and not read_text(file, text).problems:
            lines = text.split("\n")
            for n, line in enumerate(lines):
                for kind, put, column, width in _mistakes(line):
                    changed = "\n".join([*lines[:n], put, *lines[n + 1 :]])
                    yield Fault(kind, file, changed, n + 1 + (kind == "twice"), (column + 1, column + max(width, 1)))


def _mistakes(line: str) -> Iterator[tuple[str, str, int, int]]:
    """Kind, the line with the mistake, the column it begins in, and how wide it is."""
    if (key := _KEY.match(line)) and "#" not in line:
        lead, word = key[1], key[2]
        yield "letter", line.replace(f"{word}:", f"{word}x:", 1), len(lead), len(word) + 1
        if "- " not in lead and not line.rstrip().endswith((":", "|", ">")):
            yield "twice", f"{line}\n{line}", len(lead), len(word)
            yield "tab", f"\t{line}", 0, 1 + len(lead)
        if line[key.end() :]:
            yield "glued", line.replace(": ", ":", 1), len(lead), len(line)
    if date := _DATE.search(line):
        wrong = f"{date[1]}-13-{date[3]}"
        yield "month", line[: date.start()] + wrong + line[date.end() :], date.start(), len(wrong)
    if word_of := _WORD.match(line):
        yield "choice", f"{word_of[1]}{word_of[2]}q", len(word_of[1]), len(word_of[2]) + 1
    if plain := _PLAIN.match(line):
        at = len(plain[1])
        yield "colon", f"{plain[1]}ve: {plain[2]}", at, len(plain[2]) + 4
        yield "quote", f'{plain[1]}"{plain[2]}', at, 1
        yield "bidi", f"{plain[1]}\u202e{plain[2]}", at, 1
        yield "lost", f"{line} #3", len(line), 4
        yield "at", f"{plain[1]}@{plain[2]}", at, 1


def found(folder: Path) -> tuple[bool, str]:
    """How often line, column and a hint are right, over all of them."""
    del folder
    count = lines = columns = hints = raw = 0
    missed: dict[str, int] = {}
    for fault in faults():
        problems = read_text(fault.file, fault.text).problems
        count += 1
        on = [p for p in problems if p.place.line == fault.line]
        at = [p for p in on if fault.columns[0] <= p.place.column <= fault.columns[1]]
        lines, columns = lines + bool(on), columns + bool(at)
        hints += any(told(p, speech("es"))[1] and told(p, speech("en"))[1] for p in on)
        raw += any(set(map(unicodedata.category, one_line(p, speech("es")))) & {"Cc"} for p in problems)
        raw += any("\u202e" in one_line(p, speech("en")) for p in problems)
        if not at:
            missed[fault.kind] = missed.get(fault.kind, 0) + 1
    well = count > 1000 and lines >= 0.98 * count and columns >= 0.95 * count and hints >= 0.9 * count and not raw
    return well, (f"{count} faults: line {lines / count:.1%}, column {columns / count:.1%}, hint {hints / count:.1%}, "
                  f"raw signs {raw}; missed {missed}")


TRIALS: Mapping[str, Trial] = {"faults": found}

"""Unfinished: a change of several files is written down before it is made, so that one that was cut off gets finished.

What stands in the note is every file as it is to be. It is taken away when all of them are so; a note that is still
there, with nobody at work, is of a command that was killed, or of a power cut.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.doors.placing import beside
from generator.doors.turn import is_at_work
from generator.records.folder import is_read, opened
from generator.records.places import Place
from generator.records.problems import Problem, shown

NOTE = ".unfinished.json"
"""Where a change that is being made stands in the data folder."""

MOST_BYTES = 1 << 26
"""A longer note is none of ours: a thousand files of the longest kind fit a quarter of it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a change: the digest of what it said (empty: it was not there), and what it is to say, or None."""

    file: str
    before: str
    after: bytes | None

    @classmethod
    def of(cls, file: str, before: bytes | None, after: bytes | None) -> Step:
        """The step from some bytes to others."""
        return cls(file, digest(before), after)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A change that was begun: what was said on the command line, and every step."""

    said: Mapping[str, Any]
    steps: tuple[Step, ...]

    @property
    def command(self) -> str:
        """The command, as it is typed."""
        return shown(f"tertulia {self.said.get('command', '')}".strip())[:80]


def digest(content: bytes | None) -> str:
    """What stands for the bytes of a file, or for none."""
    return "" if content is None else hashlib.sha256(content).hexdigest()


def note(folder: Path, said: Mapping[str, Any], steps: Iterable[Step]) -> None:
    """Write a change down, on the disk for good."""
    rows = [{"file": s.file, "before": s.before, "after": None if s.after is None else s.after.decode()} for s in steps]
    text = json.dumps({"said": said, "steps": rows}, ensure_ascii=False, indent=1)
    beside(folder / NOTE, text.encode()).replace(folder / NOTE)
    settle(folder)


def done(folder: Path) -> None:
    """The change is made."""
    (folder / NOTE).unlink(missing_ok=True)


def settle(folder: Path) -> None:
    """Have the disk keep the names of a folder."""
    with suppress(OSError):  # not every system lets a folder be opened
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def begun(folder: Path) -> Unfinished | None:
    """The change that a folder's note tells of; only files of the data can be meant by it."""
    try:
        descriptor = opened(folder / NOTE)
        with os.fdopen(descriptor, "rb") as stream:
            raw = stream.read(MOST_BYTES) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""
        found = json.loads(raw)
        steps = tuple(
            Step(str(s["file"]), str(s["before"]), None if s["after"] is None else s["after"].encode())
            for s in found["steps"]
        )
        said = dict(found["said"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return Unfinished(said, steps) if steps and all(is_read(step.file) for step in steps) else None


def unfinished_problems(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with a data folder in which a command was cut off."""
    left = None if is_at_work(folder) else begun(folder)
    return (Problem(Place(NOTE, 1, 1), "unfinished", {"command": left.command}),) if left else ()

"""Places: where in the user's files something stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """One spot in one file of the data folder; lines and columns count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a mapping of the data begins, and where each of its keys stands.

    `file` is relative to the data folder, with forward slashes.
    """

    file: str
    line: int
    column: int
    keys: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def __reduce__(self) -> tuple[type[Origin], tuple[object, ...]]:
        """How it is kept: a thousand people have thirty thousand of them, and the usual way is slow."""
        return Origin, (self.file, self.line, self.column, self.keys)

    @property
    def place(self) -> Place:
        """The first character of the mapping."""
        return Place(self.file, self.line, self.column)

    def at(self, key: str) -> Place:
        """The place of one key, or of the mapping when the key was not written."""
        line, column = self.keys.get(key, (self.line, self.column))
        return Place(self.file, line, column)


NOWHERE = Origin("", 0, 0)

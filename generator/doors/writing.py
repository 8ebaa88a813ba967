"""Writing: changed files put in the place of the old ones, whole or not at all, and none that changed meanwhile."""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.doors.placing import beside, named
from generator.records.guard import MOST_BYTES
from generator.words.catalogue import N_


class WritingError(Exception):
    """A file cannot be written, as a message with `{file}` in it."""

    def __init__(self, message: str, file: str) -> None:
        super().__init__(message.format(file=file))
        self.message, self.file = message, file


READ_ONLY = N_("{file} may only be read; nothing was written.")
CHANGED = N_("{file} was changed meanwhile; nothing was written. Say it again.")
LINK = N_("{file} is a link to somewhere else; nothing was written.")
THERE = N_("{file} is there already; nothing was written.")
NOT_UTF8 = N_("{file} is not a text in UTF-8; nothing was written.")


@dataclass(frozen=True, slots=True)
class Draft:
    """One file of a data folder as it is and as it is to be; `before` is None for a new one, `after` for one that goes.

    `moved` is what a new file said under the name it had until now.
    """

    file: str
    path: Path
    before: bytes | None
    after: bytes | None
    moved: bytes | None = None

    def diff(self) -> Iterator[str]:
        """What changes, line by line; of a file that goes, and of one that only moved, no more than its name."""
        if self.after is None or self.moved == self.after:
            yield f"--- data/{self.file}"
            yield f"{'---' if self.after is None else '+++'} data/{self.file}"
            return
        was = self.before if self.moved is None else self.moved
        old, new = ((text or b"").decode("utf-8-sig").splitlines() for text in (was, self.after))
        source = f"data/{self.file}" if was is not None else "/dev/null"
        yield from difflib.unified_diff(old, new, source, f"data/{self.file}", n=1, lineterm="")


def read_text(folder: Path, file: str) -> tuple[bytes, str]:
    """The bytes of a file of the data folder, and its text with the line breaks it has."""
    path = folder / file
    if path.is_symlink():
        raise WritingError(LINK, f"data/{file}")
    with path.open("rb") as stream:
        raw = stream.read(MOST_BYTES + 1)
    try:
        return raw, raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WritingError(NOT_UTF8, f"data/{file}") from error


def write(drafts: Iterable[Draft]) -> None:
    """Write all files or none: each is made beside its place first, then they change places."""
    drafts = [draft for draft in drafts if draft.before != draft.after]
    made: list[tuple[Draft, Path | None]] = []
    try:
        for draft in drafts:
            _look(draft)
            made.append((draft, None if draft.after is None else _beside(draft, draft.after)))
        for draft in drafts:
            _look(draft)
        _change_places(made)
    finally:
        for _, fresh in made:
            if fresh:
                fresh.unlink(missing_ok=True)


def _change_places(made: list[tuple[Draft, Path | None]]) -> None:
    placed: list[Draft] = []
    try:
        for draft, fresh in sorted(made, key=lambda pair: pair[1] is None):  # what goes, goes last
            if fresh is None:
                draft.path.unlink()
            elif draft.before is None:
                named(fresh, draft.path)  # refused where the name was taken meanwhile
            else:
                fresh.replace(draft.path)
            placed.append(draft)
    except BaseException:
        for draft in placed:  # back to what was there
            if draft.before is None:
                draft.path.unlink()
            else:
                draft.path.write_bytes(draft.before)
        raise
    for folder in {draft.path.parent for draft in placed}:
        with contextlib.suppress(OSError):  # not every system lets a folder be opened
            descriptor = os.open(folder, os.O_RDONLY)
            os.fsync(descriptor)
            os.close(descriptor)


def _look(draft: Draft) -> None:
    """Whether the file still is what was read, and may be written."""
    name = f"data/{draft.file}"
    if draft.path.is_symlink():
        raise WritingError(LINK, name)
    if draft.before is None:
        if draft.path.exists():
            raise WritingError(THERE, name)
        return
    try:
        now = draft.path.read_bytes()
    except FileNotFoundError as error:
        raise WritingError(CHANGED, name) from error
    if hashlib.sha256(now).digest() != hashlib.sha256(draft.before).digest():
        raise WritingError(CHANGED, name)
    if not draft.path.stat().st_mode & stat.S_IWUSR or not os.access(draft.path, os.W_OK):
        raise WritingError(READ_ONLY, name)


def _beside(draft: Draft, text: bytes) -> Path:
    """The new text in a file of its own, with the rights of the old one."""
    draft.path.parent.mkdir(parents=True, exist_ok=True)
    return beside(draft.path, text, None if draft.before is None else stat.S_IMODE(draft.path.stat().st_mode))

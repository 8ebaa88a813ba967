"""Writing: changed files put in the place of the old ones, all or none, and none that changed meanwhile."""

from __future__ import annotations

import difflib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.doors.placing import beside, named
from generator.doors.turn import BusyError, turn
from generator.doors.unfinished import MOST_BYTES as NOTE_BYTES
from generator.doors.unfinished import NOTE, Step, Unfinished, begun, digest, done, note, settle
from generator.records.folder import opened
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
NO_FILE = N_("{file} is not an ordinary file; nothing was written.")
TOO_BIG = N_("{file} is too big to be read as a whole; nothing was written.")
BUSY = N_("Another command is writing in {file}; nothing was written. Say it again.")
CHANGED_SINCE = N_(
    "{file} was changed after a command had been cut off, so that what it had begun cannot be finished; nothing was "
    "written. Compare it with data/.unfinished.json, which has every file as it was to be, and delete that one."
)


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
    raw = _bytes(path, f"data/{file}")
    try:
        return raw, raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WritingError(NOT_UTF8, f"data/{file}") from error


def write(folder: Path, drafts: Iterable[Draft], said: Mapping[str, Any]) -> None:
    """Write all files or none: each is made beside its place first, then they change places.

    More than one are written down before, with what was `said` on the command line, for `finish` to go on with.
    """
    drafts = [draft for draft in drafts if draft.before != draft.after]
    if not drafts:
        return
    try:
        with turn(folder):
            _write(folder, drafts, said)
    except BusyError as error:
        raise WritingError(BUSY, "data/") from error


def finish(folder: Path) -> Unfinished | None:
    """Make the rest of a change that was cut off; gives what it was, or None where there is nothing to finish."""
    if not (folder / NOTE).exists():
        return None
    try:
        with turn(folder):  # whoever is at work just now gets done first
            left = begun(folder)
            drafts = [draft for step in left.steps for draft in _left_of(folder, step)] if left else []
            if left:
                _write(folder, drafts, None)
                done(folder)
            return left
    except BusyError as error:
        raise WritingError(BUSY, "data/") from error


def _left_of(folder: Path, step: Step) -> Iterator[Draft]:
    """What is still to be done of one step; refused where the file is neither as it was nor as it is to be."""
    path = folder / step.file
    now = _bytes(path, f"data/{step.file}", NOTE_BYTES) if os.path.lexists(path) else None
    if digest(now) == step.before or (now == b"" and not step.before):  # a name that was only just taken
        yield Draft(step.file, path, now, step.after)
    elif now != step.after:
        raise WritingError(CHANGED_SINCE, f"data/{step.file}")


def _write(folder: Path, drafts: list[Draft], said: Mapping[str, Any] | None) -> None:
    """Write all files or none, written down before unless they are already."""
    made: list[tuple[Draft, Path | None]] = []
    try:
        for draft in drafts:
            _look(folder, draft)
            made.append((draft, None if draft.after is None else _beside(draft, draft.after)))
        for draft in drafts:
            _look(folder, draft)
        if said is not None and len(drafts) > 1:
            note(folder, said, (Step.of(d.file, d.before, d.after) for d in drafts))
            _change_places(made, lambda: done(folder))
        else:
            _change_places(made, lambda: None)
    finally:
        for _, fresh in made:
            if fresh:
                fresh.unlink(missing_ok=True)


def _change_places(made: list[tuple[Draft, Path | None]], over: Callable[[], None]) -> None:
    """Put every file in its place, or all back again; `over` is called when either is done."""
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
                beside(draft.path, draft.before, _mode(draft)).replace(draft.path)
        over()
        raise
    for folder in {draft.path.parent for draft in placed}:
        settle(folder)
    over()


def _look(folder: Path, draft: Draft) -> None:
    """Whether the file still is what was read, and may be written."""
    name = f"data/{draft.file}"
    if any(path.is_symlink() for path in (draft.path, draft.path.parent) if path != folder):
        raise WritingError(LINK, name)
    if draft.before is None:
        if draft.path.exists():
            raise WritingError(THERE, name)
        return
    try:
        now = _bytes(draft.path, name, NOTE_BYTES)
    except FileNotFoundError as error:
        raise WritingError(CHANGED, name) from error
    if now != draft.before:
        raise WritingError(TOO_BIG if len(now) > MOST_BYTES else CHANGED, name)
    if not draft.path.stat().st_mode & stat.S_IWUSR or not os.access(draft.path, os.W_OK):
        raise WritingError(READ_ONLY, name)


def _bytes(path: Path, name: str, most: int = MOST_BYTES + 1) -> bytes:
    """What a file says, up to so many bytes; a pipe keeps nobody waiting."""
    descriptor = opened(path)
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise WritingError(NO_FILE, name)
        return stream.read(most)


def _mode(draft: Draft) -> int | None:
    return stat.S_IMODE(draft.path.stat().st_mode) if draft.path.exists() else None


def _beside(draft: Draft, text: bytes) -> Path:
    """The new text in a file of its own, with the rights of the old one."""
    draft.path.parent.mkdir(parents=True, exist_ok=True)
    return beside(draft.path, text, None if draft.before is None else _mode(draft))

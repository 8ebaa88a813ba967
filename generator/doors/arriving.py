"""Arriving: new files on the disk, all of them or none, and never one in the place of another."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.doors.placing import beside, named
from generator.doors.refusal import Refusal, refusal
from generator.doors.turn import BusyError, sweep, turn
from generator.doors.writing import BUSY
from generator.records.folder import FOLDERS
from generator.words.catalogue import N_


def taken_ids(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """The ids that files of a data folder have already, those too that cannot be read."""
    return {name: tuple(_stems(folder / name)) for name in FOLDERS}


def write_new(root: Path, files: Iterable[tuple[str, str]], near: Iterable[str] = ()) -> list[Path]:
    """Write files below `root`; if one cannot be written, or is there already, none of them stays.

    Each is set beside its place and then given its name, which the system refuses where the name is taken. What an
    earlier command that was killed left beside the files `near` goes.
    """
    written: list[Path] = []
    made: list[Path] = []
    try:
        with turn(root):
            for place in sorted({(root / file).parent for file in near}):
                sweep(place)
            for file, text in files:
                path = root / file
                made.extend(_make_folder(path.parent))
                _place(path, text.encode())
                written.append(path)
    except BusyError as error:
        raise refusal(BUSY, file=str(root)) from error
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        if isinstance(error, FileExistsError):
            raise _taken(error.filename2 or error.filename) from error
        if isinstance(error, OSError):
            raise refusal(N_("{file}: {why}; nothing was written."), file=str(error.filename or root),
                          why=error.strerror or str(error)) from error
        raise
    return written


def _make_folder(folder: Path) -> Iterator[Path]:
    """Make a folder with those above it; gives those that are new."""
    if folder.is_symlink():
        raise refusal(N_("{file} is a link to somewhere else; nothing was written."), file=str(folder))
    if not folder.is_dir():
        yield from _make_folder(folder.parent)
        folder.mkdir()
        yield folder


def write_new_bytes(path: Path, content: bytes) -> None:
    """One new file, whole or not at all; what is there already stays as it is."""
    try:
        _place(path, content)
    except FileExistsError as error:
        raise _taken(path) from error


def _taken(path: str | Path) -> Refusal:
    return refusal(N_("{file} is there already; nothing was written."), file=str(path))


def _place(path: Path, content: bytes) -> None:
    """One file, whole or not at all."""
    draft = beside(path, content)
    try:
        named(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _stems(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        yield from (entry.name.split(".")[0] for entry in os.scandir(folder))

"""Turn: one command at a time writes in a data folder, and clears away what one that was killed left half made."""

from __future__ import annotations

import importlib
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from generator.records.folder import FOLDERS

fcntl: Any = importlib.import_module("fcntl") if os.name == "posix" else None

PATIENCE = 10.0
"""Seconds that a command waits for another one to be done: writing takes some milliseconds."""

OLD = 3_600
"""Seconds after which a draft is nobody's any more, where a system has no locks to ask."""

_DRAFT = re.compile(r"\..+\.[0-9a-f]+\.new\Z", re.DOTALL)


class BusyError(Exception):
    """Another command is writing, and does not get done."""


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Write in a data folder while no other command does; drafts that nobody is working on go."""
    lock = _locked(folder)
    try:
        for place in (folder, *(folder / name for name in FOLDERS)):
            sweep(place)
        yield
    finally:
        if lock is not None:
            os.close(lock)


def is_at_work(folder: Path) -> bool:
    """Whether a command is writing in a data folder just now."""
    if fcntl is None:
        return False
    with suppress(OSError):
        lock = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(lock)
    return False


def _locked(folder: Path) -> int | None:
    """A lock on the folder; None where there is no such thing, as on some disks that are shared."""
    if fcntl is None or not folder.is_dir():
        return None
    lock, end = os.open(folder, os.O_RDONLY), time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > end:
                os.close(lock)
                raise BusyError from error
            time.sleep(0.01)
        except OSError:
            os.close(lock)
            return None
        else:
            return lock


def sweep(place: Path) -> None:
    """Take the drafts of one folder away, for whoever has the turn; without locks, those that are old."""
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            if _DRAFT.match(entry.name) and entry.is_file(follow_symlinks=False) and _is_nobodys(entry):
                Path(entry.path).unlink(missing_ok=True)


def _is_nobodys(draft: os.DirEntry[str]) -> bool:
    return fcntl is not None or time.time() - draft.stat(follow_symlinks=False).st_mtime > OLD

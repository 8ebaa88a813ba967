"""Kept: what was read of many files the last time, so that a command reads only those that have changed since.

It may be thrown away at any time, and is used only for a file with the very bytes it was made from, by the code that
made it: nobody can tell by what is said whether it was there. `TERTULIA_CACHE=off` does without.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import re
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pydantic

from generator import __version__
from generator.coach.options import option_problems
from generator.doors.progress import progress
from generator.doors.tongue import tongue
from generator.records.folder import FOLDERS, opened
from generator.records.reading import Reading, Sheet, Today, read_folder

FEWEST = 200
"""Files from which on it is worth it; a smaller network is read anew each time and leaves no copy anywhere."""

STALE = 40
"""So many files may have changed before all are written down anew."""

MOST_BYTES = 1 << 28
"""A larger file is none that was kept here: a contact of 1 kB takes 3 kB, ten thousand of them a ninth of it."""

_OURS = re.compile(r"\.?[0-9a-f]{16}\.[0-9a-f]{16}(?:\.\d+)?")
"""The name of what was kept of one folder by one code, and of what a command is still writing or was killed over."""

_PLAIN = {("datetime", "date"), ("datetime", "time"), ("datetime", "timedelta"), ("decimal", "Decimal")}
_DIGEST = hashlib.sha256().digest_size


def read(folder: Path, today: Today | None = None) -> Reading:
    """The data folder as it is now, with the problems of rule names and numbers, by way of what was kept."""
    store = _store(folder)
    kept = _sheets(store) if store else {}
    with progress(tongue().text("Reading"), _files_in(folder)) as step:
        reading = read_folder(folder, None, kept, today=today, step=step)
    if store:
        _keep(store, reading, kept)
    return option_problems(reading)


def _files_in(folder: Path) -> int:
    """About how many files there are to read."""
    found = 0
    for name in FOLDERS:
        with suppress(OSError):  # what cannot be listed is told where it is read
            found += len(os.listdir(folder / name))
    return found


def forget() -> None:
    """Throw away whatever was kept, of this data folder, of where it lay before and of other copies of it."""
    for home in filter(None, {_home(os.environ.get("TERTULIA_CACHE", "")), _home("")}):
        for path in home.glob("*"):
            if _OURS.fullmatch(path.name):
                path.unlink(missing_ok=True)


def _store(folder: Path) -> Path | None:
    """Where the sheets of a data folder are kept, by where it is and which code reads it; None where nowhere."""
    home = _home(os.environ.get("TERTULIA_CACHE", ""))
    if home is None or not hasattr(os, "getuid"):
        return None
    here = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    return home / f"{here}.{_code()}"


def _home(wanted: str) -> Path | None:
    """The folder of all that is kept: where it is wanted, or where this system keeps such things; None for nowhere."""
    wanted = wanted or os.environ.get("XDG_CACHE_HOME", "")
    if wanted == "off":
        return None
    with suppress(RuntimeError):  # nobody knows where the user's own folder is
        return (Path(wanted) if wanted else Path.home() / ".cache") / "tertulia"
    return None


@cache
def _code() -> str:
    """What stands for the code that reads: our version and every line of records, Python's and pydantic's versions."""
    found = hashlib.sha256(f"{__version__} {sys.version} {pydantic.VERSION}".encode())
    for part in sorted(files("generator.records").iterdir(), key=lambda part: part.name):
        if part.name.endswith(".py"):
            found.update(part.read_bytes())
    return found.hexdigest()[:16]


def _sheets(store: Path) -> Mapping[str, Sheet]:
    with suppress(Exception):  # whatever is wrong with it, the files themselves are there to be read
        descriptor = opened(store)
        with os.fdopen(descriptor, "rb") as stream:
            state = os.fstat(descriptor)
            private = state.st_uid == os.getuid() and not state.st_mode & 0o077
            if private and stat.S_ISREG(state.st_mode) and state.st_size <= MOST_BYTES:
                raw = stream.read(MOST_BYTES)
                if hashlib.sha256(raw[_DIGEST:]).digest() == raw[:_DIGEST]:
                    return dict(_Sheets(io.BytesIO(raw[_DIGEST:])).load())
    return {}


class _Sheets(pickle.Unpickler):
    """Makes records of our own and plain values, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of that name, if it is one of a record or of a date, a time or a number."""
        ours = module.startswith("generator.records.")
        found = super().find_class(module, name) if ours or (module, name) in _PLAIN else None
        if isinstance(found, type) and (found.__module__ == module or not ours):
            return found
        raise pickle.UnpicklingError(name)


def _keep(store: Path, reading: Reading, kept: Mapping[str, Sheet]) -> None:
    """Write down the sheets in which nothing is wrong, unless almost all of them stand there already."""
    sheets = {file: sheet for file, sheet in reading.sheets.items() if not sheet.problems and not sheet.stale}
    fresh = sum(kept.get(file) is not sheet for file, sheet in sheets.items())
    if len(sheets) < FEWEST or (fresh < STALE and kept.keys() <= sheets.keys()):
        return
    with suppress(OSError):
        store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        raw = pickle.dumps(sheets, pickle.HIGHEST_PROTOCOL)
        beside = store.with_name(f".{store.name}.{os.getpid()}")
        try:
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(hashlib.sha256(raw).digest() + raw)
            beside.replace(store)
            for older in store.parent.glob(f"*{store.stem}.*"):  # of other code, or of a command that was killed
                if older != store:
                    older.unlink(missing_ok=True)
        finally:
            beside.unlink(missing_ok=True)

"""What is made once for all processes that run the tests side by side: the first that needs it makes it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 300
"""How many seconds another process may take to make something."""


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder of this run, filled by whoever asks for it first; everybody else waits, and changes nothing in it."""
    base = factory.getbasetemp()
    run = base.parent if base.name.startswith("popen-") else base  # xdist: each process has a folder in it
    folder = run / name
    made, failed = folder.with_suffix(".made"), folder.with_suffix(".failed")
    try:
        folder.mkdir()
    except FileExistsError:
        _wait(made, failed)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    made.touch()
    return folder


def _wait(made: Path, failed: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not made.exists():
        if failed.exists() or time.monotonic() > end:
            pytest.fail(f"{made.stem} could not be made by another process")
        time.sleep(0.1)

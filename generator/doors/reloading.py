"""Reloading: the generator's own code anew when it was edited while the site is being served."""

from __future__ import annotations

import importlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir

from generator.edition.shelf import home

PACKAGE = Path(__file__).parents[1]
KEPT = {"generator", "generator.doors", "generator.doors.plugin", "generator.doors.reloading"}
"""What MkDocs holds on to, and so cannot be replaced."""


Traces = tuple[tuple[str, int, int], ...]
"""Files by path, with when they were written and how long they are."""


def watched_around(config: MkDocsConfig) -> tuple[Path, ...]:
    """Everything beside the data that a site is made from and that may be edited while it is served."""
    theirs = {get_theme_dir(config.theme.name)} if config.theme.name else set()
    seams = [folder for folder in config.theme.dirs if folder not in theirs]
    named = (config.config_file_path, config.docs_dir, *config.watch, *seams, str(home()), str(PACKAGE))
    return tuple(dict.fromkeys(Path(os.path.realpath(path)) for path in named if path))


def traces(paths: Iterable[Path], without: Path) -> Traces:
    """What can be seen of some files and folders from outside; one folder in them does not count."""
    left_out = os.path.realpath(without)
    return tuple(sorted(trace for path in paths for trace in _traces(str(path), left_out)))


def _traces(path: str, left_out: str = "") -> Iterator[tuple[str, int, int]]:
    if path == left_out:
        return
    with suppress(OSError):
        seen = Path(path).stat()
        yield path, seen.st_mtime_ns, seen.st_size
        if stat.S_ISDIR(seen.st_mode):
            yield from _inside(path, left_out)


def _inside(folder: str, left_out: str) -> Iterator[tuple[str, int, int]]:
    """Everything below a folder; at every saved file a thousand paths are looked at, so they stay plain texts."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.path == left_out or entry.name == "__pycache__":
                continue
            with suppress(OSError):
                seen = entry.stat()
                yield entry.path, seen.st_mtime_ns, seen.st_size
                if stat.S_ISDIR(seen.st_mode):
                    yield from _inside(entry.path, left_out)


class Reloader:
    """Gives the door module, imported anew whenever a file of the package has changed since the last call."""

    def __init__(self) -> None:
        self._seen = self._signature()

    def door(self, *, unchanged: bool = False) -> tuple[ModuleType, bool]:
        """The module `generator.doors.build`, and whether it is new; code that does not import changes nothing.

        Who has looked at the package's files just now may say that they are `unchanged`.
        """
        now = self._seen if unchanged else self._signature()
        if now == self._seen:
            return importlib.import_module("generator.doors.build"), False
        self._seen = now
        old = {
            name: module for name, module in sys.modules.items() if name.startswith("generator.") and name not in KEPT
        }
        for name in old:
            del sys.modules[name]
        try:
            return importlib.import_module("generator.doors.build"), True
        except Exception:
            sys.modules.update(old)
            raise

    def _signature(self) -> Traces:
        return tuple(sorted(t for t in _traces(str(PACKAGE)) if t[0].endswith((".py", ".html", ".po", ".yml", ".svg"))))

"""Reloading: the generator's own code anew when it was edited while the site is being served."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).parents[1]
KEPT = {"generator", "generator.doors", "generator.doors.plugin", "generator.doors.reloading"}
"""What MkDocs holds on to, and so cannot be replaced."""


class Reloader:
    """Gives the door module, imported anew whenever a file of the package has changed since the last call."""

    def __init__(self) -> None:
        self._seen = self._signature()

    def door(self) -> tuple[ModuleType, bool]:
        """The module `generator.doors.build`, and whether it is new; code that does not import changes nothing."""
        now = self._signature()
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

    def _signature(self) -> tuple[tuple[str, int], ...]:
        files = (p for p in PACKAGE.rglob("*") if p.suffix in {".py", ".html", ".po", ".yml", ".svg"})
        return tuple(sorted((str(p), p.stat().st_mtime_ns) for p in files))

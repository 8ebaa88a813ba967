"""Compiled: the templates as Jinja compiles them, kept in the user's cache folder for the next build.

They hold nothing of anybody's data. Jinja compares each with the text it was compiled from, and what cannot be read or
written there is compiled as if there were no such folder.
"""

from __future__ import annotations

import os
from pathlib import Path

import jinja2

from generator.doors.shell import shortcuts


def kept(name: str) -> jinja2.BytecodeCache | None:
    """Where the templates of one environment are kept; None where nothing can be."""
    if not shortcuts():
        return None
    try:
        home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
        folder = Path(home, "tertulia", f"jinja-{jinja2.__version__}", name)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return _Kept(str(folder))


class _Kept(jinja2.FileSystemBytecodeCache):
    """A folder that may have become full or read-only."""

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Write it if that is possible."""
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return

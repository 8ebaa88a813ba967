"""Compiled: the templates as Jinja compiles them, kept in the user's cache folder for the next build.

They hold nothing of anybody's data. Jinja compares each with the text it was compiled from, and what cannot be read or
written there is compiled as if there were no such folder.
"""

from __future__ import annotations

import os
from pathlib import Path

import jinja2

from generator.doors.shell import shortcuts


def kept(name: str, said: str = "") -> jinja2.BytecodeCache | None:
    """Where the templates of one environment are kept, each as long as it and what is `said` in it stay the same.

    None where nothing can be kept.
    """
    if not shortcuts():
        return None
    try:
        home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
        folder = Path(home, "tertulia", f"jinja-{jinja2.__version__}", name)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return _Kept(str(folder), said)


class _Kept(jinja2.FileSystemBytecodeCache):
    """A folder that may have become full or read-only."""

    def __init__(self, folder: str, said: str) -> None:
        super().__init__(folder)
        self.said = said

    def get_source_checksum(self, source: str) -> str:
        """What shows that a template was compiled from something else."""
        return super().get_source_checksum(self.said + source)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Write it if that is possible."""
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return

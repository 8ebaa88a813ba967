"""Placing: a text is set beside its place first, on the disk for good, and then given its name in one step."""

from __future__ import annotations

import os
from pathlib import Path


def beside(path: Path, content: bytes, mode: int | None = None) -> Path:
    """A draft of a file beside its place, with the rights that are given; where that fails, nothing is left."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with draft.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            draft.chmod(mode)
    except FileExistsError:  # another's, and not ours to take away
        raise
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def named(draft: Path, path: Path) -> None:
    """Give a draft the name of a new file; raises `FileExistsError` where the name is taken.

    A disk without links (exFAT, some that are shared) gets a copy under a name that nobody else can have.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except (AttributeError, NotImplementedError, OSError):
        _copied(draft, path)


def _copied(draft: Path, path: Path) -> None:
    content = draft.read_bytes()
    with path.open("xb") as stream:
        try:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise

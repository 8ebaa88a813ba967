"""Placing: a text is set beside its place first, on the disk for good, and then given its name in one step."""

from __future__ import annotations

import os
from pathlib import Path


def beside(path: Path, content: bytes, mode: int | None = None) -> Path:
    """A draft of a file beside its place, with the rights that are given; where that fails, nothing is left."""
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        with draft.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            draft.chmod(mode)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def named(draft: Path, path: Path) -> None:
    """Give a draft the name of a new file; raises `FileExistsError` where the name is taken.

    On a disk without links (exFAT, some that are shared) the name is taken first, and the draft moves there whole.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except (AttributeError, NotImplementedError, OSError):
        _moved(draft, path)


def _moved(draft: Path, path: Path) -> None:
    path.open("xb").close()
    try:
        draft.replace(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise

"""Exchange: a new directory takes the place of an old one: in one step where the system can, else in two or more."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

_AT_HERE, _EXCHANGE = -100, 2
_CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
_NOT_BY_NAME = {errno.EBUSY, errno.EXDEV}


def by_name(new: Path, site: Path) -> bool:
    """Exchange two names, or give the new site the free one; false where names cannot be moved."""
    for _ in range(3):  # another build may put its site there, or take it away, in between
        try:
            if not site.exists():
                new.rename(site)
            elif not exchange(new, site):
                _in_two_steps(new, site)
        except OSError as error:
            if error.errno in _NOT_BY_NAME:
                return False
            if error.errno not in {errno.ENOENT, errno.EEXIST, errno.ENOTEMPTY}:
                raise
        else:
            return True
    return False


def exchange(one: Path, other: Path) -> bool:
    """Let two names change places in one step; false where the system or the disk cannot do it."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_HERE, os.fsencode(one), _AT_HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _in_two_steps(new: Path, site: Path) -> None:
    """Move the old site aside and the new one in; the old one comes back if that fails."""
    aside = new.with_name(f"{new.name}.old")
    site.rename(aside)
    try:
        new.rename(site)
    except OSError:
        aside.rename(site)
        raise
    aside.rename(new)


def by_pieces(new: Path, site: Path, beside: Callable[[Path], Path]) -> None:
    """Where the site's own name cannot move (a mounted folder), exchange what is in it, one by one.

    Each piece is whole; a reader may see old and new ones side by side for a moment. What does not lie on the same
    disk is copied there first, so that a full disk is noticed before anything is exchanged; `beside` makes the place.
    """
    near = new
    if new.parent != site:
        near = beside(site)
        try:
            shutil.copytree(new, near, dirs_exist_ok=True)
        except OSError:
            shutil.rmtree(near, ignore_errors=True)
            raise
    fresh = {entry.name for entry in near.iterdir()}
    for name in sorted(fresh, key=lambda name: (name == "index.html", name)):
        if not (site / name).exists() or not exchange(near / name, site / name):
            _replace(near / name, site / name)
    for entry in list(site.iterdir()):
        if entry.name not in fresh and not entry.name.startswith("."):
            remove(entry)
    if near != new:
        shutil.rmtree(near, ignore_errors=True)


def _replace(new: Path, old: Path) -> None:
    if old.is_dir() and not old.is_symlink():
        _in_two_steps(new, old)
    else:
        new.replace(old)


def remove(entry: Path) -> None:
    """Take a file, a link or a folder away."""
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink()

"""Swap: a site is built beside the old one and put in its place whole, so that whatever happens one of the two stands.

The new site grows in a directory beside the old one, locked as long as its build lives; when it is whole, they
change places. What a killed build left behind is swept by the next one. Files whose names begin with a dot are not
MkDocs' (a `.git`, a `.well-known`) and move on to the new site.
"""

from __future__ import annotations

import errno
import importlib
import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.doors.exchange import by_name, by_pieces, remove

fcntl: Any = importlib.import_module("fcntl") if os.name == "posix" else None

_MARK = ".tertulia-"
"""Stands in the name of every directory that a site grows in: `.site.tertulia-1f3a`."""

_A_DAY = 86_400


class SwapError(OSError):
    """The site cannot be built where it should be; the message says why, for the person who asked."""


@dataclass
class Staging:
    """A directory in which the site `site` grows; `lock` tells other builds that it is alive."""

    site: Path
    path: Path
    lock: int | None = field(default=None, repr=False)

    def publish(self) -> bool:
        """Put the new site in the place of the old one; false if that was only possible piece by piece."""
        old = _mode(self.site)
        if old is not None:
            self.path.chmod(old)
        as_whole = self.path.parent != self.site and by_name(self.path, self.site)
        if not as_whole:
            by_pieces(self.path, self.site, lambda folder: _made(folder, self.site.name))
        if self.path.exists():
            _keep_hidden(self.path, self.site)
        self.discard()
        return as_whole

    def discard(self) -> None:
        """Remove what is left, and let go of it."""
        _clear(self.path)
        if self.lock is not None:
            os.close(self.lock)
            self.lock = None


def begin(site: Path, kept: tuple[Path, ...] = ()) -> Staging:
    """A new directory for the site that will stand at `site`, where none of the folders `kept` may be in."""
    site = Path(os.path.realpath(site))
    for folder in kept:
        if site in (real := Path(os.path.realpath(folder)), *real.parents):
            raise SwapError(f"The site would take the place of `{folder}`: name another site_dir than `{site}`.")
        if real.is_dir() and real in site.parents and _is_something_else(site):
            raise SwapError(f"`{site}` holds something else than a site: name another site_dir.")
    if site.exists() and not site.is_dir():
        raise SwapError(f"`{site}` is not a folder, so no site can be put there.")
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        sweep(site)
        if site.is_dir() and not os.access(site, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        inside = site.is_dir() and (os.path.ismount(site) or not os.access(site.parent, os.W_OK))
        return _begun(site, site if inside else site.parent)
    except OSError as error:
        raise SwapError(f"The site `{site}` cannot be written: {error.strerror or error}.") from error


def _is_something_else(site: Path) -> bool:
    """Whether a folder holds files and is no site that was built."""
    with suppress(OSError):
        return site.is_dir() and not (site / "index.html").exists() and any(n[0] != "." for n in os.listdir(site))
    return True


def aside(site: Path) -> None:
    """Take a site away: its name goes at once, so that none that is half gone can be taken for one."""
    with suppress(OSError):
        gone = _made(site.parent, site.name)
        site.rename(gone)
        _clear(gone)
    if site.is_dir():  # its name cannot move: what tells that it is ours goes last
        for entry in sorted(site.iterdir(), key=lambda entry: entry.name == "build.json"):
            remove(entry)
        with suppress(OSError):
            site.rmdir()


def sweep(site: Path) -> None:
    """Remove what builds that were killed left behind; what a living build is working in stays."""
    for folder in (site.parent, site):
        for stray in sorted(folder.glob(f".{site.name}{_MARK}*")) if folder.is_dir() else ():
            lock = _try_lock(stray)
            if lock is None:
                continue
            if site.is_dir():
                _keep_hidden(stray, site)
                _clear(stray)
            elif not stray.is_symlink() and _is_whole(stray):  # killed between two renames
                stray.rename(site)
            else:
                _clear(stray)
            os.close(lock)


def _begun(site: Path, folder: Path) -> Staging:
    """A directory that is ours: one that another build swept before it was locked is made anew."""
    while True:
        path = _made(folder, site.name)
        with suppress(FileNotFoundError):
            lock = _locked(path)
            if path.exists():
                return Staging(site, path, lock)


def _made(folder: Path, name: str) -> Path:
    made = Path(tempfile.mkdtemp(prefix=f".{name}{_MARK}", dir=folder))
    mask = os.umask(0o022)
    os.umask(mask)
    made.chmod(0o777 & ~mask)
    return made


def _is_whole(stray: Path) -> bool:
    """Whether a stray directory was a site that had stood: it was moved aside, and its name says so."""
    return stray.name.endswith(".old") and (stray / "index.html").is_file()


def _locked(path: Path) -> int | None:
    if fcntl is None:
        return None
    lock = os.open(path, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def _try_lock(stray: Path) -> int | None:
    """A lock on a stray directory, or None while somebody works in it; without locks, what is young may be at work."""
    try:
        if fcntl is None:
            return os.open(os.devnull, os.O_RDONLY) if time.time() - stray.stat().st_mtime > _A_DAY else None
        lock = os.open(stray, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return None
    return lock


def _mode(site: Path) -> int | None:
    with suppress(OSError):
        return stat.S_IMODE(site.stat().st_mode)
    return None


def _clear(folder: Path) -> None:
    """Remove a folder as far as that is possible; the next build tries the rest again."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.is_dir():
        for inner, _, _ in os.walk(folder):  # what nobody may write in cannot be emptied
            with suppress(OSError):
                Path(inner).chmod(0o700)
        shutil.rmtree(folder, ignore_errors=True)


def _keep_hidden(old: Path, site: Path) -> None:
    """Carry over what begins with a dot, unless the new site has the same."""
    for entry in list(old.iterdir()) if old.is_dir() else ():
        if entry.name.startswith(".") and _MARK not in entry.name and not (site / entry.name).exists():
            with suppress(OSError):
                entry.rename(site / entry.name)

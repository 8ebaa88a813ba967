"""Folder: which files of a data folder are read, and what is wrong with the names and kinds of the others."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.records.messages import WHYS
from generator.records.near import near_miss
from generator.records.places import Place
from generator.records.problems import Problem
from generator.records.scalars import slug

FOLDERS = ("contacts", "events", "organisations")
INBOX = "inbox.yml"
ALL = "."
"""Stands for the data folder itself."""
FILES = ("me.yml", "coach.yml", "posts.yml", INBOX)
RESERVED = frozenset(
    ["index", "readme", "404", "assets", "search", "sitemap", "me", "event", "con", "prn", "aux", "nul"]
    + [f"{port}{n}" for port in ("com", "lpt") for n in range(10)]
)
"""Ids that would take the place of a page of the site, or that no Windows disk can hold."""

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")
_USUAL = re.compile(r"([a-z0-9][a-z0-9_-]{0,63})\.yml\Z")
_MEANT_TO_BE_READ = re.compile(r"(?:[^.]+|.*\.(?:y\w*|yml\.txt|yaml\.txt|json)[\s.]*)\Z", re.IGNORECASE | re.DOTALL)
"""Names that look as if somebody wanted the file to be read; notes and backups do not."""

_HIDDEN_RECORD = re.compile(r"\.[^#_~].*\.ya?ml\Z", re.IGNORECASE | re.DOTALL)
"""A hidden file that holds a record; `.#…`, `._…` and `.~…` are what editors and systems leave for themselves."""


Found = Iterator[tuple[str, os.DirEntry[str]]]
"""Files by their names relative to the data folder."""


def files_of(folder: Path, problems: list[Problem]) -> Found:
    """Every file to read, in the order of names; what must not be there becomes a problem."""
    for entry in _entries("", folder, problems):
        kind = _kind(entry)
        if entry.name.startswith("."):
            if entry.name.removeprefix(".") in (*FILES, *FOLDERS):
                problems.append(_problem(entry.name, "hidden", better=entry.name.lstrip(".")))
            continue
        if entry.name in FOLDERS and kind == "folder":
            yield from _inner_files(folder, entry.name, problems)
        elif entry.name in FILES and kind == "file":
            yield entry.name, entry
        elif entry.name in (*FILES, *FOLDERS):
            code = "not-a-file" if entry.name in FILES else "not-a-folder"
            problems.append(_problem(entry.name, "symlink" if kind == "link" else code))
        elif kind == "folder":
            problems.extend(_unknown_folder(entry))
        elif re.search(r"\.(ya?ml\.txt|y\w*)[\s.]*\Z", entry.name, re.IGNORECASE):
            problems.append(_unknown_file(entry.name))


def opened(path: str | os.PathLike[str]) -> int:
    """A file's descriptor for reading: no link leads it elsewhere, and no pipe keeps it waiting."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def is_read(file: str) -> bool:
    """Whether a file of that name, relative to the data folder, is one of those that are read."""
    folder, _, name = file.partition("/")
    if not name:
        return file in FILES
    return folder in FOLDERS and bool(_MEANT_TO_BE_READ.match(name)) and _name_problem(file, name) is None


def unreadable(file: str, error: OSError) -> Problem:
    """The problem of a file or a folder that the system does not let us open."""
    name = errno.errorcode.get(error.errno or 0, "")
    return _problem(file, "unreadable", why=WHYS.get(name, error.strerror or type(error).__name__))


def _inner_files(folder: Path, name: str, problems: list[Problem]) -> Found:
    for entry in _entries(name, folder / name, problems):
        file, kind = f"{name}/{entry.name}", _kind(entry)
        if kind == "file" and (usual := _USUAL.match(entry.name)) and usual[1] not in RESERVED:
            yield file, entry  # nearly all of them, and there may be thousands
            continue
        if _HIDDEN_RECORD.match(entry.name):
            problems.append(_problem(file, "hidden", better=entry.name.lstrip(".")))
        if entry.name.startswith(".") or not _MEANT_TO_BE_READ.match(entry.name):
            continue
        found = _name_problem(file, entry.name) if kind == "file" else _kind_problem(file, kind, name)
        if found:
            problems.append(found)
        else:
            yield file, entry


def _kind_problem(file: str, kind: str, folder: str) -> Problem:
    if kind == "folder":
        return _problem(file, "inner-folder", folder=folder)
    return _problem(file, "symlink" if kind == "link" else "not-a-file")


def _name_problem(file: str, name: str) -> Problem | None:
    stem = re.sub(r"\.(ya?ml\.txt|y\w*|json)[\s.]*\Z", "", name, flags=re.IGNORECASE)
    if name.endswith(".yml") and _ID.match(stem) and stem not in RESERVED:
        return None
    better = slug(stem) or "ana-ruiz"
    if not name.endswith(".yml"):
        return _problem(file, "wrong-ending", better=f"{stem if _ID.match(stem) else better}.yml")
    if not _ID.match(stem):
        return _problem(file, "bad-file-name", id=stem, better=better)
    return _problem(file, "reserved-id", id=stem)


def _unknown_file(name: str) -> Problem:
    stem = name.split(".", maxsplit=1)[0]
    near = near_miss(f"{stem.lower()}.yml", FILES) or near_miss(name, FILES)
    if near and not name.endswith(".yml"):
        return _problem(name, "wrong-ending", better=near)
    return _problem(name, "unknown-file", near=near)


def _unknown_folder(entry: os.DirEntry[str]) -> Iterator[Problem]:
    """A folder of another name is reported when somebody seems to have meant it for us."""
    near = near_miss(entry.name, FOLDERS)
    if near or _has_records(entry.path):
        yield _problem(entry.name, "unknown-folder", near=near, known=", ".join(FOLDERS))


def _has_records(path: str) -> bool:
    """Whether YAML lies anywhere in a folder; a repository, a tree of packages and the like are somebody else's."""
    for _, folders, files in os.walk(path):
        if any(name.lower().endswith((".yml", ".yaml")) for name in files):
            return True
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
    return False


def _entries(file: str, path: Path, problems: list[Problem]) -> Iterable[os.DirEntry[str]]:
    try:
        with os.scandir(path) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        if not file:
            problems.append(replace(unreadable(ALL, error), code="no-data-folder"))
        elif not isinstance(error, FileNotFoundError):
            problems.append(unreadable(file, error))
        return []


def _kind(entry: os.DirEntry[str]) -> str:
    """What an entry is: a file, a folder, a link, or something else that no build may open."""
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError:
        return "nothing"
    if stat.S_ISLNK(mode):
        return "link"
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"


def _problem(file: str, code: str, **facts: str) -> Problem:
    return Problem(Place(file, 1, 1), code, facts)

"""Git store: commits, trees and files of a repository, read from its object store through one process.

Nothing of the repository is run: no hook, no filter, no text conversion, no fetch of what is missing. Reading objects
by their ids needs none of them, and what git could start on the way is switched off.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, NamedTuple

Why = Literal["", "no-git", "no-repository", "no-commit", "not-tracked", "not-yours", "shallow", "first"]
"""Why there is nothing to remember; empty where there is."""

GIT = (
    "git", "--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "protocol.allow=never", "-c", "safe.bareRepository=explicit",
)
_ELSEWHERE = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF", "GIT_TRACE",
)
"""What a hook or a shell may have set, and what would lead to another repository than that of the folder."""

_CHUNK = 1 << 16
_MOST = 4 << 20
"""Most bytes of an object that are kept; what is larger counts as empty."""


class StoreError(Exception):
    """There is no object store to read; `why` says in one word what is missing."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


class Entry(NamedTuple):
    """One line of a tree: its mode and the id of what it holds."""

    mode: str
    oid: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: its id, its tree, its first parent (empty at the root) and the day it was made where it was made."""

    oid: str
    tree: str
    parent: str
    day: date


class GitStore:
    """The object store of the repository a folder lies in; `prefix` is the folder's path below its root."""

    def __init__(self, folder: Path) -> None:
        self.prefix = _prefix(folder)
        self._process = subprocess.Popen(
            [*GIT, "-C", str(folder), "cat-file", "--batch"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(),
        )

    def __enter__(self) -> GitStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with suppress(BrokenPipeError):
                    stream.close()
        self._process.wait(timeout=10)

    def read(self, name: str) -> tuple[str, bytes] | None:
        """The id and the bytes of an object; None when it is not there.

        Git gives up where it would have to fetch an object from elsewhere: this copy does not hold everything.
        """
        asked, answered = self._process.stdin, self._process.stdout
        if not asked or not answered:
            return None
        try:
            asked.write(name.encode() + b"\n")
            asked.flush()
        except BrokenPipeError as error:
            raise StoreError("shallow") from error
        line = answered.readline()
        if not line:
            raise StoreError("shallow")
        head = line.split()
        if len(head) != 3 or not head[2].isdigit():  # noqa: PLR2004  # id, kind and size
            return None
        body = _exactly(answered, int(head[2]))
        return head[0].decode(), body

    def commit(self, name: str) -> Commit | None:
        """One commit by its id or by `HEAD`."""
        found = self.read(name)
        return _commit(*found) if found else None

    def tree(self, oid: str) -> Mapping[str, Entry]:
        """The entries of one tree by name; what is no valid text is left out."""
        found = self.read(oid)
        return dict(_entries(found[1], len(found[0]) // 2)) if found else {}

    def first_parents(self, most: int) -> Iterator[Commit | None]:
        """The commits from HEAD backwards along first parents; a None at the end tells that older ones are not here."""
        name = "HEAD"
        for _ in range(most):
            commit = self.commit(name)
            if commit is None:
                yield None
                return
            yield commit
            name = commit.parent
            if not name:
                return


def environment() -> dict[str, str]:
    """The environment git is started in: no other repository, no questions, no transport, no system-wide settings."""
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return {
        **kept, "GIT_CONFIG_NOSYSTEM": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C",
    }


def _prefix(folder: Path) -> tuple[str, ...]:
    try:
        done = subprocess.run(
            [*GIT, "-C", str(folder), "rev-parse", "--show-prefix"],
            capture_output=True, timeout=10, check=False, env=environment(),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StoreError("no-git") from error
    if done.returncode:
        raise StoreError("not-yours" if b"dubious ownership" in done.stderr else "no-repository")
    return tuple(part for part in os.fsdecode(done.stdout).rstrip("\n").split("/") if part)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    """So many bytes and the line end after them; an object too large to be ours is read past and not kept."""
    if size <= _MOST:
        return stream.read(size + 1)[:size]
    left = size + 1
    while left > 0 and (part := stream.read(min(left, _CHUNK))):
        left -= len(part)
    return b""


def _entries(raw: bytes, width: int) -> Iterator[tuple[str, Entry]]:
    at = 0
    while at < len(raw):
        end = raw.find(b"\0", at)
        if end < 0:
            return
        mode, _, name = raw[at:end].partition(b" ")
        at = end + 1 + width
        try:
            yield name.decode(), Entry(mode.decode(), raw[end + 1 : at].hex())
        except UnicodeDecodeError:
            continue


def _commit(oid: str, raw: bytes) -> Commit | None:
    """A commit from its text. It was made when the earlier of its two clocks says: rebasing sets only one of them."""
    head: dict[str, str] = {}
    for line in raw.partition(b"\n\n")[0].decode("utf-8", "replace").split("\n"):
        key, _, value = line.partition(" ")
        head.setdefault(key, value)
    made = min(filter(None, (_moment(head.get("author", "")), _moment(head.get("committer", "")))), default=None)
    if "tree" not in head or made is None:
        return None
    return Commit(oid, head["tree"], head.get("parent", ""), made.date())


def _moment(signature: str) -> datetime | None:
    """When somebody signed, on their own clock: `Name <mail> 1700000000 +0100`."""
    try:
        seconds, zone = signature.rsplit(" ", 2)[1:]
        sign = -1 if zone[0] == "-" else 1
        offset = timezone(sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5])))
        return datetime.fromtimestamp(int(seconds), offset)
    except (ValueError, IndexError, OverflowError, OSError):
        return None

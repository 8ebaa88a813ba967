"""History: the data as earlier commits hold it, for the editions before this one.

What was parsed is kept in memory by the id of its blob, as long as whoever holds the `History` lives; nothing is
written anywhere.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from generator.coach.coach import shared_settings
from generator.coach.memory import Memory, Snapshot, remembered
from generator.coach.weeks import WEEK, monday_of
from generator.doors.gitstore import Commit, GitStore, StoreError, Why
from generator.records.contact import Contact
from generator.records.continuity import are_still_here, channels_of
from generator.records.folder import FOLDERS, INBOX, files_of, is_read, opened
from generator.records.guard import MOST_BYTES
from generator.records.network import Network
from generator.records.reading import Reading, Sheet, network_of, read_bytes

MOST_COMMITS = 20_000
"""How far back at most; somebody who commits every hour gets through two years."""

MOST_WEEKS = 104
"""Most Mondays that are looked back to, whatever the setting says."""

_FILE_MODES = {"100644", "100755", "100664"}
_TREE_MODE = "40000"
_SHA1 = 40

Files = Mapping[str, str]
"""The ids of the files of a data folder, by their names in it."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The data of one commit: the network, and the files that cannot be read any more, or not whole."""

    network: Network
    unread: frozenset[str]


@dataclass(frozen=True, slots=True)
class Head:
    """What the data was built from: the commit, short, and whether files differ from it."""

    commit: str = ""
    edited: bool = False


Mark = tuple[bytes, str | None, int]
"""What a file's id depends on: the digest of what was read of it, the id that the commit has for it, their width."""


class Key(NamedTuple):
    """What one edition was made from: the commit, the day it looks from, and what today decides about its telling."""

    commit: Commit
    day: date
    told: int


@dataclass
class History:
    """Reads earlier editions of one data folder, and keeps what it has parsed and judged for the next time.

    `today` is the edition that was made last, where somebody may make another one of nearly the same data.
    """

    sheets: dict[tuple[str, str], Sheet] = field(default_factory=dict)
    saved: dict[str, Saved] = field(default_factory=dict)
    judged: dict[Key, Snapshot] = field(default_factory=dict)
    commits: dict[Commit, Saved | None] = field(default_factory=dict)
    trees: dict[str, Files] = field(default_factory=dict)
    ids: dict[str, tuple[Mark, str]] = field(default_factory=dict)
    named: dict[str, tuple[Contact, tuple[object, ...]]] = field(default_factory=dict)
    today: Snapshot | None = None

    def recall(self, folder: Path, reading: Reading, day: date) -> tuple[Head, Memory]:
        """The commit the data stands on, and what the editions before `day` said."""
        try:
            with GitStore(folder) as store:
                return self._recall(store, folder, reading, day)
        except StoreError as error:
            return Head(), Memory(why=error.why)

    def head(self, folder: Path) -> Head:
        """Only the commit the data stands on."""
        try:
            with GitStore(folder) as store:
                commit = store.commit("HEAD")
                if commit is None:
                    return Head()
                here = self._files(store, commit)
                disk = {file: _oid(file, raw, here, len(commit.oid)) for file, raw in _on_disk(folder)}
                return Head(commit.oid[:7], disk != dict(here))
        except StoreError:
            return Head()

    def at(self, folder: Path, name: str, reading: Reading, latest: date) -> Snapshot | None:
        """The data of one revision, judged as of its own day, or of `latest` if that is earlier."""
        with GitStore(folder) as store:
            commit = store.commit(f"{name}^{{commit}}") if name.isprintable() else None
            saved = self._at(store, commit) if commit else None
            if commit is None or saved is None:
                return None
            return remembered(saved.network, reading.network, min(commit.day, latest), commit.oid[:7], saved.unread)

    def _recall(self, store: GitStore, folder: Path, reading: Reading, day: date) -> tuple[Head, Memory]:
        weeks = shared_settings(reading.network).days("earlier_editions")
        weeks = min(weeks, MOST_WEEKS)
        mondays = [monday_of(day - timedelta(days=1)) - WEEK * n for n in reversed(range(weeks))]
        commits, cut = _commits(store, min([day, *mondays]))
        if not commits:
            return Head(), Memory(why="no-commit")
        here = self._files(store, commits[0])
        head = Head(commits[0].oid[:7], self._seed(folder, reading, here, len(commits[0].oid)) != dict(here))
        if not here:
            return head, Memory(why="not-tracked")
        try:
            return head, self._memory(store, commits, reading.network, day, mondays, cut=cut)
        except StoreError as error:
            return head, Memory(why=error.why)

    def _memory(
        self, store: GitStore, commits: list[Commit], network: Network, day: date, mondays: Iterable[date], *, cut: bool
    ) -> Memory:
        self._name(network)
        before = _before(commits, day)
        last = self._key(store, network, before, before.day) if before else None
        mine = [self._key(store, network, c, m) for m in mondays if (c := _before(commits, m))]
        found = {key: self._snapshot(store, network, key) for key in (last, *mine) if key}
        self.judged = {key: snapshot for key, snapshot in found.items() if snapshot}
        before_today = self.judged.get(last) if last else None
        why: Why = "" if before_today else "shallow" if cut else "first"
        return Memory(before_today, tuple(self.judged[key] for key in mine if key in self.judged), why, cut=cut)

    def _name(self, now: Network) -> None:
        """Note what everybody is called."""
        old, self.named = self.named, {}
        for who, contact in now.contacts.items():
            known = old.get(who)
            self.named[who] = known if known and known[0] is contact else (contact, _named(contact))

    def _key(self, store: GitStore, now: Network, commit: Commit, day: date) -> Key:
        """With whatever of today's data decides how an earlier day is told: who and what there is, and its names.

        As long as everybody and everything of that day is here, nobody who came since has a say in it.
        """
        then = self._at(store, commit)
        alone = then is not None and are_still_here(then.network, now)
        people = tuple(self.named[who][1] for who in (then.network.contacts if then and alone else self.named))
        events = (now.events[i] for i in (then.network.events if then and alone else now.events))
        off = tuple(name for name, changed in now.coach.rules.items() if changed.off)
        return Key(commit, day, hash((alone, people, tuple((e.id, e.title, str(e.date)) for e in events), off)))

    def _at(self, store: GitStore, commit: Commit) -> Saved | None:
        """The data of one commit; None where there was none."""
        if commit not in self.commits:
            files = self._files(store, commit)
            self.commits[commit] = self._saved(store, files, commit.day) if files else None
        return self.commits[commit]

    def _snapshot(self, store: GitStore, now: Network, key: Key) -> Snapshot | None:
        if key in self.judged:
            return self.judged[key]
        saved = self._at(store, key.commit)
        if saved is None:
            return None
        return remembered(saved.network, now, key.day, key.commit.oid[:7], saved.unread)

    def _saved(self, store: GitStore, files: Files, day: date) -> Saved:
        """The network of one commit; a file that cannot be read today, by damage or by age, is left out and named."""
        named = "\n".join(f"{oid} {file}" for file, oid in sorted(files.items()))
        key = hashlib.sha256(f"{day if INBOX in files else ''}\n{named}".encode()).hexdigest()
        if key not in self.saved:
            sheets = {file: self._sheet(store, file, oid) for file, oid in sorted(files.items())}
            unread = frozenset(sheet.file for sheet in sheets.values() if sheet.problems)
            self.saved[key] = Saved(network_of(sheets, day), unread)
        return self.saved[key]

    def _sheet(self, store: GitStore, file: str, oid: str) -> Sheet:
        if (file, oid) not in self.sheets:
            found = store.read(oid)
            self.sheets[file, oid] = read_bytes(file, found[1][: MOST_BYTES + 1] if found else b"\0")
        return self.sheets[file, oid]

    def _files(self, store: GitStore, commit: Commit) -> Files:
        """The files of the data folder in one commit; none where the folder was not there."""
        tree = commit.tree
        for part in store.prefix:
            entry = store.tree(tree).get(part)
            if entry is None or entry.mode != _TREE_MODE:
                return {}
            tree = entry.oid
        if tree not in self.trees:
            self.trees[tree] = _files_in(store, tree)
        return self.trees[tree]

    def _seed(self, folder: Path, reading: Reading, here: Files, width: int) -> dict[str, str]:
        """The ids that the files have in which the data was just read, so that none of them is parsed again.

        While somebody edits, only a file that is another one now is opened to find out its id.
        """
        disk: dict[str, str] = {}
        for file in reading.sheets or [name for name, _ in files_of(folder, [])]:
            sheet = reading.sheets.get(file)
            mark = (sheet.digest if sheet else b"", here.get(file), width)
            if self.ids.get(file, ((), ""))[0] == mark:
                disk[file] = self.ids[file][1]
            elif (raw := _raw(folder, file)) is not None:
                disk[file] = _oid(file, raw, here, width)
                if mark[0] != hashlib.sha256(raw).digest():
                    continue  # it was saved once more in between
                self.ids[file] = mark, disk[file]
            if sheet and not sheet.stale and file in disk:
                self.sheets[file, disk[file]] = sheet
        return disk


def _files_in(store: GitStore, tree: str) -> Files:
    files: dict[str, str] = {}
    for name, entry in store.tree(tree).items():
        if name in FOLDERS and entry.mode == _TREE_MODE:
            inner = store.tree(entry.oid).items()
            files |= {f"{name}/{n}": e.oid for n, e in inner if e.mode in _FILE_MODES and is_read(f"{name}/{n}")}
        elif entry.mode in _FILE_MODES and is_read(name):
            files[name] = entry.oid
    return files


def _named(contact: Contact) -> tuple[object, ...]:
    name = contact.name
    return contact.id, contact.status, name.display, name.familiar, name.short, *channels_of(contact)


def _commits(store: GitStore, oldest: date) -> tuple[list[Commit], bool]:
    """The commits from HEAD back to the first one before `oldest`, and whether older ones are missing here.

    No commit counts as older than those it stands on, whatever its clock said.
    """
    found: list[Commit] = []
    cut = False
    for commit in store.first_parents(MOST_COMMITS):
        if commit is None:
            cut = bool(found)
            break
        found.append(commit)
        if commit.day < oldest:
            break
    day = date.min
    for n in reversed(range(len(found))):
        day = max(day, found[n].day)
        found[n] = Commit(found[n].oid, found[n].tree, found[n].parent, day)
    return found, cut


def _before(commits: Iterable[Commit], day: date) -> Commit | None:
    return next((c for c in commits if c.day < day), None)


def _on_disk(folder: Path) -> Iterable[tuple[str, bytes]]:
    for file, _ in files_of(folder, []):
        if (raw := _raw(folder, file)) is not None:
            yield file, raw


def _raw(folder: Path, file: str) -> bytes | None:
    """What is in a file now; None where it cannot be opened."""
    try:
        with os.fdopen(opened(f"{folder}/{file}"), "rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError:
        return None


def _oid(file: str, raw: bytes, saved: Files, width: int) -> str:
    """The id git gives to a file; where it was checked out with other line ends, the id of the file as it was saved."""
    oid = _digest(raw, width)
    plain = _digest(raw.replace(b"\r\n", b"\n"), width) if b"\r\n" in raw and saved.get(file) != oid else oid
    return plain if saved.get(file) == plain else oid


def _digest(raw: bytes, width: int) -> str:
    """By SHA-1, or by SHA-256 where ids are that long."""
    body = b"blob %d\0" % len(raw) + raw
    return hashlib.sha1(body, usedforsecurity=False).hexdigest() if width == _SHA1 else hashlib.sha256(body).hexdigest()

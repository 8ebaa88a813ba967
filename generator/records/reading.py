"""Reading: a data folder as one network, with everything that was wrong with it.

A file that cannot be read keeps its last good version, if there was one in the reading before.
"""

from __future__ import annotations

import hashlib
import os
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError
from yaml.nodes import SequenceNode

from generator.records import guard
from generator.records.contact import Contact
from generator.records.documents import Document, read_document
from generator.records.event import Event
from generator.records.faults import found_in, problems_of
from generator.records.filing import file_lines
from generator.records.folder import ALL, INBOX, files_of, opened, unreadable
from generator.records.inbox import Inbox, read_inbox
from generator.records.names import NameParts
from generator.records.network import Network
from generator.records.owner import CoachFile, Me, Organisation, Post
from generator.records.problems import Problem
from generator.records.record import ID_KEY, Record
from generator.records.references import reference_problems
from generator.records.roll import Entry
from generator.records.scalars import slug

FOLDERS: Mapping[str, type[Record]] = {"contacts": Contact, "events": Event, "organisations": Organisation}
FILES: Mapping[str, type[Record]] = {"me.yml": Me, "coach.yml": CoachFile, "posts.yml": Post}
Today = Callable[[Me], date]
"""Which day it is where the owner lives."""

NOBODY = Me.model_construct(name=NameParts.model_construct(full="…"))
"""Who the owner is while there is no me.yml."""
NO_COACH = CoachFile()
"""How strict the coach is while there is no coach.yml."""


Mark = tuple[int, ...]
"""What the disk says of a file: which one it is, how long, and when it and what is said of it were changed last."""

SETTLED = 3_000_000_000
"""Nanoseconds after which a change is sure to get another time: some disks count in steps of two seconds."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file as it was read: its digest, its records, its problems and its lines.

    `stale` is true when the records are those of an earlier, readable version.
    """

    file: str
    digest: bytes
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    lines: list[str]
    stale: bool = False


@dataclass(frozen=True)
class Reading:
    """A whole data folder as read: the network, all problems in the order of their places, and the sheets by file."""

    network: Network
    problems: tuple[Problem, ...] = ()
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    passing: tuple[Problem, ...] = ()
    """Days of the inbox that will mean another one before long: no problems, but good to know."""
    marks: Mapping[str, Mark] = field(default_factory=dict, repr=False, compare=False)
    """The marks of the disk by which files that had been left alone for a while are known again."""
    gone: Mapping[str, Sheet] = field(default_factory=dict)
    """The sheets of the reading before whose files are not there: what goes may be on its way to be something else."""

    @property
    def stale(self) -> tuple[str, ...]:
        """The files of which an earlier version is shown."""
        return tuple(sheet.file for sheet in self.sheets.values() if sheet.stale)

    @property
    def unread(self) -> frozenset[str]:
        """The files of which nothing, or only a part, can be shown."""
        return frozenset(s.file for s in self.sheets.values() if s.problems and not (s.records and s.stale))

    def is_that_of(self, other: Reading | None) -> bool:
        """Whether the same was read another time, byte by byte."""
        return other is not None and self.problems == other.problems and self.digests == other.digests

    @property
    def digests(self) -> list[tuple[str, bytes, bool]]:
        """What was read: each file with its digest, and whether an earlier version is shown."""
        return [(sheet.file, sheet.digest, sheet.stale) for sheet in self.sheets.values()]


def read_folder(
    folder: Path, before: Reading | None = None, kept: Mapping[str, Sheet] = MappingProxyType({}), *,
    today: Today | None = None, step: Callable[[], None] = lambda: None, now: int = 0,
) -> Reading:
    """Read a data folder; `before` lends what is unchanged, and the last good version of what is broken now.

    `kept` are sheets from another time: one is used where its file has the same bytes, and for nothing else.
    `today` says which day it is for the owner: with it, the inbox may name days and people loosely.
    `step` is called after each file. `now`, in nanoseconds of the clock by which the disk dates changes, lets files
    that were settled `before` and have the same marks pass without being opened.
    """
    last = before.sheets if before else {}
    old = {**before.gone, **last} if before else {}
    settled = before.marks if before and now else {}
    sheets: dict[str, Sheet] = {}
    marks: dict[str, Mark] = {}
    problems: list[Problem] = []
    for file, entry in files_of(folder, problems):
        if file in settled and _mark(entry.stat(follow_symlinks=False)) == settled[file]:
            sheets[file], marks[file] = old[file], settled[file]
        elif (read := _bytes(file, entry, problems)) is not None:
            raw, mark = read
            sheets[file] = _sheet(file, raw, old.get(file), kept.get(file))
            if max(mark[-2:]) < now - SETTLED:
                marks[file] = mark
        step()
    for file in _out_of_reach({p.place.file for p in problems}, old):
        if file not in sheets:  # no digest, so that it is read anew as soon as it can be
            sheets[file] = replace(old[file], stale=True, problems=(), digest=b"")
    gone = {file: sheet for file, sheet in last.items() if file not in sheets}
    return replace(_joined(dict(sorted(sheets.items())), problems, today), marks=marks, gone=gone)


def _out_of_reach(places: set[str], old: Mapping[str, Sheet]) -> Iterator[str]:
    """The files that were read before and cannot be opened now, have another ending, or stood in a lost folder."""
    named = places | {f"{place.partition('.')[0]}.yml" for place in places}
    for file in old:
        if named & {file, file.partition("/")[0], ALL}:
            yield file


def read_text(file: str, text: str) -> Sheet:
    """Read one file of a data folder from its text; the name tells what it holds."""
    return read_bytes(file, text.encode())


def read_bytes(file: str, raw: bytes) -> Sheet:
    """Read one file of a data folder from its bytes, wherever they were kept."""
    return _sheet(file, raw, None)


def assembled(sheets: Mapping[str, Sheet], day: date | None = None) -> Reading:
    """The reading of a data folder from its sheets on a `day`, wherever their bytes were kept."""
    return _joined(dict(sorted(sheets.items())), [], (lambda _: day) if day else None)


def network_of(sheets: Mapping[str, Sheet], day: date | None = None) -> Network:
    """The network that some sheets make together, as read on a `day`; what cannot be read is not in it."""
    return _network(sheets, _inbox(sheets, _ids("contacts", sheets, []), (lambda _: day) if day else None))[0]


def _bytes(file: str, path: os.PathLike[str], problems: list[Problem]) -> tuple[bytes, Mark] | None:
    try:
        descriptor = opened(path)
        with os.fdopen(descriptor, "rb") as stream:
            mark = _mark(os.fstat(descriptor))  # before the bytes: what is written meanwhile gets another one
            return stream.read(guard.MOST_BYTES + 1), mark
    except OSError as error:
        problems.append(unreadable(file, error))
        return None


def _mark(found: os.stat_result) -> Mark:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _sheet(file: str, raw: bytes, old: Sheet | None, kept: Sheet | None = None) -> Sheet:
    digest = hashlib.sha256(raw).digest()
    for same in (old, kept):
        if same and same.digest == digest:
            return same
    if file == INBOX:
        return _inbox_sheet(digest, raw, old)
    document = read_document(file, raw)
    problems = list(document.problems)
    records = () if problems and document.value is None else _records(document, problems)
    if document.problems:
        records = _untouched(document, records)
    sheet = Sheet(file, digest, records, tuple(problems), document.lines)
    if problems and old and old.records and (old.stale or not old.problems):
        return replace(sheet, records=old.records, stale=True)
    return sheet


def _inbox_sheet(digest: bytes, raw: bytes, old: Sheet | None) -> Sheet:
    """The inbox is kept as lines: what they mean depends on who is there; a line that cannot be read costs itself."""
    lines, problems = guard.decode_lines(INBOX, raw)
    if lines or not problems:
        return Sheet(INBOX, digest, (), tuple(problems), lines)
    return Sheet(INBOX, digest, (), tuple(problems), old.lines if old else [], stale=bool(old and old.lines))


def _records(document: Document, problems: list[Problem]) -> tuple[Record, ...]:
    """The records of one document: one, or a list of them in posts.yml."""
    folder, _, name = document.file.partition("/")
    model = FOLDERS[folder] if name else FILES[folder]
    if model is Post:
        items = document.value
        if items is not None and not isinstance(items, list):
            problems.append(document.problem((), "not-a-list", {"found": found_in(items)}))
            return ()
        return tuple(r for n, item in enumerate(items or []) for r in _record(document, model, item, (n,), problems))
    value: Any = {} if document.value is None else document.value
    if isinstance(value, dict) and name:
        value = {**value, ID_KEY: name.removesuffix(".yml")}
    return tuple(_record(document, model, value, (), problems))


def _record(
    document: Document, model: type[Record], value: Any, root: tuple[str | int, ...], problems: list[Problem]
) -> Iterator[Record]:
    try:
        yield model.model_validate(value)
    except ValidationError as error:
        problems.extend(problems_of(document, model, error, root))
        # The coach's settings are looked over by their places in the lists, so that nothing may be taken out of them.
        rest = None if model is CoachFile else _rest(value, [fault["loc"] for fault in error.errors(include_url=False)])
        if rest is not None:
            with suppress(ValidationError):
                yield model.model_validate(rest)


def _rest(value: Any, faults: list[tuple[str | int, ...]]) -> dict[str, Any] | None:
    """What is left of a record without the items of its lists that are at fault; None when a fault is elsewhere."""
    wrong: dict[str | int, set[int]] = {}
    for fault in faults:
        match fault:
            case (key, int(item), *_) if isinstance(value, dict) and isinstance(value.get(key), list):
                wrong.setdefault(key, set()).add(item)
            case _:
                return None
    left = {key: [item for n, item in enumerate(value[key]) if n not in wrong[key]] for key in wrong}
    return {**value, **left}


def _untouched(document: Document, records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Of a list of records those on whose lines the YAML itself is sound; a single record is sound or not."""
    if document.file != "posts.yml" or not isinstance(document.node, SequenceNode):
        return ()
    starts = [item.start_mark.line + 1 for item in document.node.value]
    touched = {bisect(starts, problem.place.line) for problem in document.problems}
    return tuple(record for record in records if bisect(starts, record.place.line) not in touched)


def _joined(sheets: dict[str, Sheet], problems: list[Problem], today: Today | None) -> Reading:
    ids = {folder: _ids(folder, sheets, problems) for folder in FOLDERS}
    inbox = _inbox(sheets, ids["contacts"], today)
    network, unfiled = _network(sheets, inbox)
    fresh = [*unfiled, *reference_problems(network, ids)]
    found = [*problems, *inbox.problems, *(p for s in sheets.values() for p in s.problems)]
    found += [p.within(sheets[p.place.file].lines) for p in fresh if p.place.file in sheets]
    return Reading(network, tuple(sorted(found, key=lambda p: p.place)), sheets, inbox.passing)


def _network(sheets: Mapping[str, Sheet], inbox: Inbox) -> tuple[Network, list[Problem]]:
    """The network, and what the inbox says that fits nothing in it."""

    def of(folder: str, kind: type[BaseModel]) -> dict[str, Any]:
        here = (sheet for sheet in sheets.values() if sheet.file.startswith(f"{folder}/"))
        found = [record for sheet in here for record in sheet.records if isinstance(record, kind)]
        return {record.id: record for record in found}  # type: ignore[attr-defined]  # every kind in FOLDERS has an id

    contacts, unfiled = file_lines(of("contacts", Contact), inbox.lines)
    network = Network(
        me=_single(sheets, "me.yml", Me) or NOBODY,
        contacts=contacts,
        events=of("events", Event),
        organisations=of("organisations", Organisation),
        posts=tuple(r for r in sheets["posts.yml"].records if isinstance(r, Post)) if "posts.yml" in sheets else (),
        coach=_single(sheets, "coach.yml", CoachFile) or NO_COACH,
    )
    return network, unfiled


def _ids(folder: str, sheets: Mapping[str, Sheet], problems: Iterable[Problem]) -> frozenset[str]:
    """The ids of all files of a folder, those too that cannot be read or are to be renamed: one problem is enough."""
    return frozenset(_ids_of(folder, [*sheets, *(p.place.file for p in problems)]))


def _ids_of(folder: str, files: Iterable[str]) -> Iterator[str]:
    for file in files:
        within, _, name = file.partition("/")
        if within == folder and name:
            yield name.removesuffix(".yml")
            yield slug(name.rpartition(".")[0] or name)


def _single(sheets: Mapping[str, Sheet], file: str, kind: type[Record]) -> Any:
    return next((r for r in sheets[file].records if isinstance(r, kind)), None) if file in sheets else None


def _inbox(sheets: Mapping[str, Sheet], known: frozenset[str], today: Today | None) -> Inbox:
    sheet = sheets.get(INBOX)
    if sheet is None:
        return Inbox()
    day, roll = None, []
    if today:
        day = today(_single(sheets, "me.yml", Me) or NOBODY)
        people = (record for s in sheets.values() for record in s.records if isinstance(record, Contact))
        roll = [Entry(c.id, " ".join(filter(None, [c.name.display, c.name.preferred]))) for c in people]
    return read_inbox(INBOX, "\n".join(sheet.lines).encode(), dict.fromkeys(known), roll=roll, day=day)

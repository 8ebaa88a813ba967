"""Renaming: every place in the data files that names somebody or something by its id, and changes to their texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.records.change import Change, Plain, Put, Rename
from generator.records.editing import edited
from generator.records.folder import INBOX
from generator.records.loose import kind_meant
from generator.records.said import plain

Path = tuple[str | int, ...]

KEYS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "contacts": {
        "contacts": frozenset({"met.through", "introductions.to"}),
        "events": frozenset({"expected", "expected.contact", "meet", "meet.who", "review.met", "host"}),
        "posts.yml": frozenset({"mentions"}),
    },
    "events": {"contacts": frozenset({"met.event", "log.event"})},
    "organisations": {"contacts": frozenset({"org"})},
}
"""By the folder of what is renamed, and by file or folder, the keys that may hold its id."""


def renamed(file: str, text: str, folder: str, old: str, new: str) -> str:
    """The text of one file with a new id in every place of the old one; raises `EditError` where that is not safe."""
    if file == INBOX:
        return _inbox(text, old, new) if folder == "contacts" else text
    if old not in text:
        return text
    keys = KEYS[folder].get(file.partition("/")[0], frozenset())
    return edited(file, text, list(_changes(plain(file, text), (), keys, old, new)) if keys else [])


def still_named(files: Mapping[str, str], old: str) -> Iterator[tuple[str, int, str]]:
    """Every line that has the id as a word, wherever it stands: file, line number, line."""
    word = _word(old)
    for file, text in sorted(files.items()):
        yield from ((file, n, line) for n, line in enumerate(text.splitlines(), 1) if word.search(line))


def _changes(value: Plain, path: Path, keys: frozenset[str], old: str, new: str) -> Iterator[Change]:
    """The changes within one value, in an order in which each still finds its place."""
    steps = [step for step in path if isinstance(step, str)]
    if value == old and ".".join(steps) in keys:
        yield Put(path, new)
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _changes(item, (*path, n), keys, old, new)
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _changes(held, (*path, key), keys, old, new)
        if old in value and steps == ["introductions", "asked"] and "introductions.to" in keys:
            yield Rename((*path, old), new)


def _inbox(text: str, old: str, new: str) -> str:
    """The lines of the inbox that name the person by id, with the new one; a word of a note stays as it is."""
    return "".join(_row(row, old, new) for row in text.splitlines(keepends=True))


def _row(row: str, old: str, new: str) -> str:
    """One line of the inbox: before the kind, or else the colon, stands whom it names."""
    if not row.lstrip().startswith("- "):
        return row
    kinds = (word.start() for word in re.finditer(r"[^\s:,\"']+", row) if kind_meant(word.group()))
    end = min(next(kinds, len(row)), row.find(":") % (len(row) + 1))
    return _word(old).sub(new, row[:end]) + row[end:]


def _word(old: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")

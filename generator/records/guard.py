"""Guard: looks at a file's bytes and at the stream of YAML events before anything is built from them.

libyaml crashes the process on tens of thousands of nested brackets and expands aliases without
bound, so nothing is composed before its events were counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.records.places import Place
from generator.records.problems import BIDI, Problem
from generator.records.syntax import better_quoted, syntax_problem

MOST_BYTES = 256 * 1024
MOST_DEPTH = 16
MOST_NODES = 20_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Loader):  # type: ignore[misc]  # which of the two it is, is known only here
    """libyaml's loader where it is there; no plain text is looked at for what it might mean."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002  # PyYAML's own
        """Everything is text."""
        return ""


_CONFLICT = re.compile(r"^(<{7}|>{7}|={7}|\|{7})(?= |$)", re.MULTILINE)
_REFUSED_SIGNS = re.compile(r"[&*!%]")
"""Without one of these there is no anchor, no alias, no tag and no directive."""

SUSPECT = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\u00a0-\\u061b\\u061d-\\u200d\\u2010-\\u2027\\u202f-\\u2065\\u206a-\\ud7ff"
    "\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
"""Characters that hide or turn text, and those that libyaml refuses."""


def decode(file: str, raw: bytes) -> str | Problem:
    r"""The text of a file, with `\n` for every line break and without a byte-order mark."""
    if len(raw) > MOST_BYTES:
        return Problem(Place(file, 1, 1), "too-big", {"most": str(MOST_BYTES // 1024)})
    try:
        return _plain(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _plain(raw[: error.start].decode("utf-8")).split("\n")
        lines = _plain(raw.decode("utf-8", "replace")).split("\n")
        return Problem(Place(file, len(before), len(before[-1]) + 1), "not-utf8").within(lines)


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def forbidden(file: str, text: str) -> Problem | None:
    """The first thing in a text that must not be there at all: control characters, marks of a merge conflict."""
    lines = text.split("\n")
    found = conflict(text)
    if found:
        return Problem(place_of(file, text, found.start()), "conflict-marker", width=7).within(lines)
    found = SUSPECT.search(text)
    if found:
        return Problem(place_of(file, text, found.start()), *_suspicion(found.group())).within(lines)
    return None


def conflict(text: str) -> re.Match[str] | None:
    """The first mark of a merge that is not done."""
    return _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None


def suspects(file: str, text: str) -> list[Problem]:
    """Of every line the first character that hides or turns text."""
    lines = text.split("\n")
    found = ((n, SUSPECT.search(line)) for n, line in enumerate(lines, 1))
    return [
        Problem(Place(file, n, char.start() + 1), *_suspicion(char.group())).within(lines) for n, char in found if char
    ]


def _suspicion(char: str) -> tuple[str, dict[str, str]]:
    return "bidi-character" if char in BIDI else "control-character", {"code": f"U+{ord(char):04X}"}


def decode_lines(file: str, raw: bytes) -> tuple[list[str], list[Problem]]:
    """The lines of a file that is read line by line, those that cannot be read left empty, and what is wrong there.

    A file that is too big, in another encoding altogether or waiting to be merged has no line that could be trusted.
    """
    whole = decode(file, raw)
    if isinstance(whole, Problem) and (whole.code == "too-big" or b"\0" in raw):
        return [], [whole]
    text = _plain(raw.decode("utf-8", "replace"))
    if conflict(text):
        return [], [problem for problem in [forbidden(file, text)] if problem]
    problems = suspects(file, text) if isinstance(whole, str) else [*_undecodable(file, raw, text.split("\n"))]
    bad = {problem.place.line for problem in problems}
    return ["" if n in bad else line for n, line in enumerate(text.split("\n"), 1)], problems


def _undecodable(file: str, raw: bytes, lines: list[str]) -> Iterator[Problem]:
    """What is wrong in each line of a file some of which is not UTF-8."""
    rows = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for number, row in enumerate(rows, 1):
        try:
            found = SUSPECT.search(_plain(row.decode("utf-8")))
        except UnicodeDecodeError as error:
            column = len(_plain(row[: error.start].decode("utf-8"))) + 1
            yield Problem(Place(file, number, column), "not-utf8").within(lines)
        else:
            if found:
                yield Problem(Place(file, number, found.start() + 1), *_suspicion(found.group())).within(lines)


def place_of(file: str, text: str, index: int) -> Place:
    """The place of a character by its index in the text."""
    start = text.rfind("\n", 0, index) + 1
    return Place(file, text.count("\n", 0, index) + 1, index - start + 1)


def examine(file: str, text: str) -> Problem | None:
    """The first thing in the stream of events that may not be composed; None when all is well."""
    depth = nodes = documents = 0
    lines = text.split("\n")
    suspicious = _REFUSED_SIGNS.search(text) is not None
    loader = Loader(text)
    try:
        while loader.check_event():
            event = loader.get_event()
            opens = isinstance(event, yaml.CollectionStartEvent)
            depth += opens - isinstance(event, yaml.CollectionEndEvent)
            nodes += isinstance(event, yaml.NodeEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            found = _refused(event, lines) if suspicious else None
            if found:
                return _at(file, event, found[0], lines, 1, **found[1])
            if documents > 1:
                return _at(file, event, "second-document", lines, 3)
            if depth > MOST_DEPTH:
                return _at(file, event, "too-deep", lines, most=str(MOST_DEPTH))
            if nodes > MOST_NODES:
                return _at(file, event, "too-many-nodes", lines, most=str(MOST_NODES))
    except yaml.MarkedYAMLError as error:
        return syntax_problem(file, text, error)
    except (yaml.YAMLError, ValueError):
        return Problem(Place(file, 1, 1), "not-yaml").within(lines)
    finally:
        loader.dispose()
    return None


def _refused(event: Any, lines: list[str]) -> tuple[str, dict[str, str]] | None:
    """The code and the facts for an event that has no business in the data."""
    if isinstance(event, yaml.DocumentStartEvent):
        return ("directive", {}) if event.version or event.tags else None
    mark = event.start_mark
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        return "alias", {"better": better_quoted(lines, mark.line, mark.column)}
    if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag is not None:
        return "tag", {"better": better_quoted(lines, mark.line, mark.column)}
    return None


def _at(file: str, event: Any, code: str, lines: list[str], width: int = 1, /, **facts: str) -> Problem:
    mark = event.start_mark
    return Problem(Place(file, mark.line + 1, mark.column + 1), code, facts, width).within(lines)

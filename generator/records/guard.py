"""Guard: looks at a file's bytes and at the stream of YAML events before anything is built from them.

libyaml crashes the process on tens of thousands of nested brackets and expands aliases without
bound, so nothing is composed before its events were counted.
"""

from __future__ import annotations

import re
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
    found = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if found:
        return Problem(place_of(file, text, found.start()), "conflict-marker", width=7).within(lines)
    found = SUSPECT.search(text)
    if found:
        char = found.group()
        code = "bidi-character" if char in BIDI else "control-character"
        place = place_of(file, text, found.start())
        return Problem(place, code, {"code": f"U+{ord(char):04X}"}).within(lines)
    return None


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

"""Writing: the YAML text of a record, as a careful person would type it and as our reader reads it back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

WIDTH = 100
"""Widest line of a list or a mapping that is kept on one line."""

_PLAIN = re.compile(r"[^\W_](?:[^#:\n\t]|:(?=\S)|(?<=\S)#)*\Z|\+[\d ().-]+\Z")
_FLOW = re.compile(r"[,\[\]{}]|:(?![/\d])")
_READ_OTHERWISE = re.compile(r"(?:null|true|false|yes|no|on|off|y|n)\Z", re.IGNORECASE)
"""Words that other readers of YAML take for something else than a text."""


INNER = {"contact", "event", "organisation"}
"""Kinds of record whose files stand in a folder of their own."""


def as_yaml(kind: str, record: Mapping[str, Any] | list[Any]) -> str:
    """The whole file of a record, or of a list of them, with the line that tells editors its schema."""
    folder = "../schema" if kind in INNER else "schema"
    listed = () if isinstance(record, Mapping) else record
    body = _mapping(record, "") if isinstance(record, Mapping) else (x for item in listed for x in _item(item, ""))
    return "\n".join([f"# yaml-language-server: $schema={folder}/{kind}.schema.json", *body]) + "\n"


def _mapping(record: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in record.items():
        yield from _entry(f"{indent}{scalar(str(key))}:", value, indent)


def _entry(head: str, value: Any, indent: str) -> Iterator[str]:
    """One key with its value: on its line where it fits there, below it where it does not."""
    if isinstance(value, str) and ("\n" in value or value.startswith("- ")):
        yield f"{head} |-"
        yield from (f"{indent}  {line}" if line else "" for line in value.strip().split("\n"))
    elif not isinstance(value, (dict, list)):
        yield f"{head} {_said(value)}"
    elif (short := _flow(value)) and len(head) + len(short) < WIDTH and not _holds_records(value):
        yield f"{head} {short}"
    elif isinstance(value, dict):
        yield head
        yield from _mapping(value, f"{indent}  ")
    else:
        yield head
        for item in value:
            yield from _item(item, f"{indent}  ")


def _item(item: Any, indent: str) -> Iterator[str]:
    short = _flow(item)
    if not isinstance(item, dict):
        yield f"{indent}- {short if isinstance(item, list) else _said(item)}"
        return
    if short and len(indent) + len(short) < WIDTH:
        yield f"{indent}- {short}"
        return
    lines = list(_mapping(item, f"{indent}  "))
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _holds_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _flow(value: Any) -> str:
    """A list or mapping on one line, or nothing where a text of several lines is in it."""
    if isinstance(value, dict):
        parts = [(scalar(str(k), flow=True), _flow(v)) for k, v in value.items()]
        return "" if any(not v for _, v in parts) else "{" + ", ".join(f"{k}: {v}" for k, v in parts) + "}"
    if isinstance(value, list):
        items = [_flow(item) for item in value]
        return "" if not all(items) else "[" + ", ".join(items) + "]"
    return "" if "\n" in str(value) else _said(value, flow=True)


def _said(value: Any, *, flow: bool = False) -> str:
    return str(value).lower() if isinstance(value, bool) else scalar(str(value), flow=flow)


def scalar(text: str, *, flow: bool = False) -> str:
    """One value on one line: plain where nothing in it could be read as something else, quoted otherwise."""
    plain = _PLAIN.match(text) and not text.endswith((" ", ":")) and not _READ_OTHERWISE.match(text)
    if plain and " #" not in text and not (flow and _FLOW.search(text)):
        return text
    return json.dumps(text, ensure_ascii=False)

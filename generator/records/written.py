"""Written: values as somebody would type them into one file, in the style that file has."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_KEY_BEFORE_LIST = re.compile(r"( *)(?:- )*[\w-]+:\s*(?:#.*)?\Z")
_PLAIN = re.compile(r"[^\W_](?:[^:#\n\t]|:(?=\S)|(?<=\S)#)*\Z")
_OPENERS = "¿¡«("


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is written: its quotes, and how far the dash of a list stands to the right of its key."""

    quote: str = '"'
    indent: int = 2

    @classmethod
    def of(cls, rows: list[str]) -> Style:
        """The style that most of a file has."""
        single = sum(len(re.findall(r"[:\[{,-]\s*'[^']*'\s*(?=[,}\]]|$)", row)) for row in rows)
        double = sum(len(re.findall(r'[:\[{,-]\s*"[^"]*"\s*(?=[,}\]]|$)', row)) for row in rows)
        compact = 0
        for key, dash in pairwise(rows):
            found = _KEY_BEFORE_LIST.match(key)
            if found and dash.lstrip().startswith("- "):
                compact += 1 if len(dash) - len(dash.lstrip()) == len(found[1]) else -1
        return cls("'" if single > double else '"', 0 if compact > 0 else 2)


def written(value: Any, style: Style, *, flow: bool, like: str | None = None) -> str:
    """A value on one line; `like` are the quotes of the value whose place it takes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(k, style)}: {written(v, style, flow=True)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(written(one, style, flow=True) for one in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if isinstance(value, int) or (_fits_plainly(text, flow=flow) and like not in {"'", '"'}):
        return text
    return _quoted(text, like or style.quote)


def entry(key: str, value: Any, column: int, style: Style) -> list[str]:
    """A key with its value as lines of block style: lists with an item a line, mappings between braces."""
    start = " " * column + (f"{_key(key, style)}:" if key else ":")
    if isinstance(value, list) and value:
        return [start, *(row for one in value for row in item(one, column + style.indent, style, block=False))]
    if isinstance(value, Mapping) and value:
        return [start, *(row for k, v in value.items() for row in entry(k, v, column + 2, style))]
    return [f"{start} {written(value, style, flow=False)}"]


def item(value: Any, column: int, style: Style, *, block: bool, gap: int = 2) -> list[str]:
    """One item of a list as lines: between braces, or a key a line where those before it are written so."""
    dash = " " * column + "-" + " " * (gap - 1)
    if isinstance(value, Mapping) and value and block:
        rows = [row for k, v in value.items() for row in entry(k, v, column + gap, style)]
        return [dash + rows[0][column + gap :], *rows[1:]]
    return [dash + written(value, style, flow=False)]


def _key(key: str, style: Style) -> str:
    return key if re.fullmatch(r"[A-Za-z][\w-]*", key) else written(key, style, flow=True, like=style.quote)


def _fits_plainly(text: str, *, flow: bool) -> bool:
    """Whether every reader takes the bare text for what it is."""
    if text != text.strip() or not text or text in {"null", "~"}:
        return False
    if flow and re.search(r"[,\[\]{}]", text):
        return False
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", text) or re.fullmatch(r"\d{4}-\d\d-\d\d \d{1,2}:\d\d", text):
        return True
    body = text[1:] if text[0] in _OPENERS else text
    return bool(_PLAIN.match(body)) and not text.endswith(":") and all(c.isprintable() for c in text)


def _quoted(text: str, quote: str) -> str:
    if quote == "'" and all(c.isprintable() for c in text):
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)

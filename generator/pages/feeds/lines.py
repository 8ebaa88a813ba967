"""Lines: the content lines that calendars and address cards are written in (RFC 5545, RFC 2426)."""

from __future__ import annotations

import re
from collections.abc import Iterable

WIDEST = 75
"""Most bytes of a line; a longer one goes on in the next."""

_GOES_ON = 0b1000_0000
"""How a byte begins that stands in the middle of a character."""

_BREAKS = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPECIAL = re.compile(r"[\\;,]")
_ANY = re.compile("[\x00-\x1f\x7f\u0085\u2028\u2029\\\\;,]")
"""Every character that the three are about: most values have none."""


def text(value: str) -> str:
    r"""A value as it is written: breaks as `\n`, and what has a meaning of its own behind a backslash."""
    if _ANY.search(value) is None:
        return value
    return _BREAKS.sub(r"\\n", _SPECIAL.sub(r"\\\g<0>", _CONTROLS.sub("", value)))


def address(value: str) -> str:
    """A web or mail address: nothing in it may end the line."""
    return _CONTROLS.sub("", _BREAKS.sub("", value))


def folded(lines: Iterable[str]) -> bytes:
    """Content lines as they are sent: none wider than 75 bytes, no character torn, each with its CRLF."""
    return b"".join(_fold(line) for line in lines)


def _fold(line: str) -> bytes:
    raw = line.encode("utf-8", "replace")
    if len(raw) <= WIDEST:
        return raw + b"\r\n"
    pieces, start, room = [], 0, WIDEST
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0b1100_0000 == _GOES_ON:
            end -= 1
        pieces.append(raw[start:end])
        start, room = end, WIDEST - 1
    return b"\r\n ".join([*pieces, raw[start:]]) + b"\r\n"

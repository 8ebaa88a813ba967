"""Line ends: a text as lines that keep their ends, and as bare ones."""

from __future__ import annotations


def lines_of(text: str) -> list[str]:
    """The lines with their ends, as they are: only line feeds and carriage returns end one."""
    rows = text.replace("\r\n", "\n\0").replace("\r", "\r\n").split("\n")
    # each "\r\n" became "\n\0": its end is put back on the line before
    lines = []
    for number, row in enumerate(rows):
        body = row.removeprefix("\0")
        more = number + 1 < len(rows)
        crlf = more and rows[number + 1].startswith("\0")
        lines.append(body + ("\r\n" if crlf else "" if body.endswith("\r") else "\n") if more else body)
    return lines if lines[-1] else lines[:-1]


def bare(lines: list[str]) -> list[str]:
    """The lines without their ends, and an empty one where the last line has an end."""
    rows = [line.rstrip("\r\n") for line in lines]
    return [*rows, ""] if lines and lines[-1].endswith(("\n", "\r")) else rows or [""]


def ending(lines: list[str]) -> str:
    """The line break that most lines of the file have."""
    windows = sum(line.endswith("\r\n") for line in lines)
    return "\r\n" if windows * 2 > sum(line.endswith("\n") for line in lines) else "\n"

"""Change: one value of a file put, appended or renamed, and what the file says once that is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]
Plain = Any
"""What a file says: mappings, lists, texts, and None for what is empty."""


@dataclass(frozen=True, slots=True)
class Put:
    """One value at a path; a key that is not there yet comes after those of `after` that are."""

    path: Path
    value: Plain
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Append:
    """One more item at the end of the list at a path."""

    path: Path
    value: Plain
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rename:
    """Another word for the key at a path."""

    path: Path
    value: str


Change = Put | Append | Rename


def meant(value: Plain, change: Change) -> Plain:
    """What a file says once a change has been made, told without its text."""
    *way, last = change.path
    root = _copied({} if value is None else value)
    holder = root
    for step in way:
        if isinstance(holder, dict) and holder.get(step) is None:
            holder[step] = {}
        holder = holder[step]
    match change:
        case Put():
            holder[last] = _texts(change.value)
        case Append():
            holder[last] = [*(holder.get(last) or []), _texts(change.value)]
        case Rename():
            items = [(change.value if key == last else key, held) for key, held in holder.items()]
            holder.clear()
            holder.update(items)
    return root


def _texts(value: Plain) -> Plain:
    """Values as they will be typed."""
    if isinstance(value, dict):
        return {key: _texts(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_texts(one) for one in value]
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _copied(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: _copied(one) for key, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value

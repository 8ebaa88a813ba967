"""Editing: changes to the text of one file as a careful person makes them, and nothing else in it moves.

A change is made at the places PyYAML reports, the text is read again, and what it says now must be what was
meant; if not, or where the way a file is written makes that unsafe, the change is refused.
"""

from __future__ import annotations

from collections.abc import Iterable

from yaml.nodes import Node

from generator.records.change import Change, meant
from generator.records.line_ends import bare, lines_of
from generator.records.patch import patch_for
from generator.records.said import UNSAFE, EditError, composed, plain_of
from generator.records.spots import spots_of

NOT_THERE = "there is nothing at `{path}` to change"


def edited(file: str, text: str, changes: Iterable[Change]) -> str:
    """The text with the changes made; raises `EditError` where that cannot be done safely."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = lines_of(text.removeprefix("\ufeff"))
    for change in changes:
        lines = _changed(file, lines, change)
    return mark + "".join(lines)


def _changed(file: str, lines: list[str], change: Change) -> list[str]:
    text = "\n".join(bare(lines))
    node = composed(file, text)
    try:
        intended = meant(plain_of(node), change)
        patch = patch_for(node, text.split("\n"), change)
    except (KeyError, IndexError, TypeError, AttributeError):
        path = ".".join(map(str, change.path))
        raise EditError(file, 1, NOT_THERE, path=path) from None
    line = patch.line + 1 if patch else 1
    if patch is None:
        raise EditError(file, _line_of(node, change), UNSAFE)
    changed = patch.made(lines)
    try:
        says = plain_of(composed(file, "\n".join(bare(changed))))
    except EditError:
        raise EditError(file, line, UNSAFE) from None
    if says != intended:
        raise EditError(file, line, UNSAFE)
    return changed


def _line_of(node: Node | None, change: Change) -> int:
    for step in change.path:
        spot = spots_of(node).get(step) if node is not None else None
        if spot is None:
            break
        node = spot.value
    return node.start_mark.line + 1 if node is not None else 1

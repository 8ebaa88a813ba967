"""Spots: where the keys and items of a node stand, and where the last line of each ends."""

from __future__ import annotations

from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


class Spot(NamedTuple):
    """A value and the key before it, if it has one."""

    value: Node
    key: Node | None = None


def spots_of(node: Node) -> dict[str | int, Spot]:
    """Values by key, or items by number."""
    if isinstance(node, MappingNode):
        return {key.value: Spot(value, key) for key, value in node.value if isinstance(key, ScalarNode)}
    if isinstance(node, SequenceNode):
        return {number: Spot(value) for number, value in enumerate(node.value)}
    return {}


def end_of(key: Node | None, node: Node, rows: list[str]) -> int:
    """The number of the first line after a value: comments and empty lines that follow are not of it."""
    if isinstance(node, ScalarNode) and node.style in {"|", ">"}:
        return _end_of_block(node, rows)
    if isinstance(node, ScalarNode) and not node.style and not node.value:
        return (key.end_mark.line if key is not None else node.start_mark.line) + 1
    if isinstance(node, (MappingNode, SequenceNode)) and not node.flow_style and node.value:
        last = node.value[-1]
        before, value = last if isinstance(last, tuple) else (None, last)
        return end_of(before, value, rows)
    return int(node.end_mark.line) + 1


def _end_of_block(node: ScalarNode, rows: list[str]) -> int:
    """A text of several lines ends before the empty lines and comments after it, unless it keeps the empty ones."""
    head, end = rows[node.start_mark.line][node.start_mark.column :], node.end_mark
    line = int(end.line) + (1 if end.column else 0)
    line = min(line, len(rows))
    if "+" in head.split("#", 1)[0]:
        return line
    while line > node.start_mark.line + 1 and not rows[line - 1].strip():
        line -= 1
    return line

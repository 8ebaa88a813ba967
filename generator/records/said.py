"""Said: what the text of one file says, every value as it was typed, or why it cannot be read."""

from __future__ import annotations

from typing import Any

from yaml.nodes import Node, ScalarNode, SequenceNode

from generator.records import guard
from generator.records.change import Plain
from generator.records.line_ends import bare, lines_of
from generator.records.problems import Problem

_NOTHING = {"", "~", "null"}
UNSAFE = "this is written in a way that cannot be changed safely here; change it by hand"


class EditError(Exception):
    """A file cannot be changed: its problem, or why the way it is written makes that unsafe."""

    def __init__(self, file: str, line: int, why: str, problem: Problem | None = None, **facts: str) -> None:
        super().__init__(f"data/{file}:{line}: {why}")
        self.file, self.line, self.why, self.problem, self.facts = file, line, why, problem, facts


def plain(file: str, text: str) -> Plain:
    """What a text says, every value as it was typed; raises `EditError` where it cannot be read."""
    return plain_of(composed(file, "\n".join(bare(lines_of(text.removeprefix("\ufeff"))))))


def composed(file: str, text: str) -> Node | None:
    """The nodes of a text that the guard has let through; raises `EditError` otherwise."""
    problem = guard.forbidden(file, text) or guard.examine(file, text)
    if problem:
        raise EditError(file, problem.place.line, problem.code, problem)
    loader = guard.Loader(text)
    try:
        node: Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def plain_of(node: Node | None) -> Plain:
    """What a node says."""
    if node is None:
        return None
    if isinstance(node, ScalarNode):
        if node.style in {"|", ">"}:  # its last line break comes and goes with the file's own
            return node.value.rstrip("\n")
        return None if not node.style and node.value in _NOTHING else node.value
    if isinstance(node, SequenceNode):
        return [plain_of(one) for one in node.value]
    found: dict[Any, Plain] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or key.value in found:
            raise EditError("", key.start_mark.line + 1, UNSAFE)
        found[key.value] = plain_of(value)
    return found


def is_empty(node: Node) -> bool:
    """Whether a node says nothing: it is not there, or null."""
    return isinstance(node, ScalarNode) and not node.style and node.value in _NOTHING

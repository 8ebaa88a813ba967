"""Documents: one YAML file as plain values, every scalar still text, every mapping with its origin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from generator.records import guard
from generator.records.places import Origin, Place
from generator.records.problems import Problem
from generator.records.record import ORIGIN_KEY, Typed
from generator.records.syntax import ODD_SPACE

_NOTHING = {"", "~", "null"}
"""What counts as no value; `Null` is a surname."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: `value` for the schema, `node` and `lines` to find places in, and what was wrong so far."""

    file: str
    value: Any
    node: Node | None
    lines: list[str]
    problems: tuple[Problem, ...] = ()
    _pairs: dict[int, dict[str, tuple[Node, Node]]] = field(default_factory=dict, repr=False, compare=False)

    def problem(
        self, path: tuple[str | int, ...], code: str, facts: dict[str, str], *, at_key: bool = False
    ) -> Problem:
        """A problem at the value (or the key) that a path of keys and indexes leads to, as far as it leads."""
        node, key = self._found(path)
        spot = key if key is not None and (at_key or _is_empty(node)) else node
        if spot is None:
            return Problem(Place(self.file, 1, 1), code, facts).within(self.lines)
        start, end = spot.start_mark, spot.end_mark
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        block = isinstance(spot, CollectionNode) and not spot.flow_style
        width = 1 if block else max(1, stop - start.column)
        return Problem(Place(self.file, start.line + 1, start.column + 1), code, facts, width).within(self.lines)

    def has(self, path: tuple[str | int, ...]) -> bool:
        """Whether there is such a key."""
        node, _ = self._found(path[:-1])
        return isinstance(node, MappingNode) and str(path[-1]) in self._pairs_of(node)

    def is_word_alone(self, path: tuple[str | int, ...]) -> bool:
        """Whether a path leads to a key between braces without a colon: the rest of a text that a comma cut."""
        node, key = self._found(path)
        if not isinstance(key, ScalarNode) or not _is_empty(node) or key.style:
            return False
        return self.lines[key.end_mark.line][key.end_mark.column :].lstrip()[:1] in {",", "}"}

    def _pairs_of(self, node: MappingNode) -> dict[str, tuple[Node, Node]]:
        """Keys and values of a mapping by the words of the keys, the first one where there are two."""
        if id(node) not in self._pairs:
            named = ((k.value, (k, v)) for k, v in reversed(node.value) if isinstance(k, ScalarNode))
            self._pairs[id(node)] = dict(named)
        return self._pairs[id(node)]

    def _found(self, path: tuple[str | int, ...]) -> tuple[Node | None, Node | None]:
        """The value that a path leads to and the key before it, as far as the path leads."""
        node, key = self.node, None
        for step in path:
            if isinstance(node, MappingNode):
                pair = self._pairs_of(node).get(str(step))
                if pair is None:
                    break
                key, node = pair
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
                key, node = None, node.value[step]
            else:
                break
        return node, key


def read_document(file: str, raw: bytes) -> Document:
    """Read the bytes of one file; the problems of its YAML are in the result, which then may be without value."""
    text = guard.decode(file, raw)
    if isinstance(text, Problem):
        return Document(file, None, None, [], (text,))
    lines = text.split("\n")
    if guard.conflict(text):
        return Document(file, None, None, lines, tuple(filter(None, [guard.forbidden(file, text)])))
    # The rest is read all the same, so that everything that is wrong is told at once.
    hidden = guard.suspects(file, text)
    text = guard.SUSPECT.sub("\ufffd", text) if hidden else text
    problem = guard.examine(file, text)
    if problem:
        return Document(file, None, None, lines, (*hidden, problem))
    loader = guard.Loader(text)
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    if node is None:
        return Document(file, None, None, lines, tuple(hidden))
    problems = list(hidden)
    value = _value(file, node, lines, problems)
    return Document(file, value, node, lines, tuple(problems))


def _value(file: str, node: Node, lines: list[str], problems: list[Problem]) -> Any:
    if isinstance(node, ScalarNode):
        if not node.style:
            _look_for_lost_text(file, node, lines, problems)
            if node.value in _NOTHING:
                return None
        return Typed.at(node.value, Origin(file, node.start_mark.line + 1, node.start_mark.column + 1))
    if isinstance(node, MappingNode):
        return _mapping(file, node, lines, problems)
    return [_value(file, item, lines, problems) for item in node.value]


def _mapping(file: str, node: MappingNode, lines: list[str], problems: list[Problem]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    keys: dict[str, tuple[int, int]] = {}
    for key_node, value_node in node.value:
        mark = key_node.start_mark
        place = Place(file, mark.line + 1, mark.column + 1)
        key = key_node.value
        if not isinstance(key_node, ScalarNode) or not key or "\0" in key:
            problems.append(Problem(place, "strange-key").within(lines))
            continue
        odd = None if key_node.style else ODD_SPACE.match(key)
        if odd:
            problems.append(Problem(place, "odd-space", {"code": f"U+{ord(odd.group()):04X}"}).within(lines))
            continue
        if key == "<<" and not key_node.style:
            problems.append(Problem(place, "merge-key", width=2).within(lines))
            continue
        if key in keys:
            facts = {"key": key, "line": str(keys[key][0])}
            problems.append(Problem(place, "duplicate-key", facts, len(key)).within(lines))
            continue
        keys[key] = place.line, place.column
        found[key] = _value(file, value_node, lines, problems)
    start = node.start_mark
    found[ORIGIN_KEY] = Origin(file, start.line + 1, start.column + 1, keys)
    return found


def _look_for_lost_text(file: str, node: ScalarNode, lines: list[str], problems: list[Problem]) -> None:
    """A `#` glued to a word after a plain text was surely meant as text: `Sala #3`."""
    end = node.end_mark
    rest = lines[end.line][end.column :] if end.line < len(lines) else ""
    stripped = rest.lstrip()
    if re.match(r"#[^\s#]", stripped):
        place = Place(file, end.line + 1, end.column + 1 + len(rest) - len(stripped))
        problems.append(Problem(place, "lost-comment", {"lost": stripped}, len(stripped)).within(lines))


def _is_empty(node: Node | None) -> bool:
    return isinstance(node, ScalarNode) and not node.style and not node.value

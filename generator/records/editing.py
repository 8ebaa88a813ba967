"""Editing: changes to the text of one file as a careful person makes them, and nothing else in it moves.

A change is made at the places PyYAML reports, the text is read again, and what it says now must be what was
meant; if not, or where the way a file is written makes that unsafe, the change is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.records import guard
from generator.records.problems import Problem
from generator.records.spots import Spot, end_of, spots_of
from generator.records.written import Style, entry, item, written

Path = tuple[str | int, ...]
Plain = Any
"""What a file says: mappings, lists, texts, and None for what is empty."""

_NOTHING = {"", "~", "null"}


class EditError(Exception):
    """A file cannot be changed: its problem, or why the way it is written makes that unsafe."""

    def __init__(self, file: str, line: int, why: str, problem: Problem | None = None, **facts: str) -> None:
        super().__init__(f"data/{file}:{line}: {why}")
        self.file, self.line, self.why, self.problem, self.facts = file, line, why, problem, facts


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

UNSAFE = "this is written in a way that cannot be changed safely here; change it by hand"
NOT_THERE = "there is nothing at `{path}` to change"


def edited(file: str, text: str, changes: Iterable[Change]) -> str:
    """The text with the changes made; raises `EditError` where that cannot be done safely."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = _lines(text.removeprefix("\ufeff"))
    for change in changes:
        lines = _changed(file, lines, change)
    return mark + "".join(lines)


def plain(file: str, text: str) -> Plain:
    """What a text says, every value as it was typed; raises `EditError` where it cannot be read."""
    return _plain(_composed(file, "\n".join(_bare(_lines(text.removeprefix("\ufeff"))))))


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


def _changed(file: str, lines: list[str], change: Change) -> list[str]:
    text = "\n".join(_bare(lines))
    node = _composed(file, text)
    try:
        intended = meant(_plain(node), change)
        patch = _patch(node, text.split("\n"), change)
    except (KeyError, IndexError, TypeError, AttributeError):
        path = ".".join(map(str, change.path))
        raise EditError(file, 1, NOT_THERE, path=path) from None
    line = patch.line + 1 if patch else 1
    if patch is None:
        raise EditError(file, _line_of(node, change), UNSAFE)
    changed = patch.made(lines)
    try:
        says = _plain(_composed(file, "\n".join(_bare(changed))))
    except EditError:
        raise EditError(file, line, UNSAFE) from None
    if says != intended:
        raise EditError(file, line, UNSAFE)
    return changed


@dataclass(frozen=True, slots=True)
class _Patch:
    """Some text in the place of what stands between two columns of a line, or whole lines before it."""

    line: int
    start: int = 0
    end: int = 0
    text: str = ""
    rows: tuple[str, ...] = ()

    def made(self, lines: list[str]) -> list[str]:
        """The lines with the patch on them; every other one stays the same object."""
        ends = _ending(lines)
        if self.rows:
            before, after = lines[: self.line], lines[self.line :]
            rows = [row + ends for row in self.rows]
            if before and not before[-1].endswith(("\n", "\r")):  # the file ends without a line break, and stays so
                before, rows[-1] = [*before[:-1], before[-1] + ends], self.rows[-1]
            return [*before, *rows, *after]
        if self.line == len(lines):
            return [*lines, self.text + ends]
        line = lines[self.line]
        return [*lines[: self.line], line[: self.start] + self.text.replace("\n", ends) + line[self.end :],
                *lines[self.line + 1 :]]


def _patch(root: Node | None, rows: list[str], change: Change) -> _Patch | None:
    """Where and how the text changes; None where that is not safe."""
    style = Style.of(rows)
    if root is None or (isinstance(root, ScalarNode) and not root.value):
        return _at_the_end(rows, change, style)
    holder, path = root, list(change.path)
    while len(path) > 1:
        found = spots_of(holder).get(path[0])
        if found is None or _is_empty(found.value):
            if isinstance(path[0], int):
                raise IndexError
            value = _nested(path[1:], change)
            if isinstance(change, Rename):
                raise KeyError(path[0])
            return _new_value(holder, rows, path[0], value, after=change.after, style=style)
        holder = found.value
        path.pop(0)
    last = path[0]
    spot = spots_of(holder).get(last)
    if isinstance(change, Rename):
        if spot is None or spot.key is None:
            raise KeyError(last)
        return _replaced(spot.key, rows, written(change.value, style, flow=True))
    if isinstance(change, Append) and spot is not None and isinstance(spot.value, SequenceNode):
        return _appended(spot.value, rows, change.value, style)
    value = [change.value] if isinstance(change, Append) else change.value
    return _new_value(holder, rows, last, value, after=change.after, style=style)


def _at_the_end(rows: list[str], change: Change, style: Style) -> _Patch | None:
    """A first key in a file that says nothing yet."""
    first = change.path[0]
    if not isinstance(first, str) or isinstance(change, Rename):
        raise KeyError(first)
    value = _nested(list(change.path[1:]), change)
    line = len(rows) - 1 if not rows[-1] else len(rows)
    return _Patch(line, rows=tuple(entry(first, value, 0, style)))


def _nested(path: list[str | int], change: Change) -> Plain:
    if isinstance(change, Rename):
        raise KeyError(change.path[-1])
    value = [change.value] if isinstance(change, Append) else change.value
    for step in reversed(path):
        if isinstance(step, int):
            raise IndexError(step)
        value = {step: value}
    return value


def _new_value(
    holder: Node, rows: list[str], key: str | int, value: Plain, *, after: tuple[str, ...], style: Style
) -> _Patch | None:
    """A value for a key that has none, or one that takes the place of a single one."""
    spot = spots_of(holder).get(key)
    if spot is None:
        if not isinstance(holder, MappingNode) or not isinstance(key, str):
            raise KeyError(key)
        return _inserted(holder, rows, key, value, after=after, style=style)
    flow = bool(getattr(holder, "flow_style", False))
    if isinstance(spot.value, ScalarNode) and _is_empty(spot.value):
        if spot.value.value or not isinstance(spot.key, ScalarNode):
            return _replaced(spot.value, rows, written(value, style, flow=True))
        return _filled(spot, rows, value, style, flow=flow)
    if isinstance(spot.value, (MappingNode, SequenceNode)):
        empty = not spot.value.value
        return _replaced(spot.value, rows, written(value, style, flow=True)) if empty else None
    quotes = spot.value.style if isinstance(spot.value, ScalarNode) else None
    return None if quotes in {"|", ">"} else _replaced(
        spot.value, rows, written(value, style, flow=flow, like=quotes)
    )


def _filled(spot: Spot, rows: list[str], value: Plain, style: Style, *, flow: bool) -> _Patch | None:
    """A value behind a key that stands there without one: `log:`."""
    key = spot.key
    if key is None or key.start_mark.line != key.end_mark.line:
        return None
    line, column = key.end_mark.line, key.end_mark.column
    rest = rows[line][column:]
    if not rest.lstrip().startswith(":"):
        return None
    colon = column + rest.index(":") + 1
    if not flow and isinstance(value, (list, dict)):
        return _Patch(line + 1, rows=tuple(entry("", value, key.start_mark.column, style)[1:]))
    return _Patch(line, colon, colon, " " + written(value, style, flow=flow))


def _inserted(
    holder: MappingNode, rows: list[str], key: str, value: Plain, *, after: tuple[str, ...], style: Style
) -> _Patch | None:
    """A key that was not there: after those it follows, or at the end."""
    if not holder.value:
        if not holder.flow_style or holder.start_mark.line != holder.end_mark.line:
            return None
        column = holder.start_mark.column + 1
        return _Patch(holder.start_mark.line, column, column, f"{key}: {written(value, style, flow=True)}")
    before = [pair for pair in holder.value if pair[0].value in after]
    last_key, last = (before or holder.value)[-1]
    if holder.flow_style:
        end = last_key.end_mark if _is_empty(last) and not last.value else last.end_mark
        if _is_empty(last) and not last.value:
            return None
        return _Patch(end.line, end.column, end.column, f", {key}: {written(value, style, flow=True)}")
    column = holder.value[0][0].start_mark.column
    if column != holder.start_mark.column or any(k.start_mark.column != column for k, _ in holder.value):
        return None
    return _Patch(end_of(last_key, last, rows), rows=tuple(entry(key, value, column, style)))


def _appended(holder: SequenceNode, rows: list[str], value: Plain, style: Style) -> _Patch | None:
    """One more item of a list, written as the one before it."""
    if not holder.value:
        return _replaced(holder, rows, written([value], style, flow=True))
    last = holder.value[-1]
    if not holder.flow_style:
        blocks = isinstance(last, MappingNode) and not last.flow_style and not _is_empty(last)
        gap = last.start_mark.column - holder.start_mark.column if blocks else 2
        line = end_of(None, last, rows)
        return _Patch(line, rows=tuple(item(value, holder.start_mark.column, style, block=blocks, gap=gap)))
    end = last.end_mark
    text = written(value, style, flow=True)
    first = holder.value[0] if len(holder.value) == 1 else holder.value[-2]
    alone = last.start_mark.line > (holder.start_mark.line if first is last else first.end_mark.line)
    commented = "#" in rows[end.line][end.column :]
    between = "\n" + " " * last.start_mark.column if alone and not commented else " "
    return _Patch(end.line, end.column, end.column, f",{between}{text}")


def _replaced(node: Node, rows: list[str], text: str) -> _Patch | None:
    start, end = node.start_mark, node.end_mark
    if start.line != end.line or end.column > len(rows[start.line]):
        return None
    return _Patch(start.line, start.column, end.column, text)


def _composed(file: str, text: str) -> Node | None:
    problem = guard.forbidden(file, text) or guard.examine(file, text)
    if problem:
        raise EditError(file, problem.place.line, problem.code, problem)
    loader = guard.Loader(text)
    try:
        node: Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _plain(node: Node | None) -> Plain:
    if node is None:
        return None
    if isinstance(node, ScalarNode):
        if node.style in {"|", ">"}:  # its last line break comes and goes with the file's own
            return node.value.rstrip("\n")
        return None if not node.style and node.value in _NOTHING else node.value
    if isinstance(node, SequenceNode):
        return [_plain(one) for one in node.value]
    found: dict[Any, Plain] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or key.value in found:
            raise EditError("", key.start_mark.line + 1, UNSAFE)
        found[key.value] = _plain(value)
    return found


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


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and node.value in _NOTHING


def _line_of(node: Node | None, change: Change) -> int:
    for step in change.path:
        spot = spots_of(node).get(step) if node is not None else None
        if spot is None:
            break
        node = spot.value
    return node.start_mark.line + 1 if node is not None else 1


def _lines(text: str) -> list[str]:
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


def _bare(lines: list[str]) -> list[str]:
    bare = [line.rstrip("\r\n") for line in lines]
    return [*bare, ""] if lines and lines[-1].endswith(("\n", "\r")) else bare or [""]


def _ending(lines: list[str]) -> str:
    """The line break that most lines of the file have."""
    windows = sum(line.endswith("\r\n") for line in lines)
    return "\r\n" if windows * 2 > sum(line.endswith("\n") for line in lines) else "\n"

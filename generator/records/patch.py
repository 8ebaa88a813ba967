"""Patch: where and how the text of a file changes so that it says something else; none where that is not safe."""

from __future__ import annotations

from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.records.change import Append, Change, Plain, Rename
from generator.records.line_ends import ending
from generator.records.said import is_empty
from generator.records.spots import Spot, end_of, spots_of
from generator.records.written import Style, entry, item, written


@dataclass(frozen=True, slots=True)
class Patch:
    """Some text in the place of what stands between two columns of a line, or whole lines before it."""

    line: int
    start: int = 0
    end: int = 0
    text: str = ""
    rows: tuple[str, ...] = ()

    def made(self, lines: list[str]) -> list[str]:
        """The lines with the patch on them; every other one stays the same object."""
        ends = ending(lines)
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


def patch_for(root: Node | None, rows: list[str], change: Change) -> Patch | None:
    """Where and how the text changes; None where that is not safe."""
    style = Style.of(rows)
    if root is None or (isinstance(root, ScalarNode) and not root.value):
        return _at_the_end(rows, change, style)
    holder, path = root, list(change.path)
    while len(path) > 1:
        found = spots_of(holder).get(path[0])
        if found is None or is_empty(found.value):
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


def _at_the_end(rows: list[str], change: Change, style: Style) -> Patch | None:
    """A first key in a file that says nothing yet."""
    first = change.path[0]
    if not isinstance(first, str) or isinstance(change, Rename):
        raise KeyError(first)
    value = _nested(list(change.path[1:]), change)
    line = len(rows) - 1 if not rows[-1] else len(rows)
    return Patch(line, rows=tuple(entry(first, value, 0, style)))


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
) -> Patch | None:
    """A value for a key that has none, or one that takes the place of a single one."""
    spot = spots_of(holder).get(key)
    if spot is None:
        if not isinstance(holder, MappingNode) or not isinstance(key, str):
            raise KeyError(key)
        return _inserted(holder, rows, key, value, after=after, style=style)
    flow = bool(getattr(holder, "flow_style", False))
    if isinstance(spot.value, ScalarNode) and is_empty(spot.value):
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


def _filled(spot: Spot, rows: list[str], value: Plain, style: Style, *, flow: bool) -> Patch | None:
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
        return Patch(line + 1, rows=tuple(entry("", value, key.start_mark.column, style)[1:]))
    return Patch(line, colon, colon, " " + written(value, style, flow=flow))


def _inserted(
    holder: MappingNode, rows: list[str], key: str, value: Plain, *, after: tuple[str, ...], style: Style
) -> Patch | None:
    """A key that was not there: after those it follows, or at the end."""
    if not holder.value:
        if not holder.flow_style or holder.start_mark.line != holder.end_mark.line:
            return None
        column = holder.start_mark.column + 1
        return Patch(holder.start_mark.line, column, column, f"{key}: {written(value, style, flow=True)}")
    before = [pair for pair in holder.value if pair[0].value in after]
    last_key, last = (before or holder.value)[-1]
    if holder.flow_style:
        end = last_key.end_mark if is_empty(last) and not last.value else last.end_mark
        if is_empty(last) and not last.value:
            return None
        return Patch(end.line, end.column, end.column, f", {key}: {written(value, style, flow=True)}")
    column = holder.value[0][0].start_mark.column
    if column != holder.start_mark.column or any(k.start_mark.column != column for k, _ in holder.value):
        return None
    return Patch(end_of(last_key, last, rows), rows=tuple(entry(key, value, column, style)))


def _appended(holder: SequenceNode, rows: list[str], value: Plain, style: Style) -> Patch | None:
    """One more item of a list, written as the one before it."""
    if not holder.value:
        return _replaced(holder, rows, written([value], style, flow=True))
    last = holder.value[-1]
    if not holder.flow_style:
        blocks = isinstance(last, MappingNode) and not last.flow_style and not is_empty(last)
        gap = last.start_mark.column - holder.start_mark.column if blocks else 2
        line = end_of(None, last, rows)
        return Patch(line, rows=tuple(item(value, holder.start_mark.column, style, block=blocks, gap=gap)))
    end = last.end_mark
    text = written(value, style, flow=True)
    first = holder.value[0] if len(holder.value) == 1 else holder.value[-2]
    alone = last.start_mark.line > (holder.start_mark.line if first is last else first.end_mark.line)
    commented = "#" in rows[end.line][end.column :]
    between = "\n" + " " * last.start_mark.column if alone and not commented else " "
    return Patch(end.line, end.column, end.column, f",{between}{text}")


def _replaced(node: Node, rows: list[str], text: str) -> Patch | None:
    start, end = node.start_mark, node.end_mark
    if start.line != end.line or end.column > len(rows[start.line]):
        return None
    return Patch(start.line, start.column, end.column, text)

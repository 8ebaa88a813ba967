"""Forgetting: takes one person out of the text of the data files and leaves every other line as it was.

Where a file names the person by id, the smallest thing that says so goes: an item of a list, or a key. Where a text
names them by their whole name, an address or a number, that becomes `…`. A first name alone is left: others have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.records.contact import Contact
from generator.records.continuity import FEWEST, channels_of
from generator.records.documents import read_document
from generator.records.folder import INBOX
from generator.records.network import Network
from generator.records.struck import Present, struck

GONE = "…"
"""What stands for a name in a text that goes on without it."""

Path = tuple[str | int, ...]
NOBODY_PRESENT = Present()

_ITEMS = {"introductions": ("to",), "expected": ("contact",), "meet": ("who",), "mentions": (), "met": ()}
"""Lists whose items go with the person, and the key of an item that names them."""

_KEYS = frozenset({"host", "through"})
"""Keys that go when they name the person."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What may be taken out of texts, longest first, and the names that only their owner can judge."""

    who: str
    sure: tuple[str, ...]
    unsure: tuple[str, ...]

    def blanked(self, text: str) -> str:
        """A text without what is surely this person."""
        for words in self.sure:
            text = _pattern(words).sub(GONE, text)
        return text

    def left_in(self, text: str) -> bool:
        """Whether a text still has a word that may mean this person."""
        return any(_pattern(words).search(text) for words in (*self.sure, *self.unsure, self.who))


def traces_of(network: Network, contact: Contact) -> Traces:
    """The names, addresses and numbers of somebody; what is part of another's name too is not sure."""
    name = contact.name
    names = {name.display, name.familiar, *([name.full] if name.full else [])}
    names |= {" ".join(filter(None, [name.given, name.particle, *name.surnames]))}
    ways = {str(value) for channel, value in channels_of(contact)}
    others = [c.name.display.casefold() for c in network.contacts.values() if c.id != contact.id]
    whole = {n for n in names if " " in n and not any(n.casefold() in other for other in others)}
    sure = {*whole, *ways, *([contact.id] if "-" in contact.id else [])}
    single = {n for n in ({*names, name.short, *name.surnames} - whole) if len(n) >= FEWEST}
    return Traces(contact.id, tuple(sorted(sure, key=lambda n: (-len(n), n))), tuple(sorted(single - sure)))


def without(file: str, text: str, traces: Traces, present: Present = NOBODY_PRESENT) -> str:
    """The text of a data file without the person; who is `present` tells whom the inbox names loosely."""
    if file == INBOX:
        return traces.blanked(struck(text, traces.who, present))
    for _ in range(text.count(traces.who)):
        cut = _first_cut(file, text, traces.who)
        if cut is None:
            break
        text = text[: cut[0]] + text[cut[1] :]
    return traces.blanked(text)


def mentions(files: Mapping[str, str], traces: Traces) -> Iterator[tuple[str, int, str]]:
    """Every line of some files that may speak of the person: file, line number, line."""
    for file, text in files.items():
        for number, line in enumerate(text.splitlines(), 1):
            if traces.left_in(line):
                yield file, number, line


def passages(file: str, text: str, traces: Traces) -> Iterator[tuple[int, str]]:
    """What a file says of the person, with line numbers: items and keys that name them, then single lines."""
    document = read_document(file, text.encode())
    lines = _Lines(text)
    seen: set[int] = set()
    root = document.node if file != INBOX else None
    for path in _references(root, (), traces.who) if root else ():
        start, end = _span(root, path, lines)
        first = text.count("\n", 0, start)
        seen |= set(range(first, first + max(1, text.count("\n", start, end))))
        yield first + 1, text[start:end].strip().strip(",").strip()
    yield from ((n, line.strip()) for _, n, line in mentions({file: text}, traces) if n - 1 not in seen)


def _pattern(words: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(part) for part in words.split())
    return re.compile(rf"(?<![\w@-]){spaced}(?![\w@-])", re.IGNORECASE)


def _first_cut(file: str, text: str, who: str) -> tuple[int, int] | None:
    """From where to where the first reference to the person stands in a text; None when there is none any more."""
    document = read_document(file, text.encode())
    if document.node is None:
        return None
    path = next(iter(_references(document.node, (), who)), None)
    return None if path is None else _span(document.node, path, _Lines(text))


def _references(node: Node | None, path: Path, who: str) -> Iterator[Path]:
    """The paths of the items and keys that name the person by id."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if isinstance(node, SequenceNode):
        for n, item in enumerate(node.value):
            if key in _ITEMS and who in (_text(item), *(_text(_value(item, k)) for k in _ITEMS[key])):
                yield (*path, n)
            else:
                yield from _references(item, (*path, n), who)
    elif isinstance(node, MappingNode):
        for key_node, value in node.value:
            name = str(_text(key_node))
            named = _text(value) == who and (name in _KEYS or name in _ITEMS)
            if named or (name == who and path[-1:] == ("asked",)):
                yield (*path, name)
            else:
                yield from _references(value, (*path, name), who)


def _text(node: Node | None) -> str | None:
    return node.value if isinstance(node, ScalarNode) else None


def _value(node: Node, key: str) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else []
    return next((value for name, value in pairs if _text(name) == key), None)


class _Lines:
    """A text by lines, as the reader counts them: where each begins, and what it says."""

    def __init__(self, text: str) -> None:
        self.lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.mark = 1 if text.startswith("\ufeff") else 0

    def at(self, mark: Any) -> int:
        """The offset of a mark of YAML's."""
        return int(self.of(mark.line) + mark.column + (self.mark if mark.line == 0 else 0))

    def of(self, line: int) -> int:
        """The offset of the beginning of a line, or of the end of the text."""
        return self.starts[min(line, len(self.starts) - 1)]


def _span(root: Node | None, path: Path, lines: _Lines) -> tuple[int, int]:
    """What to cut so that an item or a key is gone; what would be left empty goes with it."""
    holder: Any = root
    for step in path[:-1]:
        holder = holder.value[step] if isinstance(step, int) else _value(holder, step) or holder
    parts = [(item, item) for item in holder.value] if isinstance(holder, SequenceNode) else list(holder.value)
    last = path[-1]
    n = last if isinstance(last, int) else next(i for i, (key, _) in enumerate(parts) if _text(key) == last)
    if len(parts) == 1 and len(path) > 1 and not (isinstance(path[-2], int) and path[:-2] == ()):
        return _span(root, path[:-1], lines)
    return (_flow_span if holder.flow_style else _block_span)(parts, n, lines)


def _flow_span(parts: list[tuple[Node, Node]], n: int, lines: _Lines) -> tuple[int, int]:
    if n + 1 < len(parts):
        return lines.at(parts[n][0].start_mark), lines.at(parts[n + 1][0].start_mark)
    start = parts[n - 1][1].end_mark if n else parts[n][0].start_mark
    return lines.at(start), lines.at(parts[n][1].end_mark)


def _block_span(parts: list[tuple[Node, Node]], n: int, lines: _Lines) -> tuple[int, int]:
    """Whole lines; a first key beside its dash leaves the dash to the next one."""
    first, value = parts[n]
    line, column = first.start_mark.line, first.start_mark.column
    before = lines.lines[line][:column]
    if first is not value and "-" in before and n + 1 < len(parts):
        return lines.at(first.start_mark), lines.at(parts[n + 1][0].start_mark)
    while first is value and "-" not in before and line > 0:
        line -= 1
        before = lines.lines[line]
    return lines.of(line), lines.of(_last_line(value) + 1)


def _last_line(node: Node) -> int:
    """The last line that a value takes, comments and blank lines after it aside."""
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    end = node.end_mark
    return max(int(end.line) - (end.column == 0), int(node.start_mark.line))


def names_in(paths: Iterable[str], traces: Traces) -> tuple[str, ...]:
    """The names of files that carry the person's id."""
    return tuple(path for path in paths if traces.who in path.rsplit("/", 1)[-1])

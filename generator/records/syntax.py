"""Syntax: what was meant where YAML gave up, told from the line it gave up on and the lines before it.

libyaml says where it could not go on, which is often not where the mistake is: an open bracket is noticed
lines later. Each function here knows one mistake and gives its problem at the culprit, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from generator.records.places import Place
from generator.records.problems import Problem

ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000]")
"""Characters that look like a space and are none for YAML."""

GLUED = re.compile(r"\s*(?:- )*([^\W\d][\w-]*):([^\s:/][^:]*)\Z")
"""A key whose colon has no space after it; web addresses and times of day are none."""

_ODD_INDENT = re.compile(rf"[ \t]*({ODD_SPACE.pattern})")
_ODD_COLON = re.compile(rf"\s*(?:- )*[\w-]+:({ODD_SPACE.pattern})")
_LINE_COMMENT = re.compile(r"\s#.*\Z")
_CLOSING = {"[": "]", "{": "}"}
_MOST_QUOTED = 60


@dataclass(frozen=True)
class _Trouble:
    """Where libyaml gave up, what it said, and where the thing that it was reading had begun."""

    file: str
    text: str
    said: str
    line: int
    column: int
    opened: tuple[int, int] | None

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def here(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @cached_property
    def previous(self) -> int:
        """The number of the last line before this one that says something."""
        told = (n for n in range(self.line - 1, -1, -1) if _says_something(self.lines[n]))
        return next(told, self.line)

    @cached_property
    def tokens(self) -> list[Any]:
        """What could be read before it gave up."""
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self.text)
        found: list[Any] = []
        try:
            while loader.check_token():
                token = loader.get_token()
                if (token.start_mark.line, token.start_mark.column) >= (self.line, self.column):
                    break
                found.append(token)
        except yaml.YAMLError:
            pass
        finally:
            loader.dispose()
        return found

    def at(self, line: int, column: int, code: str, width: int = 1, /, **facts: str) -> Problem:
        """The problem at that spot; past the end of the file, at the end of its last line with words."""
        lines = self.lines
        if line >= len(lines) or not any(text.strip() for text in lines[line:]):
            line = max((n for n, text in enumerate(lines) if text.strip()), default=0)
            column = len(lines[line].rstrip())
        return Problem(Place(self.file, line + 1, column + 1), code, facts, max(width, 1)).within(lines)

    def whole(self, line: int, code: str, /, **facts: str) -> Problem:
        """The problem under all the words of a line."""
        return self.at(line, _indent(self.lines[line]), code, len(self.lines[line].strip()), **facts)


def syntax_problem(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """What libyaml could not read, as the mistake that was probably made."""
    mark = error.problem_mark or error.context_mark
    opened = error.context_mark
    trouble = _Trouble(
        file, text, f"{error.context or ''}; {error.problem or ''}", *((mark.line, mark.column) if mark else (0, 0)),
        (opened.line, opened.column) if opened else None,
    )
    found = next(filter(None, (look(trouble) for look in _LOOKS)), None)
    return found or trouble.at(trouble.line, trouble.column, "not-yaml")


def better_quoted(lines: list[str], line: int, column: int) -> str:
    """The text that begins at that spot, in quotes, as it should have been written."""
    rest = lines[line][column:] if line < len(lines) else ""
    inside = re.search(r"(?:^|\s)[\[{]", lines[line][:column]) if rest else None
    text = re.split(r"[,\]}]", rest, maxsplit=1)[0] if inside else rest
    return in_quotes(_LINE_COMMENT.sub("", text).strip())


def in_quotes(text: str) -> str:
    """The text between quotes that do not occur in it; of a long one only the start."""
    text = text if len(text) <= _MOST_QUOTED else text[: _MOST_QUOTED - 1] + "…"
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def glued_key(text: str) -> str:
    """`key: value` for a `key:value` whose space is missing, or an empty text."""
    found = GLUED.match(_LINE_COMMENT.sub("", text).rstrip())
    return f"{found[1]}: {found[2]}" if found else ""


def _odd_space(trouble: _Trouble) -> Problem | None:
    lines = {trouble.line, trouble.previous, *(trouble.opened or ())[:1]}
    for line in sorted(n for n in lines if n < len(trouble.lines)):
        found = _ODD_INDENT.match(trouble.lines[line]) or _ODD_COLON.match(trouble.lines[line])
        if found:
            return trouble.at(line, found.start(1), "odd-space", code=f"U+{ord(found[1]):04X}")
    return None


def _tab(trouble: _Trouble) -> Problem | None:
    indent = trouble.here[: _indent(trouble.here)]
    if "\t" in indent or trouble.here[trouble.column : trouble.column + 1] == "\t":
        return trouble.at(trouble.line, trouble.here.index("\t"), "tab")
    return None


def _quotes(trouble: _Trouble) -> Problem | None:
    if "escape" in trouble.said or "hexdecimal" in trouble.said:
        return trouble.at(trouble.line, max(trouble.here.rfind("\\", 0, trouble.column + 1), 0), "bad-escape")
    if "quoted scalar" in trouble.said and trouble.opened:
        return trouble.at(*trouble.opened, "open-quote")
    last = trouble.tokens[-1] if trouble.tokens else None
    if not isinstance(last, yaml.ScalarToken) or last.style not in {"'", '"'} or last.end_mark.line != trouble.line:
        return None
    if trouble.here[last.end_mark.column : trouble.column].strip():
        return None
    if last.start_mark.line < trouble.line:  # these quotes close those of an earlier line that were left open
        return trouble.at(last.start_mark.line, last.start_mark.column, "open-quote")
    rest = _LINE_COMMENT.sub("", trouble.here[trouble.column :]).rstrip()
    return trouble.at(trouble.line, trouble.column, "text-after-quote", len(rest)) if rest else None


def _open_bracket(trouble: _Trouble) -> tuple[int, int] | None:
    """Where the innermost bracket opens that is open where it gave up."""
    stack: list[Any] = []
    for token in trouble.tokens:
        if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
            stack.append(token)
        elif isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)) and stack:
            stack.pop()
    return (stack[-1].start_mark.line, stack[-1].start_mark.column) if stack else None


def _brackets(trouble: _Trouble) -> Problem | None:
    opened = _open_bracket(trouble)
    char = trouble.here[trouble.column : trouble.column + 1]
    if opened is None:
        if char and char in "]}":
            return trouble.at(trouble.line, trouble.column, "stray-bracket", char=char)
        return _text_in_brackets(trouble)
    lost = _lost_in_brackets(trouble, opened)
    if lost:
        return lost
    rest = "\n".join((trouble.here[trouble.column :], *trouble.lines[trouble.line + 1 :]))
    to_the_left = trouble.line > opened[0] and _indent(trouble.here) <= _indent(trouble.lines[opened[0]])
    bracket = trouble.lines[opened[0]][opened[1]]
    closing = _CLOSING[bracket]
    if to_the_left or closing not in rest:
        return trouble.at(*opened, "open-bracket", char=bracket, better=closing)
    comma = _missing_comma(trouble) if char == ":" else None
    if comma is not None:
        return trouble.at(trouble.line, comma, "missing-comma")
    if "expected ','" in trouble.said and char == ":":
        start = max(trouble.here.rfind(c, 0, trouble.column) for c in "[{,") + 1
        better = _value_quoted(trouble.here[start:], "[,}\\]]")
        return trouble.at(trouble.line, trouble.column, "colon-in-text", better=better)
    if "expected ','" in trouble.said:
        return trouble.at(trouble.line, trouble.column, "missing-comma")
    if "node content" in trouble.said:
        return trouble.at(trouble.line, trouble.column, "stray-bracket", char=char)
    return None


def _missing_comma(trouble: _Trouble) -> int | None:
    """Where a comma should stand before the key whose colon was in the way: after a date, or instead of a semicolon."""
    before = trouble.here[: trouble.column]
    found = re.search(r";(?=\s*[\w-]+\Z)", before) or re.search(r"(?<=\d)\s+(?=[\w-]+\Z)", before)
    return found.start() if found else None


def _text_in_brackets(trouble: _Trouble) -> Problem | None:
    """A text that begins with a bracket: `[draft] read it`."""
    last = trouble.tokens[-1] if trouble.tokens else None
    if not isinstance(last, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)):
        return None
    if last.end_mark.line != trouble.line:
        return None
    char = {"]": "[", "}": "{"}[trouble.here[last.start_mark.column]]
    column = trouble.here.find(char)
    if column < 0 or trouble.here[last.end_mark.column : trouble.column].strip():
        return None
    better = in_quotes(_LINE_COMMENT.sub("", trouble.here[column:]).strip())
    return trouble.at(trouble.line, column, "bad-start", char=char, better=better)


def _lost_in_brackets(trouble: _Trouble, opened: tuple[int, int]) -> Problem | None:
    for line in range(opened[0], min(trouble.line + 1, len(trouble.lines))):
        start = opened[1] if line == opened[0] else 0
        found = re.compile(r"\s#").search(trouble.lines[line], start)
        text = trouble.lines[line][found.end() - 1 :] if found else ""
        lost = text[: max(map(text.rfind, "]},")) + 1]
        if found and lost:
            return trouble.at(line, found.end() - 1, "lost-comment", len(lost), lost=lost)
    return None


def _starts(trouble: _Trouble) -> Problem | None:
    """Texts that begin with a sign of YAML's own."""
    spot = None
    if "cannot start any token" in trouble.said or "mapping keys are not allowed" in trouble.said:
        spot = trouble.line, trouble.column
    elif "block scalar" in trouble.said:
        spot = trouble.opened
    elif "block node" in trouble.said and trouble.here[trouble.column : trouble.column + 1]:
        spot = trouble.line, trouble.column
    if "alias" in trouble.said or "anchor" in trouble.said:
        line, column = trouble.opened or (trouble.line, trouble.column)
        return trouble.at(line, column, "alias", better=better_quoted(trouble.lines, line, column))
    if "a tag" in trouble.said and trouble.opened:
        return trouble.at(*trouble.opened, "tag", better=better_quoted(trouble.lines, *trouble.opened))
    if "directive" in trouble.said:
        return trouble.whole(trouble.line, "directive")
    if spot is None or not trouble.lines[spot[0]][spot[1] : spot[1] + 1]:
        return None
    char = trouble.lines[spot[0]][spot[1]]
    return trouble.at(*spot, "bad-start", char=char, better=better_quoted(trouble.lines, *spot))


def _colons(trouble: _Trouble) -> Problem | None:
    if "could not find expected ':'" in trouble.said:
        line = trouble.opened[0] if trouble.opened else trouble.line
        return _keyless(trouble, line)
    if "mapping values are not allowed" not in trouble.said:
        return None
    if ": " in trouble.here[: trouble.column]:
        return trouble.at(trouble.line, trouble.column, "colon-in-text", better=_value_quoted(trouble.here))
    before = trouble.lines[trouble.previous]
    glued = glued_key(before)
    keyless = glued or not (": " in before or before.rstrip().endswith(":"))
    if trouble.previous < trouble.line and keyless and _indent(trouble.here) <= _indent(before):
        return _keyless(trouble, trouble.previous)
    return trouble.at(trouble.line, _indent(trouble.here), "bad-indent", _first_word(trouble.here))


def _keyless(trouble: _Trouble, line: int) -> Problem:
    """A line without a key: its colon has no space after it, or is missing."""
    better = glued_key(trouble.lines[line])
    if better:
        return trouble.at(line, trouble.lines[line].index(":"), "no-space-after-colon", better=better)
    return trouble.whole(line, "missing-colon")


def _levels(trouble: _Trouble) -> Problem | None:
    word, rest = _indent(trouble.here), trouble.here.lstrip()
    if "<document start>" in trouble.said and trouble.lines[trouble.previous].startswith("..."):
        return trouble.at(trouble.previous, 0, "second-document", 3)
    first = next((n for n, text in enumerate(trouble.lines) if _says_something(text)), 0)
    if "<document start>" in trouble.said and trouble.lines[first].startswith(" "):
        return trouble.at(first, _indent(trouble.lines[first]), "bad-indent", _first_word(trouble.lines[first]))
    if "sequence entries are not allowed" in trouble.said:
        beside = ":" in trouble.here[: trouble.column]
        return trouble.at(trouble.line, trouble.column, "list-beside-key" if beside else "bad-indent")
    if trouble.here[trouble.column : trouble.column + 1] == ":":
        return trouble.at(trouble.line, trouble.column, "strange-key")
    if "'-' indicator" in trouble.said or ("expected key" in trouble.said and rest.startswith("- ")):
        return trouble.at(trouble.line, word, "list-and-keys", _first_word(trouble.here))
    if "expected key" in trouble.said or "indent" in trouble.said:
        return trouble.at(trouble.line, word, "bad-indent", _first_word(trouble.here))
    return None


_LOOKS: tuple[Callable[[_Trouble], Problem | None], ...] = (
    _odd_space, _tab, _quotes, _brackets, _starts, _colons, _levels,
)


def _value_quoted(line: str, stop: str = "") -> str:
    """The `key: value` of a line with its value in quotes."""
    key, _, value = line.strip().partition(": ")
    value = re.split(stop, value, maxsplit=1)[0] if stop else _LINE_COMMENT.sub("", value)
    return f"{key.removeprefix('- ')}: {in_quotes(value.strip())}"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _first_word(line: str) -> int:
    found = re.match(r"\s*([^\s:]+)", line)
    return len(found[1]) if found else 1

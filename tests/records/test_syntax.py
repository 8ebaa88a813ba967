"""Syntax: the mistake that was made, at the place where it was made."""

from __future__ import annotations

import pytest

from generator.records.guard import examine
from generator.records.syntax import glued_key, in_quotes


@pytest.mark.parametrize(("text", "code", "line", "column"), [
    ("a: [b\nc: d\ne: f\n", "open-bracket", 1, 4), ("a: {b: [c, d}\n", "open-bracket", 1, 8),
    ("a: [b,\n  c: d: e\n]\n", "colon-in-text", 2, 7), ('a: "b\nc: d\ne: "f"\n', "open-quote", 1, 4),
    ("a: 'b\n", "open-quote", 1, 4), ("a: 'it's'\n", "text-after-quote", 1, 8), ("a: b\n\tc: d\n", "tab", 2, 1),
    ("a: b\nc\nd: e\n", "missing-colon", 2, 1), ("a: b\nc:d\ne: f\n", "no-space-after-colon", 2, 2),
    ("a: b\n  c: d\n", "bad-indent", 2, 3), ("a:\n  b: c\n d: e\n", "bad-indent", 3, 2),
    ("a: - b\n", "list-beside-key", 1, 4), ("a: b: c\n", "colon-in-text", 1, 5), ("a: @b\n", "bad-start", 1, 4),
    ("a: %b\n", "bad-start", 1, 4), ("a: > b\n", "bad-start", 1, 4), ("a: [b] c\n", "bad-start", 1, 4),
    ("a: ]\n", "stray-bracket", 1, 4), ("a: !b c\n", "tag", 1, 4), ("a: *b c\n", "alias", 1, 4),
    ('a: "\\d"\n', "bad-escape", 1, 5), ("%b\n", "directive", 1, 1), ("a: b\n...\nc: d\n", "second-document", 2, 1),
    ("a: [b #c, d]\n", "lost-comment", 1, 7), ("a:\u00a0b\nc: d\n", "odd-space", 1, 3),
    ("a: b\n\n\n# fin\nc: [d\n\n\n", "open-bracket", 5, 4), (" a: b\nc: d\n", "bad-indent", 1, 2),
])  # fmt: skip
def test_a_mistake_is_told_where_it_was_made(text: str, code: str, line: int, column: int) -> None:
    found = examine("a.yml", text)
    assert found is not None
    assert (found.code, found.place.line, found.place.column) == (code, line, column)


def test_a_text_is_put_in_quotes_that_it_does_not_hold() -> None:
    assert in_quotes("a: b") == '"a: b"'
    assert in_quotes('a "b"') == "'a \"b\"'"
    assert in_quotes('it\'s "b"') == "'it''s \"b\"'"
    assert examine("a.yml", f"a: {in_quotes(chr(39) + chr(34) + chr(92))}") is None


@pytest.mark.parametrize(("text", "better"), [
    ("name:Ana", "name: Ana"), ("  - kind:call # x", "kind: call"), ("https://x.org", ""), ("12:30", ""),
    ("a: b", ""), ("a", ""),
])  # fmt: skip
def test_a_key_glued_to_its_value_is_seen(text: str, better: str) -> None:
    assert glued_key(text) == better

"""Notes that would keep a reader of Markdown busy: soon shown, whatever is in them, and nothing is lost."""

from __future__ import annotations

import pytest

from generator.pages.prose import prose
from generator.records.scalars import PROSE
from tests.hanging import soon
from tests.markup import parsed, text_of

UNITS = (
    "[", "]", "(", "[a](", "[a][", "![", "![a](", "<", "<a ", "<!--", "<![CDATA[", "&", "&#", "*", "_", "**a", "_a*",
    "*a **b ", "`", "``a", "> ", ">", "- ", "+ ", "1. ", "> - ", "1. - ", "# ", "a\n===\n", "---\n", "- a\n", "\n",
    "    ", "\\", "[a]: b\n", "[x]: <", "<http://", "<a@b", "  \n", "> a\n\n", "</", "<div>\n\n", "<?", "<b>",
    "a|b\n", "```\n", "[[", "](", "***a**",
)


@pytest.mark.parametrize("unit", UNITS)
def test_a_note_of_one_sign_again_and_again_is_soon_shown(unit: str) -> None:
    note = (unit * PROSE)[:PROSE]
    parsed(soon(lambda: prose(note)))


def test_lists_and_quotes_may_nest_as_deep_as_a_note_is_long() -> None:
    for sign, indent in (("- a", "    "), (">", ">"), ("1. a", "   ")):
        assert "a" in prose("\n".join(indent * n + sign for n in range(90)) + "\na")
    assert prose("- a\n- b") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


def test_what_is_too_much_for_markdown_is_shown_as_it_was_typed() -> None:
    note = "Uno [" + "[" * 300 + "<script>x</script>\ny **dos**\n\nTres"
    assert text_of(parsed(prose(note))) == " ".join(note.split())
    assert prose("+ " * 9_000 + "*fin*").startswith("<p>+ + ")

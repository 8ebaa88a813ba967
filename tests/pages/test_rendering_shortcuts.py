"""What is made the short way on pages and in feeds is what the long way makes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages import prose as prose_module
from generator.pages.feeds.lines import WIDEST, folded
from generator.pages.prose import prose

LETTERS = "abzÑé1 2 ,.;?!¿¡()'’\"/%€–…- \n*_#<>&[]`:\\~+={}|@\u00a0\u200b"


@settings(deadline=None)
@given(st.text(LETTERS, max_size=16))
def test_a_note_of_plain_words_is_what_markdown_makes_of_it(text: str) -> None:
    short = prose(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prose_module, "_ONE_PARAGRAPH", re.compile(r"(?!)"))
        assert prose(text) == short


def test_plain_words_do_take_the_short_way() -> None:
    assert prose_module._ONE_PARAGRAPH.match("Café con Ana (la de «siempre» no): ¿qué tal?") is None
    assert prose_module._ONE_PARAGRAPH.match("Hablamos del huerto, ¡por fin! ¿Y los pájaros?")


@settings(deadline=None)
@given(st.lists(st.text("a;ñ€😀\u2028", max_size=200), max_size=3))
def test_a_folded_line_is_narrow_and_says_the_same_when_it_is_put_together(lines: list[str]) -> None:
    made = folded(lines)
    assert all(len(line) <= WIDEST for line in made.split(b"\r\n"))
    for line in made.split(b"\r\n"):
        line.decode()  # no character is torn
    assert made.replace(b"\r\n ", b"").decode() == "".join(f"{line}\r\n" for line in lines)

"""Compiling: what is always said is in the compiled template, and one that was kept is not used with other words."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.doors.compiled import kept
from generator.pages.compiling import environment, keep_compiled
from generator.words.catalogue import LANGUAGES, said_in
from generator.words.speech import speech

USES = (
    "{{ t(message) }}", "<a title=\"{{ t(message) }}\">", "{{ t(message) if yes else '' }}", "{{ t(message) ~ '<' }}",
    "{% set said = t(message) %}{{ said | upper }}", "{% macro m() %}{{ t(message) }}{% endmacro %}{{ m() }}",
    "{{ [t(message), '<b>'] | join(t(message)) }}",
)
"""Where templates say something."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("use", USES)
@given(message=st.sampled_from(["Notes", "Details", "not in the catalogue <b>&amp;</b> 'x' {n}", "“", "\\ \n"]))
def test_a_message_said_while_compiling_is_the_one_said_later(use: str, language: str, message: str) -> None:
    made = environment(language)
    written = use.replace("message", "'" + message.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'")
    later = made.from_string(use).render(message=message, yes=True)
    assert made.from_string(written).render(yes=True) == later
    assert made.from_string(written.replace("t(", "speech.text(")).render(speech=speech(language), yes=True) == later


def test_a_message_with_facts_is_said_with_them() -> None:
    said = environment("en").from_string("{{ t('until {date}', date=day) }} {{ t(which) }}")
    assert said.render(day="<b>", which="Notes") == "until &lt;b&gt; Notes"


class Sign(StrEnum):
    """A kind of text that is not only a text."""

    LESS = "<"


SHOWS = (
    "{{ x }}", "<a title=\"{{ x }}\">", "{{ x ~ '<' }}", "{{ x | upper }}", "{% set y %}{{ x }}<b>{% endset %}{{ y }}",
    "{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(x) }}{{ m(x, b=x) }}{{ m(*[x, x]) }}{{ m(**{'a': x}) }}",
    "{% macro m(a) %}<i>{{ caller(a) }}</i>{% endmacro %}{% call(b) m(x) %}{{ b }}<b>{% endcall %}",
    "{% for y in [x, x] %}{{ loop.cycle(x, '&') }}{% endfor %}", "{{ f(x) }}{{ f(x, key=x) }}", "{{ x if x else '' }}",
    "{% autoescape false %}{{ x }}{% endautoescape %}", "{{ namespace(y=x).y }}",
)
"""Where templates show something or call somebody."""


@pytest.mark.parametrize("show", SHOWS)
@settings(deadline=None)
@given(x=st.one_of(
    st.text("a<>&'\"ñ", max_size=5), st.text("<&", max_size=3).map(Markup), st.integers(), st.none(),
    st.just(Sign.LESS), st.lists(st.text("<a", max_size=2), max_size=2),
))
def test_what_is_shown_and_called_directly_comes_out_as_jinja_has_it(show: str, x: object) -> None:
    def called(value: object, key: Any = "") -> Markup:
        return Markup("<u>%s</u>%s") % (value, key)

    plain = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    assert environment("en").from_string(show).render(x=x, f=called) == plain.from_string(show).render(x=x, f=called)


@pytest.mark.parametrize("wrong", ["{{ x }}", "{{ x() }}", "{{ t(x) }}", "{{ t.x }}"])
def test_what_is_not_there_is_an_error(wrong: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        environment("en").from_string(wrong).render()


def test_a_template_that_was_kept_says_other_words_and_another_language_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("TERTULIA_SHORTCUTS", raising=False)

    def padlock(language: str) -> str:
        environment.cache_clear()
        keep_compiled(kept)
        return str(environment(language).get_template("parts/ui.html").module.private())  # type: ignore[attr-defined]

    try:
        assert "Privado" in padlock("es")
        assert "Private" in padlock("en")
        assert list(tmp_path.rglob("*.cache"))
        monkeypatch.setitem(said_in("es"), "Private", "Solo para ti")
        assert "Solo para ti" in padlock("es")
        assert "Private" in padlock("en")
    finally:
        environment.cache_clear()

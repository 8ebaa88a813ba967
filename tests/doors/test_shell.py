"""Shells: what is drawn around a page once comes out the same as drawn around each, or is not used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.doors.drawing import files_named
from generator.doors.shell import Filling, Shells, nobody_else
from tests.doors.conftest import Sites, with_plugin

PLAIN = "<title>{{ title }} - x</title>{% if description %}<i>{{ description }}</i>{% endif %}<a {{ address }}>"
LOOKING = {
    "inside the body": PLAIN + "{{ body }}{% if 'secret' in body %}<b>!</b>{% endif %}",
    "how long it is": PLAIN + "{{ body }}{{ body | length }}",
    "the title": PLAIN + "{{ body }}{% if title == 'Ana' %}<b>!</b>{% endif %}",
    "another case": PLAIN + "{{ body }}{{ title | upper }}",
    "without markup": PLAIN + "{{ body }}{{ title | striptags }}",
    "a part of it": PLAIN + "{{ body[:3] }}",
    "the address": PLAIN + "{{ body }}{% if address == 'people/p3/' %}<b>!</b>{% endif %}{{ address | length }}",
}
"""Themes that do more with a text than print it."""


def drawing(template: str) -> tuple[Callable[[Filling], str], list[Filling]]:
    """The long way of a theme, and what was drawn that way."""
    compiled, drawn = jinja2.Environment().from_string(template), []  # noqa: S701  # as MkDocs makes it

    def draw(what: Filling) -> str:
        drawn.append(what)
        return compiled.render(title=what.title, description=what.description, address=what.address, body=what.body)

    return draw, drawn


def people(count: int) -> list[Filling]:
    return [Filling(f"people/p{n}/", "people/", f"P {n}", f"role {n}", f"<h1>secret {n}</h1>") for n in range(count)]


def test_pages_of_one_kind_are_drawn_a_few_times_and_then_filled_in() -> None:
    draw, drawn = drawing(PLAIN + "{{ body }}")
    shells = Shells(draw)
    made = [shells.page(what) for what in people(50)]
    assert len(drawn) == 4
    assert made == [draw(what) for what in people(50)]


def test_the_weeks_of_a_year_are_of_one_kind() -> None:
    draw, drawn = drawing(PLAIN + "{{ body }}")
    shells = Shells(draw)
    weeks = [replace(what, address=f"week/2026-W{n:02}/") for n, what in enumerate(people(50))]
    made = [shells.page(what) for what in weeks]
    assert len(drawn) == 4
    assert made == [draw(what) for what in weeks]


@pytest.mark.parametrize("template", LOOKING.values(), ids=LOOKING)
def test_a_theme_that_looks_into_a_page_draws_every_page_itself(template: str) -> None:
    draw, _ = drawing(template)
    shells = Shells(draw)
    for what in people(12):
        assert shells.page(what) == draw(what)


@settings(deadline=None)
@given(st.lists(st.builds(
    Filling, st.sampled_from(["", "people/a/", "people/b-c/", "events/a/", "people/ñ/", "a/b/c/", "week/2026-W03/"]),
    st.sampled_from(["", "people/"]), *[st.text(max_size=12)] * 3,
), max_size=12))
def test_whatever_a_page_says_it_comes_out_as_if_drawn_by_itself(pages: list[Filling]) -> None:
    draw, _ = drawing(PLAIN + "{{ body }}<p>{{ title }}</p>")
    shells = Shells(draw)
    assert [shells.page(what) for what in pages] == [draw(what) for what in pages]


def test_where_anybody_else_has_a_hand_in_the_pages_nothing_is_shared() -> None:
    assert nobody_else(["material/search", "tertulia"])
    assert not nobody_else(["material/search", "tertulia", "minify"])
    assert not nobody_else(["material/search", "tertulia", "hooks.py"])


def test_the_files_that_an_article_names_are_found_from_where_it_stands() -> None:
    text = "[a](../people/ana/index.md#x) and [b]: <../events/index.md>, not [c](../people/ana/)"
    assert list(files_named(text, "guide/gifts.md")) == ["people/ana/index.md", "events/index.md"]
    assert list(files_named("[a](/week/index.md)", "guide/gifts.md")) == ["week/index.md"]


def test_a_site_is_the_same_made_the_long_way(sites: Sites, data: Path, tmp_path: Path) -> None:
    slow = with_plugin(tmp_path, data)
    environment = {"TERTULIA_DAY": "2026-11-23", "TERTULIA_AUDIENCE": "private", "TERTULIA_SHORTCUTS": "no"}
    assert slow.build("--strict", "--quiet", **environment) == (0, "")
    long, short = slow.files(), sites.private.files()
    assert long.keys() == short.keys()
    assert [name for name in long if long[name] != short[name]] == []

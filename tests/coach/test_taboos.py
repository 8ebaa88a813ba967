"""Presents are compared with what somebody avoids by words, not by letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.coach.taboos import is_among, mentions, taboos

RULES = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize(("gift", "thing"), [
    ("un lirio", "lirios"), ("bombones", "bombón"), ("LIRIOS", "lirio"), ("frutos secos", "fruto seco"),
    ("lilies", "lily"), ("una botella de cava", "alcohol"), ("a bottle of gin", "Alcohol"),
    ("jamón de bellota", "cerdo"),
    ("turrón", "frutos secos"), ("un libro y una botella de vino", "vino"), ("vino", "vino"), ("piñones", "piñón"),
])
def test_a_present_is_among_what_somebody_avoids(gift: str, thing: str) -> None:
    assert is_among(gift, thing)


@pytest.mark.parametrize(("gift", "thing"), [
    ("un libro sobre vino", "vino"), ("un libro sobre los vinos de Rueda", "alcohol"),
    ("cerveza sin alcohol", "alcohol"), ("sugar-free sweets", "sugar"),
    ("alcohol-free beer", "alcohol"),
    ("lirismo", "lirio"), ("té", "tequila"),
    ("una taza", "té"), ("", "vino"), ("vino", ""), ("vino", "…"), ("año", "ano"),
])
def test_what_only_sounds_like_it_is_not(gift: str, thing: str) -> None:
    assert not is_among(gift, thing)


@pytest.mark.parametrize(("gift", "found"), [
    ("13 rosas", {"thirteen"}), ("trece tazas", {"thirteen"}), ("un ron de 13 años", set()), ("el tomo 13", set()),
    ("13 crisantemos", {"thirteen", "chrysanthemums"}), ("a set of four bowls", {"fours"}), ("cuatro tazas", {"fours"}),
    ("un libro sobre las cuatro estaciones", set()), ("4 kg de naranjas", set()), ("un reloj", {"clocks"}),
    ("paraguas", {"umbrellas"}), ("cuchillos y navajas", {"knives"}), ("una novela con un reloj", {"clocks"}),
])
def test_the_known_customs_are_seen(gift: str, found: set[str]) -> None:
    assert {t.id for t in taboos() if t.is_in(gift)} == found


def test_customs_hold_in_their_regions_only() -> None:
    held = {
        region: {t.id for t in taboos() if t.holds_in(region)} for region in (None, "ES", "ES-MD", "CN", "CN-GD", "EE")
    }
    assert held[None] == held["EE"] == {"knives"}
    assert held["ES"] == held["ES-MD"] == {"knives", "thirteen", "chrysanthemums"}
    assert held["CN"] == held["CN-GD"] == {"knives", "clocks", "fours", "umbrellas"}


def test_every_custom_has_its_sources_and_its_words_on_the_rules_page() -> None:
    assert len({t.id for t in taboos()}) == len(taboos())
    for taboo in taboos():
        assert taboo.sources
        for language in ("es", "en"):
            page = (RULES / language / "rules" / "unwelcome-gift.md").read_text(encoding="utf-8")
            assert f"\n  {taboo.id}:\n" in page
            assert all(source in page for source in taboo.sources)
            why = page.split(f"\n  {taboo.id}:\n")[1].split("why: ")[1].split("\n")[0]
            assert ("disput" in why) == taboo.disputed


@given(st.text(), st.text())
def test_no_text_breaks_a_comparison(gift: str, thing: str) -> None:
    is_among(gift, thing)
    assert all(isinstance(t.is_in(gift), bool) for t in taboos())


@given(st.lists(st.sampled_from(["vino", "te", "libro", "y", "sobre", "lirios"]), min_size=1, max_size=6))
def test_a_thing_by_itself_is_named_in_itself_unless_it_is_only_a_subject(words: list[str]) -> None:
    assert mentions(" ".join(words), words[0])

"""The styles: no class without a page that has it, no rule twice, no colour outside of the tokens."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from tests.editions import ROOT

STYLES = ROOT / "content" / "assets" / "styles"
WRITERS = (
    "generator/**/*.html", "generator/**/*.py", "overrides/*.html", "content/assets/scripts/*.js", "content/**/*.md",
)
"""Where classes are given to elements."""

PLAIN = {
    "is-ev", "tt-checks", "tt-cols--events", "tt-draft", "tt-due--later", "tt-due--soon", "tt-grade--C", "tt-more--end",
    "tt-person", "tt-person--public", "tt-rule", "tt-sheet--public", "tt-state--go", "tt-state--ok",
}
"""Classes that look as they are: one of a family that needs no rule, or the name of a page's kind."""

SHORT = 60
"""Fewest letters of declarations that, written twice, are a rule to share and no coincidence."""


def sheets() -> dict[str, str]:
    """Every style sheet without its comments."""
    whole = {path.name: path.read_text(encoding="utf-8") for path in STYLES.glob("*.css")}
    found = {name: re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL) for name, text in whole.items()}
    assert len(found) > 10
    return found


def rules(sheet: str) -> list[tuple[str, str]]:
    """Selectors and declarations, those within a query among them."""
    return [(" ".join(a.split()), " ".join(b.split())) for a, b in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet)]


def styled() -> set[str]:
    return {name for sheet in sheets().values() for selector, _ in rules(sheet)
            for name in re.findall(r"\.((?:tt|is)-[\w-]+)", selector)}


def written() -> str:
    return "".join(path.read_text(encoding="utf-8") for pattern in WRITERS for path in sorted(ROOT.glob(pattern)))


def test_every_class_of_the_styles_is_given_to_something() -> None:
    text = written()
    # A template may put a class together: tt-due--{{ tone }}.
    beginnings = tuple(re.findall(r"((?:tt|is)-[\w-]+--)(?=\{\{|\" ~)", text))
    named = set(re.findall(r"(?:tt|is)-[\w-]+", text))
    assert sorted(name for name in styled() - named if not name.startswith(beginnings)) == []


def test_every_class_on_a_page_has_a_rule_or_is_named_as_one_that_needs_none() -> None:
    pages = (Path(__file__).parent / "pages" / "goldens").glob("*.html")
    used = {name for page in pages for names in re.findall(r'class="([^"]*)"', page.read_text(encoding="utf-8"))
            for name in names.split() if name.startswith(("tt-", "is-"))}
    assert len(used) > 100
    assert sorted(used - styled() - PLAIN) == []


def test_no_selector_stands_twice_for_the_same_width_and_no_long_rule_is_repeated_in_one_file() -> None:
    twice = defaultdict(list)
    for name, sheet in sheets().items():
        top = re.sub(r"@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheet)
        for selector, body in rules(top):
            twice[selector].append(name)
            if len(body) > SHORT:
                twice[f"{name}: {body}"].append(selector)
    assert {key: where for key, where in twice.items() if len(where) > 1} == {}


def test_every_colour_is_a_token() -> None:
    for name, sheet in sheets().items():
        if name not in {"tokens.css", "print.css"}:
            outside = re.sub(r"url\([^)]*\)", "", sheet)
            assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", outside) == [], name

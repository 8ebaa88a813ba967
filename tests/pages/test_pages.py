"""Every page of every edition: well made, without dead ends, in one language, and no text of anybody's come to life."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import join, normpath
from typing import get_args
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.coach.rulebook import all_rules
from generator.edition.ground import sources_in
from generator.pages import person
from generator.pages.prose import prose
from generator.records.record import Audience
from generator.words import speech as speech_module
from generator.words.catalogue import LANGUAGES
from tests.editions import CONTENT, NETWORK, ground_of_case
from tests.markup import elements, name_of, parsed, text_of, texts
from tests.pages.conftest import Shelf

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
EVERYBODY = pytest.mark.parametrize("audience", AUDIENCES)
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
SHELVES = ["shelf", "shelf_of_nothing", "shelf_with_mistakes"]
EVERY_SHELF = pytest.mark.parametrize("name", SHELVES)

TRUSTED_LINKS = {"http", "https", "mailto", "tel", ""}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
NEVER = {"script", "style", "iframe", "object", "embed", "img", "form action", "base", "meta", "link", "video", "audio"}

FEED = re.compile(r"(calendar(-[a-z-]+)?\.ics|follow-ups\.(atom|json)|people\.vcf|build\.json)")


@pytest.fixture
def trees(request: pytest.FixtureRequest, name: str, audience: Audience, language: str) -> Mapping[str, Element]:
    """Every page of one edition, parsed."""
    shelf: Shelf = request.getfixturevalue(name)
    found = shelf.trees(audience, language)
    assert len(found) > 30
    return found


@EVERY_SHELF
@EVERYBODY
@EVERY_LANGUAGE
def test_every_page_is_well_made(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        found = list(elements(tree))
        assert len(list(tree.iter())) == len(found), f"{address}: a comment"
        assert sum(name_of(e) == "h1" for e in found) == 1, address
        assert list(_slips(tree)) == [], address


def _slips(tree: Element) -> Iterator[str]:
    """What is wrong with the elements of one page."""
    ids = Counter(e.get("id", "") for e in elements(tree) if "id" in e.attrib)
    yield from (f"id twice: {i}" for i, times in ids.items() if times > 1)
    level = 0
    for element in elements(tree):
        name = name_of(element)
        yield from (
            f"{name} {key}" for key in element.attrib if key.startswith("on") or key == "style" or not key.isprintable()
        )
        named = " ".join(element.get(key, "") for key in ("aria-labelledby", "aria-describedby")).split()
        named += [element.get("data-copy", "")[1:]] if "data-copy" in element.attrib else []
        yield from (f"nothing is named {i}" for i in named if i not in ids)
        if name in NEVER:
            yield name
        if name in {"ul", "ol"} and any(name_of(child) != "li" for child in element):
            yield f"in {name}: {[name_of(child) for child in element]}"
        if name in HEADINGS:
            if not text_of(element):
                yield f"empty {name}"
            if int(name[1]) > level + 1:
                yield f"{name} after h{level}: {text_of(element)}"
            level = int(name[1])
        if name in {"a", "button"} and not (text_of(element) or element.get("aria-label")):
            yield f"{name} without a name"


@EVERY_SHELF
@EVERYBODY
@EVERY_LANGUAGE
def test_no_section_and_no_list_is_empty(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        unseen = {e for hidden in elements(tree) if "hidden" in hidden.attrib for e in hidden.iter()}  # scripts fill it
        for element in (e for e in elements(tree) if e not in unseen):
            name, text = name_of(element), text_of(element)
            if name in {"ul", "ol", "dl", "table", "p"} and "role" not in element.attrib:  # a script fills a status
                assert text, (address, name)
            if name == "section" and element.get("class") != "tt-notes":  # which is room for a pen
                heading = next((text_of(e) for e in element if name_of(e) in HEADINGS), "")
                assert text != heading, (address, text)


@EVERY_SHELF
@EVERYBODY
@EVERY_LANGUAGE
def test_every_link_leads_somewhere(trees: Mapping[str, Element], language: str) -> None:
    there = {address: {e.get("id") for e in elements(tree)} for address, tree in trees.items()}
    for guide in (CONTENT / language / "guide").glob("*.md"):
        there["guide/" if guide.stem == "index" else f"guide/{guide.stem}/"] = set()
    for address, tree in trees.items():
        for link in (e.get("href", "") for e in elements(tree) if name_of(e) == "a" and "href" in e.attrib):
            parts = urlsplit(link)
            assert parts.scheme in TRUSTED_LINKS, (address, link)
            if not parts.scheme:
                assert not parts.netloc
                path = normpath(join("/", address, parts.path)).strip("/") if parts.path else address.strip("/")
                target = f"{path}/" if path else ""
                assert not link.startswith("/")
                if FEED.fullmatch(path):  # tests/browser/test_links.py looks for the file in the built site
                    continue
                assert target in there, (address, link)
                assert _is_there(parts.fragment, there[target], trees.get(target)), (address, link)


def _is_there(anchor: str, ids: set[str | None], tree: Element | None) -> bool:
    """Whether an anchor is on a page; one with `=` sets a filter of the page, if it has any."""
    name, equals, value = anchor.partition("=")
    if equals and tree is not None:
        choices = [e.get("value") for e in elements(tree) if e.get("name") == name]
        return value in choices or not choices or value == "keep"
    return not anchor or anchor in ids


@EVERYBODY
@EVERY_LANGUAGE
def test_a_page_names_itself_and_its_tab(shelf: Shelf, audience: Audience, language: str) -> None:
    tabs = {"", "follow-ups/", "events/", "people/", "checklists/", "week/", "guide/"}
    pages = shelf(audience, language)
    for address, page in pages.items():
        assert page.address == address
        assert page.title.strip(), address
        assert page.tab in tabs, address
        assert address == "" or (address.endswith("/") and not address.startswith("/")), address
        assert not re.search(r"[\n\r\t]", page.title + page.description), address


# --- Language -----------------------------------------------------------------------------------------------------


def sayings() -> dict[str, str]:
    """Every English message that Spanish says otherwise, and how."""
    path = Path(speech_module.__file__).parent / "es.po"
    with path.open("rb") as stream:
        messages = [m for m in read_po(stream, locale="es") if m.id]
    forms = [(_last(m.id), _last(m.string)) for m in messages]
    return {english: spanish for english, spanish in forms if english != spanish}


def _last(text: str | tuple[str, ...] | list[str] | None) -> str:
    """The message, or of one with a plural the form for many."""
    return text if isinstance(text, str) else (text or [""])[-1]


@EVERY_SHELF
@EVERYBODY
@EVERY_LANGUAGE
def test_no_message_stands_in_the_other_language(trees: Mapping[str, Element], language: str) -> None:
    pairs = sayings()
    assert len(pairs) > 400
    said = set(pairs.values()) if language == "es" else set(pairs)
    others = (set(pairs) if language == "es" else set(pairs.values())) - said
    words = {other for other in others if "{" not in other}
    theirs = _patterns(o for o in others if "{" in o and len(re.sub(r"\{\w*\}", "", o).split()) > 2)
    mine = _patterns(s for s in said if "{" in s)
    where = {text: address for address, tree in trees.items() for _, text in _spoken(tree)}
    for text in where.keys() - said - {"tú"}:  # which English pages speak about
        if text in words or theirs.fullmatch(text):
            assert mine.fullmatch(text), (where[text], text)


@EVERYBODY
def test_only_names_are_the_same_in_both_languages(shelf: Shelf, audience: Audience) -> None:
    """So that no text of ours can stand in a template in one language only, past the catalogue."""
    typed = NETWORK.read_text(encoding="utf-8").replace("<b onclick=\"x()\">", "")  # as a note shows it
    names = re.compile(r"\W*(?:data/)?[\w/-]+(?:\.yml:\d+|/)|[^a-z]{0,3}|[\W\d]*s?\W*"
                       r"|\W*(?:WhatsApp|LinkedIn|Web|Anita(?: Ruiz)?)\W*")
    ours = 0
    for address, tree in shelf.trees(audience, "es").items():
        spanish, english = (set(_said(t)) for t in (tree, shelf.trees(audience, "en")[address]))
        ours += len(spanish)
        alike = {text for text in spanish & english if text.strip(": .…") not in typed and text not in all_rules()}
        assert {text for text in alike if not names.fullmatch(text)} == set(), address
    assert ours > 500


def _said(tree: Element) -> Iterator[str]:
    """What we say ourselves on a page: no drafts, which keep their own language, and no sources."""
    quoted = {"tt-src", "tt-draft__p", "tt-prose tt-read"}
    foreign = {id(e) for block in elements(tree) if block.get("class") in quoted for e in elements(block)}
    return (text for element, text in _spoken(tree) if id(element) not in foreign)


def _patterns(messages: Iterable[str]) -> re.Pattern[str]:
    """Any of some messages, with anything in the place of its facts."""
    each = (".+?".join(re.escape(part) for part in re.split(r"\{\w*\}", message)) for message in messages)
    return re.compile("|".join(each))


def _spoken(tree: Element) -> Iterator[tuple[Element, str]]:
    """Every text that is said or shown, labels too, but no code, no names and nothing in a language it names."""
    foreign = {id(inner) for element in elements(tree) if element.get("lang") for inner in element.iter()}
    for element, text in texts(tree):
        if name_of(element) not in {"code", "pre", "bdi"} and id(element) not in foreign:
            yield element, text
    for element in elements(tree):
        for key in (
            "aria-label",
            "title",
            "data-one",
            "data-many",
            "data-some",
            "data-all",
            "data-copied",
            "data-by-hand",
        ):
            if element.get(key):
                yield element, element.get(key, "")


@EVERY_SHELF
@EVERYBODY
@EVERY_LANGUAGE
def test_nothing_of_the_machine_shows(trees: Mapping[str, Element]) -> None:
    typed = re.compile("|".join(map(re.escape, [*HOSTILE.values(), "{{ 7*7 }}", "`{x}` %s {0}", "?q=1&amp;r="])))
    yaml = re.compile(r"\w+: \{.*?\}")  # a line to write, in the words of a rule
    slip = re.compile(r"\bNone\b|[{}]|<[a-z]+ object|\bdatetime\b|PartialDate|Markup\(|Undefined|&(?:amp|lt|#)")
    for address, tree in trees.items():
        code = {id(e) for block in elements(tree) if name_of(block) in {"code", "pre"} for e in elements(block)}
        for element, shown in texts(tree):
            if id(element) not in code:
                assert not slip.search(yaml.sub("", typed.sub("", shown))), (address, shown)


# --- Hostile texts ------------------------------------------------------------------------------------------------

HOSTILE = {
    "name": """<script>alert("1")</script> D'Arcy "><img src=x onerror=alert(1)>""",
    "org": "{{ 7*7 }} {% raw %} ${7*7} <b>&amp;",
    "role": "[x](javascript:alert(1))",
    "expertise": """" onmouseover="alert(1)""",
    "further": "</title><svg onload=alert(1)>",
    "arabic": "عربي",
    "emoji": "👩‍💻 Ana’s O'Neill",
}


@EVERYBODY
@EVERY_LANGUAGE
def test_hostile_texts_are_shown_exactly_as_they_were_typed(shelf: Shelf, audience: Audience, language: str) -> None:
    pages = shelf(audience, language)
    page = pages["people/hostil/"]
    shown = text_of(parsed(page.body))
    for field, text in HOSTILE.items():
        assert text in shown, field
        assert text in f"{page.title} {page.found_by}", field
    assert HOSTILE["name"] in text_of(parsed(pages["people/"].body))


@EVERYBODY
@EVERY_LANGUAGE
def test_hostile_texts_are_nowhere_alive(shelf: Shelf, audience: Audience, language: str) -> None:
    for address, tree in shelf.trees(audience, language).items():
        for element in elements(tree):
            assert name_of(element) not in NEVER, address
            for key, value in element.attrib.items():
                assert re.fullmatch(r"[a-zA-Z][a-zA-Z0-9-]*|\{.*\}xmlns", key), (address, key)
                assert not key.lower().startswith("on"), (address, key)
                assert key in {"href", "title", "aria-label", "data-tick"} or "alert(" not in value, (
                    address,
                    key,
                    value,
                )
                if key == "href":
                    assert urlsplit(value).scheme in TRUSTED_LINKS, (address, value)


def test_of_notes_only_harmless_markup_comes_to_life() -> None:
    notes = (
        "# Uno\n\n<script>alert(1)</script><style>p{}</style>\n\n<a href='javascript:x()' onclick='x()'>a</a> "
        "[b](JaVaScRiPt:x) [c](data:text/html,x) [d](//example.org) [e](tel:+34600) ![f](https://example.org/f.png)\n\n"
        "<svg onload=x()><b>g</b>\n\n"
        "<p style='position:fixed' id='title' class='md-header'>h</p>\n\n[TOC]\n"
    )
    tree = parsed(prose(notes))
    assert {name_of(e) for e in elements(tree)} <= {"body", "h3", "p", "a"}
    assert {key for e in elements(tree) for key in e.attrib} == {"href", "rel"}
    assert [e.get("href") for e in elements(tree) if "href" in e.attrib] == ["tel:+34600"]
    assert "[TOC]" in text_of(tree)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("# Título", "<h3>Título</h3>"),
        ("## Dos", "<h4>Dos</h4>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("a\n- b\n- c", "<p>a\n- b\n- c</p>"),
        ("- b\n- c", "<ul>\n<li>b</li>\n<li>c</li>\n</ul>"),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>"),
        ("2 < 3 & 4", "<p>2 &lt; 3 &amp; 4</p>"),
        ("José 👩‍💻 ليلى", "<p>José 👩‍💻 ليلى</p>"),
    ],
)
def test_notes_are_markdown_and_their_headings_stand_below_the_pages_own(typed: str, shown: str) -> None:
    assert prose(typed) == shown


TEXT = (
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"]), min_size=1, max_size=40)
    .map(str.strip)
    .filter(bool)
)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(TEXT)
def test_any_text_stays_a_text(text: str) -> None:
    quoted = text.replace("'", "''")
    ground = ground_of_case(
        f"day: 2026-11-23\ncontacts:\n  x:\n    name: Ana\n    role: '{quoted}'\n    tags: ['{quoted}']\n"
    )
    contact = ground.network.contacts["x"]
    tree = parsed(next(iter(person.pages(sources_in(ground, "es")))).body)
    assert contact.role
    assert " ".join(contact.role.split()) in text_of(tree)
    assert {name_of(e) for e in elements(tree)}.isdisjoint(NEVER)

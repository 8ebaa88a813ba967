"""Material: where the theme looks for words, tabs and search entries, and what of it has to be mended."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from generator.doors.furnishing import name_switches
from generator.edition.chrome import Chrome
from generator.edition.shelf import home, reading_order
from generator.pages.page import Page

_SWITCH = "#in-"
"""Begins a link of the language switch until its page is known; the theme leaves what begins with # alone."""

_ALTERNATE = re.compile(r'\s*<link rel="alternate" href="[^"]*" hreflang="[^"]*">')


_BETWEEN_WORDS = r"[\s\-,.:;!?¿¡«»“”\"()\[\]/|&·…—–]+"
"""What stands between two words, for Python and for the search's script alike."""

_OTHER_NAMES = 10.0
"""How much more another name of a page counts than its text; its title counts a thousand times as much."""

_PLAIN = re.compile(r"[\w_]*", re.ASCII)


def dress(config: MkDocsConfig, chromes: Iterable[Chrome], content: Path) -> None:
    """Put the words of this build's language where the theme looks for them, and all names into its switch."""
    chromes = list(chromes)
    chrome = next(c for c in chromes if c.language == config.theme["language"])
    config.nav = [
        {tab.title: reading_order(content, chrome.language)}
        if tab.address == "guide/" else {tab.title: f"{tab.address}index.md"}
        for tab in chrome.tabs
    ]
    name_switches(config.theme["palette"], chrome.words)
    config.extra["tertulia"] = chrome.extra
    others = [{"name": c.name, "lang": c.language, "link": _SWITCH + c.language} for c in chromes]
    config.extra["alternate"] = others if len(others) > 1 else []


def lead(config: MkDocsConfig, language: str, content: Path) -> None:
    """Let the site's root be in a language that need not be the one of mkdocs.yml."""
    if config.theme["language"] != language:
        config.theme["language"] = language
        own = content / language
        config.docs_dir = str(own if own.is_dir() else home() / language)


def mended(html: str, address: str, here: str, languages: Iterable[str]) -> str:
    """A page whose language switch leads to the same page in the other languages.

    The theme's own links lead to each language's home, and its script asks for sitemaps at their addresses; so they
    are dropped from the head, and in the switch filled in here. `address` is below the language's root, `here` the
    page's language; the first language stands at the site's root.
    """
    if ' rel="alternate" ' in html:  # a search for nothing would go through the whole page
        html = _ALTERNATE.sub("", html)
    first, *_ = languages = list(languages)
    up = "../" * (address.count("/") + (here != first))
    for language in languages:
        link = up + (address if language == first else f"{language}/{address}")
        html = html.replace(f'href="{_SWITCH}{language}"', f'href="{link or "./"}"')
    return html


def give_to_search(config: MkDocsConfig, pages: Iterable[Page]) -> None:
    """Hand the search its entries, so that it need not take every page apart."""
    plugin = config.plugins.get("material/search")
    if plugin is not None:
        plugin.search_index.entries.extend(_entries(pages))


_PEOPLE_FIRST = 1.25
"""How much sooner people are found than other pages by the same words: it is them that one looks for most."""


def _entries(pages: Iterable[Page]) -> Iterator[dict[str, Any]]:
    for page in pages:
        if text := page.found_by:
            yield {"location": page.address, "title": str(escape(page.title)), "text": str(escape(text)),
                   "names": str(escape(" ".join(page.known_as))),
                   **({"boost": _PEOPLE_FIRST} if page.address.startswith("people/") else {})}


def settle_search(site: Path) -> dict[str, Any]:
    """Make the search take names as people type them: without accents, by any part, and as whole words.

    A stemmer cuts names and Spanish words to pieces, and without its stop words nobody is called *de la Fuente*: each
    language is read word by word. A word with an accent or an apostrophe can be found without. The index is given.
    """
    path = site / "search" / "search_index.json"
    if not path.is_file():
        return {}
    index: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    settings = index["config"]
    settings |= {"lang": ["en"], "pipeline": [], "separator": _BETWEEN_WORDS}
    fields = settings["fields"]
    fields |= {"plain": fields["title"], "names": {"boost": _OTHER_NAMES}, "folded": fields["text"]}
    for entry in index["docs"]:
        _settle(entry)
    path.write_bytes(_written(index))
    return index


def index_with(index: dict[str, Any], pages: Iterable[Page]) -> bytes:
    """A search index with the entries of some pages before those that it has."""
    entries = list(_entries(pages))
    for entry in entries:
        _settle(entry)
    return _written({**index, "docs": [*entries, *index["docs"]]})


def _written(index: dict[str, Any]) -> bytes:
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _settle(entry: dict[str, Any]) -> None:
    names = entry.get("names", "")
    entry["names"] = " ".join([names, *folded(unescape(names))]).strip()
    entry["plain"] = " ".join(folded(unescape(entry["title"])))
    entry["folded"] = " ".join(folded(unescape(entry["text"])))


def folded(text: str) -> tuple[str, ...]:
    """The words of a text that can be typed in a plainer way, each in that way, once."""
    plain = (_fold(word) for word in re.split(_BETWEEN_WORDS, text) if _PLAIN.fullmatch(word) is None)
    return tuple(dict.fromkeys(w for words in plain for w in words.split()))


def _fold(word: str) -> str:
    """A word without accents; one with an apostrophe whole, and what comes after it."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    first, *rest = re.split("[’']", bare)
    return " ".join([first + "".join(rest), *rest[-1:]])


def leading_out(files: Iterable[File], folder: str) -> list[File]:
    """The files of a folder that are links to somewhere else, or lie behind one: MkDocs would publish what is there."""
    root = Path(os.path.realpath(folder))
    ours = [file for file in files if file.src_dir == folder and file.abs_src_path]
    return [file for file in ours if root not in Path(os.path.realpath(str(file.abs_src_path))).parents]

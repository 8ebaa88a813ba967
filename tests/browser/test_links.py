"""Every link of the built sample leads somewhere: MkDocs' strict mode does not see links in raw HTML."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
import pytest

from tests.browser.conftest import Served

XHTML = "{http://www.w3.org/1999/xhtml}"
HERE = "https://here.example.org/"


@cache
def read(path: Path) -> tuple[frozenset[str], tuple[str, ...]]:
    """The ids of a page, and everything its links, pictures, styles and scripts point at."""
    tree = html5lib.parse(path.read_text(encoding="utf-8"))
    ids, targets = set(), []
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag.startswith(XHTML):
            ids |= {element.get(name) for name in ("id", "name") if element.get(name)}
            targets += [element.get(name) for name in ("href", "src") if element.get(name)]
    return frozenset(filter(None, ids)), tuple(filter(None, targets))


def file_of(site: Path, address: str) -> Path:
    path = site / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_link_and_every_anchor_leads_somewhere(sample: Served, language: str) -> None:
    lost, seen = [], 0
    for address in (a for a in sample.addresses() if a.startswith("en/") == (language == "en")):
        for target in read(file_of(sample.folder, address))[1]:
            whole = urljoin(HERE + address, target)
            if not whole.startswith(HERE):
                continue
            seen += 1
            page, anchor = urldefrag(whole)
            file = file_of(sample.folder, page)
            if not file.is_file() or (anchor and file.suffix == ".html" and "=" not in anchor
                                      and unquote(anchor) not in read(file)[0] and not anchor.startswith("__")):
                lost.append((address, target))
    assert seen > 1000
    assert lost == []


def test_no_page_of_the_sample_leads_to_another_host_but_by_a_link_to_click(sample: Served) -> None:
    for address in sample.addresses():
        tree = html5lib.parse(file_of(sample.folder, address).read_text(encoding="utf-8"))
        for element in tree.iter():
            if isinstance(element.tag, str) and element.tag.removeprefix(XHTML) in {"link", "script", "img", "iframe"}:
                for name in ("href", "src"):
                    assert not urlsplit(element.get(name) or "").netloc, (address, element.get(name))

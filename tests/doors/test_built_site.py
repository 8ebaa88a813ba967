"""A built site as a whole: everything it points at is there, and its HTML is valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crawl import HOST, Site
from tests.doors.conftest import ADDRESS, Sites
from tests.validity import slips


@pytest.mark.parametrize(("audience", "address"), [("private", HOST), ("shared", ADDRESS), ("public", HOST)])
def test_whatever_a_site_points_at_is_there(sites: Sites, audience: str, address: str) -> None:
    site = Site(getattr(sites, audience).site, address)
    assert list(site.faults()) == []
    assert site.looked > 5000
    assert {name.partition("/")[0] for name in site.pages} >= {"en", "people", "events", "index.html", "404.html"}
    assert list(site.elsewhere()) == []


def test_a_site_that_knows_its_address_says_it_of_every_page(sites: Sites) -> None:
    for name, html in sites.shared.pages():
        if not name.endswith("404.html"):
            assert f'<link rel="canonical" href="{ADDRESS}{name}">' in html, name


PAGE = """<!doctype html><html lang="es"><title>.</title><body><p id="a" id="b">x</p><p id="a">y</p>
<a href="nowhere/">1</a><a href="#c">2</a><a href="two/#here">3</a><a href="two/#gone">4</a><label for="a">5</label>
<section aria-labelledby="a z"></section><img src="missing.png" alt=""><script src="https://example.com/x.js"></script>
<a href="https://example.com/">6</a></body></html>"""


def test_the_crawler_finds_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "two" / "index.html").write_text("<p id=here>", encoding="utf-8")
    (tmp_path / "a.css").write_text("p { background: url('no.svg') }", encoding="utf-8")
    (tmp_path / "f.atom").write_text('<link href="two/"/><link href="three/"/>', encoding="utf-8")
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "search_index.json").write_text('{"docs": [{"location": "two/#gone"}]}', encoding="utf-8")
    site = Site(tmp_path)
    assert sorted(site.faults()) == [
        " → two/#gone", "a.css → no.svg", "f.atom → three/",
        "index.html → #c", "index.html → missing.png", "index.html → nowhere/", "index.html → two/#gone",
        "index.html: aria-labelledby=z names nothing", "index.html: for=a names p", "index.html: the id a 2 times",
    ]
    assert list(site.elsewhere()) == ["index.html: script https://example.com/x.js"]


@pytest.mark.parametrize("audience", ["private", "shared", "public"])
def test_every_kind_of_page_is_valid_html(sites: Sites, audience: str) -> None:
    seen: set[str] = set()
    for name, html in getattr(sites, audience).pages():
        # One page of each kind and language; the guide's are written by hand, so all of them.
        first, _, rest = name.removeprefix("en/").partition("/")
        kind = f"{name.startswith('en/')} {name if first == 'guide' else first} {bool(rest)}"
        if kind not in seen:
            assert slips(html) == [], name
        seen.add(kind)
    assert len(seen) > 40


@pytest.mark.parametrize(("body", "slip"), [
    ("<p><div>x</div></p>", "unexpected-end-tag"), ("<ul><p>x</p></ul>", "['p'] in <ul>"),
    ("<span><div>x</div></span>", "['div'] in <span>"), ("<a href=x><button type=button>y</button></a>", "in <a"),
    ("<details><p>x</p></details>", "without a summary"), ("<p><li>x</li></p>", "<li> in"),
    ("<img src=x>", "without alt"), ("<button>x</button>", "without type"), ("<center>x</center>", "old: center"),
    ("<time>gestern</time>", "no time"), ('<p lang="español">x</p>', "no language"),
    ('<a href="a b">x</a>', "no address"),
    ('<p id="a b">x</p>', "an id with a blank"), ('<nav role="navigation">x</nav>', "a role it has already"),
    ("<table><tr><td>x<td>y<tr><td>z</table>", "rows of [1, 2] cells"), ("<h1>two</h1>", "h1 2 times"),
    ('<p onclick="x()">x</p>', "for a script"), ("<dl>x</dl>", "text in <dl>"), ("<b>x", "end-tag-too-early"),
])
def test_each_kind_of_slip_is_seen(body: str, slip: str) -> None:
    page = '<!doctype html><html lang="es"><head><title>.</title></head><body><main><h1>.</h1>{}</main></body></html>'
    assert slips(page.format("<p>x</p>")) == []
    assert any(slip in found for found in slips(page.format(body))), slips(page.format(body))

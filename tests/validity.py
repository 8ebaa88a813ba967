"""Validity: what a page says against the HTML standard, in syntax and in what may stand in what.

html5lib reads a page as browsers do and names every slip of syntax; what it does not judge, the content model, the
attributes that have only some values and the old ones, is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

import html5lib

from tests.markup import elements, name_of, text_of

PHRASING = set(
    "a abbr audio b bdi bdo br button canvas cite code data datalist del dfn em embed i iframe img input ins kbd label "
    "link map mark meter noscript object output picture progress q ruby rp rt s samp script select small span strong "
    "sub sup svg template textarea time u var video wbr option optgroup source track".split()
)
ONLY_PHRASING = set(
    "p h1 h2 h3 h4 h5 h6 pre span b i em strong small abbr bdi code kbd mark time button label legend q s sub sup "
    "output data cite dfn var u".split()
)
"""What may hold words and what stands among words, but no blocks. `summary` may hold a heading besides."""

INTERACTIVE = {"a", "button", "details", "embed", "iframe", "input", "label", "select", "textarea"}
CHILDREN = {
    "ul": {"li", "script", "template"}, "ol": {"li", "script", "template"}, "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"}, "thead": {"tr"}, "tbody": {"tr"}, "tfoot": {"tr"},
    "tr": {"th", "td"}, "select": {"option", "optgroup", "hr"}, "colgroup": {"col"},
}
PARENTS = {
    "li": {"ul", "ol", "menu"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "summary": {"details"},
    "figcaption": {"figure"}, "legend": {"fieldset"}, "caption": {"table"}, "main": {"body", "div"},
}
NEEDED = {"img": ("alt",), "html": ("lang",), "input": ("type",), "button": ("type",)}
OLD = {"center", "font", "big", "strike", "tt", "acronym", "dir", "marquee", "nobr", "frame", "frameset", "applet"}
OLD_ATTRIBUTES = {"align", "bgcolor", "border", "cellpadding", "cellspacing", "valign", "nowrap", "hspace", "vspace"}
ROLES_ALREADY = {"nav": "navigation", "main": "main", "button": "button", "ul": "list", "li": "listitem",
                 "aside": "complementary", "article": "article", "h1": "heading", "table": "table"}
_DATETIME = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?|\d{2}:\d{2}|-?P.+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")


THEMES_OWN = ('data-md-component="logo"', '<button class="md-header__button')
"""Two slips of the theme's frame: a link in the label that closes the drawer, a button that does not say its type."""


def slips(html: str) -> list[str]:
    """What is not valid on a page, one line each; the theme's own two slips are passed over."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree: Element = parser.parse(html)
    syntax = [f"{code} at {line}:{column} {facts}" for (line, column), code, facts in parser.errors]
    return syntax + [slip for slip in _slips(tree) if not any(known in slip for known in THEMES_OWN)]


def _slips(tree: Element) -> Iterator[str]:
    parents = {child: parent for parent in elements(tree) for child in parent}
    for element in elements(tree):
        name, parent = name_of(element), parents.get(element)
        around = name_of(parent) if parent is not None else ""
        children = [name_of(child) for child in element if isinstance(child.tag, str)]
        if name in ONLY_PHRASING and (blocks := set(children) - PHRASING):
            yield f"{sorted(blocks)} in {_shown(element)}"
        if name in CHILDREN and (others := set(children) - CHILDREN[name]):
            yield f"{sorted(others)} in {_shown(element)}"
        if name in CHILDREN and name != "select" and _has_own_text(element):
            yield f"text in {_shown(element)}"
        if name in PARENTS and around not in PARENTS[name]:
            yield f"{_shown(element)} in {around}"
        if name == "details" and children[:1] != ["summary"]:
            yield f"details without a summary: {_shown(element)}"
        if name in INTERACTIVE:
            yield from (f"{_shown(e)} in {_shown(element)}" for e in _interactive_in(element))
        yield from _of_attributes(element, name)
    yield from _of_page(tree)


def _interactive_in(element: Element) -> Iterator[Element]:
    """What can be clicked inside something that can be; a label's own control belongs there."""
    allowed = {"label": {"input", "select", "textarea", "button"}, "details": INTERACTIVE}.get(name_of(element), set())
    for inner in element.iter():
        if inner is not element and isinstance(inner.tag, str):
            name = name_of(inner)
            if name in INTERACTIVE - allowed and not (name == "input" and inner.get("type") == "hidden"):
                yield inner


def _of_attributes(element: Element, name: str) -> Iterator[str]:
    yield from (f"{_shown(element)} without {key}" for key in NEEDED.get(name, ()) if key not in element.attrib)
    if name in OLD:
        yield f"old: {name}"
    if name not in {"svg", "path"}:
        yield from (f"old: {key} of {_shown(element)}" for key in element.attrib if key in OLD_ATTRIBUTES)
    if "role" in element.attrib and ROLES_ALREADY.get(name) == element.get("role"):
        yield f"a role it has already: {_shown(element)}"
    if "id" in element.attrib and (not element.get("id") or re.search(r"\s", element.get("id", ""))):
        yield f"an id with a blank: {_shown(element)}"
    if name == "time" and not _DATETIME.fullmatch(element.get("datetime") or text_of(element)):
        yield f"no time: {_shown(element)}"
    if name == "time" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", element.get("datetime", "")):
        date.fromisoformat(element.get("datetime", ""))
    if "lang" in element.attrib and not _LANGUAGE.fullmatch(element.get("lang", "")):
        yield f"no language: {_shown(element)}"
    if "href" in element.attrib and re.search(r"[\s<>\\]", element.get("href", "")):
        yield f"no address: {_shown(element)}"
    yield from (f"a prefix for a script: {key}" for key in element.attrib if key.startswith("on"))


def _of_page(tree: Element) -> Iterator[str]:
    names = [name_of(e) for e in elements(tree)]
    yield from (f"{name} {names.count(name)} times" for name in ("title", "main", "h1") if names.count(name) != 1
                and not (name == "title" and "svg" in names))
    for table in (e for e in elements(tree) if name_of(e) == "table"):
        widths = {sum(int(cell.get("colspan", 1)) for cell in row) for row in table.iter("tr")}
        if len(widths) > 1 and not any("rowspan" in e.attrib for e in elements(table)):
            yield f"rows of {sorted(widths)} cells in {_shown(table)}"


def _has_own_text(element: Element) -> bool:
    return any((text or "").strip() for text in (element.text, *(child.tail for child in element)))


def _shown(element: Element) -> str:
    written = "".join(f' {key}="{value}"' for key, value in element.attrib.items())
    return f"<{name_of(element)}{written}>"[:200]

"""HTML as tests look at it: parsed without mercy, walked, and written down again one element a line."""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

from generator import pages

SVG = "{http://www.w3.org/2000/svg}"
VOID = {"br", "hr", "img", "input", "wbr"}
BLOCKS = {
    "article",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "iframe",
    "legend",
    "li",
    "nav",
    "ol",
    "p",
    "pre",
    "progress",
    "script",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "svg",
    "title",
    "desc",
    "g",
    "rect",
    "circle",
    "path",
    "line",
    "text",
}
"""Elements that begin a line of their own."""


def parsed(body: str) -> Element:
    """The body element of a page, as a browser would read it; one slip of syntax fails the test."""
    document = f'<!doctype html><html lang="es"><head><title>.</title></head><body>{body}</body></html>'
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(document)
    found = tree.find("body")
    assert found is not None
    return found


def name_of(element: Element) -> str:
    """The element's name, without a namespace."""
    return str(element.tag).removeprefix(SVG)


def elements(root: Element) -> Iterator[Element]:
    """All elements below the root, but no comments."""
    return (e for e in root.iter() if isinstance(e.tag, str))


def text_of(element: Element) -> str:
    """Its text with blanks as one sees them."""
    return " ".join("".join(element.itertext()).split())


def texts(root: Element) -> Iterator[tuple[Element, str]]:
    """Every run of text with the element it stands in, as one sees it."""
    for element in elements(root):
        for text in (element.text, *(child.tail for child in element)):
            if text and text.strip():
                yield element, " ".join(text.split())


def lines(root: Element) -> str:
    """The tree as text that reads well in a diff: a line for each block, icons by their names."""
    return "".join(f"{line}\n" for child in root for line in _lines(child, ""))


def _lines(element: Element, indent: str) -> Iterator[str]:
    name = name_of(element)
    if icon := _icon(element):
        yield f"{indent}⟨{icon}⟩"
        return
    if name == "pre":
        yield f"{indent}{_open(element)}{_inside(element, keep=True)}</pre>"
        return
    if not any(map(_holds_block, element)):
        closing = "" if name in VOID else f"</{name}>"
        yield f"{indent}{_open(element)}{_inside(element).strip()}{closing}"
        return
    yield indent + _open(element)
    inner, run = indent + " ", html.escape(element.text or "", quote=False)
    for child in element:
        if _holds_block(child):
            yield from _run(run, inner)
            yield from _lines(child, inner)
            run = html.escape(child.tail or "", quote=False)
        else:
            run += _inline(child)
    yield from _run(run, inner)
    yield f"{indent}</{name}>"


def _run(text: str, indent: str) -> Iterator[str]:
    if text.strip():
        yield indent + " ".join(text.split())


def _holds_block(element: Element) -> bool:
    """Whether it is a block or has one inside; an icon counts as a letter."""
    return not _icon(element) and (name_of(element) in BLOCKS or any(map(_holds_block, element)))


def _inside(element: Element, *, keep: bool = False) -> str:
    text = html.escape(element.text or "", quote=False) + "".join(_inline(child, keep=keep) for child in element)
    return text if keep else " ".join(text.split())


def _inline(element: Element, *, keep: bool = False) -> str:
    tail, name = html.escape(element.tail or "", quote=False), name_of(element)
    if icon := _icon(element):
        return f"⟨{icon}⟩{tail}"
    closing = "" if name in VOID else f"</{name}>"
    inside = html.escape(element.text or "", quote=False) + "".join(_inline(child, keep=keep) for child in element)
    return f"{_open(element)}{inside}{closing}{tail}"


def _open(element: Element) -> str:
    written = [(key, value) for key, value in element.attrib.items() if not key.endswith("}xmlns")]
    attributes = "".join(f' {key}="{html.escape(value)}"' if value else f" {key}" for key, value in written)
    return f"<{name_of(element)}{attributes}>"


def _icon(element: Element) -> str:
    """Which icon a drawing is, or an empty text; those that are drawn together are named together."""
    if name_of(element) == "svg" and (symbols := [e for e in element if name_of(e) == "symbol"]):
        return ", ".join(_icon_of(symbol) for symbol in symbols)
    if element.get("class") == "tt-i" or (name_of(element) == "svg" and element.get("aria-hidden") and
                                              {name_of(e) for e in element} <= {"use", "path"}):
        return _icon_of(element)
    return ""


def _icon_of(element: Element) -> str:
    """The icon whose shapes are in it, or to which it points."""
    for part in elements(element):
        if name_of(part) == "use":
            return (part.get("href") or "").removeprefix("#i-")
        if name_of(part) == "path":
            return icons()[part.get("d") or ""]
    return ""



@cache
def icons() -> dict[str, str]:
    """The name of every icon by what it draws."""
    folder = Path(pages.__file__).parent / "templates" / "icons"
    return {p.read_text(encoding="utf-8").partition(' d="')[2].partition('"')[0]: p.stem for p in folder.glob("*.svg")}

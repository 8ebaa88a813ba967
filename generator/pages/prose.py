"""Prose: notes in Markdown as HTML of few, allow-listed elements, whatever is in them and within a moment."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

_ALLOWED = set("p br em strong ul ol li blockquote code pre a h3 h4 h5 h6 hr del table thead tbody tr th td".split())

_SCHEMES = {"http", "https", "mailto", "tel"}

_MOST_OPENED = 200
"""How many brackets or tags may open in a note that is read as Markdown: for each it looks at all that follows."""

_LOWEST = 6


class _Lower(Treeprocessor):
    """A note's headings stand below the page's own two levels."""

    def run(self, root: Element) -> None:
        """Make every heading two levels smaller."""
        for element in root.iter():
            if isinstance(element.tag, str) and re.fullmatch(r"h[1-6]", element.tag):
                element.tag = f"h{min(int(element.tag[1]) + 2, _LOWEST)}"


class _Headings(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # the name that Markdown calls
        md.treeprocessors.register(_Lower(md), "lower", 5)


_ONE_PARAGRAPH = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.;?!¿¡()'’\"/%€–…-])*\Z")
"""Words and marks that mean nothing to Markdown, on one line that begins with a letter."""


@cache
def _markdown() -> markdown.Markdown:
    return markdown.Markdown(extensions=["sane_lists", _Headings()], output_format="html")


@lru_cache(maxsize=4096)
def prose(text: str) -> Markup:
    """Markdown that the user wrote, as HTML of few, allow-listed elements; links to the web, mail and telephone.

    What would keep Markdown busy for minutes, or nests deeper than it can follow, is shown as it was typed.
    """
    if _ONE_PARAGRAPH.match(text):
        return Markup(f"<p>{text}</p>")  # noqa: S704  # it has no sign of HTML or Markdown
    if max(map(text.count, "[<")) > _MOST_OPENED:
        return _typed(text)
    try:
        html = _markdown().reset().convert(text)
    except RecursionError:
        _markdown.cache_clear()  # it stopped in the middle of something
        return _typed(text)
    clean = nh3.clean(
        html, tags=_ALLOWED, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel="noreferrer noopener",
        attribute_filter=_whole_link,
    )
    return Markup(clean)  # noqa: S704  # the sanitizer let it through


def _typed(text: str) -> Markup:
    paragraphs = (part.strip("\n").split("\n") for part in re.split(r"\n\s*\n", text))
    shown = (Markup("<br>\n").join(lines) for lines in paragraphs if any(lines))
    return Markup("\n").join(Markup("<p>{}</p>").format(lines) for lines in shown)


def _whole_link(_tag: str, attribute: str, value: str) -> str | None:
    """A link that says its scheme; one without would lead to somewhere in this site, or by `//` to anywhere."""
    return value if attribute != "href" or value.partition(":")[0].lower() in _SCHEMES else None

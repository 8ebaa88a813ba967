"""Icons: each is drawn once on a page, however often it stands there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from markupsafe import Markup

Shape = Callable[[str], str]
"""The shapes inside the drawing of that name, as SVG."""

BOX = "0 0 24 24"

_USED = re.compile(r'<svg([^<>]*)><use href="#i-([a-z0-9-]+)"/></svg>')


@cache
def icon(name: str) -> Markup:
    """Where an icon stands, in the colour of the text around it; `drawn` brings its shapes."""
    return Markup('<span class="tt-i" aria-hidden="true"><svg>%s</svg></span>') % _use(name)


@cache
def sign(name: str) -> Markup:
    """The same for where there are very many: without anything around it that a style would know it by."""
    return Markup('<svg aria-hidden="true">%s</svg>') % _use(name)


def _use(name: str) -> Markup:
    return Markup('<use href="#i-%s"/>') % name


def drawn(html: str, shape: Shape) -> str:
    """A page with its icons: one that stands there once is drawn in its place, the others together before all."""
    often = Counter(name for _, name in _USED.findall(html))
    shared = [f'<symbol id="i-{name}" viewBox="{BOX}">{shape(name)}</symbol>' for name, n in often.items() if n > 1]
    if len(shared) < len(often):
        html = _USED.sub(
            lambda use: use[0] if often[use[2]] > 1 else f'<svg{use[1]} viewBox="{BOX}">{shape(use[2])}</svg>', html)
    return f'<svg hidden>{"".join(shared)}</svg>\n{html}' if shared else html


def shape_of(name: str, text: str) -> str:
    """The shapes of a drawing, given its text."""
    inner = re.fullmatch(rf'<svg [^>]*viewBox="{BOX}">(.*)</svg>\s*', text, re.DOTALL)
    if inner is None:
        raise ValueError(f"{name}.svg is not drawn in {BOX}")
    return inner[1]

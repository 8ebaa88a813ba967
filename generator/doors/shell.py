"""Shell: what the theme draws around a page, drawn once for each kind of generated page and filled in after that.

Of every kind a page with marks in it is drawn, and the others are made by putting their own texts where the marks
are. That is done only where it comes out the same: the theme may not have looked into the marks, a page of awkward
texts and the first two real ones must be the same both ways, and nobody but us and the search may have a hand in the
pages. `TERTULIA_SHORTCUTS=no` has every page drawn by itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import escape

from generator.pages.page import Page

_KNOWN = {"search", "material/search", "tertulia"}
_TRIED = 2
_SIMPLE = re.compile(r"(?:[A-Za-z0-9_-]+/)+\Z")
_MARK = re.compile("\ue000([a-z]+)\ue001|zq(address)qz")
_ADDRESS = "zqaddressqz"


@dataclass(frozen=True, slots=True)
class Filling:
    """What the theme is given of one generated page: texts that are HTML already."""

    address: str
    tab: str
    title: str
    description: str
    body: str

    @property
    def kind(self) -> tuple[str, str, bool]:
        """What the shell depends on: the folder for the links, the tab, and whether there is a description."""
        return _folder(self.address), self.tab, bool(self.description)


Draw = Callable[[Filling], str]
"""Draws one page with the theme's template."""


def filling(page: Page) -> Filling:
    """What the theme is given of a page, escaped, since the theme prints it raw."""
    return Filling(page.address, page.tab, str(escape(page.title)), str(escape(page.description)), str(page.body))


def unfilled(page: Page) -> Filling:
    """Where a page stands, for those who need to know nothing else: what is on it is not made."""
    return Filling(page.address, page.tab, "", "", "")


def shortcuts() -> bool:
    """Whether anything may be made the short way."""
    return os.environ.get("TERTULIA_SHORTCUTS", "").lower() not in {"no", "off", "false", "0"}


def nobody_else(plugins: Iterable[str]) -> bool:
    """Whether only we and the search have a hand in the pages; MkDocs counts hooks among the plugins."""
    return set(plugins) <= _KNOWN


@dataclass
class Shells:
    """The shells of one language's site; `draw` is the long way, which is right in any case."""

    draw: Draw
    _drawn: dict[tuple[str, str, bool], list[tuple[Filling, str]]] = field(default_factory=dict)
    _shells: dict[tuple[str, str, bool], Sequence[str]] = field(default_factory=dict)

    def page(self, what: Filling) -> str:
        """One page with everything around it."""
        if not _SIMPLE.match(what.address):
            return self.draw(what)
        drawn = self._drawn.setdefault(what.kind, [])
        if len(drawn) < _TRIED:
            drawn.append((what, self.draw(what)))
            return drawn[-1][1]
        if what.kind not in self._shells:
            self._shells[what.kind] = _shell(what, drawn, self.draw)
        shell = self._shells[what.kind]
        return _filled(shell, what) if shell else self.draw(what)


def _shell(like: Filling, drawn: list[tuple[Filling, str]], draw: Draw) -> Sequence[str]:
    """The shell of a page's kind, as texts and the names of what stands between them; empty where there is none."""
    looks: list[str] = []
    marked = draw(_another(like, *(_Unseen(f"\ue000{name}\ue001", looks) for name in ("title", "description", "body"))))
    shell = tuple(part for part in _MARK.split(marked) if part is not None)
    awkward = _another(like, "A &amp; <b>'B'</b>  &lt;c", "&quot;D'  <i>", "<h2 id='e'>\n\n E</h2><p>&nbsp;\\1")
    same = all(_filled(shell, what) == html for what, html in (*drawn, (awkward, draw(awkward))))
    return shell if same and not looks else ()


def _another(like: Filling, title: str, description: str, body: str) -> Filling:
    return replace(
        like, address=f"{_folder(like.address)}{_ADDRESS}/", title=title, body=body,
        description=description if like.description else "",
    )


def _filled(shell: Sequence[str], what: Filling) -> str:
    address = what.address.removesuffix("/").rpartition("/")[2]
    given = {"title": what.title, "description": what.description, "body": what.body, "address": address}
    return "".join(given[part] if n % 2 else part for n, part in enumerate(shell))


def _folder(address: str) -> str:
    """The folder a page stands in, with its slash at the end."""
    above, slash, _ = address.removesuffix("/").rpartition("/")
    return above + slash


class _Unseen(str):
    """A text that may be printed, and that notes when a template looks into it."""

    looks: list[str]

    def __new__(cls, text: str, looks: list[str]) -> _Unseen:
        made = super().__new__(cls, text)
        made.looks = looks
        return made

    def __str__(self) -> str:
        return self

    def __bool__(self) -> bool:
        return True


def _noting(name: str) -> Callable[..., Any]:
    ordinary = getattr(str, name)

    def look(self: _Unseen, *given: Any, **named: Any) -> Any:
        self.looks.append(name)
        return ordinary(self, *given, **named)

    return look


_PRINTING = {"__str__", "__bool__", "__new__", "__init__", "__init_subclass__", "__subclasshook__", "__class__",
             "__getattribute__", "__setattr__", "__delattr__", "__doc__", "maketrans"}
for _name in set(dir(str)) - _PRINTING:
    setattr(_Unseen, _name, _noting(_name))

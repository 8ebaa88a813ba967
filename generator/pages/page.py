"""Page: one page of the site, as every door lays it down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page: its address below its language's root (`people/ana-ruiz/`, empty for home), title and body.

    `title` is plain text. `tab` is the address of the tab it belongs to. `written` and `found` are the body and what
    the search finds it by, or what makes them: they are made when they are asked for, and not kept. `known_as` are
    other names that the search finds it by as surely as by its title. Two pages are equal when they say the same.
    """

    address: str
    title: str
    written: Markup | Callable[[], Markup]
    tab: str = ""
    description: str = ""
    found: str | Callable[[], str] = ""
    known_as: tuple[str, ...] = ()

    @property
    def body(self) -> Markup:
        """What stands on it, as safe HTML."""
        return self.written() if callable(self.written) else self.written

    @property
    def found_by(self) -> str:
        """The plain text by which the search finds it and which it shows, empty for a page that it leaves out."""
        return self.found() if callable(self.found) else self.found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Page) and self._said == other._said

    def __hash__(self) -> int:
        return hash((self.address, self.title))

    @property
    def _said(self) -> tuple[object, ...]:
        return self.address, self.title, self.body, self.tab, self.description, self.found_by, self.known_as


@dataclass(frozen=True, slots=True)
class Near:
    """Another page of a row of them, an earlier week or a later month: its address and what to call it."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Feed:
    """One file beside the pages, for programs: its name at its language's root and its bytes."""

    name: str
    body: bytes

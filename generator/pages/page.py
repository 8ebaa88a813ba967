"""Page: one page of the site, as every door lays it down."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address below its language's root (`people/ana-ruiz/`, empty for home), title and body.

    `title` is plain text and `body` safe HTML. `tab` is the address of the tab it belongs to. `found_by` is the
    plain text by which the search finds it and which it shows, empty for a page that the search leaves out;
    `known_as` are other names that it finds it by as surely as by its title.
    """

    address: str
    title: str
    body: Markup
    tab: str = ""
    description: str = ""
    found_by: str = ""
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """One file beside the pages, for programs: its name at its language's root and its bytes."""

    name: str
    body: bytes

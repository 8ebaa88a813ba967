"""Beginning: what a page says to somebody who has written nothing down yet, instead of lists with nothing in them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.sources import Sources


def is_first_day(sources: Sources) -> bool:
    """Whether there is nobody and nothing yet to make a page of, in the owner's own edition."""
    return sources.private and not (sources.network.contacts or sources.network.events)


def beginning(desk: Desk, title: str, lead: str, points: Sequence[str]) -> Page:
    """The page at this desk: what will stand here one day, and the first thing to write for it.

    `points` are messages of the catalogue.
    """
    text = desk.sources.speech.text
    return desk.render("beginning", title, tab=desk.address, id=desk.address.strip("/"), lead=lead,
                       points=[text(point) for point in points])

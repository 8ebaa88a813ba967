"""Edition: from one reading of the data to all pages of one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.edition.ground import Ground, sources_in
from generator.pages import (
    both_ways,
    checklists,
    commands,
    device,
    directory,
    earlier,
    events,
    follow_ups,
    month,
    my_data,
    network,
    over_time,
    past_week,
    people,
    person,
    prep_sheet,
    problems,
    rules,
    today,
    week,
)
from generator.pages.feeds.calendars import calendars
from generator.pages.feeds.device import on_the_device
from generator.pages.feeds.follow_ups import follow_up_feeds
from generator.pages.feeds.people import cards
from generator.pages.feeds.stamp import stamps
from generator.pages.page import Feed, Page
from generator.pages.sources import Sources

KINDS: tuple[Callable[[Sources], Iterable[Page]], ...] = (
    today.pages,
    follow_ups.pages,
    earlier.pages,
    events.pages,
    month.pages,
    prep_sheet.pages,
    people.pages,
    person.pages,
    directory.pages,
    network.pages,
    checklists.pages,
    week.pages,
    past_week.pages,
    over_time.pages,
    both_ways.pages,
    rules.pages,
    my_data.pages,
    commands.pages,
    problems.pages,
    device.pages,
)
"""Every kind of page, in the order of the tabs."""

FEEDS: tuple[Callable[[Sources], Iterable[Feed]], ...] = (calendars, follow_up_feeds, cards, stamps, on_the_device)
"""Every kind of file for programs."""


def make_pages(ground: Ground, language: str) -> Mapping[str, Page]:
    """All generated pages of one language, by address."""
    return {page.address: page for page in _pages(sources_in(ground, language))}


def make_feeds(ground: Ground, language: str) -> tuple[Feed, ...]:
    """All files for programs in one language."""
    sources = sources_in(ground, language)
    return tuple(feed for kind in FEEDS for feed in kind(sources))


def _pages(sources: Sources) -> Iterator[Page]:
    for kind in KINDS:
        yield from kind(sources)

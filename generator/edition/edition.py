"""Edition: from one reading of the data to all pages of one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

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

Kind = Callable[[Sources], Iterable[Page]]

KINDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (today.pages, ("",)),
    (follow_ups.pages, ("follow-ups",)),
    (earlier.pages, ("follow-ups",)),
    (events.pages, ("events",)),
    (month.pages, ("calendar",)),
    (prep_sheet.pages, ("events",)),
    (people.pages, ("people", "letters", "circles", "tags",)),
    (person.pages, ("people",)),
    (directory.pages, ("directory",)),
    (network.pages, ("network",)),
    (checklists.pages, ("checklists",)),
    (week.pages, ("week",)),
    (past_week.pages, ("week",)),
    (over_time.pages, ("over-time",)),
    (both_ways.pages, ("give-and-take",)),
    (rules.pages, ("rules",)),
    (my_data.pages, ("guide",)),
    (commands.pages, ("guide",)),
    (problems.pages, ("problems",)),
    (device.pages, ("device",)),
)
"""Every kind of page, in the order of the tabs, with the first folders of its addresses."""

AT_ONCE: Mapping[Kind, Callable[[Sources, str], Page | None]] = {person.pages: person.page_at}
"""Of the kinds that have thousands of pages: what makes a single one."""

FEEDS: tuple[Callable[[Sources], Iterable[Feed]], ...] = (calendars, follow_up_feeds, cards, stamps, on_the_device)
"""Every kind of file for programs."""


class Pages(Mapping[str, Page]):
    """The generated pages of one language, by address; a page asked for by its own waits for no other kind."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._made: dict[Kind, Mapping[str, Page]] = {}

    def __getitem__(self, address: str) -> Page:
        folder = address.partition("/")[0]
        for kind, folders in reversed(KINDS):
            if folder in folders and (page := self._single(kind, address)):
                return page
        raise KeyError(address)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def _all(self) -> Mapping[str, Page]:
        return {address: page for kind, _ in KINDS for address, page in self._of(kind).items()}

    def _single(self, kind: Kind, address: str) -> Page | None:
        if kind in AT_ONCE and kind not in self._made:
            return AT_ONCE[kind](self._sources, address)
        return self._of(kind).get(address)

    def _of(self, kind: Kind) -> Mapping[str, Page]:
        if kind not in self._made:
            self._made[kind] = {page.address: page for page in kind(self._sources)}
        return self._made[kind]


def make_pages(ground: Ground, language: str) -> Mapping[str, Page]:
    """All generated pages of one language, by address."""
    return Pages(sources_in(ground, language))


def make_feeds(ground: Ground, language: str) -> tuple[Feed, ...]:
    """All files for programs in one language."""
    sources = sources_in(ground, language)
    return tuple(feed for kind in FEEDS for feed in kind(sources))

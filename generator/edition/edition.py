"""Edition: from one reading of the data to all pages of one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.coach.chronicle import NOTHING_BEFORE, Chronicle, chronicle
from generator.coach.coach import Coaching, shared_settings
from generator.coach.memory import Memory, as_snapshot
from generator.coach.settings import Settings
from generator.edition.library import Library
from generator.pages import (
    checklists,
    commands,
    directory,
    earlier,
    events,
    follow_ups,
    my_data,
    people,
    person,
    prep_sheet,
    problems,
    rules,
    today,
    week,
)
from generator.pages.feeds.calendars import calendars
from generator.pages.feeds.follow_ups import follow_up_feeds
from generator.pages.feeds.people import cards
from generator.pages.feeds.stamp import stamps
from generator.pages.manual import Manual
from generator.pages.page import Feed, Page
from generator.pages.sources import Sources, Stamp
from generator.records.audience import reduce_network
from generator.records.network import Network
from generator.records.reading import Reading
from generator.records.record import Audience
from generator.words.catalogue import LANGUAGES
from generator.words.speech import speech

KINDS: tuple[Callable[[Sources], Iterable[Page]], ...] = (
    today.pages, follow_ups.pages, earlier.pages, events.pages, prep_sheet.pages, people.pages, person.pages,
    directory.pages, checklists.pages, week.pages, rules.pages, my_data.pages, commands.pages,
    problems.pages,
)
"""Every kind of page, in the order of the tabs."""

FEEDS: tuple[Callable[[Sources], Iterable[Feed]], ...] = (calendars, follow_up_feeds, cards, stamps)
"""Every kind of file for programs."""

NO_ADVICE = Coaching(date.min, (), (), ())


@dataclass(frozen=True)
class Ground:
    """What the editions of all languages share: the reduced network and what the coach says of it."""

    network: Network
    coaching: Coaching
    settings: Settings
    reading: Reading
    library: Library
    stamp: Stamp
    audience: Audience
    past: Chronicle = NOTHING_BEFORE
    site: str = ""
    languages: tuple[str, ...] = LANGUAGES
    manual: Manual = ()


def prepare(
    reading: Reading, library: Library, stamp: Stamp, audience: Audience, memory: Memory | None = None, *,
    site: str = "", languages: tuple[str, ...] = LANGUAGES, manual: Manual = (),
) -> Ground:
    """Decide once what this audience may see, and ask the coach once.

    `site` is where it will stand, if that is known, with the first of the `languages` at its root; `manual` is what
    the door says of its own commands. Advice is about the owner's own conduct, so that only the private audience
    gets any, and only it hears of the editions before.
    """
    network = reduce_network(reading.network, audience)
    settings = shared_settings(network)
    if audience != "private":
        return Ground(
            network, NO_ADVICE, settings, reading, library, stamp, audience, site=site, languages=languages,
            manual=manual,
        )
    today = as_snapshot(network, stamp.day, stamp.commit, reading.unread)
    return Ground(
        network, today.near, settings, reading, library, stamp, audience, chronicle(memory or Memory(), today), site,
        languages, manual,
    )


def sources_in(ground: Ground, language: str) -> Sources:
    """What the pages of one language are made from."""
    return Sources(
        network=ground.network, coaching=ground.coaching, settings=ground.settings, day=ground.stamp.day,
        audience=ground.audience, speech=speech(language), stamp=ground.stamp, rules=ground.library.rules[language],
        checklists=ground.library.checklists, drafts=ground.library.drafts, reading=ground.reading,
        past=ground.past, site=site_in(ground.site, language, ground.languages[0]),
        manual=ground.manual,
    )


def make_pages(ground: Ground, language: str) -> Mapping[str, Page]:
    """All generated pages of one language, by address."""
    return {page.address: page for page in _pages(sources_in(ground, language))}


def make_feeds(ground: Ground, language: str) -> tuple[Feed, ...]:
    """All files for programs in one language."""
    sources = sources_in(ground, language)
    return tuple(feed for kind in FEEDS for feed in kind(sources))


def site_in(site: str, language: str, first: str = LANGUAGES[0]) -> str:
    """The address of one language's root: the first language stands at the site's own."""
    root = site.rstrip("/") + "/" if site else ""
    return root if not root or language == first else f"{root}{language}/"


def _pages(sources: Sources) -> Iterator[Page]:
    for kind in KINDS:
        yield from kind(sources)

"""Ground: what the editions of all languages share, decided once: who may be seen, and what the coach says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from generator.coach.chronicle import NOTHING_BEFORE, Chronicle, chronicle
from generator.coach.coach import Coaching, shared_settings
from generator.coach.memory import Memory, Snapshot, as_snapshot
from generator.coach.settings import Settings
from generator.edition.library import Library
from generator.pages.manual import Manual
from generator.pages.sources import Sources, Stamp
from generator.records.audience import reduce_network
from generator.records.network import Network
from generator.records.reading import Reading
from generator.records.record import Audience
from generator.words.catalogue import LANGUAGES
from generator.words.speech import speech

NO_ADVICE = Coaching(date.min, (), (), ())


@dataclass(frozen=True)
class Ground:
    """What the editions of all languages share: the reduced network and what the coach says of it.

    `today` holds all of the day's findings, those too that are silenced or far ahead; only the owner's edition has it.
    `manual` is what the door says of its own commands.
    """

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
    today: Snapshot | None = None
    manual: Manual = ()


def prepare(
    reading: Reading, library: Library, stamp: Stamp, audience: Audience, memory: Memory | None = None, *,
    site: str = "", languages: tuple[str, ...] = LANGUAGES, manual: Manual = (), before: Snapshot | None = None,
) -> Ground:
    """Decide once what this audience may see, and ask the coach once.

    `site` is where it will stand, if that is known, with the first of the `languages` at its root; `manual` is what
    the door says of its own commands; `before` is what was found the last time, of which the coach takes what still
    holds. Advice is about the owner's own conduct, so that only the private audience gets any, and only it hears of
    the editions before.
    """
    network = reduce_network(reading.network, audience)
    settings = shared_settings(network)
    if audience != "private":
        return Ground(
            network, NO_ADVICE, settings, reading, library, stamp, audience, site=site, languages=languages,
            manual=manual,
        )
    today = as_snapshot(network, stamp.day, stamp.commit, reading.unread, before)
    return Ground(
        network, today.near, settings, reading, library, stamp, audience, chronicle(memory or Memory(), today), site,
        languages, today, manual,
    )


def sources_in(ground: Ground, language: str) -> Sources:
    """What the pages of one language are made from."""
    return Sources(
        network=ground.network, coaching=ground.coaching, settings=ground.settings, day=ground.stamp.day,
        audience=ground.audience, speech=speech(language), stamp=ground.stamp, rules=ground.library.rules[language],
        checklists=ground.library.checklists, drafts=replace(ground.library.drafts, language=language),
        reading=ground.reading, past=ground.past, manual=ground.manual,
        site=site_in(ground.site, language, ground.languages[0]),
    )


def site_in(site: str, language: str, first: str = LANGUAGES[0]) -> str:
    """The address of one language's root: the first language stands at the site's own."""
    root = site.rstrip("/") + "/" if site else ""
    return root if not root or language == first else f"{root}{language}/"

"""On this device: what of the site can be kept for when there is no connection, and how it is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.occasion import is_over
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.network import people_at

ADDRESS = "device/"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept: today and the follow-ups always, the events to come, and whom one meets or writes to."""

    events: tuple[Event, ...]
    people: tuple[Contact, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every page of it, below the language's root."""
        return ("", "follow-ups/", ADDRESS, *(f"events/{event.id}/" for event in self.events),
                *(f"people/{contact.id}/" for contact in self.people))


def kept(sources: Sources) -> Kept:
    """The events to come and their people; then those of today's follow-ups."""
    network = sources.network
    coming = tuple(e for e in network.events_by_date
                   if not is_over(e, sources.day) and e.status not in ("cancelled", "skipped"))
    ids = [who for event in coming for who in people_at(event)]
    ids += [a.finding.subject.id for a in sources.backlog.now if a.finding.subject]
    return Kept(coming, tuple(network.contacts[who] for who in dict.fromkeys(ids) if who in network.contacts))


def pages(sources: Sources) -> Iterator[Page]:
    """The page that switches it on and off; it is also what opens where a page was not kept."""
    if sources.private:
        desk = Desk(sources, ADDRESS)
        yield desk.render("device", sources.speech.text("On this device"), kept=kept(sources))

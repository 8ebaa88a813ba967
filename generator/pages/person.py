"""Person: everything about one person that helps to be attentive; no score, no total."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from generator.coach.backlog import is_to_do
from generator.coach.finding import Advice
from generator.coach.limits import gap
from generator.pages.alphabet import fold
from generator.pages.beat import beat
from generator.pages.company import role_of
from generator.pages.directory import term_links
from generator.pages.findable import listed, told
from generator.pages.give_and_take import give_and_take
from generator.pages.labels import CLOSENESS, EFFORTS, PURPOSES, language_name, prefers, tone
from generator.pages.page import Page
from generator.pages.people_by_tag import tag_addresses
from generator.pages.reach import ways
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.pages.story import brief, story
from generator.records.contact import Contact

Tags = Callable[[], Mapping[str, str]]
"""Where each tag stands among all of them, found out when somebody has one."""

STORY = 12
"""How much of the story is open: the rest folds away."""


def pages(sources: Sources) -> Iterator[Page]:
    """The page of each person; for others than the owner only what that person agreed to."""
    tags = cache(partial(tag_addresses, sources.network.contacts.values()))
    for contact in sources.network.contacts.values():
        yield _page(sources, contact, tags)


def page_at(sources: Sources, address: str) -> Page | None:
    """The one page at an address, if it is a person's."""
    contact = sources.network.contacts.get(address.removeprefix("people/").removesuffix("/"))
    if contact is None or address != _address(contact):
        return None
    return _page(sources, contact, partial(tag_addresses, sources.network.contacts.values()))


def _address(contact: Contact) -> str:
    return f"people/{contact.id}/"


def _page(sources: Sources, contact: Contact, tags: Tags) -> Page:
    desk = Desk(sources, _address(contact))
    role = role_of(desk, contact)
    template = "person" if sources.private else "person_card"
    return desk.later(
        template, contact.name.display, lambda: _view(desk, contact, role, tags), tab="people/", description=role,
        found_by=lambda: _found_by(desk, contact), known_as=tuple(filter(None, (contact.name.preferred,))),
    )


def _view(desk: Desk, contact: Contact, role: str, tags: Tags) -> Mapping[str, Any]:
    sources = desk.sources
    view: dict[str, Any] = {
        "contact": contact, "tone": tone(contact.id), "role": role, "marks": _marks(desk, contact),
        "ways": tuple(ways(sources.speech, contact)), "brief": brief, "terms": term_links(desk, contact),
    }
    if sources.private:
        happenings = story(desk, contact)
        view |= {
            "step": _step(desk, contact), "calm": calm(desk, contact), "rhythm": _rhythm(desk, contact),
            "recent": happenings[:STORY], "earlier": happenings[STORY:], "flow": give_and_take(desk, contact),
            "beat": beat(desk, contact), "tags": tuple(_tag(desk, tag, tags()) for tag in contact.tags),
            "efforts": EFFORTS, "birthday": _birthday(desk, contact), "purposes": PURPOSES,
            "file": f"data/{contact.place.file or f'contacts/{contact.id}.yml'}",
        }
    return view


def _tag(desk: Desk, tag: str, addresses: Mapping[str, str]) -> Markup:
    return Markup('<a href="%s"><bdi>%s</bdi></a>') % (desk.to(addresses[fold(tag, "es")]), tag)


def _found_by(desk: Desk, contact: Contact) -> str:
    """Who somebody is and what they know, look for and like to talk about; at least their name, to be found by."""
    text = desk.sources.speech.text
    return told(
        contact.name.preferred or "", role_of(desk, contact),
        listed(text("Knows about:"), contact.expertise), listed(text("Likes to help with:"), contact.offers),
        listed(text("Looks for:"), contact.needs), listed(text("Topics"), (t.text for t in contact.topics)),
        ", ".join(contact.tags),
    ) or contact.name.display


def _marks(desk: Desk, contact: Contact) -> tuple[str, ...]:
    speech = desk.sources.speech
    found = []
    if contact.address_form:
        found.append(speech.text("You say tú to each other") if contact.address_form == "tu"
                     else speech.text("You say usted to each other"))
    if contact.language:
        found.append(language_name(speech, contact.language))
    if contact.preferred_channel:
        found.append(prefers(speech, contact.preferred_channel))
    return tuple(found)


def _rhythm(desk: Desk, contact: Contact) -> str:
    """Closeness and rhythm, or an empty text."""
    speech, days = desk.sources.speech, desk.sources.settings.rhythm(contact)
    closeness = speech.text(CLOSENESS[contact.closeness]) if contact.closeness else ""
    if not days:
        return closeness
    if closeness:
        return speech.plural("{closeness}, every day", "{closeness}, every {n} days", days, closeness=closeness)
    return speech.plural("Every day", "Every {n} days", days)


def _step(desk: Desk, contact: Contact) -> Mapping[str, Any] | None:
    """What the coach would do first about somebody: what is open, else what is planned, else nothing."""
    about = [a for a in desk.sources.coaching.about(contact.id) if not a.finding.waiting]
    if not about:
        return None
    first: Advice = about[0]
    # Paperwork is not among the follow-ups, so there is nothing to lead to.
    link = desk.to(f"follow-ups/#{first.id}") if is_to_do(first) else ""
    return {
        "do": desk.do_plain(first),
        "why": desk.why(first),
        "link": link,
        "due": first.finding.due,
        "more": len(about) - 1,
    }


def calm(desk: Desk, contact: Contact) -> str:
    """What is said where there is nothing to do."""
    speech, day = desk.sources.speech, desk.sources.day
    match contact.status:
        case "deceased":
            return speech.text("In memory. The coach suggests nothing here.")
        case "do_not_contact":
            return speech.text("You have noted not to get in touch. The coach suggests nothing here.")
        case "paused" if contact.until is None:
            return speech.text("Paused. The coach suggests nothing until you lift it.")
        case "paused" if contact.until and contact.until >= day:
            until = desk.date(contact.until)
            return speech.text("Paused until {date}. The coach suggests nothing until then.", date=until)
    rest = next((a.finding.due for a in desk.sources.coaching.about(contact.id) if a.finding.rests), None)
    if rest:
        return speech.text("In a rest until {date}. No hellos are suggested until then.", date=desk.date(rest))
    again = _again(desk, contact)
    if again and again > day:
        around = desk.date(again)
        return speech.text("Nothing to do for now. By your rhythm, it is time for a hello around {date}.", date=around)
    return speech.text("Nothing to do for now. A hello without a reason is always welcome.")


def _again(desk: Desk, contact: Contact) -> date | None:
    sources = desk.sources
    silence = gap(sources.network, contact, sources.day, sources.settings)
    return silence.due if silence else None


def _birthday(desk: Desk, contact: Contact) -> str:
    """The day and the month; the year is nobody's business on a page that is read with others around."""
    if not contact.birthday:
        return ""
    month, day = (int(n) for n in contact.birthday.split("-")[-2:])
    leap = date(2000, month, day)
    return desk.sources.speech.date(leap, "day", today=leap)

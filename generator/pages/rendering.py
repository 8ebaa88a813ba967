"""Rendering: templates of HTML with everything from the data escaped, and the words and links they use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from generator.coach.finding import Advice
from generator.pages.icons import drawn
from generator.pages.page import Page
from generator.pages.sources import Sources, Words
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.words.sentences import Telling
from generator.words.speech import DateStyle


class Desk:
    """Where one page is written: knows its address, and so how its links begin.

    Templates see `date`, `to`, `link`, `do`, `why`, `sources` and more of `_context` beside their own view, and on
    every page the words of its language: `t`, `tn`, `number`, `clock`.
    """

    def __init__(self, sources: Sources, address: str) -> None:
        self.sources = sources
        self.address = address
        self.up = "../" * address.count("/") or "./"
        self.telling = Telling(sources.speech, sources.day, self.link)

    def to(self, address: str) -> str:
        """The relative link to another page of the same language; it may end in `#…`."""
        return self.up + address

    def link(self, thing: Contact | Event, text: str | None = None) -> Markup:
        """A person's or an event's name as a link to their page, or as plain text if they have none here."""
        is_person = isinstance(thing, Contact)
        label = text or (thing.name.familiar if isinstance(thing, Contact) else thing.title)
        shelf: Mapping[str, Any] = self.sources.network.contacts if is_person else self.sources.network.events
        if thing.id not in shelf:
            return Markup("<bdi>%s</bdi>") % label
        folder = "people" if is_person else "events"
        return Markup('<a href="%s"><bdi>%s</bdi></a>') % (self.to(f"{folder}/{thing.id}/"), label)

    def person(self, who: str) -> Markup:
        """Somebody named by id or in plain words, linked if they have a page."""
        contact = self.sources.network.contacts.get(who)
        return self.link(contact) if contact else Markup("<bdi>%s</bdi>") % who

    def words(self, advice: Advice) -> Words:
        """The words of a finding on its rule's page."""
        return self.sources.rules[advice.rule].words[advice.finding.variant]

    def do(self, advice: Advice) -> Markup:
        """What to do about a finding, in one sentence with links."""
        return self.telling.sentence(self.words(advice).do, advice.finding.facts)

    def why(self, advice: Advice) -> Markup:
        """Why, in one sentence with links."""
        return self.telling.sentence(self.words(advice).why, advice.finding.facts)

    def do_plain(self, advice: Advice) -> str:
        """What to do, without links."""
        return self.telling.plain(self.words(advice).do, advice.finding.facts)

    def why_plain(self, advice: Advice) -> str:
        """Why, without links."""
        return self.telling.plain(self.words(advice).why, advice.finding.facts)

    def settling_line(self, advice: Advice) -> str:
        """The inbox line that settles a finding on the day of this edition, or an empty text."""
        settle = advice.finding.settle
        if settle is None:
            return ""
        note = self.telling.plain(self.words(advice).note, advice.finding.facts)
        mark = f" ({settle.mark})" if settle.mark else ""
        return f"- {self.sources.day} {settle.who} {settle.kind}: {note}{mark}"

    def date(self, day: date | PartialDate, style: DateStyle = "day") -> str:
        """A date in words; the year is left out when it is this year's."""
        return self.sources.speech.date(day, style, today=self.sources.day)

    def render(self, template: str, title: str, **view: Any) -> Page:
        """The page at this desk's address; `view` is what its template shows, `title` among it."""
        about = {key: view.pop(key) for key in ("tab", "description", "known_as") if key in view}
        found = view.pop("found_by", "")
        once = any(isinstance(value, Iterator) for value in view.values())  # can be gone through once only
        html = self._html(template, title, view) if once else lambda: self._html(template, title, view)
        return Page(self.address, title, html, found=found, **about)

    def later(
        self, template: str, title: str, view: Callable[[], Mapping[str, Any]], *, tab: str = "", description: str = "",
        found_by: str | Callable[[], str] = "", known_as: tuple[str, ...] = (),
    ) -> Page:
        """The page at this desk's address, whose body is written when somebody asks for it."""
        return Page(self.address, title, lambda: self._html(template, title, view()), tab, description, found_by,
                    known_as)

    def _html(self, template: str, title: str, view: Mapping[str, Any]) -> Markup:
        from generator.pages.compiling import environment, shape  # a command that lays out no page has no time for it

        said = environment(self.sources.speech.language).get_template(f"{template}.html")
        html = said.render(self._context, title=title, **view)
        return Markup(drawn(html, shape))  # noqa: S704  # autoescape made it

    @property
    def _context(self) -> Mapping[str, Any]:
        return {
            "date": self.date, "to": self.to, "link": self.link, "person": self.person, "do": self.do, "why": self.why,
            "do_plain": self.do_plain, "why_plain": self.why_plain, "settling_line": self.settling_line,
            "listing": self.listing, "up": self.up, "sources": self.sources, "network": self.sources.network,
            "day": self.sources.day, "private": self.sources.private,
        }

    def listing(self, parts: Sequence[Markup | str]) -> Markup:
        """Parts as in a sentence, each escaped unless it is safe already."""
        escaped = [str(Markup.escape(part)) for part in parts]
        return Markup(self.sources.speech.list(escaped))  # noqa: S704  # each part was escaped

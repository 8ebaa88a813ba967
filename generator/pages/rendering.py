"""Rendering: templates of HTML with everything from the data escaped, and the words and links they use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from functools import cache
from typing import Any

import jinja2
import markdown
import nh3
from markupsafe import Markup

from generator.coach.finding import Advice
from generator.pages.page import Page
from generator.pages.sources import Sources, Words
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.words.sentences import Telling
from generator.words.speech import DateStyle

_ALLOWED = set("p br em strong ul ol li blockquote code pre a h3 h4 h5 h6 hr del table thead tbody tr th td".split())

_SCHEMES = {"http", "https", "mailto", "tel"}

_ONE_PARAGRAPH = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.;?!¿¡()'’\"/%€–…-])*\Z")
"""Words and marks that mean nothing to Markdown, on one line that begins with a letter."""

_BELOW_OURS = {"baselevel": 3, "marker": ""}
"""A note's headings stand below the page's own two levels."""


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("generator.pages"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )


def keep_compiled(where: jinja2.BytecodeCache | None) -> None:
    """Let compiled templates be taken from somewhere, and put there."""
    _environment().bytecode_cache = where


@cache
def _markdown() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=["sane_lists", "toc"], extension_configs={"toc": _BELOW_OURS}, output_format="html"
    )


def prose(text: str) -> Markup:
    """Markdown that the user wrote, as HTML of few, allow-listed elements; links to the web, mail and telephone."""
    if _ONE_PARAGRAPH.match(text):
        return Markup(f"<p>{text}</p>")  # noqa: S704  # it has no sign of HTML or Markdown
    html = _markdown().reset().convert(text)
    clean = nh3.clean(
        html, tags=_ALLOWED, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel="noreferrer noopener",
        attribute_filter=_whole_link,
    )
    return Markup(clean)  # noqa: S704  # the sanitizer let it through


def _whole_link(_tag: str, attribute: str, value: str) -> str | None:
    """A link that says its scheme; one without would lead to somewhere in this site, or by `//` to anywhere."""
    return value if attribute != "href" or value.partition(":")[0].lower() in _SCHEMES else None


class Desk:
    """Where one page is written: knows its address, and so how its links begin.

    Templates see `t`, `tn`, `date`, `clock`, `names`, `to`, `link`, `say` and `sources` beside their own view.
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
            return Markup("<bdi>{}</bdi>").format(label)
        folder = "people" if is_person else "events"
        return Markup('<a href="{}"><bdi>{}</bdi></a>').format(self.to(f"{folder}/{thing.id}/"), label)

    def person(self, who: str) -> Markup:
        """Somebody named by id or in plain words, linked if they have a page."""
        contact = self.sources.network.contacts.get(who)
        return self.link(contact) if contact else Markup("<bdi>{}</bdi>").format(who)

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
        about = {key: view.pop(key) for key in ("tab", "description") if key in view}
        return Page(self.address, title, self._html(template, title, view), found=view.pop("found_by", ""), **about)

    def later(
        self, template: str, title: str, view: Callable[[], Mapping[str, Any]], *, tab: str = "", description: str = "",
        found_by: str | Callable[[], str] = "",
    ) -> Page:
        """The page at this desk's address, whose body is written when somebody asks for it."""
        return Page(self.address, title, lambda: self._html(template, title, view()), tab, description, found_by)

    def _html(self, template: str, title: str, view: Mapping[str, Any]) -> Markup:
        html = _environment().get_template(f"{template}.html").render(self._context(), title=title, **view)
        return Markup(html)  # noqa: S704  # autoescape made it

    def _context(self) -> dict[str, Any]:
        speech = self.sources.speech
        common: dict[str, Callable[..., Any]] = {
            "t": speech.text, "tn": speech.plural, "date": self.date, "clock": _clock, "number": speech.number,
            "to": self.to, "link": self.link, "person": self.person, "do": self.do, "why": self.why,
            "do_plain": self.do_plain, "why_plain": self.why_plain, "settling_line": self.settling_line,
            "listing": self.listing, "prose": prose, "weekday": speech.weekday,
        }
        return {**common, "up": self.up, "sources": self.sources, "network": self.sources.network,
                "day": self.sources.day, "private": self.sources.private}

    def listing(self, parts: Sequence[Markup | str]) -> Markup:
        """Parts as in a sentence, each escaped unless it is safe already."""
        escaped = [str(Markup.escape(part)) for part in parts]
        return Markup(self.sources.speech.list(escaped))  # noqa: S704  # each part was escaped


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"

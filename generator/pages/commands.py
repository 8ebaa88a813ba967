"""Commands: the page of everything `tertulia` can be told, as the command line itself describes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.labels import coded
from generator.pages.manual import Command
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.words.placeholders import placed

ADDRESS = "guide/commands/"
TAB = "guide/"


@dataclass(frozen=True, slots=True)
class Entry:
    """One command as the page tells it; `gist` is the first sentence of what it does, `more` the rest."""

    id: str
    name: str
    usage: str
    gist: Markup
    more: tuple[Markup, ...]
    examples: tuple[str, ...]
    options: tuple[tuple[Markup, Markup], ...]
    statuses: str


def pages(sources: Sources) -> Iterator[Page]:
    """The one page, where the door described its commands; it says the same to every audience."""
    if not sources.manual:
        return
    desk = Desk(sources, ADDRESS)
    title = sources.speech.text("Commands, one by one")
    names = " ".join(command.name for command in sources.manual)
    entries = [_entry(command, sources) for command in sources.manual]
    yield desk.render("commands", title, tab=TAB, found_by=f"{title} {names}", entries=entries)


def _entry(command: Command, sources: Sources) -> Entry:
    text = sources.speech.text
    said = sources.speech
    gist, *more = (coded(" ".join(part.split())) for part in text(command.help).split("\n\n"))
    return Entry(
        command.name.replace(" ", "-"), command.name, placed(command.usage, said), gist, tuple(more),
        tuple(map(text, command.examples)),
        tuple((_written(placed(option.written, said)), coded(text(option.help))) for option in command.options),
        text(command.statuses),
    )


def _written(option: str) -> Markup:
    """An option as it is typed; a line may end between two choices."""
    return Markup("|<wbr>").join(option.split("|"))

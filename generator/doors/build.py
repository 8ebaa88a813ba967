"""Build: what every door does first: find out the day, read the folders, prepare the editions."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.coach.options import option_problems
from generator.coach.proofreading import ContentError
from generator.doors import kept
from generator.doors.asked import audience_named, day_named, day_on_clock, languages_named, look_at_epoch
from generator.doors.history import History
from generator.doors.refusal import Refusal
from generator.doors.shell import shortcuts
from generator.doors.tongue import tongue
from generator.doors.unfinished import unfinished_problems
from generator.doors.whereabouts import data_named, missing
from generator.edition.discretion import Slip, read_words, slips, told
from generator.edition.ground import Ground, prepare
from generator.edition.library import Library, read_library
from generator.edition.shelf import home
from generator.pages.sources import Stamp
from generator.records.audience import reduce_network
from generator.records.network import Network
from generator.records.reading import NOBODY, Reading, Today, read_folder
from generator.records.record import Audience
from generator.words.catalogue import LANGUAGES
from generator.words.problems import one_line
from generator.words.speech import speech

if TYPE_CHECKING:
    from generator.edition.chrome import Chrome
    from generator.pages.page import Feed, Page

MOST_REPORTED = 50


@dataclass(frozen=True)
class Edition:
    """One language of a build: what stands around its pages; the pages and feeds are made when they are asked for."""

    ground: Ground
    language: str
    chrome: Chrome

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Its pages by address."""
        from generator.edition.edition import make_pages  # as below: where no page is asked for, none of its code

        return make_pages(self.ground, self.language)

    @cached_property
    def feeds(self) -> tuple[Feed, ...]:
        """The files for programs."""
        from generator.edition.edition import make_feeds  # likewise

        return make_feeds(self.ground, self.language)


Editions = Mapping[str, Edition]
"""All languages of a build."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a build is asked for: where the data and the content are, for which day and for whom.

    `day` None means today on the owner's clock, `audience` None the door's own default; `said_in` is where another one
    was asked for. `site` is the address the site will have, where it is known. Of the `languages` the first one stands
    at the site's root.
    """

    data: Path
    content: Path
    day: date | None = None
    audience: Audience | None = None
    site: str = ""
    languages: tuple[str, ...] = LANGUAGES
    said_in: str = field(default="", compare=False)


def wished(
    data: str | None, content: Path, day: str | None, audience: str | None, site: str = "", *,
    languages: Sequence[str] | None = None, settled: str | None = None,
) -> Wish:
    """A wish from options; what is not given is read from `TERTULIA_DATA`, `TERTULIA_DAY`, `TERTULIA_AUDIENCE`.

    The environment goes before the `languages` and the audience `settled` in mkdocs.yml: it is set for one build.
    """
    day = day or os.environ.get("TERTULIA_DAY")
    name = "TERTULIA_AUDIENCE"
    asked = (("--audience", audience), (name, os.environ.get(name)), ("mkdocs.yml", settled))
    where, wanted = next(((where, whom) for where, whom in asked if whom), ("", ""))
    folder = data_named(data)
    look_at_epoch(os.environ.get("SOURCE_DATE_EPOCH") or "0")
    set_for_once = os.environ.get("TERTULIA_LANGUAGES", "").replace(",", " ").split()
    spoken = languages_named(set_for_once or languages or LANGUAGES)
    whom = audience_named(wanted, where) if wanted else None
    return Wish(folder, content, day_named(day) if day else None, whom, site, spoken, where)


def chosen(wish: Wish, reading: Reading, default: Audience) -> tuple[Audience, str]:
    """For whom a build is, and where that is said; nowhere, if it is the default."""
    if wish.audience:
        return wish.audience, wish.said_in
    mine = reading.network.me.site.audience
    return (mine, "me.yml") if mine else (default, "")


def read_data(wish: Wish, before: Reading | None = None) -> Reading:
    """The data folder as read, with the problems of rule names and numbers added."""
    return _whole(wish, option_problems(read_folder(data_folder(wish), before, today=_day_of(wish))))


def read_quickly(wish: Wish) -> Reading:
    """The same for commands that come and go: of very many files only those that have changed since are read."""
    return _whole(wish, kept.read(data_folder(wish), _day_of(wish)))


def read_on(wish: Wish, before: Reading | None) -> Reading:
    """The data folder as read while somebody works in it: it may be gone, and what was read before stays in use."""
    now = time.time_ns() if shortcuts() else 0
    return _whole(wish, option_problems(read_folder(wish.data, before, today=_day_of(wish), now=now)))


def _whole(wish: Wish, reading: Reading) -> Reading:
    """A reading, with a problem more where a command was cut off before it had written everything."""
    cut = unfinished_problems(wish.data)
    return replace(reading, problems=(*cut, *reading.problems)) if cut else reading


def nothing_read(reading: Reading | None) -> Reading:
    """Nobody and nothing, with the problems of a reading from which no pages could be made."""
    return Reading(Network(NOBODY), reading.problems if reading else ())


def data_folder(wish: Wish) -> Path:
    """The data folder, which has to be there."""
    if not wish.data.is_dir():
        raise Refusal(missing(wish.data, tongue()))
    return wish.data


def report(reading: Reading, *languages: str) -> list[str]:
    """The first problems, a line each, and how many there are if that is more; in those languages, or in all."""
    speeches = [speech(language) for language in languages or LANGUAGES]
    lines = [one_line(problem, *speeches) for problem in reading.problems[:MOST_REPORTED]]
    left = len(reading.problems) - MOST_REPORTED
    rest = " | ".join(said.plural("… and {n} more.", "… and {n} more.", left) for said in speeches)
    return [*lines, rest] if left > 0 else lines


def refused(languages: Sequence[str]) -> str:
    """What is said when a build ends because of what is wrong in the data."""
    return " | ".join(speech(language).text("The data needs mending; nothing was built.") for language in languages)


def make_editions(
    wish: Wish, reading: Reading, default: Audience, history: History | None = None, library: Library | None = None
) -> Editions:
    """Pages, chrome and feeds of every language, the site's first one first.

    `history` lends what it remembers; `library` need not be given unless it was read already.
    """
    from generator.edition.chrome import make_chrome  # a command that makes no pages has no time for their code

    ground = ground_for(wish, reading, library or library_of(wish), default, history)
    if not os.environ.get("SOURCE_DATE_EPOCH"):
        os.environ["SOURCE_DATE_EPOCH"] = str((ground.stamp.day - date(1970, 1, 1)).days * 86_400)
    return {language: Edition(ground, language, make_chrome(ground, language)) for language in wish.languages}


def ground_for(
    wish: Wish, reading: Reading, library: Library, default: Audience, history: History | None = None
) -> Ground:
    """Everything the pages of all languages are made from; only its owner's edition knows the ones before it."""
    from generator.doors.describing import manual

    audience, _ = chosen(wish, reading, default)
    if audience != "private":
        ground = prepare(
            reading, library, stamp_of(wish, reading), audience, site=wish.site, languages=wish.languages,
            manual=manual(),
        )
        _mind(wish, reading, ground)
        return ground
    day = wish.day or today(reading)
    history = history or History()
    head, memory = history.recall(wish.data, reading, day)
    ground = prepare(
        reading, library, Stamp(day, head.commit, head.edited, __version__), audience, memory, site=wish.site,
        languages=wish.languages, manual=manual(), before=history.today if shortcuts() else None,
    )
    history.today = ground.today
    return ground


def _mind(wish: Wish, reading: Reading, ground: Ground) -> None:
    """Stop before a site for the public says of somebody what it had better not."""
    found = stops(wish, reading) if ground.audience == "public" else []
    if found:
        lines = []
        for said in map(speech, wish.languages):
            lines += [said.text("Nothing was built for the public."), *(told(s, said) for s in found[:MOST_REPORTED])]
        raise Refusal("\n".join(lines))


def stops(wish: Wish, reading: Reading) -> list[Slip]:
    """What a site for the public would stop at; where nobody and nothing is marked for it, nothing is looked up."""
    network = reading.network
    if "public" not in {c.share for c in network.contacts.values()} | {e.share for e in network.events.values()}:
        return []
    try:
        words = read_words(wish.content)
    except ContentError as error:
        raise _unfit(error, wish.languages) from error
    return list(slips(network, reduce_network(network, "public"), words))


def library_of(wish: Wish, *languages: str) -> Library:
    """The coach's prose in the languages named, or in all."""
    try:
        return read_library(wish.content, languages or wish.languages)
    except ContentError as error:
        raise _unfit(error, languages or wish.languages) from error


def library_of_ours(wish: Wish) -> Library:
    """The same without anything of the user's own."""
    return read_library(home(), wish.languages)


def _unfit(error: ContentError, languages: Sequence[str]) -> Refusal:
    """What is wrong in the content folder, a line each, in those languages."""
    speeches = [speech(language) for language in languages]
    return Refusal("\n".join(one_line(p, *speeches, root="content") for p in error.problems[:MOST_REPORTED]))


def stamp_of(wish: Wish, reading: Reading) -> Stamp:
    """The day and the commit an edition is made from."""
    head = History().head(wish.data)
    return Stamp(wish.day or today(reading), head.commit, head.edited, __version__)


def today(reading: Reading) -> date:
    """The day it is now on the owner's clock."""
    return day_on_clock(reading.network.me)


def _day_of(wish: Wish) -> Today:
    """Which day a reading is of, once it is known where its owner lives."""
    return lambda me: wish.day or day_on_clock(me)

"""Chrome: what stands around every page of one language: tabs, banner, footer, the words of the theme."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from generator.edition.ground import Ground
from generator.records.problems import shown
from generator.words.problems import told
from generator.words.speech import Speech, speech

OWNERS = ("follow-ups/", "week/")
"""Tabs of the owner's edition alone: for others their pages say no more than that."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its title and the address it leads to."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Banner:
    """One notice above every page, with a link to where more is said."""

    text: str
    href: str
    link: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """Everything around the pages of one language; `stamp` and `words` are named as overrides/main.html reads them."""

    language: str
    name: str
    tabs: tuple[Tab, ...]
    banner: tuple[Banner, ...]
    stamp: dict[str, str]
    words: dict[str, str]

    @property
    def extra(self) -> dict[str, Any]:
        """What overrides/main.html reads as `config.extra.tertulia`: plain values."""
        return {
            "tabs": [asdict(tab) for tab in self.tabs], "banner": [asdict(banner) for banner in self.banner],
            "stamp": self.stamp, "words": self.words,
        }


def make_chrome(ground: Ground, language: str) -> Chrome:
    """The chrome of one language of an edition."""
    said = speech(language)
    return Chrome(
        language,
        said.text("English"),
        tuple(tab for tab in _tabs(said) if ground.audience == "private" or tab.address not in OWNERS),
        tuple(_banner(ground, said)),
        _stamp(ground, said),
        _words(said),
    )


def _tabs(said: Speech) -> list[Tab]:
    return [
        Tab(said.text("Today"), ""),
        Tab(said.text("Follow-ups"), "follow-ups/"),
        Tab(said.text("Events"), "events/"),
        Tab(said.text("People"), "people/"),
        Tab(said.text("Etiquette"), "checklists/"),
        Tab(said.text("Week"), "week/"),
        Tab(said.text("Guide"), "guide/"),
    ]


def _banner(ground: Ground, said: Speech) -> list[Banner]:
    """What is wrong in the data, for its owner only; the first one is named in full."""
    problems = ground.reading.problems
    if not problems or ground.audience != "private":
        return []
    files = len({p.place.file for p in problems})
    first = said.text(
        "{place} needs mending: {message}", place=f"data/{problems[0].place}", message=told(problems[0], said)[0]
    )
    more = said.plural("{n} file needs a look in all.", "{n} files need a look in all.", files) if files > 1 else ""
    kept = (
        said.text("Meanwhile you see its last good version.") if problems[0].place.file in ground.reading.stale else ""
    )
    return [Banner(" ".join(filter(None, [first, kept, more])), "problems/", said.text("See how to mend it"))]


def noted(chrome: Chrome, why: str) -> Chrome:
    """The chrome under one notice more: that what is shown is the last that could be made, and why."""
    first, *_ = why.split("\n", 1)
    text = speech(chrome.language).text("The site could not be made anew: {why}", why=shown(first)[:300])
    notices = tuple(notice for notice in chrome.banner if notice.href)
    return replace(chrome, banner=(Banner(text, "", ""), *notices))


def _stamp(ground: Ground, said: Speech) -> dict[str, str]:
    stamp, network = ground.stamp, ground.network
    day = said.date(stamp.day, "long")
    counts = [
        said.plural("{n} person", "{n} people", len(network.contacts)),
        said.plural("{n} event", "{n} events", len(network.events)),
    ]
    if ground.today:
        counts.append(said.plural("{n} follow-up", "{n} follow-ups", len(ground.today.listed)))
    edited = said.text("with edits not yet committed") if stamp.edited else ""
    return {
        "day": stamp.day.isoformat(),
        "text": said.text("Edition of {day}", day=day),
        "commit": stamp.commit + (f", {edited}" if edited else ""),
        "age_one": said.text(" · it is {n} day old: its dates still hold"),
        "age_many": said.text(" · it is {n} days old: its dates still hold"),
        "counts": said.text("{counts}. A copy to read: changes are made in data/.", counts=", ".join(counts)),
        "version": f"Tertulia {stamp.version}" if stamp.version else "",
    }


def _words(said: Speech) -> dict[str, str]:
    return {
        "skip": said.text("Skip to the content"),
        "search": said.text("Search"),
        "lost": said.text("There is nothing at this address"),
        "lost_text": said.text("A file may have been renamed, or the person or event is not in this edition."),
        "home": said.text("Go to Today"),
        "to_light": said.text("Switch to light"),
        "to_dark": said.text("Switch to dark"),
        "to_system": said.text("As the system does"),
    }

"""Sources: everything the pages of one edition in one language are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.coach.backlog import Backlog, backlog
from generator.coach.chronicle import NOTHING_BEFORE, Chronicle
from generator.coach.coach import Coaching
from generator.coach.directory import Directory, addresses_of, directory_of
from generator.coach.etiquette import Checklist
from generator.coach.lived import Lived, lived
from generator.coach.settings import Settings
from generator.coach.texts import Drafts
from generator.pages.manual import Manual
from generator.records.network import Network
from generator.records.reading import Reading
from generator.records.record import Audience
from generator.words.sentences import Template
from generator.words.speech import Speech


@dataclass(frozen=True, slots=True)
class Words:
    """How one finding of a rule is told: what to do, why, and the note of the line that settles it."""

    do: Template
    why: Template
    note: str = ""


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule's page in one language: title, the words by variant, and its text as Markdown."""

    title: str
    words: Mapping[str, Words]
    text: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an edition was made of: the day, the commit (empty without git) and whether it had uncommitted edits."""

    day: date
    commit: str = ""
    edited: bool = False
    version: str = ""


@dataclass(frozen=True)
class Sources:
    """What the pages are made from; `network` is already reduced to what `audience` may see.

    `coaching` is empty for every audience but the private one: advice is about the owner's own conduct. So is
    `past`, the editions before this one. `site` is the address of this language's root, with its slash at the end,
    or empty where it is not known. `manual` is empty where a door has no commands.
    """

    network: Network
    coaching: Coaching
    settings: Settings
    day: date
    audience: Audience
    speech: Speech
    stamp: Stamp
    rules: Mapping[str, RulePage] = field(default_factory=dict)
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    drafts: Drafts | None = None
    reading: Reading | None = None
    past: Chronicle = NOTHING_BEFORE
    site: str = ""
    manual: Manual = ()

    @property
    def private(self) -> bool:
        """Whether this edition is for its owner."""
        return self.audience == "private"

    @cached_property
    def backlog(self) -> Backlog:
        """What there is to do, each thing once, in its groups."""
        return backlog(self.coaching, self.day)

    @cached_property
    def directory(self) -> Directory:
        """Who can help with what, as far as this audience may see it."""
        return directory_of(self.network)

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """The parts of the addresses of all terms of the directory, by their keys."""
        return addresses_of(self.network)

    @cached_property
    def past_weeks(self) -> tuple[Lived, ...]:
        """The weeks gone by that have a page, the earliest first."""
        return lived(self.network, self.day, self.settings.days("past_weeks"))

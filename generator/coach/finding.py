"""Finding: one piece of advice, with the rule and the line of data it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.places import Place

Severity = Literal["error", "warning", "information", "opportunity"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "information", "opportunity")

Action = Literal["thank", "promise", "first", "keep", "introduce", "prepare", "review", "record"]
"""What kind of thing there is to do; the follow-ups page filters by it."""

Fact = str | int | float | date | PartialDate | Contact | Event | tuple[Contact, ...] | tuple[str, ...]
"""What a sentence can be filled with; each type is shown in the reader's language."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """The inbox line that settles a finding, but for its date and its note.

    `kind` is a kind of log entry, `mark` what goes in brackets at the end (`thanks`, `done: the list`).
    """

    who: str
    kind: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found.

    `subject` is what it is about; None means the owner. `variant` picks the words on the rule's page.
    `due` is the day it should be done by; `over` says how late it is: days over ÷ days allowed, below 0
    while in time. `planned` is true while the rule has not fired yet: the matter is open, its day is
    still to come. `waiting` is true when somebody else has to move first. `rests` is true when the person
    is to be left in peace until `due`: while it is open, what other rules say about keeping in touch with
    them is silent. `key` tells two findings of one rule about one subject apart and stays the same from
    build to build. `draft` names the kind of message to write, `effort` the size of the favour behind it
    (1 to 5). A finding whose `severity` is None has its rule's.
    """

    subject: Contact | Event | None
    place: Place
    action: Action
    due: date | None = None
    over: float = 0.0
    variant: str = "default"
    facts: Mapping[str, Fact] = field(default_factory=dict)
    key: str = ""
    severity: Severity | None = None
    planned: bool = False
    waiting: bool = False
    rests: bool = False
    settle: LogLine | None = None
    draft: str | None = None
    effort: int | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """A finding as the coach gives it: with its rule, its final severity and an id for links and ticks.

    `ignored` holds the user's reason when an `ignore` silences it.
    """

    id: str
    rule: str
    severity: Severity
    finding: Finding
    ignored: str | None = None

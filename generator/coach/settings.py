"""Settings: every number of the coach with its default, source and grade, and what the user changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.coach.finding import Severity
from generator.coach.workdays import Workdays
from generator.records.contact import Contact
from generator.records.network import Network
from generator.records.owner import RuleSettings

Grade = Literal["A", "B", "C", "H"]


@dataclass(frozen=True, slots=True)
class Number:
    """One number of etiquette.

    `unit` is an English noun (days, business days, people, words); `source` says who recommends it
    (`house default` for grade H); `note` says where sources disagree.
    """

    name: str
    default: float
    unit: str
    source: str
    grade: Grade
    checked: str = "2026-11-23"
    note: str = ""


HOUSE = "house default"

SHARED_NUMBERS = (
    Number(
        "rhythm_inner",
        30,
        "days",
        "Ferrazzi and Sivers, by serhiienko.se and paulcopcutt.com; computed for 150 people",
        "H",
    ),
    Number(
        "rhythm_close",
        90,
        "days",
        "Ferrazzi and Sivers, by serhiienko.se and paulcopcutt.com; computed for 150 people",
        "H",
    ),
    Number(
        "rhythm_active",
        180,
        "days",
        "Ferrazzi and Sivers, by serhiienko.se and paulcopcutt.com; computed for 150 people",
        "H",
    ),
    Number(
        "rhythm_wider",
        365,
        "days",
        "Ferrazzi and Sivers, by serhiienko.se and paulcopcutt.com; computed for 150 people",
        "H",
    ),
    Number("new_per_week", 1, "people", HOUSE, "H", note="no source gives a target"),
    Number("touches_per_week", 6, "people", "sum of the rhythms for 150 people: 5.6 a week", "H"),
    Number(
        "business_day_limit",
        2,
        "business days",
        "climbtheladder.com, hithaonthego.com: 24 to 48 hours",
        "C",
        note="counted in business days, so that nobody writes on a holiday: house default",
    ),
    Number("calendar_day_limit", 7, "days", "climbtheladder.com, hithaonthego.com: never over a week", "C"),
    Number("spread_weeks", 6, "weeks", HOUSE, "H", note="how far ahead a full week is laid out"),
    Number("words_per_minute", 150, "words a minute", "secretaria.es 2019; pugetsound.edu", "B"),
    Number("horizon", 21, "days", HOUSE, "H", note="how far ahead the follow-ups look"),
    Number("earlier_editions", 12, "weeks", HOUSE, "H", note="how many weeks back the earlier editions go"),
    Number("past_weeks", 52, "weeks", HOUSE, "H", note="how many weeks back the pages of past weeks go"),
    Number("travel_margin", 20, "minutes", HOUSE, "H"),
    Number("stay", 90, "minutes", HOUSE, "H",
           note="that introverts set themselves a limit is taught (introvertinbusiness.co.uk, C), how long is not"),
    Number("stay_conference", 240, "minutes", HOUSE, "H", note="the same for a conference or a fair"),
)
"""Numbers that more than one rule or page uses; a rule's own stand in its module."""

RHYTHMS = ("rhythm_inner", "rhythm_close", "rhythm_active", "rhythm_wider")
"""The shared numbers of the rhythm with people who have none of their own."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers one rule sees: its own and the shared ones, with the user's changes applied.

    `workdays` counts days as the owner's region does; see workdays.py.
    """

    numbers: Mapping[str, float]
    workdays: Workdays
    severity: Severity = "warning"

    def __hash__(self) -> int:
        return hash((*self.numbers.items(), self.workdays, self.severity))

    def __getitem__(self, name: str) -> float:
        return self.numbers[name]

    def days(self, name: str) -> int:
        """One number as whole days."""
        return int(self.numbers[name])

    def rhythm(self, contact: Contact) -> int | None:
        """Days between two talks with somebody: their own, or by closeness; None where there is none."""
        if contact.every:
            return contact.every
        if contact.closeness in (None, "dormant"):
            return None
        return int(self.numbers[f"rhythm_{contact.closeness}"])


def resolve(declared: Iterable[Number], *changes: Mapping[str, float]) -> dict[str, float]:
    """The declared defaults, each replaced by the last change that names it."""
    numbers = {n.name: float(n.default) for n in declared}
    for change in changes:
        numbers.update({k: v for k, v in change.items() if k in numbers})
    return numbers


def numbers_of(network: Network, rule: str, declared: Iterable[Number]) -> Mapping[str, float]:
    """Numbers that a rule declares, as the user set them for all rules or for this one alone."""
    own = network.coach.rules.get(rule, RuleSettings()).numbers
    return resolve(declared, *({k: float(v) for k, v in n.items()} for n in (network.coach.numbers, own)))

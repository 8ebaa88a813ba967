"""Rulebook: the rules there are, found by reading the folder they live in."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import ModuleType
from typing import Protocol, cast

from generator.coach import rules
from generator.coach.finding import Finding, Severity
from generator.coach.settings import SHARED_NUMBERS, Number, Settings
from generator.records.network import Network

MISTAKES = ("too_late", "only_in_need", "unprepared", "manners", "no_follow_up")
"""The folders of the five mistakes, in the order in which they are counted."""


class Check(Protocol):
    """The one signature of every rule."""

    def __call__(self, network: Network, day: date, settings: Settings) -> Iterator[Finding]:
        """What the rule finds in a network on one day."""
        ...


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name in kebab-case, its mistake (1 to 5), its manual and what it declares.

    `numbers` are its own, `shared` those it has in common with other rules. `guard` is true for a rule that also
    speaks about people who are paused or not to be contacted, `each` for one that looks at one person at a time:
    what it finds about somebody depends on no other person's record.
    """

    name: str
    mistake: int
    manual: str
    severity: Severity
    grade: str
    numbers: tuple[Number, ...]
    check: Check
    guard: bool = False
    each: bool = False
    shared: tuple[Number, ...] = ()


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by name, in the order of the mistakes and then of the names."""
    found = {}
    for number, folder in enumerate(MISTAKES, 1):
        package = importlib.import_module(f"{rules.__name__}.{folder}")
        for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
            rule = _rule(number, importlib.import_module(f"{package.__name__}.{module}"))
            found[rule.name] = rule
    return found


def _rule(mistake: int, module: ModuleType) -> Rule:
    return Rule(
        name=module.__name__.rpartition(".")[2].replace("_", "-"),
        mistake=mistake,
        manual=(module.__doc__ or "").strip(),
        severity=module.SEVERITY,
        grade=module.GRADE,
        numbers=tuple(getattr(module, "NUMBERS", ())),
        check=cast(Check, module.check),
        guard=getattr(module, "GUARD", False),
        each=getattr(module, "EACH", False),
        shared=tuple(n for n in SHARED_NUMBERS if n.name in getattr(module, "USES", ())),
    )

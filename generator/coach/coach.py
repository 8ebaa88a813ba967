"""The coach: asks every rule, silences what is to be silent, and puts the rest in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from generator.coach.asking import Answers, ask, settings_of
from generator.coach.finding import Advice, Finding
from generator.coach.rulebook import Rule, all_rules
from generator.coach.settings import Settings
from generator.records.contact import Contact
from generator.records.network import Network


@dataclass(frozen=True)
class Coaching:
    """What the coach has to say on one day.

    `open` are the findings whose rules fired, `planned` those whose day is still to come within the
    horizon, `ignored` those an `ignore` silences, `resting` those about keeping in touch with somebody who is
    to be left in peace for now; each in the coach's order. `answers` can be lent to the next time the coach is asked.
    """

    day: date
    open: tuple[Advice, ...]
    planned: tuple[Advice, ...]
    ignored: tuple[Advice, ...]
    resting: tuple[Advice, ...] = ()
    answers: Answers | None = field(default=None, repr=False, compare=False)

    def about(self, subject_id: str) -> tuple[Advice, ...]:
        """What is open or planned about one contact or event."""
        return tuple(self._by_subject.get(subject_id, ()))

    @cached_property
    def _by_subject(self) -> Mapping[str, Sequence[Advice]]:
        found: dict[str, list[Advice]] = {}
        for advice in (*self.open, *self.planned):
            if advice.finding.subject:
                found.setdefault(advice.finding.subject.id, []).append(advice)
        return found


def shared_settings(network: Network) -> Settings:
    """The numbers that belong to no rule, as the user set them."""
    return settings_of(network, ())


def advise(
    network: Network, day: date, rules: Mapping[str, Rule] | None = None, *, horizon: int | None = None,
    before: Answers | None = None,
) -> Coaching:
    """Everything the rules find in a network on one day; without `rules`, by all there are.

    `horizon` is how many days ahead planned findings are kept, instead of the setting of that name. `before` lends what
    still holds of the answers of another time.
    """
    ordered, answers = ask(network, day, all_rules() if rules is None else rules, before)
    last = day + timedelta(days=shared_settings(network).days("horizon") if horizon is None else horizon)
    heard = [a for a in ordered if a.ignored is None]
    rests = _rests(heard)
    speaking = [a for a in heard if not _is_hushed(a.finding, rests)]
    return Coaching(
        day,
        tuple(a for a in speaking if not a.finding.planned),
        tuple(a for a in speaking if a.finding.planned and (a.finding.due or day) <= last),
        tuple(a for a in ordered if a.ignored is not None and not a.finding.planned),
        tuple(a for a in heard if not a.finding.planned and _is_hushed(a.finding, rests)),
        answers,
    )


def _rests(said: Iterable[Advice]) -> Mapping[str, date]:
    """Who is to be left in peace, and until when."""
    ends: dict[str, date] = {}
    for finding in (a.finding for a in said):
        if finding.rests and not finding.planned and isinstance(finding.subject, Contact):
            end = finding.due or date.max
            ends[finding.subject.id] = max(end, ends.get(finding.subject.id, end))
    return ends


def _is_hushed(finding: Finding, rests: Mapping[str, date]) -> bool:
    """Whether it is silent while somebody rests: what means keeping in touch, unless its day is after the rest."""
    if finding.rests or finding.action != "keep" or not isinstance(finding.subject, Contact):
        return False
    end = rests.get(finding.subject.id)
    return end is not None and not (finding.planned and finding.due is not None and finding.due >= end)

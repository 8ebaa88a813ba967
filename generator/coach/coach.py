"""The coach: asks every rule, silences what is to be silent, and puts the rest in order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from generator.coach.finding import SEVERITIES, Advice, Finding
from generator.coach.rulebook import Rule, all_rules
from generator.coach.settings import SHARED_NUMBERS, Number, Settings, resolve
from generator.coach.workdays import Workdays
from generator.records.contact import Contact
from generator.records.network import Network
from generator.records.owner import RuleSettings


@dataclass(frozen=True)
class Coaching:
    """What the coach has to say on one day.

    `open` are the findings whose rules fired, `planned` those whose day is still to come within the
    horizon, `ignored` those an `ignore` silences, `resting` those about keeping in touch with somebody who is
    to be left in peace for now; each in the coach's order.
    """

    day: date
    open: tuple[Advice, ...]
    planned: tuple[Advice, ...]
    ignored: tuple[Advice, ...]
    resting: tuple[Advice, ...] = ()

    def about(self, subject_id: str) -> tuple[Advice, ...]:
        """What is open or planned about one contact or event."""
        return self._by_subject.get(subject_id, ())

    @cached_property
    def _by_subject(self) -> Mapping[str, tuple[Advice, ...]]:
        found: dict[str, tuple[Advice, ...]] = {}
        for advice in (*self.open, *self.planned):
            if advice.finding.subject:
                subject_id = advice.finding.subject.id
                found[subject_id] = (*found.get(subject_id, ()), advice)
        return found


def shared_settings(network: Network) -> Settings:
    """The numbers that belong to no rule, as the user set them."""
    return _settings(network, ())


def advise(
    network: Network, day: date, rules: Mapping[str, Rule] | None = None, *, horizon: int | None = None
) -> Coaching:
    """Everything the rules find in a network on one day; without `rules`, by all there are.

    `horizon` is how many days ahead planned findings are kept, instead of the setting of that name.
    """
    by_id: dict[str, Advice] = {}
    for rule in (all_rules() if rules is None else rules).values():
        changed = network.coach.rules.get(rule.name, RuleSettings())
        if changed.off:
            continue
        settings = _settings(network, rule.numbers, {k: float(v) for k, v in changed.numbers.items()})
        for finding in rule.check(network, day, settings):
            if rule.guard or not _silent(finding.subject, day):
                advice = _advice(rule, finding, changed, network, day)
                by_id[advice.id] = advice
    last = day + timedelta(days=shared_settings(network).days("horizon") if horizon is None else horizon)
    ordered = sorted(by_id.values(), key=_order)
    heard = [a for a in ordered if a.ignored is None]
    rests = _rests(heard)
    speaking = [a for a in heard if not _is_hushed(a.finding, rests)]
    return Coaching(
        day,
        tuple(a for a in speaking if not a.finding.planned),
        tuple(a for a in speaking if a.finding.planned and (a.finding.due or day) <= last),
        tuple(a for a in ordered if a.ignored is not None and not a.finding.planned),
        tuple(a for a in heard if not a.finding.planned and _is_hushed(a.finding, rests)),
    )


def _settings(network: Network, own: Sequence[Number], *changes: Mapping[str, float]) -> Settings:
    goals = {k: float(v) for k, v in network.me.goals if isinstance(v, int)}
    user = {k: float(v) for k, v in network.coach.numbers.items()}
    numbers = resolve((*SHARED_NUMBERS, *own), user, goals, *changes)
    return Settings(numbers, Workdays(network.me.region, network.coach.holidays))


def _silent(subject: object, day: date) -> bool:
    if not isinstance(subject, Contact) or subject.status == "active":
        return False
    return not (subject.status == "paused" and subject.until and subject.until < day)


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


def _advice(rule: Rule, finding: Finding, changed: RuleSettings, network: Network, day: date) -> Advice:
    subject = finding.subject
    owner = subject.id if subject else "me"
    key = hashlib.sha256(finding.key.encode()).hexdigest()[:6] if finding.key else ""
    ignores = subject.ignore if subject else network.me.ignore
    return Advice(
        id="-".join(filter(None, [rule.name, owner, key])),
        rule=rule.name,
        severity=changed.severity or finding.severity or rule.severity,
        finding=finding,
        ignored=next((i.reason for i in ignores if i.rule == rule.name and i.until >= day), None),
    )


def _order(advice: Advice) -> tuple[object, ...]:
    finding = advice.finding
    subject = finding.subject
    name = (subject.name.display if isinstance(subject, Contact) else subject.title) if subject else ""
    return (
        finding.planned,
        SEVERITIES.index(advice.severity),
        -finding.over,
        finding.due or date.max,
        name.casefold(),
        advice.id,
    )

"""Asking: every rule is asked what it finds, and each finding becomes an advice with its place in the coach's order.

Most rules look at one person at a time. While somebody edits their files, these are asked again only about the people
whose records are others now; what they said of the rest still holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from generator.coach.finding import SEVERITIES, Advice, Finding
from generator.coach.one_by_one import lend
from generator.coach.rulebook import Rule
from generator.coach.settings import SHARED_NUMBERS, Number, Settings, resolve
from generator.coach.workdays import Workdays
from generator.records.contact import Contact
from generator.records.network import Network
from generator.records.owner import RuleSettings

Placed = tuple[tuple[object, ...], Advice]
"""An advice behind what it is ordered by."""

_PLACE = itemgetter(0)


@dataclass(frozen=True, eq=False, slots=True)
class Answers:
    """What the rules that look at one person at a time said of everybody, in order, and of which network and day."""

    network: Network
    day: date
    rules: Mapping[str, Rule]
    placed: Sequence[Placed]

    def holds(self, network: Network, day: date, rules: Mapping[str, Rule]) -> bool:
        """Whether it still says of everybody with the same record what those rules would say of this network."""
        then = self.network
        return (
            self.day == day and self.rules is rules and then.me is network.me and then.coach is network.coach
            and _same(then.events, network.events) and _same(then.organisations, network.organisations)
        )

    def others(self, network: Network) -> tuple[Sequence[Placed], dict[str, Contact]]:
        """What was said of those whose records are the same, and the people of whom nothing is known yet."""
        then = self.network.contacts
        new = {who: contact for who, contact in network.contacts.items() if then.get(who) is not contact}
        gone = then.keys() - network.contacts.keys() | new.keys()
        left = (p for p in self.placed if (about := p[1].finding.subject) is None or about.id not in gone)
        return list(left) if gone else self.placed, new


def ask(
    network: Network, day: date, rules: Mapping[str, Rule], before: Answers | None = None
) -> tuple[list[Advice], Answers]:
    """Everything the rules find, silenced or not, in the coach's order; and what to lend to the next time.

    `before` are the answers of another time, which change nothing but the work.
    """
    each = {name: rule for name, rule in rules.items() if rule.each}
    if before and before.holds(network, day, rules):
        lend(before.network, network)
        old, new = before.others(network)
        fresh = _placed(each.values(), replace(network, contacts=new), day) if new else []
        placed = sorted([*old, *fresh], key=_PLACE) if fresh else old
    else:
        placed = sorted(_placed(each.values(), network, day), key=_PLACE)
    whole = _placed([rule for name, rule in rules.items() if name not in each], network, day)
    ordered = [advice for _, advice in sorted([*placed, *whole], key=_PLACE)]
    return ordered, Answers(network, day, rules, placed)


def settings_of(network: Network, own: Sequence[Number], *changes: Mapping[str, float]) -> Settings:
    """The shared numbers and a rule's own, as the user set them."""
    goals = {k: float(v) for k, v in network.me.goals if isinstance(v, int)}
    user = {k: float(v) for k, v in network.coach.numbers.items()}
    numbers = resolve((*SHARED_NUMBERS, *own), user, goals, *changes)
    return Settings(numbers, Workdays(network.me.region, network.coach.holidays))


def _placed(rules: Iterable[Rule], network: Network, day: date) -> list[Placed]:
    found = {advice.id: advice for rule in rules for advice in _said(rule, network, day)}
    return [(_order(advice), advice) for advice in found.values()]


def _said(rule: Rule, network: Network, day: date) -> Iterator[Advice]:
    changed = network.coach.rules.get(rule.name, RuleSettings())
    if changed.off:
        return
    settings = settings_of(network, rule.numbers, {k: float(v) for k, v in changed.numbers.items()})
    for finding in rule.check(network, day, settings):
        if rule.guard or not _silent(finding.subject, day):
            yield _advice(rule, finding, changed, network, day)


def _silent(subject: object, day: date) -> bool:
    if not isinstance(subject, Contact) or subject.status == "active":
        return False
    return not (subject.status == "paused" and subject.until and subject.until < day)


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


def _same(then: Mapping[str, object], now: Mapping[str, object]) -> bool:
    """Whether two shelves hold the very same records."""
    return len(then) == len(now) and all(a is b for a, b in zip(then.values(), now.values(), strict=True))

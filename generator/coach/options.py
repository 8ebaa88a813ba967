"""Options: whether what the user set of the coach names rules and numbers that exist, and synonyms have words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.coach.etiquette import KINDS
from generator.coach.rulebook import all_rules
from generator.coach.settings import SHARED_NUMBERS, Number
from generator.coach.terms import form
from generator.records.contact import Ignore
from generator.records.network import Network
from generator.records.owner import CoachFile
from generator.records.places import Place
from generator.records.problems import Problem, near_miss
from generator.records.reading import Reading


def option_problems(reading: Reading) -> Reading:
    """The reading with a problem for every rule, number and checklist it names that does not exist."""
    found = [
        problem.within(reading.sheets[problem.place.file].lines) if problem.place.file in reading.sheets else problem
        for problem in _problems(reading.network)
    ]
    return replace(reading, problems=tuple(sorted((*reading.problems, *found), key=lambda p: p.place)))


def _problems(network: Network) -> Iterator[Problem]:
    yield from _of_coach(network.coach)
    ignores = [
        network.me.ignore,
        *(c.ignore for c in network.contacts.values()),
        *(e.ignore for e in network.events.values()),
    ]
    for group in ignores:
        yield from _of_ignores(group)
    for event in network.events.values():
        for kind in event.checklists:
            if kind not in KINDS:
                yield _unknown("unknown-checklist", event.origin.at("checklists"), kind, KINDS)


def _of_coach(coach: CoachFile) -> Iterator[Problem]:
    yield from _of_numbers(coach.numbers, coach.origin.at("numbers"), SHARED_NUMBERS)
    rules = all_rules()
    for name, changed in coach.rules.items():
        if name not in rules:
            yield _unknown("unknown-rule", coach.origin.at("rules"), name, rules)
        else:
            yield from _of_numbers(changed.numbers, changed.origin.at("numbers"), rules[name].numbers)
    yield from _of_synonyms(coach)


def _of_synonyms(coach: CoachFile) -> Iterator[Problem]:
    """Groups that say nothing; a word in two groups is fine, it makes them one."""
    place = coach.origin.at("synonyms")
    for group in coach.synonyms:
        wordless = [way for way in group if not form(way)]
        for way in wordless:
            yield Problem(place, "wordless-synonym", {"value": way}, len(way))
        if not wordless and len({form(way) for way in group}) < 2:  # noqa: PLR2004  # two make a group
            value = next(iter(group), "")
            yield Problem(place, "lone-synonym", {"value": value}, len(value or "synonyms"))


def _of_numbers(numbers: Iterable[str], place: Place, declared: Iterable[Number]) -> Iterator[Problem]:
    known = [n.name for n in declared]
    for name in numbers:
        if name not in known:
            yield _unknown("unknown-number", place, name, known)


def _of_ignores(ignores: Iterable[Ignore]) -> Iterator[Problem]:
    rules = all_rules()
    for ignore in ignores:
        if ignore.rule not in rules:
            yield _unknown("unknown-rule", ignore.origin.at("rule"), ignore.rule, rules)


def _unknown(code: str, place: Place, value: str, known: Iterable[str]) -> Problem:
    names = list(known)
    facts = {
        "value": value,
        "known": ", ".join(names),
        "near": near_miss(value.replace("_", "-"), names) or near_miss(value, names),
    }
    return Problem(place, code, facts, len(value))

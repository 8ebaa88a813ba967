"""Asking the rules again after an edit: what is lent from before changes nothing of what is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.coach.asking import Answers, settings_of
from generator.coach.coach import Coaching, advise
from generator.coach.finding import Finding
from generator.coach.rulebook import Rule, all_rules
from generator.coach.settings import Settings
from generator.records.network import Network
from generator.records.owner import RuleSettings
from generator.records.reading import read_folder
from tests.networks import read_case

DAY = date(2026, 11, 23)
SAMPLE = Path(__file__).parents[2] / "data"
FIXTURES = sorted(Path(__file__).with_name("rules").glob("*.yml"))
EACH = [rule for rule in all_rules().values() if rule.each]


@cache
def sample() -> Network:
    return read_folder(SAMPLE, today=lambda _: DAY).network


@cache
def networks() -> tuple[tuple[Network, date], ...]:
    cases = [read_case(path.read_text(encoding="utf-8"), path.name) for path in FIXTURES]
    return ((sample(), DAY), *((case.network, case.day) for case in cases))


@pytest.mark.parametrize("rule", EACH, ids=lambda rule: rule.name)
def test_a_rule_that_looks_at_one_person_at_a_time_says_the_same_of_somebody_among_others_and_alone(rule: Rule) -> None:
    seen = 0
    for network, day in networks():
        numbers = settings_of(network, rule.numbers)
        alone = [
            finding for who, contact in network.contacts.items()
            for finding in rule.check(replace(network, contacts={who: contact}), day, numbers)
        ]
        assert list(rule.check(network, day, numbers)) == alone
        seen += len(alone)
    assert seen, "there is somebody to speak of"


def test_most_of_what_the_coach_says_of_people_is_asked_of_one_at_a_time() -> None:
    assert {"gone-quiet", "missing-thanks", "promise-due"} < {rule.name for rule in EACH}
    assert not {"loop-left-open", "only-taking", "offer-meets-need"} & {rule.name for rule in EACH}


CHANGES: dict[str, dict[str, Any]] = {
    "no favours": {"favours": ()}, "no promises": {"promises": ()}, "no log": {"log": ()}, "not met": {"met": None},
    "paused": {"status": "paused"}, "not to be contacted": {"status": "do_not_contact"}, "no employer": {"org": None},
    "dormant": {"closeness": "dormant"}, "no silence": {"ignore": ()}, "no next": {"next": None},
    "no introductions": {"introductions": ()},
}


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, Any, Any]]:
    people, events = sorted(sample().contacts), sorted(sample().events)
    one = st.one_of(
        st.tuples(st.just("change"), st.sampled_from(people), st.sampled_from(sorted(CHANGES))),
        st.tuples(st.just("swap"), st.sampled_from(people), st.sampled_from(people)),
        st.tuples(st.just("remove"), st.sampled_from(people), st.none()),
        st.tuples(st.just("add"), st.sampled_from(people), st.sampled_from(["aa", "zz"])),
        st.tuples(st.just("no event"), st.sampled_from(events), st.none()),
        st.tuples(st.just("later event"), st.sampled_from(events), st.sampled_from(events)),
        st.tuples(st.just("rule off"), st.sampled_from(sorted(all_rules())), st.none()),
        st.tuples(st.just("no organisations"), st.none(), st.none()),
        st.tuples(st.just("another region"), st.none(), st.none()),
        st.tuples(st.just("nothing"), st.none(), st.none()),
        st.tuples(st.just("day"), st.integers(-3, 40), st.none()),
    )
    return draw(st.lists(one, min_size=1, max_size=6))


def edited(network: Network, what: str, one: Any, other: Any) -> Network:
    people, events = dict(network.contacts), dict(network.events)
    match what:
        case "change" if one in people:
            people[one] = people[one].model_copy(update=CHANGES[other])
        case "swap" if one in people and other in people:
            people[one] = people[one].model_copy(update={"favours": people[other].favours, "log": people[other].log})
        case "remove":
            people.pop(one, None)
        case "add" if one in people:
            people[f"{other}-{one}"] = people[one].model_copy(update={"id": f"{other}-{one}"})
        case "no event":
            events.pop(one, None)
        case "later event" if one in events and other in events:
            events[one] = events[one].model_copy(update={"date": events[other].date})
        case "rule off":
            rules = {**network.coach.rules, one: RuleSettings(off=True)}
            return replace(network, coach=network.coach.model_copy(update={"rules": rules}))
        case "no organisations":
            return replace(network, organisations={})
        case "another region":
            return replace(network, me=network.me.model_copy(update={"region": None}))
    return replace(network, contacts=dict(sorted(people.items())), events=dict(sorted(events.items())))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(edits())
def test_what_was_said_before_an_edit_changes_nothing_after_it(series: list[tuple[str, Any, Any]]) -> None:
    network, day = sample(), DAY
    answers: Answers | None = advise(network, day).answers
    for what, one, other in series:
        if what == "day":
            day = DAY + timedelta(days=one)
        else:
            network = edited(network, what, one, other)
        lent = advise(network, day, horizon=1000, before=answers)
        assert said(lent) == said(advise(replace(network), day, horizon=1000))
        answers = lent.answers


def test_what_is_found_out_one_by_one_depends_on_nobody_else_s_record() -> None:
    asked = set()
    for network, day in networks():
        fresh = replace(network)
        advise(fresh, day)
        for (find, *given_), found in fresh.known.items():
            asked.add(find)
            for who, (contact, told) in found.items():
                assert told == find(replace(network, contacts={who: contact}), contact, *given_), (find, who)
    assert len(asked) >= 8


def said(coaching: Coaching) -> tuple[object, ...]:
    return coaching.open, coaching.planned, coaching.ignored, coaching.resting


def test_only_the_edited_person_is_asked_about_again() -> None:
    asked: list[list[str]] = []
    rule = all_rules()["promise-due"]

    def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
        asked.append(list(network.contacts))
        return rule.check(network, day, settings)

    rules = {rule.name: replace(rule, check=check)}
    first = advise(sample(), DAY, rules)
    who = next(iter(sample().contacts))
    later = advise(edited(sample(), "change", who, "no promises"), DAY, rules, before=first.answers)
    advise(edited(sample(), "change", who, "no promises"), DAY, rules, before=later.answers)
    assert asked == [list(sample().contacts), [who], [who]]

"""Every rule on odd versions of the very networks it fires on: it never fails, and says nothing silly."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.coach.coach import advise
from generator.coach.rulebook import all_rules
from generator.edition.ground import sources_in
from generator.pages.rendering import Desk
from generator.records.moments import EventEnd, Moment, PartialDate
from generator.records.network import Network
from generator.records.reading import NOBODY, Reading
from generator.records.record import ID_KEY, ORIGIN_KEY, Record
from generator.words.catalogue import LANGUAGES
from tests.editions import ground
from tests.networks import Case, read_case

FIXTURES = sorted((Path(__file__).with_name("rules")).glob("*.yml"))
FULL_DAYS_ONLY = re.compile(r"\b(day|until|birthday|holidays|ignore)\b")
DAY_IN_TEXT = re.compile(r"\b(20\d\d)-(\d\d)-\d\d(?: \d{1,2}:\d\d)?")
SILLY = re.compile(r"\{\w*\}|\bNone\b|\bnull\b|  |\b1 (?:personas|people|days|días|weeks|semanas)\b")

Odd = Callable[[str, Case], Case]


def of_text(change: Callable[[str], str]) -> Odd:
    return lambda text, case: replace(read_case("\n".join(change(line) for line in text.split("\n"))), day=case.day)


def of_people(**changed: Any) -> Odd:
    def odd(_text: str, case: Case) -> Case:
        contacts = {i: c.model_copy(update=changed) for i, c in case.network.contacts.items()}
        return replace(case, network=remade(case.network, contacts=contacts))

    return odd


def remade(network: Network, **changed: Any) -> Network:
    held = {name: getattr(network, name) for name in ("me", "contacts", "events", "organisations", "posts", "coach")}
    return Network(**{**held, **changed})


def in_months(line: str) -> str:
    return line if FULL_DAYS_ONLY.search(line) else DAY_IN_TEXT.sub(r"\1-\2", line)


def in_later_years(line: str) -> str:
    return line if line.startswith("day:") else re.sub(r"\b(20\d\d)-(?=\d\d)", lambda m: f"{int(m[1]) + 3}-", line)


def undated(value: Any) -> Any:
    """A record without the dates that nobody has to write, in whatever is inside it too."""
    if isinstance(value, tuple):
        return tuple(undated(v) for v in value)
    if not isinstance(value, Record):
        return value
    kept: dict[str, Any] = {}
    for name, field in type(value).model_fields.items():
        here = getattr(value, name)
        is_date = isinstance(here, (PartialDate, Moment, EventEnd, date, datetime))
        kept[name] = None if is_date and not field.is_required() else undated(here)
    return value.model_copy(update=kept)


def without_dates(_text: str, case: Case) -> Case:
    network = case.network
    return replace(case, network=remade(
        network, me=undated(network.me), contacts={i: undated(c) for i, c in network.contacts.items()},
        events={i: undated(e) for i, e in network.events.items()}, posts=undated(network.posts),
    ))


def with_only_names(_text: str, case: Case) -> Case:
    contacts = {
        i: type(c).model_validate({ID_KEY: i, ORIGIN_KEY: c.origin, "name": c.name})
        for i, c in case.network.contacts.items()
    }
    return replace(case, network=remade(case.network, contacts=contacts))


def alone(_text: str, case: Case) -> Case:
    """Nobody in the network, while the events still name them."""
    return replace(case, network=remade(case.network, contacts={}))


ODD: dict[str, Odd] = {
    "as it is": lambda _text, case: case,
    "in months": of_text(in_months),
    "in later years": of_text(in_later_years),
    "without dates": without_dates,
    "paused": of_people(status="paused", until=None),
    "not to be contacted": of_people(status="do_not_contact"),
    "deceased": of_people(status="deceased"),
    "only names": with_only_names,
    "nobody": alone,
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda p: p.stem)
def test_a_rule_copes_with_odd_data_and_speaks_in_whole_sentences(fixture: Path, odd: str) -> None:
    text = fixture.read_text(encoding="utf-8")
    case = ODD[odd](text, read_case(text))
    rule = all_rules()[fixture.stem.partition("--")[0]]
    coaching = advise(case.network, case.day, {rule.name: rule}, horizon=1_000)
    said = (*coaching.open, *coaching.planned)
    assert said or odd != "as it is" or not case.expected, "the fixture is seen"
    for advice in said if odd in ("paused", "not to be contacted", "deceased") else ():
        assert rule.guard or advice.finding.subject is None or advice.finding.subject.id not in case.network.contacts
    around = ground(Reading(case.network), day=case.day)
    for language in LANGUAGES:
        desk = Desk(sources_in(around, language), "follow-ups/")
        for advice in said:
            for sentence in (desk.do_plain(advice), desk.why_plain(advice)):
                assert sentence.strip()
                assert not SILLY.search(sentence), sentence


@pytest.mark.parametrize("rule", all_rules())
def test_a_rule_finds_nothing_about_people_or_events_where_there_are_none(rule: str) -> None:
    coaching = advise(Network(NOBODY), date(2026, 11, 23), {rule: all_rules()[rule]}, horizon=1_000)
    assert [a for a in (*coaching.open, *coaching.planned) if a.finding.subject] == []

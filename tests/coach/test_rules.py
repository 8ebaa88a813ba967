"""Every rule finds exactly what its fixture says: no line less, no line more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.coach.coach import advise, shared_settings
from generator.coach.rulebook import Rule, all_rules
from generator.coach.settings import RHYTHMS, Settings
from tests.networks import Case, read_case

ROOT = Path(__file__).parents[2]
FIXTURES = Path(__file__).with_name("rules")
EXAMPLE = re.compile(r"^```yaml\n(day:.*?)^```", re.MULTILINE | re.DOTALL)


def found_in(case: Case, rule: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    coaching = advise(case.network, case.day, {rule: all_rules()[rule]}, horizon=100_000)
    fired = sorted((a.finding.place.line, a.rule) for a in coaching.open)
    planned = sorted((a.finding.place.line, a.rule) for a in coaching.planned)
    return fired, planned


def fixtures_of(rule: str) -> list[Path]:
    """`<rule>.yml`, and further networks as `<rule>--<case>.yml` where one cannot hold every case."""
    return [FIXTURES / f"{rule}.yml", *sorted(FIXTURES.glob(f"{rule}--*.yml"))]


@pytest.mark.parametrize("fixture", [pytest.param(p, id=p.stem) for rule in all_rules() for p in fixtures_of(rule)])
def test_the_rule_finds_exactly_the_marked_lines_of_its_fixture(fixture: Path) -> None:
    rule = fixture.stem.partition("--")[0]
    case = read_case(fixture.read_text(encoding="utf-8"), fixture.name)
    assert case.expected or fixture.stem != rule, "a rule's first fixture shows what it finds"
    assert found_in(case, rule) == (sorted(case.expected), sorted(case.planned))


def test_every_fixture_belongs_to_a_rule() -> None:
    names = {p.stem.partition("--")[0] for p in FIXTURES.glob("*.yml")}
    assert names == set(all_rules())


class Asked(dict[str, float]):
    """Numbers that remember which of them were asked for."""

    def __init__(self, numbers: Mapping[str, float]) -> None:
        super().__init__(numbers)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> float:
        self.names.add(name)
        return super().__getitem__(name)


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda r: r.name)
def test_a_rule_declares_the_shared_numbers_it_uses_and_no_others(rule: Rule) -> None:
    asked: set[str] = set()
    for path in fixtures_of(rule.name):
        case = read_case(path.read_text(encoding="utf-8"), path.name)
        settings = shared_settings(case.network)
        own = {n.name: n.default for n in rule.numbers}
        numbers = Asked({**settings.numbers, **own})
        list(rule.check(case.network, case.day, Settings(numbers, settings.workdays)))
        asked |= numbers.names - set(own)
    # Whether somebody has a rhythm at all is no number; a fixture need not have somebody of each closeness.
    assert asked - set(RHYTHMS) == {n.name for n in rule.shared} - set(RHYTHMS)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("rule", all_rules())
def test_the_example_on_the_rules_page_is_true(rule: str, language: str) -> None:
    page = (ROOT / "content" / language / "rules" / f"{rule}.md").read_text(encoding="utf-8")
    examples = EXAMPLE.findall(page)
    assert len(examples) == 1, "a rule's page has one example that begins with its day"
    case = read_case(examples[0], f"{rule}.md")
    assert case.expected
    assert found_in(case, rule) == (sorted(case.expected), sorted(case.planned))


@pytest.mark.parametrize("rule", all_rules())
def test_an_ignored_finding_stays_countable(rule: str) -> None:
    cases = [read_case(p.read_text(encoding="utf-8"), p.name) for p in fixtures_of(rule)]
    ignored = [a for c in cases for a in advise(c.network, c.day, {rule: all_rules()[rule]}).ignored]
    assert ignored, "one of the rule's fixtures silences a finding"
    assert all(a.ignored for a in ignored)

"""The line a finding proposes for the inbox settles it: written down, the finding is gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.coach.coach import advise
from generator.coach.rulebook import all_rules
from generator.records.filing import file_lines
from generator.records.inbox import read_inbox
from tests.networks import read_case

FIXTURES = Path(__file__).with_name("rules")
SETTLED_BY_A_LINE = ("loop-left-open", "missing-thanks", "no-first-follow-up", "promise-due", "thanks-too-small")


@pytest.mark.parametrize("rule", SETTLED_BY_A_LINE)
def test_the_line_settles_what_the_rule_found(rule: str) -> None:
    case = read_case((FIXTURES / f"{rule}.yml").read_text(encoding="utf-8"))
    rules = {rule: all_rules()[rule]}
    found = advise(case.network, case.day, rules).open
    assert found
    for advice in found:
        settle = advice.finding.settle
        assert settle, advice.id
        line = f"- {case.day} {settle.who} {settle.kind}: x ({settle.mark})"
        inbox = read_inbox("inbox.yml", line.encode(), case.network.contacts)
        contacts, problems = file_lines(case.network.contacts, inbox.lines)
        network = replace(case.network, contacts=contacts)
        still = {a.id for a in advise(network, case.day, rules).open}
        assert (inbox.problems, problems, advice.id in still) == ((), [], False), line

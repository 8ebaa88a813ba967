"""While somebody rests, what means keeping in touch with them is silent; everything else speaks on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.coach.coach import Coaching, advise, shared_settings
from generator.coach.finding import Action, Finding
from generator.coach.load import touches
from generator.coach.rulebook import Check, Rule, all_rules
from generator.coach.settings import Settings
from generator.records.network import Network
from tests.networks import read_case

MONDAY = date(2026, 11, 23)
END = date(2026, 12, 7)


def rule(name: str, check: Check) -> Rule:
    return Rule(name, 2, "", "warning", "H", (), check)


def finding(
    network: Network, action: Action, due: date | None = None, *, planned: bool = False, rests: bool = False
) -> Finding:
    contact = network.contacts["ana"]
    return Finding(contact, contact.place, action, due=due, planned=planned, rests=rests, waiting=rests, key=str(due))


def said(
    rest: Mapping[str, bool] | None, action: Action, due: date | None = None, *, planned: bool = False
) -> Coaching:
    def resting(network: Network, day: date, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001
        if rest is not None:
            yield finding(network, "keep", END, rests=True, **rest)

    def speaking(network: Network, day: date, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001
        yield finding(network, action, due, planned=planned)

    case = read_case("""\
day: 2026-11-23
contacts: {ana: {name: Ana}}
""")
    rules = {"rests": rule("rests", resting), "speaks": rule("speaks", speaking)}
    return advise(case.network, MONDAY, rules)


def heard(coaching: Coaching) -> list[str]:
    return [a.rule for a in (*coaching.open, *coaching.planned) if a.rule != "rests"]


def test_keeping_in_touch_is_silent_and_stays_countable() -> None:
    coaching = said({}, "keep")
    assert heard(coaching) == []
    assert [a.rule for a in coaching.resting] == ["speaks"]
    assert [a.rule for a in coaching.open] == ["rests"]
    assert "speaks" not in {a.rule for a in coaching.about("ana")}


def test_thanks_promises_and_the_rest_speak_on() -> None:
    actions: tuple[Action, ...] = ("thank", "promise", "first", "introduce", "prepare", "review", "record")
    for action in actions:
        assert heard(said({}, action)) == ["speaks"], action


def test_what_is_planned_for_after_the_rest_is_shown() -> None:
    assert heard(said({}, "keep", date(2026, 12, 4), planned=True)) == []
    assert heard(said({}, "keep", END, planned=True)) == ["speaks"]


def test_a_rest_that_has_not_begun_silences_nothing() -> None:
    assert heard(said({"planned": True}, "keep")) == ["speaks"]
    assert heard(said(None, "keep")) == ["speaks"]


SILENT = """\
day: 2026-11-23
contacts:
  ana:
    name: Ana Ruiz
    closeness: inner
    birthday: 11-25
    next: {{date: 2026-11-30, purpose: ask}}
    favours: [{{date: 2026-11-10, by: me, what: a tip}}]
    promises: [{{what: the list, by: me, due: 2026-11-24}}]
    log:
      - {{date: 2026-07-01, kind: email, reply: no}}
      - {{date: 2026-08-01, kind: email, reply: no}}
      - {{date: 2026-09-20, kind: email, reply: no}}
    ignore: [{ignore}]
"""


def rules_about_ana(ignore: str = "") -> set[str]:
    case = read_case(SILENT.format(ignore=ignore))
    return {a.rule for a in advise(case.network, case.day, all_rules()).about("ana")}


def test_nobody_is_congratulated_or_greeted_in_a_rest_but_a_promise_is_kept() -> None:
    assert {"talking-to-silence", "promise-due"} <= rules_about_ana()
    assert not {"gone-quiet", "birthday-soon", "cold-ask"} & rules_about_ana()


def test_a_rest_that_is_ignored_is_none() -> None:
    ignore = "{rule: talking-to-silence, until: 2026-12-31, reason: no}"
    assert {"gone-quiet", "birthday-soon"} <= rules_about_ana(ignore)


def test_a_week_asks_for_no_hello_to_somebody_who_rests() -> None:
    kept = "\n".join(line for line in SILENT.split("\n") if not line.startswith(("    promises", "    next")))
    case = read_case(kept.format(ignore=""))
    settings = shared_settings(case.network)
    assert touches(case.network, case.day, date(2026, 11, 29), settings) == ()
    (touch,) = touches(case.network, case.day, date(2026, 12, 31), settings)
    assert (touch.due, touch.reason) == (date(2026, 12, 21), "rhythm"), "the first business day after the rest"

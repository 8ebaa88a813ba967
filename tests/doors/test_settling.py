"""What is done, put off, met and reviewed from the command line, as the coach sees it afterwards."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.records.contact import Contact
from generator.records.reading import read_folder
from tests.doors.test_noting import files, run


def person(folder: Path, who: str) -> Contact:
    reading = read_folder(folder)
    assert not reading.problems
    return reading.network.contacts[who]


def due() -> dict[str, Any]:
    return {item["id"]: item for item in json.loads(run("due", "--json").stdout)["follow_ups"]}


def test_any_follow_up_is_done_by_its_id_and_is_gone_or_somebody_elses_turn(mine: Path) -> None:
    before = now = due()
    for wanted in before:
        if wanted not in now:
            continue  # a line written for another one settled it, too
        said = run("done", wanted)
        assert said.exit_code == 0, said.output
        now = due()
        assert now.get(wanted, {"group": "waiting"})["group"] in {"waiting", "later"}, wanted
    assert len(before) > 20
    assert not read_folder(mine).problems


def test_the_one_thing_there_is_to_do_with_somebody_needs_no_more_than_their_name(mine: Path) -> None:
    assert run("done", "samuel").exit_code == 0
    assert [str(p.done) for p in person(mine, "samuel-prieto").promises if p.done] == ["2026-11-23"]


def test_of_several_things_one_is_named_by_some_of_its_words(mine: Path) -> None:
    before = files(mine)
    said = run("done", "tomi")
    assert said.exit_code == 2
    assert "missing-thanks-tomas-quiroga" in said.stderr
    assert files(mine) == before
    assert run("done", "tomi", "thank").exit_code == 0
    assert person(mine, "tomas-quiroga").log[-1].purpose == "thank"


def test_a_promise_is_kept_by_some_of_its_words_and_one_of_theirs_too(mine: Path) -> None:
    assert run("done", "pedro", "accesibilidad", "--on", "ayer").exit_code == 0
    promises = person(mine, "pedro-del-amo").promises
    assert [str(p.done) for p in promises if "accesibilidad" in p.what] == ["2026-11-22"]
    assert run("done", "íñigo", "reportaje", "--theirs").exit_code == 0
    assert [str(p.done) for p in person(mine, "inigo-etxeberria").promises if "reportaje" in p.what] == ["2026-11-23"]


def test_what_leaves_no_line_is_left_to_the_coach_until_well_after_its_day(mine: Path) -> None:
    event = "2026-11-17-webinar-formularios"
    assert run("done", "formularios", "two lines").exit_code == 0
    silence = read_folder(mine).network.events[event].ignore[-1]
    assert (silence.rule, str(silence.until)) == ("unreviewed-event", "2026-12-14")


def test_a_person_put_off_is_paused_and_a_rule_put_off_is_silent(mine: Path) -> None:
    assert run("snooze", "siobhan", "in 2 weeks").exit_code == 0
    paused = person(mine, "siobhan-keane")
    assert (paused.status, str(paused.until)) == ("paused", "2026-12-07")
    assert run("snooze", "ana", "1/12", "--rule", "missing-thanks", "--reason", "de viaje").exit_code == 0
    (silence,) = person(mine, "ana-ruiz").ignore
    assert (silence.rule, str(silence.until), silence.reason) == ("missing-thanks", "2026-12-01", "de viaje")
    assert not [wanted for wanted in due() if wanted.startswith("missing-thanks-ana")]


def test_whom_one_met_gets_a_file_a_line_and_something_to_do(mine: Path) -> None:
    said = run("met", "meetup ux", "Laura Ochando: quiere tienda", "ana: su despacho (promise: la lista by friday)",
               "--json")
    assert said.exit_code == 0, said.output
    told = json.loads(said.stdout)
    laura, ana = person(mine, "laura-ochando"), person(mine, "ana-ruiz")
    assert (laura.log[0].kind, laura.log[0].note, laura.log[0].event) == ("event", "quiere tienda", told["event"])
    assert (ana.promises[-1].what, str(ana.promises[-1].due)) == ("la lista", "2026-11-27")
    assert ana.log[-1].note == "su despacho"
    assert {f["id"] for f in told["follow_ups"]} >= {"no-first-follow-up-laura-ochando"}
    assert {f["id"] for f in told["follow_ups"]} <= set(due())


@pytest.mark.parametrize(("words", "said"), [
    (("met", "meetup ux", "zzz: hola"), "Nobody here is called `zzz`."),
    (("met", "meetup ux", "ana: x", "Ana Ruiz: y"), "Somebody is named twice"),
    (("met", "meetup ux", "ana: x (promise; favour 9)"), "is not one of the marks"),
    (("met", "zzz", "ana: x"), "There is no event `zzz`."),
    (("done", "zzz"), "Nobody here is called `zzz`."),
    (("done", "missing-thanks-ana-riuz"), "Nobody here is called"),
    (("done", "ana", "zzz", "--theirs"), "nothing is open that fits `zzz`"),
    (("review", "meetup ux"), "There is nothing to write down."),
    (("review", "meetup ux", "--talk-share", "2"), "`2` is too large."),
    (("snooze", "ana", "someday"), "`someday` is no day"),
])  # fmt: skip
def test_what_cannot_be_done_leaves_every_file_as_it_was(mine: Path, words: tuple[str, ...], said: str) -> None:
    before = files(mine)
    result = run(*words)
    assert result.exit_code == 2, result.output
    assert said in result.stderr
    assert files(mine) == before


def test_an_event_is_reviewed_in_five_answers(mine: Path) -> None:
    said = run("review", "webinario", "--arrived", "-5", "--met", "ana,Laura Ochando", "--questions", "4",
               "--talk-share", "0,4", "--lesson", "callar antes")
    assert said.exit_code == 0, said.output
    reading = read_folder(mine)
    review = reading.network.events["2026-11-17-webinar-formularios"].review
    assert not reading.problems
    assert review
    assert (review.arrived, review.met, review.questions) == (-5, ("ana-ruiz", "Laura Ochando"), 4)
    assert (str(review.talk_share), review.lesson, str(review.date)) == ("0.4", "callar antes", "2026-11-23")


@pytest.mark.parametrize("words", [
    ("log", "ana", "coffee"), ("done", "samuel"), ("snooze", "ana", "friday"), ("met", "meetup ux", "ana: hola"),
    ("review", "meetup ux", "--lesson", "x"), ("file",), ("add", "person", "Zoé Gil"),
])  # fmt: skip
def test_a_dry_run_says_the_same_and_writes_nothing(mine: Path, words: tuple[str, ...]) -> None:
    before = files(mine)
    dry = run(*words, "--dry-run", "--json")
    assert dry.exit_code == 0, dry.output
    assert files(mine) == before
    assert json.loads(dry.stdout)["written"] is False
    wet = run(*words, "--json")
    assert json.loads(wet.stdout)["files"] == json.loads(dry.stdout)["files"] != []
    assert files(mine) != before


def test_a_reason_that_would_be_written_nowhere_is_refused(mine: Path) -> None:
    before = files(mine)
    said = run("snooze", "ana", "friday", "--reason", "she is on leave")
    assert (said.exit_code, files(mine)) == (2, before)
    assert "--reason belongs to --rule" in said.stderr

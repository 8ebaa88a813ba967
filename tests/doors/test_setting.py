"""The coach's numbers on the command line: all of them, where each comes from, and one of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.coach.rulebook import all_rules
from generator.coach.settings import SHARED_NUMBERS
from generator.records.reading import read_folder
from tests.doors.test_noting import files, run


def listed(*words: str) -> dict[str, dict[str, Any]]:
    said = run("settings", *words, "--json")
    assert said.exit_code == 0, said.output
    return {one["name"]: one for one in json.loads(said.stdout)}


@pytest.mark.usefixtures("mine")
def test_every_number_is_there_with_unit_source_grade_and_where_it_was_set() -> None:
    found = listed()
    own = {f"{rule.name}.{number.name}" for rule in all_rules().values() for number in rule.numbers}
    assert set(found) == own | {number.name for number in SHARED_NUMBERS}
    assert all(one["unit"] and one["source"] and one["grade"] in "ABCH" for one in found.values())
    assert (found["missing-thanks.soft_limit"]["value"], found["missing-thanks.soft_limit"]["place"]) == (
        3, "data/coach.yml:9",
    )
    assert (found["touches_per_week"]["value"], found["touches_per_week"]["place"]) == (5, "data/me.yml:49")
    assert found["rhythm_close"]["place"] == ""
    assert "rhythm_close = 90 days" in run("settings", "rhythm").stdout


@pytest.mark.parametrize(("name", "file"), [
    ("rhythm_close", "coach.yml"), ("missing-thanks.hard_limit", "coach.yml"), ("gone-quiet.rest", "coach.yml"),
    ("touches_per_week", "me.yml"),
])  # fmt: skip
def test_a_number_is_set_where_it_counts_and_nothing_else_changes(mine: Path, name: str, file: str) -> None:
    if name not in listed():
        name = next(one for one in listed() if one.startswith("birthday-soon."))
    before = files(mine)
    assert run("settings", name, "9").exit_code == 0
    assert listed()[name]["value"] == 9
    assert listed()[name]["place"].startswith(f"data/{file}:")
    after = files(mine)
    assert [changed for changed in after if after[changed] != before[changed]] == [file]
    kept = after[file].decode().splitlines()
    assert len([row for row in before[file].decode().splitlines() if row not in kept]) <= 1
    assert not read_folder(mine).problems


def test_the_first_number_of_ones_own_makes_the_file(mine: Path) -> None:
    (mine / "coach.yml").unlink()
    assert run("settings", "rhythm_close", "60").exit_code == 0
    assert (mine / "coach.yml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=schema/coach.schema.json\nnumbers:\n  rhythm_close: 60\n"
    )


@pytest.mark.parametrize(("words", "said"), [
    (("rhythm_clos", "6"), "Did you mean `rhythm_close`?"), (("rhythm_close", "many"), "data/coach.yml:6:17"),
    (("zzz",), "There is no number `zzz`."),
])  # fmt: skip
def test_what_is_no_number_is_refused(mine: Path, words: tuple[str, ...], said: str) -> None:
    before = files(mine)
    result = run("settings", *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert files(mine) == before

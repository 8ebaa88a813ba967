"""What is on record, in the terminal: somebody in ten lines, an event's whole sheet, and where a file is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.doors.command import main
from generator.doors.plain import lines_of
from generator.records.reading import read_folder
from tests.doors.test_noting import run


def test_somebody_is_told_in_ten_lines_and_the_inbox_counts(mine: Path) -> None:
    said = " ".join(run("who", "leila").stdout.split())
    assert "Not thanked yet: la lectura de mi propuesta de charla y el nuevo arranque (21 November)" in said
    assert "To do: " in said
    for who in read_folder(mine).network.contacts:
        told = run("who", who)
        assert told.exit_code == 0
        assert 1 <= len([line for line in told.stdout.splitlines() if not line.startswith("  ")]) <= 10


@pytest.mark.usefixtures("mine")
def test_it_says_when_where_and_through_whom_you_met() -> None:
    said = " ".join(run("who", "ana").stdout.split())
    assert "You met: October 2025, Feria del Libro de Getafe, through Marta Iglesias Cano" in said


@pytest.mark.usefixtures("mine")
def test_a_prep_sheet_names_no_link_and_keeps_how_soon_it_is_apart() -> None:
    said = run("prep", "jornada", "--day", "2026-11-26").stdout
    assert "Prep sheet · Conference · today" in said
    assert "See the promise" not in said


@pytest.mark.usefixtures("mine")
def test_somebody_speaks_to_machines_with_every_key() -> None:
    found = json.loads(run("who", "ana", "--json").stdout)
    assert found["id"] == "ana-ruiz"
    assert found["channels"]["phone"] == "+34 600 000 011"


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize("columns", ["40", "80"])
def test_the_whole_sheet_of_an_event_is_shown_as_wide_as_the_terminal(columns: str) -> None:
    said = CliRunner().invoke(main, ["prep", "jornada"], env={"COLUMNS": columns})
    assert said.exit_code == 0
    lines = said.stdout.splitlines()
    assert all(len(line) <= int(columns) for line in lines if " " in line.strip())
    text = " ".join(" ".join(lines).split())
    for words in ("Jornada Pymes Digitales", "Leave home: 8:05", "Salir con dos conversaciones de verdad",
                  "Pedro del Amo", "¿Qué os está costando más de la tienda nueva?", "Your introduction in 30 seconds",
                  "You could introduce", "Good form", "Afterwards, within 48 hours"):
        assert words in text
    assert "<" not in text


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize(("name", "place"), [
    ("ana", "contacts/ana-ruiz.yml:2"), ("meetup ux", "events/2026-11-19-meetup-ux.yml:2"),
    ("hilo", "organisations/cooperativa-hilo.yml:2"),
])  # fmt: skip
def test_without_a_terminal_open_says_where_the_file_is(name: str, place: str) -> None:
    assert run("open", name).stdout.strip().endswith(place)
    found = json.loads(run("open", name, "--json").stdout)
    assert f"{found['file']}:{found['line']}".endswith(place)


@pytest.mark.parametrize("words", [("who", "zzz"), ("prep", "zzz"), ("open", "zzz")])
@pytest.mark.usefixtures("mine")
def test_what_is_not_there_is_said_in_one_line(words: tuple[str, ...]) -> None:
    said = run(*words)
    assert said.exit_code == 2
    assert said.stderr.count("\n") == 1


def test_a_page_is_told_as_on_paper() -> None:
    html = (
        "<h1>One</h1><svg><title>no</title></svg><p class='tt-noprint'>no</p><dl><div><dt>When</dt><dd>today <span>at "
        "nine</span></dd></div></dl><ul><li><b>Ana</b><p>two &amp; three</p></li><li>four</li></ul><p hidden>no</p>"
    )
    assert list(lines_of(html, 80)) == ["One", "When: today · at nine", "- Ana", "  two & three", "- four"]


@pytest.mark.usefixtures("mine")
def test_today_says_of_what_the_date_has_passed() -> None:
    lines = run("today", "--day", "2026-11-23").stdout.splitlines()
    passed = lines.index("The date has passed")
    assert lines[passed + 1].startswith("  2026-11-1")

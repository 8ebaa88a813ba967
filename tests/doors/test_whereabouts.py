"""A data folder that is not there, or has nothing in it: every command says in a line what to do, or does it."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.doors.command import main

COMMANDS = (
    "check", "today", "due", "log ana coffee", "file", "add person Ana", "add event Fair", "add organisation Olmeda",
    "done ana", "snooze ana friday", "met fair ana:hi", "review fair", "who ana", "prep fair", "open ana", "rename a b",
    "export all.json", "audience public", "forget ana", "settings", "diff HEAD", "schema", "write out",
)


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with nothing in it, and a terminal in English."""
    monkeypatch.chdir(tmp_path)
    for name in ("TERTULIA_DATA", "TERTULIA_DAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERTULIA_LANGUAGE", "en")
    return tmp_path


def run(words: str) -> Result:
    return CliRunner().invoke(main, shlex.split(words))


def test_every_command_that_looks_into_the_data_is_tried_here() -> None:
    context = click.Context(main)
    commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    looks = {
        name for name, command in commands.items()
        if isinstance(command, click.Group) or (command and any(option.name == "data" for option in command.params))
    }
    assert looks - {words.split()[0] for words in COMMANDS} == {"import", "rules"}, "a file first; none needed"


@pytest.mark.parametrize("words", COMMANDS)
def test_without_data_a_line_says_how_to_begin(words: str, nowhere: Path) -> None:
    said = run(words)
    assert said.exit_code == 2
    assert said.stderr == ("tertulia: There is no folder `data`. To begin one: tertulia init "
                           "(if your data is elsewhere: --data or TERTULIA_DATA)\n")
    assert said.stdout == ""
    assert not list(nowhere.iterdir())


def test_who_brings_people_without_data_is_told_the_same(nowhere: Path) -> None:
    (nowhere / "ana.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nEND:VCARD\n", encoding="utf-8")
    assert "To begin one: tertulia init" in run("import ana.vcf").stderr


@pytest.mark.parametrize("make", [
    lambda folder: (folder / "me.yml").write_text("name: Nuria\n", encoding="utf-8"),
    lambda folder: (folder / "contacts").mkdir(),
])
def test_who_stands_in_their_data_is_told_how_to_say_so(make: Callable[[Path], object], nowhere: Path) -> None:
    make(nowhere)
    assert run("add person Ana").stderr == (
        "tertulia: There is no folder `data`, but `.` looks like your data: --data . or TERTULIA_DATA=.\n"
    )
    assert run("add person Ana --data .").exit_code == 0
    assert (nowhere / "contacts" / "ana.yml").is_file()


def test_where_the_environment_points_to_nothing_the_folder_can_be_made_as_it_says(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = nowhere / "my network"
    monkeypatch.setenv("TERTULIA_DATA", str(mine))
    said = run("today").stderr
    making = shlex.split(said.partition("To begin one: ")[2].partition(" (if")[0])
    assert making == ["mkdir", "-p", str(mine)]
    mine.mkdir()
    assert "add person" in run("today").stdout
    assert run("add person Ana").exit_code == 0
    assert (mine / "contacts" / "ana.yml").is_file()


def test_a_tilde_that_no_shell_has_seen_to_is_ones_home(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (nowhere / "network").mkdir()
    monkeypatch.setenv("HOME", str(nowhere))
    monkeypatch.setenv("TERTULIA_DATA", "~/network")
    assert run("add person Ana").exit_code == 0
    assert "Ana" in run("who ana").stdout
    assert (nowhere / "network" / "contacts" / "ana.yml").is_file()


def test_a_file_is_no_data_folder(nowhere: Path) -> None:
    (nowhere / "mine").write_text("", encoding="utf-8")
    assert "`mine` is a file" in run("today --data mine").stderr


def test_with_nothing_in_it_there_is_nothing_to_file_and_nobody_to_be_seen(nowhere: Path) -> None:
    (nowhere / "data").mkdir()
    filed = run("file")
    assert (filed.exit_code, filed.stdout) == (0, "There is no inbox.yml yet: nothing to file.\n")
    assert '"filed": 0' in run("file --json").stdout
    assert run("audience public").stdout == "Nobody and nothing: mark who may be seen with `share: public`.\n"
    assert run("audience private").stdout == "Nobody and nothing is written down yet.\n"
    assert 'To add it: tertulia add event "fair"' in run("prep fair").stderr
    assert "Your data is in no git repository" in run("diff HEAD").stderr
    assert "tertulia settings" in run("settings zzz 3").stderr


def test_the_line_is_said_in_spanish_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERTULIA_LANGUAGE", "es")
    assert run("today").stderr == ("tertulia: No hay ninguna carpeta `data`. Para empezar una: tertulia init "
                                   "(si tus datos están en otro sitio: --data o TERTULIA_DATA)\n")

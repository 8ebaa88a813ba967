"""A command that is killed at any step leaves every file whole, and said again it finishes what it had begun."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.doors import beginnings, turn, unfinished
from generator.doors.command import main
from generator.doors.unfinished import NOTE, Step, note
from generator.records.reading import read_folder
from tests.editions import ROOT

STEPS = ("open", "link", "replace", "rename", "unlink", "mkdir", "rmdir", "fsync", "chmod")
"""What a system is asked that changes something on a disk; `open` only where it is to write."""

CSV = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Zoe,Lund,,zoe@example.org,Lund,Boss,01 Nov 2026
Ivo,Pek,,,Pek,,02 Nov 2026
"""


class Killed(BaseException):
    """The process is gone: nothing of it runs any more."""


class Disk:
    """Counts what is asked of the disk, and kills before the step `at`: from then on nothing happens at all."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int) -> None:
        self.at, self.count, self.dead = at, 0, False
        for name in STEPS:
            patch.setattr(os, name, self._counted(getattr(os, name), name))

    def _counted(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def asked(*words: Any, **more: Any) -> Any:
            if name == "open" and not (len(words) > 1 and words[1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
                return real(*words, **more)
            self.count += 1
            if self.dead or self.count == self.at:
                self.dead = True
                raise Killed
            return real(*words, **more)

        return asked


def say(words: tuple[str, ...], data: Path) -> Result:
    environment = {"TERTULIA_LANGUAGE": "en", "TERTULIA_DAY": "2026-11-23", "TERTULIA_CACHE": "off"}
    where = ("--data", str(data)) if words[0] != "init" else ()
    return CliRunner().invoke(main, [*words, *where], env=environment)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def hidden(file: str) -> bool:
    return any(part.startswith(".") for part in Path(file).parts)


COMMANDS: dict[str, tuple[str, ...]] = {
    "rename": ("rename", "ana-ruiz", "anita"),
    "rename an event": ("rename", "2026-11-19-meetup-ux", "ux"),
    "file": ("file",),
    "log for two": ("log", "ana-ruiz,javier-otero", "coffee", "both"),
    "met": ("met", "2026-11-19-meetup-ux", "Laura Ochando: a shop", "ana-ruiz: her office (promise: the list)"),
    "review": ("review", "2026-11-19-meetup-ux", "--lesson", "earlier"),
    "done": ("done", "ana-ruiz"),
    "add": ("add", "person", "Bruno Gil"),
    "settings": ("settings", "rhythm_close", "60"),
    "forget": ("forget", "carmen-vidal", "--yes"),
    "import": ("import", "people.csv", "--day", "2026-11-23"),
    "init": ("init", "new", "--name", "Nuria", "--language", "es", "--recipes", "github"),
}


@cache
def schemas() -> tuple[tuple[str, str], ...]:
    """What `init` makes anew each time, which is what takes it long, made once."""
    return tuple(beginnings._schemas())


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Makes the sample anew, in the folder the commands run in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made_once = schemas()
    monkeypatch.setattr(beginnings, "_schemas", lambda: made_once)

    def made() -> Path:
        for path in tmp_path.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("schema"))
        (tmp_path / "people.csv").write_text(CSV, encoding="utf-8")
        site = tmp_path / "site" / "people" / "carmen-vidal"
        site.mkdir(parents=True)
        (site / "index.html").write_text("Carmen Vidal", encoding="utf-8")
        (tmp_path / "site" / "build.json").write_text("{}", encoding="utf-8")
        return tmp_path / "data"

    return made


def deaths(words: tuple[str, ...], fresh: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder after a command was killed before each of its steps, one after the other."""
    at = 0
    while True:
        at += 1
        data = fresh()
        with monkeypatch.context() as patch:
            disk = Disk(patch, at)
            with suppress(Killed):
                say(words, data)
        if not disk.dead:
            return
        yield data


@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_any_step_nothing_is_half_written_and_said_again_it_is_done(
    name: str, fresh: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = COMMANDS[name]
    data = fresh()
    before, whole = files(data.parent), say(words, data)
    wanted = files(data.parent)
    assert whole.exit_code in {0, 1}, whole.output
    assert wanted != before
    count, sound = 0, set[frozenset[tuple[str, bytes]]]()
    for data in deaths(words, fresh, monkeypatch):
        count += 1
        now = {k: v for k, v in files(data.parent).items() if not hidden(k) or k in wanted}
        gone = {k for k in now if k.startswith("site/")} if name == "forget" else set()
        assert all(now[file] in (before.get(file), wanted.get(file)) for file in now.keys() - gone), count
        partly = now.keys() & wanted.keys() != wanted.keys() or any(now[k] != wanted[k] for k in wanted)
        cut = (data / NOTE).exists()
        if cut:
            assert "was cut off before" in say(("check", "--problems-only"), data).output
        again = say(words, data)
        if partly or cut:  # what was all done but for the tidying up may be refused, or be done once more
            assert again.exit_code == whole.exit_code or cut, (count, again.output)
            assert files(data.parent) == wanted, (count, again.output)
        held = frozenset(files(data).items())
        assert held in sound or not read_folder(data).problems or name == "file"
        sound.add(held)
    assert count > 2


def test_another_command_finishes_first_what_was_cut_off(
    fresh: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = next(data for data in deaths(COMMANDS["rename"], fresh, monkeypatch) if (data / NOTE).exists())
    assert say(("who", "ana-ruiz"), data).exit_code == 0, "who only looks does not write"
    assert (data / NOTE).exists()
    said = say(("log", "anita", "coffee", "in between"), data)
    assert said.exit_code == 0, said.output
    assert "`tertulia rename` had been cut off; it is finished now." in said.output
    assert not (data / NOTE).exists()
    assert not (data / "contacts" / "ana-ruiz.yml").exists()
    assert b"in between" in (data / "contacts" / "anita.yml").read_bytes()


def test_who_changed_a_file_in_between_loses_nothing(
    fresh: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = next(data for data in deaths(COMMANDS["rename"], fresh, monkeypatch) if (data / NOTE).exists())
    ana = data / "contacts" / "ana-ruiz.yml"
    ana.write_text(ana.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    before = {file: body for file, body in files(data).items() if not file.endswith(".new")}
    said = say(COMMANDS["rename"], data)
    assert said.exit_code == 2
    assert "data/contacts/ana-ruiz.yml was changed after a command had been cut off" in said.output
    assert files(data) == before


@pytest.mark.parametrize("file", ["../out.yml", "/out.yml", "contacts/../../out.yml", "schema/a.json", NOTE, ".git"])
def test_a_note_that_means_other_files_than_the_data_s_is_none(file: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    note(data, {"command": "log"}, [Step.of(file, None, b"x")])
    assert unfinished.begun(data) is None
    assert say(("add", "person", "Bo Gil"), data).exit_code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"steps": [], "said": {}}', '{"steps": 3}', "\0", "[" * 100_000])
def test_a_note_that_makes_no_sense_keeps_nobody_from_anything(text: str, tmp_path: Path) -> None:
    (tmp_path / NOTE).write_text(text, encoding="utf-8")
    assert say(("add", "person", "Bo Gil"), tmp_path).exit_code == 0
    assert "cut off" not in say(("check",), tmp_path).output


def test_two_commands_take_turns_and_one_that_hangs_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn, "PATIENCE", 0.05)
    (tmp_path / "contacts").mkdir()
    draft = tmp_path / "contacts" / ".bo.yml.12ab.new"
    with turn.turn(tmp_path):
        draft.write_text("name: Bo", encoding="utf-8")
        note(tmp_path, {"command": "log"}, [Step.of("contacts/bo.yml", None, b"name: Bo\n")])
        assert "cut off" not in say(("check",), tmp_path).output, "somebody is at work on it"
        said = say(("add", "person", "Bo Gil"), tmp_path)
        assert (said.exit_code, draft.exists()) == (2, True)
        assert "Another command is writing" in said.output
    assert "cut off" in say(("check",), tmp_path).output
    said = say(("log", "bo", "coffee", "--json"), tmp_path)
    assert json.loads(said.stdout)["written"] is True
    assert sorted(p.name for p in (tmp_path / "contacts").iterdir()) == ["bo.yml"]

"""Writing down from the command line: what lands in the files, and what is refused without a trace."""

from __future__ import annotations

import json
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from generator.doors.command import main
from generator.doors.writing import Draft, WritingError, write
from generator.records.contact import Contact, LogKind, Purpose
from generator.records.entries import KINDS, ORDER, PURPOSES
from generator.records.reading import read_folder

ANA = "contacts/ana-ruiz.yml"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_one_line_becomes_log_favour_and_promise(mine: Path) -> None:
    said = run("log", "ána", "café", "leyó mi oferta", "--favour", "2", "--promise", "la lista", "--due", "friday")
    assert said.exit_code == 0, said.output
    ana = read_folder(mine).network.contacts["ana-ruiz"]
    assert (ana.log[-1].kind, ana.log[-1].note, str(ana.log[-1].date)) == ("coffee", "leyó mi oferta", "2026-11-23")
    assert (ana.favours[-1].what, ana.favours[-1].effort, ana.favours[-1].by) == ("leyó mi oferta", 2, "them")
    assert (ana.promises[-1].what, str(ana.promises[-1].due)) == ("la lista", "2026-11-27")
    assert "+  - {date: 2026-11-23, kind: coffee, note: leyó mi oferta}" in said.stdout


def test_several_people_get_the_same_line(mine: Path) -> None:
    assert run("log", "ana,pedro", "meal", "--on", "anteayer").exit_code == 0
    contacts = read_folder(mine).network.contacts
    for who in ("ana-ruiz", "pedro-del-amo"):
        assert [(e.kind, str(e.date)) for e in contacts[who].log if str(e.date) == "2026-11-21"] == [
            ("meal", "2026-11-21")
        ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("log", "zzz", "coffee"), "Nobody here is called `zzz`."),
        (("log", "ana-riuz", "coffee"), "Did you mean `ana-ruiz`?"),
        (("log", "ma", "coffee"), "`ma` may be any of these; say which by its id:"),
        (("log", "ana", "cofee"), "Did you mean `coffee`?"),
        (("log", "ana", "coffee", "--on", "someday"), "`someday` is no day"),
        (("log", "ana", "coffee", "--due", "friday"), "--due belongs to --promise"),
        (("log", "ana,zzz", "coffee"), "Nobody here is called `zzz`."),
        (("log", "ana", "coffee", "--done", "zzz"), "nothing is open that fits `zzz`"),
        (("done", "ana", "zzz"), "nothing is open that fits `zzz`"),
        (("snooze", "ana", "friday", "--rule", "gone-quite"), "Did you mean `gone-quiet`?"),
        (("add", "event", "Meetup", "--on", "friday", "--at", "late"), "late"),
        (("add", "person", "Ana Ruiz"), "is there already"),
        (("add", "event", "Meetup", "--on", "friday", "--with", "zzz"), "Nobody here is called `zzz`."),
        (("add", "person"), "This is missing: Name"),
    ],
)
def test_what_cannot_be_done_is_refused_and_leaves_every_file_as_it_was(
    mine: Path, words: tuple[str, ...], said: str
) -> None:
    before = files(mine)
    result = run(*words)
    assert result.exit_code == 2, result.output
    assert said in result.stderr
    assert files(mine) == before


def test_a_dry_run_shows_the_difference_and_writes_nothing(mine: Path) -> None:
    before = files(mine)
    said = run("log", "ana", "coffee", "--dry-run")
    assert said.exit_code == 0
    assert "+  - {date: 2026-11-23, kind: coffee}" in said.stdout
    assert files(mine) == before


def test_a_broken_file_is_not_touched_and_its_problem_is_told(mine: Path) -> None:
    (mine / ANA).write_text("name: Ana Ruiz\nlog: [\n", encoding="utf-8")
    said = run("log", "ana", "coffee")
    assert said.exit_code == 2
    assert "data/contacts/ana-ruiz.yml:2:6" in said.stderr
    assert (mine / ANA).read_text(encoding="utf-8") == "name: Ana Ruiz\nlog: [\n"


def test_filing_changes_nothing_of_what_the_inbox_meant(mine: Path) -> None:
    with (mine / "inbox.yml").open("a", encoding="utf-8") as inbox:
        inbox.write("- 2026-11-22 ana-ruiz email: su lectura del pliego (thanks 2026-11-13)\n")
        inbox.write("- 2026-11-22 pedro-del-amo,ana-ruiz call: hablamos (promised me: un nombre; reported)\n")
    before = read_folder(mine).network.contacts
    said = run("file")
    assert said.exit_code == 0, said.output
    after = read_folder(mine)
    assert not after.problems
    assert {w: c.model_dump() for w, c in after.network.contacts.items()} == {
        w: c.model_dump() for w, c in before.items()
    }
    assert not [row for row in (mine / "inbox.yml").read_text(encoding="utf-8").splitlines() if row.startswith("-")]


def test_a_line_with_a_slip_stays_in_the_inbox_and_the_others_are_filed(mine: Path) -> None:
    slip = "- 2026-11-22 ana-ruiz cofee: hablamos\n"
    lost = "- 2026-11-22 ana-ruiz call: ya está (done: zzz)\n"
    (mine / "inbox.yml").write_text(slip + "- 2026-11-22 ana-ruiz call: todo bien\n" + lost, encoding="utf-8")
    said = run("file")
    assert said.exit_code == 1
    assert (mine / "inbox.yml").read_text(encoding="utf-8") == slip + lost
    assert "data/inbox.yml:1:23" in said.stderr


def test_a_line_with_two_slips_is_one_line_that_stays(mine: Path) -> None:
    (mine / "inbox.yml").write_text("- 2026-11-22 ana-riuz cofee: hablamos\n", encoding="utf-8")
    said = run("file", "--json")
    assert (json.loads(said.stdout)["stay"], said.stderr.count("data/inbox.yml:1:")) == (1, 2)


def test_a_new_person_has_the_line_for_editors_and_no_more_than_is_known(mine: Path) -> None:
    assert run("add", "person", "Zoé Gil", "--org", "Olmeda").exit_code == 0
    assert (mine / "contacts" / "zoe-gil.yml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../schema/contact.schema.json\nname: Zoé Gil\norg: Olmeda\nadded: 2026-11-23\n"
    )


def test_a_new_event_says_with_whom_by_the_ids_of_those_who_are_found_as_in_a_log(mine: Path) -> None:
    said = run("add", "event", "Café", "--on", "2026-12-03", "--kind", "coffee", "--with", "ána, pedro,ana")
    assert said.exit_code == 0, said.output
    reading = read_folder(mine)
    assert not reading.problems
    assert [m.who for m in reading.network.events["2026-12-03-cafe"].meet] == ["ana-ruiz", "pedro-del-amo"]


def test_after_an_event_strangers_get_a_file_and_the_others_a_line(mine: Path) -> None:
    assert run("met", "jornada", "Laura Ochando: quiere tienda", "ana: su despacho").exit_code == 0
    reading = read_folder(mine)
    event = "2026-11-26-jornada-pymes-digitales"
    laura = reading.network.contacts["laura-ochando"]
    assert not reading.problems
    assert laura.met
    assert laura.met.event == event
    assert reading.network.contacts["ana-ruiz"].log[-1].event == event


def test_help_is_told_in_the_language_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERTULIA_LANGUAGE", "es")
    assert "Apunta en el archivo de alguien lo que ha pasado." in run("log", "--help").stdout
    monkeypatch.setenv("TERTULIA_LANGUAGE", "en")
    assert "Write down what happened with somebody" in run("log", "--help").stdout


def test_the_words_of_the_commands_are_those_of_the_model() -> None:
    fields = [field.alias or name for name, field in Contact.model_fields.items()]
    assert get_args(LogKind) == KINDS
    assert get_args(Purpose) == PURPOSES
    assert set(ORDER) == {name for name in fields if not name.startswith("\0")}


def test_a_file_changed_meanwhile_or_read_only_is_not_overwritten(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yml", tmp_path / "two.yml"
    one.write_text("a", encoding="utf-8")
    two.write_text("changed", encoding="utf-8")
    drafts = [Draft("one.yml", one, b"a", b"b"), Draft("two.yml", two, b"a", b"b")]
    with pytest.raises(WritingError, match="changed meanwhile"):
        write(tmp_path, drafts, {})
    one.chmod(0o444)
    with pytest.raises(WritingError, match="only be read"):
        write(tmp_path, drafts[:1], {})
    assert (one.read_text(), two.read_text()) == ("a", "changed")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one.yml", "two.yml"]


def test_a_link_is_not_followed_and_rights_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yml", tmp_path / "link.yml"
    real.write_text("a", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    with pytest.raises(WritingError, match="link"):
        write(tmp_path, [Draft("link.yml", link, b"a", b"b")], {})
    write(tmp_path, [Draft("real.yml", real, b"a", b"b")], {})
    assert real.read_bytes() == b"b"
    assert real.stat().st_mode & 0o777 == 0o640


def test_an_id_is_changed_everywhere_or_nowhere(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = run("rename", "ana", "anita")
    assert said.exit_code == 0, said.output
    assert "people/anita/" in said.stdout
    reading = read_folder(mine)
    assert not reading.problems
    assert reading.network.contacts["javier-otero"].met.through == "anita"  # type: ignore[union-attr]
    before = files(mine)
    for words in (("anita", "javier-otero"), ("anita", "Ana"), ("anita", "index"), ("zzz", "ana")):
        assert run("rename", *words).exit_code == 2
    unlink = Path.unlink

    def full(path: Path, **how: bool) -> None:
        if path.name == "anita.yml":
            raise OSError(28, "No space left on device")
        unlink(path, **how)

    monkeypatch.setattr(Path, "unlink", full)
    assert run("rename", "anita", "ana-ruiz").exit_code == 2
    assert files(mine) == before


class WaitedError(BaseException):
    """No error of the system, which a command might take for one of a file."""


@pytest.fixture
def _soon() -> Iterator[None]:
    """Whoever waits for ever is woken."""

    def awake(*_: object) -> None:
        raise WaitedError

    signal.signal(signal.SIGALRM, awake)
    signal.alarm(30)
    yield
    signal.alarm(0)


@pytest.mark.usefixtures("_soon")
@pytest.mark.parametrize(
    "words", [("log", "ana", "coffee"), ("rename", "ana", "anita"), ("settings", "rhythm_close", "60")]
)
def test_pipes_and_links_among_the_files_keep_no_command_waiting(words: tuple[str, ...], mine: Path) -> None:
    os.mkfifo(mine / "contacts" / "pipe.yml")
    (mine / "contacts" / "zero.yml").symlink_to("/dev/zero")
    (mine / "coach.yml").unlink()
    os.mkfifo(mine / "coach.yml")
    if words[0] != "settings":
        (mine / "me.yml").unlink()
        (mine / "me.yml").symlink_to("/dev/zero")
    said = run(*words)
    assert said.exit_code == (2 if words[0] == "settings" else 0), said.output
    assert "Traceback" not in said.output
    for meant in ("pipe", "zero"):
        assert "Nobody here is called" in run("log", meant, "coffee").output
    if words[0] == "settings":
        assert "data/coach.yml is not an ordinary file" in said.output


def test_nothing_is_written_behind_a_folder_that_leads_elsewhere(mine: Path, tmp_path: Path) -> None:
    (mine / "contacts").rename(tmp_path / "elsewhere")
    (mine / "contacts").symlink_to(tmp_path / "elsewhere")
    before = files(tmp_path / "elsewhere")
    for words in (("add", "person", "Zoe Lund"), ("log", "ana", "coffee")):
        said = run(*words)
        assert (said.exit_code, "is a link to somewhere else" in said.output) == (2, True)
    assert files(tmp_path / "elsewhere") == before


@pytest.mark.parametrize("sign", ["\x1b]0;x\x07", "\x9b31m", "\u202e"])
@pytest.mark.parametrize("words", [
    ("who", "X"), ("prep", "X"), ("log", "X", "coffee"), ("log", "ana", "X"), ("log", "ana", "coffee", "--on", "X"),
    ("settings", "X"), ("rename", "X", "y"), ("rename", "ana", "X"), ("review", "X"), ("done", "ana", "X"),
    ("export", "X"), ("forget", "X"), ("check", "X"), ("check", "--X"), ("X",), ("snooze", "ana", "X"),
    ("forget", "ana-ruiz", "--dry-run"), ("rename", "ana", "anita", "--dry-run"), ("file", "--dry-run"),
])  # fmt: skip
def test_nothing_that_a_terminal_would_obey_is_repeated(words: tuple[str, ...], sign: str, mine: Path) -> None:
    inbox = mine / "inbox.yml"
    inbox.write_text(f"{inbox.read_text(encoding='utf-8')}- 2026-11-20 ana-ruiz coffee: {sign}\n", encoding="utf-8")
    said = CliRunner().invoke(main, [word.replace("X", sign) for word in words], color=True)
    assert not isinstance(said.exception, Exception), said.exception
    bare = re.sub(r"\x1b\[\d*m", "", said.output)  # the colours are ours
    assert not {char for char in bare if char != "\n" and (char == "\u202e" or ord(char) < 32 or 126 < ord(char) < 160)}


@pytest.mark.parametrize("words", [("add", "person", "\udcff Sol"), ("log", "ana", "coffee", "\udcff")])
def test_what_is_no_text_is_refused(words: tuple[str, ...], mine: Path) -> None:
    before, said = files(mine), run(*words)
    assert (said.exit_code, files(mine)) == (2, before)
    assert "no text in UTF-8" in said.output or words[0] == "log"


@pytest.mark.usefixtures("_soon")
def test_schemas_are_written_into_the_data_and_nowhere_else(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("mine", encoding="utf-8")
    for name, make in (("me", lambda path: path.symlink_to(tmp_path / "mine.json")), ("event", os.mkfifo)):
        path = mine / "schema" / f"{name}.schema.json"
        path.unlink()
        make(path)
    assert run("schema").exit_code == 0
    assert (tmp_path / "mine.json").read_text(encoding="utf-8") == "mine"
    assert all(path.is_file() and not path.is_symlink() for path in (mine / "schema").iterdir())
    (mine / "schema").rename(tmp_path / "elsewhere")
    (mine / "schema").symlink_to(tmp_path / "elsewhere")
    assert "is a link to somewhere else" in run("schema").output

"""Reading a folder: what is broken keeps its last good version, what is mended comes back, what is deleted goes."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from generator.records.reading import SETTLED, Reading, read_folder, read_text


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write(tmp_path, "me.yml", "name: Nuria\npitches: [{id: corta, language: es, text: Hola}]")
    write(tmp_path, "contacts/ana-ruiz.yml", "name: Ana Ruiz\nrole: CFO")
    write(tmp_path, "contacts/bea-gil.yml", "name: Bea Gil")
    write(tmp_path, "events/2026-11-26-foro.yml", "title: Foro\ndate: 2026-11-26\nexpected: [ana-ruiz]\npitch: corta")
    write(tmp_path, "posts.yml", "- {title: Lo aprendido}\n- {title: Gracias, date: 2026-12}")
    write(tmp_path, "inbox.yml", "- 2026-11-20 ana-ruiz coffee: hola")
    return tmp_path


def write(folder: Path, file: str, text: str | bytes) -> None:
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def lock(monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    opened = os.open

    def open_unless_locked(path: Any, *rest: Any, **named: Any) -> int:
        if os.fspath(path).endswith(file):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **named)

    monkeypatch.setattr(os, "open", open_unless_locked)


def test_a_good_folder_is_read_whole(data: Path) -> None:
    reading = read_folder(data)
    assert reading.problems == ()
    assert reading.network.me.name.display == "Nuria"
    assert set(reading.network.contacts) == {"ana-ruiz", "bea-gil"}
    assert [post.title for post in reading.network.posts] == ["Lo aprendido", "Gracias"]
    assert [entry.note for entry in reading.network.contacts["ana-ruiz"].log] == ["hola"]


@pytest.mark.parametrize("broken", ["name: [", "name: Ana Ruiz\nrol: CFO", "name:", b"name: \xff", "", "\0"])
def test_a_broken_file_keeps_its_last_good_version_and_is_mended(data: Path, broken: str | bytes) -> None:
    good = read_folder(data)
    write(data, "contacts/ana-ruiz.yml", broken)
    bad = read_folder(data, good)
    assert bad.network.contacts["ana-ruiz"].role == "CFO"
    assert bad.stale == ("contacts/ana-ruiz.yml",)
    assert {p.place.file for p in bad.problems} == {"contacts/ana-ruiz.yml"}
    again = read_folder(data, bad)
    assert (codes(again), again.stale) == (codes(bad), bad.stale)
    write(data, "contacts/ana-ruiz.yml", "name: Ana Ruiz\nrole: CEO")
    mended = read_folder(data, again)
    assert mended.network.contacts["ana-ruiz"].role == "CEO"
    assert (mended.problems, mended.stale) == ((), ())


def test_a_file_broken_at_the_first_reading_is_missing_and_comes_when_mended(data: Path) -> None:
    write(data, "contacts/ana-ruiz.yml", "name: [")
    bad = read_folder(data)
    assert "ana-ruiz" not in bad.network.contacts
    assert codes(bad) == ["open-bracket"]
    write(data, "contacts/ana-ruiz.yml", "name: Ana Ruiz")
    assert "ana-ruiz" in read_folder(data, bad).network.contacts


def test_a_file_put_back_as_it_was_is_good_again(data: Path) -> None:
    text = (data / "contacts/ana-ruiz.yml").read_text(encoding="utf-8")
    good = read_folder(data)
    write(data, "contacts/ana-ruiz.yml", "name: [")
    bad = read_folder(data, good)
    write(data, "contacts/ana-ruiz.yml", text)
    assert read_folder(data, bad).problems == ()
    assert read_folder(data, bad).stale == ()


def test_a_deleted_file_goes_with_what_was_in_it(data: Path) -> None:
    good = read_folder(data)
    (data / "contacts/bea-gil.yml").unlink()
    (data / "posts.yml").unlink()
    gone = read_folder(data, good)
    assert set(gone.network.contacts) == {"ana-ruiz"}
    assert gone.network.posts == ()
    assert gone.problems == ()


@pytest.mark.parametrize("what", ["folder", "half", "all"])
def test_what_is_broken_in_two_steps_with_a_look_in_between_keeps_its_last_good_version(data: Path, what: str) -> None:
    ana = data / "contacts" / "ana-ruiz.yml"
    good = read_folder(data)
    ana.unlink()
    between = read_folder(data, good)
    assert "ana-ruiz" not in between.network.contacts
    if what == "folder":
        ana.mkdir()
    elif what == "half":
        ana.write_text("name: [", encoding="utf-8")
    else:
        shutil.rmtree(data / "contacts")
        (data / "contacts").write_text("x", encoding="utf-8")
    bad = read_folder(data, between)
    assert bad.problems
    assert bad.network.contacts["ana-ruiz"].role == "CFO"
    assert "contacts/ana-ruiz.yml" in bad.stale


def test_who_was_deleted_before_the_last_reading_does_not_come_back(data: Path) -> None:
    ana = data / "contacts" / "ana-ruiz.yml"
    reading = read_folder(data)
    ana.unlink()
    reading = read_folder(data, read_folder(data, reading))
    ana.mkdir()
    assert "ana-ruiz" not in read_folder(data, reading).network.contacts


def test_a_broken_file_that_is_deleted_goes_too(data: Path) -> None:
    good = read_folder(data)
    write(data, "contacts/bea-gil.yml", "name: [")
    bad = read_folder(data, good)
    (data / "contacts/bea-gil.yml").unlink()
    gone = read_folder(data, bad)
    assert set(gone.network.contacts) == {"ana-ruiz"}
    assert (gone.problems, gone.stale) == ((), ())


@pytest.mark.parametrize("file", ["contacts/ana-ruiz.yml", "posts.yml", "me.yml", "inbox.yml"])
def test_a_file_that_cannot_be_opened_stays_stale_until_it_can(
    data: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    good = read_folder(data)
    with monkeypatch.context() as patch:
        lock(patch, file)
        bad = read_folder(data, good)
        assert (codes(bad), bad.stale) == (["unreadable"], (file,))
        assert bad.network == good.network
        assert read_folder(data, bad).network == good.network
    mended = read_folder(data, bad)
    assert (mended.problems, mended.stale) == ((), ())


def test_a_broken_file_that_was_closed_and_opened_is_still_broken(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = read_folder(data)
    write(data, "contacts/ana-ruiz.yml", "name: [")
    bad = read_folder(data, good)
    with monkeypatch.context() as patch:
        lock(patch, "ana-ruiz.yml")
        closed = read_folder(data, bad)
    opened = read_folder(data, closed)
    assert codes(opened) == ["open-bracket"]
    assert opened.network.contacts["ana-ruiz"].role == "CFO"


def test_an_inbox_that_cannot_be_read_keeps_its_lines(data: Path) -> None:
    good = read_folder(data)
    write(data, "inbox.yml", "- 2026-11-20 ana-ruiz coffee: otra".encode("utf-16"))
    bad = read_folder(data, good)
    assert (codes(bad), bad.stale) == (["not-utf8"], ("inbox.yml",))
    assert bad.network == good.network
    write(data, "inbox.yml", "")
    assert read_folder(data, bad).network.contacts["ana-ruiz"].log == ()


@pytest.mark.parametrize(
    ("bad", "code", "column"),
    [
        (b"- 2026-11-20 ana-ruiz coffee: \xff", "not-utf8", 31),
        ("- 2026-11-20 ana-ruiz coffee: \u202eadi\u00f3s".encode(), "bidi-character", 31),
        (b"- 2026-11-20 ana-ruiz call: a\0b", "control-character", 30),
        ("- 2026-11-20 ana-ruiz call: qu\u00e9 tal".encode("latin-1"), "not-utf8", 31),
    ],
)
def test_a_character_that_must_not_be_there_costs_its_line_of_the_inbox_only(
    data: Path, bad: bytes, code: str, column: int
) -> None:
    first, last = "- 2026-11-19 ana-ruiz coffee: ¿qué tal?".encode(), b"- 2026-11-21 ana-ruiz call: bien"
    write(data, "inbox.yml", b"\r\n".join([first, bad, b"", bad, last]))
    reading = read_folder(data)
    assert [(p.code, p.place.line, p.place.column) for p in reading.problems] == [(code, 2, column), (code, 4, column)]
    assert all(p.excerpt for p in reading.problems)
    assert [entry.note for entry in reading.network.contacts["ana-ruiz"].log] == ["¿qué tal?", "bien"]


def test_every_line_with_a_hidden_character_is_told_and_what_else_is_wrong_too(data: Path) -> None:
    write(data, "contacts/ana-ruiz.yml", "name: A\x07na\nrole: \u202eCFO\nbirthdya: 1\nnotes: |\n  a\n  \x07b\n")
    found = [(p.code, p.place.line) for p in read_folder(data).problems]
    assert found == [("control-character", 1), ("bidi-character", 2), ("unknown-key", 3), ("control-character", 6)]


def test_of_a_list_only_the_post_with_a_hidden_character_is_withheld(data: Path) -> None:
    write(data, "posts.yml", "- {title: Uno}\n- {title: D\u2066os}\n- {title: Tres}\n")
    reading = read_folder(data)
    assert [post.title for post in reading.network.posts] == ["Uno", "Tres"]
    assert codes(reading) == ["bidi-character"]


def test_one_bad_line_of_the_inbox_leaves_the_others(data: Path) -> None:
    write(data, "inbox.yml", "- 2026-11-20 ana-ruiz coffee: hola\n- ayer ana-ruiz call: adiós")
    reading = read_folder(data)
    assert codes(reading) == ["inbox-no-date"]
    assert [entry.note for entry in reading.network.contacts["ana-ruiz"].log] == ["hola"]


def test_what_did_not_change_is_not_read_again(data: Path) -> None:
    good = read_folder(data)
    again = read_folder(data, good)
    assert all(again.sheets[file] is good.sheets[file] for file in good.sheets if file != "inbox.yml")


def test_problems_stand_in_the_order_of_their_places(data: Path) -> None:
    write(data, "contacts/ana-ruiz.yml", "name: Ana\nx: 1\ny: 2")
    write(data, "contacts/aaa.yml", "nam: Ana")
    places = [problem.place for problem in read_folder(data).problems]
    assert places == sorted(places)
    assert len(places) == 3


def test_a_missing_folder_and_an_empty_one_are_empty(tmp_path: Path) -> None:
    for folder in (tmp_path / "nowhere", tmp_path):
        network = read_folder(folder).network
        assert [*network.contacts, *network.events] == []
    assert read_folder(tmp_path).problems == ()


def test_a_list_in_posts_may_be_empty_and_must_be_a_list() -> None:
    assert read_text("posts.yml", "[]").problems == ()
    assert read_text("posts.yml", "").records == ()
    assert [p.code for p in read_text("posts.yml", "title: x").problems] == ["not-a-list"]
    codes = [p.code for p in read_text("posts.yml", "title: x\nwhere: #3\n").problems]
    assert codes == ["lost-comment", "not-a-list"], "wrong in two ways at once"
    (found,) = read_text("posts.yml", "- {title: x}\n- {titel: y}").problems
    assert (found.code, found.place.line, found.place.column) == ("unknown-key", 2, 4)


def test_one_bad_post_leaves_the_others(tmp_path: Path) -> None:
    good = "- {date: 2026-11-25, title: A}\n"
    bad = "- {date: 2026-13-25, title: B}\n- {date: 2026-11-26, title: C, title: D}\n"
    write(tmp_path, "posts.yml", good + bad + good)
    found = read_folder(tmp_path)
    assert [post.title for post in found.network.posts] == ["A", "A"]
    assert sorted(codes(found)) == ["duplicate-key", "impossible-date"]


def test_one_bad_entry_of_a_log_leaves_the_person_and_the_others(tmp_path: Path) -> None:
    log = "log:\n- {date: 2026-11-01, kind: cofee}\n- {date: 2026-11-02, kind: call}\n"
    write(tmp_path, "contacts/ana.yml", "name: Ana\n" + log)
    found = read_folder(tmp_path)
    assert [str(entry.date) for entry in found.network.contacts["ana"].log] == ["2026-11-02"]
    assert (codes(found), found.unread) == (["bad-choice"], frozenset({"contacts/ana.yml"}))


def test_a_fault_outside_a_list_withholds_the_record(tmp_path: Path) -> None:
    write(tmp_path, "contacts/ana.yml", "name: Ana\nshare: pubilc\n")
    assert read_folder(tmp_path).network.contacts == {}


@pytest.mark.parametrize("lost", ["contacts", "."])
def test_a_folder_that_cannot_be_read_any_more_keeps_what_was_in_it(data: Path, lost: str) -> None:
    good = read_folder(data)
    moved = (data / lost).resolve()
    moved.rename(tmp := data.with_name(f"{data.name}-elsewhere"))
    moved.write_text("no folder", encoding="utf-8")
    bad = read_folder(data, good)
    assert bad.network.contacts.keys() == good.network.contacts.keys()
    assert codes(bad) == (["not-a-folder"] if lost == "contacts" else ["no-data-folder"])
    moved.unlink()
    tmp.rename(moved)
    assert read_folder(data, bad).problems == ()


@pytest.mark.parametrize("what", ["link", "pipe", "folder"])
@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
def test_something_else_in_the_place_of_a_file_keeps_its_last_version(data: Path, what: str) -> None:
    good, file = read_folder(data), data / "contacts" / "ana-ruiz.yml"
    file.unlink()
    match what:
        case "link":
            file.symlink_to("/etc/hostname")
        case "pipe":
            os.mkfifo(file)
        case _:
            file.mkdir()
    bad = read_folder(data, good)
    assert "ana-ruiz" in bad.network.contacts
    assert bad.stale == ("contacts/ana-ruiz.yml",)
    assert len(bad.problems) == 1


LATER = 10 * SETTLED
"""So long after everything that all of it is settled."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are opened from now on."""
    names: list[str] = []
    really = os.open

    def noted(path: Any, *rest: Any, **named: Any) -> int:
        names.append(Path(path).name)
        return really(path, *rest, **named)

    monkeypatch.setattr(os, "open", noted)
    return names


def test_what_has_been_left_alone_is_not_opened_again_while_serving(data: Path, opened: list[str]) -> None:
    now = time.time_ns() + LATER
    first = read_folder(data, now=now)
    write(data, "contacts/ana-ruiz.yml", "name: Ana Gil\n")
    opened.clear()
    second = read_folder(data, first, now=now)
    assert opened == ["ana-ruiz.yml"]
    assert second.network.contacts["ana-ruiz"].name.display == "Ana Gil"
    assert second == read_folder(data, first)
    assert len(opened) == 1 + len(second.sheets), "without a clock everything is read"


def test_a_file_is_read_again_until_a_change_is_sure_to_show(data: Path, opened: list[str]) -> None:
    first = read_folder(data, now=time.time_ns())
    opened.clear()
    read_folder(data, first, now=time.time_ns() + LATER)
    assert len(opened) == len(first.sheets)


@pytest.mark.parametrize("how", ["in place", "in another file"])
def test_an_edit_that_leaves_length_and_time_as_they_were_is_noticed(data: Path, how: str) -> None:
    now, path = time.time_ns() + LATER, data / "contacts/ana-ruiz.yml"
    first, before = read_folder(data, now=now), path.stat()
    old = first.network.contacts["ana-ruiz"].name.display
    text = path.read_text(encoding="utf-8").replace(old, old.swapcase())
    fresh = path if how == "in place" else path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    while fresh.stat().st_ctime_ns <= before.st_ctime_ns:  # an edit comes later than what was settled
        os.utime(fresh, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.utime(fresh, ns=(before.st_atime_ns, before.st_mtime_ns))
    fresh.replace(path)
    again = read_folder(data, first, now=now)
    assert again.network.contacts["ana-ruiz"].name.display == old.swapcase()


def test_a_broken_file_that_was_left_alone_is_still_broken(data: Path) -> None:
    now = time.time_ns() + LATER
    good = read_folder(data, now=now)
    write(data, "contacts/ana-ruiz.yml", "name: [")
    bad = read_folder(data, good, now=now)
    again = read_folder(data, bad, now=now)
    assert (codes(again), again.stale) == (codes(bad), bad.stale) == (["open-bracket"], ("contacts/ana-ruiz.yml",))

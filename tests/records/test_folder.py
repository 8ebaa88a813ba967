"""A data folder: what is read, what is passed over, and what is told."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.records.folder import files_of
from generator.records.problems import Problem
from generator.records.reading import read_folder


def seen(folder: Path) -> tuple[list[str], list[tuple[str, str]]]:
    problems: list[Problem] = []
    files = [file for file, _ in files_of(folder, problems)]
    return files, [(p.place.file, p.code) for p in problems]


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("name: x", encoding="utf-8")


def test_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    touch(
        tmp_path,
        "me.yml",
        "contacts/b.yml",
        "contacts/a.yml",
        "events/2026-11-26-x.yml",
        "inbox.yml",
        "coach.yml",
        "posts.yml",
    )
    assert seen(tmp_path) == (
        [
            "coach.yml",
            "contacts/a.yml",
            "contacts/b.yml",
            "events/2026-11-26-x.yml",
            "inbox.yml",
            "me.yml",
            "posts.yml",
        ],
        [],
    )


def test_notes_backups_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, "README.md", ".gitkeep", ".x.yml", "fotos/a.jpg", "contacts/.a.yml.swp", "contacts/a.yml~",
          "contacts/a.md",
          "contacts/a.yml.orig", "contacts/#a.yml#", "contacts/.git/x.yml")  # fmt: skip
    assert seen(tmp_path) == ([], [])


@pytest.mark.parametrize(("name", "code"), [
    ("contacts/a.yaml", "wrong-ending"), ("contacts/a.YML", "wrong-ending"), ("contacts/a.yml.txt", "wrong-ending"),
    ("contacts/a.json", "wrong-ending"), ("contacts/a", "wrong-ending"), ("contacts/Ana.yml", "bad-file-name"),
    ("contacts/ana ruiz.yml", "bad-file-name"), ("contacts/-a.yml", "bad-file-name"),
    ("contacts/a\u202eb.yml", "bad-file-name"),
    ("contacts/a\nb.yml", "bad-file-name"), ("contacts/\U0001f600.yml", "bad-file-name"),
    (f"contacts/{'a' * 65}.yml", "bad-file-name"),
    ("contacts/404.yml", "reserved-id"), ("contacts/readme.yml", "reserved-id"), ("contacts/com1.yml", "reserved-id"),
    ("contacts/a.yml ", "wrong-ending"), ("contacts/a.yml.", "wrong-ending"), ("contacts/a.yam", "wrong-ending"),
    ("contacts/..a.yml", "hidden"), ("contacts/com0.yml", "reserved-id"), ("me.yml ", "wrong-ending"),
    ("me.yam", "wrong-ending"), ("contacts/madrid/a.yml", "inner-folder"), ("organizations/a.yml", "unknown-folder"),
    ("people/a.yml", "unknown-folder"),
    ("yo.yml", "unknown-file"), ("me.yaml", "wrong-ending"), ("Inbox.yml", "unknown-file"), ("me.yml/x", "not-a-file"),
    ("events", "not-a-folder"),
])  # fmt: skip
def test_a_name_that_is_not_read_is_told(tmp_path: Path, name: str, code: str) -> None:
    touch(tmp_path, name)
    files, problems = seen(tmp_path)
    assert files == []
    assert [found for _, found in problems] == [code]
    assert all(file.isprintable() for file, _ in problems)
    network = read_folder(tmp_path).network
    assert [*network.contacts, *network.events] == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_of_bytes_that_are_no_text_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    with open(os.fsencode(tmp_path) + b"/contacts/\xff.yml", "wb"):  # noqa: PTH123  # a Path cannot hold such a name
        pass
    _, ((file, code),) = seen(tmp_path)
    assert code == "bad-file-name"
    assert file.encode()


def test_links_are_not_followed_and_pipes_do_not_hang(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("name: secret", encoding="utf-8")
    data = tmp_path / "data"
    (data / "contacts").mkdir(parents=True)
    (data / "contacts" / "a.yml").symlink_to(tmp_path / "secret.txt")
    (data / "contacts" / "broken.yml").symlink_to("nowhere")
    (data / "events").symlink_to(tmp_path)
    os.mkfifo(data / "contacts" / "pipe.yml")
    os.mkfifo(data / "me.yml")
    reading = read_folder(data)
    assert sorted((p.place.file, p.code) for p in reading.problems) == [
        ("contacts/a.yml", "symlink"),
        ("contacts/broken.yml", "symlink"),
        ("contacts/pipe.yml", "not-a-file"),
        ("events", "symlink"),
        ("me.yml", "not-a-file"),
    ]
    assert [*reading.network.contacts, *reading.network.events] == []


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "contacts/a.yml", "me.yml")
    listed = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("contacts"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert seen(tmp_path) == (["me.yml"], [("contacts", "unreadable")])


def test_hidden_records_are_not_dropped_in_silence(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    for name in (".ana.yml", ".#ana.yml", "._ana.yml", ".ana.yml.swp"):
        (tmp_path / "contacts" / name).write_text("name: Ana\n", encoding="utf-8")
    for name in (".me.yml", ".pre-commit-config.yaml"):
        (tmp_path / name).write_text("name: Ana\n", encoding="utf-8")
    problems: list[Problem] = []
    assert list(files_of(tmp_path, problems)) == []
    assert {(p.place.file, p.code) for p in problems} == {("contacts/.ana.yml", "hidden"), (".me.yml", "hidden")}


def test_records_deep_in_a_folder_of_another_name_are_not_dropped_in_silence(tmp_path: Path) -> None:
    (tmp_path / "old" / "2025" / "contacts").mkdir(parents=True)
    (tmp_path / "old" / "2025" / "contacts" / "ana.yml").write_text("name: Ana\n", encoding="utf-8")
    problems: list[Problem] = []
    assert list(files_of(tmp_path, problems)) == []
    assert [p.code for p in problems] == ["unknown-folder"]

"""What is kept between two commands: never anything else than what the files say, and nothing that could be run."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from generator.doors import kept
from generator.records import reading
from generator.records.documents import Document, read_document
from generator.records.reading import read_folder
from tests.doors.test_noting import files
from tests.hanging import soon

ANA = "contacts/ana-ruiz.yml"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where something is kept, however few files there are."""
    monkeypatch.setattr(kept, "FEWEST", 1)
    monkeypatch.setattr(kept, "STALE", 1)
    monkeypatch.setenv("TERTULIA_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept" / "tertulia"


@pytest.mark.usefixtures("store")
def test_what_is_read_by_way_of_it_is_what_the_files_say(mine: Path) -> None:
    first, second = kept.read(mine), kept.read(mine)
    plain = read_folder(mine)
    assert first.sheets == second.sheets == plain.sheets
    assert second.network == plain.network
    assert second.network.contacts["ana-ruiz"].log[0].place == plain.network.contacts["ana-ruiz"].log[0].place
    with (mine / ANA).open("a", encoding="utf-8") as file:
        file.write("nonsense: 1\n")
    (mine / "contacts" / "nadia.yml").unlink()
    after = kept.read(mine)
    assert [p.code for p in after.problems if p.place.file == ANA] == ["unknown-key"]
    assert after.network == read_folder(mine).network
    assert not after.stale


def test_only_what_changed_is_read_anew(mine: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.read(mine)
    assert [p.stat().st_mode & 0o777 for p in store.iterdir()] == [0o600]
    (mine / ANA).write_text("name: Ana Nueva\n", encoding="utf-8")
    seen: list[str] = []

    def read(file: str, raw: bytes) -> Document:
        seen.append(file)
        return read_document(file, raw)

    monkeypatch.setattr(reading, "read_document", read)
    assert kept.read(mine).network.contacts["ana-ruiz"].name.display == "Ana Nueva"
    assert seen == [ANA]


class _Runs:
    """What a forger would put there: a call that leaves a trace."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.trace),)


@pytest.mark.parametrize("spoilt", ["cut", "forged", "open to all", "a link"])
def test_what_was_tampered_with_is_as_good_as_gone(mine: Path, store: Path, tmp_path: Path, spoilt: str) -> None:
    kept.read(mine)
    path = next(store.iterdir())
    trace = tmp_path / "trace"
    match spoilt:
        case "cut":
            path.write_bytes(path.read_bytes()[:-9])
        case "forged":
            raw = pickle.dumps({ANA: _Runs(trace)})
            path.write_bytes(hashlib.sha256(raw).digest() + raw)
        case "open to all":
            path.chmod(0o666)
        case "a link":
            path.rename(tmp_path / "elsewhere")
            path.symlink_to(tmp_path / "elsewhere")
    assert kept._sheets(path) == {}
    assert kept.read(mine).network == read_folder(mine).network
    assert not trace.exists()


def test_a_small_network_leaves_no_copy_and_nothing_is_kept_where_nobody_wants_it(
    mine: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(mine)
    monkeypatch.setattr(kept, "FEWEST", 10_000)
    kept.read(mine)
    monkeypatch.setattr(kept, "FEWEST", 1)
    monkeypatch.setenv("TERTULIA_CACHE", "off")
    kept.read(mine)
    assert not store.exists()
    assert files(mine) == before


@pytest.mark.parametrize("wanted", ["where it is", "off", "elsewhere"])
def test_who_is_forgotten_is_forgotten_here_too_wherever_the_folder_lay_and_whatever_was_killed(
    mine: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(store.parent))
    kept.read(mine)
    path = next(store.iterdir())
    (store / f".{path.name}.4711").write_bytes(b"half of it")
    (store / "notes.txt").write_text("not ours", encoding="utf-8")
    mine.rename(tmp_path / "moved")
    if wanted != "where it is":
        monkeypatch.setenv("TERTULIA_CACHE", wanted if wanted == "off" else str(tmp_path / "elsewhere"))
    kept.forget()
    assert [p.name for p in store.iterdir()] == ["notes.txt"]


def test_what_a_killed_command_left_goes_with_the_next_one(mine: Path, store: Path) -> None:
    kept.read(mine)
    path = next(store.iterdir())
    (store / f".{path.name}.4711").write_bytes(b"half of it")
    (mine / ANA).write_text("name: Ana Nueva\n", encoding="utf-8")
    kept.read(mine)
    assert list(store.iterdir()) == [path]
    assert kept._sheets(path)


def test_a_pipe_or_something_huge_keeps_nobody_waiting(mine: Path, store: Path) -> None:
    kept.read(mine)
    path = next(store.iterdir())
    path.unlink()
    os.mkfifo(path, 0o600)
    assert kept._sheets(path) == {}
    path.unlink()
    path.touch(0o600)
    os.truncate(path, 1 << 40)
    assert soon(lambda: kept._sheets(path)) == {}
    assert kept.read(mine).network == read_folder(mine).network


def test_many_commands_at_once_read_the_same_and_leave_one_copy(mine: Path, store: Path) -> None:
    script = ("import sys; from pathlib import Path; from generator.doors import kept; kept.FEWEST = kept.STALE = 1; "
              "print(len(kept.read(Path(sys.argv[1])).network.contacts))")
    running = [
        subprocess.Popen([sys.executable, "-c", script, mine], stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    assert {process.communicate()[0].strip() for process in running} == {str(len(read_folder(mine).network.contacts))}
    assert len(list(store.iterdir())) == 1

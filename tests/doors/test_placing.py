"""New files come whole or not at all, on disks with links and without, and whatever interrupts them."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from generator.doors import placing
from generator.doors.arriving import write_new, write_new_bytes
from generator.doors.refusal import Refusal
from generator.doors.writing import Draft, write

NO_LINKS = (OSError(errno.EPERM, "no links"), OSError(errno.EOPNOTSUPP, "no links"), NotImplementedError())


@pytest.fixture(params=NO_LINKS, ids=["not permitted", "not supported", "not there"])
def _without_links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: Any) -> None:
        raise request.param

    monkeypatch.setattr(os, "link", link)


def there(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def new(folder: Path, *names: str) -> list[Draft]:
    return [Draft(name, folder / name, None, name.encode()) for name in names]


@pytest.mark.usefixtures("_without_links")
def test_a_disk_without_links_gets_new_files_by_both_ways(tmp_path: Path) -> None:
    write(tmp_path, new(tmp_path, "a.yml", "b.yml"), {})
    write_new(tmp_path, [("c.yml", "c.yml")])
    assert there(tmp_path) == {name: name.encode() for name in ("a.yml", "b.yml", "c.yml")}


@pytest.mark.usefixtures("_without_links")
def test_a_file_that_is_there_stays_on_a_disk_without_links(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"mine")
    with pytest.raises(Refusal, match="there already"):
        write_new_bytes(tmp_path / "a.yml", b"another's")
    draft = placing.beside(tmp_path / "a.yml", b"another's")
    with pytest.raises(FileExistsError):
        placing.named(draft, tmp_path / "a.yml")
    draft.unlink()
    assert there(tmp_path) == {"a.yml": b"mine"}


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full")])
@pytest.mark.parametrize("at", range(1, 3))
@pytest.mark.usefixtures("_without_links")
def test_what_is_interrupted_leaves_nothing_behind(
    at: int, stop: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old.yml").write_bytes(b"old")
    count, sync = 0, os.fsync

    def fsync(descriptor: int) -> None:
        nonlocal count
        count += 1
        if count == at:
            raise stop
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    for way in (lambda: write(tmp_path, new(tmp_path, "a.yml", "b.yml"), {}),
                lambda: write_new(tmp_path, [("in/a.yml", "a"), ("in/b.yml", "b")])):
        count = 0
        with pytest.raises((type(stop), Refusal)):
            way()
        assert there(tmp_path) == {"old.yml": b"old"}
        assert not (tmp_path / "in").exists()

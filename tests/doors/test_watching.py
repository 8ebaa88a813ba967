"""Watching: every way in which a file changes is heard of at once, and reading one is no change."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEventHandler

from generator.doors import watching
from generator.doors.watching import SLOW, watch_closely

PATIENCE = 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files in it, and a single file beside it."""
    (tmp_path / "data" / "contacts").mkdir(parents=True)
    (tmp_path / "data" / "contacts" / "ana.yml").write_text("name: Ana\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def heard(folder: Path) -> Iterator[threading.Event]:
    """Set whenever a rebuild is wanted because of a change."""
    server, event = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(folder)), threading.Event()
    server.watch(str(folder / "mkdocs.yml"))
    watch_closely(server)
    server.watch(str(folder / "data"))
    server._rebuild_cond.notify_all = event.set  # type: ignore[method-assign]
    server.observer.start()
    yield event
    server.observer.stop()
    server.observer.join()
    server.server_close()


def replaced(path: Path) -> None:
    """Save as many editors do: a new file takes the old one's name."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text("name: Ana Ruiz\n", encoding="utf-8")
    fresh.replace(path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "written": lambda f: (f / "data/contacts/ana.yml").write_text("name: Ana Sol\n", encoding="utf-8"),
    "replaced": lambda f: replaced(f / "data/contacts/ana.yml"),
    "new": lambda f: (f / "data/contacts/bo.yml").write_text("name: Bo\n", encoding="utf-8"),
    "gone": lambda f: (f / "data/contacts/ana.yml").unlink(),
    "renamed": lambda f: (f / "data/contacts/ana.yml").rename(f / "data/contacts/eva.yml"),
    "a folder moved away": lambda f: (f / "data/contacts").rename(f / "elsewhere"),
    "a folder removed": lambda f: shutil.rmtree(f / "data/contacts"),
    "mkdocs.yml replaced": lambda f: replaced(f / "mkdocs.yml"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_heard_of(folder: Path, heard: threading.Event, change: Callable[[Path], object]) -> None:
    change(folder)
    assert heard.wait(PATIENCE)


def test_a_file_that_editors_replace_is_heard_of_again_and_again(folder: Path, heard: threading.Event) -> None:
    for _ in range(3):
        heard.clear()
        replaced(folder / "mkdocs.yml")
        assert heard.wait(PATIENCE)
        heard.clear()
        heard.wait(0.3)


def test_reading_is_no_change(folder: Path, heard: threading.Event) -> None:
    (folder / "data/contacts/ana.yml").read_bytes()
    (folder / "mkdocs.yml").read_bytes()
    assert not heard.wait(SLOW / 4)


def within_patience(happened: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not happened() and time.monotonic() < end:
        time.sleep(0.01)
    return happened()


def saved(path: Path, text: str, told: list[str]) -> None:
    """Save a file; nobody tells of it any more when it is over, and what was told before is forgotten."""
    path.write_text(text, encoding="utf-8")
    assert within_patience(lambda: str(path) in told)
    time.sleep(0.3)
    told.clear()


@pytest.fixture
def hasty(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[watching.Watcher, list[str]]]:
    """A watcher that looks around ten times a second, and the paths of which it told."""
    monkeypatch.setattr(watching, "SLOW", 0.1)
    watcher, told = watching.Watcher(), list[str]()
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: told.append(str(event.src_path))  # type: ignore[method-assign]
    watcher.schedule(handler, str(folder / "data"))
    watcher.start()
    yield watcher, told
    watcher.stop()
    watcher.join()


def test_what_the_system_has_told_is_not_told_once_more(
    folder: Path, hasty: tuple[watching.Watcher, list[str]]
) -> None:
    _, told = hasty
    saved(folder / "data/contacts/ana.yml", "name: Ana Sol\n", told)
    time.sleep(0.5)
    assert not told


def test_what_the_system_does_not_tell_is_found_all_the_same(
    folder: Path, hasty: tuple[watching.Watcher, list[str]]
) -> None:
    path, (watcher, told) = folder / "data/contacts/ana.yml", hasty
    saved(path, "name: Ana Sol\n", told)
    watcher._quick.unschedule_all()
    path.write_text("name: Ana Sol Ruiz\n", encoding="utf-8")
    assert within_patience(lambda: str(path) in told)

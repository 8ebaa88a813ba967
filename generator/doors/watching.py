"""Watching: changes are heard from the system at once; a slow look around finds what it does not tell.

MkDocs looks at every file twice a second. The system's own watcher answers in a moment, but it also tells when a file
is only read, it loses a single file that an editor replaces, and of disks on other machines it may say nothing.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent, DirCreatedEvent, DirDeletedEvent,
    DirMovedEvent,
]
"""What may alter a site; not that a file was opened, or closed without a change."""

SLOW = 3.0
"""Seconds between two looks at everything."""

QUIET = 0.02
"""Seconds without a change after which a site is made: an editor saves a file in several steps."""

State = tuple[int, int, int] | None
"""How a path looked: which file it was, when it was written and how long it was; None where there was nothing."""

Told = dict[str, State]
"""What the system's own watcher has told of, by path: how it looked then."""

log = logging.getLogger("mkdocs.plugins.tertulia")


class Watcher:
    """Two of watchdog's observers as one: the system's own, and one that looks now and then."""

    def __init__(self) -> None:
        self._quick, self._slow = Observer(), PollingObserver(timeout=SLOW)
        self._told: Told = {}

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = True) -> tuple[Any, Any]:
        """Tell a handler of what changes at a path, from now on."""
        slow = self._slow.schedule(_Rest(handler, self._told), path, recursive=recursive)
        if Path(path).is_file():  # the system watches what a name stands for now, and an editor puts another there
            quick = self._quick.schedule(_Only(handler, self._told, path), str(Path(path).parent), event_filter=CHANGES)
        else:
            quick = self._quick.schedule(_Folders(handler, self._told), path, recursive=recursive, event_filter=CHANGES)
        return quick, slow

    def unschedule(self, watches: tuple[Any, Any]) -> None:
        """Tell nobody any more of a path."""
        for observer, watch in zip((self._quick, self._slow), watches, strict=True):
            observer.unschedule(watch)

    def start(self) -> None:
        """Begin; where the system can watch no more, only the slow look is left."""
        try:
            self._quick.start()
        except OSError as error:
            log.warning("Changes are noticed within %g s, not at once: %s", SLOW, error)
        self._slow.start()

    def stop(self) -> None:
        """End."""
        self._quick.stop()
        self._slow.stop()

    def join(self) -> None:
        """Wait until both have ended."""
        for observer in (self._quick, self._slow):
            if observer.is_alive():
                observer.join()


class _Folders(FileSystemEventHandler):
    """Hands on what happened, and a folder that came or went as if it were a file: MkDocs does not mind folders."""

    def __init__(self, handler: FileSystemEventHandler, told: Told) -> None:
        self._handler, self._told = handler, told

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hand it on."""
        self._told |= _states(event)
        self._handler.on_any_event(FileModifiedEvent(event.src_path) if event.is_directory else event)


class _Only(_Folders):
    """Hands on what happened to one file of a folder."""

    def __init__(self, handler: FileSystemEventHandler, told: Told, path: str) -> None:
        super().__init__(handler, told)
        self._path = path

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hand it on if it is about that file."""
        if self._path in (event.src_path, event.dest_path):
            super().on_any_event(event)


class _Rest(FileSystemEventHandler):
    """Hands on what the system did not tell: one saved file is to be one rebuild."""

    def __init__(self, handler: FileSystemEventHandler, told: Told) -> None:
        self._handler, self._told = handler, told

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hand it on, unless everything is as it was when the system told of it."""
        if any(self._told.get(path, ()) != state for path, state in _states(event).items()):
            self._handler.on_any_event(event)


def _states(event: FileSystemEvent) -> Told:
    """How the paths of an event look now."""
    return {path: _state(path) for path in map(os.fsdecode, (event.src_path, event.dest_path)) if path}


def _state(path: str) -> State:
    try:
        found = os.stat(path)  # noqa: PTH116  # as the watcher names it
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def watch_closely(server: LiveReloadServer) -> None:
    """Let a server that does not run yet hear of changes at once."""
    watched = list(server._watched_paths)  # noqa: SLF001  # there is no other way to give it a watcher
    server._watched_paths.clear()  # noqa: SLF001
    server._watch_refs.clear()  # noqa: SLF001
    server.observer = Watcher()  # type: ignore[assignment]  # it has what MkDocs asks for
    server.build_delay = QUIET
    for path in watched:
        server.watch(path)

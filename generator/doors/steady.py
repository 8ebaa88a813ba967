"""Steady: what keeps `mkdocs serve` answering: no rebuild that fails, and none that is under way, holds up a page."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

_PAUSE = 0.5
"""Seconds between two looks at the data folder itself, as often as MkDocs looks at files."""

Refreshed = Literal["to build", "shown", "the same"]
"""Whether there is something to build, or the new data is shown already, or there was nothing new in it."""

log = logging.getLogger("mkdocs.plugins.tertulia")


def steady(server: LiveReloadServer, refresh: Callable[[], Refreshed]) -> LiveReloadServer:
    """Let the server show the last good site while the next one is made, and when it cannot be made at all.

    MkDocs leaves every request without an answer after a rebuild that raised. The site on the disk is whole at any
    time, since a new one takes its place in one step, so nothing needs to wait. `refresh` may save a rebuild.
    """
    rebuild = server.builder

    def build(*given: Any) -> None:
        with _nobody_waiting(server) as waiting:
            try:
                refreshed = refresh()
                if refreshed == "to build":
                    rebuild(*given)
                elif refreshed == "the same":
                    waiting.clear()
            except (MkDocsException, OSError) as error:
                log.error("%s The last good site stays.", _sentence(error))  # noqa: TRY400  # the line says it all
            except (Exception, SystemExit):
                log.exception("The last good site stays.")

    server.builder = build
    return server


def _sentence(error: BaseException) -> str:
    text = str(error).strip() or type(error).__name__
    return text if text.endswith((".", "!", "?")) else f"{text}."


@contextmanager
def _nobody_waiting(server: LiveReloadServer) -> Iterator[list[int]]:
    """MkDocs' server holds requests back while the wanted site is newer than the visible one: here it is not yet.

    Whoever takes the number out of the list says that there is nothing new, so that no browser loads its page again.
    """
    with server._epoch_cond:  # noqa: SLF001  # there is no other way to say it
        wanted, server._wanted_epoch = server._wanted_epoch, server._visible_epoch  # noqa: SLF001
        server._epoch_cond.notify_all()  # noqa: SLF001
    waiting = [wanted]
    try:
        yield waiting
    finally:
        with server._epoch_cond:  # noqa: SLF001
            server._wanted_epoch = waiting[0] if waiting else server._visible_epoch  # noqa: SLF001


def look_after(server: LiveReloadServer, folder: Path) -> None:
    """Notice when the data folder itself goes, comes or is another one: a watcher of what is in it ends with it."""
    threading.Thread(target=_look_after, args=(server, folder, _identity(folder)), daemon=True).start()


def _look_after(server: LiveReloadServer, folder: Path, seen: tuple[int, int] | None) -> None:
    while not server._shutdown:  # noqa: SLF001  # as above
        time.sleep(_PAUSE)
        now = _identity(folder)
        if now == seen:
            continue
        seen = now
        while str(folder.absolute()) in server._watched_paths:  # noqa: SLF001
            server.unwatch(str(folder))
        if now:
            server.watch(str(folder))
        with server._rebuild_cond:  # noqa: SLF001
            server._want_rebuild = True  # noqa: SLF001
            server._rebuild_cond.notify_all()  # noqa: SLF001


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which folder it is, by the disk's own number; None where there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if folder.is_dir() else None

"""Serving: the data is broken in every way while `mkdocs serve` runs, and every request is timed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.doors.exchange import exchange
from tests.torture.builds import ONE, Trial, sample

ADDRESSES = ("", "people/", "people/carmen-vidal/", "en/week/", "follow-ups/", "assets/styles/base.css")
MOST = 1.0
PATIENCE = 120
"""Seconds for one rebuild, on a machine that has other things to do."""


def _obeying() -> list[str]:
    """What makes a program of root's obey permissions, as everybody else's does."""
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address of a running server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [*_obeying(), sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, **ONE, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(folder)}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(words, cwd=folder / "project", env=environment, stdout=log, stderr=log)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(20)


class _Clock:
    """How long the slowest answer took, and how many there were without 200."""

    def __init__(self, address: str) -> None:
        self.address, self.slowest, self.asked, self.unanswered = address, 0.0, 0, 0

    def ask(self, below: str) -> str:
        """One page, timed."""
        start, text = time.monotonic(), ""
        try:
            with urllib.request.urlopen(self.address + below, timeout=10) as answer:  # noqa: S310  # our own server
                text = answer.read().decode()
        except OSError:
            self.unanswered += 1
        self.slowest = max(self.slowest, time.monotonic() - start)
        self.asked += 1
        return text

    def until(self, wanted: Callable[[str], bool], patience: int = PATIENCE) -> bool:
        """Ask for every address again and again until the first page is as wanted."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            pages = [self.ask(below) for below in ADDRESSES]
            if pages[0] and wanted(pages[0]):
                return True
            time.sleep(0.05)
        return False


def _accidents(data: Path) -> dict[str, Callable[[], object]]:
    carmen = data / "contacts" / "carmen-vidal.yml"
    text = carmen.read_bytes()

    def instead(make: Callable[[Path], object], of: Path = carmen) -> None:
        """Something else in one step: who looks in between would rightly find nothing."""
        new = data.parent / "new"
        make(new)
        exchange(new, of)
        _remove(new)

    return {
        "half-written": lambda: carmen.write_bytes(text[: len(text) // 2] + b'\nnotes: "'),
        "not text": lambda: carmen.write_bytes(b"\xff\xfe\0"),
        "nested": lambda: carmen.write_bytes(b"[" * 100_000),
        "renamed": lambda: carmen.rename(carmen.with_suffix(".yaml")),
        "link": lambda: instead(lambda new: new.symlink_to("/etc/hostname")),
        "loop": lambda: instead(lambda new: new.symlink_to(carmen)),
        "pipe": lambda: instead(os.mkfifo),
        "folder": lambda: instead(Path.mkdir),
        "folder replaced": lambda: instead(lambda new: new.write_text("x", encoding="utf-8"), data / "contacts"),
        "me replaced": lambda: (data / "me.yml").write_text("- no\n"),
        "may not be read": lambda: carmen.chmod(0),
        "may not be listed": lambda: (data / "contacts").chmod(0),
    }


def _remove(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def accidents(folder: Path) -> tuple[bool, str]:
    """Each accident comes under a banner and goes when it is undone."""
    sample(folder)
    data, kept = folder / "data", folder / "kept"
    shutil.copytree(data, kept)
    shown, count = [], 0
    with _served(folder) as address:
        clock = _Clock(address)
        if not clock.until(lambda page: "Tertulia" in page, patience=5 * PATIENCE):
            return False, f"no page within {5 * PATIENCE} s of the start"
        clock = _Clock(address)
        for name, happen in _accidents(data).items():
            count += 1
            happen()
            well = clock.until(lambda page: "tt-banner" in page)
            well = well and "Carmen" in clock.ask("people/carmen-vidal/")
            shutil.copytree(kept, folder / "mended")
            for name_in in ("contacts", "me.yml"):
                exchange(folder / "mended" / name_in, data / name_in)
            _remove(folder / "mended")
            shown.append(name if well and clock.until(lambda page: "tt-banner" not in page) else f"NOT {name}")
    well = not any(name.startswith("NOT") for name in shown) and clock.slowest <= MOST and not clock.unanswered
    return well, (f"{count} accidents, {clock.asked} requests, {clock.unanswered} without 200, slowest "
                  f"{clock.slowest:.2f} s; shown and gone again: {', '.join(shown)}")


def broken_start(folder: Path) -> tuple[bool, str]:
    """Broken when the server starts: once a file, once the whole folder."""
    sample(folder)
    shutil.copytree(folder / "data", folder / "kept")
    results = []
    for happen in ("file", "folder"):
        if happen == "file":
            (folder / "data" / "me.yml").write_text("name: [Nuria\n", encoding="utf-8")
        else:
            shutil.rmtree(folder / "data")
        with _served(folder) as address:
            clock = _Clock(address)
            shown = clock.until(lambda page: "tt-banner" in page)
            shutil.rmtree(folder / "data", ignore_errors=True)
            shutil.copytree(folder / "kept", folder / "data")
            results.append(shown and clock.until(lambda page: "tt-banner" not in page))
    return all(results), f"under a banner at once, gone when mended: {sum(results)} of 2"


TRIALS: Mapping[str, Trial] = {"accidents": accidents, "broken-start": broken_start}

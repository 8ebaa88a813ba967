"""Runs: one command, one build or one saved file, measured from outside."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmark.tools import Tool
from tests.benchmark.workload import contact_id

_PATIENCE = 300.0
_RELOADS = re.compile(r"<script>.*?</script>|livereload\(\d+, \d+\)", re.DOTALL)


class BrokenError(Exception):
    """A tool did not do what it was measured for."""


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds on the clock, seconds of CPU, and megabytes of its largest process."""

    wall: float
    cpu: float
    memory: float


def cold(tool: Tool, folder: Path) -> Cost:
    """The first build: nothing is there yet."""
    for name in tool.clean:
        shutil.rmtree(folder / name, ignore_errors=True)
    return build(tool, folder)


def warm(tool: Tool, folder: Path, mark: str) -> Cost:
    """The build after one person's file was edited; the edit has to be on their page."""
    edit(folder, contact_id(42), mark)
    cost = build(tool, folder)
    page = folder / tool.out / tool.page(contact_id(42)) / "index.html"
    if mark not in page.read_text(encoding="utf-8"):
        raise BrokenError(f"{tool.name}: the edit is not on the page")
    return cost


def build(tool: Tool, folder: Path) -> Cost:
    """All commands of one build."""
    costs = [run(_filled(command, folder), folder, _environment(tool, folder)) for command in tool.commands]
    return Cost(sum(c.wall for c in costs), sum(c.cpu for c in costs), max(c.memory for c in costs))


def run(command: Sequence[str], folder: Path, env: dict[str, str], accepted: Sequence[int] = (0,)) -> Cost:
    """One command, with the system's own account of it."""
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr  # it was asked for
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        raise BrokenError(f"{command[0]} ended with {process.returncode}: {said.decode()[-600:]}")
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def edit(folder: Path, who: str, mark: str) -> None:
    """Save one person's file with one topic more, which every tool shows on their page."""
    path = folder / "data" / "contacts" / f"{who}.yml"
    text = re.sub(r"topics: \[(zq\w+, )?", f"topics: [{mark}, ", path.read_text(encoding="utf-8"), count=1)
    path.write_text(text, encoding="utf-8")


def served(tool: Tool, folder: Path, edits: int) -> list[float]:
    """Seconds from each saved file to its page, served with the edit; of our own, the rest is looked at, too."""
    people = len(list((folder / "data" / "contacts").iterdir()))
    with _serving(tool, folder) as home:
        other = home + tool.page(contact_id(people))
        before = _plain(get(other))
        found = []
        for n in range(edits):
            who, mark = contact_id(1 + n * 7919 % (people - 1)), f"zq{n}x{int(time.time())}"
            edit(folder, who, mark)
            start = time.perf_counter()
            _wait(home + tool.page(who), mark, start)
            found.append(time.perf_counter() - start)
            time.sleep(0.7 + 0.37 * n % 1 + 0.3 * min(found[-1], 10))
        if tool.out == "site" and (mark not in get(home + "search/search_index.json") or _plain(get(other)) != before):
            raise BrokenError(f"{tool.name}: the search is old, or a page changed that should not have")
    return found


def get(url: str) -> str:
    """What is served at an address; an empty text for nothing."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310  # only our own address
            text: bytes = answer.read()
            return text.decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):  # a page may be cut short while it is exchanged
        return ""


def _plain(page: str) -> str:
    return _RELOADS.sub("", page)


@contextmanager
def _serving(tool: Tool, folder: Path) -> Iterator[str]:
    """A running server; the address of its home page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    command = [part.format(folder=folder, address=address, port=port) for part in tool.serve]
    home = f"http://{address}/"
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=_environment(tool, folder), stdout=log, stderr=log,
                                   start_new_session=True)
        try:
            _wait(home + tool.page(contact_id(1)), "</html>", time.perf_counter(), process)
            time.sleep(1.5)
            yield home
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(url: str, mark: str, start: float, process: subprocess.Popen[bytes] | None = None) -> None:
    while mark not in get(url):
        if time.perf_counter() - start > _PATIENCE or (process and process.poll() is not None):
            raise BrokenError(f"{url} never showed {mark}")
        time.sleep(0.005)


def _filled(command: Sequence[str], folder: Path) -> list[str]:
    return [part.replace("{folder}", str(folder)) for part in command]


def _environment(tool: Tool, folder: Path) -> dict[str, str]:
    return {key: value.replace("{folder}", str(folder)) for key, value in tool.environment.items()}

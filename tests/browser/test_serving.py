"""The site while its owner edits: `mkdocs serve` in a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.sites import DAY, ROOT
from tests.browser.tab import Watched

PATIENCE = 60
CARMEN = "people/carmen-vidal/"


@dataclass
class Serving:
    """A running server and the data folder it watches."""

    address: str
    data: Path
    log: Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(happens: Callable[[], bool], what: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if happens():
            return
        time.sleep(0.1)
    pytest.fail(f"{what}: not within {PATIENCE} s\n{log.read_text(encoding='utf-8')[-3000:]}")


def fetch(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  # our own server on localhost
            text: str = answer.read().decode()
            return text
    except OSError:
        return ""


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder = tmp_path_factory.mktemp("serving")
    data = folder / "data"
    shutil.copytree(ROOT / "data", data)
    port = free_port()
    log = folder / "log"
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "TERTULIA_DATA": str(data),
        "TERTULIA_DAY": DAY,
        "TMPDIR": str(folder),
    }
    program = Path(sys.executable).with_name("mkdocs")
    with log.open("w") as stream:
        server = subprocess.Popen(
            [program, "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=ROOT,
            env=environment,
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            wait_until(lambda: "Carmen" in fetch(address + CARMEN), "the first page", log)
            yield Serving(address, data, log)
        finally:
            server.terminate()
            server.wait(20)


def test_an_edit_shows_up_by_itself(serving: Serving, watched: Watched) -> None:
    page = watched.page
    page.goto(serving.address + CARMEN)
    file = serving.data / "contacts" / "carmen-vidal.yml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("name:", "notes: Toca el acordeón.\nname:", 1), encoding="utf-8")
    expect(page.locator("main")).to_contain_text("Toca el acordeón.", timeout=PATIENCE * 1000)
    file.write_text(good, encoding="utf-8")
    expect(page.locator("main")).not_to_contain_text("Toca el acordeón.", timeout=PATIENCE * 1000)


def test_a_broken_file_leaves_the_site_up_under_a_banner_that_goes_when_it_is_mended(
    serving: Serving, watched: Watched
) -> None:
    page = watched.page
    file = serving.data / "contacts" / "carmen-vidal.yml"
    good = file.read_text(encoding="utf-8")
    line = len(good.splitlines()) + 1
    page.goto(serving.address + CARMEN)
    file.write_text(good + "birthdya: 03-14\n", encoding="utf-8")
    banner = page.locator(".tt-banner")
    expect(banner).to_contain_text(f"data/contacts/carmen-vidal.yml:{line}:1", timeout=PATIENCE * 1000)
    expect(page.locator("h1")).to_contain_text("Carmen")
    page.goto(serving.address + "en/" + CARMEN)
    expect(banner).to_contain_text("birthdya")
    banner.locator("a").click()
    expect(page.locator(".tt-prob")).to_contain_text("birthday")
    file.write_text(good, encoding="utf-8")
    expect(banner).to_have_count(0, timeout=PATIENCE * 1000)


def test_every_address_answers_at_once_while_a_file_is_broken(serving: Serving) -> None:
    file = serving.data / "me.yml"
    good = file.read_text(encoding="utf-8")
    try:
        file.write_text("name: [Nuria\n", encoding="utf-8")
        wait_until(lambda: "data/me.yml:1:7" in fetch(serving.address), "the banner", serving.log)
        for address in ("", "follow-ups/", "people/", "en/", "en/week/", CARMEN):
            assert "Tertulia" in fetch(serving.address + address)
    finally:
        file.write_text(good, encoding="utf-8")
    wait_until(lambda: "data/me.yml:1:7" not in fetch(serving.address), "the mended page", serving.log)

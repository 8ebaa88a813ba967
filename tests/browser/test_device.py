"""The site kept on a device: off until asked for, open without a connection, kept up to date, forgotten whole."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NOW, QuietHandler, Served

SHEET = "events/2026-11-26-jornada-pymes-digitales/"


class ForgetfulHandler(QuietHandler):
    """Lets the browser's ordinary cache keep nothing, so that only what was asked for can open without a connection."""

    def end_headers(self) -> None:
        """Say so with every answer."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


class Host:
    """The sample below a path, as on a host of many sites; it can go away and come back at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server: http.server.ThreadingHTTPServer | None = None
        self.port = 0
        self.start()
        self.address = f"http://127.0.0.1:{self.port}/repo/"

    def start(self) -> None:
        """Answer again."""
        handler = functools.partial(ForgetfulHandler, directory=str(self.folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.server.daemon_threads = True
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """As in a cellar: nothing answers."""
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
            self.server = None


@pytest.fixture
def host(sample: Served, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(sample.folder, tmp_path / "repo")
    host = Host(tmp_path)
    yield host
    host.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="es-ES", timezone_id="Europe/Madrid")
    context.clock.install(time=NOW)
    yield context.new_page()
    context.close()


def left_behind(page: Page) -> dict[str, object]:
    found: dict[str, object] = page.evaluate("""async () => ({
        caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length,
        stored: Object.keys(localStorage), session: Object.keys(sessionStorage),
    })""")
    return found


def switch_on(page: Page, words: str) -> None:
    page.locator("[data-keep] [role=switch]").click()
    expect(page.locator("[data-keep-says]")).to_have_text(words, timeout=30_000)
    expect(page.locator("[data-keep] [role=switch]")).to_have_attribute("aria-checked", "true")


def test_nothing_is_kept_until_it_is_asked_for(host: Host, page: Page) -> None:
    for address in ("", SHEET, "device/"):
        page.goto(host.address + address)
    expect(page.locator("[data-keep] [role=switch]")).to_have_attribute("aria-checked", "false")
    assert left_behind(page)["caches"] == []
    assert left_behind(page)["workers"] == 0


@pytest.mark.parametrize(("language", "kept", "title"), [
    ("", "Guardado: se abre sin conexión.", "En este aparato"),
    ("en/", "Kept: it opens without a connection.", "On this device"),
])
def test_what_is_kept_opens_in_a_cellar(host: Host, page: Page, language: str, kept: str, title: str) -> None:
    page.goto(host.address + language + SHEET)
    name = page.locator("h1").inner_text()
    switch_on(page, kept)
    host.stop()
    page.goto(host.address + language + SHEET)
    expect(page.locator("h1")).to_have_text(name)
    assert page.evaluate("getComputedStyle(document.querySelector('.tt-btn')).cursor") == "pointer", "it has its styles"
    page.locator("[data-go]").click()  # and its scripts
    expect(page.locator("[data-go]")).to_have_text("Parar" if not language else "Stop")
    for address in ("", "follow-ups/", "people/pedro-del-amo/"):
        page.goto(host.address + language + address)
        expect(page.locator("html")).to_have_attribute("lang", language.strip("/") or "es")
    page.goto(host.address + language + "rules/")  # was not kept: it leads to what was
    expect(page.locator("h1")).to_have_text(title)


def test_what_is_newer_takes_the_place_of_what_is_kept(host: Host, page: Page) -> None:
    page.goto(host.address + SHEET)
    switch_on(page, "Guardado: se abre sin conexión.")
    page.route("**/" + SHEET, lambda route: route.fallback())
    path = host.folder / "repo" / SHEET / "index.html"
    old = path.read_text(encoding="utf-8")
    try:
        path.write_text(old.replace("<h1 id=\"title\">", "<h1 id=\"title\">Nueva: "), encoding="utf-8")
        page.goto(host.address + SHEET)
        expect(page.locator("h1")).to_contain_text("Nueva: ")
        host.stop()
        page.goto(host.address + SHEET)
        expect(page.locator("h1")).to_contain_text("Nueva: ")
    finally:
        path.write_text(old, encoding="utf-8")


def test_a_new_edition_is_fetched_whole_before_the_old_one_goes(host: Host, page: Page) -> None:
    page.goto(host.address + "device/")
    switch_on(page, "Guardado: se abre sin conexión.")
    (before,) = page.evaluate("caches.keys()")
    worker = host.folder / "repo" / "sw.js"
    old = worker.read_text(encoding="utf-8")
    try:
        version = before.rsplit(" ", 1)[1]
        worker.write_text(old.replace(version, "0123456789abcdef"), encoding="utf-8")
        page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
        page.wait_for_function("caches.keys().then(all => all.length === 1 && all[0].endsWith('0123456789abcdef'))")
        count = "caches.keys().then(([name]) => caches.open(name)).then(c => c.keys()).then(all => all.length)"
        files = json.loads((host.folder / "repo" / "device.json").read_text(encoding="utf-8"))["files"]
        assert page.evaluate(count) == len(files)
    finally:
        worker.write_text(old, encoding="utf-8")


def test_forgetting_leaves_nothing_of_this_site_and_everything_of_others(host: Host, page: Page) -> None:
    page.goto(host.address + "checklists/conference/")
    page.locator("input[data-tick]").first.check()
    page.locator(".md-header__option label:visible").first.click()
    page.goto(host.address + "device/")
    page.evaluate("""async () => {
        localStorage.setItem("/another/.__palette", "1");
        localStorage.setItem("somebody", "else");
        await caches.open("another site's");
    }""")
    switch_on(page, "Guardado: se abre sin conexión.")
    assert any(key.startswith("tertulia.ticks") for key in left_behind(page)["stored"])  # type: ignore[attr-defined]
    page.locator("[data-forget] button").click()
    expect(page.locator("[data-forget-says]")).to_have_text("Hecho: en este navegador ya no queda nada de este sitio.")
    expect(page.locator("[data-keep] [role=switch]")).to_have_attribute("aria-checked", "false")
    found = left_behind(page)
    assert found["caches"] == ["another site's"]
    assert found["workers"] == 0
    assert sorted(found["stored"]) == ["/another/.__palette", "somebody"]  # type: ignore[call-overload]
    page.goto(host.address + "device/")
    expect(page.locator("[data-keep] [role=switch]")).to_have_attribute("aria-checked", "false")


def test_what_could_not_be_kept_whole_is_not_kept_at_all(host: Host, page: Page) -> None:
    page.goto(host.address + "device/")
    listed = host.folder / "repo" / "device.json"
    old = listed.read_text(encoding="utf-8")
    try:
        listed.write_text(json.dumps({"files": [*json.loads(old)["files"], "no-such-page/"]}), encoding="utf-8")
        page.locator("[data-keep] [role=switch]").click()
        expect(page.locator("[data-keep-says]")).to_contain_text("No se ha podido guardar", timeout=30_000)
        assert left_behind(page)["caches"] == []
        assert left_behind(page)["workers"] == 0
    finally:
        listed.write_text(old, encoding="utf-8")


def test_without_scripts_there_is_no_switch(host: Host, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host.address + "device/")
    expect(page.locator("[data-keep]")).to_be_hidden()
    expect(page.locator("[data-forget]")).to_be_hidden()
    context.close()

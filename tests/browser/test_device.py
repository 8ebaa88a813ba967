"""The site kept on a device: off until asked for, open without a connection, kept up to date, forgotten whole."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import QuietHandler, Served
from tests.browser.tab import Tab

SHEET = "events/2026-11-26-jornada-pymes-digitales/"


class ForgetfulHandler(QuietHandler):
    """Lets the browser's ordinary cache keep nothing, so that only what was asked for can open without a connection."""

    def __init__(self, *how: Any, changed: Path, **more: Any) -> None:
        self.changed = changed
        super().__init__(*how, **more)

    def end_headers(self) -> None:
        """Say so with every answer."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """The file as it is now, below the path of the host."""
        found = Path(super().translate_path(path.removeprefix("/repo")))
        instead = self.changed / found.relative_to(self.directory)
        if (instead / "index.html").is_file():
            instead /= "index.html"
        return str(instead if instead.is_file() else found)


class Host:
    """The sample below a path, as on a host of many sites; it can go away and come back at the same address."""

    def __init__(self, folder: Path, changed: Path) -> None:
        self.folder, self.changed = folder, changed
        self.server: http.server.ThreadingHTTPServer | None = None
        self.port = 0
        self.start()
        self.address = f"http://127.0.0.1:{self.port}/repo/"

    def start(self) -> None:
        """Answer again."""
        handler = functools.partial(ForgetfulHandler, directory=str(self.folder), changed=self.changed)
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

    def read(self, name: str) -> str:
        """A file as the sample has it."""
        return (self.folder / name).read_text(encoding="utf-8")

    def change(self, name: str, text: str) -> None:
        """From now on a file says something else here; the sample's own stays as it is."""
        path = self.changed / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def host(sample: Served, tmp_path: Path) -> Iterator[Host]:
    host = Host(sample.folder, tmp_path)
    yield host
    host.stop()


@pytest.fixture
def page(tab: Tab) -> Iterator[Page]:
    """A page that may say that it finds no connection; what it keeps is of a host that no other test will see."""
    yield tab.renew().page
    tab.forget(stored=False)


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
    name = SHEET + "index.html"
    host.change(name, host.read(name).replace("<h1 id=\"title\">", "<h1 id=\"title\">Nueva: "))
    page.goto(host.address + SHEET)
    expect(page.locator("h1")).to_contain_text("Nueva: ")
    host.stop()
    page.goto(host.address + SHEET)
    expect(page.locator("h1")).to_contain_text("Nueva: ")


def test_a_new_edition_is_fetched_whole_before_the_old_one_goes(host: Host, page: Page) -> None:
    page.goto(host.address + "device/")
    switch_on(page, "Guardado: se abre sin conexión.")
    (before,) = page.evaluate("caches.keys()")
    version = before.rsplit(" ", 1)[1]
    host.change("sw.js", host.read("sw.js").replace(version, "0123456789abcdef"))
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    page.wait_for_function("caches.keys().then(all => all.length === 1 && all[0].endsWith('0123456789abcdef'))")
    count = "caches.keys().then(([name]) => caches.open(name)).then(c => c.keys()).then(all => all.length)"
    assert page.evaluate(count) == len(json.loads(host.read("device.json"))["files"])


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
    files = json.loads(host.read("device.json"))["files"]
    host.change("device.json", json.dumps({"files": [*files, "no-such-page/"]}))
    page.locator("[data-keep] [role=switch]").click()
    expect(page.locator("[data-keep-says]")).to_contain_text("No se ha podido guardar", timeout=30_000)
    assert left_behind(page)["caches"] == []
    assert left_behind(page)["workers"] == 0

"""Five hundred follow-ups: what keeps the list from making anybody wait."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.sites import Served, build, serve
from tests.browser.tab import Watched

PEOPLE = 500
CONTACT = """name: Persona {n}
language: es
register: tu
closeness: close
channels: {{email: persona{n}@example.org, whatsapp: "+34600{n:06}"}}
promises: [{{by: me, what: la lista número {n}, made: 2026-11-01, due: 2026-11-{day:02}}}]
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("many")
    (folder / "data" / "contacts").mkdir(parents=True)
    (folder / "data" / "me.yml").write_text("name: Nuria\nlanguages: [es]\n", encoding="utf-8")
    for n in range(PEOPLE):
        path = folder / "data" / "contacts" / f"persona-{n}.yml"
        path.write_text(CONTACT.format(n=n, day=10 + n % 20), encoding="utf-8")
    yield from serve(build(folder / "site", TERTULIA_AUDIENCE="private", TERTULIA_DATA=str(folder / "data"),
                           TERTULIA_LANGUAGES="es"))


def test_five_hundred_follow_ups_are_found_and_only_those_on_the_screen_are_laid_out(
    many: Served, watched: Watched
) -> None:
    """How long that takes is measured by `python -m tests.benchmark.in_browser`."""
    page = watched.page
    page.goto(many.address + "follow-ups/")
    assert page.locator(".tt-task").count() >= PEOPLE
    page.locator(".tt-find input").fill("número 499")
    expect(page.locator(".tt-task:visible")).to_have_count(1)
    page.locator(".tt-find input").fill("")
    expect(page.locator(".tt-task:not([hidden])")).to_have_count(page.locator(".tt-task").count())
    far = page.locator(".tt-task").last
    assert far.evaluate("e => getComputedStyle(e).contentVisibility") == "auto"


def test_one_listener_serves_them_all(many: Served, watched: Watched) -> None:
    """What our scripts listen for grows with the kind of page, not with its length."""
    page = watched.page
    with page.add_init_script("""
        window.heard = 0;
        const add = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (...how) {
            window.heard += new Error().stack.includes("/assets/scripts/");
            return add.apply(this, how);
        };
    """):
        page.goto(many.address + "follow-ups/")
    page.wait_for_selector(".tt-tick:not([hidden])")
    assert 0 < page.evaluate("window.heard") < PEOPLE / 2

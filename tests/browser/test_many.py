"""Five hundred follow-ups: the list scrolls, filters and ticks without making anybody wait."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Served, Watched, build, serve

PEOPLE = 500
FRAME = 50
"""The longest a thing may keep the page from answering, in milliseconds: what browsers call a long task."""

PATIENCE = 2
"""A machine that tests run on is shared: the best of five times may take so many times longer."""

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


MEASURE = """async act => {
    const start = performance.now();
    await eval(act)();
    document.querySelector(".tt-backlog").getBoundingClientRect();  // style and layout belong to it
    return performance.now() - start;
}"""


def test_five_hundred_follow_ups_scroll_filter_and_tick_without_jank(many: Served, watched: Watched) -> None:
    page = watched.page
    page.clock.resume()
    page.goto(many.address + "follow-ups/")
    assert page.locator(".tt-task").count() >= PEOPLE
    acts = {
        "filter": "() => document.querySelector('input[name=kind]:not(:checked)').click()",
        "search": "() => { const f = document.querySelector('.tt-find input'); f.value = f.value ? '' : 'persona 4';"
                  " f.dispatchEvent(new Event('input', {bubbles: true})); }",
        "tick": "() => document.querySelector('.tt-task:not([hidden]) [data-done]').click()",
        "scroll": "() => { scrollTo(0, document.documentElement.scrollHeight / 2); }",
    }
    took = {name: min(page.evaluate(MEASURE, act) for _ in range(5)) for name, act in acts.items()}
    assert {name: ms for name, ms in took.items() if ms > FRAME * PATIENCE} == {}
    far = page.locator(".tt-task").last
    assert far.evaluate("e => getComputedStyle(e).contentVisibility") == "auto"


def test_one_listener_serves_them_all(many: Served, watched: Watched) -> None:
    """What our scripts listen for grows with the kind of page, not with its length."""
    page = watched.page
    page.add_init_script("""
        window.heard = 0;
        const add = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (...how) {
            window.heard += new Error().stack.includes("/assets/scripts/");
            return add.apply(this, how);
        };
    """)
    page.goto(many.address + "follow-ups/")
    page.wait_for_selector(".tt-tick:not([hidden])")
    assert 0 < page.evaluate("window.heard") < PEOPLE / 2

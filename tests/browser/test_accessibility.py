"""Every kind of page passes axe (WCAG 2.2 A and AA) in both languages, light and dark, on a phone and on a desk."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import NOW, Served

KINDS = [
    "", "follow-ups/", "events/", "events/2026-11-26-jornada-pymes-digitales/",
    "events/2026-10-22-congreso-web/", "people/",
    "people/ana-ruiz/", "checklists/", "checklists/conference/", "week/", "rules/", "rules/missing-thanks/",
    "problems/", "guide/",
    "guide/gifts/", "device/", "404.html",
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DIALOGS = ["dialog[data-keys]", "dialog[data-put-off]"]
OPEN_ALL = """() => {
    document.querySelectorAll('details').forEach(d => { d.open = true; });
    // What is far off the screen is not laid out until one gets there, and axe would measure what is not there yet.
    document.querySelectorAll('.tt-task').forEach(task => { task.style.contentVisibility = 'visible'; });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_stands_in_anybodys_way(sample: Served, browser: Browser, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    context.clock.install(time=NOW)
    page, found, looked = context.new_page(), [], 0
    for address in KINDS:
        for language in ("", "en/"):
            page.goto(f"{sample.address}{language}{address}")
            page.evaluate(OPEN_ALL)
            answer = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
            looked += len(answer["passes"])
            found += [(language + address, v["id"], v["nodes"][0]["html"][:200]) for v in answer["violations"]]
    page.goto(f"{sample.address}follow-ups/")
    for dialog in DIALOGS:
        page.locator(dialog).evaluate("d => d.showModal()")
        found += [(dialog, v["id"], "") for v in Axe().run(page, context=dialog, options={
            "runOnly": {"type": "tag", "values": TAGS[:-1]}}).response["violations"]]
        page.locator(dialog).evaluate("d => d.close()")
    context.close()
    assert looked > 500, "axe looked at the pages"
    assert found == []

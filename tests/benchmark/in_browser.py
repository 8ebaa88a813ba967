"""Benchmark: how long people wait in a browser for the search and on a long list of follow-ups.

    python -m tests.benchmark.in_browser [--people 5000] [--listed 300] [--rounds 5] [--json]

The search is asked over so many `people`, its index loaded: from the key that is let go to the frame that shows the
results. The follow-ups are those of as many people as are `listed`, one or two of each: what it takes to
filter, to find, to tick and to jump, each to its next frame, and the longest that scrolling from the top to the bottom
kept a frame waiting. Chromium draws 1280 × 900 points. Figures are milliseconds: the median of the rounds, and the
worst of all.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.benchmark import runs, workload
from tests.benchmark.tools import known, set_up
from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.sites import serve

TYPED = ("g", "gar", "garcia", "jose lopez", "ana", "tax lawyer", "typography", "acme legal", "zzyzx")
"""What is looked for: a letter, parts of names, names, trades, topics, employers, and nothing that there is."""

ASK = """typed => new Promise(done => {
    const box = document.querySelector("[data-md-component=search-query]");
    const shown = document.querySelector(".md-search-result");
    const start = performance.now();
    const watch = new MutationObserver(() => {
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
    });
    watch.observe(shown, {childList: true, subtree: true, characterData: true});
    box.value = typed;
    box.dispatchEvent(new KeyboardEvent("keyup", {key: "Shift"}));
})"""

ACT = """act => new Promise(done => {
    const start = performance.now();
    eval(act)();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""

ACTS = {
    "filter": "() => document.querySelector('input[name=kind]:not(:checked)').click()",
    "find": "() => { const f = document.querySelector('.tt-find input'); f.value = f.value ? '' : 'ana';"
            " f.dispatchEvent(new Event('input', {bubbles: true})); }",
    "tick": "() => document.querySelector('.tt-task:not([hidden]) [data-done]').click()",
    "jump": "() => scrollTo(0, scrollY ? 0 : document.documentElement.scrollHeight / 2)",
}

SCROLL = """() => new Promise(done => {
    let last = performance.now(), worst = 0;
    scrollTo(0, 0);
    requestAnimationFrame(function step(now) {
        worst = Math.max(worst, now - last);
        last = now;
        const before = scrollY;
        scrollBy({top: 600, behavior: "instant"});
        if (scrollY === before && before > 0) done(worst);
        else requestAnimationFrame(step);
    });
})"""

Figures = dict[str, list[float]]
"""Milliseconds of each round, by what was done."""


def searched(page: Page, home: str, rounds: int) -> Figures:
    """What each of `TYPED` takes; the index is there before the clock runs."""
    page.goto(home)
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("qq")
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.trim().length > 0")
    page.wait_for_timeout(1500)
    found: Figures = {}
    for _ in range(rounds):
        for typed in TYPED:
            found.setdefault(f"search: {typed}", []).append(page.evaluate(ASK, typed))
            page.wait_for_timeout(200)
    return found


def listed(page: Page, home: str, rounds: int) -> Figures:
    """What is done with the follow-ups."""
    page.goto(f"{home}follow-ups/")
    page.wait_for_selector(".tt-tick:not([hidden])")
    found: Figures = {}
    for _ in range(rounds):
        for name, act in ACTS.items():
            found.setdefault(f"follow-ups: {name}", []).append(page.evaluate(ACT, act))
        found.setdefault("follow-ups: a frame of scrolling", []).append(page.evaluate(SCROLL))
    return found


def site(people: int, work: Path) -> Path:
    """The site of so many people, as their owner sees it."""
    data = work / "data" / f"n{people}"
    if not (data / "me.yml").exists():
        workload.write(people, data)
    tool = known(work)["tertulia"]
    folder = set_up(tool, data, work)
    runs.build(tool, folder)
    return folder / tool.out


def measure(people: int, few: int, rounds: int, work: Path) -> Iterator[tuple[str, Figures]]:
    """Both, each over its own site."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*ARGUMENTS, *sandbox])
        for count, act in ((people, searched), (few, listed)):
            for served in serve(site(count, work)):
                page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="es-ES")
                page.clock.set_system_time(f"{workload.DAY}T08:00:00Z")
                yield f"{count} people", act(page, served.address, rounds)
                if act is listed:
                    yield f"{count} people", {"follow-ups: how many": [page.locator(".tt-task").count()]}
                page.close()
        browser.close()


def table(found: Mapping[str, Figures]) -> Iterator[str]:
    """A line for each thing that was done."""
    yield "| site | what | median | worst |"
    yield "|---" * 4 + "|"
    for name, figures in found.items():
        for what, seen in figures.items():
            yield f"| {name} | {what} | {statistics.median(seen):.0f} | {max(seen):.0f} |"


def main() -> int:
    """Run it and print the table."""
    options = argparse.ArgumentParser(description="How long people wait in a browser.")
    options.add_argument("--people", type=int, default=5000)
    options.add_argument("--listed", type=int, default=300)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--json", action="store_true")
    wanted = options.parse_args()
    found: dict[str, Figures] = {}
    work = Path(tempfile.mkdtemp(prefix="tertulia-in-browser-"))
    try:
        for name, figures in measure(wanted.people, wanted.listed, wanted.rounds, work):
            found.setdefault(name, {}).update(figures)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    sys.stdout.write(json.dumps(found, indent=1) if wanted.json else "\n".join(table(found)))
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

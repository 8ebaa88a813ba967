"""Portability: builds the sample with every builder and compares page by page.

MkDocs, ProperDocs with the plugin as it is, and Zensical from what `tertulia write` lays down. A builder that cannot
be installed is named, and then the status is 3.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import html5lib
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = {
    **os.environ, "NO_MKDOCS_2_WARNING": "1", "TERTULIA_DAY": "2026-11-23", "TERTULIA_AUDIENCE": "private",
    "DISABLE_MKDOCS_2_WARNING": "true",
}
HTML = "{http://www.w3.org/1999/xhtml}"
PAGES = ("", "people/", "checklists/coffee/", "follow-ups/", "guide/")
WORDS = {"": "jose", "en/": "etiquette"}
RESULTS = """[...document.querySelectorAll('*')].filter(e => e.shadowRoot).reduce(
    (n, e) => n + e.shadowRoot.querySelectorAll('a[href]').length,
    document.querySelectorAll('.md-search-result__item').length)"""
"""How many results a search shows: in the page, or in a part of it that Zensical closes off."""

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-headless-shell")


def run(*words: str | Path, cwd: Path = ROOT) -> None:
    """Run a program; what it said is shown when it fails."""
    command = [str(word) for word in words]
    done = subprocess.run(command, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def installed(place: Path, name: str, *packages: str) -> Path | None:
    """A builder in an environment of its own, or None, with the reason said."""
    run(sys.executable, "-m", "venv", place / name)
    pip = [place / name / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
    done = subprocess.run([str(w) for w in pip], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        print(f"{name}: NOT TRIED, it cannot be installed: {errors[-1] if errors else done.stderr[-300:]}")
        return None
    show = [str(place / name / "bin" / "pip"), "show", name]
    listed = subprocess.run(show, capture_output=True, text=True, check=False)
    print(f"{name} {''.join(re.findall(r'Version: (.*)', listed.stdout))}")
    return place / name / "bin" / name


def page_of(path: Path) -> tuple[str, list[str]]:
    """What a page says in its main part, and where its links lead, without what a theme puts between."""
    tree = html5lib.parse(path.read_text(encoding="utf-8"))
    main = next((e for e in tree.iter(f"{HTML}div") if "md-content__inner" in e.get("class", "")), None)
    main = main if main is not None else next(e for e in tree.iter(f"{HTML}article"))
    inner = [(parent, child) for parent in main.iter() for child in parent]
    for parent, child in inner:
        if "headerlink" in child.get("class", "") or child.tag == f"{HTML}button":
            parent.remove(child)
    links = [e.get("href", "").removeprefix("./") for e in main.iter(f"{HTML}a")]
    return " ".join("".join(main.itertext()).split()), [link for link in links if link and not link.startswith("#")]


def unsigned(path: Path) -> bytes:
    """A page without the name of the builder that made it."""
    return re.sub(rb'<meta name="generator"[^>]*>', b"", path.read_bytes())


def compare(name: str, ours: Path, theirs: Path, *, whole: bool) -> bool:
    """Whether both sites have the same pages, and the pages say the same; `whole`: byte for byte."""
    pages = {p.relative_to(ours).as_posix() for p in ours.rglob("*.html")}
    found = {p.relative_to(theirs).as_posix() for p in theirs.rglob("*.html")}
    faults = [f"only with MkDocs: {page}" for page in sorted(pages - found)]
    faults += [f"only with {name}: {page}" for page in sorted(found - pages)]
    for page in sorted(pages & found - {"404.html", "en/404.html"}):
        if whole:
            same = unsigned(ours / page) == unsigned(theirs / page)
        else:
            same = page_of(ours / page) == page_of(theirs / page)
        faults += [] if same else [f"differs: {page}"]
    kinds = {".ics", ".vcf", ".json", ".xml", ".css"}
    files = {p.relative_to(ours).as_posix() for p in ours.rglob("*") if p.suffix in kinds}
    own = {"search/search_index.json", "sitemap.xml"}
    own |= set() if whole else {"device.json"}  # only the plugin completes it: elsewhere nothing is kept on a device
    for file in sorted(f for f in files if f.removeprefix("en/") not in own and "/assets/stylesheets/" not in f"/{f}"):
        if not (theirs / file).is_file() or (theirs / file).read_bytes() != (ours / file).read_bytes():
            faults.append(f"file: {file}")
    print(f"{name}: {len(pages & found)} pages compared{' byte for byte' if whole else ''}, {len(faults)} differences")
    for fault in faults[:20]:
        print(f"  {fault}")
    return not faults


def look(name: str, site: Path) -> bool:
    """Whether styles, scripts, tabs, search and language switch work in a real browser."""
    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root, faults = f"http://127.0.0.1:{server.server_address[1]}/", []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
        near = (root, "data:", "blob:")
        page.on("request", lambda r: None if r.url.startswith(near) else faults.append(f"asks {r.url}"))
        for language, word in WORDS.items():
            for address in PAGES:
                page.goto(root + language + address)
                page.wait_for_load_state("networkidle")
                if not page.evaluate("getComputedStyle(document.body).getPropertyValue('--tt-ink') !== '' || "
                                     "[...document.styleSheets].some(s => (s.href || '').includes('tokens.css'))"):
                    faults.append(f"no styles at {language}{address}")
                if page.locator(".md-tabs__link").count() < 7:  # noqa: PLR2004 -- the tabs of the site
                    faults.append(f"no tabs at {language}{address}")
            page.goto(root + language)
            page.keyboard.press("/")
            page.wait_for_timeout(300)
            page.keyboard.type(word)
            page.wait_for_timeout(2500)
            if page.evaluate(RESULTS) == 0:
                faults.append(f"the search finds nothing at {language or '/'}")
        page.goto(f"{root}checklists/coffee/")
        box = page.locator(".md-content input[type=checkbox]").first
        box.check(force=True)
        page.reload()
        page.wait_for_load_state("networkidle")
        if not page.locator(".md-content input[type=checkbox]").first.is_checked():
            faults.append("a tick is forgotten")
        page.goto(root)
        target = page.locator("a[hreflang=en], .md-select__link[hreflang=en]").first.get_attribute("href") or ""
        page.goto(page.evaluate("link => new URL(link, location.href).href", target))
        if page.locator("html").get_attribute("lang") != "en":
            faults.append(f"the language switch leads to {target}")
        browser.close()
    server.shutdown()
    print(f"{name}: looked at in a browser, {len(faults)} faults")
    for fault in list(dict.fromkeys(faults))[:20]:
        print(f"  {fault}")
    return not faults


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has there
        """Say nothing."""


def main() -> int:
    """Build, compare and look; 0 all alike, 1 something differs, 3 a builder could not be tried."""
    good, tried = True, True
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        ours = place / "mkdocs"
        run(sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", ours)
        good &= look("MkDocs", ours)
        if builder := installed(place, "properdocs", ".", "properdocs"):
            theirs = place / "properdocs-site"
            run(builder, "build", "--strict", "--quiet", "-f", "mkdocs.yml", "--site-dir", theirs)
            good &= compare("ProperDocs", ours, theirs, whole=True)
        else:
            tried = False
        if builder := installed(place, "zensical", "zensical"):
            laid = place / "laid"
            run(Path(sys.executable).with_name("tertulia"), "write", laid, "--data", "data")
            for settings in ("mkdocs.yml", "mkdocs.en.yml"):
                run(builder, "build", "--strict", "-f", settings, cwd=laid)
            good &= compare("Zensical", ours, laid / "site", whole=False)
            good &= look("Zensical", laid / "site")
        else:
            tried = False
    return 1 if not good else 0 if tried else 3


if __name__ == "__main__":
    sys.exit(main())

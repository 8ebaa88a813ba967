"""The plain door: lays an edition's pages down in a folder, for any builder of MkDocs' kind."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import yaml
from markupsafe import escape

from generator.doors import swap
from generator.doors.elsewhere import write_settings
from generator.edition.chrome import make_chrome
from generator.edition.edition import make_feeds, make_pages
from generator.edition.ground import Ground
from generator.edition.shelf import found, lean, reading_order
from generator.pages.page import Page


def write_folder(ground: Ground, content: Path, folder: Path, step: Callable[[], None] = lambda: None) -> int:
    """Write `<language>/…/index.md` for every page, with the guide and the assets; returns how many pages.

    A page is front matter and one block of HTML, so that Markdown has nothing left to say. `chrome.yml` in each
    language holds tabs, banner and footer, named as `extra.tertulia` of mkdocs.yml; the settings for a builder lie
    beside the languages. The folder must be empty or new, and appears when it is whole. `step` is called after
    each page.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    staging = swap.begin(folder)
    try:
        count = _write_languages(ground, content, staging.path, step)
        staging.publish()
    finally:
        staging.discard()
    return count


def _write_languages(ground: Ground, content: Path, folder: Path, step: Callable[[], None]) -> int:
    count = 0
    chromes = [make_chrome(ground, language) for language in ground.languages]
    for language in ground.languages:
        root = folder / language
        for page in make_pages(ground, language).values():
            _write(root / page.address / "index.md", as_markdown(page))
            count += 1
            step()
        for feed in make_feeds(ground, language):
            (root / feed.name).write_bytes(feed.body)
        guide, assets = (found(content, part, "**/*") for part in (f"{language}/guide", "assets"))
        for name, path in [*((n.removeprefix(f"{language}/"), p) for n, p in guide.items()), *assets.items()]:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            if path.suffix == ".md":
                _write(root / name, links_to_files(path.read_text(encoding="utf-8"), path.stem == "index"))
            elif (bare := lean(path)) is not None:
                (root / name).write_bytes(bare)
            else:
                shutil.copy(path, root / name)
        _write(
            root / "chrome.yml",
            yaml.safe_dump(make_chrome(ground, language).extra, allow_unicode=True, sort_keys=False),
        )
    write_settings(folder, chromes, [reading_order(content, language) for language in ground.languages])
    return count


def as_markdown(page: Page) -> str:
    """One page as a Markdown file that any builder leaves as it is."""
    front = {"title": str(escape(page.title)), "layout": "app", "hide": ["navigation", "toc"]}
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n<div>\n{page.body}\n</div>\n"


def links_to_files(text: str, at_root: bool) -> str:  # noqa: FBT001 -- an article of its own or the folder's
    """Prose whose links to generated pages lead from file to file, which every builder understands alike.

    An article `gifts.md` is served from a folder of its own, so that its links climb one step more than the file's.
    """
    climb = "" if at_root else "../"
    return re.sub(rf"\]\({re.escape(climb)}((?:\.\./)+[a-z0-9/-]+/)(#[^)]*)?\)", r"](\1index.md\2)", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

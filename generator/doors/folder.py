"""The plain door: lays an edition's pages down in a folder, for any builder of MkDocs' kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml
from markupsafe import escape

from generator.edition.chrome import make_chrome
from generator.edition.edition import Ground, make_feeds, make_pages
from generator.edition.shelf import found
from generator.pages.page import Page
from generator.words.speech import LANGUAGES


def write_folder(ground: Ground, content: Path, folder: Path) -> int:
    """Write `<language>/…/index.md` for every page, with the guide and the assets; returns how many pages.

    A page is front matter and one block of HTML, so that Markdown has nothing left to say. `chrome.yml` in each
    language holds tabs, banner and footer, named as `extra.tertulia` of mkdocs.yml. The folder must be empty or new.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    count = 0
    for language in LANGUAGES:
        root = folder / language
        for page in make_pages(ground, language).values():
            _write(root / page.address / "index.md", as_markdown(page))
            count += 1
        for feed in make_feeds(ground, language):
            (root / feed.name).write_bytes(feed.body)
        guide, assets = (found(content, part, "**/*") for part in (f"{language}/guide", "assets"))
        for name, path in [*((n.removeprefix(f"{language}/"), p) for n, p in guide.items()), *assets.items()]:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, root / name)
        _write(
            root / "chrome.yml",
            yaml.safe_dump(make_chrome(ground, language).extra, allow_unicode=True, sort_keys=False),
        )
    return count


def as_markdown(page: Page) -> str:
    """One page as a Markdown file that any builder leaves as it is."""
    front = {"title": str(escape(page.title)), "layout": "app", "hide": ["navigation", "toc"]}
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n<div>\n{page.body}\n</div>\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

"""Elsewhere: the settings by which another builder makes the site of the pages that were laid down in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.doors.furnishing import name_switches
from generator.edition.chrome import Chrome
from generator.edition.shelf import home


def write_settings(folder: Path, chromes: Sequence[Chrome], guides: Sequence[Sequence[str]], name: str = "") -> None:
    """`mkdocs.yml` for the first language and `mkdocs.<language>.yml` for the others, with the seams of the theme.

    They name no plugin but the search, so that a builder without plugins makes the same pages of them.
    """
    shutil.copytree(home("overrides"), folder / "overrides")
    for n, chrome in enumerate(chromes):
        settings = _settings(chrome, chromes, guides[n], name)
        settings |= {"docs_dir": chrome.language, "site_dir": "site" if n == 0 else f"site/{chrome.language}"}
        text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=120)
        (folder / ("mkdocs.yml" if n == 0 else f"mkdocs.{chrome.language}.yml")).write_text(text, encoding="utf-8")


def _settings(chrome: Chrome, chromes: Sequence[Chrome], guide: Sequence[str], name: str) -> dict[str, Any]:
    ours: dict[str, Any] = yaml.safe_load(home("mkdocs.yml").read_text(encoding="utf-8"))
    ours["site_name"] = name or ours["site_name"]
    ours["theme"] = {**ours["theme"], "language": chrome.language, "custom_dir": "overrides"}
    name_switches(ours["theme"]["palette"], chrome.words)
    ours["plugins"] = ["search"]
    ours["nav"] = [
        {tab.title: list(guide)} if tab.address == "guide/" else {tab.title: f"{tab.address}index.md"}
        for tab in chrome.tabs
    ]
    ours["not_in_nav"] = "*"
    links = [_link(other, chrome, chromes[0]) for other in chromes]
    ours["extra"] |= {"tertulia": chrome.extra, "alternate": links}
    return ours


def _link(other: Chrome, here: Chrome, first: Chrome) -> dict[str, str]:
    """Where the language switch leads: to each language's home, from the root of the language one is in."""
    up = "" if here == first else "../"
    down = "" if other == first else f"{other.language}/"
    return {"name": other.name, "lang": other.language, "link": "." if other == here else f"{up}{down}" or "./"}

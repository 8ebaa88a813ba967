"""Furnishing: a site of somebody's own is given what ours has wherever its mkdocs.yml says nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.config_options import ExtraScript
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils.yaml import yaml_load

from generator.edition.shelf import home

_OF_THE_PLACE = {"name", "custom_dir", "language"}
"""What a theme's settings say of where they stand."""


def furnish(config: MkDocsConfig) -> None:
    """The seams of the theme, its settings, styles and scripts; what the site has of its own comes last, and holds."""
    own = Path(config.config_file_path).parent / "overrides"
    place = 1 if config.theme.custom_dir else 0
    new = [str(path) for path in (own, home("overrides")) if path.is_dir() and str(path) not in config.theme.dirs]
    config.theme.dirs[place:place] = new
    ours = yaml.safe_load(home("mkdocs.yml").read_text(encoding="utf-8"))
    said = _said_of_theme(config)
    for key, value in ours["theme"].items():
        if key not in _OF_THE_PLACE and key not in said:
            config.theme[key] = value
    styles = [name for name in ours["extra_css"] if name not in config.extra_css]
    there = {str(script) for script in config.extra_javascript}
    read = ExtraScript()  # type: ignore[no-untyped-call]  # MkDocs has left this one without types
    scripts = [read.validate(script) for script in ours["extra_javascript"] if script["path"] not in there]
    config.extra_css[:0], config.extra_javascript[:0] = styles, scripts


def _said_of_theme(config: MkDocsConfig) -> Mapping[str, Any]:
    """What mkdocs.yml itself says of the theme, which may be no more than its name."""
    with Path(config.config_file_path).open("rb") as file:
        said = yaml_load(file).get("theme")
    return said if isinstance(said, dict) else {}


def name_switches(palettes: Any, words: Mapping[str, str]) -> None:
    """Give every switch between light and dark that has no name the one of what comes after it."""
    listed = [p for p in (palettes if isinstance(palettes, list) else [palettes]) if isinstance(p, dict)]
    for palette, following in zip(listed, [*listed[1:], *listed[:1]], strict=True):
        switch = palette.get("toggle")
        if isinstance(switch, dict) and not switch.get("name"):
            to_system = following.get("media") == "(prefers-color-scheme)"
            to_dark = following.get("scheme") == "slate"
            switch["name"] = words["to_system" if to_system else "to_dark" if to_dark else "to_light"]


def absent(config: MkDocsConfig, files: Files) -> Iterator[tuple[str, str]]:
    """Logo, icon, styles and scripts that mkdocs.yml names and nobody has: the setting, and the file it names."""
    named = [(f"theme: {key}", str(config.theme.get(key) or "")) for key in ("logo", "favicon")]
    named += [("extra_css", name) for name in config.extra_css]
    named += [("extra_javascript", str(getattr(script, "path", script))) for script in config.extra_javascript]
    for setting, name in named:
        if name and "//" not in name and files.get_file_from_path(name.removeprefix("/").partition("?")[0]) is None \
                and not _of_the_theme(config, name):
            yield setting, name


def _of_the_theme(config: MkDocsConfig, name: str) -> bool:
    return any((Path(folder) / name).is_file() for folder in config.theme.dirs)

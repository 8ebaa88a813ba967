"""Listing: what the theme brings to a site is the same, whether its hidden folders are looked through or not."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.doors.listing import list_without_hidden
from generator.edition.shelf import home


def taken(config: MkDocsConfig) -> list[tuple[str, str | None]]:
    files, env = Files([]), config.theme.get_env()
    files.add_files_from_theme(env, config)
    assert env.get_template(".icons/material/account.svg").render().startswith("<svg")
    return [(file.src_uri, file.src_dir) for file in files]


def test_the_files_that_a_theme_brings_are_the_same_without_its_icons(tmp_path: Path) -> None:
    for name in ("a.css", ".hidden/b.css", "c/.hidden/d.css", "c/e.js", "assets/javascripts/f.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    config = load_config(str(home("mkdocs.yml")), theme={"name": "material", "custom_dir": str(tmp_path)}, plugins=[])
    before = taken(config)
    assert {"a.css", "c/e.js"} <= {name for name, _ in before}
    list_without_hidden(config.theme)
    assert taken(config) == before
    assert not any("/.icons" in name or name.startswith(".") for name in config.theme.get_env().list_templates())

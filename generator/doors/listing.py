"""Listing: the files of the theme without its fourteen thousand icons, which MkDocs would list and leave out again."""

from __future__ import annotations

import os
from pathlib import Path

import jinja2
from mkdocs.theme import Theme


def list_without_hidden(theme: Theme) -> None:
    """Let nobody look through the theme's hidden folders for files of the site: MkDocs takes none from there."""
    ordinary = theme.get_env

    def get_env() -> jinja2.Environment:
        env = ordinary()
        if type(env.loader) is jinja2.FileSystemLoader:
            env.loader = _Open(env.loader.searchpath)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]  # MkDocs asks the theme for it, and nobody else


class _Open(jinja2.FileSystemLoader):
    """Finds everything, and lists what is in no hidden folder."""

    def list_templates(self) -> list[str]:
        """The names, as the ordinary loader gives them."""
        found = set()
        for root in self.searchpath:
            for folder, folders, names in os.walk(root):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {Path(folder, name).relative_to(root).as_posix() for name in names}
        return sorted(found)

"""Options: what many commands ask for in the same words, and where their content is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from generator.edition.shelf import home

CONTENT = Path("content").absolute() if Path("mkdocs.yml").is_file() else home()
"""The content of the repository one stands in, or else what travels with the package."""

Command = Callable[..., None]
Doorway = Callable[[Command], Command]

DATA = click.option("--data", metavar="FOLDER", help="The data folder (TERTULIA_DATA; `data`).")
DAY = click.option("--day", metavar="DAY", help="The day to look from, as 2026-11-23 (TERTULIA_DAY; today).")
DRY_RUN = click.option("--dry-run", is_flag=True, help="Only say what would be written.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="For machines: one JSON document.")

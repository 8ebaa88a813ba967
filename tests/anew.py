"""Anew: the part of a page that is made from the code, between two lines that say so."""

from __future__ import annotations

import os
from pathlib import Path


def with_made(page: Path, begin: str, end: str, made: str) -> str:
    """The page with what was made between those two lines; with `TERTULIA_UPDATE=1` it is written so."""
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    fresh = f"{before}{begin}\n{made}\n{end}{rest.partition(end)[2]}"
    if os.environ.get("TERTULIA_UPDATE"):
        page.write_text(fresh, encoding="utf-8")
    return fresh

"""Whereabouts: where the data is, and of a folder that is not there what to do about it, in one line."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from generator.records.folder import FOLDERS
from generator.words.catalogue import Words


def data_named(said: str | None, otherwise: str | None = None) -> Path:
    """The data folder: as it is said, as the environment has it, as mkdocs.yml has it, or else `data`.

    A `~` is one's home where no shell has seen to it: settings of services and editors come without one.
    """
    named = Path(said or os.environ.get("TERTULIA_DATA") or otherwise or "data")
    try:
        return named.expanduser()
    except RuntimeError:  # of nobody who is here: it will not be there, and that is said
        return named


def missing(folder: Path, say: Words) -> str:
    """Why nothing can be done there: it is a file, one stands in the data already, or it is still to be made."""
    if folder.exists():
        return say.text("`{folder}` is a file: your data is a folder, so name that with --data or TERTULIA_DATA.",
                        folder=str(folder))
    if _looks_like_data(folder.parent):
        return say.text(
            "There is no folder `{folder}`, but `{near}` looks like your data: --data {near} or TERTULIA_DATA={near}",
            folder=str(folder), near=shlex.quote(str(folder.parent)),
        )
    return say.text(
        "There is no folder `{folder}`. To begin one: {command} (if your data is elsewhere: --data or TERTULIA_DATA)",
        folder=str(folder), command=_beginning(folder),
    )


def _beginning(folder: Path) -> str:
    """The command that makes it: `init` makes folders called data, and an empty one is good for a beginning, too."""
    if folder.name == "data":
        return " ".join(["tertulia init", *([] if folder.parent == Path() else [shlex.quote(str(folder.parent))])])
    return f"mkdir -p {shlex.quote(str(folder))}"


def _looks_like_data(folder: Path) -> bool:
    return (folder / "me.yml").is_file() or any((folder / name).is_dir() for name in FOLDERS)

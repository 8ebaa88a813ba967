"""Roll: who there is in a folder, found by any part of a name, without reading more of a file than its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_KEY = re.compile(r"\b(?:full|given|surnames|particle|preferred|honorific|name|title)\s*:")
_SIGNS = re.compile(r"[^\w\s.'’-]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the roll: the id, and the words of the name as they stand in the file."""

    id: str
    name: str

    @property
    def folded(self) -> str:
        """Id and name without accents and capitals, to look in."""
        return _folded(self.id, self.name)


@lru_cache(maxsize=1 << 14)
def _folded(id_: str, name: str) -> str:
    return f"{id_} {fold(name)}"


def name_in(text: str, key: str = "name") -> str:
    """The words of the name in a file's text: from the line of its key to the next line that is not further in."""
    rows = text.removeprefix("\ufeff").splitlines()
    start = next((n for n, row in enumerate(rows) if row.startswith(f"{key}:")), None)
    if start is None:
        return ""
    found = [rows[start].partition(":")[2]]
    for row in rows[start + 1 :]:
        if row.strip() and not row.startswith((" ", "-", "#")):
            break
        found.append(row)
    words = " ".join(row.split(" #")[0].strip().removeprefix("- ") for row in found if not row.lstrip().startswith("#"))
    return " ".join(_SIGNS.sub(" ", _KEY.sub(" ", words)).split()).strip("- ")


def fold(text: str) -> str:
    """Small letters without accents."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in letters if not unicodedata.combining(char))


def fitting(query: str, roll: Iterable[Entry]) -> list[Entry]:
    """Those somebody may mean: the one of that id, else who has all its words, else who has them within words."""
    words = fold(query).replace("_", " ").replace("-", " ").split()
    found = []
    for entry in roll:
        if entry.id == query:
            return [entry]
        if words and all(word in entry.folded for word in words):
            found.append(entry)
    for fits in (_is_word, _begins_word):
        exact = [e for e in found if all(fits(word, e.folded) for word in words)]
        if exact:
            return exact
    return found


def _is_word(word: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(word)}\b", text))


def _begins_word(word: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(word)}", text))

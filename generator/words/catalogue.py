"""Catalogue: one language's messages straight from its `.po`; `speech.py` adds dates, numbers and lists.

Babel takes a third of a second to read the same, and a command has to answer at once.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib.resources import files

LANGUAGES = ("es", "en")
"""The site's languages, the first one at the root."""

_ENTRY = re.compile(
    r'^msgid (?P<id>"(?:.*"\n")*.*")\n(?:msgid_plural (?P<many>"(?:.*"\n")*.*")\n'
    r'msgstr\[0\] (?P<one>"(?:.*"\n")*.*")\nmsgstr\[1\] (?P<rest>"(?:.*"\n")*.*")|msgstr (?P<str>"(?:.*"\n")*.*"))',
    re.MULTILINE,
)


def N_(message: str) -> str:  # noqa: N802  # the name that gettext's tools know
    """Mark a message that stands in a table and is translated where it is said."""
    return message


class Words:
    """What one language says: `text(msgid)` and `plural(one, many, n)`, as `Speech` says it."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._messages = said_in(language)

    def text(self, message: str, /, **facts: object) -> str:
        """The message in this language, its placeholders filled in."""
        text = self._messages.get(message, message)
        return text.format(**facts) if facts else text

    def plural(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """The message for that many; `{n}` is the number."""
        return self.form(one, many, n).format(n=n, **facts)

    def form(self, one: str, many: str, n: int) -> str:
        """The message for that many, its placeholders as they stand."""
        return self._messages.get(f"{one}\0{n != 1}", one if n == 1 else many)


@cache
def words(language: str) -> Words:
    """The words of one language, read once."""
    return Words(language)


@cache
def said_in(language: str) -> dict[str, str]:
    """What one language says for each message."""
    source = files("generator.words").joinpath(f"{language}.po")
    found: dict[str, str] = {}
    for entry in _ENTRY.finditer(source.read_text(encoding="utf-8") if source.is_file() else ""):
        said = _said(entry["id"])
        if entry["many"]:
            found |= {f"{said}\0False": _said(entry["one"]), f"{said}\0True": _said(entry["rest"])}
        elif said:
            found[said] = _said(entry["str"])
    return found


def _said(quoted: str) -> str:
    return "".join(str(ast.literal_eval(row)) if "\\" in row else row[1:-1] for row in quoted.split("\n"))

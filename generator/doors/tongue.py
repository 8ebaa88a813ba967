"""Tongue: the language of the terminal, and its words."""

from __future__ import annotations

import locale
import os

from generator.words.catalogue import LANGUAGES, Words, words


def language() -> str:
    """The language of the terminal: TERTULIA_LANGUAGE, else the locale's, else English."""
    wanted = next(
        filter(None, map(os.environ.get, ("TERTULIA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))),
        locale.getlocale()[0] or "",
    )
    spoken = wanted[:2].lower()
    return spoken if spoken in LANGUAGES else "en"


def tongue() -> Words:
    """The words of the terminal's language."""
    return words(language())

"""Placeholders: the words in capitals that stand for what somebody types after a command: WHO, FOLDER, MINUTES."""

from __future__ import annotations

import re

from generator.words.catalogue import N_, Words

PLACEHOLDERS = (
    N_("ADDRESS"), N_("DAY"), N_("EVENT"), N_("FILE"), N_("FOLDER"), N_("GOAL"), N_("HOUR"), N_("ID"), N_("KIND"),
    N_("MINUTES"), N_("NAME"), N_("NEW-ID"), N_("NOTE"), N_("NUMBER"), N_("OLD"), N_("OPTIONS"), N_("PATH"),
    N_("PEOPLE"), N_("PLACE"), N_("PURPOSE"), N_("QUERY"), N_("REV"), N_("ROLE"), N_("RULE"), N_("SHARE"), N_("TEXT"),
    N_("TITLE"), N_("UNTIL"), N_("VALUE"), N_("WHAT"), N_("WHEN"), N_("WHO"), N_("WHY"), N_("WORDS"),
)
_CAPITALS = re.compile(r"\b[A-Z][A-Z-]+\b")


def placed(written: str, words: Words) -> str:
    """A usage or an option as it is typed, its placeholders in a language; choices stay as they are."""
    return _CAPITALS.sub(lambda found: _word(found[0], words), written)


def _word(typed: str, words: Words) -> str:
    return words.text(typed) if typed in PLACEHOLDERS else typed

"""Findable: what the search shows of a page, in short sentences that say who or what it is and why it was found."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.phrases import sentence_case

_ENDS = (".", "?", "!", "…", ":")


def told(*parts: str) -> str:
    """The parts as sentences; empty ones are left out."""
    said = (sentence_case(part.strip()) for part in parts if part.strip())
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in said)


def listed(label: str, things: Iterable[str]) -> str:
    """What belongs under a label, or an empty text."""
    named = ", ".join(dict.fromkeys(things))
    return f"{label.removesuffix(':')}: {named}" if named else ""

"""Phrases: messages of the catalogue made into safe HTML, with figures that stand out and links inside."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.words.sentences import pieces
from generator.words.speech import Speech


def strong(text: str) -> Markup:
    """The text with what stands between asterisks in bold: `*5 of 7* ready`. Not for anything a user typed."""
    parts = text.split("*")
    return Markup().join(Markup("<b>{}</b>").format(p) if n % 2 else escape(p) for n, p in enumerate(parts))


def filled(message: str, **parts: Markup | str) -> Markup:
    """The message with its placeholders filled; links stay links, plain texts are escaped."""
    said = (literal if name is None else literal + escape(parts[name]) for literal, name in pieces(message))
    return Markup("").join(said)


def enumerated(speech: Speech, parts: Sequence[Markup]) -> Markup:
    """Parts with links as a list in a sentence: Ana, Bo and Carla."""
    if not parts:
        return Markup()
    # The last one is heard as it is read, without its tags: Spanish says `e` before Inés.
    heard = parts[-1].striptags()
    marks = [f"{{{n}}}" for n in range(len(parts) - 1)]
    return escape(speech.list([*marks, heard]).removesuffix(heard)).format(*parts) + parts[-1]


def sentence_case(text: str) -> str:
    """The text with a capital, where a date or a list begins a sentence."""
    return text[:1].upper() + text[1:]

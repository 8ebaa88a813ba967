"""Several: some of many people in a sentence, and how many more there are."""

from __future__ import annotations

from markupsafe import Markup, escape

from generator.pages.phrases import enumerated
from generator.pages.rendering import Desk


def several(desk: Desk, parts: list[Markup], rest: int) -> Markup:
    """The parts as a list in a sentence; `rest` is how many more people there are."""
    speech = desk.sources.speech
    more = [escape(speech.plural("{n} more person", "{n} more people", rest))] if rest > 0 else []
    return enumerated(speech, [*parts, *more])

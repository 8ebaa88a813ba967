"""Refusal: the answer of a door to what cannot be done."""

from __future__ import annotations

from generator.doors.tongue import tongue


class Refusal(Exception):  # noqa: N818 -- no error of the program: the answer to a wish
    """What was asked for cannot be done; the message says why, for the person who asked."""


def refusal(message: str, **facts: str) -> Refusal:
    """A refusal in the language of the terminal."""
    return Refusal(tongue().text(message, **facts))

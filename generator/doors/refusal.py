"""Refusal: the answer of a door to what cannot be done."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 -- no error of the program: the answer to a wish
    """What was asked for cannot be done; the message says why, for the person who asked."""

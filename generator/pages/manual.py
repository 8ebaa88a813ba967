"""Manual: what the command line can do, as a door describes it in English messages; a page tells it in a language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One option: how it is typed, as `--favour 1-5`, and what it says."""

    written: str
    help: str


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what is typed, as `add person`, the arguments after it, and everything `--help` says of it."""

    name: str
    usage: str
    help: str
    examples: tuple[str, ...]
    options: tuple[Option, ...]
    statuses: str


Manual = tuple[Command, ...]
"""All commands, by name."""

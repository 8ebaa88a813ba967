"""Spoken: the help of the command line in the language of the terminal."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any

import click

from generator.doors import clicked
from generator.doors.terminal import tongue
from generator.words.catalogue import N_

HEADINGS = (N_("Options"), N_("Commands"), N_("Usage:"), N_("Show this message and exit."),
            N_("Show the version and exit."))
_OPTIONS: dict[int, str] = {}
_ENGLISH: dict[int, tuple[str | None, str | None, str | None]] = {}

clicked.speak()


class Formatter(click.HelpFormatter):
    """Writes headings and what stands beside an option in the language of the terminal."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is written."""
        say = tongue()
        for words in ("[OPTIONS]", "COMMAND [ARGS]..."):
            args = args.replace(words, say.text(words))
        super().write_usage(prog, args, prefix or say.text("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        """A heading."""
        super().write_heading(tongue().text(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        """Options or commands, each with its help."""
        super().write_dl([(term, tongue().text(told)) for term, told in rows], *args, **kwargs)


class Context(click.Context):
    """A context whose help is told in the language of the terminal."""

    formatter_class = Formatter

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"help_option_names": ["--help", "-h"], **kwargs})


def translated(command: click.Command) -> click.Command:
    """The command with its help in the language of the terminal."""
    help_, short, epilog = _ENGLISH.setdefault(id(command), (command.help, command.short_help, command.epilog))
    say = tongue()
    if help_:
        told, mark, example = inspect.cleandoc(help_).partition("\n\n\b\n")
        command.help = say.text(told) + mark + example.replace("Example:", say.text("Example:"), 1)
    command.short_help = say.text(short) if short else short
    command.epilog = say.text(epilog) if epilog else epilog
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = say.text(_OPTIONS.setdefault(id(option), option.help))
    command.context_class = Context
    return command

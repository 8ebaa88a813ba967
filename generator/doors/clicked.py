"""Clicked: what click itself says of a command that it does not understand, in the language of the terminal.

click asks gettext, which knows compiled catalogues only; ours is read as it is. A message that another version of
click puts otherwise is said in English.
"""

from __future__ import annotations

from typing import Any

import click

from generator.doors.terminal import harmless
from generator.doors.tongue import tongue
from generator.words.catalogue import N_

MESSAGES = (
    N_("Error: {message}"), N_("Try '{command} {option}' for help."), N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"), N_("Missing argument"), N_("Missing option"),
    N_("Missing parameter"), N_("No such option {name!r}."), N_("No such command {name!r}."), N_("Missing command."),
    N_("Did you mean {possibility}?"), N_("(Did you mean one of: {possibilities}?)"),
    N_("Got unexpected extra argument ({args})"), N_("Got unexpected extra arguments ({args})"),
    N_("{value!r} is not {choice}."), N_("{value!r} is not one of {choices}."),
    N_("{value!r} is not a valid {number_type}."), N_("{value} is not in the range {range}."),
    N_("Choose from:\n\t{choices}"), N_("file"), N_("directory"), N_("path"),
    N_("{name} {filename!r} does not exist."), N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."), N_("{name} {filename!r} is not readable."),
    N_("Option {name!r} does not take a value."), N_("Option {name!r} requires an argument."),
    N_("Error: invalid input"), N_("default: {default}"), N_("[OPTIONS]"), N_("COMMAND [ARGS]..."),
    N_("%(prog)s, version %(version)s"),
)
"""What click may say to somebody who uses our commands."""


def speak() -> None:
    """Let click say its own messages as our catalogue has them."""
    for module in (click.core, click.exceptions, click.types, click.parser, click.termui, click.decorators):
        names = vars(module)
        if "_" in names:
            names["_"] = _said
        if "ngettext" in names:
            names["ngettext"] = _said_of
    vars(click.exceptions)["echo"] = _echo


def _echo(message: str, **how: Any) -> None:
    """What was typed is repeated without anything that a terminal would obey."""
    click.echo(harmless(message), **how)


def _said(message: str) -> str:
    return tongue().text(message)


def _said_of(one: str, many: str, n: int) -> str:
    return tongue().text(one if n == 1 else many)

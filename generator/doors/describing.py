"""Describing: every command as data for the page about them, in the English that the catalogue translates."""

from __future__ import annotations

from collections.abc import Iterator

import click

from generator.doors.command import main
from generator.doors.spoken import EXAMPLE, Context, english
from generator.pages.manual import Command, Manual, Option


def manual() -> Manual:
    """All commands of `tertulia`, by name; those of a group each on its own."""
    return tuple(_commands(main, ""))


def _commands(group: click.Group, before: str) -> Iterator[Command]:
    context = Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")
        elif command is not None and not command.hidden:
            yield _described(command, before + name)


def _described(command: click.Command, name: str) -> Command:
    said = english(command)
    told, _, examples = said.help.partition("\n\n\b\n")
    return Command(
        name, said.usage, told,
        tuple(line.removeprefix(EXAMPLE).lstrip() for line in examples.splitlines()),
        tuple(Option(said.written[option], told) for option, told in said.options.items() if option in said.written),
        said.epilog,
    )

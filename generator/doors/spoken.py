"""Spoken: the help of the command line in the language of the terminal."""

from __future__ import annotations

import inspect
import re
import shutil
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import click

from generator.doors import clicked
from generator.doors.terminal import NARROW
from generator.doors.tongue import tongue
from generator.words.catalogue import N_
from generator.words.placeholders import placed

HEADINGS = (N_("Options"), N_("Commands"), N_("Usage:"), N_("Show this message and exit."),
            N_("Show the version and exit."))
WIDEST = 80
"""Columns of the widest help, as click has it."""

ROOMY = 60
"""So many columns it takes for options and their help to stand side by side."""

EXAMPLE = N_("Example:")
"""How a line of a command's help begins that may be typed as it is."""

BELOW = 8
"""So far in the help of an option stands below it."""

_ENGLISH: dict[int, English] = {}

clicked.speak()


class Formatter(click.HelpFormatter):
    """Writes headings and what stands beside an option in the language of the terminal, as wide as that is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns = shutil.get_terminal_size().columns
        if columns < self.width:  # click leaves fifty columns at least
            self.width = max(columns - 1, NARROW)

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
        if self.width < ROOMY:  # the help stands below the option then, a little further in
            kwargs["col_max"] = BELOW
        super().write_dl([(term, tongue().text(told)) for term, told in rows], *args, **kwargs)


class Context(click.Context):
    """A context whose help is told in the language of the terminal."""

    formatter_class = Formatter

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"help_option_names": ["--help", "-h"], **kwargs})


class English(NamedTuple):
    """What a command says before it is translated.

    By the name of the parameter: what `options` say, what is `written` for each, and the word that stands for it.
    """

    help: str
    short: str
    epilog: str
    options: Mapping[str, str]
    usage: str
    written: Mapping[str, str]
    places: Mapping[str, str]


def english(command: click.Command) -> English:
    """What a command says in English, whatever language it speaks by now."""
    if id(command) not in _ENGLISH:
        options = {p.name or "": p.help or "" for p in command.params if isinstance(p, click.Option)}
        context = Context(command)
        records = {p.name or "": p.get_help_record(context) for p in command.params}
        _ENGLISH[id(command)] = English(
            inspect.cleandoc(command.help or ""), command.short_help or "", command.epilog or "", options,
            " ".join(command.collect_usage_pieces(context)[1:]),
            {name: record[0] for name, record in records.items() if record},
            {p.name or "": p.make_metavar(context) for p in command.params if _takes_a_word(p)},
        )
    return _ENGLISH[id(command)]


def _takes_a_word(param: click.Parameter) -> bool:
    """Whether something of one's own stands for it, and not one of a few choices or nothing at all."""
    return not isinstance(param.type, click.Choice) and not getattr(param, "is_flag", False)


def broken(line: str) -> str:
    """A line to type that is wider than the terminal, on several; each but the last says that it goes on."""
    width, lines = min(shutil.get_terminal_size().columns, WIDEST) - len("    \\"), [""]
    for word in re.findall(r'\s*(?:"[^"]*"|\S)+', line):
        if len(lines[-1]) + len(word) > width and lines[-1]:
            lines[-1] += " \\"
            lines.append(f"  {word.lstrip()}")
        else:
            lines[-1] += word
    return "\n".join(lines)


def translated(command: click.Command) -> click.Command:
    """The command with its help in the language of the terminal."""
    said, say = english(command), tongue()
    if said.help:
        told, mark, examples = said.help.partition("\n\n\b\n")
        typed = [say.text(line.removeprefix(EXAMPLE).lstrip()) for line in examples.splitlines()]
        command.help = say.text(told) + mark + "\n".join(broken(f"{say.text(EXAMPLE)} {line}") for line in typed)
    command.short_help = say.text(said.short) if said.short else None
    command.epilog = say.text(said.epilog) if said.epilog else None
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = say.text(said.options[option.name or ""])
    for param in command.params:
        if (param.name or "") in said.places:
            param.metavar = placed(said.places[param.name or ""], say)
    command.context_class = Context
    return command

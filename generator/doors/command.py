"""The command line: `tertulia`."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Mapping
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__
from generator.doors.options import AS_JSON, CONTENT, DATA, DAY
from generator.doors.refusal import Refusal
from generator.doors.spoken import Context, translated
from generator.doors.terminal import refuse
from generator.doors.tongue import language, tongue

if TYPE_CHECKING:
    from generator.words.speech import Speech

EPILOG = "Exit status: 0 all is well, 1 something is wrong in the data, 2 the command could not be understood or done."
INTERRUPTED = 130
"""The exit status of what was stopped with Ctrl-C, as shells have it."""

FIXED = 100
"""About so many pages of one language are there whatever the data: rules, checklists and the like."""

SELDOM = 200_000
"""So many new objects there are before Python looks for some that nobody needs."""

LATER = {
    "today": "editions", "due": "editions", "diff": "editions", "log": "noting", "file": "filing",
    "add": "adding", "done": "settling", "snooze": "settling", "who": "looking", "prep": "looking",
    "open": "looking", "review": "reviewing", "met": "reviewing", "audience": "people", "forget": "people",
    "rename": "renaming", "settings": "setting", "import": "bringing", "export": "taking", "init": "starting",
}
"""Commands by the module of `commands/` that is imported when one of them is asked for, and not before."""



def _doorway(command: Callable[..., None]) -> Callable[..., None]:
    """Turn what cannot be done into one line and exit status 2."""

    @wraps(command)
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:  # whoever reads has read enough, as `head` does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except (Refusal, OSError) as error:
            refuse(str(error))
        except UnicodeEncodeError:
            refuse(tongue().text("What was typed is no text in UTF-8; nothing was written."))
        except click.Abort:
            click.echo("\n" + tongue().text("Stopped; nothing was written."), err=True)
            sys.exit(INTERRUPTED)

    return guarded


class _Commands(click.Group):
    """The commands; their modules are imported when they are needed, so that each starts fast."""

    context_class = Context
    later: Mapping[str, str] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, those too that are not imported yet."""
        return sorted({*super().list_commands(ctx), *self.later})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, in the language of the terminal."""
        if cmd_name not in self.commands and cmd_name in self.later:
            import_module(f"generator.doors.commands.{self.later[cmd_name]}").join(self, _doorway, _speech)
        command = super().get_command(ctx, cmd_name)
        return translated(command) if command else None

    def get_help(self, ctx: click.Context) -> str:
        """What can be done, in the language of the terminal."""
        translated(self)
        return super().get_help(ctx)


@click.group(cls=_Commands, epilog=EPILOG)
@click.version_option(__version__, prog_name="tertulia", help="Show the version and exit.")
def main() -> None:
    """A coach and planner for professional networking that lives in your git repository.

    Spanish or English by your locale; TERTULIA_LANGUAGE chooses.
    """
    gc.set_threshold(SELDOM)  # almost nothing that a command makes can be thrown away before it ends


main.later = LATER


@main.command(epilog=EPILOG)
@DATA
@DAY
@AS_JSON
@click.option("--problems-only", is_flag=True, help="Only what is wrong in the files, no advice.")
@_doorway
def check(data: str | None, day: str | None, as_json: bool, problems_only: bool) -> None:
    """Say what is wrong in the data, then what there is to do.

    \b
    Example: tertulia check --day 2026-11-23
    """
    from generator.doors import build as door
    from generator.doors import checking

    wish = door.wished(data, CONTENT, day, None)
    report = checking.look(wish, _speech(), with_findings=not problems_only)
    click.echo(json.dumps(report.as_data(), ensure_ascii=False, indent=1) if as_json else report.as_text())
    sys.exit(1 if report.problems or report.content else 0)


@main.command(epilog=EPILOG)
@AS_JSON
@DATA
@_doorway
def rules(as_json: bool, data: str | None) -> None:
    """List the coach's rules with severity, grade and numbers.

    \b
    Example: tertulia rules --json
    """
    from generator.doors import build as door
    from generator.doors import checking

    listing = checking.rule_list(door.wished(data, CONTENT, None, None), _speech())
    click.echo(
        json.dumps(listing, ensure_ascii=False, indent=1) if as_json else checking.rule_table(listing, _speech())
    )


@main.command(epilog=EPILOG)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@DATA
@DAY
@click.option(
    "--audience", type=click.Choice(["private", "shared", "public"]), help="For whom (TERTULIA_AUDIENCE; public)."
)
@AS_JSON
@_doorway
def write(folder: Path, data: str | None, day: str | None, audience: str | None, *, as_json: bool) -> None:
    """Lay all pages down in FOLDER as Markdown files for any builder; nothing while something is wrong in the data.

    \b
    Example: tertulia write build/docs --audience private
    """
    from generator.doors import build as door
    from generator.doors.folder import write_folder
    from generator.doors.progress import progress

    wish = door.wished(data, CONTENT, day, audience)
    reading = door.read_quickly(wish)
    for line in door.report(reading, language()):
        click.echo(line, err=True)
    if reading.problems:
        if as_json:
            _print({"folder": str(folder), "pages": 0, "problems": len(reading.problems)})
        sys.exit(1)
    ground = door.ground_for(wish, reading, door.library_of(wish), "public")
    expected = (len(reading.sheets) + FIXED) * len(ground.languages)
    with progress(_speech().text("Writing"), expected) as step:
        pages = write_folder(ground, CONTENT, folder, step)
    if as_json:
        _print({"folder": str(folder), "pages": pages, "problems": 0})
        return
    click.echo(
        _speech().plural("{n} page written to {folder}.", "{n} pages written to {folder}.", pages, folder=str(folder))
    )


@main.command(epilog=EPILOG)
@DATA
@AS_JSON
@_doorway
def schema(data: str | None, as_json: bool) -> None:
    """Write the JSON Schemas that let your editor complete and underline, into data/schema/.

    \b
    Example: tertulia schema
    """
    from generator.coach.schema import write_schemas
    from generator.doors import build as door

    folder = door.data_folder(door.wished(data, CONTENT, None, None)) / "schema"
    if folder.is_symlink():
        raise Refusal(tongue().text("{file} is a link to somewhere else; nothing was written.", file=str(folder)))
    count = write_schemas(folder)
    if as_json:
        _print({"folder": str(folder), "schemas": count})
    else:
        click.echo(f"{count} → {folder}")


def _print(document: object) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def _speech() -> Speech:
    """The language of the terminal, with dates and lists."""
    from generator.words.speech import speech

    return speech(language())

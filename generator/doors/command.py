"""The command line: `tertulia`."""

from __future__ import annotations

import json
import locale
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.doors import build as door
from generator.doors.commands import bringing, editions, people, starting, taking
from generator.edition.shelf import home
from generator.words.speech import LANGUAGES, Speech, speech

CONTENT = Path("content").absolute() if Path("mkdocs.yml").is_file() else home()
EPILOG = "Exit status: 0 all is well, 1 something is wrong in the data, 2 the command could not be understood or done."

_data = click.option("--data", metavar="FOLDER", help="The data folder (TERTULIA_DATA; `data`).")
_day = click.option("--day", metavar="DAY", help="The day to look from, as 2026-11-23 (TERTULIA_DAY; today).")
_json = click.option("--json", "as_json", is_flag=True, help="For machines: one JSON document.")


def _doorway(command: Callable[..., None]) -> Callable[..., None]:
    """Turn what cannot be done into one line and exit status 2."""

    @wraps(command)
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except (door.DoorError, OSError) as error:
            click.echo(f"tertulia: {error}", err=True)
            sys.exit(2)

    return guarded


@click.group(epilog=EPILOG)
@click.version_option(__version__, prog_name="tertulia")
def main() -> None:
    """A coach and planner for professional networking that lives in your git repository.

    Spanish or English by your locale; TERTULIA_LANGUAGE chooses.
    """


@main.command(epilog=EPILOG)
@_data
@_day
@_json
@click.option("--problems-only", is_flag=True, help="Only what is wrong in the files, no advice.")
@_doorway
def check(data: str | None, day: str | None, as_json: bool, problems_only: bool) -> None:
    """Say what is wrong in the data, then what there is to do.

    \b
    Example: tertulia check --day 2026-11-23
    """
    from generator.doors import checking  # imported here, so that `--help` needs nothing of the coach

    wish = door.wished(data, CONTENT, day, None)
    report = checking.look(wish, _speech(), with_findings=not problems_only)
    click.echo(json.dumps(report.as_data(), ensure_ascii=False, indent=1) if as_json else report.as_text())
    sys.exit(1 if report.problems else 0)


@main.command(epilog=EPILOG)
@_json
@_data
@_doorway
def rules(as_json: bool, data: str | None) -> None:
    """List the coach's rules with severity, grade and numbers.

    \b
    Example: tertulia rules --json
    """
    from generator.doors import checking

    listing = checking.rule_list(door.wished(data, CONTENT, None, None), _speech())
    click.echo(
        json.dumps(listing, ensure_ascii=False, indent=1) if as_json else checking.rule_table(listing, _speech())
    )


@main.command(epilog=EPILOG)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@_data
@_day
@click.option(
    "--audience", type=click.Choice(["private", "shared", "public"]), help="For whom (TERTULIA_AUDIENCE; public)."
)
@_doorway
def write(folder: Path, data: str | None, day: str | None, audience: str | None) -> None:
    """Lay all pages down in FOLDER as Markdown files for any builder; nothing while something is wrong in the data.

    \b
    Example: tertulia write build/docs --audience private
    """
    from generator.doors.folder import write_folder

    wish = door.wished(data, CONTENT, day, audience)
    reading = door.read_data(wish)
    for line in door.report(reading):
        click.echo(line, err=True)
    if reading.problems:
        sys.exit(1)
    ground = door.ground_for(wish, reading, door.library_of(wish), "public")
    pages = write_folder(ground, CONTENT, folder)
    click.echo(
        _speech().plural("{n} page written to {folder}.", "{n} pages written to {folder}.", pages, folder=str(folder))
    )


@main.command(epilog=EPILOG)
@_data
@_doorway
def schema(data: str | None) -> None:
    """Write the JSON Schemas that let your editor complete and underline, into data/schema/.

    \b
    Example: tertulia schema
    """
    from generator.coach.schema import write_schemas

    folder = door.data_folder(door.wished(data, CONTENT, None, None)) / "schema"
    click.echo(f"{write_schemas(folder)} → {folder}")


def _speech() -> Speech:
    """The language of the terminal: TERTULIA_LANGUAGE, else the locale's, else English."""
    wanted = os.environ.get("TERTULIA_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") \
        or os.environ.get("LANG") or (locale.getlocale()[0] or "")
    code = wanted[:2].lower()
    return speech(code if code in LANGUAGES else "en")


editions.join(main, _doorway, _speech)
people.join(main, _doorway, _speech)
bringing.join(main, _doorway, _speech)
taking.join(main, _doorway, _speech)
starting.join(main, _doorway, _speech)

"""Starting: `tertulia init`, a private network of one's own in a folder."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.doors.options import AS_JSON, DAY, Doorway
from generator.doors.terminal import fitted
from generator.words.catalogue import LANGUAGES
from generator.words.speech import Speech, speech

RECIPES = ("github", "gitlab", "cloudflare", "server")
"""Where a site can be published, as in beginnings.py."""

EPILOG = "Exit status: 0 all is well, 2 the command could not be understood or done."



def join(main: click.Group, doorway: Doorway, terminal: Callable[[], Speech]) -> None:
    """Add the command to the command line; `doorway` guards it, `terminal` gives the language of the terminal."""
    @main.command("init", epilog=EPILOG)
    @click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
    @click.option("--name", help="Your name; it is asked for where nobody says it.")
    @click.option("--language", type=click.Choice(LANGUAGES), help="The language of the files written for you.")
    @click.option("--region", help="Whose holidays you keep, as ES-MD; may be left out.")
    @DAY
    @click.option("--recipes", type=click.Choice(RECIPES), multiple=True, help="Add what publishes there.")
    @click.option("--where", is_flag=True, help="Only say where the originals are that you can put files in place of.")
    @AS_JSON
    @doorway
    def init(folder: Path, where: bool, as_json: bool, **said: Any) -> None:
        """Begin a private network of your own in FOLDER (this one): site, data, schemas, editor, hook and README.

        Files that are there stay as they are, so that it can be said again to add what is missing.

        \b
        Example: tertulia init mine --name "Nuria Salvatierra" --language es --region ES-MD
        """
        if where:
            from generator.edition.shelf import home

            places = {"content": str(home()), "overrides": str(home("overrides"))}
            click.echo(json.dumps(places, indent=1) if as_json else "\n".join(places.values()))
            return
        _begin(folder, terminal(), as_json=as_json, **said)


def _begin(
    folder: Path, say: Speech, *, name: str | None, language: str | None, region: str | None, day: str | None,
    recipes: tuple[str, ...], as_json: bool,
) -> None:
    from generator.doors.arriving import write_new
    from generator.doors.beginnings import Owner, first_files, recipe_files, seen_by_everybody
    from generator.doors.terminal import harmless

    owner = None
    if not (folder / "data" / "me.yml").exists():
        which = say.text("Language of your files ({languages})", languages=", ".join(LANGUAGES))
        language = language or _asked(say, which, say.language, LANGUAGES)
        name = name or _asked(say, say.text("Your name"), "")
        region = _asked(say, say.text("Region whose holidays you keep, as ES-MD (may be empty)"), "-") \
            if region is None and sys.stdin.isatty() else region
        owner = Owner(_checked_name(name), language, _checked_region(region or ""))
    wanted = [*(first_files(owner, _day(day), speech(owner.language)) if owner else ())]
    wanted += [file for recipe in recipes for file in recipe_files(recipe)]
    new = [(file, text) for file, text in wanted if not os.path.lexists(folder / file)]
    write_new(folder, new, ["data/me.yml", *(file for file, _ in wanted)])
    where = "" if folder == Path() else f"cd {folder} && "
    following = f"{where}git init -b main && mkdocs serve" if owner else None
    written, there = ([str(folder / file) for file, _ in wanted if (file in dict(new)) is is_new]
                      for is_new in (True, False))
    open_to_all = [str(path) for path in seen_by_everybody(folder)] if {*recipes} - {"github"} else []
    if as_json:
        document = {"written": written, "kept": there, "seen_by_everybody": open_to_all, "next": following}
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    for path in sorted((*written, *there)):
        click.echo(harmless(f"+ {path}" if path in written else f"= {path}  ({say.text('there already')})"))
    click.echo(say.plural("{n} file written.", "{n} files written.", len(new)))
    for path in open_to_all:
        click.echo(fitted(say.text(
            "{file} publishes on GitHub Pages, which everybody can see. Delete it if that is not meant.",
            file=path,
        ), 0))
    if following:
        click.echo(say.text("Next: {command}", command=following))


def _asked(say: Speech, question: str, default: str, choices: tuple[str, ...] = ()) -> str:
    """An answer from the terminal; where nobody can be asked, the default, or what to say instead."""
    if not sys.stdin.isatty():
        if not default:
            raise _refusal(say.text("Nobody can be asked here: say --name."))
        return default
    kind = click.Choice(choices) if choices else str
    return str(click.prompt(question, default=default or None, type=kind, show_choices=False)).strip()


def _checked_name(name: str) -> str:
    from pydantic_core import PydanticCustomError

    from generator.records.scalars import one_line

    try:
        return one_line(name)
    except PydanticCustomError as error:
        raise _refusal(f"--name: {name!r} ({error.type})") from error


def _checked_region(region: str) -> str:
    from pydantic_core import PydanticCustomError

    from generator.records.scalars import region as read_region

    if region in {"", "-"}:
        return ""
    try:
        return read_region(region)
    except PydanticCustomError as error:
        raise _refusal(f"--region: {region!r}: ISO 3166, ES-MD") from error


def _refusal(message: str) -> Exception:
    from generator.doors.refusal import Refusal

    return Refusal(message)


def _day(day: str | None) -> Any:
    from generator.doors.build import today, wished
    from generator.records.network import Network
    from generator.records.reading import NOBODY, Reading

    return wished(None, Path(), day, None).day or today(Reading(Network(NOBODY)))

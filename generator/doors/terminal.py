"""Terminal: what the commands share: the language, the day, who is meant by a name, and how changes are shown."""

from __future__ import annotations

import difflib
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from generator.doors.refusal import Refusal
from generator.doors.tongue import tongue
from generator.doors.whereabouts import data_named, missing
from generator.doors.writing import Draft, WritingError, finish, read_text, write
from generator.records.problems import shown
from generator.records.roll import Entry, fitting, fold, name_in

NARROW = 24
"""Columns at least: in fewer, lines are left to the terminal."""

HEAD = 2048
"""So many bytes of a file are looked at to find the name."""

THINGS = {"contacts": "name", "events": "title", "organisations": "name"}
"""The folders of the data, and the key under which each file there says what it is called."""


def finish_first(folder: Path) -> None:
    """Finish what a command that was cut off had begun; where it is said again, that is all there is to do."""
    try:
        left = finish(folder)
    except WritingError as error:
        raise Refusal(tongue().text(error.message, file=error.file)) from error
    if left is None:
        return
    context, again = click.get_current_context(), left.said == _said()
    if again and context.params.get("as_json"):
        click.echo(json.dumps({"written": True, "finished": True, "files": [f"data/{s.file}" for s in left.steps]},
                              ensure_ascii=False, indent=1))
    else:
        click.echo(tongue().text("`{command}` had been cut off; it is finished now.", command=left.command), err=True)
    if again:
        context.exit(0)


def _said() -> dict[str, Any]:
    """What was said on the command line: the command, and what makes a difference to what it does."""
    context: click.Context | None = click.get_current_context(silent=True)
    given = {k: v for k, v in context.params.items() if k not in _MANNERS} if context else {}
    names: list[str] = []
    while context and context.parent:
        names.insert(0, context.info_name or "")
        context = context.parent
    return {"command": " ".join(names), "given": json.loads(json.dumps(given, default=str))}


_MANNERS = {"dry_run", "as_json", "yes"}


class Ground:
    """The data folder a command works on, and the day it looks from; who `writes` finishes first what was cut off."""

    def __init__(self, data: str | None, day: str | None, *, writes: bool = False) -> None:
        self.say = tongue()
        self.folder = data_named(data)
        if not self.folder.is_dir():
            raise Refusal(missing(self.folder, self.say))
        self.day = self._day(day or os.environ.get("TERTULIA_DAY"))
        if writes:
            finish_first(self.folder)

    def _day(self, typed: str | None) -> date:
        if not typed:
            return self._today()
        try:
            return date.fromisoformat(typed)
        except ValueError:
            text = self.say.text("{name}: `{value}` is not a day; write it as 2026-11-23.", name="--day", value=typed)
            raise Refusal(text) from None

    def _today(self) -> date:
        """The day it is now on the owner's clock."""
        zone = None
        try:
            found = name_in(read_text(self.folder, "me.yml")[1], "time_zone").replace(" ", "/")
            zone = ZoneInfo(found) if found else None
        except (OSError, ValueError, WritingError, ZoneInfoNotFoundError):
            zone = None
        return (datetime.now(zone) if zone else datetime.now().astimezone()).date()

    def roll(self, kind: str = "contacts", key: str = "name") -> list[Entry]:
        """Who or what there is in a folder, by id and name."""
        found = []
        try:
            with os.scandir(self.folder / kind) as entries:
                paths = sorted(
                    e.path for e in entries
                    if e.name.endswith(".yml") and not e.name.startswith(".") and e.is_file(follow_symlinks=False)
                )
        except OSError:
            return []
        for path in paths:
            try:
                with open(path, "rb") as stream:  # noqa: PTH123 -- a thousand files: Path.open takes twice as long
                    head = stream.read(HEAD)
            except OSError:
                head = b""
            made = path.rpartition(os.sep)[2].removesuffix(".yml")
            found.append(Entry(made, name_in(head.decode("utf-8", "ignore"), key)))
        return found

    def person(self, query: str, roll: list[Entry]) -> Entry:
        """The one person who is meant; asks where several fit, and says who is like it where nobody fits."""
        nobody = self.say.text("Nobody here is called `{query}`.", query=query)
        adding = self.say.text("To add them: {command}", command=f'tertulia add person "{query}"')
        return self.one(query, roll, nobody, adding)

    def one(self, query: str, roll: list[Entry], nothing: str, hint: str = "") -> Entry:
        """The one of a roll that is meant; `hint` says what to do where nobody is even nearly called so."""
        found = fitting(query, roll)
        if len(found) == 1:
            return found[0]
        if not found:
            raise Refusal(" ".join(filter(None, [nothing, self._near(query, roll) or hint])))
        if sys.stdin.isatty() and sys.stdout.isatty():
            return self._asked(query, found)
        names = "\n".join(f"  {e.id}  {e.name}" for e in found[:20])
        text = self.say.text("`{query}` may be any of these; say which by its id:", query=query)
        raise Refusal(f"{text}\n{names}")

    def event(self, query: str) -> Entry:
        """The one event that is meant."""
        nothing = self.say.text("There is no event `{query}`.", query=query)
        adding = self.say.text("To add it: {command}", command=f'tertulia add event "{query}"')
        return self.one(query, self.roll("events", "title"), nothing, adding)

    def thing(self, query: str) -> tuple[str, Entry]:
        """The folder and the name of the one person, event or organisation that is meant."""
        rolls = {folder: self.roll(folder, key) for folder, key in THINGS.items()}
        for folder, roll in rolls.items():
            if exact := next((entry for entry in roll if entry.id == query), None):
                return folder, exact
        folder = next((folder for folder, roll in rolls.items() if fitting(query, roll)), "contacts")
        return folder, self.person(query, rolls[folder])

    def _asked(self, query: str, found: list[Entry]) -> Entry:
        click.echo(self.say.text("Who is `{query}`?", query=query), err=True)
        for number, entry in enumerate(found, 1):
            click.echo(f"  {number}  {entry.name} ({entry.id})", err=True)
        return found[click.prompt("", prompt_suffix="> ", type=click.IntRange(1, len(found)), err=True) - 1]

    def _near(self, query: str, roll: list[Entry]) -> str:
        named = {fold(word): e for e in roll for word in [e.id, *e.name.split()]}
        near = difflib.get_close_matches(fold(query), named, n=1)
        return self.say.text("Did you mean `{near}`?", near=named[near[0]].id) if near else ""

    def text(self, file: str) -> tuple[bytes, str]:
        """The bytes and the text of a file of the data folder."""
        try:
            return read_text(self.folder, file)
        except WritingError as error:
            raise Refusal(self.say.text(error.message, file=error.file)) from error

    def draft(self, file: str, before: bytes | None, after: str) -> Draft:
        """A file as it is to be."""
        return Draft(file, self.folder / file, before, after.encode())

    def carry_out(self, drafts: Iterable[Draft], *, dry_run: bool, as_json: bool, **more: Any) -> None:
        """Show what changes, and write it unless it was only to be shown."""
        drafts = [d for d in drafts if d.before != d.after]
        if not dry_run:
            write_out(self.folder, drafts)
        if as_json:
            document = {"written": not dry_run, "files": [{"file": f"data/{d.file}", "diff": list(d.diff())}
                                                          for d in drafts], **more}
            click.echo(json.dumps(document, ensure_ascii=False, indent=1))
            return
        for draft in drafts:
            for line in list(draft.diff())[1:]:
                show(line)
        if dry_run and drafts:
            click.echo(self.say.text("Nothing was written: --dry-run."))


def write_out(folder: Path, drafts: Iterable[Draft]) -> None:
    """Write drafts, or say why that cannot be."""
    try:
        write(folder, drafts, _said())
    except WritingError as error:
        raise Refusal(tongue().text(error.message, file=error.file)) from error


_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show(line: str) -> None:
    """One line of a difference; colours are dropped where there is none, or where NO_COLOR asks for it."""
    colour = None if line.startswith(("+++", "---")) else _COLOURS.get(line[:1])
    click.echo(click.style(harmless(line), fg=colour, bold=line.startswith("+++")),
               color=False if os.environ.get("NO_COLOR") else None)


def harmless(text: str) -> str:
    """A text without anything that a terminal would obey, or that turns what stands beside it; its lines stay."""
    return "\n".join(map(shown, text.split("\n")))


def fitted(line: str, indent: int = 0) -> str:
    """A line broken between words as wide as the terminal, further ones set in; whole where it goes to a file."""
    width = shutil.get_terminal_size().columns
    if not sys.stdout.isatty() or len(line) <= width:
        return line
    lead = " " * (len(line) - len(line.lstrip()))
    rows = textwrap.wrap(line.lstrip(), max(width, NARROW), initial_indent=lead, subsequent_indent=" " * indent,
                         break_long_words=False, break_on_hyphens=False)
    return "\n".join(rows)


def refuse(message: str) -> NoReturn:
    """Say in one line why something cannot be done, and end with exit status 2."""
    click.echo(harmless(f"tertulia: {message}"), err=True)
    sys.exit(2)

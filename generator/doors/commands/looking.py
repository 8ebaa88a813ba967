"""Looking: `tertulia who`, `tertulia prep` and `tertulia open`, what is on record about somebody or something."""

from __future__ import annotations

import json
import os
import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.doors.commands.naming import complete_events, complete_ids, complete_people
from generator.doors.options import AS_JSON, DATA, DAY, Doorway
from generator.doors.refusal import Refusal
from generator.words.catalogue import N_

if TYPE_CHECKING:
    from generator.doors.terminal import Ground
    from generator.records.contact import Contact
    from generator.words.speech import Speech

EPILOG = "Exit status: 0 all is well, 2 the command could not be understood or done."
TWO = 2
WIDEST = 100
"""Columns at most: longer lines are hard to read."""



def join(main: click.Group, doorway: Doorway, speech: Callable[[], Speech]) -> None:
    """Add the commands to the command line; `doorway` guards them, `speech` is the language of the terminal."""

    @main.command(epilog=EPILOG)
    @click.argument("query", nargs=-1, required=True, shell_complete=complete_people)
    @DATA
    @DAY
    @AS_JSON
    @doorway
    def who(query: tuple[str, ...], data: str | None, day: str | None, *, as_json: bool) -> None:
        """Say in ten lines what is on record of somebody.

        \b
        Example: tertulia who ana
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day)
        entry = ground.person(" ".join(query), ground.roll())
        says = _says(ground, f"contacts/{entry.id}.yml")
        if as_json:
            click.echo(json.dumps({"id": entry.id, **says}, ensure_ascii=False, indent=1))
            return
        terminal = _terminal(ground, speech())
        person = terminal.desk.sources.network.contacts.get(entry.id)
        if person is None:
            raise Refusal(ground.say.text("This has to be mended first: tertulia check"))
        _show(_wrapped(_person(terminal, person)))

    @main.command(epilog=EPILOG)
    @click.argument("event", shell_complete=complete_events)
    @DATA
    @DAY
    @AS_JSON
    @doorway
    def prep(event: str, data: str | None, day: str | None, *, as_json: bool) -> None:
        """Show the prep sheet of an event: when, where, what for, whom to meet, what to ask and how to behave.

        \b
        Example: tertulia prep meetup
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day)
        entry = ground.event(event)
        says = _says(ground, f"events/{entry.id}.yml")
        if as_json:
            click.echo(json.dumps({"id": entry.id, **says}, ensure_ascii=False, indent=1))
            return
        _show(_sheet(ground, speech(), entry.id))

    @main.command("open", epilog=EPILOG)
    @click.argument("name", shell_complete=complete_ids)
    @DATA
    @DAY
    @AS_JSON
    @doorway
    def open_(name: str, data: str | None, day: str | None, *, as_json: bool) -> None:
        """Open the file of a person, event or organisation in your editor ($VISUAL, $EDITOR), at the line of the name.

        Where there is no terminal, it says where the file is.

        \b
        Example: tertulia open ana
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day)
        path, line = _place(ground, name)
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        if as_json or not editor or not os.isatty(1):
            document = {"file": str(path), "line": line}
            click.echo(json.dumps(document, ensure_ascii=False) if as_json else f"{path}:{line}")
            return
        _edit(editor, str(path), line)


def _place(ground: Ground, name: str) -> tuple[Any, int]:
    from generator.doors.terminal import THINGS

    folder, entry = ground.thing(name)
    file = f"{folder}/{entry.id}.yml"
    rows = ground.text(file)[1].splitlines()
    key = f"{THINGS[folder]}:"
    return ground.folder / file, next((n for n, row in enumerate(rows, 1) if row.startswith(key)), 1)


def _edit(editor: str, path: str, line: int) -> None:
    import shlex
    import subprocess

    words = shlex.split(editor)
    code = Path(words[0]).name in {"code", "codium", "cursor"}
    place = ["--goto", f"{path}:{line}"] if code else [f"+{line}", path]
    if subprocess.run([*words, *place], check=False).returncode:
        raise Refusal(f"{editor}: {path}")


def _says(ground: Ground, file: str) -> dict[str, Any]:
    from generator.doors.commands.noting import told
    from generator.records.said import EditError, plain

    try:
        return plain(file, ground.text(file)[1]) or {}
    except EditError as error:
        raise Refusal(told(ground, error)) from error


def _terminal(ground: Ground, said: Speech) -> Any:
    from generator.doors.commands.editions import Terminal

    return Terminal(str(ground.folder), ground.day.isoformat(), said)


def _show(lines: Iterable[str]) -> None:
    """Lines without anything that a terminal would obey, the first one in bold."""
    for number, line in enumerate(lines):
        clean = "".join(c if c.isprintable() else " " for c in line)
        click.echo(click.style(clean, bold=not number), color=False if os.environ.get("NO_COLOR") else None)


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(line, _width(), subsequent_indent="  ", break_long_words=False)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, WIDEST)


def _sheet(ground: Ground, said: Speech, event: str) -> Iterator[str]:
    from generator.doors.plain import lines_of
    from generator.pages.prep_sheet import sheet

    sources = _terminal(ground, said).desk.sources
    if event not in sources.network.events:
        raise Refusal(ground.say.text("This has to be mended first: tertulia check"))
    yield from lines_of(str(sheet(sources, sources.network.events[event]).body), _width())


def _person(terminal: Any, person: Contact) -> Iterator[str]:
    """Ten lines at most: who it is, how to reach them, what passed last, what is open, and what to talk about."""
    from generator.pages.labels import CHANNELS, LOG_KINDS

    say, network, desk = terminal.speech, terminal.desk.sources.network, terminal.desk
    yield f"{person.name.display} ({person.id})"
    works = [person.role, network.org_name(person)]
    yield from filter(None, [", ".join(filter(None, works))])
    ways = [f"{say.text(label)} {way.value}" for key, label in CHANNELS.items()
            if (way := getattr(person.channels, key, None))]
    yield from filter(None, [" · ".join(ways)])
    if met := _met(terminal, person):
        yield met
    for entry in sorted(person.log, key=lambda e: e.date.end, reverse=True)[:TWO]:
        when, kind = say.date(entry.date, "short", today=terminal.stamp.day), say.text(LOG_KINDS[entry.kind]).lower()
        yield f"{when}, {kind}" + f": {entry.note}" * bool(entry.note)
    open_ = [promise for promise in person.promises if not promise.done]
    for by, label in (("me", N_("You promised: {what}")), ("them", N_("They promised: {what}"))):
        said = [_promise(terminal, promise) for promise in open_ if promise.by == by]
        yield from [say.text(label, what="; ".join(said))] if said else []
    owed = [f"{f.what} ({say.date(f.date, today=terminal.stamp.day)})"
            for f in person.favours if f.by == "them" and not f.thanks]
    yield from [say.text("Not thanked yet: {what}", what="; ".join(owed))] if owed else []
    to_do = dict.fromkeys(desk.do_plain(a) for a in terminal.listed if a.finding.subject is person)
    yield from [say.text("To do: {what}", what="; ".join(to_do))] if to_do else []
    fresh = [topic.text for topic in person.topics if not topic.used]
    yield from [say.text("To talk about: {what}", what="; ".join(fresh))] if fresh else []


def _met(terminal: Any, person: Contact) -> str:
    """When, where and through whom you met, as far as it is on record."""
    met, say, network = person.met, terminal.speech, terminal.desk.sources.network
    if met is None:
        return ""
    event, through = network.events.get(met.event or ""), network.contacts.get(met.through or "")
    day = met.date or (event.date.date if event else None)
    parts = [
        say.date(day, "short", today=terminal.stamp.day) if day else "", event.title if event else met.where or "",
        say.text("through {who}", who=through.name.display if through else met.through) if met.through else "",
    ]
    told = ", ".join(filter(None, parts))
    return say.text("You met: {where}", where=told) if told else ""


def _promise(terminal: Any, promise: Any) -> str:
    due = f" ({terminal.speech.date(promise.due, today=terminal.stamp.day)})" if promise.due else ""
    return f"{promise.what}{due}"

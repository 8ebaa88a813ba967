"""Looking: `tertulia who`, `tertulia prep` and `tertulia open`, what is on record about somebody or something."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.doors.commands.naming import complete_events, complete_ids, complete_people
from generator.doors.options import AS_JSON, DATA, DAY, Doorway
from generator.doors.refusal import Refusal

if TYPE_CHECKING:
    from generator.doors.terminal import Ground

EPILOG = "Exit status: 0 all is well, 2 the command could not be understood or done."
TWO = 2



def join(main: click.Group, doorway: Doorway, _speech: Callable[[], Any]) -> None:
    """Add the commands to the command line; `doorway` guards them."""

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
        _show({"id": entry.id, **says}, _person(ground, entry.name, says), as_json=as_json)

    @main.command(epilog=EPILOG)
    @click.argument("event", shell_complete=complete_events)
    @DATA
    @DAY
    @AS_JSON
    @doorway
    def prep(event: str, data: str | None, day: str | None, *, as_json: bool) -> None:
        """Show how an event is prepared: when, where, what for, whom to meet and what to ask.

        \b
        Example: tertulia prep meetup
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day)
        nothing = ground.say.text("There is no event `{query}`.", query=event)
        entry = ground.one(event, ground.roll("events", "title"), nothing)
        says = _says(ground, f"events/{entry.id}.yml")
        _show({"id": entry.id, **says}, _event(ground, says), as_json=as_json)

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
    from generator.records.editing import EditError, plain

    try:
        return plain(file, ground.text(file)[1]) or {}
    except EditError as error:
        raise Refusal(told(ground, error)) from error


def _show(document: dict[str, Any], lines: Iterator[str], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    for line in lines:
        click.echo("".join(c if c.isprintable() else " " for c in line))


def _person(ground: Ground, name: str, says: dict[str, Any]) -> Iterator[str]:
    from generator.records.entries import last

    say = ground.say
    yield name
    yield from filter(None, [", ".join(filter(None, [says.get("role"), says.get("org")]))])
    yield from (f"{key}: {_value(value)}" for key, value in (says.get("channels") or {}).items())
    entries = sorted(says.get("log") or [], key=lambda e: last(e["date"]), reverse=True)[:TWO]
    yield from (f"{e['date']} {e['kind']}" + (f": {e['note']}" if e.get("note") else "") for e in entries)
    for promise in says.get("promises") or []:
        if not promise.get("done"):
            label = say.text("You promised: {what}") if promise["by"] == "me" else say.text("They promised: {what}")
            yield label.format(what=promise["what"]) + (f" ({promise['due']})" if promise.get("due") else "")
    for favour in says.get("favours") or []:
        if favour["by"] == "them" and not favour.get("thanks"):
            yield say.text("Not thanked yet: {what}", what=f"{favour['what']} ({favour['date']})")
    fresh = [_value(t) for t in says.get("topics") or [] if not (isinstance(t, dict) and t.get("used"))]
    if fresh:
        yield say.text("To talk about: {what}", what="; ".join(fresh))


def _event(ground: Ground, says: dict[str, Any]) -> Iterator[str]:
    say, names = ground.say, {e.id: e.name for e in ground.roll()}
    yield says.get("title") or ""
    when = [says.get("date"), _value(says.get("venue"))]
    yield ", ".join(filter(None, when))
    yield from (say.text("What for: {what}", what=says[key]) for key in ("goal",) if says.get(key))
    for meeting in says.get("meet") or []:
        parts = {"who": meeting} if isinstance(meeting, str) else meeting
        yield "- " + names.get(parts["who"], parts["who"]) + (f": {parts['why']}" if parts.get("why") else "")
        yield from (f"  {parts[key]}" for key in ("question", "research") if parts.get(key))
    others = [names.get(_value(e), _value(e)) for e in says.get("expected") or []]
    if others:
        yield say.text("Expected: {who}", who=", ".join(others))
    if says.get("topics"):
        yield say.text("To talk about: {what}", what="; ".join(_value(t) for t in says["topics"]))


def _value(value: Any) -> str:
    """A value written short, or in full with keys."""
    if isinstance(value, dict):
        keys = ("contact", "name", "text", "value")
        return next((str(value[key]) for key in keys if value.get(key)), "")
    return str(value or "")

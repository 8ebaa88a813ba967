"""Editions on the terminal: `tertulia today`, `tertulia due` and `tertulia diff`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click

from generator import __version__
from generator.doors.options import AS_JSON, CONTENT, DATA, DAY, Doorway
from generator.doors.terminal import fitted
from generator.doors.tongue import tongue
from generator.words.catalogue import N_
from generator.words.speech import Speech

EPILOG = "Exit status: 0 all is well, 1 there is what --fail-on names, 2 the command could not be understood or done."

NO_STORE = {
    "no-git": N_("There is no git here, which remembers your data as it was."),
    "no-repository": N_("Your data is in no git repository, which would remember it as it was. To begin one: git init"),
    "not-yours": N_("The repository of your data belongs to another account, so git does not read it for you."),
    "shallow": N_("This copy of the repository has only the last commits. For all of them: git fetch --unshallow"),
}
"""Why there is nothing to compare with, and what to do about it."""



def join(main: click.Group, doorway: Doorway, speech: Callable[[], Speech]) -> None:
    """Add the commands to the command line; `doorway` guards them, `speech` is the language of the terminal."""

    @main.command(epilog=EPILOG)
    @DATA
    @DAY
    @AS_JSON
    @doorway
    def today(data: str | None, day: str | None, as_json: bool) -> None:
        """Say what there is to do today, as the first page does.

        \b
        Example: tertulia today
        """
        terminal = Terminal(data, day, speech(), stamped=as_json)
        if as_json:
            click.echo(json.dumps(_today_as_data(terminal), ensure_ascii=False, indent=1))
        else:
            _say(_today(terminal))

    @main.command(epilog=EPILOG)
    @DATA
    @DAY
    @AS_JSON
    @click.option("--fail-on", type=click.Choice(["overdue", "today"]), help="Exit with 1 if there is any of these.")
    @doorway
    def due(data: str | None, day: str | None, as_json: bool, fail_on: str | None) -> None:
        """List all follow-ups by when they should be done.

        \b
        Example: tertulia due --json --fail-on overdue
        """
        terminal = Terminal(data, day, speech(), stamped=as_json)
        if as_json:
            click.echo(json.dumps(terminal.document(), ensure_ascii=False, indent=1))
        else:
            _say(_due(terminal))
        groups = terminal.listed.groups
        sys.exit(1 if (fail_on and groups["late"]) or (fail_on == "today" and groups["today"]) else 0)

    @main.command(epilog=EPILOG)
    @click.argument("rev")
    @DATA
    @DAY
    @AS_JSON
    @doorway
    def diff(rev: str, data: str | None, day: str | None, as_json: bool) -> None:
        """Say what changed in the follow-ups since the commit REV.

        \b
        Example: tertulia diff HEAD~3
        """
        terminal = Terminal(data, day, speech(), stamped=True)
        changes = terminal.changes(rev)
        if as_json:
            click.echo(json.dumps(_as_data(terminal, changes), ensure_ascii=False, indent=1))
        else:
            _say(_diff(terminal, changes))


class Terminal:
    """One reading of the data, judged for its owner, and the words to tell it in.

    `drafts` are files that are to be written: they are read as if they were there. Only where it is `stamped`, git is
    asked for the commit.
    """

    def __init__(
        self, data: str | None, day: str | None, speech: Speech, drafts: Iterable[Any] = (), *, stamped: bool = False
    ) -> None:
        from generator.doors import build as door
        from generator.edition.ground import prepare, sources_in
        from generator.pages.rendering import Desk
        from generator.pages.sources import Stamp

        self.wish = door.wished(data, CONTENT, day, None)
        self.speech = speech
        self.reading = _with(door.read_quickly(self.wish), drafts, self.wish)
        self.stamp = (
            door.stamp_of(self.wish, self.reading) if stamped
            else Stamp(self.wish.day or door.today(self.reading), version=__version__)
        )
        library = door.library_of(self.wish, speech.language)
        ground = prepare(self.reading, library, self.stamp, "private", languages=(speech.language,))
        now: Any = ground.today
        self.now, self.listed = now, now.listed
        self.horizon = ground.settings.days("horizon")
        self.desk = Desk(sources_in(ground, speech.language), "")

    def document(self, listed: Any = None) -> dict[str, Any]:
        """The follow-ups, or those of a list, as the site's `follow-ups.json` has them."""
        from generator.pages.feeds.follow_ups import document

        return document(self.desk, listed or self.listed)

    def changes(self, rev: str) -> Any:
        """What changed since a commit, judged as of that commit's day."""
        from generator.coach.changes import compare
        from generator.doors.gitstore import StoreError
        from generator.doors.history import History
        from generator.doors.refusal import Refusal, refusal

        try:
            then = History().at(self.wish.data, rev, self.reading, self.stamp.day)
        except StoreError as error:
            raise Refusal(tongue().text(NO_STORE.get(error.why, NO_STORE["no-repository"]))) from error
        if then is None:
            raise refusal(N_("`{name}` is no commit here, or it has no data in it."), name=rev)
        return compare(then, self.now)


def _with(reading: Any, drafts: Iterable[Any], wish: Any) -> Any:
    from dataclasses import replace

    from generator.doors.build import today
    from generator.records.reading import network_of, read_bytes

    new = {draft.file: read_bytes(draft.file, draft.after) for draft in drafts}
    if not new:
        return reading
    sheets = {**reading.sheets, **new}
    return replace(reading, network=network_of(sheets, wish.day or today(reading)), sheets=sheets)


def _today(terminal: Terminal) -> Iterator[str]:
    from generator.pages.beginning import is_first_day
    from generator.pages.follow_ups import TITLES
    from generator.pages.opening import FIRST, THINGS, opening

    now = terminal.listed.now
    if is_first_day(terminal.desk.sources) and not now:
        text = terminal.speech.text
        yield click.style(text("Your circle starts with one person."), bold=True)
        yield f'tertulia add person "{text("Ana Ruiz")}"'
        return
    shown = len(now) if len(now) <= len(THINGS) else FIRST
    yield click.style(fitted(str(opening(terminal.desk, terminal.listed).striptags())), bold=True)
    groups = terminal.listed.groups
    late, today = (tuple(a for a in now[:shown] if a in groups[name]) for name in ("late", "today"))
    yield from [click.style(terminal.speech.text(TITLES["late"]), bold=True)] if late else []
    yield from (_line(terminal, advice, late=True) for advice in late)
    yield from [click.style(terminal.speech.text(TITLES["today"]), bold=True)] if late and today else []
    yield from (_line(terminal, advice, late=False) for advice in today)
    if len(now) > shown:
        more = terminal.speech.plural("… and {n} more.", "… and {n} more.", len(now) - shown)
        yield f"  {more} {terminal.speech.text('All of them: {command}', command='tertulia due')}"


def _today_as_data(terminal: Terminal) -> dict[str, Any]:
    """What `due --json` says of today and of what is late, and the sentence that the first page opens with."""
    from generator.coach.backlog import Backlog
    from generator.pages.opening import opening

    listed = terminal.listed
    now = Backlog({name: listed.groups[name] for name in ("late", "today")})
    opened = opening(terminal.desk, listed).striptags()
    return {"opening": opened, **terminal.document(now)}


def _due(terminal: Terminal) -> Iterator[str]:
    from generator.pages.follow_ups import TITLES

    for name, advices in terminal.listed.groups.items():
        if advices:
            yield click.style(terminal.speech.text(TITLES[name]), bold=True)
            yield from (_line(terminal, a, late=name == "late") for a in advices)
    if not terminal.listed:
        yield terminal.speech.text("Nothing to follow up. A good day to say hello for no reason.")


def _diff(terminal: Terminal, changes: Any) -> Iterator[str]:
    speech, desk = terminal.speech, terminal.desk
    then = changes.since
    since = speech.text("Since {date} ({commit})", date=speech.date(then.day, "long"), commit=then.commit)
    yield click.style(fitted(since), bold=True)
    yield from (fitted(f"+ {desk.do_plain(a)}", 2) for a in changes.new)
    yield from (click.style(fitted(f"✓ {desk.do_plain(a)}", 2), fg="green") for a in changes.done)
    yield from (fitted(f"→ {desk.do_plain(s.advice)} ({s.old} → {s.new})", 2) for s in changes.slipped)
    yield from (click.style(fitted(f"· {desk.do_plain(a)} ({a.finding.due})", 2), fg="yellow") for a in changes.passed)
    if not changes:
        yield speech.text("nothing has changed")
    if then.unread:
        from generator.pages.since import unread

        yield unread(desk, len(then.unread))


def _line(terminal: Terminal, advice: Any, *, late: bool) -> str:
    due = advice.finding.due
    when = f"{due.isoformat()}" if due else " " * len("2026-11-23")
    line = fitted(f"  {when}  {terminal.desk.do_plain(advice)}", len(when) + 4)
    return line.replace(when, click.style(when, fg="yellow"), 1) if late else line


def _as_data(terminal: Terminal, changes: Any) -> dict[str, Any]:
    """For machines: ids with what they say; old and new day of what was put off."""
    then, plain = changes.since, terminal.desk.do_plain
    unread = sorted(f"data/{file}" for file in then.unread)
    return {
        "since": {"day": then.day.isoformat(), "commit": then.commit, "unread": unread},
        "new": [{"id": a.id, "do": plain(a)} for a in changes.new],
        "done": [{"id": a.id, "do": plain(a)} for a in changes.done],
        "slipped": [
            {"id": s.advice.id, "do": plain(s.advice), "from": s.old.isoformat(), "to": s.new.isoformat()}
            for s in changes.slipped
        ],
        "overdue_since": [{"id": a.id, "do": plain(a), "due": a.finding.due.isoformat()} for a in changes.passed],
    }


def _say(lines: Iterator[str]) -> None:
    """Lines for a terminal; colours are dropped where there is none, or where NO_COLOR asks for it."""
    for line in lines:
        click.echo(line, color=False if os.environ.get("NO_COLOR") else None)

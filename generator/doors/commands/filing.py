"""Filing: `tertulia file`, the lines of the inbox moved into the files of the people they name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from generator.doors.options import AS_JSON, DATA, DAY, DRY_RUN, Doorway
from generator.doors.refusal import Refusal

if TYPE_CHECKING:
    from generator.doors.terminal import Ground
    from generator.records.entries import Happening
    from generator.records.inbox import InboxLine

EPILOG = (
    "Exit status: 0 every line was filed, 1 some lines stay in the inbox, "
    "2 the command could not be understood or done, and nothing was written."
)
INBOX = "inbox.yml"



def join(main: click.Group, doorway: Doorway, _speech: Callable[[], Any]) -> None:
    """Add the command to the command line; `doorway` guards it."""

    @main.command("file", epilog=EPILOG)
    @DATA
    @DAY
    @DRY_RUN
    @AS_JSON
    @doorway
    def file_inbox(data: str | None, day: str | None, *, dry_run: bool, as_json: bool) -> None:
        """Move the lines of the inbox into the files of the people they name.

        A line that cannot be understood stays where it is, and so does one whose mark fits nothing.

        \b
        Example: tertulia file --dry-run
        """
        from generator.doors.terminal import Ground

        _file(Ground(data, day, writes=not dry_run), dry_run=dry_run, as_json=as_json)


def _file(ground: Ground, *, dry_run: bool, as_json: bool) -> None:
    from generator.doors.terminal import harmless
    from generator.records.inbox import read_inbox
    from generator.words.problems import framed
    from generator.words.speech import speech

    if not (ground.folder / INBOX).exists():
        if as_json:
            ground.carry_out((), dry_run=dry_run, as_json=True, filed=0, stay=0)
        else:
            click.echo(ground.say.text("There is no inbox.yml yet: nothing to file."))
        return
    raw, text = ground.text(INBOX)
    roll = ground.roll()
    inbox = read_inbox(INBOX, raw, {entry.id: None for entry in roll}, roll=roll, day=ground.day)
    people = People(ground)
    filed, stay = set(), {problem.place.line for problem in inbox.problems}
    why = [framed(problem, speech(ground.say.language)) for problem in inbox.problems]
    for line in sorted(inbox.lines, key=lambda line: line.date.end):  # a promise is made before it is kept
        try:
            people.take(line)
            filed.add(line.origin.line)
        except Refusal as refusal:
            stay.add(line.origin.line)
            why.append(f"data/{line.origin.file}:{line.origin.line}: {refusal}")
    rows = text.split("\n")
    left = "\n".join(row for number, row in enumerate(rows, 1) if number not in filed)
    drafts = [*people.drafts(), ground.draft(INBOX, raw, left)]
    for said in why:
        click.echo(harmless(said), err=True)
    ground.carry_out(drafts, dry_run=dry_run, as_json=as_json, filed=len(filed), stay=len(stay))
    if not as_json:
        click.echo(ground.say.plural("{n} line filed.", "{n} lines filed.", len(filed)))
    click.get_current_context().exit(1 if why else 0)


class People:
    """The files of people with line after line filed into them."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.before: dict[str, bytes] = {}
        self.texts: dict[str, str] = {}

    def take(self, line: InboxLine) -> None:
        """File one line for everybody it names, or for nobody."""
        from generator.doors.commands.noting import noted_in

        taken: dict[str, str] = {}
        for who in line.who:
            file = f"contacts/{who}.yml"
            if file not in self.before:
                self.before[file], self.texts[file] = self.ground.text(file)
            taken[file] = noted_in(self.ground, file, self.texts[file], happening_of(line))
        self.texts |= taken

    def drafts(self) -> list[Any]:
        """The files as they are to be."""
        return [self.ground.draft(file, self.before[file], text) for file, text in self.texts.items()]


def happening_of(line: InboxLine, **more: str) -> Happening:
    """What a line of the inbox says that happened, and what else is known of it."""
    from generator.records.entries import Happening

    marks = tuple((m.name, m.text, str(m.date) if m.date else None) for m in line.marks)
    return Happening(str(line.date), line.kind, line.note, marks, more)

"""Reviewing: `tertulia met`, whom you met at an event, and `tertulia review`, five questions about how it went."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from generator.doors.commands.naming import complete_events
from generator.doors.options import AS_JSON, DATA, DAY, DRY_RUN, Doorway
from generator.doors.refusal import Refusal
from generator.doors.terminal import fitted
from generator.records.scalars import slug
from generator.words.catalogue import N_

if TYPE_CHECKING:
    from generator.doors.terminal import Ground
    from generator.doors.writing import Draft

EPILOG = "Exit status: 0 it was written, 2 the command could not be understood or done, and nothing was written."
QUESTIONS = {
    "arrived": N_("How many minutes late or early were you? (below 0 is early)"),
    "met": N_("Whom did you meet? (ids or names, with commas between them)"),
    "questions": N_("About how many questions did you ask?"),
    "talk_share": N_("How much of the talking was yours? (0.4 is two fifths)"),
    "lesson": N_("What would you do differently?"),
}

_DUE = re.compile(r"\s(?:by|para)\s+([^;()]+)(?=[;)][^(]*\Z)")
"""By when something in the last brackets was promised: a day as it is counted today, not on the day of the event."""


def join(main: click.Group, doorway: Doorway, speech: Callable[[], Any]) -> None:
    """Add the commands to the command line; `doorway` guards them, `speech` is the language of the terminal."""

    @main.command(epilog=EPILOG)
    @click.argument("event", shell_complete=complete_events)
    @click.argument("people", nargs=-1, required=True)
    @DATA
    @DAY
    @DRY_RUN
    @AS_JSON
    @doorway
    def met(event: str, people: tuple[str, ...], data: str | None, day: str | None, *, dry_run: bool,
            as_json: bool) -> None:
        """Note whom you met at an event, each with a word: who is new gets a file, everybody a line in theirs.

        What was promised may stand in brackets, as in the inbox. Then it says what comes next with each of them.

        \b
        Example: tertulia met meetup "Laura Ochando: wants a new shop" "ana: her office (promise: the list by friday)"
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day, writes=not dry_run)
        found = ground.event(event).id
        on, roll = _day_of(ground, found), ground.roll()
        drafts = [_met(ground, found, on, roll, person) for person in people]
        if len({draft.file for draft in drafts}) < len(drafts):
            raise Refusal(ground.say.text("Somebody is named twice; nothing was written."))
        after = _next(ground, speech(), drafts)
        ground.carry_out(drafts, dry_run=dry_run, as_json=as_json, event=found, follow_ups=after)
        if after and not as_json:
            click.echo(ground.say.text("What comes next:"))
            for follow_up in after:
                click.echo(fitted(f"  {follow_up['due'] or ' ' * 10}  {follow_up['do']}", 14))

    @main.command(epilog=EPILOG)
    @click.argument("event", shell_complete=complete_events)
    @click.option("--arrived", metavar="MINUTES", help="Minutes after the time you meant to arrive; below 0 is early.")
    @click.option("--met", metavar="WHO", help="Whom you met: ids or names, with commas between them.")
    @click.option("--questions", metavar="N", help="How many questions you asked, about.")
    @click.option("--talk-share", metavar="SHARE", help="How much of the talking was yours: 0.4.")
    @click.option("--lesson", metavar="WORDS", help="What you would do differently.")
    @DATA
    @DAY
    @DRY_RUN
    @AS_JSON
    @doorway
    def review(event: str, data: str | None, day: str | None, *, dry_run: bool, as_json: bool, **answers: Any) -> None:
        """Write down how an event went: five questions, asked in a terminal or answered by options.

        \b
        Example: tertulia review meetup --met ana --lesson "arrive earlier"
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day, writes=not dry_run)
        found = ground.event(event).id
        if not any(answers.values()) and sys.stdin.isatty():
            answers = {key: click.prompt(ground.say.text(question), default="", show_default=False, err=True)
                       for key, question in QUESTIONS.items()}
        draft = _reviewed(ground, found, {key: answer for key, answer in answers.items() if answer})
        ground.carry_out([draft], dry_run=dry_run, as_json=as_json, event=found)


def _met(ground: Ground, event: str, on: str, roll: list[Any], person: str) -> Draft:
    """The file of somebody who was met, a new one or theirs, with a line of that day in it."""
    from generator.doors.commands.filing import happening_of
    from generator.doors.commands.noting import noted_in
    from generator.doors.writing import Draft
    from generator.records.days import day_meant
    from generator.records.inbox import read_inbox
    from generator.records.roll import fitting
    from generator.words.problems import one_line
    from generator.words.speech import speech

    name, word = map(str.strip, person.partition(":")[::2])
    known = bool(fitting(name, roll)) or len(name.split()) < 2  # noqa: PLR2004 -- one word alone is an id or a slip
    who = ground.person(name, roll).id if known else slug(name)
    file = f"contacts/{who}.yml"
    raw, text = ground.text(file) if known else (None, _stranger(ground, name, event, on))
    word = _DUE.sub(lambda due: f" by {day_meant(due[1], ground.day, ahead=True) or due[1]}", word)
    inbox = read_inbox("inbox.yml", f"- {on} {who} event: {word}".encode(), {who: None})
    if inbox.problems:
        raise Refusal(one_line(inbox.problems[0], speech(ground.say.language)).partition(": ")[2])
    after = noted_in(ground, file, text, happening_of(inbox.lines[0], event=event))
    if raw is None and (ground.folder / file).exists():
        raise Refusal(ground.say.text("{file} is there already; nothing was written.", file=f"data/{file}"))
    return Draft(file, ground.folder / file, raw, after.encode())


def _stranger(ground: Ground, name: str, event: str, on: str) -> str:
    """The file of somebody new, as far as it is known."""
    from generator.doors.commands.adding import MODELINE
    from generator.records.written import Style, entry

    fields = {"name": name, "met": {"date": on, "event": event}, "added": ground.day.isoformat()}
    rows = [row for key, value in fields.items() for row in entry(key, value, 0, Style())]
    return MODELINE.format(kind="contact") + "\n".join(rows) + "\n"


def _next(ground: Ground, said: Any, drafts: list[Draft]) -> list[dict[str, Any]]:
    """What there is to do with the people of some files once they are written."""
    from generator.doors.commands.editions import Terminal

    terminal = Terminal(str(ground.folder), ground.day.isoformat(), said, drafts)
    people = {draft.file.removeprefix("contacts/").removesuffix(".yml") for draft in drafts}
    return [
        {"id": a.id, "do": terminal.desk.do_plain(a), "due": a.finding.due.isoformat() if a.finding.due else None}
        for a in terminal.listed if a.finding.subject and a.finding.subject.id in people
    ]


def _day_of(ground: Ground, event: str) -> str:
    from generator.records.said import plain

    file = f"events/{event}.yml"
    says = plain(file, ground.text(file)[1]) or {}
    return str(says.get("date") or ground.day.isoformat()).replace("T", " ").split()[0]


def _reviewed(ground: Ground, event: str, answers: dict[str, str]) -> Draft:
    from generator.doors.commands.noting import told
    from generator.records.change import Put
    from generator.records.editing import edited
    from generator.records.reading import read_text
    from generator.records.said import EditError
    from generator.words.problems import one_line
    from generator.words.speech import speech

    if not answers:
        raise Refusal(ground.say.text("There is nothing to write down."))
    file = f"events/{event}.yml"
    raw, text = ground.text(file)
    values: dict[str, Any] = dict(answers)
    if "met" in values:
        roll = ground.roll()
        values["met"] = [_known(ground, one.strip(), roll) for one in answers["met"].split(",") if one.strip()]
    changes = [Put(("review", key), value) for key, value in {**values, "date": ground.day.isoformat()}.items()]
    try:
        after = edited(file, text, changes)
    except EditError as error:
        raise Refusal(told(ground, error)) from error
    problems = read_text(file, after).problems
    if problems:
        raise Refusal(one_line(problems[0], speech(ground.say.language)))
    return ground.draft(file, raw, after)


def _known(ground: Ground, name: str, roll: list[Any]) -> str:
    """The id of somebody who is there, or the name of somebody who is not."""
    from generator.records.roll import fitting

    return ground.person(name, roll).id if fitting(name, roll) else name

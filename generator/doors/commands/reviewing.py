"""Reviewing: `tertulia met`, whom you met at an event, and `tertulia review`, five questions about how it went."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from generator.doors.commands.naming import complete_events
from generator.doors.options import AS_JSON, DATA, DAY, DRY_RUN, Doorway
from generator.doors.refusal import Refusal
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



def join(main: click.Group, doorway: Doorway, _speech: Callable[[], Any]) -> None:
    """Add the commands to the command line; `doorway` guards them."""

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
        """Note whom you met at an event, each with a word: who is new gets a file, the others a line in theirs.

        \b
        Example: tertulia met meetup "Laura Ochando: wants a new shop" "ana: her new office"
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day)
        found = _event(ground, event)
        drafts = [_met(ground, found, *map(str.strip, person.partition(":")[::2])) for person in people]
        ground.carry_out(drafts, dry_run=dry_run, as_json=as_json, event=found)

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

        ground = Ground(data, day)
        found = _event(ground, event)
        if not any(answers.values()) and sys.stdin.isatty():
            answers = {key: click.prompt(ground.say.text(question), default="", show_default=False, err=True)
                       for key, question in QUESTIONS.items()}
        draft = _reviewed(ground, found, {key: answer for key, answer in answers.items() if answer})
        ground.carry_out([draft], dry_run=dry_run, as_json=as_json, event=found)


def _event(ground: Ground, query: str) -> str:
    nothing = ground.say.text("There is no event `{query}`.", query=query)
    return ground.one(query, ground.roll("events", "title"), nothing).id


def _met(ground: Ground, event: str, name: str, word: str) -> Draft:
    """The file of somebody who was met: a new one, or a line more in theirs."""
    from generator.doors.commands.adding import MODELINE
    from generator.doors.commands.noting import noted
    from generator.doors.writing import Draft
    from generator.records.entries import Happening
    from generator.records.roll import fitting
    from generator.records.scalars import slug
    from generator.records.written import Style, entry

    roll, on = ground.roll(), _day_of(ground, event)
    if fitting(name, roll):
        happening = Happening(on, "event", word, (), {"event": event})
        return noted(ground, ground.person(name, roll).id, happening)  # type: ignore[no-any-return]
    if len(name.split()) < 2:  # noqa: PLR2004 -- one word alone is an id or a slip, no new person
        ground.person(name, roll)
    met = {"date": on, "event": event, **({"note": word} if word else {})}
    fields = {"name": name, "met": met, "added": ground.day.isoformat()}
    rows = [row for key, value in fields.items() for row in entry(key, value, 0, Style())]
    file = f"contacts/{slug(name)}.yml"
    return Draft(file, ground.folder / file, None, (MODELINE.format(kind="contact") + "\n".join(rows) + "\n").encode())


def _day_of(ground: Ground, event: str) -> str:
    from generator.records.editing import plain

    file = f"events/{event}.yml"
    says = plain(file, ground.text(file)[1]) or {}
    return str(says.get("date") or ground.day.isoformat()).replace("T", " ").split()[0]


def _reviewed(ground: Ground, event: str, answers: dict[str, str]) -> Draft:
    from generator.doors.commands.noting import told
    from generator.records.editing import EditError, Put, edited
    from generator.records.reading import read_text
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

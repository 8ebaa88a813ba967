"""Adding: `tertulia add`, a new file for a person, an event or an organisation, with no more in it than is known."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from generator.doors.commands.naming import complete_people
from generator.doors.options import AS_JSON, DATA, DAY, DRY_RUN, Command, Doorway
from generator.doors.refusal import Refusal
from generator.words.catalogue import N_

if TYPE_CHECKING:
    from generator.doors.terminal import Ground
    from generator.records.roll import Entry

EPILOG = "Exit status: 0 it was written, 2 the command could not be understood or done, and nothing was written."
MODELINE = "# yaml-language-server: $schema=../schema/{kind}.schema.json\n"
CLOSENESS = ("inner", "close", "active", "wider", "dormant")
EVENTS = ("conference", "meetup", "meeting", "coffee", "meal", "call", "webinar", "interview", "hosted")

_OPTIONS = (
    click.option("--id", "new_id", metavar="ID", help="The name of the file; without it, made from the name."),
    DATA,
    DAY,
    DRY_RUN,
    AS_JSON,
)


def join(main: click.Group, doorway: Doorway, _speech: Callable[[], Any]) -> None:
    """Add the commands to the command line; `doorway` guards them."""

    @main.group(cls=type(main), add_help_option=True)
    def add() -> None:
        """Add a person, an event or an organisation."""

    _add_person(add, doorway)
    _add_event(add, doorway)
    _add_organisation(add, doorway)


def _add_person(add: click.Group, doorway: Doorway) -> None:
    @add.command(epilog=EPILOG)
    @click.argument("name", required=False)
    @click.option("--org", metavar="NAME", help="Where they work.")
    @click.option("--role", metavar="ROLE", help="What they do there.")
    @click.option("--email", metavar="ADDRESS", help="Their e-mail address.")
    @click.option("--phone", metavar="NUMBER", help="Their telephone.")
    @click.option("--closeness", type=click.Choice(CLOSENESS), help="How well you know each other.")
    @click.option("--met", metavar="WHEN", help="When you met: yesterday, 20/11, 2025-10.")
    @click.option("--where", metavar="PLACE", help="Where you met.")
    @_shared
    @doorway
    def person(name: str | None, *, new_id: str | None, data: str | None, day: str | None, dry_run: bool, as_json: bool,
               **known: Any) -> None:
        """Add a person. Only the name is needed.

        \b
        Example: tertulia add person "Bruno Gil" --org Olmeda --met yesterday
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day, writes=not dry_run)
        if not name:
            name = _ask(ground, N_("Name"))
            known["org"] = known["org"] or _ask(ground, N_("Organisation"), "")
            known["where"] = known["where"] or _ask(ground, N_("Where did you meet?"), "")
        add_person(ground, name, known, new_id=new_id, dry_run=dry_run, as_json=as_json)


def add_person(
    ground: Ground, name: str, known: dict[str, Any], *, new_id: str | None = None, dry_run: bool = False,
    as_json: bool = False,
) -> Entry:
    """Write a new person's file."""
    from generator.doors.commands.noting import day_of
    from generator.records.roll import Entry

    met = {"date": known.get("met") and day_of(ground, known["met"]), "where": known.get("where")}
    channels = {key: known.get(key) for key in ("email", "phone")}
    fields = {"name": name.strip(), "org": known.get("org"), "role": known.get("role"), "channels": _given(channels),
              "closeness": known.get("closeness"), "met": _given(met), "added": ground.day.isoformat()}
    made = _new(ground, "contact", name, new_id, fields, dry_run=dry_run, as_json=as_json)
    return Entry(made, name)


def _add_event(add: click.Group, doorway: Doorway) -> None:
    @add.command(epilog=EPILOG)
    @click.argument("title", required=False)
    @click.option("--on", metavar="WHEN", help="When it is: friday, 1/12, 2026-12-01.")
    @click.option("--at", metavar="HOUR", help="At what time: 19:00.")
    @click.option("--kind", type=click.Choice(EVENTS), help="What sort of occasion it is; it picks the checklist.")
    @click.option("--with", "who", metavar="NAMES", shell_complete=complete_people,
                  help="With whom: any part of a name, or several with commas between them.")
    @click.option("--venue", metavar="PLACE", help="Where it is.")
    @click.option("--goal", metavar="GOAL", help="What would make it worth going.")
    @_shared
    @doorway
    def event(title: str | None, *, new_id: str | None, data: str | None, day: str | None, dry_run: bool, as_json: bool,
              **known: Any) -> None:
        """Add an event. Only a title and a day are needed.

        \b
        Example: tertulia add event "Coffee with Ana" --on thursday --at 10:00 --kind coffee --with ana
        """
        from generator.doors.commands.noting import day_of, people_meant
        from generator.doors.terminal import Ground

        ground = Ground(data, day, writes=not dry_run)
        asked = not title
        title = title or _ask(ground, N_("What is it called?"))
        on = day_of(ground, known["on"] or _ask(ground, N_("When?")), ahead=True)
        who = known["who"] or (_ask(ground, N_("With whom? (names, with commas)"), "") if asked else "")
        people = people_meant(ground, who, dry_run=dry_run) if who.strip() else []
        fields = {"title": title.strip(), "date": f"{on} {known['at']}" if known["at"] else on, "kind": known["kind"],
                  "venue": known["venue"], "goal": known["goal"], "meet": [person.id for person in people]}
        _new(ground, "event", f"{on} {title}", new_id, fields, dry_run=dry_run, as_json=as_json)


def _add_organisation(add: click.Group, doorway: Doorway) -> None:
    @add.command(epilog=EPILOG)
    @click.argument("name", required=False)
    @_shared
    @doorway
    def organisation(
        name: str | None, *, new_id: str | None, data: str | None, day: str | None, dry_run: bool, as_json: bool
    ) -> None:
        """Add an organisation. Only its name is needed.

        \b
        Example: tertulia add organisation "Muebles Olmeda"
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day, writes=not dry_run)
        name = name or _ask(ground, N_("Name"))
        _new(ground, "organisation", name, new_id, {"name": name.strip()}, dry_run=dry_run, as_json=as_json)


def _shared(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _ask(ground: Ground, what: str, default: str | None = None) -> str:
    """Ask for what was not given; where nobody can answer, say what is missing."""
    asked = ground.say.text(what)
    if not sys.stdin.isatty():
        if default is not None:
            return default
        raise Refusal(ground.say.text("This is missing: {what}", what=asked))
    return str(click.prompt(asked, default=default, show_default=False, err=True))


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "", {}, [])}


def _new(
    ground: Ground, kind: str, called: str, new_id: str | None, fields: dict[str, Any], *, dry_run: bool, as_json: bool
) -> str:
    """Write a new file in the folder of its kind; gives its id."""
    from generator.doors.writing import Draft
    from generator.records.reading import read_text
    from generator.records.scalars import slug
    from generator.records.written import Style, entry
    from generator.words.problems import one_line
    from generator.words.speech import speech

    made = new_id or slug(called)
    file = f"{kind}s/{made}.yml"
    rows = [row for key, value in _given(fields).items() for row in entry(key, value, 0, Style())]
    text = MODELINE.format(kind=kind) + "\n".join(rows) + "\n"
    problems = [*_name_problems(ground, file), *read_text(file, text).problems]
    if problems:
        raise Refusal(one_line(problems[0], speech(ground.say.language)))
    if (ground.folder / file).exists():
        raise Refusal(ground.say.text("{file} is there already; nothing was written.", file=f"data/{file}"))
    draft = Draft(file, ground.folder / file, None, text.encode())
    ground.carry_out([draft], dry_run=dry_run, as_json=as_json, id=made)
    return made


def _name_problems(ground: Ground, file: str) -> list[Any]:
    from generator.records.folder import is_read

    if not is_read(file):
        name = file.rpartition("/")[2].removesuffix(".yml")
        raise Refusal(ground.say.text("`{id}` cannot be the name of a file here; give another with --id.", id=name))
    return []

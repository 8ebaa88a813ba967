"""Noting: `tertulia log`, what happened written into people's own files in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from generator.doors.commands.naming import complete_kinds, complete_people
from generator.doors.options import AS_JSON, DATA, DAY, DRY_RUN, Doorway
from generator.doors.refusal import Refusal

if TYPE_CHECKING:
    from generator.doors.terminal import Ground
    from generator.records.entries import Happening
    from generator.records.roll import Entry

EPILOG = "Exit status: 0 it was written, 2 the command could not be understood or done, and nothing was written."



def join(main: click.Group, doorway: Doorway, _speech: Callable[[], Any]) -> None:
    """Add the command to the command line; `doorway` guards it."""

    @main.command(epilog=EPILOG)
    @click.argument("who", metavar="WHO", shell_complete=complete_people)
    @click.argument("kind", metavar="KIND", shell_complete=complete_kinds)
    @click.argument("note", metavar="[NOTE]", nargs=-1)
    @click.option("--on", metavar="WHEN", default="today", help="When it was: yesterday, last friday, 20/11 (today).")
    @click.option("--favour", metavar="1-5", type=click.IntRange(1, 5), help="They helped you: how much effort it was.")
    @click.option("--gave", metavar="1-5", type=click.IntRange(1, 5), help="You helped them: how much effort it was.")
    @click.option("--promise", metavar="WHAT", help="What you promised.")
    @click.option("--promised", metavar="WHAT", help="What they promised you.")
    @click.option("--due", metavar="WHEN", help="By when it was promised: friday, in 3 days, 1/12.")
    @click.option("--thanks", is_flag=True, help="It was to thank them.")
    @click.option("--for", "thanks_for", metavar="WHEN", help="Of which day the favour is that you thank for.")
    @click.option("--done", metavar="WHAT", help="A promise of yours is kept: some of its words.")
    @click.option("--received", metavar="WHAT", help="A promise of theirs is kept: some of its words.")
    @click.option("--reported", is_flag=True, help="You told them what came of their help.")
    @click.option("--reply/--no-reply", default=None, help="Whether they answered.")
    @click.option("--from", "by", type=click.Choice(["me", "them", "both"]), help="Who began it.")
    @click.option("--purpose", metavar="PURPOSE", help="What it was for: catch_up, ask, give, congratulate …")
    @click.option("--event", metavar="EVENT", help="At which event of yours (its id).")
    @DATA
    @DAY
    @DRY_RUN
    @AS_JSON
    @doorway
    def log(
        who: str, kind: str, note: tuple[str, ...], data: str | None, day: str | None, *, dry_run: bool, as_json: bool,
        **marks: Any,
    ) -> None:
        """Write down what happened with somebody, into their file.

        WHO is any part of a name, or several with commas between them. KIND is coffee, call, email, message,
        meeting, meal, event, card or gift, in English or in Spanish.

        \b
        Example: tertulia log ana coffee "reviewed my offer" --favour 2 --promise "send the list" --due friday
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day, writes=not dry_run)
        happening = _happening(ground, kind, " ".join(note), marks)
        people = people_meant(ground, who, dry_run=dry_run)
        drafts = [noted(ground, person.id, happening) for person in people]
        ground.carry_out(drafts, dry_run=dry_run, as_json=as_json, people=[p.id for p in people], date=happening.date)


def people_meant(ground: Ground, who: str, *, dry_run: bool) -> list[Entry]:
    """The people of a line of names with commas between them, each once."""
    roll = ground.roll()
    people = list(dict.fromkeys(_person(ground, name.strip(), roll, dry_run=dry_run)
                                for name in who.split(",") if name.strip()))
    if not people:
        raise Refusal(ground.say.text("Nobody here is called `{query}`.", query=who))
    return people


def _person(ground: Ground, query: str, roll: list[Entry], *, dry_run: bool) -> Entry:
    """Who is meant; somebody who is not there yet can be added on the way, in a terminal."""
    import sys

    from generator.records.roll import fitting

    if fitting(query, roll) or dry_run or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ground.person(query, roll)
    from generator.doors.commands.adding import add_person

    question = ground.say.text("Nobody here is called `{query}`. Add them? (yes, no)", query=query)
    answer = click.prompt(question, default="", show_default=False, err=True)
    if answer.strip().lower() not in {"y", "yes", "s", "si", "sí"}:
        return ground.person(query, roll)
    name = click.prompt(ground.say.text("Name"), default=query.title(), err=True)
    return add_person(ground, name, {})


def noted(ground: Ground, who: str, happening: Happening) -> Any:
    """A person's file with one thing more in it."""
    file = f"contacts/{who}.yml"
    raw, text = ground.text(file)
    return ground.draft(file, raw, noted_in(ground, file, text, happening))


def noted_in(ground: Ground, file: str, text: str, happening: Happening) -> str:
    """The text of a person's file with one thing more in it."""
    from generator.records.editing import edited
    from generator.records.entries import NothingOpenError, changes_of
    from generator.records.said import EditError, plain

    try:
        return edited(file, text, changes_of(plain(file, text), happening))
    except EditError as error:
        raise Refusal(told(ground, error)) from error
    except NothingOpenError as error:
        who = file.removeprefix("contacts/").removesuffix(".yml")
        raise Refusal(nothing_open(ground, who, error.value, error.still)) from error


def nothing_open(ground: Ground, who: str, value: str, still: list[str]) -> str:
    """Nothing that is open with somebody fits what was named; and what is."""
    return ground.say.text(
        "{who}: nothing is open that fits `{value}`. Open: {still}.", who=who, value=value,
        still="; ".join(still) or "—",
    )


def told(ground: Ground, error: Any) -> str:
    """Why a file was not changed, with the lines around what is wrong in it."""
    if error.problem:
        from generator.words.problems import framed
        from generator.words.speech import speech

        broken = framed(error.problem, speech(ground.say.language))
        return ground.say.text("This has to be mended first; nothing was written.") + "\n" + broken
    return f"data/{error.file}:{error.line}: {ground.say.text(error.why, **error.facts)}"


def _happening(ground: Ground, typed: str, note: str, given: dict[str, Any]) -> Happening:
    from generator.records.entries import Happening

    purpose = given["purpose"] and _purpose(ground, given["purpose"])
    if given["due"] and not (given["promise"] or given["promised"]):
        raise Refusal(ground.say.text("--due belongs to --promise or --promised."))
    due = given["due"] and day_of(ground, given["due"], ahead=True)
    marks: list[tuple[str, str, str | None]] = [
        (name, str(given[name]), due if name.startswith("promise") else None)
        for name in ("favour", "gave", "promise", "promised", "done", "received") if given[name]
    ]
    if given["thanks"] or given["thanks_for"]:
        marks.append(("thanks", "", given["thanks_for"] and day_of(ground, given["thanks_for"])))
    marks += [("reported", "", None)] if given["reported"] else []
    marks += [("reply", "reply" if given["reply"] else "no reply", None)] if given["reply"] is not None else []
    marks += [("by", given["by"], None)] if given["by"] else []
    marks += [("purpose", purpose, None)] if purpose else []
    more = {"event": ground.event(given["event"]).id} if given["event"] else {}
    kind = kind_of(ground, typed)
    return Happening(day_of(ground, given["on"]), kind, " ".join(note.split()), tuple(marks), more)


def day_of(ground: Ground, typed: str, *, ahead: bool = False) -> str:
    """The date somebody means."""
    from generator.records.days import day_meant

    found = day_meant(typed, ground.day, ahead=ahead)
    if found is None:
        raise Refusal(ground.say.text(
            "`{day}` is no day: say today, yesterday, last friday, 20/11 or 2026-11-20.", day=typed
        ))
    return found


def kind_of(ground: Ground, typed: str) -> str:
    """The kind somebody means, in either language."""
    from generator.records.entries import KINDS
    from generator.records.messages import WORDS
    from generator.records.near import near_miss

    return _word_of(ground, typed, KINDS, near_miss(typed, KINDS), WORDS["kinds"])


def _purpose(ground: Ground, typed: str) -> str:
    from generator.records.entries import PURPOSES
    from generator.records.messages import WORDS
    from generator.records.near import near_miss

    return _word_of(ground, typed, PURPOSES, near_miss(typed, PURPOSES), WORDS["purposes"])


def _word_of(ground: Ground, typed: str, known: tuple[str, ...], near: str, words: str) -> str:
    from generator.records.near import meant_by

    low = typed.lower()
    if low in known or near in meant_by(low) or (near and near == low.replace(" ", "_").replace("-", "_")):
        return low if low in known else near
    say = ground.say
    they = say.text("They are: {words}.", words=say.text(words))
    hint = say.text("Did you mean `{near}`?", near=near) if near else they
    raise Refusal(say.text("`{value}` is not one of the words for what it was.", value=typed) + " " + hint)

"""Settling: `tertulia done`, a follow-up that is done, and `tertulia snooze`, a person or a rule left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from generator.doors.commands.naming import complete_people
from generator.doors.options import AS_JSON, DATA, DAY, DRY_RUN, Doorway
from generator.doors.refusal import Refusal
from generator.records.entries import kept

if TYPE_CHECKING:
    from generator.doors.terminal import Ground
    from generator.records.change import Change

EPILOG = "Exit status: 0 it was written, 2 the command could not be understood or done, and nothing was written."



def join(main: click.Group, doorway: Doorway, speech: Callable[[], Any]) -> None:
    """Add the commands to the command line; `doorway` guards them, `speech` is the language of the terminal."""

    @main.command(epilog=EPILOG)
    @click.argument("who", shell_complete=complete_people)
    @click.argument("what", nargs=-1)
    @click.option("--theirs", is_flag=True, help="It was they who promised.")
    @click.option("--on", metavar="WHEN", default="today", help="When it was: yesterday, last friday, 20/11 (today).")
    @DATA
    @DAY
    @DRY_RUN
    @AS_JSON
    @doorway
    def done(who: str, what: tuple[str, ...], data: str | None, day: str | None, *, theirs: bool, on: str,
             dry_run: bool, as_json: bool) -> None:
        """Note that something is done: a promise kept, thanks said, a first message sent, any follow-up.

        WHO is any part of the name of a person or an event, with some words of WHAT is done if there are several
        things; or the id of a follow-up, as `tertulia due --json` has it. What leaves no line of its own is told to the
        coach as `ignore`, until well after its day.

        \b
        Example: tertulia done ana list
        """
        from generator.doors.commands.noting import day_of
        from generator.doors.terminal import Ground
        from generator.records.roll import fitting

        ground = Ground(data, day, writes=not dry_run)
        date, words = day_of(ground, on), " ".join(what)
        roll, events = ground.roll(), ground.roll("events", "title")
        person = ground.person(who, roll) if theirs or fitting(who, roll) else None
        if person and (theirs or (words and _is_promise(ground, person.id, words))):
            by = "them" if theirs else "me"
            _change(ground, who, lambda says: [kept(says, date, by, words)], dry_run=dry_run, as_json=as_json)
            return
        from generator.doors.commands.following import Following

        found = Following(ground, speech())
        about = person or (ground.one(who, events, "") if fitting(who, events) else None)
        advice = found.one(about.id, words) if about else found.by_id(who)
        drafts = found.settled(advice, date)
        ground.carry_out(drafts, dry_run=dry_run, as_json=as_json, settled=advice.id)

    @main.command(epilog=EPILOG)
    @click.argument("who", shell_complete=complete_people)
    @click.argument("until")
    @click.option("--rule", metavar="RULE", help="Only this rule is to keep silent; without it, the person is paused.")
    @click.option("--reason", metavar="WHY", help="With --rule: why, for the day you wonder.")
    @DATA
    @DAY
    @DRY_RUN
    @AS_JSON
    @doorway
    def snooze(who: str, until: str, data: str | None, day: str | None, *, rule: str | None, reason: str | None,
               dry_run: bool, as_json: bool) -> None:
        """Leave a person alone until a day, or one rule about them.

        \b
        Example: tertulia snooze ana "in 2 weeks" --rule gone-quiet --reason "she is on leave"
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day, writes=not dry_run)
        _change(ground, who, lambda _: _rest(ground, until, rule, reason), dry_run=dry_run, as_json=as_json)


def _is_promise(ground: Ground, who: str, words: str) -> bool:
    """Whether the words are those of a promise of yours to somebody that is open."""
    from generator.records.entries import NothingOpenError
    from generator.records.said import EditError, plain

    file = f"contacts/{who}.yml"
    try:
        kept(plain(file, ground.text(file)[1]) or {}, "", "me", words)
    except NothingOpenError:
        return False
    except EditError:
        return True  # what is wrong with the file is told where it is changed
    return True


def _rest(ground: Ground, until: str, rule: str | None, reason: str | None) -> list[Change]:
    from generator.doors.commands.noting import day_of
    from generator.records.change import Append, Put
    from generator.records.entries import before

    last = day_of(ground, until, ahead=True)
    if rule is None:
        if reason:
            raise Refusal(ground.say.text("--reason belongs to --rule: a pause has no line for it. Put it in `notes`."))
        return [Put(("status",), "paused", before("status")), Put(("until",), last, before("until"))]
    from generator.coach.rulebook import all_rules
    from generator.records.near import near_miss

    if rule not in all_rules():
        near = near_miss(rule, all_rules())
        hint = " " + ground.say.text("Did you mean `{near}`?", near=near) if near else ""
        raise Refusal(ground.say.text("There is no rule `{rule}`.", rule=rule) + hint)
    why = reason or ground.say.text("not now")
    return [Append(("ignore",), {"rule": rule, "until": last, "reason": why}, before("ignore"))]


def _change(
    ground: Ground, query: str, changes: Callable[[Any], list[Change]], *, dry_run: bool, as_json: bool
) -> None:
    from generator.doors.commands.noting import nothing_open, told
    from generator.records.editing import edited
    from generator.records.entries import NothingOpenError
    from generator.records.said import EditError, plain

    person = ground.person(query, ground.roll())
    file = f"contacts/{person.id}.yml"
    raw, text = ground.text(file)
    try:
        after = edited(file, text, changes(plain(file, text) or {}))
    except EditError as error:
        raise Refusal(told(ground, error)) from error
    except NothingOpenError as error:
        raise Refusal(nothing_open(ground, person.id, error.value, error.still)) from error
    ground.carry_out([ground.draft(file, raw, after)], dry_run=dry_run, as_json=as_json, id=person.id)

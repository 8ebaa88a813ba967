"""Setting: `tertulia settings`, every number of the coach and where it comes from, and a value of one's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from generator.doors.options import AS_JSON, DATA, DAY, DRY_RUN, Doorway
from generator.doors.refusal import Refusal
from generator.doors.terminal import fitted

if TYPE_CHECKING:
    from generator.coach.settings import Number
    from generator.doors.terminal import Ground
    from generator.words.speech import Speech

EPILOG = "Exit status: 0 all is well, 2 the command could not be understood or done, and nothing was written."
FILE = "coach.yml"
NEW = "# yaml-language-server: $schema=schema/coach.schema.json\n"


@dataclass(frozen=True, slots=True)
class Setting:
    """One number: of which rule (or of all), what it is now and by itself, where it comes from and where it was set."""

    name: str
    value: float
    default: float
    unit: str
    source: str
    grade: str
    note: str
    place: str


def join(main: click.Group, doorway: Doorway, speech: Callable[[], Speech]) -> None:
    """Add the command to the command line; `doorway` guards it, `speech` is the language of the terminal."""

    @main.command(epilog=EPILOG)
    @click.argument("name", required=False, shell_complete=_complete)
    @click.argument("value", required=False)
    @DATA
    @DAY
    @DRY_RUN
    @AS_JSON
    @doorway
    def settings(name: str | None, value: str | None, data: str | None, day: str | None, *, dry_run: bool,
                 as_json: bool) -> None:
        """List the coach's numbers with value, unit, source and grade, and where each was set; or set one.

        NAME is a number of all rules, or of one as RULE.NUMBER; some letters of it list those that have them.

        \b
        Example: tertulia settings rhythm_close 60
        """
        from generator.doors.terminal import Ground

        ground = Ground(data, day, writes=bool(value) and not dry_run)
        if name and value:
            ground.carry_out([_set(ground, name, value)], dry_run=dry_run, as_json=as_json, name=name)
            return
        found = [s for s in all_settings(ground, speech()) if not name or name in s.name]
        if not found:
            raise Refusal(_unknown(ground, name or ""))
        if as_json:
            click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
            return
        for one in found:
            for line in _told(one, ground):
                click.echo(line)


def all_settings(ground: Ground, said: Speech) -> Iterator[Setting]:
    """Every number there is, those of all rules first."""
    from generator.coach.settings import SHARED_NUMBERS
    from generator.records.owner import CoachFile, Me

    coach, me = _record(ground, FILE, CoachFile), _record(ground, "me.yml", Me)
    goals = {key: value for key, value in (me.goals if me else ()) if isinstance(value, int)}
    for rule, number in _declared():
        own = coach.rules[rule].numbers if coach and rule and rule in coach.rules else {}
        shared = coach.numbers if coach else {}
        value, place = number.default, ""
        if number.name in own:
            value, place = float(own[number.name]), _place(ground, FILE, ("rules", rule, "numbers", number.name))
        elif number.name in goals and number in SHARED_NUMBERS:
            value, place = float(goals[number.name]), _place(ground, "me.yml", ("goals", number.name))
        elif number.name in shared:
            value, place = float(shared[number.name]), _place(ground, FILE, ("numbers", number.name))
        yield Setting(
            f"{rule}.{number.name}" if rule else number.name, value, number.default, said.text(number.unit),
            said.text(number.source), number.grade, said.text(number.note) if number.note else "", place,
        )


def _declared() -> Iterator[tuple[str, Number]]:
    """Every number with its rule; the shared ones belong to none."""
    from generator.coach.rulebook import all_rules
    from generator.coach.settings import SHARED_NUMBERS

    yield from (("", number) for number in SHARED_NUMBERS)
    yield from ((rule.name, number) for rule in all_rules().values() for number in rule.numbers)


def _record(ground: Ground, file: str, kind: type[Any]) -> Any:
    """What a file says; None where there is none, or where it cannot be read."""
    from generator.records.reading import read_text

    if not (ground.folder / file).exists():
        return None
    return next((r for r in read_text(file, ground.text(file)[1]).records if isinstance(r, kind)), None)


def _place(ground: Ground, file: str, path: tuple[str, ...]) -> str:
    from generator.records.documents import read_document
    from generator.records.spots import spots_of

    node, line = read_document(file, ground.text(file)[0]).node, 1
    for step in path:
        spot = spots_of(node).get(step) if node is not None else None
        if spot is None or spot.key is None:
            break
        node, line = spot.value, spot.key.start_mark.line + 1
    return f"data/{file}:{line}"


def _set(ground: Ground, name: str, value: str) -> Any:
    """The coach's file with a value of one's own in it."""
    from generator.doors.commands.noting import told
    from generator.doors.writing import Draft
    from generator.records.change import Put
    from generator.records.editing import edited
    from generator.records.owner import Me
    from generator.records.reading import read_text
    from generator.records.said import EditError
    from generator.words.problems import one_line
    from generator.words.speech import speech

    rule, _, number = name.rpartition(".")
    if (rule, number) not in {(of, one.name) for of, one in _declared()}:
        raise Refusal(_unknown(ground, name))
    me = _record(ground, "me.yml", Me)
    is_goal = not rule and me is not None and isinstance(getattr(me.goals, number, None), int)  # it goes before ours
    path: tuple[str, ...]
    file, path = ("me.yml", ("goals", number)) if is_goal else (FILE, ("numbers", number))
    path = ("rules", rule, *path) if rule else path
    raw, text = ground.text(file) if (ground.folder / file).exists() else (None, NEW)
    try:
        after = edited(file, text, [Put(path, value.replace(",", "."))])
    except EditError as error:
        raise Refusal(told(ground, error)) from error
    problems = read_text(file, after).problems
    if problems:
        raise Refusal(one_line(problems[0], speech(ground.say.language)))
    return Draft(file, ground.folder / file, raw, after.encode())


def _unknown(ground: Ground, name: str) -> str:
    from generator.records.near import near_miss

    near = near_miss(name, [f"{rule}.{number.name}" if rule else number.name for rule, number in _declared()])
    hint = ground.say.text("Did you mean `{near}`?", near=near) if near \
        else ground.say.text("All of them: {command}", command="tertulia settings")
    return ground.say.text("There is no number `{name}`.", name=name) + " " + hint


def _told(one: Setting, ground: Ground) -> Iterator[str]:
    """A number in two lines: what it is, and why."""
    mine = f"  ({ground.say.text('default')}: {one.default:g}; {one.place})" if one.place else ""
    yield click.style(f"{one.name} = {one.value:g}", bold=bool(one.place)) + f" {one.unit}{mine}"
    yield fitted(f"    {one.grade}  {one.source}" + (f"; {one.note}" if one.note else ""), 7)


def _complete(_ctx: click.Context, _param: Any, incomplete: str) -> list[CompletionItem]:
    names = (f"{rule}.{number.name}" if rule else number.name for rule, number in _declared())
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]

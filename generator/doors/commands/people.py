"""People on the terminal: `tertulia audience` and `tertulia forget`; and what `tertulia export` gives of one."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from generator.doors.options import AS_JSON, CONTENT, DATA, DAY, DRY_RUN, Doorway
from generator.doors.refusal import Refusal, refusal
from generator.doors.terminal import fitted, harmless
from generator.doors.tongue import tongue
from generator.words.catalogue import N_
from generator.words.speech import Speech

EPILOG = "Exit status: 0 all is well, 2 the command could not be understood or done."


def join(main: click.Group, doorway: Doorway, speech: Callable[[], Speech]) -> None:
    """Add the commands to the command line; `doorway` guards them, `speech` is the language of the terminal."""
    _join_audience(main, doorway, speech)
    _join_forget(main, doorway, speech)


def _join_audience(main: click.Group, doorway: Doorway, speech: Callable[[], Speech]) -> None:
    @main.command(epilog=EPILOG)
    @click.argument("audience", type=click.Choice(["private", "shared", "public"]))
    @click.argument("who", metavar="[ID]", required=False)
    @DATA
    @DAY
    @AS_JSON
    @click.option("--explain", is_flag=True, help="Say field by field what they would get, and why.")
    @doorway
    def audience(
        audience: Any, who: str | None, data: str | None, day: str | None, *, as_json: bool, explain: bool
    ) -> None:
        """Say whom an audience would see; with --explain, what of each and why.

        \b
        Example: tertulia audience public --explain ana-ruiz
        """
        read = _read(data, day, who)
        verdicts, stops = _audience(audience, who, read, speech(), in_full=explain or who is not None)
        events = [] if who else _events(audience, read, speech())
        if as_json:
            people, told_of = ([verdict.as_data() for verdict in found] for found in (verdicts, events))
            _print({"audience": audience, "people": people, "events": told_of, "stops": stops})
            return
        for line in (line for verdict in (*verdicts, *events) for line in verdict.lines()):
            click.echo(fitted(line, 4))
        if not (verdicts or events):
            click.echo(_nobody(audience, speech()))
        if stops:
            head = speech().text("A build for the public would stop here, and nothing be built:")
            click.echo(click.style(head, bold=True))
        for told in stops:
            click.echo(fitted(f"! {told}", 4))


def _join_forget(main: click.Group, doorway: Doorway, speech: Callable[[], Speech]) -> None:
    @main.command(epilog=EPILOG)
    @click.argument("who", metavar="ID")
    @DATA
    @click.option("--site", type=click.Path(path_type=Path), default="site", help="The built site (site).")
    @DAY
    @DRY_RUN
    @AS_JSON
    @click.option("--yes", is_flag=True, help="Do it without asking.")
    @doorway
    def forget(
        who: str, data: str | None, site: Path, day: str | None, *, dry_run: bool, as_json: bool, yes: bool
    ) -> None:
        """Take a person out of the data and of the built site, and say what remains elsewhere.

        \b
        Example: tertulia forget ana-ruiz --dry-run
        """
        from generator.doors.build import data_folder, today, wished
        from generator.doors.farewell import carry_out, plan_for
        from generator.doors.terminal import finish_first

        said = speech()
        if as_json and not (dry_run or yes):
            raise Refusal(said.text("With --json nobody is asked: say --yes or --dry-run."))
        if not dry_run:
            finish_first(data_folder(wished(data, CONTENT, day, None)))
        wish, reading, contact = _read(data, day, who)
        plan = plan_for(wish.data, reading.network, contact, site, wish.day or today(reading))
        if as_json:
            if not dry_run:
                carry_out(plan, site)
            _print({"forgotten": not dry_run, **plan.as_data(), "elsewhere": list(_elsewhere(plan, said))})
            return
        for line in _plan(plan, said):
            click.echo(fitted(line, 4))
        if dry_run:
            return
        if not yes and not click.confirm(said.text("Do all of this?"), default=False):
            click.echo(said.text("Nothing was changed."))
            sys.exit(2)
        carry_out(plan, site)
        click.echo(said.text("Done."))
        click.echo(click.style(said.text("What remains elsewhere:"), bold=True))
        for line in _elsewhere(plan, said):
            click.echo(fitted(f"- {line}", 2))


def _print(document: Any) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def _audience(audience: Any, who: str | None, read: Any, said: Speech, *, in_full: bool) -> tuple[list[Any], list[str]]:
    """What an audience gets of everybody, or of one, and what would stop a site for the public."""
    from generator.doors.build import stops
    from generator.doors.explaining import explained, listed
    from generator.edition.discretion import told

    wish, reading, _ = read
    found = explained(reading.network, audience, who, said) if in_full else listed(reading.network, audience, said)
    slips = stops(wish, reading) if audience == "public" else ()
    about = [slip for slip in slips if who is None or slip.place.file == f"contacts/{who}.yml"]
    return list(found), [told(slip, said) for slip in about]


def _nobody(audience: str, said: Speech) -> str:
    """What is said where there is nobody and nothing to list."""
    if audience == "private":
        return said.text("Nobody and nothing is written down yet.")
    return said.text("Nobody and nothing: mark who may be seen with `share: {audience}`.", audience=audience)


def _events(audience: Any, read: Any, said: Speech) -> list[Any]:
    """Which events an audience gets."""
    from generator.doors.explaining import listed_events

    _, reading, _ = read
    return list(listed_events(reading.network, audience, said))


def hand_over(who: str, data: str | None, day: str | None, said: Speech, *, form: str) -> None:
    """Print everything that is kept on one person, as YAML, as JSON or as a vCard."""
    from generator.doors.handover import all_on, as_yaml, vcard_of

    wish, reading, contact = _read(data, day, who)
    if form == "vcard":
        click.echo(vcard_of(wish, reading, contact, said), nl=False)
    elif form == "json":
        _print(all_on(wish, reading, contact))
    else:
        click.echo(as_yaml(all_on(wish, reading, contact)), nl=False)


def _read(data: str | None, day: str | None, who: str | None) -> tuple[Any, Any, Any]:
    """What was asked for, the data, and the person of that id, if one was named."""
    from generator.doors import build as door
    from generator.records.near import near_miss

    wish = door.wished(data, CONTENT, day, None)
    reading = door.read_quickly(wish)
    contact = reading.network.contacts.get(who or "")
    if who and contact is None:
        near = near_miss(who, tuple(reading.network.contacts))
        hint = " " + tongue().text("Did you mean `{near}`?", near=near) if near else ""
        file = f"data/contacts/{who}.yml"
        raise refusal(N_("There is no {file} that could be read.{hint}"), file=file, hint=hint)
    return wish, reading, contact


def _plan(plan: Any, said: Speech) -> Iterator[str]:
    yield click.style(said.text("This goes:"), bold=True)
    yield f"  data/{plan.person}"
    for file, number, old, new in plan.changes():
        yield harmless(f"  data/{file}:{number}: {old.strip()}" + (f"  →  {new.strip()}" if new.strip() else ""))
    if plan.site:
        yield f"  {plan.site}/  " + said.text("(the built site; build it anew afterwards)")
    if plan.left or plan.names:
        title = said.text("This is left, because only you can tell whether it is about this person:")
        yield click.style(title, bold=True)
    yield from (harmless(f"  data/{file}:{number}: {line.strip()}") for file, number, line in plan.left)
    yield from (harmless(f"  data/{name}  ") + said.text("(the name of the file)") for name in plan.names)


def _elsewhere(plan: Any, said: Speech) -> Iterator[str]:
    """What no command of ours can reach, and how to go about it."""
    yield said.text(
        "Git remembers every version. Commit this; then, in a fresh clone, `git filter-repo --invert-paths --path "
        "{file}`, with `--replace-text` for lines in other files, and push with force.", file=f"data/{plan.person}",
    )
    yield said.text(
        "Your host keeps old commits, built sites, artifacts and caches for a while: ask it to remove them, and build "
        "and publish anew."
    )
    yield said.text(
        "Forks and clones of others, and your own backups, do not change: each has to be done by itself."
    )
    yield said.text(
        "Telephones that took the address cards, calendars that subscribed, and ticks in your browser keep what they "
        "had. Where the site is kept on a device, open it there once with a connection after you published anew."
    )

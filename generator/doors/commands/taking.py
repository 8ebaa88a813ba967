"""Taking: `tertulia export`, everything on record in a form that other programs read, or all that is kept on one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.doors.options import AS_JSON, DATA, DAY, Doorway
from generator.words.speech import Speech

EPILOG = "Exit status: 0 all is well, 2 the command could not be understood or done."
FORMS = ("vcard", "csv", "json")
ENDINGS = {".vcf": "vcard", ".csv": "csv", ".json": "json"}



def join(main: click.Group, doorway: Doorway, speech: Callable[[], Speech]) -> None:
    """Add the command to the command line; `doorway` guards it, `speech` is the language of the terminal."""

    @main.command("export", epilog=EPILOG)
    @click.argument("what", metavar="FILE|ID")
    @click.option("--as", "form", type=click.Choice(FORMS), help="In which form; by the file's ending if it says so.")
    @DATA
    @DAY
    @AS_JSON
    @click.option(
        "--audience", type=click.Choice(["private", "shared", "public"]), default="private", show_default=True,
        help="As far as whom: private is everything.",
    )
    @doorway
    def take(
        what: str, form: str | None, data: str | None, day: str | None, *, as_json: bool, audience: Any
    ) -> None:
        """Write everybody into a new FILE (- prints it), or print everything that is kept on the person of that ID.

        A file is vCards, a table for spreadsheets or, as JSON, everything, and can be brought in again with
        `tertulia import`. One person comes as YAML or --json, with their mentions elsewhere, or --as vcard.

        \b
        Example: tertulia export people.vcf
        Example: tertulia export ana-ruiz > ana-ruiz.yml
        """
        from generator.doors import build as door
        from generator.doors.commands.people import hand_over

        said = speech()
        if _names_a_person(what):
            if form == "csv" or (form == "vcard" and as_json):
                raise click.UsageError(said.text("One person comes as YAML, with --json or with --as vcard."))
            hand_over(what, data, day, said, form="json" if as_json else form or "yaml")
        elif what == "-" and as_json:
            raise click.UsageError(said.text("What is printed is in the form that --as names; leave out --json."))
        else:
            count = _write(Path(what), form, door.wished(data, Path(), day, None), audience, said)
            if as_json:
                click.echo(json.dumps({"file": what, "people": count}, ensure_ascii=False, indent=1))
            elif what != "-":
                click.echo(said.plural("{n} person written to {file}.", "{n} people written to {file}.", count,
                                       file=what))


def _names_a_person(what: str) -> bool:
    """Whether it is an id: a file has an ending, a folder before it, or is the standard output."""
    return what != "-" and not Path(what).suffix and Path(what).name == what


def _write(file: Path, form: str | None, wish: Any, audience: Any, said: Speech) -> int:
    """Write everybody to a file, or print it; gives how many they are."""
    from generator.doors import build as door
    from generator.doors.arriving import write_new_bytes

    form = form or ENDINGS.get(file.suffix.lower())
    if form is None:
        raise click.UsageError(said.text("Say in which form: --as vcard, --as csv or --as json."))
    reading = door.read_quickly(wish)
    for line in door.report(reading, said.language):
        click.echo(line, err=True)
    out, count = _form(reading.network, form, audience)
    if str(file) == "-":
        click.echo(out, nl=False)
    else:
        write_new_bytes(file, out)
    return count


def _form(network: Any, form: str, audience: Any) -> tuple[bytes, int]:
    """The network as far as an audience may see it, in one form, and how many people are in it."""
    from generator.exchange.outgoing_cards import vcards
    from generator.exchange.outgoing_sheet import sheet
    from generator.exchange.whole import as_json
    from generator.records.audience import reduce_network

    seen = reduce_network(network, audience)
    forms: dict[str, Callable[[Any], bytes]] = {"vcard": vcards, "csv": sheet, "json": as_json}
    return forms[form](seen), len(seen.contacts)

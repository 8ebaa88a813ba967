"""Bringing: `tertulia import`, which plans first, writes new files only, and says whom it knows already."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from generator.doors.options import AS_JSON, DATA, DAY, DRY_RUN, Doorway
from generator.doors.refusal import Refusal
from generator.words.catalogue import N_
from generator.words.speech import Speech

MANY = 20
"""From how many new files on they are written only when one says so."""

SLOW = 500
"""From how many new files on a bar shows how far it is."""

SHOWN = 30
"""How many lines of a kind are shown; the rest is counted."""

EPILOG = "Exit status: 0 all is well, 1 something of the file was left out, 2 it could not be understood or done."

BY = {
    "e-mail": N_("same e-mail address"), "profile": N_("same profile"), "name": N_("same name"),
    "day and title": N_("same day and title"), "file": N_("same file"),
}



def join(main: click.Group, doorway: Doorway, speech: Callable[[], Speech]) -> None:
    """Add the command to the command line; `doorway` guards it, `speech` is the language of the terminal."""

    @main.command("import", epilog=EPILOG)
    @click.argument("file", type=click.Path(path_type=Path))
    @DATA
    @DAY
    @click.option("--yes", is_flag=True, help=f"Write even more than {MANY} files.")
    @DRY_RUN
    @click.option("--namesakes", is_flag=True, help="Take in people who share no more than a name with somebody.")
    @click.option("--since", metavar="DAY", help="Of a calendar: events from this day on (the day to look from).")
    @click.option("--alone", is_flag=True, help="Of a calendar: events to which nobody else comes, too.")
    @click.option("--me", metavar="ADDRESS", multiple=True, help="Of a calendar: an e-mail address of yours.")
    @AS_JSON
    @doorway
    def bring(file: Path, data: str | None, day: str | None, yes: bool, as_json: bool, **more: Any) -> None:
        """Bring in people from LinkedIn, Google Contacts or vCards, or events from a calendar.

        What the file is, is told from what is in it. New files are written, none is ever changed; whoever is there
        already is named and left as they are. What has no field of its own goes to the notes. Everything stays
        private, and people come as `closeness: dormant`, so that nobody asks you to write to all of them.

        \b
        Example: tertulia import ~/Downloads/Connections.csv --dry-run
        """
        plan = _Plan(file, data, day, speech(), **more)
        plan.carry_out(yes=yes)
        plan.say(as_json=as_json)
        sys.exit(1 if any(r.message != plan.harmless for r in plan.plan.remarks) else 0)


class _Plan:
    """One file and what becomes of it."""

    def __init__(
        self, file: Path, data: str | None, day: str | None, speech: Speech, *,
        dry_run: bool, namesakes: bool, since: str | None, alone: bool, me: tuple[str, ...],
    ) -> None:
        from generator.doors import build as door
        from generator.doors.arriving import taken_ids
        from generator.doors.terminal import finish_first
        from generator.exchange.plan import make_plan, plan_files
        from generator.exchange.recurring import Wanted, zone_where
        from generator.exchange.source import read_source
        from generator.exchange.tables import NOT_UTF8, UnreadableError
        from generator.records.reading import NOBODY

        if not file.exists() or file.is_dir():
            why = N_("There is no file “{file}”.") if not file.exists() else N_("“{file}” is a folder and no file.")
            raise Refusal(speech.text(why, file=str(file)))
        wish = door.wished(data, Path(), day, None)
        if not dry_run:
            finish_first(door.data_folder(wish))
        reading = door.read_quickly(wish)
        today = wish.day or door.today(reading)
        self.speech, self.file, self.dry_run, self.folder = speech, file, dry_run, wish.data
        self.written = False
        try:
            owner, first = reading.network.me, door.wished(data, Path(), since, None).day if since else today
            called = "" if owner is NOBODY else owner.name.display
            mine = frozenset(address.casefold() for address in me)
            zone = owner.time_zone or zone_where(owner.region or "")
            wanted = Wanted(first or today, zone, mine, called, alone)
            self.haul = read_source(str(file), _bytes(file), wanted)
        except UnreadableError as error:
            raise Refusal(self.remark(error.remark)) from error
        haul = self.haul
        self.plan = (
            plan_files(haul.files, lambda name: os.path.lexists(wish.data / name)) if haul.kind == "Tertulia"
            else make_plan(
                reading.network, taken_ids(wish.data), haul.people, haul.events, added=today, namesakes=namesakes
            )
        )
        self.plan.remarks[:0] = haul.remarks
        self.harmless = NOT_UTF8

    def carry_out(self, *, yes: bool) -> None:
        """Write the files, unless they are many and nobody has said yes."""
        from generator.doors.arriving import write_new

        files = self.plan.files
        if self.dry_run or not files or (len(files) > MANY and not yes):
            return
        with click.progressbar(files, file=sys.stderr, hidden=len(files) < SLOW) as shown:
            write_new(self.folder, ((new.file, new.text) for new in shown))
        self.written = True

    def say(self, *, as_json: bool) -> None:
        """The plan, and whether it was carried out."""
        if as_json:
            click.echo(json.dumps(self._as_data(), ensure_ascii=False, indent=1))
            return
        for line in self._lines():
            click.echo(line, color=False if os.environ.get("NO_COLOR") else None)

    def remark(self, remark: Any) -> str:
        """One remark with its place."""
        return f"{remark.place.file}:{remark.place.line}: {self.speech.text(remark.message).format(**remark.facts)}"

    def _lines(self) -> Iterator[str]:
        from generator.doors.terminal import harmless

        say, plan = self.speech, self.plan
        title = say.text("{file}: an export of {kind}", file=self.file.name, kind=self.haul.kind)
        yield click.style(harmless(title), bold=True)
        new = [f"+ data/{n.file}  {n.newcomer.display}{_more(n.newcomer)}" for n in plan.files]
        known = [
            f"= {k.newcomer.display} ({self.file.name}:{k.newcomer.place.line}): "
            + say.text("there already as {file} ({by})", file=f"data/{k.file}", by=say.text(BY[k.by]))
            for k in plan.known
        ]
        for lines, colour in ((new, "green"), (known, None), ([f"! {self.remark(r)}" for r in plan.remarks], "yellow")):
            yield from (click.style(harmless(line), fg=colour) for line in lines[:SHOWN])
            if len(lines) > SHOWN:
                yield say.plural("… and {n} more.", "… and {n} more.", len(lines) - SHOWN)
        if any(k.by == "name" for k in plan.known):
            yield say.text("Whoever has no more than the name in common with somebody: --namesakes takes them too.")
        if self.haul.past:
            yield say.plural(
                "{n} event is past and was left out; --since takes it too.",
                "{n} events are past and were left out; --since takes them too.", self.haul.past,
            )
        if self.haul.alone:
            yield say.plural(
                "{n} event has nobody else in it and was left out; --alone takes it too.",
                "{n} events have nobody else in them and were left out; --alone takes them too.", self.haul.alone,
            )
        yield self._outcome()

    def _outcome(self) -> str:
        say, n, known = self.speech, len(self.plan.files), len(self.plan.known)
        there = " " + say.plural("{n} is there already.", "{n} are there already.", known) if known else ""
        if not n:
            return say.text("Nothing new.") + there
        if self.written:
            return say.plural("{n} new file written.", "{n} new files written.", n) + there
        would = say.plural("{n} new file would be written.", "{n} new files would be written.", n)
        hint = "" if self.dry_run else " " + say.text("That is many: look them over, then say it again with --yes.")
        return would + there + hint

    def _as_data(self) -> dict[str, Any]:
        plan = self.plan
        return {
            "kind": self.haul.kind, "written": self.written,
            "new": [
                {"file": f"data/{new.file}", "name": new.newcomer.display, "line": new.newcomer.place.line}
                for new in plan.files
            ],
            "known": [
                {"file": f"data/{k.file}", "name": k.newcomer.display, "line": k.newcomer.place.line, "by": k.by}
                for k in plan.known
            ],
            "remarks": [
                {"file": r.place.file, "line": r.place.line, "message": self.speech.text(r.message).format(**r.facts)}
                for r in plan.remarks
            ],
            "past": self.haul.past, "alone": self.haul.alone,
        }


def _bytes(file: Path) -> bytes:
    """What a file says, and no more than shows that it is too big."""
    from generator.exchange.tables import MOST_BYTES

    with file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _more(newcomer: Any) -> str:
    told = [str(newcomer.fields.get(key, "")) for key in ("role", "org", "date")]
    return "".join(f", {part}" for part in told if part)

"""Renaming: `tertulia rename`, another id for a person, an event or an organisation, wherever it is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from generator.doors.commands.naming import complete_ids
from generator.doors.options import AS_JSON, DATA, DAY, DRY_RUN, Doorway
from generator.doors.refusal import Refusal

if TYPE_CHECKING:
    from generator.doors.terminal import Ground
    from generator.doors.writing import Draft

EPILOG = "Exit status: 0 it was written, 2 the command could not be understood or done, and nothing was written."
PAGES = {"contacts": "people", "events": "events"}
"""The folders of the site in which things have pages of their own, by their folders in the data."""


def join(main: click.Group, doorway: Doorway, _speech: Callable[[], Any]) -> None:
    """Add the command to the command line; `doorway` guards it."""

    @main.command(epilog=EPILOG)
    @click.argument("old", shell_complete=complete_ids)
    @click.argument("new", metavar="NEW-ID")
    @DATA
    @DAY
    @DRY_RUN
    @AS_JSON
    @doorway
    def rename(old: str, new: str, data: str | None, day: str | None, *, dry_run: bool, as_json: bool) -> None:
        """Give a person, an event or an organisation another id: its file, and every line that names it.

        All of it is written or nothing. Lines that only speak of the id in a text are shown and left to you.

        \b
        Example: tertulia rename ana ana-ruiz-ortega
        """
        from generator.doors.terminal import Ground, harmless
        from generator.records.renaming import still_named

        ground = Ground(data, day, writes=not dry_run)
        folder, entry = ground.thing(old)
        drafts = list(_drafts(ground, folder, entry.id, new))
        after = {d.file: d.after.decode("utf-8-sig") for d in drafts if d.after is not None}
        texts = {file: text for file, text in _texts(ground).items() if file != f"{folder}/{entry.id}.yml"}
        left = list(still_named(texts | after, entry.id))
        ground.carry_out(
            drafts, dry_run=dry_run, as_json=as_json, old=entry.id, id=new,
            left=[{"file": f"data/{file}", "line": n, "text": line.strip()} for file, n, line in left],
        )
        if not as_json:
            for line in _told(ground, folder, entry.id, new, left):
                click.echo(harmless(line))


def _drafts(ground: Ground, folder: str, old: str, new: str) -> Iterator[Draft]:
    """The file under its new name, the old one gone, and every other file that names it."""
    from generator.doors.commands.noting import told
    from generator.doors.writing import Draft
    from generator.records.folder import is_read
    from generator.records.renaming import renamed
    from generator.records.said import EditError

    own, file = f"{folder}/{old}.yml", f"{folder}/{new}.yml"
    if not is_read(file):
        raise Refusal(ground.say.text("`{id}` cannot be the name of a file here.", id=new))
    if (ground.folder / file).exists():
        raise Refusal(ground.say.text("{file} is there already; nothing was written.", file=f"data/{file}"))
    try:
        for name, text in _texts(ground).items():
            raw, after = ground.text(name)[0], renamed(name, text, folder, old, new)
            if name == own:
                yield Draft(file, ground.folder / file, None, after.encode(), raw)
                yield Draft(own, ground.folder / own, raw, None)
            elif after != text:
                yield ground.draft(name, raw, after)
    except EditError as error:
        raise Refusal(told(ground, error)) from error


def _texts(ground: Ground) -> dict[str, str]:
    """All files that are read, as they are."""
    from generator.records.folder import files_of

    return {file: ground.text(file)[1] for file, _ in files_of(ground.folder, [])}


def _told(
    ground: Ground, folder: str, old: str, new: str, left: list[tuple[str, int, str]]
) -> Iterator[str]:
    say = ground.say
    if left:
        yield say.text("These lines still say `{id}`; whether they mean it, only you can tell:", id=old)
    yield from (f"  data/{file}:{number}: {line.strip()}" for file, number, line in left)
    if folder in PAGES:
        old_page, new_page = (f"{PAGES[folder]}/{one}/" for one in (old, new))
        yield say.text("In the next site the page is {new}; who kept a link to {old} has to be told.",
                       old=old_page, new=new_page)

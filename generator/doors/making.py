"""Making: the editions of a site, made anew whenever something is saved; while serving, the last good ones stay."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.exceptions import Abort

from generator.doors.build import Editions
from generator.doors.collector import standing_back
from generator.doors.refusal import Refusal
from generator.doors.reloading import Reloader
from generator.doors.tongue import language, tongue
from generator.edition.chrome import Chrome, noted
from generator.records.reading import Reading

log = logging.getLogger("mkdocs.plugins.tertulia")


class Asked(NamedTuple):
    """What mkdocs.yml asks for: where data and content are, and the site's address, languages and audience."""

    folder: Path
    content: Path
    site: str | None = None
    languages: list[str] | None = None
    audience: str | None = None


class Maker:
    """Makes all editions of a site, and keeps what the next time can take from this one."""

    def __init__(self) -> None:
        self.serving = False
        self.editions: Editions = {}
        self.reading: Reading | None = None
        self.library: Any = None
        self._history: Any = None
        self._reloader = Reloader()
        self._said_in = ""

    def make(self, asked: Asked, *, strict: bool, library: Any = None) -> None:
        """All editions, or, while serving, the last good ones when something is wrong beyond the data."""
        with standing_back():
            self._make_all(asked, strict=strict, library=library)

    def for_whom(self) -> str:
        """Which edition this is and who said so, in the language of the terminal."""
        said, audience = tongue(), next(iter(self.editions.values())).ground.audience
        if self._said_in:
            return said.text("Edition: {audience}, as {where} says.", audience=audience, where=self._said_in)
        return said.text("Edition: {audience}, since nothing says otherwise.", audience=audience)

    def chromes(self) -> list[Chrome]:
        """What stands around the pages of each language."""
        return [edition.chrome for edition in self.editions.values()]

    def _make_all(self, asked: Asked, *, strict: bool, library: Any) -> None:
        try:
            door, is_new = self._reloader.door(unchanged=library is not None)
            wish = door.wished(str(asked.folder), asked.content, None, None, asked.site or "",
                               languages=asked.languages, settled=asked.audience)
        except Exception as error:
            self._stay(error)
            return
        if is_new or self._history is None:
            self._history = door.History()
        default = "private" if self.serving else "public"
        try:
            self._read(door, wish, is_new=is_new, refused=strict and not self.serving)
            _, self._said_in = door.chosen(wish, self.reading, default)
            self.library = None if is_new or library is None else library
            self.library = self.library or door.library_of(wish)
            self.editions = door.make_editions(wish, self.reading, default, self._history, self.library)
        except Abort:
            raise
        except Exception as error:
            if self.serving and not self.editions:  # the first build: without what is wrong, words or data
                ours = door.library_of_ours(wish)
                read = self.reading if self.library is None and self.reading else door.nothing_read(self.reading)
                self.editions = door.make_editions(wish, read, default, self._history, ours)
            self._stay(error)

    def _read(self, door: Any, wish: Any, *, is_new: bool, refused: bool) -> None:
        """The data; a strict build ends here when something is wrong in it."""
        reading = door.read_on(wish, None if is_new else self.reading) if self.serving else door.read_data(wish)
        self.reading = reading
        for line in door.report(reading, language()):
            log.log(logging.ERROR if refused else logging.WARNING, "%s", line)
        if reading.problems and refused:
            raise Abort(door.refused(wish.languages))

    def _stay(self, error: Exception) -> None:
        """Keep the last good edition while serving, and say why; give up otherwise."""
        if not (self.serving and self.editions):
            raise Abort(str(error)) from error
        kinds = {kind.__name__ for kind in type(error).__mro__}  # by name: the door may have been loaded anew
        answered = not kinds.isdisjoint({"OSError", "ValueError", Refusal.__name__})
        log.error("The last good edition stays: %s", error, exc_info=not answered)
        self.editions = {
            language: replace(edition, chrome=noted(edition.chrome, str(error)))
            for language, edition in self.editions.items()
        }

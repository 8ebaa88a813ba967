"""Speech: one language's words, dates, numbers and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from functools import cache, lru_cache
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from generator.records.moments import PartialDate
from generator.words.catalogue import Words

Day = date
DateStyle = Literal["day", "weekday", "short", "long", "month"]
_PATTERNS = {
    "day": "d MMMM",
    "weekday": "EEEE d MMMM",
    "short": "EEE d MMM",
    "month": "MMMM",
    "long": "EEEE d MMMM y",
    "day of another year": "d MMMM y",
    "weekday of another year": "EEEE d MMMM y",
    "short of another year": "EEE d MMM y",
    "month of another year": "MMMM y",
    "long of another year": "EEEE d MMMM y",
}
"""Date patterns (CLDR) in English; each is a message of the catalogue, so that a language brings its own."""


class Speech(Words):
    """What one language says and how it writes dates, numbers and lists.

    `text(msgid)` translates; `plural(one, many, n)` picks the form. Placeholders are `{name}`.
    """

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.region = "en_GB" if language == "en" else language
        self.locale = Locale.parse(self.region)

    def plural(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """The message for that many; `{n}` is the number, in figures as the language writes them."""
        return self.form(one, many, n).format(n=self.number(n), **facts)

    def date(self, day: Day | PartialDate, style: DateStyle = "day", *, today: Day | None = None) -> str:
        """A date in words, without its year when it is the year of `today`.

        Styles: `day` (13 de noviembre), `weekday` (jueves 26 de noviembre), `short` (jue 26 nov),
        `month`, `long` (with weekday and year). A partial date gives month and year, or the year.
        """
        if isinstance(day, PartialDate):
            if not day.is_exact:
                month = self.text(_PATTERNS["month of another year"])
                return str(day.year) if day.month is None else self.written(day.start, month)
            day = day.end
        far = today is not None and day.year != today.year
        return self.written(day, self.text(_PATTERNS[f"{style} of another year" if far else style]))

    def weekday(self, day: Day) -> str:
        """The name of the day of the week."""
        return self.written(day, "EEEE")

    def short_weekday(self, day: Day) -> str:
        """The day of the week as the head of a column: lun."""
        return self.written(day, "EEE").rstrip(".")

    def clock(self, at: time) -> str:
        """A time of day: 9:30."""
        return f"{at.hour}:{at.minute:02}"

    def number(self, n: float) -> str:
        """A number in figures."""
        return _counted(n, self.region)

    def list(self, parts: Sequence[str]) -> str:
        """Parts joined as in a sentence: Ana, Bo y Carla; Ana e Inés."""
        if not parts:
            return ""
        joined = str(format_list(list(parts), locale=self.locale))
        if self.language == "es" and len(parts) > 1 and _sounds_like_i(parts[-1]):
            head = joined[: -len(parts[-1])]
            return head.removesuffix("y ") + "e " + parts[-1] if head.endswith("y ") else joined
        return joined

    def written(self, day: Day, pattern: str) -> str:
        """A day as a pattern of CLDR has it, in this language: `MMM` is its month in short."""
        return _dated(pattern, day, self.region)


@lru_cache(maxsize=1 << 14)
def _dated(pattern: str, day: Day, locale: str) -> str:
    """A site says the same few days again and again."""
    return str(format_date(day, pattern, locale=locale))


@lru_cache(maxsize=1 << 12)
def _counted(n: float, locale: str) -> str:
    return str(format_decimal(n, locale=locale))


def _sounds_like_i(word: str) -> bool:
    start = _TAGS.sub("", word).lower()  # a name may come as a link
    return start.startswith(("i", "í", "hi", "hí")) and not start.startswith(("hia", "hie", "hio", "ia", "ie", "io"))


_TAGS = re.compile(r"<[^>]*>")


@cache
def speech(language: str) -> Speech:
    """The speech of one language, made once."""
    return Speech(language)

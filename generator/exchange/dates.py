"""Dates: what days an export means, by the words it uses and by all of its dates together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from generator.records.miswritten import date_meant

_SHORT_YEAR = re.compile(r"(\d{1,2})[-\s/.]([^\W\d_]{3,})\.?[-\s/.](\d{2})\Z")
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\Z")
_CENTURY = 2000
"""Two figures of a year belong to this century: none of these services is older."""
_MONTHS = 12


class Reckoning:
    """Reads the dates of one column; whether the day or the month comes first is told by the whole column."""

    def __init__(self, column: Iterable[str]) -> None:
        figures = [found for cell in column if (found := _FIGURES.match(cell.strip()))]
        self.day_first = any(int(found[1]) > _MONTHS for found in figures)
        self.month_first = any(int(found[2]) > _MONTHS for found in figures)

    def read(self, text: str) -> str:
        """The day as `2024-03-12`, or nothing where it cannot be told for sure."""
        text = text.strip()
        if found := _FIGURES.match(text):
            return self._figures(int(found[1]), int(found[2]), _year(found[3]))
        if found := _SHORT_YEAR.match(text):
            return date_meant(f"{found[1]} {found[2]} {_year(found[3])}")
        return date_meant(text)

    def _figures(self, first: int, second: int, year: int) -> str:
        if self.day_first == self.month_first and first != second:
            return ""  # nothing in the column says which of them is the month
        day, month = (second, first) if self.month_first else (first, second)
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return ""


def _year(text: str) -> int:
    return int(text) + (_CENTURY if len(text) < len("2000") else 0)

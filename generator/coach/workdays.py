"""Workdays: which days count as business days in a region, and counting with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache

from generator.coach.countries import holidays_of

SATURDAY = 5
AUGUST = 8


class Workdays:
    """Business days of one region, Monday to Friday without its public and the user's local holidays.

    `region` is a country or a part of one (`ES`, `ES-MD`); an unknown one has weekends only.
    """

    def __init__(self, region: str | None, local: Iterable[date] = ()) -> None:
        self.region = region
        self._local = frozenset(local)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Workdays) and (self.region, self._local) == (other.region, other._local)

    def __hash__(self) -> int:
        return hash((self.region, self._local))

    def is_holiday(self, day: date) -> bool:
        """Whether it is a public or local holiday, weekends aside."""
        return day in self._local or day in _holidays(self.region, day.year)

    def is_workday(self, day: date) -> bool:
        """Whether people are at work."""
        return _is_workday(self.region, self._local, day)

    def is_bridge(self, day: date) -> bool:
        """Whether it is a *puente*: a single business day between days on which nobody is at work."""
        eve, morrow = day - timedelta(days=1), day + timedelta(days=1)
        return self.is_workday(day) and not self.is_workday(eve) and not self.is_workday(morrow)

    def after(self, day: date, count: int) -> date:
        """The business day that comes `count` business days after `day`; 0 gives `day` itself."""
        return _after(self.region, self._local, day, count)

    def on_or_after(self, day: date) -> date:
        """The first business day from `day` on."""
        return day if self.is_workday(day) else _after(self.region, self._local, day, 1)

    def between(self, start: date, end: date) -> int:
        """How many business days follow `start` up to and including `end`; 0 if `end` is not later."""
        return sum(self.is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))

    def is_quiet(self, day: date) -> bool:
        """Whether people would rather not be written to: a day off, a *puente*, and in Spain all of August."""
        return not self.is_workday(day) or self.is_bridge(day) or self.is_august_in_spain(day)

    def is_august_in_spain(self, day: date) -> bool:
        """Whether it is the month in which half of Spain is away, where people live there."""
        return day.month == AUGUST and (self.region or "").partition("-")[0] == "ES"

    def where(self, region: str | None) -> Workdays:
        """The business days of somebody's region, or these if it is the same or unknown.

        Local holidays are the user's own: nobody elsewhere keeps them.
        """
        return self if region in (None, self.region) else Workdays(region)


@cache
def _holidays(region: str | None, year: int) -> frozenset[date]:
    if not region:
        return frozenset()
    country, _, part = region.partition("-")
    try:
        return holidays_of(country, part or None, year)
    except NotImplementedError:
        pass
    try:
        return holidays_of(country, None, year)
    except NotImplementedError:
        return frozenset()


def _is_workday(region: str | None, local: frozenset[date], day: date) -> bool:
    return day.weekday() < SATURDAY and day not in local and day not in _holidays(region, day.year)


@lru_cache(maxsize=1 << 14)
def _after(region: str | None, local: frozenset[date], day: date, count: int) -> date:
    """The same few days are asked about for everybody."""
    while count > 0:
        day += timedelta(days=1)
        count -= _is_workday(region, local, day)
    return day

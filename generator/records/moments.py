"""Moments: the dates, times and lengths of time a user can write, whole or in part."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.records.miswritten import birthday_meant, date_meant, date_of, moment_meant, span_meant, time_meant
from generator.records.scalars import FIRST_YEAR, LAST_YEAR, text_of, wrong

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z", re.ASCII)
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?\s*h?\Z", re.ASCII)
_MOMENT = re.compile(
    r"(?P<date>[\d-]+)(?:(?:[Tt]|\s+)(?P<time>\d{1,2}[:.]\d{2})(?::\d{2})?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?\Z",
    re.ASCII,
)
_SPAN = re.compile(r"(\d{1,4})\s*([^\W\d_]+)\Z")
_LONGEST = 36_500
_UNITS = {
    1: {"d", "day", "days", "día", "días", "dia", "dias"},
    7: {"w", "week", "weeks", "semana", "semanas"},
    30: {"month", "months", "mes", "meses"},
    365: {"y", "year", "years", "año", "años"},
}
MONTHS = 12

Day = date
Clock = time
"""The types by names that no field has: a field named `date` hides the type inside its class."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that may lack its day, or its month and day: `2026-11-23`, `2026-11` or `2026`."""

    year: int
    month: int | None = None
    day: int | None = None

    start: date = field(init=False, repr=False, compare=False)
    """The first day it may mean."""
    end: date = field(init=False, repr=False, compare=False)
    """The last day it may mean: where a partial date is placed in time."""

    def __post_init__(self) -> None:
        last = self.month or 12
        start = date(self.year, self.month or 1, self.day or 1)
        object.__setattr__(self, "start", start)
        end = start if self.day else date(self.year, last, calendar.monthrange(self.year, last)[1])
        object.__setattr__(self, "end", end)

    def __reduce__(self) -> tuple[type[PartialDate], tuple[int | None, ...]]:
        """How it is kept: by what was written of it."""
        return PartialDate, (self.year, self.month, self.day)

    @property
    def is_exact(self) -> bool:
        """Whether it names one single day."""
        return self.day is not None

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n)])

    @classmethod
    def parse(cls, value: Any) -> PartialDate:
        """Read one; raises `bad-date` for another shape and `impossible-date` for a day that never was."""
        if isinstance(value, cls):
            return value
        if isinstance(value, date):
            return cls(value.year, value.month, value.day)
        text = text_of(value)
        found = _DATE.match(text)
        if not found:
            raise wrong("bad-date", value=text, near=date_meant(text))
        year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        if FIRST_YEAR <= year <= LAST_YEAR and found[2] and not found[3] and not 1 <= month <= MONTHS:
            raise wrong("impossible-month", value=text)
        if not FIRST_YEAR <= year <= LAST_YEAR or (found[2] and not 1 <= month <= MONTHS):
            raise wrong("impossible-date", value=text, near=date_of(year, day, month) if found[3] else "")
        if found[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
            days = calendar.monthrange(year, month)[1]
            raise wrong("impossible-day", value=text, month=f"{year:04}-{month:02}", days=days)
        return cls(year, month or None, day or None)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


def full_date(value: Any) -> date:
    """A whole date, where half a date would not do."""
    try:
        found = PartialDate.parse(value)
    except PydanticCustomError as error:
        if error.type == "impossible-month":
            raise wrong("half-date", value=text_of(value)) from None
        raise
    if not found.is_exact:
        raise wrong("half-date", value=str(found))
    return found.end


def clock_time(value: Any) -> time:
    """A time of day: `9:30`, `09:30` or `9.30`."""
    if isinstance(value, time):
        return value
    text = text_of(value)
    found = _TIME.match(text)
    if not found:
        raise wrong("bad-time", value=text, near=time_meant(text))
    try:
        return time(int(found[1]), int(found[2]))
    except ValueError:
        raise wrong("impossible-time", value=text) from None


def _date_of_moment(text: str, typed: str) -> PartialDate:
    """The date of a moment; what may have been meant by another one keeps the hour after it."""
    try:
        return PartialDate.parse(typed)
    except PydanticCustomError as error:
        facts = dict(error.context or {})
        if facts.get("near"):
            facts["near"] += text[len(typed) :]
        raise wrong(error.type, **facts) from None


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, perhaps with a time of day and an offset from UTC: `2026-11-26 9:30`."""

    date: PartialDate
    time: Clock | None = None
    offset: timedelta | None = None

    @property
    def day(self) -> Day:
        """The day it falls on (the last one a partial date may mean)."""
        return self.date.end

    def __str__(self) -> str:
        return f"{self.date}T{self.time:%H:%M}" if self.time else str(self.date)

    @classmethod
    def parse(cls, value: Any) -> Moment:
        """Read one; the offset is kept, never converted."""
        if isinstance(value, cls):
            return value
        if isinstance(value, date):
            return cls(PartialDate.parse(value))
        text = text_of(value)
        found = _MOMENT.match(text)
        if not found:
            raise wrong("bad-moment", value=text, near=moment_meant(text))
        when = _date_of_moment(text, found["date"])
        at = clock_time(found["time"]) if found["time"] else None
        if at and not when.is_exact:
            raise wrong("half-date", value=text)
        offset = None
        if found["zone"]:
            zone = "+00:00" if found["zone"] == "Z" else found["zone"]
            minutes = int(zone[1:3]) * 60 + int(zone[-2:])
            offset = timedelta(minutes=-minutes if zone[0] == "-" else minutes)
        return cls(when, at, offset)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?([ T]\d{1,2}:\d{2}.*)?$"}


@dataclass(frozen=True, slots=True)
class EventEnd:
    """When an event ends: a time on the day it began, or a day with or without a time."""

    date: PartialDate | None
    time: Clock | None

    @classmethod
    def parse(cls, value: Any) -> EventEnd:
        """Read `14:00`, `2026-11-27` or `2026-11-27 14:00`."""
        if isinstance(value, cls):
            return value
        text = text_of(value)
        if _TIME.match(text):
            return cls(None, clock_time(text))
        moment = Moment.parse(text)
        return cls(moment.date, moment.time)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": r"^(\d{4}-\d{2}-\d{2}([ T]\d{1,2}:\d{2}.*)?|\d{1,2}:\d{2})$"}


def span(value: Any) -> int:
    """A length of time in days, from words: `6 weeks`, `90 days`, `3 meses`; a month is 30 days."""
    if isinstance(value, int):
        return value
    text = text_of(value).lower()
    found = _SPAN.match(text)
    days = next((n for n, names in _UNITS.items() if found and found[2] in names), 0)
    if not found or not days or not 0 < int(found[1]) * days <= _LONGEST:
        raise wrong("bad-span", value=text, near=span_meant(text))
    return int(found[1]) * days


def birthday(value: Any) -> str:
    """A birthday, with or without its year: `03-14`, `1980-03-14`."""
    text = text_of(value)
    found = re.fullmatch(r"(?:(\d{4})-|--)?(\d{2})-(\d{2})", text, re.ASCII)
    if not found:
        raise wrong("bad-birthday", value=text, near=birthday_meant(text))
    try:
        date(int(found[1] or 2000), int(found[2]), int(found[3]))  # 2000 was a leap year: 29 February is a birthday
    except ValueError:
        raise wrong("bad-birthday", value=text, near=birthday_meant(text)) from None
    return text


Birthday = Annotated[str, PlainValidator(birthday, json_schema_input_type=str)]
FullDate = Annotated[date, PlainValidator(full_date, json_schema_input_type=str)]
ClockTime = Annotated[time, PlainValidator(clock_time, json_schema_input_type=str)]
Span = Annotated[int, PlainValidator(span, json_schema_input_type=str)]

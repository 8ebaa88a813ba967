"""Miswritten: the date, time or length of time that was probably meant by another way of writing it."""

from __future__ import annotations

import re
from datetime import date, time

from generator.records.scalars import FIRST_YEAR, LAST_YEAR

NOON = 12
_LOOSE_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(h|hrs?|horas|am|pm|a\.\s?m\.|p\.\s?m\.)?", re.ASCII)
_MONTHS = (
    "ene jan", "feb", "mar", "abr apr", "may", "jun", "jul", "ago aug", "sep", "oct", "nov", "dic dec",
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})[\s./-]+(?:de\s+)?(\d{1,2}|[a-z]{3,})\.?(?:[\s./,-]+(?:de\s+|del\s+)?(\d{4}))?(?!\d)", re.ASCII
)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})(?:[\s./]+|-)?(\d{1,2}|[a-z]{3,})(?:[\s./]+|-)?(\d{1,2})(?!\d)")
_MONTH_FIRST = re.compile(r"([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_SPANS = {
    **dict.fromkeys(("weekly", "week", "a week", "semanal", "semana", "una semana"), "1 week"),
    **dict.fromkeys(("fortnightly", "biweekly", "quincenal", "quincena", "15 d"), "2 weeks"),
    **dict.fromkeys(("monthly", "month", "a month", "mensual", "mes", "un mes"), "1 month"),
    **dict.fromkeys(("quarterly", "quarter", "trimestral", "trimestre"), "3 months"),
    **dict.fromkeys(("yearly", "annual", "year", "a year", "anual", "año", "un año"), "1 year"),
}


def date_meant(text: str) -> str:
    """The date that was probably meant by another way of writing it (`23/11/2026`), or an empty text."""
    low = text.lower()[:60]
    if found := _YEAR_FIRST.search(low):
        return date_of(int(found[1]), _month(found[2]), int(found[3]))
    if (found := _DAY_FIRST.search(low)) and found[3]:
        day, month = int(found[1]), _month(found[2])
        return date_of(int(found[3]), month, day) or date_of(int(found[3]), day, month)
    if found := _MONTH_FIRST.search(low):
        return date_of(int(found[3]), _month(found[1]), int(found[2]))
    return ""


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return next((n for n, names in enumerate(_MONTHS, 1) if text[:3] in names.split()), 0)


def date_of(year: int, month: int, day: int) -> str:
    """A date as it is written, or an empty text for one that never was."""
    try:
        return date(year, month, day).isoformat() if FIRST_YEAR <= year <= LAST_YEAR else ""
    except ValueError:
        return ""


def time_meant(text: str) -> str:
    """The time that was probably meant by `9h`, `9:30 pm` or `9h30`, or an empty text."""
    found = _LOOSE_TIME.fullmatch(text.lower())
    if not found:
        return ""
    half = (found[3] or "")[:1]
    hour = int(found[1])
    if half in {"a", "p"} and hour <= NOON:
        hour = hour % NOON + NOON * (half == "p")
    try:
        return f"{time(hour, int(found[2] or 0)):%H:%M}"
    except ValueError:
        return ""


def moment_meant(text: str) -> str:
    """The date that was probably meant, and the time if there is one, or an empty text."""
    day = date_meant(text)
    at = re.search(r"\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?\s?m\.?)?", text)
    return f"{day} {time_meant(at.group())}".strip() if day and at else day


def birthday_meant(text: str) -> str:
    """The birthday that was probably meant, with or without its year, or an empty text."""
    whole = date_meant(text)
    found = _DAY_FIRST.search(text.lower())
    return whole or (date_of(2000, _month(found[2]), int(found[1]))[5:] if found else "")


def span_meant(text: str) -> str:
    """The length of time that was probably meant by `monthly` or `cada semana`, or an empty text."""
    return _SPANS.get(text.removeprefix("cada ").removeprefix("every "), "")

"""Days: what people call a day, in Spanish and in English, as the date it is."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from generator.records.roll import fold

_RELATIVE = {
    **dict.fromkeys(("today", "hoy"), 0),
    **dict.fromkeys(("yesterday", "ayer", "anoche", "last night"), -1),
    **dict.fromkeys(("the day before yesterday", "day before yesterday", "anteayer", "antes de ayer", "antier"), -2),
    **dict.fromkeys(("tomorrow", "manana"), 1),
    **dict.fromkeys(("the day after tomorrow", "day after tomorrow", "pasado manana", "pasado"), 2),
    **dict.fromkeys(("last week", "la semana pasada", "a week ago", "hace una semana"), -7),
    **dict.fromkeys(("next week", "la semana que viene", "la proxima semana", "in a week", "en una semana",
                     "dentro de una semana"), 7),
}
_WEEKDAYS = ("monday lunes", "tuesday martes", "wednesday miercoles", "thursday jueves", "friday viernes",
             "saturday sabado", "sunday domingo")
_SHORT = ("mon lun", "tue tues mar", "wed mie mier", "thu thur thurs jue", "fri vie", "sat sab", "sun dom")
_MONTHS = ("january enero", "february febrero", "march marzo", "april abril", "may mayo", "june junio", "july julio",
           "august agosto", "september septiembre setiembre", "october octubre", "november noviembre",
           "december diciembre")
_UNITS = {1: "d day days dia dias", 7: "w week weeks semana semanas", 30: "month months mes meses"}
_BACK = re.compile(r"(?:last|el pasado|pasado)\s+|\s+(?:pasado|pasada)\Z")
_AHEAD = re.compile(r"(?:next|this|el proximo|proximo|este)\s+|\s+(?:que viene|proximo)\Z")
_SPAN = re.compile(
    r"(?P<ahead>in|en|dentro de|\+)?\s*(?P<back>hace|-)?\s*(?P<n>\d{1,3})\s*(?P<unit>[a-z]+)?(?P<ago>\s+ago)?\Z"
)
_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?\.?\Z")
_DAY_FIRST = re.compile(
    r"(?:el )?(\d{1,2})(?:st|nd|rd|th)?[ -](?:de |of )?([a-z]{3,})\.?(?:,?[ -](?:de |del )?(\d{4}))?\Z"
)
_MONTH_FIRST = re.compile(r"([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?\Z")
_ISO = re.compile(r"\d{4}(-\d{1,2}){0,2}\Z")
_END = {"end of month", "end of the month", "fin de mes", "final de mes", "a fin de mes", "a final de mes"}
CENTURY = 100


def day_meant(text: str, today: date, *, ahead: bool = False) -> str | None:
    """The date that was meant, as it is written in the data; None if that is no day.

    Where a weekday or a date without its year may be past or to come, `ahead` decides.
    """
    low = " ".join(fold(text).split())
    if _ISO.match(low):
        return _iso(low)
    if low in _RELATIVE:
        return (today + timedelta(days=_RELATIVE[low])).isoformat()
    if low in _END:
        return today.replace(day=calendar.monthrange(today.year, today.month)[1]).isoformat()
    found = _weekday(low, today, ahead=ahead) or _span(low, today, ahead=ahead) or _in_the_year(low, today, ahead=ahead)
    return found.isoformat() if found else None


def _iso(text: str) -> str | None:
    parts = [int(part) for part in text.split("-")]
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return None
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def _weekday(low: str, today: date, *, ahead: bool) -> date | None:
    back, forth = _BACK.search(low), _AHEAD.search(low)
    word = _AHEAD.sub("", _BACK.sub("", low)).strip()
    word = re.sub(r"\A(?:el|on|the) ", "", word)
    number = next((n for n, names in enumerate(_WEEKDAYS) if word in names.split() + _SHORT[n].split()), None)
    if number is None:
        return None
    distance = (number - today.weekday()) % 7
    if back:
        return today - timedelta(days=7 - distance)
    if forth:
        return today + timedelta(days=distance or 7)
    return today + timedelta(days=distance if ahead or not distance else distance - 7)


def _span(low: str, today: date, *, ahead: bool) -> date | None:
    found = _SPAN.match(low)
    if not found or not (found["ahead"] or found["back"] or found["ago"] or found["unit"]):
        return None
    unit = next((n for n, names in _UNITS.items() if (found["unit"] or "d") in names.split()), 0)
    back = bool(found["back"] or found["ago"]) or (not found["ahead"] and not ahead)
    days = int(found["n"]) * unit
    return today + timedelta(days=-days if back else days) if unit else None


def _in_the_year(low: str, today: date, *, ahead: bool) -> date | None:
    if found := _FIGURES.match(low):
        day, month, year = int(found[1]), int(found[2]), int(found[3] or 0)
    elif (found := _DAY_FIRST.match(low)) and _month(found[2]):
        day, month, year = int(found[1]), _month(found[2]), int(found[3] or 0)
    elif (found := _MONTH_FIRST.match(low)) and _month(found[1]):
        day, month, year = int(found[2]), _month(found[1]), int(found[3] or 0)
    else:
        return None
    if year:
        return _date(year + 2000 if year < CENTURY else year, month, day)
    years = (0, 1, 2, 3, 4) if ahead else (0, -1, -2, -3, -4)  # 29 February comes every four years
    near = (_date(today.year + n, month, day) for n in years)
    return next((d for d in near if d and (d >= today if ahead else d <= today)), None)


def _month(word: str) -> int:
    fits = (n for n, names in enumerate(_MONTHS, 1) if any(name.startswith(word) for name in names.split()))
    return next(fits, 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

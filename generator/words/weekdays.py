"""Weekdays: on which day the week begins where somebody lives."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from generator.words.speech import Speech


def first_weekday(region: str | None, speech: Speech) -> int:
    """The first day of the week in a region (ES-MD, US), 0 for Monday; without one, as the language has it."""
    found = _in_country(region.partition("-")[0]) if region else None
    return speech.locale.first_week_day if found is None else found


@cache
def _in_country(country: str) -> int | None:
    """Babel knows it of a language in a country, and one of the country's own will do."""
    for language in get_official_languages(country, regional=True, de_facto=True):
        try:
            return Locale.parse(f"{language}_{country}").first_week_day
        except (UnknownLocaleError, ValueError):
            continue
    return None

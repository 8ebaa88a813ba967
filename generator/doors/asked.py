"""Asked: what options and the environment say, as what it means, or refused with the way to write it; and the clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator.doors.refusal import refusal
from generator.records.owner import Me
from generator.records.record import AUDIENCES, Audience
from generator.records.scalars import FIRST_YEAR, LAST_YEAR
from generator.words.catalogue import LANGUAGES, N_


def languages_named(named: Sequence[str]) -> tuple[str, ...]:
    """The languages of a site, each once."""
    for language in named:
        if language not in LANGUAGES:
            raise refusal(N_("{name}: `{value}` is not one of {known}."),
                          name="TERTULIA_LANGUAGES", value=language, known=", ".join(LANGUAGES))
    return tuple(dict.fromkeys(named))


def look_at_epoch(text: str) -> None:
    """MkDocs dates its files by it, and stumbles over what is no moment."""
    try:
        datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise refusal(N_("{name}: `{value}` is not a moment; write it in seconds since 1970."),
                      name="SOURCE_DATE_EPOCH", value=text) from error


def day_named(text: str) -> date:
    """The day to look from."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise refusal(N_("{name}: `{value}` is not a day; write it as 2026-11-23."), name="--day, TERTULIA_DAY",
                      value=text)
    return found


def audience_named(text: str, where: str) -> Audience:
    """The audience that was asked for in some place."""
    for audience in AUDIENCES:
        if audience == text:
            return audience
    raise refusal(N_("{name}: `{value}` is not one of {known}."),
                  name=where, value=text, known=", ".join(AUDIENCES))


def day_on_clock(me: Me) -> date:
    """The day it is now where somebody lives."""
    zone = me.time_zone
    day = (datetime.now(ZoneInfo(zone)) if zone else datetime.now().astimezone()).date()
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise refusal(N_("The clock of this machine says {day}: set it, or name the day with TERTULIA_DAY."),
                      day=str(day))
    return day

"""Moments: dates, times and lengths of time, whole or in part."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.records.miswritten import date_meant
from generator.records.moments import EventEnd, Moment, PartialDate, birthday, clock_time, full_date, span


def fault(function: object, typed: str) -> PydanticCustomError:
    with pytest.raises(PydanticCustomError) as caught:
        function(typed)  # type: ignore[operator]
    return caught.value


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_date_read_from_its_own_words_is_the_same(day: date) -> None:
    assert PartialDate.parse(day.isoformat()).end == day == full_date(str(day))
    assert str(PartialDate.parse(day.isoformat()[:7])) == day.isoformat()[:7]
    assert date_meant(f"{day.day}/{day.month}/{day.year}") == day.isoformat()


def test_a_partial_date_means_its_whole_month_or_year() -> None:
    assert (PartialDate.parse("2024-02").start, PartialDate.parse("2024-02").end) == (
        date(2024, 2, 1),
        date(2024, 2, 29),
    )
    assert PartialDate.parse("2026").end == date(2026, 12, 31)
    assert not PartialDate.parse("2026-5").is_exact
    assert str(PartialDate.parse("2026-5-1")) == "2026-05-01"


@pytest.mark.parametrize(("typed", "code"), [
    ("2026-02-30", "impossible-day"), ("2023-02-29", "impossible-day"), ("2026-13", "impossible-month"),
    ("0000-01-01", "impossible-date"), ("2201", "impossible-date"), ("2026-00-10", "impossible-date"),
    ("2026-11-00", "impossible-day"), ("9" * 5000, "bad-date"), ("٢٠٢٦-٠١-٠١", "bad-date"), ("", "bad-date"),
    ("hoy", "bad-date"), ("2026-11-23 ", None), ("-2026", "bad-date"), ("2026-11-23-01", "bad-date"),
])  # fmt: skip
def test_a_day_that_never_was_is_refused(typed: str, code: str | None) -> None:
    if code is None:
        assert PartialDate.parse(typed).is_exact
    else:
        assert fault(PartialDate.parse, typed).type == code


@pytest.mark.parametrize(("typed", "meant"), [
    ("23/11/2026", "2026-11-23"), ("23-11-2026", "2026-11-23"), ("3.2.2026", "2026-02-03"),
    ("11/23/2026", "2026-11-23"),
    ("20261123", "2026-11-23"), ("2026/11/23", "2026-11-23"), ("23 de noviembre de 2026", "2026-11-23"),
    ("1 sept 2026", "2026-09-01"), ("November 23rd, 2026", "2026-11-23"), ("23 Nov 2026", "2026-11-23"),
    ("lunes, 23 de noviembre del 2026", "2026-11-23"), ("31/02/2026", ""), ("hoy", ""), ("9" * 500, ""),
    ("23/11/26", ""),
])  # fmt: skip
def test_another_way_to_write_a_date_is_understood(typed: str, meant: str) -> None:
    assert date_meant(typed) == meant


def test_half_a_date_will_not_do_where_a_whole_one_is_needed() -> None:
    assert fault(full_date, "2026-11").type == "half-date"
    assert fault(Moment.parse, "2026-11 9:30").type == "half-date"


def test_a_moment_keeps_its_offset() -> None:
    assert Moment.parse("2026-11-26 9:30").time == time(9, 30)
    assert Moment.parse("2026-11-26T09:30:15Z").offset == timedelta(0)
    assert Moment.parse("2026-11-26T09:30-0330").offset == timedelta(hours=-3, minutes=-30)
    assert Moment.parse("2026-11").day == date(2026, 11, 30)
    assert fault(Moment.parse, "26/11/2026 a las 19:30").context == {
        "value": "26/11/2026 a las 19:30",
        "near": "2026-11-26 19:30",
    }


def test_what_was_meant_by_a_wrong_date_keeps_its_hour() -> None:
    assert fault(Moment.parse, "2026-26-11 19:30").context == {"value": "2026-26-11", "near": "2026-11-26 19:30"}
    assert fault(Moment.parse, "2026-13-32 19:30").context == {"value": "2026-13-32", "near": ""}


def test_a_month_that_never_was_asks_for_no_day_where_none_is_needed() -> None:
    assert fault(PartialDate.parse, "2025-14").type == "impossible-month"
    assert fault(full_date, "2025-14").type == "half-date"


def test_an_event_ends_at_a_time_or_on_a_day() -> None:
    assert EventEnd.parse("14:00") == EventEnd(None, time(14))
    assert EventEnd.parse("2026-11-27").date == PartialDate(2026, 11, 27)
    assert EventEnd.parse("2026-11-27 1:00").time == time(1)


@pytest.mark.parametrize(
    ("typed", "found"), [("9:30", time(9, 30)), ("9.30 h", time(9, 30)), ("23:59:59", time(23, 59))]
)
def test_a_time_of_day_is_read(typed: str, found: time) -> None:
    assert clock_time(typed) == found


@pytest.mark.parametrize(
    ("typed", "near"), [("9h", "09:00"), ("9:30 pm", "21:30"), ("12 pm", "12:00"), ("12am", "00:00"), ("luego", "")]
)
def test_another_way_to_write_a_time_is_understood(typed: str, near: str) -> None:
    assert (fault(clock_time, typed).context or {})["near"] == near


@pytest.mark.parametrize(
    ("typed", "days"), [("6 weeks", 42), ("90 days", 90), ("3 meses", 90), ("1 año", 365), ("2w", 14)]
)
def test_a_length_of_time_is_days(typed: str, days: int) -> None:
    assert span(typed) == days


@pytest.mark.parametrize("typed", ["0 days", "6", "weeks", "200 years", "-3 days", "1e3 days", "9999 years"])
def test_what_is_no_length_of_time_is_refused(typed: str) -> None:
    assert fault(span, typed).type == "bad-span"


def test_a_word_for_a_rhythm_is_understood() -> None:
    assert (fault(span, "cada mes").context or {})["near"] == "1 month"
    assert (fault(span, "Monthly").context or {})["near"] == "1 month"


def test_a_birthday_may_lack_its_year() -> None:
    assert birthday("02-29") == "02-29"
    assert birthday("--03-14") == "--03-14"
    assert birthday("1980-03-14") == "1980-03-14"
    assert fault(birthday, "1981-02-29").type == "bad-birthday"
    assert (fault(birthday, "14 de marzo").context or {})["near"] == "03-14"

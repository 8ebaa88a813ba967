"""What people call a day, as the date it is: in Spanish and in English, behind and ahead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.days import day_meant
from generator.records.moments import PartialDate

WEDNESDAY = date(2026, 11, 25)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
WEEK = (
    ("monday", "lunes", "mon", "lun"), ("tuesday", "martes", "tue", "mar"), ("wednesday", "miércoles", "wed", "mié"),
    ("thursday", "jueves", "thu", "jue"), ("friday", "viernes", "fri", "vie"), ("saturday", "sábado", "sat", "sáb"),
    ("sunday", "domingo", "sun", "dom"),
)


@pytest.mark.parametrize(("said", "meant"), [
    ("today", "2026-11-25"), ("hoy", "2026-11-25"), ("Ayer", "2026-11-24"), ("yesterday", "2026-11-24"),
    ("anteayer", "2026-11-23"), ("antes de ayer", "2026-11-23"), ("mañana", "2026-11-26"), ("manana", "2026-11-26"),
    ("pasado mañana", "2026-11-27"), ("last friday", "2026-11-20"), ("el viernes pasado", "2026-11-20"),
    ("el lunes", "2026-11-23"), ("on monday", "2026-11-23"), ("miércoles", "2026-11-25"), ("next friday", "2026-11-27"),
    ("el viernes que viene", "2026-11-27"), ("este viernes", "2026-11-27"), ("last wednesday", "2026-11-18"),
    ("3 days ago", "2026-11-22"), ("hace 3 días", "2026-11-22"), ("hace 2 semanas", "2026-11-11"),
    ("in 3 days", "2026-11-28"), ("dentro de 2 semanas", "2026-12-09"), ("en 1 mes", "2026-12-25"),
    ("la semana pasada", "2026-11-18"), ("next week", "2026-12-02"), ("20/11", "2026-11-20"), ("20.11.", "2026-11-20"),
    ("1/12", "2025-12-01"), ("20/11/25", "2025-11-20"), ("20 nov", "2026-11-20"), ("20 de noviembre", "2026-11-20"),
    ("el 20 de noviembre de 2025", "2025-11-20"), ("Nov 20th", "2026-11-20"), ("november 20, 2025", "2025-11-20"),
    ("1st of december", "2025-12-01"), ("2026-11-20", "2026-11-20"), ("2026-1-2", "2026-01-02"),
    ("2026-05", "2026-05"), ("2026", "2026"), ("29/2", "2024-02-29"), ("fin de mes", "2026-11-30"),
])  # fmt: skip
def test_a_day_is_understood_as_people_say_it(said: str, meant: str) -> None:
    assert day_meant(said, WEDNESDAY) == meant


@pytest.mark.parametrize(("said", "meant"), [
    ("friday", "2026-11-27"), ("el lunes", "2026-11-30"), ("1/12", "2026-12-01"), ("20/11", "2027-11-20"),
    ("3 days", "2026-11-28"), ("2 semanas", "2026-12-09"), ("29/2", "2028-02-29"), ("wednesday", "2026-11-25"),
    ("last friday", "2026-11-20"), ("hace 3 días", "2026-11-22"),
])  # fmt: skip
def test_what_may_be_either_is_to_come_where_it_is_asked_ahead(said: str, meant: str) -> None:
    assert day_meant(said, WEDNESDAY, ahead=True) == meant


@pytest.mark.parametrize("said", [
    "", " ", "someday", "un día", "31/2", "32/1", "2026-13-01", "2026-02-30", "3", "ana", "may be", "20 foo",
    "by friday", "1/1/1", "/", "-", "0x10",
])  # fmt: skip
def test_what_is_no_day_is_none(said: str) -> None:
    assert day_meant(said, WEDNESDAY) is None


@given(DAYS, st.integers(0, 6), st.sampled_from(range(4)))
def test_a_weekday_is_the_nearest_one_on_its_side(today: date, number: int, word: int) -> None:
    name = WEEK[number][word]
    past, ahead = day_meant(name, today), day_meant(name, today, ahead=True)
    assert past
    assert ahead
    assert date.fromisoformat(past).weekday() == date.fromisoformat(ahead).weekday() == number
    assert timedelta() <= today - date.fromisoformat(past) < timedelta(weeks=1)
    assert timedelta() <= date.fromisoformat(ahead) - today < timedelta(weeks=1)


@given(DAYS, DAYS)
def test_a_whole_date_is_that_day_whatever_the_day(day: date, today: date) -> None:
    months = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
    figures, words = f"{day.day}/{day.month}/{day.year}", f"{day.day} de {months[day.month - 1]} de {day.year}"
    for said in (day.isoformat(), figures, words):
        assert day_meant(said, today) == day_meant(said, today, ahead=True) == day.isoformat()


@given(st.text(max_size=30), DAYS)
def test_whatever_is_typed_gives_a_date_that_can_be_written_or_none(text: str, today: date) -> None:
    found = day_meant(text, today)
    if found is not None and 1900 <= int(found[:4]) <= 2200:
        assert str(PartialDate.parse(found)) == found

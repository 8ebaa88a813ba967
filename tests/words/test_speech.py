"""How each language says dates, numbers, lists and messages."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.moments import PartialDate
from generator.words.catalogue import LANGUAGES
from generator.words.speech import DateStyle, Speech, speech

TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 26)
NEXT_YEAR = date(2027, 1, 4)


def es() -> Speech:
    return speech("es")


def en() -> Speech:
    return speech("en")


@pytest.mark.parametrize(("style", "spanish", "english"), [
    ("day", "26 de noviembre", "26 November"),
    ("weekday", "jueves 26 de noviembre", "Thursday 26 November"),
    ("short", "jue 26 nov", "Thu 26 Nov"),
    ("month", "noviembre", "November"),
    ("long", "jueves 26 de noviembre de 2026", "Thursday 26 November 2026"),
])
def test_a_date_of_this_year(style: DateStyle, spanish: str, english: str) -> None:
    assert es().date(DAY, style, today=TODAY) == spanish
    assert en().date(DAY, style, today=TODAY) == english
    assert es().date(DAY, style) == spanish
    assert en().date(PartialDate(2026, 11, 26), style, today=TODAY) == english


@pytest.mark.parametrize(("style", "spanish", "english"), [
    ("day", "4 de enero de 2027", "4 January 2027"),
    ("weekday", "lunes 4 de enero de 2027", "Monday 4 January 2027"),
    ("short", "lun 4 ene 2027", "Mon 4 Jan 2027"),
    ("month", "enero de 2027", "January 2027"),
    ("long", "lunes 4 de enero de 2027", "Monday 4 January 2027"),
])
def test_a_date_of_another_year_says_the_year(style: DateStyle, spanish: str, english: str) -> None:
    assert es().date(NEXT_YEAR, style, today=TODAY) == spanish
    assert en().date(NEXT_YEAR, style, today=TODAY) == english


@pytest.mark.parametrize(("written", "spanish", "english"), [
    ("2026-11-26", "26 de noviembre", "26 November"), ("2026-11", "noviembre de 2026", "November 2026"),
    ("2026", "2026", "2026"), ("2019-03", "marzo de 2019", "March 2019"), ("2019", "2019", "2019"),
    ("2024-02-29", "29 de febrero de 2024", "29 February 2024"),
])
def test_a_partial_date_says_as_much_as_is_known(written: str, spanish: str, english: str) -> None:
    for style in ("day", "weekday", "short", "month", "long"):
        if len(written) < 10:
            assert es().date(PartialDate.parse(written), style, today=TODAY) == spanish
            assert en().date(PartialDate.parse(written), style, today=TODAY) == english
    assert es().date(PartialDate.parse(written), today=TODAY) == spanish
    assert en().date(PartialDate.parse(written), today=TODAY) == english


@pytest.mark.parametrize(("parts", "spanish", "english"), [
    ([], "", ""), (["Ana"], "Ana", "Ana"), (["Ana", "Bo"], "Ana y Bo", "Ana and Bo"),
    (["Ana", "Bo", "Carla"], "Ana, Bo y Carla", "Ana, Bo and Carla"),
    (["Ana", "Inés"], "Ana e Inés", "Ana and Inés"), (["Ana", "Bo", "Íñigo"], "Ana, Bo e Íñigo", "Ana, Bo and Íñigo"),
    (["Ana", "Hilario"], "Ana e Hilario", "Ana and Hilario"),
    (["padres", "hijas"], "padres e hijas", "padres and hijas"),
    (["agua", "hielo"], "agua y hielo", "agua and hielo"), (["Ana", "Ian"], "Ana y Ian", "Ana and Ian"),
    (["Inés", "Ana"], "Inés y Ana", "Inés and Ana"), (["ivy", "y"], "ivy y y", "ivy and y"),
    (["uno y dos", "Isa"], "uno y dos e Isa", "uno y dos and Isa"),
])
def test_a_list_reads_as_in_a_sentence(parts: list[str], spanish: str, english: str) -> None:
    assert es().list(parts) == spanish
    assert en().list(parts) == english


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=5), st.sampled_from(LANGUAGES))
def test_a_list_keeps_every_part_as_it_is(parts: list[str], language: str) -> None:
    said = speech(language).list(parts)
    at = 0
    for part in parts:
        at = said.index(part, at) + len(part)
    assert at == len(said)


@pytest.mark.parametrize(("n", "spanish", "english"), [
    (0, "0 personas", "0 people"), (1, "1 persona", "1 person"), (2, "2 personas", "2 people"),
    (25_537, "25.537 personas", "25,537 people"),
])
def test_one_is_not_many(n: int, spanish: str, english: str) -> None:
    assert es().plural("{n} person", "{n} people", n) == spanish
    assert en().plural("{n} person", "{n} people", n) == english


@pytest.mark.parametrize(("number", "spanish", "english"), [
    (3, "3", "3"), (0.4, "0,4", "0.4"), (1.5, "1,5", "1.5"), (12_345.5, "12.345,5", "12,345.5"), (-2, "-2", "-2"),
])
def test_numbers_are_written_as_the_language_writes_them(number: float, spanish: str, english: str) -> None:
    assert es().number(number) == spanish
    assert en().number(number) == english


def test_days_of_the_week_and_hours() -> None:
    assert [es().weekday(date(2026, 11, 23 + n)) for n in range(7)] == [
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
    ]
    assert en().weekday(DAY) == "Thursday"
    assert es().clock(time(9, 5)) == en().clock(time(9, 5)) == "9:05"
    assert es().clock(time(18, 30)) == "18:30"


def test_a_message_is_said_in_the_language_with_its_facts() -> None:
    assert es().text("Today") == "Hoy"
    assert en().text("Today") == "Today"
    assert es().text("Edition of {day}", day="hoy") == "Edición del hoy"
    assert es().text("{n} of {all}") == "{n} de {all}", "a script fills it in"


@pytest.mark.parametrize("typed", ["{who}", "{0}", "%s", "{{ 7*7 }}", "{__class__}", "*"])
def test_a_fact_is_never_read_as_a_message(typed: str) -> None:
    assert es().text("Edition of {day}", day=typed) == f"Edición del {typed}"
    assert typed in es().plural("And {n} more thing with {who}.", "And {n} more things with {who}.", 2, who=typed)


def test_a_message_that_is_not_in_the_catalogue_is_said_as_it_is() -> None:
    assert es().text("No such message.") == "No such message."


def test_english_needs_no_catalogue_and_a_language_is_made_once() -> None:
    assert en().text("Today") == "Today"
    assert speech("es") is speech("es")
    assert LANGUAGES[0] == "es"

"""Scalars: single values, each made from the text that was typed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.records import scalars
from generator.records.messages import MESSAGES


def code(function: Callable[[Any], object], typed: object) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        function(typed)
    return caught.value.type


def near(function: Callable[[Any], object], typed: str) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        function(typed)
    return str((caught.value.context or {}).get("near", ""))


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_code(typed: str) -> None:
    readers: list[Callable[[Any], object]] = [
        scalars.one_line,
        scalars.prose,
        scalars.whole_number,
        scalars.amount,
        scalars.yes_or_no,
        scalars.email,
        scalars.phone,
        scalars.link,
        scalars.identifier,
        scalars.region,
        scalars.language,
        scalars.time_zone,
    ]
    codes: set[str] = set()
    for read in readers:
        try:
            read(typed)
        except PydanticCustomError as error:
            codes.add(error.type)
    assert codes <= set(MESSAGES)


def test_one_line_is_composed_and_has_no_outer_blanks() -> None:
    assert scalars.one_line("  Jose\u0301 ") == "José"
    assert code(scalars.one_line, " ") == "empty-value"
    assert code(scalars.one_line, "a\nb") == "several-lines"
    assert code(scalars.one_line, "a\u2028b") == "several-lines"
    assert code(scalars.one_line, "a\x07b") == "control-character"
    assert code(scalars.one_line, "a\ufffeb") == "control-character", "no XML may hold it"
    assert code(scalars.one_line, "a\u202eb") == "bidi-character"
    assert code(scalars.one_line, "x" * 501) == "too-long"
    assert code(scalars.one_line, ["a"]) == "not-text"
    assert code(scalars.one_line, None) == "empty-value"


def test_prose_may_have_lines_and_tabs() -> None:
    assert scalars.prose("a\n\tb") == "a\n\tb"
    assert code(scalars.prose, "a\x1bb") == "control-character"
    assert code(scalars.prose, "a\uffffb") == "control-character"


@pytest.mark.parametrize(
    ("typed", "number"), [("12,50", "12.50"), ("12.5", "12.5"), ("0.125", "0.125"), ("010", "10"), ("-3", "-3")]
)
def test_an_amount_has_a_point_or_a_comma(typed: str, number: str) -> None:
    assert scalars.amount(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["1e3", "1_000", "NaN", "Infinity", "1.000,50", "12 €", "٣", "9" * 5000, "1.1234567", ""]
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    assert code(scalars.amount, typed) == "bad-number"


@pytest.mark.parametrize("typed", ["1.000", "1,250", "20.500"])
def test_an_amount_that_may_be_thousands_is_not_guessed(typed: str) -> None:
    assert code(scalars.amount, typed) == "ambiguous-number"


@pytest.mark.parametrize(
    ("typed", "answer"), [("Sí", True), ("no", False), ("TRUE", True), ("off", False), (True, True)]
)
def test_yes_and_no_are_said_in_two_languages(typed: object, answer: bool) -> None:  # noqa: FBT001  # the answer is data here
    assert scalars.yes_or_no(typed) is answer


@pytest.mark.parametrize(
    "typed", [
        "ana@example.org", "a.b+c@sub.example.co.uk", "josé@ejemplo.es",
        "o'neil@example.ie", "a&b=c@example.org", "李@例え.jp",
    ]
)
def test_an_email_address_has_a_sane_shape(typed: str) -> None:
    assert scalars.email(typed) == typed


@pytest.mark.parametrize(
    "typed", ["ana", "ana@", "a@b", "a b@example.org", "<ana@example.org>", "a@example.org,b@example.org", 'a"@b.es',
              "a@b.es?bcc=c.org", "a@b'c.org"]
)
def test_what_is_no_email_address_is_refused(typed: str) -> None:
    assert code(scalars.email, typed) == "bad-email"


def test_a_telephone_number_is_kept_as_typed() -> None:
    assert scalars.phone("+34 600-000.000") == "+34 600-000.000"
    assert code(scalars.phone, "1234") == "bad-phone"
    assert code(scalars.phone, "+34 ٦٠٠٠٠٠") == "bad-phone"


@pytest.mark.parametrize(
    "typed", ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://a b", 'https://x"y', "ftp://x.org"]
)
def test_a_link_of_another_kind_is_refused(typed: str) -> None:
    assert code(scalars.link, typed) == "bad-link"


def test_a_bare_address_is_completed() -> None:
    assert scalars.link("HTTPS://example.org/ñ?a=b#c") == "HTTPS://example.org/ñ?a=b#c"
    assert near(scalars.link, "linkedin.com/in/ana") == "https://linkedin.com/in/ana"
    assert near(scalars.link, "javascript:alert(1)") == ""


def test_an_id_is_small_and_a_name_becomes_one() -> None:
    assert scalars.identifier("ana-ruiz_2") == "ana-ruiz_2"
    assert near(scalars.identifier, "Ana Ruíz") == "ana-ruiz"
    assert code(scalars.identifier, "a" * 65) == "bad-id"
    assert code(scalars.identifier, "../etc") == "bad-id"
    assert scalars.slug("王芳") == ""


def test_codes_of_places_and_languages_are_found_from_words() -> None:
    assert scalars.region("es-md") == "ES-MD"
    assert near(scalars.region, "España") == "ES"
    assert near(scalars.language, "Inglés") == "en"
    assert near(scalars.language, "es-ES") == "es"
    assert near(scalars.time_zone, "Madrid") == "Europe/Madrid"
    assert near(scalars.time_zone, "New York") == "America/New_York"
    assert near(scalars.time_zone, "../../etc/passwd") == ""

"""Near misses: what was probably meant."""

from __future__ import annotations

import pytest

from generator.records.contact import Contact, LogEntry
from generator.records.event import Event
from generator.records.faults import _fields
from generator.records.loose import KINDS
from generator.records.near import near_miss


@pytest.mark.parametrize(("typed", "meant"), [
    ("Name", "name"), ("nombre", "name"), ("time zone", "time_zone"), ("cumpleaños", "birthday"), ("favors", "favours"),
    ("note", "notes"), ("closenes", "closeness"), ("empresa", "org"), ("clima", ""), ("x" * 5000, ""), ("", ""),
    ("teléfono", ""),
])  # fmt: skip
def test_a_key_of_a_contact_is_recognised(typed: str, meant: str) -> None:
    assert near_miss(typed, _fields(Contact)) == meant


def test_the_same_word_means_what_fits_where_it_stands() -> None:
    assert near_miss("lugar", _fields(Event)) == "venue"
    assert near_miss("nota", _fields(LogEntry)) == "note"
    assert near_miss("teléfono", KINDS) == "call"
    assert near_miss("teléfono", ["email", "phone"]) == "phone"
    assert near_miss("cafe\u0301", KINDS) == "coffee"


def test_a_word_that_is_known_is_no_near_miss_of_itself() -> None:
    assert near_miss("coffee", ["coffee"]) == ""

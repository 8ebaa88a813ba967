"""Documents: what was typed is what is there, whatever YAML 1.1 would have made of it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.records.contact import Contact
from generator.records.documents import Document, read_document
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.owner import Organisation
from generator.records.problems import Problem
from generator.records.reading import read_text
from generator.records.record import ORIGIN_KEY


def document(text: str) -> Document:
    return read_document("contacts/ana.yml", text.encode())


def contact(text: str) -> Contact:
    sheet = read_text("contacts/ana.yml", f"name: Ana\n{text}")
    assert sheet.problems == ()
    found = sheet.records[0]
    assert isinstance(found, Contact)
    return found


def only_problem(text: str) -> Problem:
    (found,) = read_text("contacts/ana.yml", text).problems
    return found


@pytest.mark.parametrize("typed", [
    "no", "No", "NO", "yes", "on", "off", "true", "12:30", "22:10:05", "190:20:30", "010", "0o17", "1e3",
    "1_000", "0x1F",
    ".5", ".inf", ".nan", "+34600123456", "01234", "2026-05", "2026-11-23", "2026-11-23T10:00:00+01:00", "2026-02-30",
    "0000-01-01", "Null", "NULL", "9" * 300, "=", "<<",
])  # fmt: skip
def test_a_plain_text_stays_what_was_typed(typed: str) -> None:
    assert document(f"role: {typed}").value["role"] == typed
    assert contact(f"role: {typed}").role == typed


def test_a_key_called_on_is_unknown_and_has_its_place() -> None:
    found = only_problem("name: Ana\non: 2026-11-20")
    assert (found.code, found.facts["key"], found.place.line, found.place.column) == ("unknown-key", "on", 2, 1)


def test_a_reply_of_no_is_no() -> None:
    assert contact("log: [{date: 2026-11-20, kind: email, reply: no}]").log[0].reply is False


def test_norway_is_a_region() -> None:
    assert contact("region: NO").region == "NO"


def test_times_are_times_and_not_numbers() -> None:
    sheet = read_text("events/foro.yml", "title: 12:30\ndate: 2026-11-26 09:30\narrive: 9:15\nleave: 22:10:05")
    event = sheet.records[0]
    assert isinstance(event, Event)
    assert (event.title, str(event.date), f"{event.arrive:%H:%M}", f"{event.leave:%H:%M}") == (
        "12:30",
        "2026-11-26T09:30",
        "09:15",
        "22:10",
    )


def test_a_number_with_a_leading_zero_is_decimal_and_one_with_an_exponent_is_none() -> None:
    sheet = read_text("organisations/acme.yml", "name: Acme\ngift_policy: {per_occasion: 010}")
    organisation = sheet.records[0]
    assert isinstance(organisation, Organisation)
    assert organisation.gift_policy is not None
    assert organisation.gift_policy.per_occasion == 10
    (found,) = read_text("organisations/acme.yml", "name: Acme\ngift_policy: {per_occasion: 1e3}").problems
    assert found.code == "bad-number"


def test_a_month_stands_beside_a_day() -> None:
    log = contact("log:\n  - {date: 2026-05, kind: call}\n  - {date: 2026-11-23, kind: call}").log
    assert [entry.date for entry in log] == [PartialDate(2026, 5), PartialDate(2026, 11, 23)]


def test_a_date_with_a_time_zone_is_kept_for_events_and_explained_elsewhere() -> None:
    event = read_text("events/foro.yml", "title: Foro\ndate: 2026-11-26T09:30:00+01:00").records[0]
    assert isinstance(event, Event)
    assert event.date.offset is not None
    assert (str(event.date), event.date.offset.total_seconds()) == ("2026-11-26T09:30", 3600)
    assert only_problem("name: Ana\nadded: 2026-11-26T09:30:00+01:00").facts["near"] == "2026-11-26"


@pytest.mark.parametrize("text", ["", "\n\n", "# nada\n", "---\n", "~", "null"])
def test_an_empty_file_lacks_a_name(text: str) -> None:
    found = only_problem(text)
    assert (found.code, found.facts["key"], found.place.line) == ("missing-key", "name", 1 + (text == "---\n"))


def test_a_tab_that_indents_is_named_and_one_between_words_is_kept() -> None:
    assert only_problem("name: Ana\nmet:\n\twhere: Vic").code == "tab"
    assert document("role:\tCFO").value["role"] == "CFO"


def test_bom_and_windows_line_ends_change_nothing() -> None:
    plain = document("name: Ana\nrole: CFO\n")
    windows = read_document("contacts/ana.yml", "\ufeffname: Ana\r\nrole: CFO\r\n".encode())
    old_mac = read_document("contacts/ana.yml", b"name: Ana\rrole: CFO\r")
    assert plain.value == windows.value == old_mac.value
    assert windows.value[ORIGIN_KEY].keys["role"] == (2, 1)


def test_a_tilde_is_nothing_and_one_in_quotes_is_a_tilde() -> None:
    assert contact("org: ~").org is None
    assert contact('org: "~"').org == "~"
    assert contact("name_: x".replace("name_", "org").replace("x", "null")).org is None


@pytest.mark.parametrize(("text", "code", "line"), [
    ("name: Ana\nname: Bea", "duplicate-key", 2),
    ("name: Ana\nmet: {where: Vic, where: Berga}", "duplicate-key", 2),
    ("name: &a Ana", "alias", 1),
    ("name: *a", "alias", 1),
    ("name: Ana\nmet: {<<: {where: Vic}}", "merge-key", 2),
    ("name: Ana\n<<<<<<< HEAD\nrole: x\n=======\n>>>>>>> b", "conflict-marker", 2),
    ("name: Ana\n||||||| base\nrole: x\n>>>>>>> b", "conflict-marker", 2),
    ("name: Ana\n---\nname: Bea", "second-document", 2),
    ("name: Ana\nmet: {where: Sala #3}\nrole: x", "lost-comment", 2),
    ("name: Ana\norg: #3", "lost-comment", 2),
    ("name: !!python/object:os.system x", "tag", 1),
    ("%TAG ! tag:x,2026:\n---\nname: Ana", "directive", 1),
])  # fmt: skip
def test_what_yaml_would_swallow_is_named_at_its_line(text: str, code: str, line: int) -> None:
    found = only_problem(text)
    assert (found.code, found.place.line) == (code, line)


def test_a_comment_after_a_blank_is_a_comment() -> None:
    assert contact("role: CFO # antes era CEO\ntags: [a] #b").role == "CFO"
    assert document("role: 'Sala #3'").value["role"] == "Sala #3"
    assert document("notes: |\n  Sala #3").value["notes"] == "Sala #3"


def test_a_heading_of_equal_signs_in_a_note_is_no_conflict() -> None:
    assert document("notes: |\n  Título\n  =======\n").problems == ()


@pytest.mark.parametrize(
    "name", ["O'Brien", "José María de la O", "Ana-María", "王芳", "فاطمة", "Zoë 🎷", "Li", "Null", "d'Été"]
)
def test_a_name_is_exactly_as_written(name: str) -> None:
    found = read_text("contacts/ana.yml", f"name: {name}").records[0]
    assert isinstance(found, Contact)
    assert found.name.display == name


def test_a_problem_is_placed_at_the_end_of_the_path_that_leads_to_it() -> None:
    read = document("name: Ana\nlog:\n  - {date: 2026, kind: coffee}\n  - {date: x}\n")

    def place(*path: str | int, **how: Any) -> tuple[int, int, int]:
        found = read.problem(path, "bad-date", {"value": "x"}, **how)
        return found.place.line, found.place.column, found.width

    assert place("log", 1, "date") == (4, 12, 1)
    assert place("log", 0, "kind", at_key=True) == (3, 18, 4)
    assert place("log", 7) == (3, 3, 1)
    assert place("nowhere") == (1, 1, 1)


def test_a_text_knows_where_it_stands() -> None:
    found = contact("topics:\n  - jazz\n  - {text: cine}")
    assert [(t.place.line, t.place.column) for t in found.topics] == [(3, 5), (4, 5)]

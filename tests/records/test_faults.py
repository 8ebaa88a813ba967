"""Faults: every record has its noun, every constraint its message."""

from __future__ import annotations

from generator.records.messages import MESSAGES, RECORDS
from generator.records.reading import read_text
from generator.records.record import Record


def _all_records(kind: type[Record]) -> set[str]:
    return {name for sub in kind.__subclasses__() for name in {sub.__name__, *_all_records(sub)}}


def test_every_record_has_a_noun_and_every_noun_a_record() -> None:
    found = {name for name in _all_records(Record) if not name.startswith("_")}
    assert found
    assert found == set(RECORDS)


def test_a_key_meant_by_another_is_not_missed_as_well() -> None:
    (found,) = read_text("contacts/ana.yml", "nombre: Ana").problems
    assert (found.code, found.facts["near"]) == ("unknown-key", "name")


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "name: Ana\nregion: x1\nlog: [{date: x, kind: y}, {}]\nfavours: [{effort: 9}]\n"
    codes = [p.code for p in read_text("contacts/ana.yml", text).problems]
    assert sorted(codes) == sorted(["bad-region", "bad-date", "bad-choice", *["missing-key"] * 5, "too-large"])
    assert set(codes) <= set(MESSAGES)


def test_a_key_goes_where_its_record_is() -> None:
    (left,) = read_text("contacts/ana.yml", "name: Ana\nemail: a@b.es").problems
    (right,) = read_text("contacts/ana.yml", "name: Ana\nmet: {tags: [a]}").problems
    assert (left.code, left.facts["parent"]) == ("too-far-left", "channels")
    assert (right.code, right.facts["owner"]) == ("too-far-right", "a contact")


def test_the_text_of_a_cut_value_is_not_taken_for_a_key() -> None:
    (found,) = read_text("contacts/ana.yml", "name: Ana\nmet: {note: café, bollos}").problems
    assert (found.code, found.place.column) == ("comma-in-text", 19)

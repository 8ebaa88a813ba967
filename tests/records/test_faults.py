"""Faults: every record has its noun, every constraint its message."""

from __future__ import annotations

import pytest

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
    (left,) = read_text("contacts/ana.yml", "name: Ana\nchannels: {web: https://a.es}\nemail: a@b.es").problems
    (right,) = read_text("contacts/ana.yml", "name: Ana\nmet: {tags: [a]}").problems
    assert (left.code, left.facts["parent"]) == ("too-far-left", "channels")
    assert (right.code, right.facts["owner"]) == ("too-far-right", "a contact")


@pytest.mark.parametrize(("written", "code", "mend"), [
    ("email: a@b.es", "without-parent", "write `channels:`, and below it `  email: …`"),
    ("language: [en]", "not-text", "Did you mean `language: en`?"),
    ("org: [Faro, Mar]", "not-text", "Write it on one line"),
    ("met: 2026-11-20", "not-a-mapping", "Did you mean `met: {date: 2026-11-20}`?"),
    ("met: 2026-11", "not-a-mapping", "Did you mean `met: {date: 2026-11}`?"),
    ("met: en Vic", "not-a-mapping", "Write one `key: value` on each line"),
    ("log:\n- 2026-11-20 ana café: leyó (favour 2)", "inbox-line", "- {date: 2026-11-20, kind: coffee, note: …}"),
    ("log:\n- 2026-11-20 call", "inbox-line", "- {date: 2026-11-20, kind: call, note: …}"),
    ("log:\n  2026-11-20 call: x", "not-a-list", "Begin each item with"),
    ("met: {date: 2025-14}", "impossible-month", "2026-11."),
])
def test_a_mend_can_be_obeyed(written: str, code: str, mend: str) -> None:
    (found,) = read_text("contacts/ana.yml", f"name: Ana\n{written}").problems
    assert found.code == code
    assert mend in found.message[1].format(**found.facts)


def test_the_text_of_a_cut_value_is_not_taken_for_a_key() -> None:
    (found,) = read_text("contacts/ana.yml", "name: Ana\nmet: {note: café, bollos}").problems
    assert (found.code, found.place.column) == ("comma-in-text", 19)

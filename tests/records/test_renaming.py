"""Another id for somebody or something: what names it follows, and no other line moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.records.reading import network_of, read_text
from generator.records.renaming import KEYS, renamed, still_named
from generator.records.said import EditError
from tests.editions import ROOT

TEXTS = {
    path.relative_to(ROOT / "data").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "data").rglob("*.yml"))
}
IDS = [(file.partition("/")[0], Path(file).stem) for file in TEXTS if "/" in file]


def said(texts: dict[str, str]) -> Any:
    """Everything the files say, by what stands in them and not by where."""
    network = network_of({file: read_text(file, text) for file, text in texts.items()})
    people = {who: contact.model_dump() for who, contact in network.contacts.items()}
    events = {at: event.model_dump() for at, event in network.events.items()}
    return people, events, set(network.organisations), [post.model_dump() for post in network.posts]


def told_anew(value: Any, old: str, new: str) -> Any:
    """The same with another id in the place of one, wherever it is a whole value."""
    if isinstance(value, dict):
        return {told_anew(k, old, new): told_anew(v, old, new) for k, v in value.items()}
    if isinstance(value, (list, tuple, set)):
        return type(value)(told_anew(one, old, new) for one in value)
    return new if value == old else value


@pytest.mark.parametrize(("folder", "old"), IDS)
def test_the_network_says_the_same_under_another_id_and_only_lines_that_name_it_change(folder: str, old: str) -> None:
    after = {
        f"{folder}/zz-new.yml" if file == f"{folder}/{old}.yml" else file: renamed(file, text, folder, old, "zz-new")
        for file, text in TEXTS.items()
    }
    assert said(after) == told_anew(said(TEXTS), old, "zz-new")
    for (file, text), changed in zip(TEXTS.items(), after.values(), strict=True):
        for row, new in zip(text.splitlines(), changed.splitlines(), strict=True):
            assert new == row or (old in row and "zz-new" in new), file


def test_the_sample_names_people_events_and_organisations() -> None:
    changed = [(folder, old) for folder, old in IDS for file, text in TEXTS.items()
               if renamed(file, text, folder, old, "zz-new") != text]
    assert {folder for folder, _ in changed} == set(KEYS)
    assert len(changed) > 30


@pytest.mark.parametrize(("file", "text", "after"), [
    ("inbox.yml", "- 2026-11-20 ana, bea call: con ana\n- ayer ana call\n# ana\n",
     "- 2026-11-20 ann, bea call: con ana\n- ayer ann call\n# ana\n"),
    ("contacts/bea.yml", "name: Bea\norg: ana\nmet: {through: ana}  # ana\nnotes: ana\n",
     "name: Bea\norg: ana\nmet: {through: ann}  # ana\nnotes: ana\n"),
    ("contacts/bea.yml", "name: Bea\r\nintroductions:\r\n  - to: 'ana'\r\n    asked: {ana: {date: 2026}}",
     "name: Bea\r\nintroductions:\r\n  - to: 'ann'\r\n    asked: {ann: {date: 2026}}"),
    ("events/e.yml", "title: E\ndate: 2026\nhost: ana\nexpected: [ana, {contact: ana}]\nreview: {met: ana}\n",
     "title: E\ndate: 2026\nhost: ann\nexpected: [ann, {contact: ann}]\nreview: {met: ann}\n"),
    ("posts.yml", "- title: T\n  mentions: [ana, Ana]\n", "- title: T\n  mentions: [ann, Ana]\n"),
])  # fmt: skip
def test_an_id_is_changed_where_it_is_one_and_nowhere_else(file: str, text: str, after: str) -> None:
    assert renamed(file, text, "contacts", "ana", "ann") == after


def test_a_file_that_is_broken_is_refused() -> None:
    with pytest.raises(EditError):
        renamed("contacts/bea.yml", "met: {through: ana\n", "contacts", "ana", "ann")


def test_what_only_speaks_of_it_is_named_with_its_line() -> None:
    assert list(still_named({"a.yml": "notes: ana-ruiz\nx: ana\n"}, "ana")) == [("a.yml", 2, "x: ana")]

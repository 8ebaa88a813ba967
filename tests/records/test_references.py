"""References: everything that is named by its id is there, or the place of the name is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.reading import read_folder


def codes(folder: Path, **files: str) -> list[tuple[str, int, int]]:
    for name, text in files.items():
        path = folder / (name.replace("__", "/").replace("_", "-") + ".yml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [(p.code, p.place.line, p.place.column) for p in read_folder(folder).problems]


def test_ids_that_are_there_are_no_problem(tmp_path: Path) -> None:
    event = "title: Foro\ndate: 2026-11-26\nexpected: [ana]\nmeet: [Luz Gil, ana]\npitch: corta\nreview: {met: [none]}"
    assert (
        codes(
            tmp_path,
            contacts__ana="name: Ana\norg: acme\nmet: {event: foro, through: Luz Gil}",
            events__foro=event,
            organisations__acme="name: Acme",
            me="name: Nuria\npitches: [{id: corta, language: es, text: Hola}]",
        )
        == []
    )


def test_the_id_of_a_file_that_cannot_be_read_is_known_all_the_same(tmp_path: Path) -> None:
    found = codes(
        tmp_path,
        contacts__ana="name: [",
        contacts__bea="name: Bea\nintroductions: [{to: ana}]",
        me="name: {",
        events__foro="title: Foro\ndate: 2026-11-26\npitch: corta\nexpected: [ana]",
        inbox="- 2026-11-20 ana coffee: hola",
    )
    assert [code for code, *_ in found] == ["open-bracket", "open-bracket"]


def test_a_file_to_be_renamed_is_one_problem_and_not_many(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "Ana Ruiz.yml").write_text("name: Ana Ruiz", encoding="utf-8")
    (tmp_path / "inbox.yml").write_text("- 2026-11-20 ana-ruiz coffee: hola", encoding="utf-8")
    assert [p.code for p in read_folder(tmp_path).problems] == ["bad-file-name"]


@pytest.mark.parametrize(("contact", "code", "column"), [
    ("name: Bea\nmet: {through: anna}", "unknown-contact", 16), ("name: Bea\nmet: {event: faro}", "unknown-event", 14),
    ("name: Bea\nintroductions: [{to: anna}]", "unknown-contact", 22),
    ("name: Bea\nintroductions: [{to: bea}]", "introduced-to-self", 22),
    ("name: Bea\norg: acmee", "unknown-organisation", 6),
    ("name: Bea\nlog: [{date: 2026, kind: event, event: faro}]", "unknown-event", 40),
    ("name: Bea\nintroductions: [{to: ana, asked: {carla: {date: 2026}}}]", "asked-stranger", 35),
])  # fmt: skip
def test_an_id_that_leads_nowhere_is_told_at_its_place(tmp_path: Path, contact: str, code: str, column: int) -> None:
    found = codes(tmp_path, contacts__ana="name: Ana", contacts__bea=contact, organisations__acme="name: Acme")
    assert found == [(code, 2, column)]


@pytest.mark.parametrize(("end", "wrong"), [
    ("14:00", True), ("19:30", False), ("2026-11-25", True), ("2026-11-27", False), ("2026-11-27 1:00", False),
    ("2026-11-26", False), ("2026-11", False),
])  # fmt: skip
def test_an_event_ends_after_it_begins(tmp_path: Path, end: str, wrong: bool) -> None:  # noqa: FBT001  # data
    found = codes(tmp_path, events__foro=f"title: Foro\ndate: 2026-11-26 19:30\nend: {end}")
    assert [code for code, *_ in found] == ["end-before-start"] * wrong


def test_each_name_in_a_list_is_told_on_its_own_line(tmp_path: Path) -> None:
    event = "title: Foro\ndate: 2026-11-26\nexpected:\n  - ana\n  - carla # carla viene\nreview:\n  met:\n    - dani\n"
    assert codes(tmp_path, contacts__ana="name: Ana", events__foro=event) == [
        ("unknown-contact", 5, 5),
        ("unknown-contact", 8, 7),
    ]

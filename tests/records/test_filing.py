"""Filing: what the lines of the inbox mean for the people they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.contact import Contact
from generator.records.moments import PartialDate
from generator.records.reading import Reading, read_folder

ANA = """\
name: Ana Ruiz
favours:
  - {date: 2026-11-10, by: them, what: leyó mi oferta}
  - {date: 2026-11-12, by: them, what: me presentó a Luz, outcome: {text: salió bien}}
promises:
  - {what: enviar el artículo, by: me}
"""


def filed(folder: Path, inbox: str) -> Reading:
    (folder / "contacts").mkdir(exist_ok=True)
    (folder / "contacts" / "ana-ruiz.yml").write_text(ANA, encoding="utf-8")
    (folder / "inbox.yml").write_text(inbox, encoding="utf-8")
    return read_folder(folder)


def ana(folder: Path, inbox: str) -> Contact:
    reading = filed(folder, inbox)
    assert reading.problems == ()
    return reading.network.contacts["ana-ruiz"]


def test_a_line_becomes_a_log_entry_with_its_own_place(tmp_path: Path) -> None:
    (entry,) = ana(tmp_path, "- 2026-11-20 ana-ruiz email: hola (ask; no reply; by them)").log
    assert (entry.kind, entry.note, entry.purpose, entry.reply, entry.by) == ("email", "hola", "ask", False, "them")
    assert str(entry.place) == "inbox.yml:1:1"
    assert entry.counts


def test_thanks_settle_the_open_favours_up_to_that_day(tmp_path: Path) -> None:
    both = ana(tmp_path, "- 2026-11-20 ana-ruiz call: x (thanks)").favours
    assert [f.thanks.channel for f in both if f.thanks] == ["call", "call"]
    one = ana(tmp_path, "- 2026-11-20 ana-ruiz call: x (thanks 2026-11-12)").favours
    assert [bool(f.thanks) for f in one] == [False, True]
    early = ana(tmp_path, "- 2026-11-11 ana-ruiz call: x (thanks)").favours
    assert [bool(f.thanks) for f in early] == [True, False]


def test_a_favour_goes_either_way(tmp_path: Path) -> None:
    found = ana(
        tmp_path, "- 2026-11-20 ana-ruiz call: leyó mi carta (favour 4)\n- 2026-11-21 ana-ruiz call: x (gave 2)"
    ).favours
    assert [(f.by, f.effort, f.what) for f in found[2:]] == [("them", 4, "leyó mi carta"), ("me", 2, "x")]


def test_a_promise_is_kept_wherever_its_line_stands(tmp_path: Path) -> None:
    inbox = (
        "- 2026-11-22 ana-ruiz email: x (done: el libro)\n"
        "- 2026-11-20 ana-ruiz call: y (promise: el libro by 2026-12-01)"
    )
    promises = ana(tmp_path, inbox).promises
    assert [(p.what, p.done) for p in promises] == [
        ("enviar el artículo", None),
        ("el libro", PartialDate(2026, 11, 22)),
    ]
    assert promises[1].due == PartialDate(2026, 12, 1)


def test_a_promise_of_theirs_is_received(tmp_path: Path) -> None:
    inbox = "- 2026-11-20 ana-ruiz call: y (promised me: su tesis)\n- 2026-11-22 ana-ruiz email: x (received: TESIS)"
    assert ana(tmp_path, inbox).promises[1].done == PartialDate(2026, 11, 22)


def test_what_came_of_it_is_reported(tmp_path: Path) -> None:
    outcomes = [f.outcome for f in ana(tmp_path, "- 2026-11-20 ana-ruiz call: y (reported)").favours]
    assert [o.reported if o else None for o in outcomes] == [None, PartialDate(2026, 11, 20)]


THANKED = """\
name: Ana Ruiz
favours:
  - {date: 2026-11-10, by: them, what: un cliente, effort: 5, thanks: {date: 2026-11-11, channel: card}}
  - {date: 2026-11-10, by: them, what: un café, effort: 2, thanks: {date: 2026-11-11}}
  - {date: 2026-11-10, by: them, what: un enlace}
  - {date: 2026-11-12, by: them, what: una carta, effort: 4, thanks: {date: 2026-11-13, channel: call}}
"""


def thanked(folder: Path, line: str) -> list[str | None]:
    (folder / "contacts").mkdir()
    (folder / "contacts" / "ana-ruiz.yml").write_text(THANKED, encoding="utf-8")
    (folder / "inbox.yml").write_text(line, encoding="utf-8")
    favours = read_folder(folder).network.contacts["ana-ruiz"].favours
    return [f.thanks.channel if f.thanks else None for f in favours]


@pytest.mark.parametrize(("line", "expected"), [
    ("email: x (thanks 2026-11-10)", ["card", "email", "email", "call"]),
    ("message: x (thanks 2026-11-10)", ["card", "message", "message", "call"]),
    ("gift: x (thanks 2026-11-10)", ["gift", "message", "gift", "call"]),
    ("card: x (thanks 2026-11-12)", ["card", "message", None, "card"]),
    ("coffee: x (thanks 2026-11-12)", ["card", "message", None, "call"]),
    ("gift: x (thanks)", ["card", "message", "gift", "call"]),
])
def test_thanks_that_name_a_day_may_go_further_than_those_before(
    tmp_path: Path, line: str, expected: list[str | None]
) -> None:
    assert thanked(tmp_path, f"- 2026-11-20 ana-ruiz {line}") == expected


def test_thanks_given_before_are_not_replaced_by_earlier_ones(tmp_path: Path) -> None:
    assert thanked(tmp_path, "- 2026-11-12 ana-ruiz gift: x (thanks 2026-11-12)")[3] == "call"


def test_how_it_is_going_is_told_to_who_opened_a_door(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "ana.yml").write_text("""\
name: Ana
favours:
  - {date: 2026-11-10, by: them, what: me presentó a Luz, kind: introduction}
  - {date: 2026-11-21, by: them, what: otra puerta, kind: referral}
  - {date: 2026-11-10, by: them, what: un café, kind: coffee}
  - {date: 2026-11-10, by: me, what: una carta, kind: reference}
  - {date: 2026-11-10, by: them, what: una referencia, kind: reference, outcome: {text: sí, date: 2026-11-22}}
""", encoding="utf-8")
    (tmp_path / "inbox.yml").write_text("- 2026-11-20 ana message: va bien (reported)", encoding="utf-8")
    favours = read_folder(tmp_path).network.contacts["ana"].favours
    told = [bool(f.outcome and f.outcome.reported) for f in favours]
    assert told == [True, False, False, False, False], "not what came later, nor what nobody waits to hear"


def test_what_matches_nothing_open_is_a_problem_at_the_words(tmp_path: Path) -> None:
    (found,) = filed(tmp_path, "- 2026-11-20 ana-ruiz email: x (done: el libro)").problems
    assert (found.code, str(found.place), found.facts["known"]) == (
        "inbox-nothing-open",
        "inbox.yml:1:39",
        "enviar el artículo",
    )

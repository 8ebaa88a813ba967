"""Bringing people in and taking them out in a terminal: what is said, what is written, and what never is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.doors import arriving
from generator.doors.command import main
from generator.doors.refusal import Refusal

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = "Ana,Ruiz,https://www.linkedin.com/in/ana,,Ruiz,Lawyer,12 Mar 2024\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing in it but an owner."""
    monkeypatch.chdir(tmp_path)
    for name in ("TERTULIA_DATA", "TERTULIA_DAY", "TERTULIA_AUDIENCE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERTULIA_LANGUAGE", "en")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "me.yml").write_text("name: Nuria\ntime_zone: Europe/Madrid\n", encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words])


def contacts(home: Path) -> set[str]:
    folder = home / "data" / "contacts"
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def export(home: Path, rows: str) -> str:
    (home / "Connections.csv").write_text(HEADER + rows, encoding="utf-8")
    return "Connections.csv"


def many(count: int) -> str:
    return "".join(f"P{n},Surname{n},,p{n}@x.example,,,12 Mar 2024\n" for n in range(count))


def test_people_come_in_and_the_data_is_in_good_order(home: Path) -> None:
    said = run("import", export(home, ANA), "--day", "2026-11-23")
    assert said.exit_code == 0, said.output
    assert said.stdout.splitlines() == [
        "Connections.csv: an export of LinkedIn", "+ data/contacts/ana-ruiz.yml  Ana Ruiz, Lawyer, Ruiz",
        "1 new file written.",
    ]
    assert contacts(home) == {"ana-ruiz.yml"}
    assert run("check", "--problems-only", "--day", "2026-11-23").exit_code == 0


def test_nobody_who_comes_in_asks_for_a_message(home: Path) -> None:
    rows = "".join(f"P{n},Q{n},,,,,{n % 28 + 1:02} Nov 2026\n" for n in range(60))
    run("import", export(home, rows), "--yes", "--day", "2026-11-23")
    assert len(contacts(home)) == 60
    for day in ("2026-11-23", "2027-02-01"):
        due = json.loads(run("due", "--json", "--day", day).stdout)
        assert not [task for task in due["follow_ups"] if "contacts/" in task["file"]], day


def test_a_second_time_nothing_is_written(home: Path) -> None:
    run("import", export(home, ANA), "--day", "2026-11-23")
    path = home / "data" / "contacts" / "ana-ruiz.yml"
    path.write_text("name: Ana Ruiz\nnotes: mine\n", encoding="utf-8")
    said = run("import", "Connections.csv")
    assert "there already as data/contacts/ana-ruiz.yml (same name)" in said.stdout
    assert path.read_text(encoding="utf-8") == "name: Ana Ruiz\nnotes: mine\n"


def test_twenty_are_written_at_once_and_more_only_when_one_says_yes(home: Path) -> None:
    assert "20 new files written." in run("import", export(home, many(20))).stdout
    said = run("import", export(home, many(45)))
    assert "25 new files would be written. 20 are there already. That is many" in said.stdout
    assert len(contacts(home)) == 20
    assert run("import", "Connections.csv", "--yes").exit_code == 0
    assert len(contacts(home)) == 45


def test_a_dry_run_writes_nothing(home: Path) -> None:
    said = run("import", export(home, ANA), "--dry-run", "--json")
    found = json.loads(said.stdout)
    assert found["written"] is False
    assert [new["file"] for new in found["new"]] == ["data/contacts/ana-ruiz.yml"]
    assert contacts(home) == set()


def test_a_file_that_cannot_be_read_ends_with_its_place(home: Path) -> None:
    (home / "x.csv").write_text("a,b\n", encoding="utf-8")
    said = run("import", "x.csv")
    assert said.exit_code == 2
    assert said.stderr.startswith("tertulia: x.csv:1: This is none of the exports")
    assert "Traceback" not in said.output


def test_what_is_left_out_is_said_and_gives_status_one(home: Path) -> None:
    (home / "x.vcf").write_text("BEGIN:VCARD\nFN:Ana Ruiz\nEND:VCARD\nBEGIN:VCARD\nFN:Bo\n", encoding="utf-8")
    said = run("import", "x.vcf")
    assert said.exit_code == 1
    assert "! x.vcf:4: This card has no END:VCARD" in said.stdout
    assert contacts(home) == {"ana-ruiz.yml"}


def test_a_broken_file_keeps_its_id(home: Path) -> None:
    (home / "data" / "contacts").mkdir()
    (home / "data" / "contacts" / "ana-ruiz.yml").write_text("nmae: x\n", encoding="utf-8")
    run("import", export(home, ANA))
    assert contacts(home) == {"ana-ruiz.yml", "ana-ruiz-ruiz.yml"}


def test_if_one_file_cannot_be_written_none_is(home: Path) -> None:
    root = home / "data"
    (root / "events").write_text("no folder\n", encoding="utf-8")
    with pytest.raises(Refusal, match="nothing was written"):
        arriving.write_new(root, [("contacts/a.yml", "name: A\n"), ("events/b.yml", "title: B\n")])
    assert sorted(path.name for path in root.iterdir()) == ["events", "me.yml"]


def test_a_file_that_is_there_is_never_replaced(home: Path) -> None:
    root = home / "data"
    with pytest.raises(Refusal, match="is there already; nothing was written"):
        arriving.write_new(root, [("contacts/a.yml", "name: A\n"), ("me.yml", "name: other\n")])
    assert (root / "me.yml").read_text(encoding="utf-8").startswith("name: Nuria")
    assert not (root / "contacts").exists()


def test_nothing_is_written_through_a_link(home: Path) -> None:
    (home / "elsewhere").mkdir()
    (home / "data" / "contacts").symlink_to(home / "elsewhere")
    said = run("import", export(home, ANA))
    assert said.exit_code == 2
    assert list((home / "elsewhere").iterdir()) == []


def test_events_of_a_calendar_come_in(home: Path) -> None:
    (home / "c.ics").write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTART:20261201T170000Z\nSUMMARY:Coffee\n"
        "ATTENDEE;CN=Bo:mailto:bo@x.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:n@x.example\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:2\nDTSTART:20251201T170000Z\nSUMMARY:Old\nEND:VEVENT\nEND:VCALENDAR\n", encoding="utf-8",
    )
    said = run("import", "c.ics", "--day", "2026-11-23", "--me", "n@x.example")
    assert "1 event is past and was left out" in said.stdout
    text = (home / "data" / "events" / "2026-12-01-coffee.yml").read_text(encoding="utf-8")
    assert "date: 2026-12-01 18:00\n" in text
    assert 'rsvp: {state: "yes"}\n' in text
    assert "n@x.example" not in text
    assert run("check", "--problems-only").exit_code == 0


@pytest.mark.parametrize("name", ["people.vcf", "people.csv", "all.json"])
def test_what_is_exported_comes_in_elsewhere(home: Path, name: str) -> None:
    run("import", export(home, ANA + many(3)))
    assert run("export", name).stdout == f"4 people written to {name}.\n"
    (home / "other").mkdir()
    assert run("import", name, "--data", "other").exit_code == 0
    assert {path.name for path in (home / "other" / "contacts").iterdir()} == contacts(home)


def test_an_export_replaces_no_file(home: Path) -> None:
    (home / "people.vcf").write_text("mine", encoding="utf-8")
    assert run("export", "people.vcf").exit_code == 2
    assert (home / "people.vcf").read_text(encoding="utf-8") == "mine"


def test_an_export_for_others_leaves_out_what_is_not_theirs(home: Path) -> None:
    run("import", export(home, ANA))
    assert "ana" not in run("export", "-", "--as", "json", "--audience", "public").stdout.casefold()
    assert run("export", "people.txt").exit_code == 2


def test_spanish_where_the_terminal_speaks_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERTULIA_LANGUAGE", "es")
    assert run("import", export(home, ANA)).stdout.splitlines()[-1] == "1 archivo nuevo escrito."


def test_what_never_ends_is_refused_once_it_is_too_big(home: Path) -> None:
    said = run("import", "/dev/zero")
    assert said.exit_code == 2
    assert "/dev/zero:1: The file is bigger than 32 MB" in said.output
    assert not contacts(home)

"""What every door does first: understands what is asked for, finds out the day, reads the folders."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

from generator import __version__
from generator.doors import asked
from generator.doors import build as door
from generator.doors.build import Wish, wished
from generator.doors.refusal import Refusal
from generator.records.network import Network
from generator.records.owner import Me
from generator.records.reading import Reading
from generator.words.catalogue import LANGUAGES
from tests.editions import CONTENT, DAY

VARIABLES = ("TERTULIA_DATA", "TERTULIA_DAY", "TERTULIA_AUDIENCE", "SOURCE_DATE_EPOCH")


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*VARIABLES, "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)


def test_without_options_it_is_the_folder_data_today_for_whom_the_door_decides() -> None:
    assert wished(None, CONTENT, None, None) == Wish(Path("data"), CONTENT, None, None)


@pytest.mark.parametrize("text", ["x", "1e9", "9" * 20, "-1" * 9])
def test_a_moment_that_mkdocs_would_stumble_over_is_told(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    for language, said in (("en", "is not a moment"), ("es", "no es un momento")):
        monkeypatch.setenv("TERTULIA_LANGUAGE", language)
        with pytest.raises(Refusal, match=f"SOURCE_DATE_EPOCH: `{text}` {said}"):
            wished(None, CONTENT, None, None)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert wished(None, CONTENT, None, None)


def test_options_are_understood() -> None:
    assert wished("mine", CONTENT, "2026-11-23", "shared") == Wish(Path("mine"), CONTENT, DAY, "shared")


def test_the_environment_counts_where_no_option_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in zip(VARIABLES, ("theirs", "2026-12-31", "public"), strict=False):
        monkeypatch.setenv(name, value)
    assert wished(None, CONTENT, None, None) == Wish(Path("theirs"), CONTENT, date(2026, 12, 31), "public")
    assert wished("mine", CONTENT, "2026-11-23", "private") == Wish(Path("mine"), CONTENT, DAY, "private")


def test_an_empty_variable_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.setenv(name, "")
    assert wished(None, CONTENT, None, None) == Wish(Path("data"), CONTENT, None, None)


@pytest.mark.parametrize(
    "day", ["yesterday", "2026-02-30", "23/11/2026", "0001-01-01", "9999-12-31", "2026-11-23T10:00", "٢٠٢٦-١١-٢٣"]
)
def test_what_is_not_a_day_is_refused_with_the_way_to_write_it(day: str) -> None:
    with pytest.raises(Refusal) as refused:
        wished(None, CONTENT, day, None)
    assert f"`{day}`" in str(refused.value)
    assert "2026-11-23" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("audience", ["pubilc", "Public", "everyone"])
def test_what_is_not_an_audience_is_refused_with_those_there_are(audience: str) -> None:
    with pytest.raises(Refusal, match=f"`{audience}`.*private, shared, public"):
        wished(None, CONTENT, None, audience)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no folder"):
        door.read_data(Wish(tmp_path / "nowhere", CONTENT))
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Refusal, match="is a file"):
        door.read_data(Wish(tmp_path / "file", CONTENT))


def test_a_content_folder_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("assets"))
    (tmp_path / "content" / "etiquette" / "coffee.yml").write_text("kind: [", encoding="utf-8")
    with pytest.raises(Refusal, match=r"coffee\.yml"):
        door.library_of(Wish(tmp_path, tmp_path / "content"))


class Midnight(datetime):
    """A clock that stands at 23:30 of 23 November in Greenwich."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Midnight:
        """That moment on the clock of a time zone."""
        at = datetime(2026, 11, 23, 23, 30, tzinfo=UTC).astimezone(tz)
        return cls(at.year, at.month, at.day, at.hour, at.minute, tzinfo=at.tzinfo)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/London", DAY),
        ("Europe/Madrid", date(2026, 11, 24)),
        ("America/Bogota", DAY),
        ("Pacific/Kiritimati", date(2026, 11, 24)),
    ],
)
def test_today_is_the_day_on_the_owners_clock(monkeypatch: pytest.MonkeyPatch, zone: str, day: date) -> None:
    monkeypatch.setattr(asked, "datetime", Midnight)
    assert door.today(Reading(Network(Me.model_validate({"name": "Nuria", "time_zone": zone})))) == day


def test_a_day_that_is_asked_for_comes_before_the_clock(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "datetime", Midnight)
    wish = Wish(data, CONTENT, date(2027, 3, 4))
    assert door.stamp_of(wish, door.read_data(wish)).day == date(2027, 3, 4)


def test_the_names_of_rules_numbers_and_checklists_are_checked(tmp_path: Path) -> None:
    (tmp_path / "coach.yml").write_text("rules: {gone-quite: {off: true}}\nnumbers: {horizont: 7}\n", encoding="utf-8")
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "cafe.yml").write_text(
        "title: Café\ndate: 2026-11-23\nchecklists: [cofee]\n", encoding="utf-8"
    )
    reading = door.read_data(Wish(tmp_path, CONTENT))
    assert [(p.code, p.facts["near"]) for p in reading.problems] == [
        ("unknown-rule", "gone-quiet"), ("unknown-number", "horizon"), ("unknown-checklist", "coffee"),
    ]
    assert [(p.place.file, p.place.line) for p in reading.problems] == [
        ("coach.yml", 1),
        ("coach.yml", 2),
        ("events/cafe.yml", 3),
    ]


def test_problems_are_reported_a_line_each_and_fifty_at_most(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    for n in range(53):
        (tmp_path / "contacts" / f"p{n:02}.yml").write_text("nane: Ana\n", encoding="utf-8")
    reading = door.read_data(Wish(tmp_path, CONTENT))
    assert len(reading.problems) >= 53
    lines = door.report(reading, "en")
    assert len(lines) == door.MOST_REPORTED + 1
    assert lines[0].startswith("data/contacts/p00.yml:1:1: ")
    assert str(len(reading.problems) - door.MOST_REPORTED) in lines[-1]
    assert not any("\n" in line for line in lines)
    both = door.report(reading, "es", "en")
    assert len(both) == len(lines)
    assert "`nane`" in both[0]
    assert both[0].endswith(" | " + lines[0].partition(": ")[2])
    assert "no es una clave" in both[0]


@pytest.mark.parametrize(
    ("asked", "written", "default", "given"),
    [
        ("shared", "public", "private", "shared"),
        (None, "public", "private", "public"),
        (None, None, "private", "private"),
        (None, None, "public", "public"),
    ],
)
def test_for_whom_is_decided_by_the_wish_then_by_the_owner_then_by_the_door(
    asked: str | None, written: str | None, default: str, given: str, tmp_path: Path
) -> None:
    site = f"site: {{audience: {written}}}\n" if written else ""
    (tmp_path / "me.yml").write_text(f"name: Nuria\n{site}", encoding="utf-8")
    wish = wished(str(tmp_path), CONTENT, "2026-11-23", asked)
    found = door.ground_for(wish, door.read_data(wish), door.library_of(wish), default)  # type: ignore[arg-type]  # one of three words
    assert found.audience == given


def test_all_languages_are_made_and_the_day_becomes_the_date_of_the_files(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    wish = Wish(data, CONTENT, DAY)
    editions = door.make_editions(wish, door.read_data(wish), "private")
    assert list(editions) == list(LANGUAGES)
    assert editions["es"].pages.keys() == editions["en"].pages.keys()
    assert os.environ["SOURCE_DATE_EPOCH"] == "1", "what was asked for stays"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    door.make_editions(wish, door.read_data(wish), "private")
    assert os.environ["SOURCE_DATE_EPOCH"] == "1795392000"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")  # so that it is taken away again


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, "-C", str(folder), *words], check=True, capture_output=True)


def test_the_stamp_tells_the_commit_and_whether_there_are_edits(tmp_path: Path) -> None:
    wish = Wish(tmp_path, CONTENT, DAY)
    (tmp_path / "me.yml").write_text("name: Nuria\n", encoding="utf-8")
    stamp = door.stamp_of(wish, door.read_data(wish))
    assert (stamp.day, stamp.commit, stamp.edited, stamp.version) == (DAY, "", False, __version__)
    git(tmp_path, "init", "-q")
    assert door.stamp_of(wish, door.read_data(wish)).commit == "", "no commit yet"
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "uno")
    clean = door.stamp_of(wish, door.read_data(wish))
    assert len(clean.commit) == 7
    assert not clean.edited
    (tmp_path / "me.yml").write_text("name: Nuria Soler\n", encoding="utf-8")
    assert door.stamp_of(wish, door.read_data(wish)).edited


def test_without_git_there_is_no_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert (
        door.stamp_of(Wish(tmp_path, CONTENT, DAY), Reading(Network(Me.model_validate({"name": "Nuria"})))).commit == ""
    )

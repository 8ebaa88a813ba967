"""The commands of the terminal, and the pages of earlier editions, on the twelve weeks of the tests' repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.doors import build as door
from generator.doors.build import Editions, Wish
from generator.doors.command import main
from generator.records.record import Audience
from tests.histories import DAY, Repository, twelve_weeks

CONTENT = Path(__file__).parents[2] / "content"
WEEKS = [f"follow-ups/2026-W{n}/" for n in range(36, 48)]


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return twelve_weeks(tmp_path_factory.mktemp("editions") / "twelve")


def run(weeks: Repository, *words: str, status: int = 0) -> Result:
    environment = {"TERTULIA_LANGUAGE": "en", "TERTULIA_DATA": str(weeks.data), "TERTULIA_DAY": str(DAY)}
    done = CliRunner().invoke(main, words, env=environment)
    assert done.exit_code == status, done.output
    return done


def built(data: Path, audience: Audience) -> Editions:
    wish = Wish(data, CONTENT, DAY, audience)
    return door.make_editions(wish, door.read_data(wish), "public")


def test_today_says_the_sentence_and_the_list_without_colours(weeks: Repository) -> None:
    lines = run(weeks, "today").output.splitlines()
    assert lines[0] == "One small thing for today: thank Ana Ruiz."
    assert lines[1] == "  2026-11-23  Thank Ana Ruiz"
    assert "\x1b" not in "".join(lines)


def test_due_gives_the_same_document_as_the_site(weeks: Repository) -> None:
    site = next(f for f in built(weeks.data, "private")["en"].feeds if f.name == "follow-ups.json")
    assert json.loads(run(weeks, "due", "--json").output) == json.loads(site.body)


def test_today_speaks_to_machines_as_due_does(weeks: Repository) -> None:
    said, listed = (json.loads(run(weeks, *words, "--json").output) for words in (("today",), ("due",)))
    assert said.pop("opening") == "One small thing for today: thank Ana Ruiz."
    assert said == {**listed, "follow_ups": [f for f in listed["follow_ups"] if f["group"] in {"late", "today"}]}
    assert len(said["follow_ups"]) == 1


def test_where_there_is_enough_for_days_the_first_four_are_shown(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    for n in range(12):
        owed = "promises: [{what: the list, by: me, made: 2026-11-02, due: 2026-11-20}]"
        (tmp_path / "contacts" / f"p{n:02}.yml").write_text(f"name: Ana {n}\n{owed}\n", encoding="utf-8")
    environment = {"TERTULIA_LANGUAGE": "en", "TERTULIA_DATA": str(tmp_path), "TERTULIA_DAY": str(DAY)}
    lines = CliRunner().invoke(main, ["today"], env=environment).output.splitlines()
    assert lines[0].startswith("There is enough here for several days. Begin with the first four.")
    assert lines[1] == "The date has passed"
    assert len(lines[2:-1]) == 4
    assert lines[-1] == "  … and 8 more. All of them: tertulia due"


def test_due_can_fail_where_something_waits(weeks: Repository) -> None:
    run(weeks, "due", "--fail-on", "overdue")
    run(weeks, "due", "--fail-on", "today", status=1)
    run(weeks, "due", "--day", "2026-11-24", "--fail-on", "overdue", status=1)


def test_diff_tells_what_changed_since_a_commit(weeks: Repository) -> None:
    found = json.loads(run(weeks, "diff", "HEAD~2", "--json").output)
    assert found["since"]["day"] == "2026-11-06"
    assert [item["id"].rpartition("-")[0] for item in found["new"]] == ["missing-thanks-ana"]
    assert [item["id"].rpartition("-")[0] for item in found["done"]] == ["missing-thanks-daniela"]
    assert "✓ Thank Daniela Soto" in run(weeks, "diff", "HEAD~2").output
    first = weeks.git("rev-list", "--max-parents=0", "HEAD")
    assert "Bea" not in run(weeks, "diff", first).output


@pytest.mark.parametrize("rev", ["nonsense", "HEAD\nHEAD", "HEAD:data", "--help-me", "HEAD~99"])
def test_a_commit_that_is_none_is_said_in_one_line(weeks: Repository, rev: str) -> None:
    done = run(weeks, "diff", "--", rev, status=2)
    assert "Traceback" not in done.output


def test_the_owner_has_a_page_for_each_week_and_others_have_none(weeks: Repository) -> None:
    for edition in built(weeks.data, "private").values():
        assert [a for a in edition.pages if a.startswith("follow-ups/2")] == WEEKS
        assert 'id="changes"' in edition.pages["follow-ups/"].body
        assert "follow-ups/#changes" in edition.pages[""].body
        text = "".join(page.body for page in edition.pages.values())
        assert not any(name in text for name in ("Beatriz Sol", "Bea Sol", "Daniel Soto", "contarle lo de Lola"))
    for audience in ("shared", "public"):
        for edition in built(weeks.data, audience).values():
            assert not [a for a in edition.pages if a.startswith("follow-ups/2")]
            told = (page.body for address, page in edition.pages.items() if not address.startswith("guide/"))
            assert "commit" not in "".join(told)


def test_without_an_edition_before_one_line_says_why(
    tmp_path: Path, weeks: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "data").mkdir()
    for file in weeks.data.glob("*.yml"):
        (tmp_path / "data" / file.name).write_bytes(file.read_bytes())
    (tmp_path / "data" / "contacts").mkdir()
    (tmp_path / "data" / "contacts" / "ana.yml").write_text("name: Ana\n", encoding="utf-8")
    pages = built(tmp_path / "data", "private")["en"].pages
    assert "Your data is not in a git repository" in pages["follow-ups/"].body
    assert "#changes" not in pages[""].body


def test_the_same_commit_and_day_give_the_same_bytes_anywhere(
    weeks: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weeks.git("add", "-A")
    outputs = []
    for zone, folder in (("Pacific/Kiritimati", "one"), ("America/Adak", "two/deep")):
        monkeypatch.setenv("TZ", zone)
        clone = tmp_path / folder
        clone.parent.mkdir(parents=True, exist_ok=True)
        weeks.git("clone", "-q", "--no-local", str(weeks.root), str(clone))
        editions = built(clone / "data", "private")
        outputs.append({
            (language, name): body for language, edition in editions.items() for name, body in (
                *((p.address, str(p.body)) for p in edition.pages.values()), *((f.name, f.body) for f in edition.feeds),
            )
        })
    assert len(outputs[0]) > 100
    assert outputs[0] == outputs[1]

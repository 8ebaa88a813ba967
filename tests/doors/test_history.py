"""Earlier editions are read from git, whatever happened to the repository, and nothing of it is run."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.coach.chronicle import Chronicle, chronicle
from generator.coach.memory import Memory, as_snapshot
from generator.doors import build as door
from generator.doors.history import Head, History
from generator.records.reading import Reading, assembled, read_folder, read_text
from tests.counting import counted
from tests.histories import ANA, BEA, COACH, DANIELA, DAY, HELPED, ME, Repository, repository, twelve_weeks

CONTENT = Path(__file__).parents[2] / "content"
MONDAYS = [date(2026, 8, 31) + timedelta(weeks=n) for n in range(12)]

EXPECTED = {  # on the list, new, done and put off until the next edition; unreadable files
    "2026-08-31": (2, 0, 0, 0, 0),  # Ana's promise and thanks to Daniela; Bea's is not told any more
    "2026-09-07": (1, 0, 0, 0, 1),  # Ana's file is broken: neither done nor new
    "2026-09-14": (1, 0, 0, 0, 0),
    "2026-09-21": (1, 1, 0, 0, 0),  # Elena comes with the merge
    "2026-09-28": (2, 0, 0, 1, 0),  # her promise is put off
    "2026-10-05": (2, 0, 0, 0, 0),
    "2026-10-12": (2, 0, 0, 0, 0),  # nothing was committed
    "2026-10-19": (1, 0, 0, 0, 1),  # Elena's file is of another time
    "2026-10-26": (1, 0, 0, 0, 0),
    "2026-11-02": (1, 0, 0, 0, 0),
    "2026-11-09": (1, 0, 1, 0, 0),  # Daniela is thanked, under her new name
    "2026-11-16": (1, 1, 0, 1, 0),  # Ana helped; Carlos has to wait until the 4th
}


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return twelve_weeks(tmp_path_factory.mktemp("history") / "twelve")


def recall(data: Path, history: History | None = None, day: date = DAY) -> tuple[Head, Memory, Reading]:
    reading = read_folder(data)
    return *(history or History()).recall(data, reading, day), reading


def told(data: Path, day: date = DAY) -> Chronicle:
    head, memory, reading = recall(data, day=day)
    return chronicle(memory, as_snapshot(reading.network, day, head.commit, reading.unread))


def numbers(story: Chronicle) -> dict[str, tuple[int, ...]]:
    return {
        str(w.snapshot.day): tuple(map(len, (
            w.outcomes, w.changes.new, w.changes.done, w.changes.slipped, w.snapshot.unread,
        )))
        for w in story.weeks
    }


def test_every_edition_of_twelve_weeks_has_its_numbers(weeks: Repository) -> None:
    story = told(weeks.data)
    assert [w.snapshot.day for w in story.weeks] == MONDAYS
    assert numbers(story) == EXPECTED


def test_the_numbers_are_those_that_a_count_of_the_commits_gives(weeks: Repository) -> None:
    assert counted(weeks) == EXPECTED


def test_since_the_last_commit_only_what_was_edited_has_changed(weeks: Repository) -> None:
    head, memory, _ = recall(weeks.data)
    assert head == Head(weeks.git("rev-parse", "--short=7", "HEAD"), edited=True)
    assert memory.before
    assert memory.before.day == date(2026, 11, 20)
    since = told(weeks.data).since
    assert since
    (slip,) = since.slipped
    assert (slip.advice.rule, slip.old, slip.new) == ("promise-due", date(2026, 12, 1), date(2026, 12, 4))
    assert [*since.new, *since.done, *since.passed, *since.gone] == []


def test_what_became_of_the_first_list_is_told_with_its_days(weeks: Repository) -> None:
    first, *_ = told(weeks.data).weeks
    ends = {o.advice.finding.subject.id: (o.fate, o.on) for o in first.outcomes if o.advice.finding.subject}
    assert ends == {"ana": ("done", date(2026, 9, 9)), "daniela": ("done", date(2026, 11, 12))}


def test_a_forgotten_person_and_a_former_name_come_back_nowhere(weeks: Repository) -> None:
    _, memory, _ = recall(weeks.data)
    assert len(memory.weeks) == 12
    for snapshot in memory.weeks:
        assert "bea" not in snapshot.network.contacts
        assert "dani" not in snapshot.network.contacts
        names = {c.name.display for c in snapshot.network.contacts.values()}
        assert not names & {"Beatriz Sol", "Daniel Soto"}
        assert all(a.finding.settle is None or a.finding.settle.who not in {"bea", "dani"} for a in snapshot.listed)


def test_the_second_time_nothing_is_parsed_or_judged_again(weeks: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    history = History()
    _, first, _ = recall(weeks.data, history)
    for name in ("read_bytes", "remembered", "network_of"):
        monkeypatch.setattr(f"generator.doors.history.{name}", None)
    _, second, _ = recall(weeks.data, history)
    assert second == first


EDITS: tuple[dict[str, str | None], ...] = (
    {"coach.yml": COACH.replace("rules:", "numbers: {horizon: 3}\nrules:")},  # Carlos is too far ahead for the list
    {"contacts/carlos.yml": "name: Carlos Pena\n"},  # nothing to do for him any more
    {"contacts/daniela.yml": DANIELA.replace("Daniela Soto", "Daniela Soto Vera")},  # called otherwise
    {"inbox.yml": "- 2026-11-12 daniela message: gracias (thanks)\n- 2026-10-14 carlos coffee: nos vimos\n"},
    {"contacts/elena.yml": "name: Elena Sanz\nmet: {date: 2026-10-07}\n"},
    {"contacts/ana.yml": HELPED + "status: deceased\n"},
    {"contacts/elena.yml": None},
    {"contacts/zoe.yml": "name: Zoe Vidal\n"},  # a stranger to all of them
    {"contacts/zoe.yml": "name: Beatriz Sol\n"},  # called as somebody who is gone
    {"contacts/daniela.yml": DANIELA.replace("Daniela Soto", "Daniela Vera")},
    {"contacts/zoe.yml": "name: Daniela Soto\n"},  # called as somebody was before
    {"contacts/daniela.yml": None, "contacts/zoe.yml": DANIELA},  # the same person under another id
    {"contacts/daniela.yml": DANIELA, "contacts/zoe.yml": None},
    {"events/2026-12-01-feria.yml": "title: Feria\ndate: 2026-12-01\n"},
    {"events/2026-12-01-feria.yml": None},
    {"coach.yml": COACH.replace("rules:", "numbers: {earlier_editions: 6}\nrules:")},
)


def test_somebody_new_has_no_say_in_weeks_of_which_everybody_is_here(weeks: Repository) -> None:
    history = History()
    _, before, reading = recall(weeks.data, history)
    zoe = read_text("contacts/zoe.yml", "name: Zoe Vidal\n")
    _, after = history.recall(weeks.data, assembled({**reading.sheets, zoe.file: zoe}), DAY)
    same = [a is b for a, b in zip(before.weeks, after.weeks, strict=True)]
    assert same == [False] * 10 + [True] * 2, "Bea was there until the 6th of November"


def test_what_is_remembered_from_the_build_before_never_shows(tmp_path: Path) -> None:
    made = twelve_weeks(tmp_path / "served")
    history = History()
    for edits in ({}, *EDITS):
        made.write(edits)
        assert bodies(made.data, history) == bodies(made.data, History()), edits
    made.commit("2026-11-22")
    assert bodies(made.data, history) == bodies(made.data, History())


def test_somebody_new_with_a_name_that_was_laid_down_has_a_say(tmp_path: Path) -> None:
    made = repository(tmp_path / "named")
    made.commit("2026-11-13", {
        "me.yml": ME, "coach.yml": COACH, "contacts/eva.yml": "name: Lola Paz\n",
        "contacts/ana.yml": "name: Ana Ruiz\nfavours:\n  - {date: 2026-11-10, by: them, what: la cena con Lola Paz}\n",
    })
    history = History()
    seen = []
    for edits in ({"contacts/eva.yml": "name: Lola Sanz\n"}, {"contacts/zoe.yml": "name: Lola Paz\n"}):
        made.write(edits)
        _, memory, _ = recall(made.data, history)
        _, anew, _ = recall(made.data)
        hidden = [(then.hidden, now.hidden) for then, now in zip(memory.weeks, anew.weeks, strict=True)]
        assert all(kept == fresh for kept, fresh in hidden)
        seen.append(any(kept for kept, _ in hidden))
    assert seen == [True, False], "the former name is not told again until somebody is called so"


def bodies(data: Path, history: History) -> dict[tuple[str, str], str]:
    """Every page of a private edition, with what `history` remembers."""
    wish = door.Wish(data, CONTENT, DAY, "private")
    editions = door.make_editions(wish, door.read_data(wish), "private", history)
    return {(language, page.address): page.body for language, e in editions.items() for page in e.pages.values()}


def test_two_clones_at_different_paths_and_in_different_time_zones_tell_the_same(
    weeks: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = []
    for zone, name in (("Pacific/Kiritimati", "a"), ("America/Adak", "deep/er/b")):
        monkeypatch.setenv("TZ", zone)
        clone = tmp_path / name
        clone.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["git", "clone", "-q", "--no-local", weeks.root, clone], check=True)
        head, memory, _ = recall(clone / "data")
        stories.append((head, numbers(told(clone / "data")), [(s.day, s.commit) for s in memory.weeks]))
    assert stories[0] == stories[1]


def test_a_data_folder_deep_in_a_larger_repository_and_one_that_is_the_repository(tmp_path: Path) -> None:
    for name, data in (("large", "notas/mi red"), ("small", ".")):
        made = twelve_weeks(tmp_path / name, data)
        (made.root / "README.txt").write_text("x")
        assert numbers(told(made.data)) == EXPECTED, name


def test_a_detached_head_and_a_worktree_remember(weeks: Repository, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    weeks.git("worktree", "add", "-q", "--detach", str(tree), "HEAD")
    try:
        assert list(numbers(told(tree / "data")).items())[:11] == list(EXPECTED.items())[:11]
        assert recall(tree / "data")[0].edited is False
    finally:
        weeks.git("worktree", "remove", "--force", str(tree))


def test_a_data_folder_that_is_a_submodule_remembers_its_own_commits(weeks: Repository, tmp_path: Path) -> None:
    outer = repository(tmp_path / "outer", "notes")
    outer.commit("2026-11-22", {"x.txt": "x"})
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(weeks.root), "network")
    outer.git("commit", "-q", "-m", "a submodule", day="2026-11-22")
    data = outer.root / "network" / "data"
    assert list(numbers(told(data)).items())[:11] == list(EXPECTED.items())[:11]
    assert recall(data)[0] == Head(weeks.git("rev-parse", "--short=7", "HEAD"), edited=False)


def test_a_bare_repository_that_lies_among_the_files_is_not_taken_for_ours(weeks: Repository, tmp_path: Path) -> None:
    planted = tmp_path / "planted"
    weeks.git("clone", "-q", "--bare", str(weeks.root), str(planted))
    with (planted / "config").open("a") as config:
        config.write("[core]\n\tbare = false\n\tworktree = .\n")
    shutil.copytree(weeks.data, planted, dirs_exist_ok=True)
    assert recall(planted)[1].why == "no-repository"
    shutil.copytree(weeks.data, planted / "data")
    assert recall(planted / "data")[1].why == "no-repository"


def test_a_worktree_of_a_bare_repository_remembers(weeks: Repository, tmp_path: Path) -> None:
    weeks.git("clone", "-q", "--bare", str(weeks.root), str(tmp_path / "bare.git"))
    subprocess.run(["git", "-C", tmp_path / "bare.git", "worktree", "add", "-q", tmp_path / "tree"], check=True,
                   capture_output=True)
    assert len(recall(tmp_path / "tree" / "data")[1].weeks) == 12


def test_after_a_rebase_the_days_are_those_on_which_it_was_written(tmp_path: Path) -> None:
    made = repository(tmp_path / "r")
    made.commit("2026-11-10", {"me.yml": ME, "coach.yml": COACH})
    made.commit("2026-11-18", {"contacts/ana.yml": ANA})
    made.git("rebase", "-q", "--force-rebase", "--root", day=str(DAY))
    _, memory, _ = recall(made.data)
    assert memory.before
    assert memory.before.day == date(2026, 11, 18)


def test_without_git_there_is_no_edition_before_and_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = repository(tmp_path / "r")
    made.commit("2026-11-10", {"me.yml": ME})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert recall(made.data)[:2] == (Head(), Memory(why="no-git"))


def test_what_is_missing_is_named(weeks: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "bare").mkdir()
    assert recall(tmp_path / "bare")[1].why == "no-repository"
    made = repository(tmp_path / "r")
    assert recall(made.data)[1].why == "no-commit"
    made.git("commit", "-q", "--allow-empty", "-m", "nothing", day="2026-11-01")
    made.write({"me.yml": ME})
    head, memory, _ = recall(made.data)
    assert (head.edited, memory.why) == (True, "not-tracked")
    made.commit(str(DAY), {})
    made.git("checkout", "-q", "--orphan", "anew")
    made.commit(str(DAY), {"me.yml": ME})
    assert recall(made.data)[1].why == "first"
    shallow = tmp_path / "shallow"
    weeks.git("clone", "-q", "--depth", "1", f"file://{weeks.root}", str(shallow))
    head, memory, _ = recall(shallow / "data", day=date(2026, 11, 20))
    assert (memory.why, memory.before, memory.weeks) == ("shallow", None, ())
    assert head.commit


def test_a_repository_of_another_account_is_left_alone_whatever_it_says_itself(
    weeks: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "theirs"
    shutil.copytree(weeks.root, root)
    with (root / ".git" / "config").open("a") as config:
        config.write("[safe]\n\tdirectory = *\n")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert recall(root / "data")[1].why == "not-yours"


HOSTILE = """[core]
	repositoryformatversion = 1
	fsmonitor = {trap}
	hooksPath = {root}/hooks
	pager = {trap}
	sshCommand = {trap}
[filter "x"]
	clean = {trap}
	smudge = {trap}
	process = {trap}
	required = true
[diff "x"]
	textconv = {trap}
	command = {trap}
[remote "origin"]
	url = ext::{trap}
	promisor = true
	partialclonefilter = blob:none
[extensions]
	partialClone = origin
[alias]
	cat-file = !{trap}
	rev-parse = !{trap}
[include]
	path = {root}/more.config
[log]
	showSignature = true
[gpg]
	program = {trap}
"""


def test_nothing_that_a_hostile_repository_configures_is_run(weeks: Repository, tmp_path: Path) -> None:
    root = tmp_path / "hostile"
    shutil.copytree(weeks.root, root)
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch {sprung}\n")
    trap.chmod(0o755)
    with (root / ".git" / "config").open("a") as config:
        config.write(HOSTILE.format(trap=trap, root=root))
    (root / "more.config").write_text(f"[core]\n\teditor = {trap}\n\talternateRefsCommand = {trap}\n")
    (root / ".gitattributes").write_text("* filter=x diff=x\n")
    (root / "hooks").mkdir()
    for hook in ("post-index-change", "reference-transaction", "pre-auto-gc", "post-checkout"):
        shutil.copy(trap, root / "hooks" / hook)
    head, memory, _ = recall(root / "data")
    assert (head.edited, len(memory.weeks)) == (True, 12)
    first = weeks.git("rev-list", "--max-parents=0", "HEAD")
    blob = weeks.git("rev-parse", f"{first}:data/contacts/dani.yml")
    (root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()  # git would fetch it from the promised remote
    _, memory, _ = recall(root / "data")
    assert memory.why == "shallow" or memory.weeks[0].unread == {"contacts/dani.yml"}
    assert not sprung.exists()
    subprocess.run(["git", "-C", root, "status"], capture_output=True, check=False)
    assert sprung.exists(), "the trap works"


def test_a_huge_file_and_strange_trees_in_the_past_do_not_stop_the_build(tmp_path: Path) -> None:
    made = repository(tmp_path / "r")
    made.write({"me.yml": ME, "coach.yml": COACH, "contacts/ana.yml": "name: " + "x" * 6_000_000})
    (made.data / "contacts" / "link.yml").symlink_to("ana.yml")
    (made.data / "contacts" / "CON.yml").write_text("name: x\n")
    (made.data / "events").write_text("no folder\n")
    made.commit("2026-11-12")
    (made.data / "events").unlink()
    (made.data / "contacts" / "link.yml").unlink()
    made.commit("2026-11-19", {"contacts/ana.yml": HELPED, "contacts/bea.yml": BEA, "contacts/CON.yml": None})
    story = told(made.data)
    assert [sorted(w.snapshot.unread) for w in story.weeks] == [["contacts/ana.yml"]]
    assert story.since is not None


def test_line_ends_of_another_system_are_no_edits(tmp_path: Path) -> None:
    made = repository(tmp_path / "r")
    made.commit("2026-11-12", {"me.yml": ME, "contacts/ana.yml": ANA})
    made.write({"contacts/ana.yml": ANA.replace("\n", "\r\n")})
    assert recall(made.data)[0].edited is False
    made.write({"contacts/ana.yml": ANA + "# more\n"})
    assert recall(made.data)[0].edited is True


def test_what_replaces_a_commit_elsewhere_changes_nothing_of_what_was_told(tmp_path: Path) -> None:
    made = repository(tmp_path / "r")
    made.write({"me.yml": ME, "contacts/ana.yml": ANA})
    made.commit("2026-11-12")
    made.write({"contacts/ana.yml": ANA.replace("Ana", "Anabel")})
    made.commit("2026-11-16")
    head, memory, _ = recall(made.data)
    made.git("replace", "HEAD", "HEAD~1")
    again, memory_again, _ = recall(made.data)
    assert (again, again.edited) == (head, False)
    assert [week.day for week in memory_again.weeks] == [week.day for week in memory.weeks]

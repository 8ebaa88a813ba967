"""Swap: whatever happens to a build, either the old site stands or the new one, whole."""

from __future__ import annotations

import errno
import logging
import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import ConfigurationError
from mkdocs.livereload import LiveReloadServer

from generator.doors import exchange, swap
from generator.doors.steady import Refreshed, steady
from tests.doors.conftest import Project, with_plugin

DAY = {"TERTULIA_DAY": "2026-11-23", "TERTULIA_LANGUAGES": "es"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An old site."""
    site = tmp_path / "site"
    (site / "people").mkdir(parents=True)
    (site / "index.html").write_text("old", encoding="utf-8")
    (site / "people" / "gone.html").write_text("old", encoding="utf-8")
    return site


def grown(site: Path) -> swap.Staging:
    """A new site, not yet in its place."""
    staging = swap.begin(site)
    (staging.path / "index.html").write_text("new", encoding="utf-8")
    (staging.path / "events").mkdir()
    return staging


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_the_old_site_stands_until_the_new_one_takes_its_place_and_nothing_is_left_over(site: Path) -> None:
    staging = grown(site)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert staging.publish()
    assert names(site) == ["events", "index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert names(site.parent) == ["site"]


def test_what_is_given_up_leaves_the_old_site_and_nothing_else(site: Path) -> None:
    grown(site).discard()
    assert names(site) == ["index.html", "people"]
    assert names(site.parent) == ["site"]


def test_what_a_killed_build_left_is_swept_and_what_a_living_one_works_in_is_not(site: Path) -> None:
    living, killed = grown(site), grown(site)
    assert killed.lock is not None
    os.close(killed.lock)
    third = swap.begin(site)
    assert names(site.parent) == sorted([living.path.name, third.path.name, "site"])
    third.discard()
    assert living.publish()


def test_two_builds_at_once_leave_one_whole_site(site: Path) -> None:
    one, other = grown(site), grown(site)
    (other.path / "index.html").write_text("other", encoding="utf-8")
    assert one.publish()
    assert other.publish()
    assert (site / "index.html").read_text(encoding="utf-8") == "other"
    assert names(site.parent) == ["site"]


def test_two_first_builds_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    one, other = grown(tmp_path / "site"), grown(tmp_path / "site")
    assert one.publish()
    assert other.publish()
    assert names(tmp_path) == ["site"]


def test_hidden_files_of_the_site_move_on_even_after_a_kill_between(site: Path) -> None:
    (site / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    assert grown(site).publish()
    assert (site / ".git").read_text(encoding="utf-8") == "gitdir: elsewhere"
    killed = grown(site)
    exchange.exchange(killed.path, site)
    assert killed.lock is not None
    os.close(killed.lock)
    swap.begin(site).discard()
    assert (site / ".git").is_file()
    assert names(site.parent) == ["site"]


def test_a_site_never_takes_the_place_of_what_it_is_made_from(tmp_path: Path) -> None:
    (tmp_path / "all" / "data").mkdir(parents=True)
    for place in (tmp_path / "all", tmp_path / "all" / "data"):
        with pytest.raises(swap.SwapError, match="another site_dir"):
            swap.begin(place, (tmp_path / "all" / "data",))
    assert names(tmp_path / "all") == ["data"]


def test_nor_of_a_folder_of_the_data_or_the_content(tmp_path: Path) -> None:
    contacts = tmp_path / "contacts"
    contacts.mkdir()
    (contacts / "ana.yml").write_text("name: Ana", encoding="utf-8")
    with pytest.raises(swap.SwapError, match="another site_dir"):
        swap.begin(contacts, (tmp_path,))
    assert names(contacts) == ["ana.yml"]
    for inside in ("site", "site"):  # one that is new there, and then the one that was built
        new = swap.begin(tmp_path / inside, (tmp_path,))
        (new.path / "index.html").write_text("new", encoding="utf-8")
        assert new.publish()
    assert names(tmp_path) == ["contacts", "site"]


def test_a_link_to_the_site_stays_a_link(site: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site)
    assert grown(tmp_path / "link").publish()
    assert (tmp_path / "link").is_symlink()
    assert (site / "index.html").read_text(encoding="utf-8") == "new"


def test_without_an_exchange_in_one_step_two_do_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "exchange", lambda _one, _other: False)
    assert grown(site).publish()
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert names(site.parent) == ["site"]


def test_a_folder_whose_name_cannot_move_is_filled_piece_by_piece(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = exchange.exchange

    def busy(one: Path, other: Path) -> bool:
        if other == site:
            raise OSError(errno.EBUSY, "busy")
        return real(one, other)

    monkeypatch.setattr(exchange, "exchange", busy)
    (site / ".git").write_text("x", encoding="utf-8")
    assert not grown(site).publish()
    assert names(site) == [".git", "events", "index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert names(site.parent) == ["site"]


def test_the_new_site_may_be_read_by_whom_the_old_one_was(site: Path) -> None:
    site.chmod(0o751)
    assert grown(site).publish()
    assert site.stat().st_mode & 0o777 == 0o751


def test_a_file_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with pytest.raises(swap.SwapError, match="not a folder"):
        swap.begin(tmp_path / "site")


# --- With MkDocs --------------------------------------------------------------------------------------------------


@pytest.fixture
def built(data: Path, tmp_path: Path) -> Project:
    """A project whose site has been built once, in its place an older one."""
    built = with_plugin(tmp_path / "project", data)
    (built.site / "people").mkdir(parents=True)
    (built.site / "index.html").write_text("old", encoding="utf-8")
    return built


@pytest.mark.parametrize("words", [("--strict",), ("--strict", "--quiet")])
def test_a_warning_of_mkdocs_itself_leaves_the_old_site_where_builds_are_strict(
    built: Project, words: tuple[str, ...]
) -> None:
    config = built.folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("extra_css:", "extra_templates: [nowhere.html]\nextra_css:")
    config.write_text(text, encoding="utf-8")
    before = built.files()
    status, said = built.build(*words, **DAY)
    assert status == 1
    assert "nowhere.html" in said
    assert "Traceback" not in said
    assert built.files() == before
    assert names(built.folder) == ["mkdocs.yml", "site"]


def test_a_killed_build_leaves_the_old_site_and_the_next_one_sweeps(built: Project) -> None:
    process = built.start(**DAY)
    while not any(built.folder.glob(".site.tertulia-*")):
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.communicate()
    assert built.files() == {"index.html": b"old"}
    status, said = built.build(**DAY)
    assert status == 0, said
    assert {"events", "index.html", "people", "sitemap.xml"} <= set(names(built.site))
    assert names(built.folder) == ["mkdocs.yml", "site"]


# --- While serving ------------------------------------------------------------------------------------------------


def served(tmp_path: Path, rebuild: Any) -> LiveReloadServer:
    server = LiveReloadServer(rebuild, "127.0.0.1", 0, str(tmp_path))
    return steady(server, lambda: "to build")


@pytest.mark.parametrize("error", [
    OSError(errno.ENOSPC, "No space left"), ConfigurationError("mkdocs.yml"), SystemExit(1), RecursionError(),
    KeyError(),
])
def test_a_rebuild_that_fails_does_not_reach_the_server(
    tmp_path: Path, error: BaseException, caplog: pytest.LogCaptureFixture
) -> None:
    def rebuild() -> None:
        raise error

    server = served(tmp_path, rebuild)
    with caplog.at_level(logging.ERROR):
        server.builder()
    assert "The last good site stays." in caplog.text
    server.server_close()


def test_a_page_is_answered_while_the_next_site_is_made(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("whole", encoding="utf-8")
    answers: list[bytes] = []

    def ask() -> None:
        answered: Any = server._serve_request({"PATH_INFO": "/x.txt"}, lambda *_: None)
        answers.extend(answered)
        answered.close()

    def rebuild() -> None:
        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(10)

    server = served(tmp_path, rebuild)
    server._wanted_epoch += 1  # as MkDocs does before it builds
    wanted = server._wanted_epoch
    server.builder()
    assert answers == [b"whole"]
    assert server._wanted_epoch == wanted
    server.server_close()


@pytest.mark.parametrize(("refreshed", "reloads"), [("the same", False), ("shown", True)])
def test_browsers_load_their_page_again_only_when_there_is_something_new(
    tmp_path: Path, refreshed: Refreshed, *, reloads: bool
) -> None:
    server = steady(LiveReloadServer(lambda: pytest.fail("nothing is built"), "127.0.0.1", 0, str(tmp_path)),
                    lambda: refreshed)
    visible, server._wanted_epoch = server._visible_epoch, server._wanted_epoch + 1  # as MkDocs does before it builds
    server.builder()
    assert (server._wanted_epoch > visible) is reloads
    server.server_close()

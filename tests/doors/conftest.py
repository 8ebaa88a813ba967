"""Sites built by MkDocs itself, each once: with the plugin for several audiences, and without it from a folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.doors import build as door
from generator.doors.folder import write_folder
from generator.edition.ground import Ground
from generator.edition.library import Library, read_library
from generator.words.catalogue import LANGUAGES
from tests.editions import CONTENT, DAY, ROOT, canaries_text, lay_out, library
from tests.once import once

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7"}
"""Another machine: a clock that is a day ahead, another locale, another order of sets."""

ELSEWHERE_TOO = "somewhere/else entirely"
"""And another folder, deeper and with a blank in its name."""

ADDRESS = "https://example.org/red/"
"""Where the shared site is said to be."""


@dataclass(frozen=True)
class Project:
    """A folder with a mkdocs.yml like the repository's own, whose site goes to `site`."""

    folder: Path

    @property
    def site(self) -> Path:
        """Where the site is."""
        return self.folder / "site"

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        """Begin to build."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("TERTULIA_", "SOURCE_DATE", "LC_", "GIT_"))}
        return subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--config-file", self.folder / "mkdocs.yml", *words],
            cwd=self.folder, env={**kept, "NO_MKDOCS_2_WARNING": "1", **environment},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )

    def build(self, *words: str, **environment: str) -> tuple[int, str]:
        """Build; the exit status and what was said."""
        return ended(self.start(*words, **environment))

    def pages(self) -> Iterator[tuple[str, str]]:
        """Every page by address, as its HTML."""
        for path in sorted(self.site.rglob("*.html")):
            yield path.relative_to(self.site).as_posix().removesuffix("index.html"), path.read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Every file of the site and what it holds."""
        found = sorted(p for p in self.site.rglob("*") if p.is_file())
        return {p.relative_to(self.site).as_posix(): p.read_bytes() for p in found}


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit status and what was said, once a build has ended."""
    said, _ = process.communicate(timeout=600)
    return process.returncode, said


def project(folder: Path, **changes: Any) -> Project:
    """A project in a folder: the repository's mkdocs.yml with what is different here."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config |= {"docs_dir": str(CONTENT / "es"), "site_dir": "site"}
    config["theme"]["custom_dir"] = str(ROOT / "overrides")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({**config, **changes}, allow_unicode=True), encoding="utf-8")
    return Project(folder)


def with_plugin(folder: Path, data: Path, **changes: Any) -> Project:
    """A project that the plugin builds from a data folder."""
    return project(folder, **changes, plugins=["search", {"tertulia": {"data_folder": str(data)}}])


def without_plugin(folder: Path, docs: Path, language: str) -> Project:
    """A project that plain MkDocs builds from what `tertulia write` laid down."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    extra = yaml.safe_load((docs / language / "chrome.yml").read_text(encoding="utf-8"))
    theme = {**config["theme"], "custom_dir": str(ROOT / "overrides"), "language": language}
    extras = {**config["extra"], "tertulia": extra}
    return project(folder, docs_dir=str(docs / language), theme=theme, plugins=["search"], extra=extras)


Asked = tuple[Project, list[str], dict[str, str]]
"""A build: of what, with which words and in which environment."""


@dataclass(frozen=True)
class Sites:
    """The sites that the tests share.

    The one for the public holds the canaries of tests/records/, the shared one knows its address.
    """

    private: Project
    elsewhere: Project
    public: Project
    shared: Project
    written: Mapping[str, Project]
    said: Mapping[str, str]


@pytest.fixture(scope="session", autouse=True)
def _our_prose_once() -> Iterator[None]:
    """The house's own prose is read once, and not by every command that a test gives; one's own is, each time."""
    ours = cache(read_library)

    def read(content: Path, languages: tuple[str, ...]) -> Library:
        return (ours if content == CONTENT else read_library)(content, tuple(languages))

    with pytest.MonkeyPatch.context() as patch:
        for module in ("build", "checking"):
            patch.setattr(f"generator.doors.{module}.read_library", read)
        yield


@pytest.fixture(scope="session")
def edition(data: Path) -> Ground:
    """What the owner's edition of the tests' own network is made from, as a door makes it."""
    wish = door.Wish(data, CONTENT, DAY, "private")
    return door.ground_for(wish, door.read_data(wish), library(), "private")


@pytest.fixture(scope="session")
def written(edition: Ground, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The owner's edition, laid down in a folder."""
    return once(tmp_path_factory, "written", lambda folder: write_folder(edition, CONTENT, folder / "docs")) / "docs"


@pytest.fixture(scope="session")
def sites(data: Path, written: Path, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """All of them, made once for all processes."""
    folder = once(tmp_path_factory, "sites", lambda made: _build_sites(made, data, written))
    said = json.loads((folder / "said.json").read_text(encoding="utf-8"))
    plain = {language: Project(folder / language) for language in LANGUAGES}
    of = {name: Project(folder / name) for name in ("private", "public", "shared")}
    return Sites(of["private"], Project(folder / ELSEWHERE_TOO), of["public"], of["shared"], plain, said)


def _build_sites(folder: Path, data: Path, written: Path) -> None:
    """Build them all, two at a time, and put down what was said."""
    day = DAY.isoformat()
    private = with_plugin(folder / "private", data)
    public = with_plugin(folder / "public", lay_out(canaries_text(), folder / "canaries"))
    shared = with_plugin(folder / "shared", data, site_url=ADDRESS)
    elsewhere = with_plugin(folder / ELSEWHERE_TOO, data)
    plain = {language: without_plugin(folder / language, written, language) for language in LANGUAGES}
    rounds: tuple[dict[str, Asked], ...] = (
        {"private": (private, ["--strict"], {"TERTULIA_DAY": day, "TERTULIA_AUDIENCE": "private"}),
         "elsewhere": (elsewhere, ["--strict"], {"TERTULIA_DAY": day, "TERTULIA_AUDIENCE": "private", **ELSEWHERE})},
        {"public": (public, [], {"TERTULIA_DAY": day, "TERTULIA_AUDIENCE": "public"}), "es": (plain["es"], [], {})},
        {"shared": (shared, ["--strict"], {"TERTULIA_DAY": day, "TERTULIA_AUDIENCE": "shared"}),
         "en": (plain["en"], [], {})},
    )
    said = {}
    for together in rounds:
        running = {name: one.start(*words, **environment) for name, (one, words, environment) in together.items()}
        for name, process in running.items():
            status, said[name] = ended(process)
            assert status == 0, said[name]
    (folder / "said.json").write_text(json.dumps(said), encoding="utf-8")


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample, on its day."""
    for name in ("TERTULIA_AUDIENCE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERTULIA_LANGUAGE", "en")
    monkeypatch.setenv("TERTULIA_DAY", "2026-11-23")
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    monkeypatch.setenv("TERTULIA_DATA", str(folder))
    return folder

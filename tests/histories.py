"""Histories: repositories made by a script, commit by commit, for the tests of earlier editions."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.coach.rulebook import all_rules

DAY = date(2026, 11, 23)
"""The day of the tests' edition, a Monday."""

SPEAKING = {"promise-due", "missing-thanks"}
"""The rules that speak in these tests; the others are switched off, so that the numbers can be counted by hand."""

COACH = "rules:\n" + "".join(f"  {name}: {{off: true}}\n" for name in all_rules() if name not in SPEAKING)
ME = "name: Nuria Vega\ntime_zone: Europe/Madrid\n"

_QUIET = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Nuria",
    "GIT_AUTHOR_EMAIL": "nuria@example.org", "GIT_COMMITTER_NAME": "Nuria", "GIT_COMMITTER_EMAIL": "nuria@example.org",
}


@dataclass
class Repository:
    """A repository with a data folder in it."""

    root: Path
    data: Path

    def git(self, *words: str, day: str = "2026-11-20", clock: str = "12:00:00+0100") -> str:
        """Run git here, with both its clocks on one day."""
        when = {"GIT_AUTHOR_DATE": f"{day}T{clock}", "GIT_COMMITTER_DATE": f"{day}T{clock}"}
        done = subprocess.run(
            ["git", "-C", str(self.root), *words],
            capture_output=True, text=True, check=True, env={**os.environ, **_QUIET, **when},
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files of the data folder; None takes one away."""
        for name, text in files.items():
            path = self.data / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="")

    def commit(self, day: str, files: Mapping[str, str | None] | None = None, **clock: str) -> str:
        """Write files and commit them on a day; gives the commit."""
        self.write(files or {})
        self.git("add", "-A", day=day)
        self.git("commit", "-q", "--allow-empty", "-m", day, day=day, **clock)
        return self.git("rev-parse", "HEAD")


def repository(root: Path, data: str = "data") -> Repository:
    """An empty repository with a data folder in it; `data` may be a path, or a point for the root itself."""
    root.mkdir(parents=True)
    made = Repository(root, root / data)
    made.data.mkdir(parents=True, exist_ok=True)
    made.git("init", "-q", "-b", "main")
    return made


def promise(what: str, due: str, made: str = "2026-08-20", *, done: str = "") -> str:
    kept = f", done: {done}" if done else ""
    return f"  - {{what: {what}, by: me, made: {made}, due: {due}{kept}}}\n"


ANA = "name: Ana Ruiz\npromises:\n" + promise("enviar la lista", "2026-09-10")
BEA = "name: Beatriz Sol\npromises:\n" + promise("contarle lo de Lola", "2026-09-14")
DANI = (
    "name: Daniel Soto\nchannels: {email: d@soto.example}\n"
    "favours:\n  - {date: 2026-08-27, by: them, what: leer mi oferta}\n"
)
DANIELA = DANI.replace("Daniel Soto", "Daniela Soto")
CARLOS = "name: Carlos Pena\npromises:\n" + promise("mandarle el libro", "2026-12-01")
ELENA = "name: Elena Sanz\npromises:\n" + promise("presentarle a Ana", "2026-10-05")
AFTERWARDS = ANA.replace("due: 2026-09-10}", "due: 2026-09-10, done: 2026-09-09}")
HELPED = AFTERWARDS + "favours:\n  - {date: 2026-11-19, by: them, what: la cena con Beatriz}\n"


def twelve_weeks(root: Path, data: str = "data") -> Repository:
    """Twelve weeks of Fridays with everything that happens to a repository, and edits not committed so far."""
    made = repository(root, data)
    made.commit("2026-08-28", {
        "me.yml": ME, "coach.yml": COACH, "contacts/ana.yml": ANA, "contacts/bea.yml": BEA, "contacts/dani.yml": DANI,
        "contacts/carlos.yml": CARLOS,
    })
    made.commit("2026-09-04", {"contacts/ana.yml": "name: [Ana\npromises: {"})  # broken
    made.commit("2026-09-11", {"contacts/ana.yml": AFTERWARDS})  # mended, and the promise is kept
    made.commit("2026-09-18", {"contacts/dani.yml": None, "contacts/daniela.yml": DANIELA})  # renamed, file and all
    made.git("checkout", "-q", "-b", "side")
    made.commit("2026-09-22", {"contacts/elena.yml": ELENA})
    made.git("checkout", "-q", "main")
    made.commit("2026-09-23", {"inbox.yml": ""})
    made.git("merge", "-q", "--no-ff", "-m", "merge", "side", day="2026-09-25")
    made.commit("2026-10-02", {"contacts/elena.yml": ELENA.replace("2026-10-05", "2026-10-20")})  # put off
    made.commit("2026-10-16", {"contacts/elena.yml": ELENA + "old_key: from another time\n"})  # a schema of its own
    made.commit("2026-10-23", {"contacts/elena.yml": ELENA.replace("2026-10-05}", "2026-10-20, done: 2026-10-22}")})
    made.commit("2026-11-06", {"contacts/bea.yml": None})  # forgotten
    made.commit("2026-11-13", {"inbox.yml": "- 2026-11-12 daniela message: gracias (thanks)\n"})
    made.commit("2026-11-20", {"contacts/ana.yml": HELPED})
    made.write({"contacts/carlos.yml": CARLOS.replace("2026-12-01", "2026-12-04")})  # not committed
    return made

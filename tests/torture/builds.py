"""Builds: killed, without room, two at once, given up; and the same bytes whatever the machine is like."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from tests.doors.conftest import Project, ended, with_plugin
from tests.editions import ROOT

Trial = Callable[[Path], tuple[bool, str]]
ONE = {"TERTULIA_DAY": "2026-11-23", "TERTULIA_AUDIENCE": "private"}
OTHER = {**ONE, "TERTULIA_DAY": "2026-11-24"}
KILLS = 60


def sample(folder: Path) -> Project:
    """A project with a copy of the sample's data."""
    shutil.copytree(ROOT / "data", folder / "data")
    return with_plugin(folder / "project", folder / "data")


def print_of(site: Path) -> str:
    """A fingerprint of every name and byte of a site."""
    found = sha256()
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        found.update(str(path.relative_to(site)).encode() + b"\0" + sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _both(project: Project) -> set[str]:
    """The fingerprints of the sites of two days; the second stands."""
    prints = set()
    for day in (OTHER, ONE):
        status, said = project.build("--strict", **day)
        assert status == 0, said
        prints.add(print_of(project.site))
    assert len(prints) == 2
    return prints


def kills(folder: Path) -> tuple[bool, str]:
    """Killed at random moments."""
    project, chance = sample(folder), random.Random(1)  # noqa: S311  # nothing secret
    start = time.monotonic()
    whole = _both(project)
    lasts = (time.monotonic() - start) / 2
    stands = cut = 0
    for n in range(KILLS):
        process = project.start("--strict", **(OTHER if n % 2 else ONE))
        time.sleep(chance.uniform(0, lasts * 1.1))
        cut += process.poll() is None
        process.kill()
        ended(process)
        stands += print_of(project.site) in whole
    project.build("--strict", **ONE)
    left = sorted(p.name for p in project.folder.iterdir())
    well = stands == KILLS and left == ["mkdocs.yml", "site"]
    return well, f"{stands} of {KILLS} leave a whole site ({cut} were still building); left over after the next: {left}"


def two_at_once(folder: Path) -> tuple[bool, str]:
    """Two builds of two days into one site."""
    project = sample(folder)
    whole, stands = _both(project), 0
    for _ in range(3):
        running = [project.start("--strict", **day) for day in (ONE, OTHER)]
        done = [ended(process)[0] for process in running]
        stands += done == [0, 0] and print_of(project.site) in whole
    return stands == 3, f"{stands} of 3 pairs both end well and leave a whole site"


def strict(folder: Path) -> tuple[bool, str]:
    """A fault in the data, and a warning of MkDocs' own, in a strict build."""
    project = sample(folder)
    _both(project)
    before, statuses = print_of(project.site), []
    me, config = folder / "data" / "me.yml", project.folder / "mkdocs.yml"
    for path, text in ((me, "birthdya: 1\n"), (config, "extra_templates: [nowhere.html]\n")):
        good = path.read_text(encoding="utf-8")
        path.write_text(good + text, encoding="utf-8")
        status, said = project.build("--strict", "--quiet", **ONE)
        statuses.append((status, "Traceback" in said, print_of(project.site) == before))
        path.write_text(good, encoding="utf-8")
    well = statuses == [(1, False, True)] * 2
    return well, f"exit status 1, no traceback, old site untouched: {sum(s == (1, False, True) for s in statuses)} of 2"


@contextmanager
def _mounted(folder: Path, size: str) -> Iterator[bool]:
    """A small disk of its own at a folder; false where that is not allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, check=False)
    try:
        yield done.returncode == 0
    finally:
        if done.returncode == 0:
            subprocess.run(["umount", "-l", str(folder)], check=False)


def full_disk(folder: Path) -> tuple[bool, str]:
    """Room for one site and a part of the next."""
    project = sample(folder)
    status, said = project.build("--strict", **ONE)
    assert status == 0, said
    size = sum(p.stat().st_size for p in project.site.rglob("*") if p.is_file()) * 3 // 2 // 1024 + 400
    with _mounted(folder / "small", f"{size}k") as mounted:
        if not mounted:
            return True, "not run: mounting a small disk is not allowed here"
        shutil.copytree(project.site, folder / "small" / "site")
        before, results = print_of(folder / "small" / "site"), []
        for _ in range(3):
            status, said = project.build("--strict", "--site-dir", str(folder / "small" / "site"), **OTHER)
            same = print_of(folder / "small" / "site") == before
            results.append((status, "Traceback" in said, same, len(os.listdir(folder / "small"))))
    good = sum(r == (1, False, True, 1) for r in results)
    return good == 3, f"exit status 1, no traceback, old site untouched, nothing left over: {good} of 3"


def read_only(folder: Path) -> tuple[bool, str]:
    """A target that nobody may write."""
    project = sample(folder)
    with _mounted(folder / "disk", "64m") as mounted:
        if not mounted:
            return True, "not run: mounting is not allowed here"
        site = folder / "disk" / "site"
        project.build("--strict", "--site-dir", str(site), **ONE)
        before = print_of(site)
        subprocess.run(["mount", "-o", "remount,ro", str(folder / "disk")], check=True)
        status, said = project.build("--strict", "--site-dir", str(site), **OTHER)
        well = (status, "Traceback" in said, print_of(site) == before) == (1, False, True)
    return well, f"exit status {status}, {'a' if 'Traceback' in said else 'no'} traceback, old site untouched: {well}"


def mount_point(folder: Path) -> tuple[bool, str]:
    """A site whose folder is a disk of its own, so that its name cannot move."""
    project = sample(folder)
    whole = _both(project)
    with _mounted(folder / "disk", "64m") as mounted:
        if not mounted:
            return True, "not run: mounting is not allowed here"
        good = 0
        for day in (ONE, OTHER, ONE):
            status, said = project.build("--strict", "--site-dir", str(folder / "disk"), **day)
            good += status == 0 and print_of(folder / "disk") in whole and "one by one" in said
    return good == 3, f"{good} of 3 builds are whole, and say that they were put in place one by one"


def same_bytes(folder: Path) -> tuple[bool, str]:
    """Another path, time zone, locale, umask, order of sets and order of files on the disk."""
    one = sample(folder / "one")
    files = sorted(p.relative_to(ROOT / "data") for p in (ROOT / "data").rglob("*") if p.is_file())
    for file in reversed(files):
        target = folder / "a longer name" / "data" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "data" / file, target)
    other = with_plugin(folder / "a longer name" / "project", folder / "a longer name" / "data")
    one.build("--strict", **ONE)
    before = os.umask(0o077)
    other.build("--strict", **ONE, TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", PYTHONHASHSEED="7")
    os.umask(before)
    here, there = one.files(), other.files()
    differing = [name for name in here.keys() | there.keys() if here.get(name) != there.get(name)]
    return not differing and len(here) > 300, f"{len(differing)} of {len(here)} files differ {sorted(differing)[:3]}"


TRIALS: Mapping[str, Trial] = {
    "kills": kills, "two-at-once": two_at_once, "strict": strict, "full-disk": full_disk, "read-only": read_only,
    "mount-point": mount_point, "same-bytes": same_bytes,
}

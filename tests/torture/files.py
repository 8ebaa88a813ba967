"""Files: what no data folder should hold, many of them, and a clock that jumps."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.torture.builds import ONE, Trial, sample

MANY = 20_000
_JUMP = """
import datetime, sys
import generator.doors.build as door
real = datetime.datetime
class Jumped(real):
    @classmethod
    def now(cls, tz=None):
        return real({year}, 1, 1, 12, tzinfo=tz)
door.datetime = Jumped
from generator.doors.command import main
sys.exit(main(["check", "--data", "data"], standalone_mode=True))
"""


def _check(folder: Path) -> tuple[int, str, float]:
    start = time.monotonic()
    done = subprocess.run(
        [Path(sys.executable).with_name("tertulia"), "check", "--problems-only", "--data", "data"],
        cwd=folder, env={**os.environ, **ONE}, capture_output=True, text=True, check=False, timeout=120,
    )
    return done.returncode, done.stdout + done.stderr, time.monotonic() - start


def strange(folder: Path) -> tuple[bool, str]:
    """Pipes, sockets, devices, links and loops among the contacts."""
    sample(folder)
    contacts = folder / "data" / "contacts"
    os.mkfifo(contacts / "pipe.yml")
    (contacts / "loop.yml").symlink_to("loop.yml")
    (contacts / "out.yml").symlink_to("/etc/passwd")
    (contacts / "zero.yml").symlink_to("/dev/zero")
    held, here = socket.socket(socket.AF_UNIX), Path.cwd()
    os.chdir(contacts)  # the path of a socket has to be short
    held.bind("socket.yml")
    os.chdir(here)
    status, said, lasts = _check(folder)
    held.close()
    told = sum(f"contacts/{name}.yml:1:1" in said for name in ("pipe", "loop", "out", "zero", "socket"))
    well = (status, told) == (1, 5) and lasts < 10 and "Traceback" not in said
    return well, f"{told} of 5 told with their place, in {lasts:.1f} s"


def many(folder: Path) -> tuple[bool, str]:
    """Thousands of people, each with a fault."""
    sample(folder)
    for n in range(MANY):
        (folder / "data" / "contacts" / f"p{n}.yml").write_text(f"name: P{n}\nnane: x\n", encoding="utf-8")
    status, said, lasts = _check(folder)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    well = status == 1 and f"… and {MANY - 50} more." in said.replace(",", "")
    return well, f"{MANY} files with a fault each: {lasts:.1f} s, {most} MB at most, exit status {status}"


def clock(folder: Path) -> tuple[bool, str]:
    """The clock of the machine is wrong by decades."""
    sample(folder)
    ends = {}
    for year in (1970, 1999, 2038, 2100, 9998):
        done = subprocess.run(
            [sys.executable, "-c", _JUMP.format(year=year)], cwd=folder, capture_output=True, text=True, check=False,
            env={k: v for k, v in os.environ.items() if k != "TERTULIA_DAY"},
        )
        ends[year] = done.returncode if "Traceback" not in done.stderr else "traceback"
    well = all(end in {0, 1, 2} for end in ends.values())
    return well, "exit status by year: " + ", ".join(f"{year} {end}" for year, end in ends.items())


TRIALS: Mapping[str, Trial] = {"strange-files": strange, "many-files": many, "clock": clock}

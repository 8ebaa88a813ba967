"""`make torture`: what a site has to survive, done to it, with a figure a line; the exit status says whether it did."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.torture import builds, faults, files, fuzz, serving

PARTS = {**builds.TRIALS, **serving.TRIALS, **files.TRIALS, **faults.TRIALS, **fuzz.TRIALS}


def main(names: list[str]) -> int:
    """Run the trials named, or all; how many failed."""
    if unknown := [name for name in names if name not in PARTS]:
        print(f"There is no trial {', '.join(unknown)}: there are {', '.join(PARTS)}.", file=sys.stderr)  # noqa: T201
        return len(unknown)
    failed = 0
    for name in names or PARTS:
        with tempfile.TemporaryDirectory(prefix="tertulia-torture-") as folder:
            well, figure = PARTS[name](Path(folder))
        failed += not well
        print(f"{'ok  ' if well else 'FAIL'}  {name:<14} {figure}", flush=True)  # noqa: T201  # that is what it is for
    return failed


sys.exit(min(main(sys.argv[1:]), 1))

"""Progress: how far something is that takes a while, on a terminal and nowhere else, and gone when it is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds without a word: what is done by then needs no bar."""

OFTEN = 0.1
"""Seconds between two looks of the bar."""

WIDTH = 30


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A function to call after each of `total` steps; the bar appears once it takes longer than one would wait."""
    start = shown = time.monotonic()
    done = 0

    def step() -> None:
        nonlocal shown, done
        done += 1
        now = time.monotonic()
        if now - start > PATIENCE and now - shown > OFTEN and sys.stderr.isatty():
            shown = now
            part = min(done / max(total, 1), 1.0)
            bar = "#" * round(part * WIDTH)
            sys.stderr.write(f"\r{label}  [{bar:<{WIDTH}}] {part:4.0%}")
            sys.stderr.flush()

    try:
        yield step
    finally:
        if shown != start:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

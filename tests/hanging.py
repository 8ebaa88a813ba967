"""Hanging: whether something that once took minutes, or more than a life, is soon done, however busy the machine is.

How fast things are is measured by the benchmarks, not here.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

ORDINARY = 0.03
"""CPU seconds that `_work` takes on an ordinary machine."""


def soon(act: Callable[[], T], seconds: float = 3) -> T:
    """What `act` gives; fails if each of three times it takes more CPU seconds than that on an ordinary machine.

    What reads a file of the largest size takes nearly one second there, and `make torture` says so.
    """
    for _ in range(3):  # a machine with much else to do is slow now and then; what hangs does so every time
        found, took = _timed(act)
        if took < seconds:
            return found
        slowness = max(1, _timed(_work)[1] / ORDINARY)
        if took < seconds * slowness:
            return found
    raise AssertionError(f"it took {took:.1f} CPU seconds on a machine {slowness:.1f} times as slow as an ordinary one")


def _timed(act: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return act(), time.process_time() - start


def _work() -> int:
    """Some work of the kind that reading and rendering are: words, dictionaries, patterns."""
    words: dict[str, int] = {}
    for n in range(40_000):
        word = str(n * 7919 % 1009)
        words[word] = words.get(word, 0) + len(re.sub("[13]", "", word))
    return len(words)

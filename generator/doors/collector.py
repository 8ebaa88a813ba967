"""Collector: Python's garbage collector stands back while much is read that stays, and looks rarely after that."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def rarely() -> None:
    """Look for garbage less often than Python would: a build makes much that stays and is soon over."""
    gc.freeze()
    gc.set_threshold(20_000)


@contextmanager
def standing_back() -> Iterator[None]:
    """Look for no garbage meanwhile, and do not look through what was made then: it is in use."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()

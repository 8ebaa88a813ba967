"""How far something is: told on a terminal once it takes a while, and nowhere else."""

from __future__ import annotations

import io
import sys
import time

import pytest

from generator.doors import progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float) -> str:
    now = iter(n * seconds for n in range(1000))
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    monkeypatch.setattr(sys, "stderr", stream)
    with progress.progress("Reading", 10) as step:
        for _ in range(10):
            step()
    return stream.getvalue()


def test_what_takes_a_while_has_a_bar_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    said = told(monkeypatch, _Terminal(), 0.3)
    assert " 50%" in said
    assert "100%" in said
    assert said.endswith("\r\x1b[K")


def test_what_is_quick_or_goes_to_a_file_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, _Terminal(), 0.01) == ""
    assert told(monkeypatch, io.StringIO(), 0.3) == ""

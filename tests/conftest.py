"""What the tests of several floors share: the tests' own network as a data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.reading import Reading, read_folder
from tests.editions import NETWORK, lay_out


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own network as a data folder; whoever changes it makes a copy."""
    return lay_out(NETWORK.read_text(encoding="utf-8"), tmp_path_factory.mktemp("network") / "data")


@pytest.fixture(scope="session")
def reading(data: Path) -> Reading:
    """That folder as read, without a problem in it."""
    found = read_folder(data)
    assert not found.problems
    return found

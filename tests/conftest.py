"""What the tests of several floors share: the tests' own network as a data folder, and a cache of nobody's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from generator.records.reading import Reading, read_folder
from tests.editions import NETWORK, lay_out
from tests.once import once

for _name in ("TERTULIA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(_name, None)  # the tests say in which language; that of who runs them is none of theirs

settings.register_profile("house", deadline=None)  # a busy machine is no fault of what is tested
settings.load_profile("house")


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own network as a data folder; whoever changes it makes a copy."""
    text = NETWORK.read_text(encoding="utf-8")
    return once(tmp_path_factory, "network", lambda folder: lay_out(text, folder / "data")) / "data"


@pytest.fixture(scope="session")
def reading(data: Path) -> Reading:
    """That folder as read, without a problem in it."""
    found = read_folder(data)
    assert not found.problems
    return found


@pytest.fixture(scope="session", autouse=True)
def _cache_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What commands keep is kept in a folder of the tests, and what they throw away is not that of who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield

"""The locks: everything that pyproject.toml asks for, in a version that fits and with its digests."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED = {"site": PROJECT["dependencies"], "test": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]}


def locked(name: str) -> str:
    return (ROOT / ".github" / "locks" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ASKED)
def test_a_lock_has_what_is_asked_for_in_a_version_that_fits(name: str) -> None:
    versions = dict(re.findall(r"^([\w.-]+)==([^ ;]+)", locked(name), re.MULTILINE))
    for requirement in map(Requirement, ASKED[name]):
        version = versions.get(canonicalize_name(requirement.name))
        assert version, f"{requirement}: run `make lock`"
        assert requirement.specifier.contains(version, prereleases=True), f"{requirement}: run `make lock`"


@pytest.mark.parametrize("name", ASKED)
def test_every_locked_package_has_digests_and_no_address(name: str) -> None:
    text = locked(name)
    packages = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(packages) > 20
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text

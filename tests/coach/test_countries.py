"""Countries: the holidays of one country are those of the package, and the others are not read for them."""

from __future__ import annotations

import subprocess
import sys

import holidays
import pytest

from generator.coach.countries import holidays_of

ALONE = """
import sys
from generator.coach.countries import holidays_of
assert len(holidays_of("ES", "MD", 2026)) > 8
read = [m for m in sys.modules if m.startswith("holidays.countries")]
assert read == ["holidays.countries.spain"], read
import holidays
assert holidays.country_holidays("FR", years=2026)
from holidays.countries import Spain, France
assert Spain is sys.modules["holidays.countries.spain"].Spain
"""


@pytest.mark.parametrize(("country", "part"), [("ES", None), ("ES", "MD"), ("GB", "SCT"), ("AX", None), ("US", "CA")])
def test_the_holidays_are_those_of_the_package(country: str, part: str | None) -> None:
    assert holidays_of(country, part, 2026) == frozenset(holidays.country_holidays(country, subdiv=part, years=2026))


@pytest.mark.parametrize(("country", "part"), [("XX", None), ("ES", "XX"), ("NYSE", "CA"), ("utils", None)])
def test_a_country_that_nobody_knows_is_told(country: str, part: str | None) -> None:
    with pytest.raises(NotImplementedError):
        holidays_of(country, part, 2026)


def test_one_country_alone_is_read_and_the_others_still_can_be() -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("country", ["AX", "HM", "GP"])
def test_a_country_that_builds_on_another_is_read_as_well(country: str) -> None:
    code = f"from generator.coach.countries import holidays_of; print(len(holidays_of({country!r}, None, 2026)))"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(len(holidays.country_holidays(country, years=2026)))

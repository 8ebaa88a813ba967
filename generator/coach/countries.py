"""Countries: the public holidays of one country, without reading those of all others first.

The package of holidays reads some two hundred countries as soon as one is asked for, which takes a command longer
than everything else that it needs to know of the calendar.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from types import ModuleType

import holidays

_ALL = "holidays.countries"
_ONE_AT_A_TIME = Lock()


def holidays_of(country: str, part: str | None, year: int) -> frozenset[date]:
    """The public holidays of a country, or of a part of it, in one year.

    Raises `NotImplementedError` where the country or the part is unknown.
    """
    name = getattr(vars(holidays).get(country), "module_name", "")
    if not name.startswith(f"{_ALL}."):
        raise NotImplementedError(country)
    _read_alone(name)
    return frozenset(holidays.country_holidays(country, subdiv=part, years=year))


def _read_alone(name: str) -> None:
    """Import the module of one country, with a bare package around it for as long as that takes.

    The package finds the module there when it is asked. Where that does not work out, the package reads them all.
    """
    spec = find_spec("holidays")
    with _ONE_AT_A_TIME:
        if name in sys.modules or _ALL in sys.modules or not (spec and spec.origin):
            return
        bare = ModuleType(_ALL)
        bare.__path__ = [str(Path(spec.origin).parent / "countries")]
        sys.modules[_ALL] = bare
        try:
            with suppress(ImportError):  # a few build on another country, which they import from the whole package
                import_module(name)
        finally:
            del sys.modules[_ALL]
            if vars(holidays).get("countries") is bare:
                del holidays.countries

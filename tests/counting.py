"""Counting: what the editions of a scripted repository must say, counted from its commits without the generator.

Only git's own porcelain and PyYAML are used, and only what the tests' repository holds is understood: promises of the
owner's, favours not thanked for, and thanks in the inbox.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import yaml

from tests.histories import DAY, Repository

HORIZON = timedelta(days=21)
"""How far ahead the follow-ups look, as the setting says."""

RENAMED = {"dani": "daniela"}
KEYS = {"name", "channels", "favours", "promises"}


@dataclass(frozen=True)
class State:
    """What a commit holds: what there is to do with its day, and the files that cannot be read."""

    day: date
    matters: Mapping[tuple[str, str], date]
    unread: frozenset[str]


def counted(repository: Repository) -> dict[str, tuple[int, ...]]:
    """By Monday: on the list, new, done and put off until the next edition; unreadable files."""
    states = [_state(date.fromisoformat(day), _committed(repository, oid)) for day, oid in _commits(repository)]
    today = _state(DAY, {f"contacts/{p.name}": p.read_text() for p in sorted((repository.data / "contacts").iterdir())}
                   | {"inbox.yml": (repository.data / "inbox.yml").read_text()})
    here = {who for who, _ in today.matters} | {p.stem for p in (repository.data / "contacts").iterdir()}
    mondays = [DAY - timedelta(weeks=n) for n in range(12, 0, -1)]
    row = [next(s for s in states if s.day < monday) for monday in mondays] + [today]
    found: dict[str, tuple[int, ...]] = {}
    for n, monday in enumerate(mondays):
        then, later, next_day = row[n], row[n + 1], monday + timedelta(weeks=1)
        on_list = {key: due for key, due in then.matters.items() if key[0] in here and due <= monday + HORIZON}
        on_next = {key for key, due in later.matters.items() if key[0] in here and due <= next_day + HORIZON}
        new = [k for k in on_next if k not in then.matters and k[0] not in then.unread]
        done = [k for k in on_list if k not in later.matters and k[0] not in later.unread]
        put_off = [k for k in on_list if later.matters.get(k, date.min) > on_list[k]]
        found[str(monday)] = (len(on_list), len(new), len(done), len(put_off), len(then.unread))
    return found


def _commits(repository: Repository) -> list[tuple[str, str]]:
    """Day and id of each commit of the main line, the latest first."""
    lines = repository.git("log", "--first-parent", "--format=%as %H").splitlines()
    return [(line.split()[0], line.split()[1]) for line in lines]


def _committed(repository: Repository, oid: str) -> dict[str, str]:
    names = repository.git("ls-tree", "-r", "--name-only", oid, "data/").splitlines()
    return {name.removeprefix("data/"): repository.git("show", f"{oid}:{name}") for name in names}


def _state(day: date, files: Mapping[str, str]) -> State:
    matters: dict[tuple[str, str], date] = {}
    unread: set[str] = set()
    thanked = {line.split()[2] for line in files.get("inbox.yml", "").splitlines() if "(thanks)" in line}
    for name, text in files.items():
        who = name.removeprefix("contacts/").removesuffix(".yml")
        if name.startswith("contacts/"):
            found = _contact(text)
            if found is None:
                unread.add(who)
            else:
                matters |= {(RENAMED.get(who, who), what): due for what, due in _owed(found, done=who in thanked)}
    return State(day, matters, frozenset(unread))


def _contact(text: str) -> dict[str, Any] | None:
    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError:
        return None
    return found if isinstance(found, dict) and set(found) <= KEYS else None


def _owed(contact: dict[str, Any], *, done: bool) -> list[tuple[str, date]]:
    promises = [(p["what"], p["due"]) for p in contact.get("promises", []) if "done" not in p]
    favours = [(f["what"], f["date"]) for f in contact.get("favours", []) if "thanks" not in f and not done]
    return promises + favours

"""Tiny networks out of one YAML text, for fixtures and for examples on rule pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.records.contact import Contact
from generator.records.documents import read_document
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.network import Network
from generator.records.owner import CoachFile, Me, Organisation, Post
from generator.records.record import ID_KEY, ORIGIN_KEY

_SECTIONS = {"day", "me", "contacts", "events", "organisations", "posts", "coach"}
_MARK = re.compile(r"#.*?\b(expect|planned): ([a-z-]+)")


@dataclass(frozen=True)
class Case:
    """A network, the day it is looked at, and the lines at which rules are expected to fire or to be planned."""

    network: Network
    day: date
    expected: tuple[tuple[int, str], ...]
    planned: tuple[tuple[int, str], ...]


def read_case(text: str, name: str = "case.yml") -> Case:
    """Read a case; a text that is not valid data fails the test that reads it."""
    document = read_document(name, text.encode())
    assert not document.problems, document.problems
    value: dict[str, Any] = dict(document.value)
    value.pop(ORIGIN_KEY)
    assert set(value) <= _SECTIONS, f"{name}: unknown section in {sorted(value)}"
    network = Network(
        me=Me.model_validate(value.get("me") or {"name": "Nuria", "region": "ES-MD"}),
        contacts=_by_id(Contact, value.get("contacts")),
        events=_by_id(Event, value.get("events")),
        organisations=_by_id(Organisation, value.get("organisations")),
        posts=tuple(Post.model_validate(p) for p in value.get("posts") or []),
        coach=CoachFile.model_validate(value.get("coach") or {}),
    )
    marks = [(n, found[1], found[2]) for n, line in enumerate(text.split("\n"), 1) for found in _MARK.finditer(line)]
    return Case(
        network,
        PartialDate.parse(value["day"]).end,
        tuple((n, rule) for n, mark, rule in marks if mark == "expect"),
        tuple((n, rule) for n, mark, rule in marks if mark == "planned"),
    )


def _by_id(model: Any, section: Any) -> dict[str, Any]:
    return {
        key: model.model_validate({**fields, ID_KEY: key})
        for key, fields in sorted((section or {}).items())
        if key != ORIGIN_KEY
    }

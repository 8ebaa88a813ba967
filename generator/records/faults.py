"""Faults: what pydantic found wrong, as problems with their places; told by type, never by its English."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.records.content_messages import CONTENT, CONTENT_RECORDS
from generator.records.documents import Document
from generator.records.messages import FOUND, MESSAGES, RECORDS
from generator.records.near import Guesses
from generator.records.problems import Problem
from generator.records.reshaped import from_inbox, out_of_list, with_date
from generator.records.syntax import ODD_SPACE, glued_key

_TYPES = {
    "model_type": "not-a-mapping", "model_attributes_type": "not-a-mapping", "dict_type": "not-a-mapping",
    "tuple_type": "not-a-list", "list_type": "not-a-list", "missing": "missing-key", "extra_forbidden": "unknown-key",
    "literal_error": "bad-choice", "greater_than_equal": "too-small", "less_than_equal": "too-large",
    "int_parsing": "bad-number", "date_from_datetime_parsing": "bad-date", "date_parsing": "bad-date",
    "too_short": "empty-value", "string_too_short": "empty-value",
}

_NOUNS = {**RECORDS, **CONTENT_RECORDS}

Path = tuple[str | int, ...]


def problems_of(
    document: Document, model: type[BaseModel], error: ValidationError, root: Path = ()
) -> Iterator[Problem]:
    """Every fault in the error, each at the place in the document where it stands."""
    teller = _Teller(document, model, Guesses())
    faults = error.errors(include_url=False)
    found = [(fault, teller.problem(fault, (*root, *fault["loc"]))) for fault in faults]
    meant = {(fault["loc"][:-1], _meant(problem)) for fault, problem in found}
    lines = {fault["loc"][:-1] for fault, problem in found if problem.code == "inbox-line"}
    for fault, problem in found:
        at = fault["loc"][:-1]
        if fault["type"] != "missing" or not (at in lines or (at, fault["loc"][-1]) in meant):
            yield problem


def _meant(problem: Problem) -> str:
    """The key that a wrong key was probably meant to be: then that one is not missing."""
    return problem.facts.get("near") or problem.facts.get("better", "").partition(":")[0]


@dataclass
class _Teller:
    """Tells the faults of one file."""

    document: Document
    model: type[BaseModel]
    guesses: Guesses

    def problem(self, fault: Any, path: Path) -> Problem:
        """One fault as a problem."""
        document = self.document
        kind = fault["type"]
        code = kind if kind in MESSAGES or kind in CONTENT else _TYPES.get(kind, "not-text")
        context = {k: str(v) for k, v in (fault.get("ctx") or {}).items() if k != "error"}
        at_key = bool(path) and path[-1] == "[key]"  # the fault is in a key that the user chose
        path = path[:-1] if at_key else path
        typed = fault["input"]
        value = typed if isinstance(typed, str) else ""
        facts = {"key": _key(path), "value": value, "found": found_in(typed), **context}
        named = str(path[-1]) if path and isinstance(path[-1], str) else ""
        if typed is None and code in {"bad-choice", "not-a-mapping", "not-a-list"}:
            code = "empty-value"
        match code:
            case "unknown-key":
                return self._unknown_key(fault["loc"], path)
            case "missing-key":
                return document.problem(path[:-1], code, {"key": str(path[-1])})
            case "bad-choice" if isinstance(typed, (dict, list)):
                return document.problem(path, "not-text", {**facts, "near": out_of_list(named, typed)})
            case "not-text":
                return document.problem(path, "not-text", {**facts, "near": out_of_list(named, typed)}, at_key=at_key)
            case "bad-choice":
                known = re.findall(r"'([^']*)'", context.get("expected", ""))
                facts |= {"known": ", ".join(known), "near": self.guesses.near(str(typed), known)}
                return document.problem(path, code, facts)
            case "too-small" | "too-large":
                facts |= {"least": context.get("ge", ""), "most": context.get("le", ""), "value": str(typed)}
                return document.problem(path, code, facts)
            case "not-a-mapping" if isinstance(typed, str):
                return self._no_mapping(fault["loc"], path, {**facts, "named": named})
        return document.problem(path, code, facts, at_key=at_key)

    def _unknown_key(self, loc: Path, path: Path) -> Problem:
        document = self.document
        key = str(path[-1])
        trail = _records_along(self.model, loc[:-1])
        known = _fields(trail[-1])
        facts = {"key": key, "record": _NOUNS[trail[-1].__name__], "known": ", ".join(known), "near": ""}
        if entry := from_inbox(key, trail[-1]):
            return document.problem(path, "inbox-line", {"better": entry}, at_key=True)
        better = glued_key(key)
        if better:
            return document.problem(path, "no-space-after-colon", {"better": better}, at_key=True).moved(key.index(":"))
        facts["near"] = self.guesses.near(key, known)
        if document.is_word_alone(path) and not facts["near"]:
            return document.problem(path, "comma-in-text", facts, at_key=True)
        inside = [name for name, inner in known.items() if any(key in _fields(m) for m in inner)]
        if len(inside) == 1:
            code = "too-far-left" if document.has((*path[:-1], inside[0])) else "without-parent"
            return document.problem(path, code, {**facts, "parent": inside[0], "near": ""}, at_key=True)
        owner = next((m for m in reversed(trail[:-1]) if key in _fields(m)), None)
        if owner:
            owned = {**facts, "owner": _NOUNS[owner.__name__], "near": ""}
            return document.problem(path, "too-far-right", owned, at_key=True)
        return document.problem(path, "unknown-key", facts, at_key=True)

    def _no_mapping(self, loc: Path, path: Path, facts: dict[str, str]) -> Problem:
        """A text where keys are expected: a date alone, a line of the inbox, or a key with no true space after it."""
        document, value = self.document, facts["value"]
        record = _records_along(self.model, loc)[-1]
        if entry := from_inbox(value, record):
            return document.problem(path, "inbox-line", {"better": entry})
        odd = ODD_SPACE.search(value)
        if odd and value[: odd.start()].endswith(":"):
            problem = document.problem(path, "odd-space", {"code": f"U+{ord(odd.group()):04X}"})
            return problem.moved(odd.start())
        better = glued_key(value)
        if better:
            return document.problem(path, "no-space-after-colon", {"better": better}).moved(value.index(":"))
        return document.problem(path, "not-a-mapping", {**facts, "near": with_date(facts["named"], value, record)})


def found_in(value: object) -> str:
    """What was found where something else was expected."""
    if value is None:
        return FOUND["nothing"]
    return FOUND["mapping" if isinstance(value, dict) else "list" if isinstance(value, (list, tuple)) else "text"]


def _key(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _records_along(model: type[BaseModel], path: Path) -> list[type[BaseModel]]:
    """The records that a path through a model leads through, the innermost last."""
    trail = [model]
    for step in path:
        trail += _fields(trail[-1]).get(str(step), ())[:1]
    return trail


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, tuple[type[BaseModel], ...]]:
    """The keys a record knows, with the records each may hold."""
    named = {field.alias or name: tuple(_models(field.annotation)) for name, field in model.model_fields.items()}
    return {key: models for key, models in named.items() if not key.startswith("\0")}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif typing.get_origin(annotation) in (typing.Annotated, typing.Union, types.UnionType, tuple, dict):
        for argument in typing.get_args(annotation):
            yield from _models(argument)

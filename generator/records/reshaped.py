"""Reshaped: what was probably meant by a value of another shape, as it is written where it stands."""

from __future__ import annotations

import re
import typing

from pydantic import BaseModel

from generator.records.near import meant_by

_DATE = r"\d{4}(?:-\d{1,2}){1,2}"
_ONLY_DATE = re.compile(_DATE)
_INBOX = re.compile(rf"(?P<date>{_DATE})\s+(?:.*\s)?(?P<kind>[^\s:]+)\s*(?::.*)?", re.DOTALL)


def out_of_list(key: str, typed: object) -> str:
    """A list of one short text as that text: `language: en`; an empty text where nothing is clear."""
    alone = typed[0] if isinstance(typed, (list, tuple)) and len(typed) == 1 else None
    return f"{key}: {alone}" if key and isinstance(alone, str) and re.fullmatch(r"[\w @.+/-]{1,60}", alone) else ""


def with_date(key: str, value: str, record: type[BaseModel]) -> str:
    """A date where a record with one goes: `met: {date: 2026-11-20}`; an empty text where it is anything else."""
    return f"{key}: {{date: {value}}}" if key and "date" in record.model_fields and _ONLY_DATE.fullmatch(value) else ""


def from_inbox(line: str, record: type[BaseModel]) -> str:
    """A line of the inbox among the entries of a log, as such an entry; an empty text where it is no such line."""
    found = _INBOX.fullmatch(line)
    if not found or not {"date", "kind", "note"} <= set(record.model_fields):
        return ""
    kinds = typing.get_args(record.model_fields["kind"].annotation)
    kind = next((word for word in (found["kind"], *meant_by(found["kind"])) if word in kinds), kinds[0])
    return f"- {{date: {found['date']}, kind: {kind}, note: …}}"

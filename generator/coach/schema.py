"""Schema of the coach's settings: the model's, with the rules and numbers there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.coach.rulebook import all_rules
from generator.coach.settings import SHARED_NUMBERS, Number
from generator.records.schema import schemas


def all_schemas() -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file, with the names of rules and numbers in coach.schema.json."""
    found = schemas()
    coach = found["coach.schema.json"]
    changed = coach["$defs"]["RuleSettings"]
    rules = {
        rule.name: {**changed, "description": rule.manual.split("\n")[0],
                    "properties": {**changed["properties"], "numbers": _numbers(rule.numbers)}}
        for rule in all_rules().values()
    }
    coach["properties"]["numbers"] = _numbers(SHARED_NUMBERS)
    coach["properties"]["rules"] = {
        "description": coach["properties"]["rules"]["description"],
        "type": "object",
        "properties": rules,
        "additionalProperties": False,
    }
    return found


def write_schemas(folder: Path) -> int:
    """Write every schema into a folder, each whole and whatever its name stood for before; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    found = all_schemas()
    for name, schema in found.items():
        draft = folder / f".{name}.new"
        draft.unlink(missing_ok=True)
        with draft.open("x", encoding="utf-8") as stream:
            stream.write(as_text(schema))
        draft.replace(folder / name)  # a link that stood there goes, and what it led to stays
    return len(found)


def as_text(schema: dict[str, Any]) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _numbers(numbers: tuple[Number, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            n.name: {"type": "number", "default": n.default, "description": f"{n.unit}; {n.source} ({n.grade})"}
            for n in numbers
        },
    }

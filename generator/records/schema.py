"""Schema: the JSON Schemas that let an editor complete and underline, made from the model."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.loose import KINDS
from generator.records.near import words_for
from generator.records.owner import CoachFile, Me, Organisation, Post
from generator.records.record import ID_KEY, Record

_BOUNDS = {"ge": "minimum", "le": "maximum"}
"""How pydantic calls the bounds of a number that our own validator makes, and how JSON Schema does."""

_DIALECT = GenerateJsonSchema.schema_dialect
_LINE = r"^\S.*\s(" + "|".join([*KINDS, *words_for(KINDS)]) + r")(\s|:|$)"


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file."""
    models: dict[str, type[Record]] = {
        "contact": Contact,
        "event": Event,
        "organisation": Organisation,
        "me": Me,
        "coach": CoachFile,
    }
    found = {f"{name}.schema.json": _tidy(model.model_json_schema()) for name, model in models.items()}
    post = _tidy(Post.model_json_schema())
    definitions = post.pop("$defs", {})
    found["posts.schema.json"] = {
        "title": "Posts",
        "description": Post.__doc__,
        "type": "array",
        "items": post,
        "$defs": definitions,
    }
    found["inbox.schema.json"] = _inbox()
    return {name: {"$schema": _DIALECT, **schema} for name, schema in found.items()}


def _inbox() -> dict[str, Any]:
    line = {"type": "string", "pattern": _LINE}
    keyed = {"type": "object", "patternProperties": {_LINE: {"type": ["string", "number", "boolean", "null"]}},
             "additionalProperties": False, "minProperties": 1, "maxProperties": 1}
    return {
        "title": "Inbox",
        "description": "One line a thing that happened: `- 2026-11-20 ana-ruiz coffee: what you talked about`.",
        "type": ["array", "null"],
        "items": {"anyOf": [line, keyed]},
    }


def _tidy(schema: dict[str, Any]) -> dict[str, Any]:
    """A model's schema without what only Python needs, and forgiving where the reader forgives."""
    cleaned: dict[str, Any] = _clean(schema)
    for record in (cleaned, *cleaned.get("$defs", {}).values()):
        record.get("properties", {}).pop(ID_KEY, None)
    return cleaned


def _clean(node: Any) -> Any:
    if isinstance(node, list):
        return [_clean(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {_BOUNDS.get(k, k): _clean(v) for k, v in node.items() if k != "title" or not isinstance(v, str)}
    choices = kept.get("anyOf")
    if choices:
        real = [c for c in choices if c != {"type": "null"}]
        if len(real) == 1:  # an editor needs no `or null`: an empty value is a key not written
            kept.pop("anyOf")
            kept = {**real[0], **{k: v for k, v in kept.items() if k != "default" or v is not None}}
    if kept.get("default", 0) in (None, [], {}):
        kept.pop("default")
    return kept

"""The schemas underline what the reader refuses, and leave alone what it takes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.coach.schema import all_schemas

ROOT = Path(__file__).parents[2]


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it (1.2): dates and `yes` are texts, numbers and `true` are not."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for word in ("true", "false"):
    EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), [word[0]])
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+\Z"), list("-+0123456789"))
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]*\.[0-9]+\Z"), list("-+.0123456789")
)


SCHEMAS = all_schemas()


def faults(schema: str, text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMAS[schema])
    return [error.message for error in validator.iter_errors(yaml.load(text, EditorLoader))]  # noqa: S506  # a SafeLoader


SAMPLES = sorted((ROOT / "data").rglob("*.yml"))


def schema_named_in(text: str) -> str:
    return text.split("\n", maxsplit=1)[0].rpartition("/")[2]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_an_editor_underlines_nothing_in_the_sample(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert faults(schema_named_in(text), text) == []


@pytest.mark.parametrize(("schema", "text"), [
    ("contact.schema.json", "nane: Ana"),
    ("contact.schema.json", "name: Ana\ncloseness: near"),
    ("contact.schema.json", "name: Ana\nlog:\n- {date: 2026-11-23, kind: cofee}"),
    ("contact.schema.json", "name: Ana\nfavours:\n- {date: 2026-11-23, by: them, what: x, effort: 9}"),
    ("event.schema.json", "title: Café"),
    ("event.schema.json", "title: Café\ndate: mañana"),
    ("inbox.schema.json", "- 2026-11-20 ana cofee: hola"),
    ("coach.schema.json", "rules: {gone-quite: {off: true}}"),
    ("me.schema.json", "name: Nuria\npitches: [{id: a, language: es, seconds: 2, text: x}]"),
])
def test_an_editor_underlines_what_the_reader_refuses(schema: str, text: str) -> None:
    assert faults(schema, text)


def test_no_schema_shows_what_only_the_program_needs() -> None:
    def texts(node: Any) -> str:
        return str(node)

    for name, schema in all_schemas().items():
        assert "\\x00" not in texts(schema), name
        assert "origin" not in texts(schema.get("properties", {}).keys()), name

"""The fields read off the model: every key a user can write."""

from __future__ import annotations

from generator.coach.schema import all_schemas
from generator.records.contact import Contact, Favour
from generator.records.fields import FILES, SORTS, Field, form, forms_in


def key(name: str, model: type[Contact | Favour]) -> Field:
    return next(f for f in form(model).fields if f.key == name)


def test_every_key_of_the_schemas_is_among_the_fields() -> None:
    in_schemas = {
        name
        for schema in all_schemas().values()
        for record in (schema, schema.get("items", {}), *schema.get("$defs", {}).values())
        for name in record.get("properties", {})
    } - set(all_schemas()["coach.schema.json"]["properties"]["rules"]["properties"])
    in_forms = {f.key for model in FILES.values() for found in forms_in(model) for f in found.fields}
    assert len(in_forms) > 100
    assert in_schemas == in_forms


def test_every_field_says_what_may_stand_there() -> None:
    for model in FILES.values():
        for found in forms_in(model):
            for field in found.fields:
                assert field.sort in SORTS or field.choices or field.record, (found.name, field.key)


def test_a_field_knows_whether_it_is_required_its_bounds_and_what_counts_without_it() -> None:
    effort = key("effort", Favour)
    assert (effort.sort, effort.least, effort.most, effort.default) == ("whole", 1, 5, "1")
    assert key("name", Contact).required
    assert key("name", Contact).plain
    assert not key("notes", Contact).required
    assert key("register", Contact).choices == ("tu", "usted")
    assert key("introductions", Contact).many

"""Names: exactly as written, and short enough to call somebody by."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.records.names import NameParts


def name(**parts: object) -> NameParts:
    return NameParts.model_validate(parts)


@pytest.mark.parametrize(("full", "short", "surname", "familiar", "initials"), [
    ("Ana Ruiz", "Ana", "Ruiz", "Ana Ruiz", "AR"), ("Ana Ruiz Ortega", "Ana", "Ruiz", "Ana Ruiz", "AR"),
    ("Li", "Li", "Li", "Li", "L"), ("王芳", "王芳", "王芳", "王芳", "王"),
    ("Pedro del Amo", "Pedro", "Amo", "Pedro del Amo", "PA"),
])  # fmt: skip
def test_a_plain_name_is_taken_apart_only_to_shorten_it(
    full: str, short: str, surname: str, familiar: str, initials: str
) -> None:
    found = name(full=full)
    assert (found.display, found.short, found.first_surname, found.familiar, found.initials) == (
        full,
        short,
        surname,
        familiar,
        initials,
    )


def test_parts_make_a_name() -> None:
    found = name(given="María José", surnames=["Cruz", "Gil"], particle="de la", preferred="Pepa", honorific="Dra.")
    assert found.display == "Dra. María José de la Cruz Gil"
    assert (found.short, found.familiar, found.first_surname) == ("Pepa", "Pepa de la Cruz", "Cruz")


@pytest.mark.parametrize("parts", [{"surnames": ["Ruiz"]}, {"preferred": "Pepa"}, {"given": "Ana"}])
def test_any_word_is_enough_for_a_name(parts: dict[str, object]) -> None:
    found = name(**parts)
    assert all([found.display, found.short, found.familiar, found.first_surname, found.initials])


@pytest.mark.parametrize("parts", [{}, {"particle": "de"}, {"honorific": "Dra."}, {"surnames": []}])
def test_a_name_without_words_is_none(parts: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="nameless"):
        name(**parts)

"""The table of the columns that a CSV file may have is the one that the readers go by, in both languages."""

from __future__ import annotations

import re

import pytest

from generator.exchange import google, linkedin
from generator.exchange.columns import BEGIN, END, HELD, columns_table
from generator.exchange.google import read_google
from generator.exchange.linkedin import read_linkedin
from generator.words.catalogue import LANGUAGES
from generator.words.speech import speech
from tests.anew import with_made
from tests.editions import CONTENT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_in_the_guide_is_fresh(language: str) -> None:
    page = CONTENT / language / "guide" / "bringing.md"
    fresh = with_made(page, BEGIN, END, columns_table(speech(language)))
    assert page.read_text(encoding="utf-8") == fresh, "say TERTULIA_UPDATE=1, and read what changed"


def test_every_column_that_a_reader_knows_has_its_row() -> None:
    assert {*google.COLUMNS, *linkedin.COLUMNS} == HELD.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_that_the_guide_proposes_is_read_as_a_table_of_ones_own(language: str) -> None:
    page = (CONTENT / language / "guide" / "bringing.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    found = read_google("mine.csv", table.encode())
    assert found
    (ana,) = found[1]
    assert ana.record() == {
        "name": "Ana Ruiz", "org": "Olmeda", "role": "Abogada" if language == "es" else "Lawyer",
        "channels": {"email": "ana@example.org", "phone": "+34 600 100 200"},
    }


VALUES = {"email": "ana@example.org", "phone": "+34 600 100 200", "web": "https://ana.example", "birthday": "05-09",
          "language": "es"}
"""What fits where not every word does."""


@pytest.mark.parametrize("named", google.COLUMNS.items(), ids=lambda one: str(one[0]))
def test_each_name_of_a_column_of_googles_is_read(named: tuple[str, tuple[str, ...]]) -> None:
    for column in named[1]:
        value = VALUES.get(named[0], "Ines")
        header = f"Name Suffix,File As,Phonetic First Name,Yomi Name,Given Name,{column.upper()}"
        found = read_google("mine.csv", f"{header}\n,,,,{'' if named[0] == 'full' else 'Ana'},{value}\n".encode())
        assert found
        record = found[1][0].record()
        assert value in str(record)
        assert column.upper() not in record.get("notes", ""), "it has a place of its own"


@pytest.mark.parametrize("key", linkedin.COLUMNS)
def test_each_name_of_a_column_of_linkedins_is_read(key: str) -> None:
    rest = {"given": "Nombre", "surname": "Apellidos", "url": "Perfil", "role": "Cargo", "date": "Conectado el"}
    for column in linkedin.COLUMNS[key]:
        header = ",".join([column, *(name for other, name in rest.items() if other != key)])
        assert read_linkedin("mine.csv", f"{header}\nx,x,x,x,x\n".encode())

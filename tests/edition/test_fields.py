"""The table of who sees what is the one that the model gives, in both languages."""

from __future__ import annotations

import pytest

from generator.edition.fields import BEGIN, END, RECORDS, fields_table
from generator.records.audience import reach_of
from generator.records.contact import Contact
from generator.words.catalogue import LANGUAGES
from generator.words.speech import speech
from tests.anew import with_made
from tests.editions import CONTENT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_in_the_guide_is_fresh(language: str) -> None:
    page = CONTENT / language / "guide" / "who-sees-what.md"
    fresh = with_made(page, BEGIN, END, fields_table(speech(language)))
    assert page.read_text(encoding="utf-8") == fresh, "say TERTULIA_UPDATE=1, and read what changed"


def test_every_field_of_every_record_has_its_row() -> None:
    table = fields_table(speech("en"))
    rows = [line.split("|")[1].strip(" `") for line in table.splitlines() if line.startswith("| `")]
    keys = [m.model_fields[n].alias or n for _, m in RECORDS for n in m.model_fields]
    assert rows == [key for key in keys if key.isprintable()]
    assert "| `notes` | yes | no | no |" in table
    assert "| `role` | yes | yes | yes |" in table
    assert reach_of(Contact)["offers"] == "shared"

"""What is taken out comes back in as it was."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exchange.outgoing_cards import vcards
from generator.exchange.outgoing_sheet import guarded, sheet
from generator.exchange.plan import make_plan
from generator.exchange.recurring import Wanted
from generator.exchange.source import read_source
from generator.exchange.tables import unguarded
from generator.exchange.whole import as_json
from generator.records.audience import reduce_network
from generator.records.contact import Contact
from generator.records.network import Network
from generator.records.owner import Me
from generator.records.reading import network_of, read_folder, read_text
from tests.editions import ROOT

DAY = date(2026, 11, 23)
SAMPLE = read_folder(ROOT / "data").network
KEPT = ("org", "role", "birthday", "language", "tags", "notes")


def back(name: str, raw: bytes) -> Network:
    haul = read_source(name, raw, Wanted(DAY))
    assert haul.remarks == []
    plan = make_plan(Network(Me.model_validate({"name": "Nobody"})), {}, haul.people, added=DAY)
    texts = [(new.file, new.text) for new in plan.files] + [(file, text) for file, text, _ in haul.files]
    return network_of({file: read_text(file, text) for file, text in texts})


def called(contact: Contact) -> str:
    return contact.name.model_copy(update={"honorific": None}).display


def values(contact: Contact) -> dict[str, str]:
    channels = contact.channels
    return {n: c.value for n in type(channels).model_fields if n != "origin" and (c := getattr(channels, n))}


@pytest.mark.parametrize(("name", "form"), [("people.vcf", vcards), ("people.csv", sheet)])
def test_people_come_back_with_what_the_form_can_hold(name: str, form: object) -> None:
    assert callable(form)
    again = {called(c): c for c in back(name, form(SAMPLE)).contacts.values()}
    assert len(again) == len(SAMPLE.contacts) > 20
    for contact in SAMPLE.contacts.values():
        found = again[called(contact)]
        assert values(found) == values(contact)
        assert found.name.honorific == contact.name.honorific
        for key in KEPT:
            wanted = SAMPLE.org_name(contact) if key == "org" else getattr(contact, key)
            assert getattr(found, key) == wanted, (contact.id, key)


def test_everything_comes_back_from_json() -> None:
    again = back("all.json", as_json(SAMPLE))
    assert again.me.model_dump() == SAMPLE.me.model_dump()
    assert again.coach.model_dump() == SAMPLE.coach.model_dump()
    assert [post.model_dump() for post in again.posts] == [post.model_dump() for post in SAMPLE.posts]
    for folder in ("contacts", "events", "organisations"):
        found, wanted = getattr(again, folder), getattr(SAMPLE, folder)
        assert {k: v.model_dump() for k, v in found.items()} == {k: v.model_dump() for k, v in wanted.items()}
    assert len(again.events) > 5


@given(st.text(alphabet=st.sampled_from("=+-@'\t ab,;\"\n＝＋－＠"), max_size=12))
def test_no_cell_is_a_formula_and_each_is_itself_again(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))  # as in Excel
    assert unguarded(cell) == text


def test_a_spreadsheet_finds_no_formula_in_the_table(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    text = "name: =cmd|calc\nchannels: {phone: +34 600 000 000}\n"
    (tmp_path / "contacts" / "x.yml").write_text(text, encoding="utf-8")
    rows = list(csv.reader(io.StringIO(sheet(read_folder(tmp_path).network).decode("utf-8-sig"))))
    assert len(rows) == 2
    assert not [cell for cell in rows[1] if cell.startswith(("=", "+", "-", "@"))]


def test_others_get_no_more_than_is_theirs() -> None:
    public = json.loads(as_json(reduce_network(SAMPLE, "public")))
    assert set(public["contacts"]) == {c.id for c in SAMPLE.contacts.values() if c.share == "public"}
    assert not {"log", "notes", "favours", "promises"} & {key for c in public["contacts"].values() for key in c}

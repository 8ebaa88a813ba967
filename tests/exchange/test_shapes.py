"""What comes of the exports that people have, in the shapes they have had (the people are invented).

Beside each file of `shapes/` stands what it brings: the plan, and every file it writes.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from generator.exchange.plan import Plan, make_plan
from generator.exchange.recurring import Wanted
from generator.exchange.source import Haul, read_source
from generator.records.network import Network
from generator.records.owner import Me
from generator.records.reading import read_text
from generator.words.speech import speech
from tests.hanging import soon

SHAPES = Path(__file__).parent / "shapes"
FILES = sorted(path for path in SHAPES.iterdir() if path.suffix != ".txt")
DAY = date(2026, 11, 23)
WANTED = Wanted(DAY, "Europe/Madrid", frozenset({"nuria@salvatierra.example"}), "Nuria Salvatierra")
NETWORK = Network(Me.model_validate({"name": "Nuria Salvatierra"}))
LEAST = {"linkedin": 6, "google": 4, "vcard": 8, "calendar": 5}


def bring(path: Path) -> tuple[Haul, Plan]:
    haul = read_source(path.name, path.read_bytes(), WANTED)
    plan = make_plan(NETWORK, {}, haul.people, haul.events, added=DAY)
    plan.remarks[:0] = haul.remarks
    return haul, plan


def told(haul: Haul, plan: Plan) -> str:
    said = speech("en")
    lines = [f"{haul.kind}, {haul.past} past, {haul.alone} alone"]
    lines += [f"= line {k.newcomer.place.line}: {k.newcomer.display}, {k.by} of {k.file}" for k in plan.known]
    lines += [f"! line {r.place.line}: {said.text(r.message).format(**r.facts)}" for r in plan.remarks]
    lines += [f"\n{new.file}, from line {new.newcomer.place.line}\n{new.text}" for new in plan.files]
    return "\n".join(lines)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_brings_what_stands_beside_it(path: Path) -> None:
    found = told(*bring(path))
    golden = path.with_name(f"{path.name}.txt")
    if os.environ.get("TERTULIA_UPDATE"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_it_brings_is_good_data_and_private(path: Path) -> None:
    _, plan = bring(path)
    assert plan.files
    for new in plan.files:
        assert read_text(new.file, new.text).problems == ()
        assert "share" not in new.newcomer.record()


def test_there_are_enough_shapes_of_every_kind() -> None:
    for kind, least in LEAST.items():
        assert len([path for path in FILES if path.name.startswith(kind)]) >= least, kind


@pytest.mark.parametrize("odd", [
    "FN;" + "X=y;" * 40 + ":Ana", "FN;" + ";" * 4_000 + ":Ana", "X-ODD;X=" + '"a",' * 4_000 + ":Ana",
    "NOTE;" + "é=1;" * 4_000 + ":x", "a." * 4_000 + "FN:x", "TEL;X=y ;X=y z\x09;" + "X==;" * 40 + ":1",
])  # fmt: skip
def test_no_line_of_a_card_takes_long_and_none_is_lost(odd: str) -> None:
    text = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Gil\r\n{odd}\r\nEMAIL:bo@example.org\r\nEND:VCARD\r\n"
    haul = soon(lambda: read_source("x.vcf", text.encode(), WANTED), 5)  # it was more than a life
    (bo,) = haul.people
    assert bo.fields["channels"]["email"] == "bo@example.org"
    assert odd[:4] in str(bo.record())


def test_a_second_name_on_a_card_is_not_lost() -> None:
    haul = read_source("x.vcf", b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bo Gil\r\nFN:Robert Gil\r\nEND:VCARD\r\n", WANTED)
    assert [person.record() for person in haul.people] == [{"name": "Bo Gil", "notes": "- FN: Robert Gil"}]

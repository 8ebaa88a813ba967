"""What the feeds write is read by parsers that did not write it, and is the same from edition to edition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import jsonschema
import pytest

from generator.edition.edition import make_feeds
from generator.edition.ground import prepare
from generator.edition.library import Library, read_library
from generator.pages.sources import Stamp
from generator.records.reading import read_folder
from generator.records.record import Audience
from generator.words.catalogue import LANGUAGES
from tests.histories import COACH, DAY

CONTENT = Path(__file__).parents[2] / "content"
SITE = "https://nuria.example/tertulia"
HARD = 'Año; "Nuevo", con\\barra y una línea que no se acaba nunca, de tan larga que es: ñandú, ñu y más'
FILES = {
    "me.yml": "name: Nuria Vega\ntime_zone: Europe/Madrid\n",
    "coach.yml": COACH,
    "contacts/ana.yml": (
        "name: {given: Ana, surnames: [Ruiz, Ortega], preferred: Anita}\nshare: public\nbirthday: 02-29\n"
        "role: abogada; y más\norg: 'Ruiz, Sol & Co'\n"
        "channels:\n  email: {value: ana@ruiz.example, share: public}\n  phone: +34 600 000 001\n"
        "promises:\n  - {what: enviar la lista, by: me, due: 2026-11-25}\n"
    ),
    "contacts/bea.yml": (
        "name: Bea Sol\nbirthday: 1980-03-14\nfavours:\n  - {date: 2026-11-12, by: them, what: leer mi oferta}\n"
    ),
    "contacts/coco.yml": "name: Coco\nstatus: deceased\nbirthday: 1970-01-01\n",
    "events/feria.yml": (
        f"title: '{HARD}'\ndate: 2026-11-26 9:30\nend: 14:00\nshare: public\n"
        "venue: {name: 'Ateneo, sala 2', address: Calle Sol 1}\n"
    ),
    "events/congreso.yml": "title: Congreso\ndate: 2026-12-01\nend: 2026-12-03\nstatus: cancelled\n",
    "events/algun-dia.yml": "title: Sin día\ndate: 2027-02\n",
    "events/no.yml": "title: No voy\ndate: 2026-12-05\nrsvp: {state: no}\n",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(CONTENT, LANGUAGES)


def feeds(
    folder: Path, library: Library, audience: Audience = "private", *, changes: Mapping[str, str] | None = None,
    site: str = SITE,
) -> dict[str, bytes]:
    for name, text in {**FILES, **(changes or {})}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    reading = read_folder(folder)
    assert not reading.problems
    ground = prepare(reading, library, Stamp(DAY, "abc1234", edited=True, version="0.1.0"), audience, site=site)
    return {feed.name: feed.body for feed in make_feeds(ground, "es")}


def entries(body: bytes) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(body)
    assert not any(part.errors for part in calendar.walk())
    return {str(e["UID"]): e for e in calendar.walk("VEVENT")}


def test_a_calendar_has_events_follow_ups_and_birthdays(tmp_path: Path, library: Library) -> None:
    found = entries(feeds(tmp_path, library)["calendar.ics"])
    fair = found["event-feria@tertulia"]
    assert str(fair["SUMMARY"]) == HARD
    assert str(fair["LOCATION"]) == "Ateneo, sala 2, Calle Sol 1"
    assert fair["DTSTART"].dt == datetime(2026, 11, 26, 8, 30, tzinfo=UTC)
    assert fair["DTEND"].dt == datetime(2026, 11, 26, 13, 0, tzinfo=UTC)
    assert str(fair["URL"]) == f"{SITE}/events/feria/"
    congress = found["event-congreso@tertulia"]
    assert (congress["DTSTART"].dt, congress["DTEND"].dt) == (date(2026, 12, 1), date(2026, 12, 4))
    assert str(congress["STATUS"]) == "CANCELLED"
    assert not {"event-algun-dia@tertulia", "event-no@tertulia"} & set(found)
    promised = next(e for uid, e in found.items() if uid.startswith("promise-due-ana"))
    assert (promised["DTSTART"].dt, str(promised["TRANSP"])) == (date(2026, 11, 25), "TRANSPARENT")
    born = found["birthday-ana@tertulia"]
    assert (born["DTSTART"].dt, born["RRULE"]["BYMONTHDAY"]) == (date(2000, 2, 29), [-1])
    assert found["birthday-bea@tertulia"]["DTSTART"].dt == date(1980, 3, 14)
    assert "birthday-coco@tertulia" not in found


def test_no_line_is_wider_than_75_bytes_and_every_one_ends_as_it_must(tmp_path: Path, library: Library) -> None:
    written = feeds(tmp_path, library)
    for name in ("calendar.ics", "people.vcf"):
        lines = written[name].split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_a_late_follow_up_stands_on_the_day_of_the_edition(tmp_path: Path, library: Library) -> None:
    found = entries(feeds(tmp_path, library)["calendar-follow-ups.ics"])
    assert [e["DTSTART"].dt for uid, e in found.items() if uid.startswith("missing-thanks-bea")] == [DAY]


def test_an_entry_moves_when_its_date_slips_and_is_gone_when_it_is_done(tmp_path: Path, library: Library) -> None:
    first = entries(feeds(tmp_path, library)["calendar.ics"])
    (promised,) = (uid for uid in first if uid.startswith("promise-due"))
    (thanks,) = (uid for uid in first if uid.startswith("missing-thanks"))
    ana = FILES["contacts/ana.yml"].replace("2026-11-25", "2026-11-27")
    second = entries(feeds(tmp_path, library, changes={
        "contacts/ana.yml": ana, "inbox.yml": "- 2026-11-23 bea call: gracias (thanks)\n",
    })["calendar.ics"])
    assert second[promised]["DTSTART"].dt == date(2026, 11, 27)
    assert thanks not in second
    assert set(first) - set(second) == {thanks}


def test_alarms_come_only_where_they_are_wanted_and_last(tmp_path: Path, library: Library) -> None:
    assert b"VALARM" not in feeds(tmp_path, library)["calendar.ics"]
    me = FILES["me.yml"] + "site: {alarms: true}\n"
    written = feeds(tmp_path, library, changes={"me.yml": me})["calendar.ics"]
    alarms = icalendar.Calendar.from_ical(written).walk("VALARM")
    assert len(alarms) == len(entries(written))
    assert written.count(b"END:VALARM\r\nEND:VEVENT") == len(alarms)


@pytest.mark.parametrize("audience", ["shared", "public"])
def test_others_get_only_the_events_and_people_they_may_know_of(
    tmp_path: Path, library: Library, audience: Audience
) -> None:
    written = feeds(tmp_path, library, audience)
    assert set(written) == {"calendar.ics", "calendar-events.ics", "people.vcf", "build.json"}
    assert set(entries(written["calendar.ics"])) == {"event-feria@tertulia"}
    cards = {str(c["UID"]): c for c in icalendar.Component.from_ical(written["people.vcf"], multiple=True)}
    assert set(cards) == {"person-ana@tertulia"}
    assert ("TEL" in cards["person-ana@tertulia"]) == (audience == "shared")
    everything = b"".join(written.values())
    for secret in (b"Bea", b"Congreso", b"lista", b"02-29", b"leer mi oferta", b"Coco", b"follow_ups"):
        assert secret not in everything, secret


def test_address_cards_are_read_as_they_were_meant(tmp_path: Path, library: Library) -> None:
    cards: list[Any] = icalendar.Component.from_ical(feeds(tmp_path, library)["people.vcf"], multiple=True)
    ana, bea = cards
    assert [str(part) for part in ana["N"].fields] == ["Ruiz Ortega", "Ana", "", "", ""]
    assert (str(ana["FN"]), str(ana["TITLE"]).replace("\\;", ";")) == ("Ana Ruiz Ortega", "abogada; y más")
    assert (str(ana["EMAIL"]), str(ana["TEL"])) == ("ana@ruiz.example", "+34 600 000 001")
    assert str(bea["UID"]) == "person-bea@tertulia"


def test_the_json_is_as_its_schema_says_and_the_atom_feed_is_whole(tmp_path: Path, library: Library) -> None:
    written = feeds(tmp_path, library)
    schema, document = json.loads(written["follow-ups.schema.json"]), json.loads(written["follow-ups.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema, format_checker=jsonschema.FormatChecker())
    assert document["follow_ups"]
    feed = ET.fromstring(written["follow-ups.atom"])  # noqa: S314  # our own
    atom = "{http://www.w3.org/2005/Atom}"
    ids = [e.findtext(f"{atom}id") or "" for e in feed.findall(f"{atom}entry")]
    assert [i.removeprefix("tag:tertulia,2026:") for i in ids] == [f["id"] for f in document["follow_ups"]]
    for element in (feed, *feed.findall(f"{atom}entry")):
        assert all(element.findtext(f"{atom}{tag}") for tag in ("id", "title", "updated"))
    assert feed.findtext(f"{atom}author/{atom}name") == "Nuria Vega"


def test_the_build_says_what_it_was_made_from(tmp_path: Path, library: Library) -> None:
    assert json.loads(feeds(tmp_path, library)["build.json"]) == {
        "day": "2026-11-23", "commit": "abc1234", "edited": True, "version": "0.1.0",
        "audience": "private", "language": "es",
        "counts": {"people": 3, "events": 4, "organisations": 0, "follow_ups": 2, "problems": 0},
    }


def test_without_an_address_of_the_site_no_link_is_invented(tmp_path: Path, library: Library) -> None:
    written = feeds(tmp_path, library, site="")
    assert "URL" not in entries(written["calendar.ics"])["event-feria@tertulia"]
    assert json.loads(written["follow-ups.json"])["follow_ups"][0]["address"].startswith("follow-ups/#")

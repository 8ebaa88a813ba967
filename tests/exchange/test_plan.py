"""Who is there already, under which id somebody new comes in, and what is left out."""

from __future__ import annotations

from datetime import date

import pytest

from generator.exchange import recurring
from generator.exchange.newcomer import Newcomer
from generator.exchange.plan import Plan, make_plan, transliterated
from generator.exchange.recurring import Wanted, zone_where
from generator.exchange.register import bare_link
from generator.exchange.source import read_source
from generator.exchange.tables import MOST_BYTES, UnreadableError
from generator.records.network import Network
from generator.records.places import Place
from generator.records.reading import read_text
from tests.networks import read_case

DAY = date(2026, 11, 23)
NETWORK = read_case("""
day: 2026-11-23
contacts:
  ana-ruiz:
    name: {given: Ana, surnames: [Ruiz, Ortega], honorific: Dra.}
    channels: {email: Ana@Ruiz.example, linkedin: "https://es.linkedin.com/in/ana-ruiz/"}
organisations:
  nordlys: {name: Nordlys ApS}
events:
  2026-12-01-coffee: {title: Café con Bo, date: 2026-12-01 10:00}
""").network
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def planned(rows: str, *, network: Network = NETWORK, taken: tuple[str, ...] = (), namesakes: bool = False) -> Plan:
    haul = read_source("Connections.csv", (HEADER + rows).encode(), Wanted(DAY))
    return make_plan(network, {"contacts": taken}, haul.people, added=DAY, namesakes=namesakes)


def ids(plan: Plan) -> list[str]:
    return [new.file.removeprefix("contacts/").removesuffix(".yml") for new in plan.files]


@pytest.mark.parametrize(
    ("row", "by"),
    [
        ("Other,Name,,ANA@ruiz.example,,,", "e-mail"),
        ("Other,Name,http://www.linkedin.com/in/Ana-Ruiz?trk=1,,,,", "profile"),
        ("ANA,ruíz  ortega,,,,,", "name"),
    ],
)
def test_somebody_is_recognised(row: str, by: str) -> None:
    plan = planned(row)
    assert plan.files == []
    assert [(known.file, known.by) for known in plan.known] == [("contacts/ana-ruiz.yml", by)]


def test_a_namesake_with_a_profile_of_their_own_is_somebody_else() -> None:
    plan = planned("Ana,Ruiz Ortega,https://www.linkedin.com/in/another,,,,", taken=("ana-ruiz",))
    assert ids(plan) == ["ana-ruiz-ortega"]


def test_a_namesake_is_let_in_when_one_says_so() -> None:
    assert ids(planned("Ana,Ruiz Ortega,,,,,", namesakes=True)) == ["ana-ruiz-ortega"]


def test_ids_are_free_short_and_never_reserved() -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff " * 3
    plan = planned(
        f"Bo,Larsen,https://a.example/1,,Acme,,\nBo,Larsen,https://a.example/2,,Acme,,\nCON,,,,,,\n{long},,,,,,\n",
        taken=("Bo-Larsen",), namesakes=True,
    )
    assert ids(plan)[:3] == ["bo-larsen-acme", "bo-larsen-2", "con-2"]
    assert len(ids(plan)[3]) <= 64
    assert all(read_text(new.file, new.text).problems == () for new in plan.files)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Łukasz Żółć", "lukasz-zolc"), ("Дарья Иванова", "darya-ivanova"), ("Ελένη", "eleni"), ("Straße", "strasse"),
     ("../../etc/passwd", "etc-passwd"), ("🚀", ""), ("Ana 🚀", "ana")],
)
def test_a_name_in_any_script_gives_an_id(name: str, expected: str) -> None:
    assert transliterated(name) == expected


def test_who_has_nothing_but_a_sign_for_a_name_gets_an_id_all_the_same() -> None:
    assert ids(planned("🚀,,,,,,\n🎈,,,,,,")) == ["person-2", "person-3"]


def test_an_organisation_on_record_is_named_by_its_id() -> None:
    assert planned("Bo,Larsen,,,nordlys aps,,").files[0].newcomer.fields["org"] == "nordlys"


def test_an_event_on_record_is_not_taken_twice_and_people_on_record_are_linked() -> None:
    known = Newcomer(Place("x.ics", 1, 1), {"title": "CAFÉ con bo", "date": "2026-12-01 18:00"})
    new = Newcomer(Place("x.ics", 9, 1), {"title": "Cena", "date": "2026-12-02", "host": {"mail": "ana@ruiz.example",
                   "name": "A. R."}, "expected": [{"mail": "bo@nordlys.example", "name": "Bo"}]})
    plan = make_plan(NETWORK, {}, (), [known, new], added=DAY)
    assert [k.by for k in plan.known] == ["day and title"]
    assert plan.files[0].newcomer.record() == {
        "title": "Cena", "date": "2026-12-02", "host": "ana-ruiz", "expected": [{"name": "Bo"}],
        "notes": "- ATTENDEE: Bo bo@nordlys.example",
    }


def test_links_are_compared_without_what_does_not_matter() -> None:
    assert bare_link("HTTPS://es.linkedin.com/in/Ana/?x=1#y") == bare_link("http://www.linkedin.com/in/ana")


def test_a_note_that_is_too_long_is_cut_and_that_is_said() -> None:
    haul = read_source("a.vcf", f"BEGIN:VCARD\nFN:Ana\nNOTE:{'a ' * 20_000}\nEND:VCARD\n".encode(), Wanted(DAY))
    plan = make_plan(NETWORK, {}, haul.people, added=DAY)
    assert len(plan.files) == 1
    assert [remark.place.line for remark in plan.remarks] == [1]


UNREADABLE = {
    "nothing": (b"", 1),
    "a zip": (b"PK\x03\x04zip", 1),
    "another table": (b"a,b,c\n1,2,3\n", 1),
    "no text": (b"\x00\x01\x02\x03", 1),
    "a quote without end": (HEADER.encode() + b'Ana,"never closed,,,,,\n' + b"x\n" * 40_000, 2),
    "a cell too long": (HEADER.encode() + b"Ana,Ruiz," + b"x" * 70_000 + b",,,,\n", 2),
    "a zero": (HEADER.encode() + b"Ana,R\0uiz,,,,,\n", 2),
    "too big": (b"," * MOST_BYTES + b",", 1),
    "too many rows": (HEADER.encode() + b"A,B,,,,,\n" * 50_001, 50_002),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_said_with_its_place(what: str) -> None:
    raw, line = UNREADABLE[what]
    with pytest.raises(UnreadableError) as raised:
        read_source("x", raw, Wanted(DAY))
    assert raised.value.remark.place == Place("x", line, 1)


@pytest.mark.parametrize("raw", [b'{"format": "other"}', b"{" * 100_000, b"{}", b'{"format": []}'])
def test_json_of_others_is_said_to_be_none_of_ours(raw: bytes) -> None:
    haul = read_source("x", raw, Wanted(DAY))
    assert [r.place.line for r in haul.remarks] == [1]
    assert haul.files == []


def test_rules_that_never_come_round_are_not_tried_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def never(rule: str, **_: object) -> tuple[()]:
        tried.append(rule)
        return ()

    monkeypatch.setattr(recurring, "rrulestr", never)
    event = "BEGIN:VEVENT\nUID:{}\nDTSTART:20200101T100000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n"
    events = "".join(event.format(n) for n in range(50))
    raw = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{events}END:VCALENDAR\n".encode()
    assert read_source("x.ics", raw, Wanted(DAY)).past == 50
    assert len(tried) == recurring.MOST_FRUITLESS + 1


def test_a_million_begins_do_not_hang() -> None:
    haul = read_source("x.vcf", b"BEGIN:VCARD\n" * 20_000 + b"FN:Ana\nEND:VCARD\n", Wanted(DAY))
    assert [person.display for person in haul.people] == ["Ana"]


@pytest.mark.parametrize(("region", "zone"), [
    ("ES-MD", "Europe/Madrid"), ("ES", "Europe/Madrid"), ("ES-CN", "Atlantic/Canary"), ("FR-IDF", "Europe/Paris"),
    ("PT", ""), ("", ""), ("ZZ", ""),
])
def test_a_region_says_the_time_zone_where_there_is_no_doubt(region: str, zone: str) -> None:
    assert zone_where(region) == zone

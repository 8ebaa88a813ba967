"""What reaches others: of every field of the data, who gets it, in the network and in every text of every page."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape, unescape
from typing import Any
from urllib.parse import quote, unquote

import pytest

from generator.edition.chrome import make_chrome
from generator.edition.edition import make_feeds, make_pages
from generator.pages.page import Page
from generator.records.audience import reduce_network
from generator.records.contact import Channels, Contact
from generator.records.event import Event
from generator.records.network import Network
from generator.records.owner import CoachFile, Me, Organisation
from generator.records.problems import Problem
from generator.records.reading import Reading, Sheet, read_text
from generator.records.record import Audience, Record
from generator.words.catalogue import LANGUAGES
from tests.editions import CANARIES, CANARY_NAMES, canaries_text, ground
from tests.networks import read_case

OTHERS: tuple[Audience, ...] = ("shared", "public")
FOR_OTHERS = pytest.mark.parametrize("audience", OTHERS)
IN_EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)

# What others get. A field that stands in none of these lists reaches nobody but the owner.
PUBLIC_FIELDS: Mapping[type[Record], set[str]] = {
    Contact: {"id", "name", "org", "role", "expertise", "channels", "share"},
    Event: {"id", "title", "date", "end", "time_zone", "kind", "mode", "language", "venue", "url", "share"},
    Organisation: {"id", "name", "kind", "region", "web", "share"},
    Me: {"name", "languages"},
}
SHARED_FIELDS: Mapping[type[Record], set[str]] = {
    Contact: PUBLIC_FIELDS[Contact] | {
        "language", "address_form", "offers", "needs", "preferred_channel", "time_zone", "region", "tags",
    },
    Event: PUBLIC_FIELDS[Event] | {"dress", "host", "status"},
    Organisation: PUBLIC_FIELDS[Organisation],
    Me: PUBLIC_FIELDS[Me],
}
FIELDS = {"public": PUBLIC_FIELDS, "shared": SHARED_FIELDS}
CHANNELS = {"public": {"email", "signal", "linkedin"}, "shared": {"email", "whatsapp", "signal", "linkedin", "web"}}

PUBLIC_TEXTS = {
    "given",
    "surname",
    "particle",
    "preferred",
    "honorific",
    "role",
    "expertise",
    "orgname",
    "title",
    "venue",
    "address",
}
"""The texts that pages for the public show or are found by; the organisation's name stands for its id."""
TEXTS = {"public": PUBLIC_TEXTS, "shared": PUBLIC_TEXTS | {"offers", "needs", "tag", "dress"}}


@cache
def canaries() -> Network:
    """Three of everything: one for nobody, one for some, one for all."""
    return read_case(canaries_text()).network


def records(thing: Any) -> Iterator[Record]:
    """A record and every record inside it."""
    if isinstance(thing, Record):
        yield thing
        thing = [getattr(thing, name) for name in type(thing).model_fields]
    if isinstance(thing, Mapping):
        thing = list(thing.values())
    if isinstance(thing, list | tuple):
        for part in thing:
            yield from records(part)


def written(record: Record) -> set[str]:
    """The fields that hold something else than their default."""
    return {
        name for name, field in type(record).model_fields.items()
        if name != "origin" and getattr(record, name) != field.get_default(call_default_factory=True)
    }


def everything(network: Network) -> list[Record]:
    parts = (network.me, network.contacts, network.events, network.organisations, network.posts, network.coach)
    return [record for part in parts for record in records(part)]


# --- The network --------------------------------------------------------------------------------------------------


def test_the_canaries_sit_in_every_field_there_is() -> None:
    found = everything(canaries())
    kinds = {type(record) for record in found}
    assert len(kinds) > 25
    for kind in kinds:
        filled = set().union(*(written(record) for record in found if type(record) is kind))
        assert set(kind.model_fields) - {"origin"} - filled == set(), kind.__name__


@FOR_OTHERS
def test_others_get_the_fields_that_are_for_them_and_no_other(audience: Audience) -> None:
    network = reduce_network(canaries(), audience)
    for record in (network.me, *network.contacts.values(), *network.events.values(), *network.organisations.values()):
        allowed = FIELDS[audience][type(record)]
        assert written(record) <= allowed, (audience, type(record).__name__)
    best = network.contacts["plazamayor-id"]
    assert written(best) == FIELDS[audience][Contact]
    assert written(network.events["plazamayor-event"]) == FIELDS[audience][Event]
    assert written(network.me) == FIELDS[audience][Me]


@FOR_OTHERS
def test_others_get_the_people_and_events_shared_that_far_and_no_posts_and_no_coach(audience: Audience) -> None:
    network = reduce_network(canaries(), audience)
    names = ["plazamayor"] if audience == "public" else ["entrenosotros", "plazamayor"]
    assert sorted(network.contacts) == [f"{name}-id" for name in names]
    assert sorted(network.events) == [f"{name}-event" for name in names]
    assert sorted(network.organisations) == [f"{name}-org" for name in names]
    assert network.posts == ()
    assert network.coach == CoachFile()


@FOR_OTHERS
def test_a_way_to_reach_somebody_travels_as_far_as_it_says_itself(audience: Audience) -> None:
    for contact in reduce_network(canaries(), audience).contacts.values():
        assert written(contact.channels) == CHANNELS[audience]


def test_without_a_word_on_sharing_nothing_is_shared_and_a_channel_not_with_the_public() -> None:
    network = read_case(
        "day: 2026-11-23\ncontacts:\n  quiet: {name: Ana}\n"
        "  open: {name: Bo, share: public, channels: {email: bo@example.org}}\n"
        "events:\n  quiet: {title: Café, date: 2026-11-23}\norganisations:\n  quiet: {name: Imprenta}\n"
    ).network
    public, shared = (reduce_network(network, audience) for audience in ("public", "shared"))
    assert set(public.contacts) == set(shared.contacts) == {"open"}
    assert not public.events
    assert not shared.events
    assert not shared.organisations
    assert public.contacts["open"].channels == Channels()
    assert shared.contacts["open"].channels.email


def test_an_organisation_is_named_with_those_who_work_there_but_no_more_is_said_of_it() -> None:
    network = read_case(
        "day: 2026-11-23\ncontacts:\n  ana: {name: Ana, org: sol, share: public}\n"
        "organisations:\n  sol: {name: Imprenta Sol, notes: x, gift_policy: {per_occasion: 5}}\n"
    ).network
    found = reduce_network(network, "public").organisations["sol"]
    assert found.name == "Imprenta Sol"
    assert written(found) == {"id", "name"}


@FOR_OTHERS
@pytest.mark.parametrize("host", ["nadielosepa-id", "Doña Secreta"])
def test_a_host_is_named_to_others_only_where_their_page_is_there(audience: Audience, host: str) -> None:
    network = read_case(
        f"day: 2026-11-23\ncontacts:\n  nadielosepa-id: {{name: Doña Secreta}}\n  bo: {{name: Bo, share: public}}\n"
        f"events:\n  cena: {{title: Cena, date: 2026-11-24, host: {host}, share: public}}\n"
        f"  comida: {{title: Comida, date: 2026-11-25, host: bo, share: public}}\n"
    ).network
    found = reduce_network(network, audience).events
    assert found["cena"].host is None
    assert found["comida"].host == ("bo" if audience == "shared" else None)


@FOR_OTHERS
def test_who_has_died_is_shown_to_nobody_else_and_who_is_not_to_be_contacted_has_no_channel(audience: Audience) -> None:
    network = read_case(
        "day: 2026-11-23\ncontacts:\n"
        "  ana: {name: Nadielosepa, share: public, status: deceased, expertise: [apidología]}\n"
        "  bo: {name: Bo, share: public, status: do_not_contact, preferred_channel: email,"
        " channels: {email: {value: bo@example.org, share: public}}}\n"
        "events:\n  cena: {title: Cena, date: 2026-11-24, host: ana, share: public}\n"
    ).network
    found = reduce_network(network, audience)
    assert set(found.contacts) == {"bo"}
    assert written(found.contacts["bo"]) <= {"id", "name", "share"}
    assert found.events["cena"].host is None
    edition = ground(Reading(network), audience)
    everything = [*map(_all_of, make_pages(edition, "es").values()), *(str(f.body) for f in make_feeds(edition, "es"))]
    for hidden in ("adielosepa", "apidolog", "bo@example"):
        assert not any(hidden in text for text in everything), hidden


def test_a_cancelled_event_is_announced_to_nobody_and_only_those_who_may_know_read_that_it_was() -> None:
    network = read_case(
        "day: 2026-11-23\nevents:\n  cena: {title: Cena anulada, date: 2026-11-24, share: public, status: cancelled}\n"
        "  feria: {title: Feria, date: 2026-11-25, share: public}\n"
    ).network
    assert set(reduce_network(network, "public").events) == {"feria"}
    shared = ground(Reading(network), "shared")
    assert "It was cancelled" in make_pages(shared, "en")["events/"].body
    calendar = next(f.body for f in make_feeds(shared, "en") if f.name == "calendar.ics")
    assert b"STATUS:CANCELLED" in calendar
    for language in LANGUAGES:
        public = ground(Reading(network), "public")
        pages, feeds = make_pages(public, language).values(), make_feeds(public, language)
        texts = [*map(_all_of, pages), *(str(feed.body) for feed in feeds)]
        assert not any("anulada" in text or "CANCELLED" in text for text in texts)


def test_the_owner_gets_everything() -> None:
    assert reduce_network(canaries(), "private") is canaries()


# --- What is made of it -------------------------------------------------------------------------------------------


@cache
def output(audience: Audience, language: str) -> str:
    """Every line that an edition lets out, once: addresses, titles, bodies, words to find it by, what is around."""
    edition = ground(Reading(canaries()), audience)
    pages = make_pages(edition, language).values()
    chrome = json.dumps(make_chrome(edition, language).extra, ensure_ascii=False)
    told = "\n".join([chrome, *(_all_of(page) for page in pages)])
    return "\n".join(dict.fromkeys(told.split("\n")))


def _all_of(page: Page) -> str:
    return f"{page.address}\n{page.title}\n{page.body}\n{page.tab}\n{page.description}\n{page.found_by}"


def slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))


@cache
def readings(text: str) -> tuple[str, ...]:
    """The text in every way in which somebody could look for a word in it."""
    plain = unescape(unescape(text))
    return (
        text,
        text.casefold(),
        plain,
        unquote(plain),
        slug(text),
        slug(plain),
        slug(unquote(plain)),
        re.sub(r"\D", "", plain),
    )


def shows(text: str, word: str) -> bool:
    """Whether a word stands in a text: raw, in other case, as entities, in percents or as a slug."""
    forms = (word, word.casefold(), escape(word), quote(word), slug(word))
    return any(form in reading for form in forms for reading in readings(text))


@pytest.mark.parametrize(
    "hidden",
    [
        "nadielosepa & notes' ñu",
        "NADIELOSEPA & NOTES' ÑU",
        "nadielosepa &amp; notes&#39; ñu",
        "nadielosepa &amp;amp; notes&amp;#39; ñu",
        "nadielosepa%20%26%20notes%27%20%C3%B1u",
        "nadielosepa-notes-nu",
        "/nadielosepa-notes-nu/",
        "Nadielosepa_Notes_Nu",
    ],
)
def test_the_search_for_canaries_finds_them_in_every_form(hidden: str) -> None:
    assert shows(f"<p>uno {hidden} dos</p>", "nadielosepa & notes' ñu")
    assert not shows("<p>nadielosepa & note's ñu</p>", "nadielosepa & notes' ñu")


def planted() -> Iterator[tuple[str, str, str]]:
    """Every canary: whose it is, its field, and the text itself."""
    text = CANARIES.read_text(encoding="utf-8")
    fields = dict.fromkeys(re.findall(r"\"WHO & (\w+)' ñu\"", text))
    assert len(fields) > 40
    for name in CANARY_NAMES:
        yield from ((name, field, f"{name} & {field}' ñu") for field in fields)
    for field in dict.fromkeys(re.findall(r"\"nadielosepa & (\w+)' ñu\"", text)):
        yield "nadielosepa", field, f"nadielosepa & {field}' ñu"


@FOR_OTHERS
@IN_EVERY_LANGUAGE
def test_no_page_and_no_search_shows_others_a_text_that_is_not_for_them(audience: Audience, language: str) -> None:
    text = output(audience, language)
    names = {"public": {"plazamayor"}, "shared": {"plazamayor", "entrenosotros"}}[audience]
    for name, field, canary in planted():
        expected = name in names and field in TEXTS[audience]
        assert shows(text, canary) == expected, (name, field)


@FOR_OTHERS
@IN_EVERY_LANGUAGE
def test_of_private_people_events_and_organisations_not_even_the_name_of_the_file_is_told(
    audience: Audience, language: str
) -> None:
    text = output(audience, language)
    assert not shows(text, "nadielosepa")
    assert shows(text, "entrenosotros") == (audience == "shared")


@FOR_OTHERS
@IN_EVERY_LANGUAGE
def test_addresses_and_numbers_reach_others_only_as_far_as_they_say(audience: Audience, language: str) -> None:
    text = output(audience, language)
    ways = {
        "email": "{}-email@example.org", "linkedin": "example.org/{}/linkedin", "web": "example.org/{}/web",
        "github": "example.org/{}/github", "mastodon": "example.org/{}/mastodon", "bluesky": "example.org/{}/bluesky",
        "instagram": "example.org/{}/instagram",
    }
    for name, share in CANARY_NAMES.items():
        there = share in ("public", audience)
        for way, address in ways.items():
            assert shows(text, address.format(name)) == (there and way in CHANNELS[audience]), (name, way)
    for n, share in enumerate(CANARY_NAMES.values()):
        for number, way in enumerate(("phone", "whatsapp", "telegram", "signal"), 1):
            expected = share in ("public", audience) and way in CHANNELS[audience]
            assert shows(text, f"34600000{n}{number}") == expected, (share, way)


@FOR_OTHERS
@IN_EVERY_LANGUAGE
def test_no_private_day_hour_or_number_is_told(audience: Audience, language: str) -> None:
    text = output(audience, language)
    dates = re.findall(r"\b191[1-5]-\d\d-\d\d\b", CANARIES.read_text(encoding="utf-8"))
    assert len(dates) > 25
    for date in dates:
        assert date not in text
    assert not re.search(r"\b191[1-5]\b|\b22:53|\b7:53|\b1234\b|\b77\b|\b7:33", text)


@IN_EVERY_LANGUAGE
def test_the_owner_sees_what_others_do_not(language: str) -> None:
    text = output("private", language)
    hidden = {"notes", "lognote", "favour", "metnote", "topic", "research", "goal", "lesson", "eventnotes"}
    for name, field, canary in planted():
        if field in hidden:
            assert shows(text, canary), (name, field)


def test_the_organisations_of_others_are_not_in_the_counts() -> None:
    counts = make_chrome(ground(Reading(canaries()), "public"), "en").stamp["counts"]
    assert counts.startswith("1 person, 1 event.")
    assert make_chrome(ground(Reading(canaries()), "shared"), "en").stamp["counts"].startswith("2 people, 2 events.")


# --- Slips of the pen ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("file", "text"), [
    ("contacts/ana.yml", "name: Ana\nshare: pubilc\n"),
    ("contacts/ana.yml", "name: Ana\nshare: Public!\n"),
    ("contacts/ana.yml", "name: Ana\nshare: público\n"),
    ("contacts/ana.yml", "name: Ana\nshare: yes\n"),
    ("contacts/ana.yml", "name: Ana\nshared: public\n"),
    ("contacts/ana.yml", "name: Ana\nchannels: {email: {value: a@example.org, share: privat}}\n"),
    ("events/cafe.yml", "title: Café\ndate: 2026-11-23\nshare: everyone\n"),
    ("organisations/sol.yml", "name: Sol\nshare: publik\n"),
    ("me.yml", "name: Nuria\nsite: {audience: pubic}\n"),
])
def test_a_misspelt_word_on_sharing_is_a_problem_and_shares_nothing(file: str, text: str) -> None:
    sheet: Sheet = read_text(file, text)
    assert len(sheet.problems) == 1
    problem: Problem = sheet.problems[0]
    assert problem.place.file == file
    assert problem.place.line > 1
    assert sheet.records == ()

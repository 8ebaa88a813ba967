"""First questions come from what is on record, in the language of the person, or there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.coach.openers import GENERAL, Opener, general, of_house, opener
from generator.coach.texts import read_drafts
from tests.networks import read_case

DRAFTS = read_drafts(Path(__file__).parents[2] / "content" / "drafts")


def asked(contact: str, event: str = "date: 2026-11-26", events: str = "") -> Opener | None:
    case = read_case(f"""day: 2026-11-23
me: {{name: Nuria, languages: [es, en]}}
contacts:
  ana: {{name: Ana Ruiz, {contact}}}
events:
  fair: {{title: Fair, {event}}}
{events}
""")
    return opener(case.network.contacts["ana"], case.network.events["fair"], case.network, case.day, DRAFTS)


TU, USTED, EN = "language: es, register: tu", "language: es, register: usted", "language: en"


@pytest.mark.parametrize(
    ("contact", "question"),
    [
        (f"{TU}, topics: [la tienda nueva de enero]", "¿Qué tal la tienda nueva de enero?"),
        (f"{USTED}, topics: ['el piano de su hija']", "¿Qué tal el piano de su hija?"),
        (f"{TU}, topics: ['¿cómo va la asociada nueva?']", "¿Cómo va la asociada nueva?"),
        (f"{TU}, topics: [correr por Getafe]", "¿Cómo va lo de correr por Getafe?"),
        (f"{EN}, topics: [the bees]", "What is new with the bees?"),
        (f"{TU}, log: [{{date: 2026-05-04, kind: coffee, note: los viajes}}]", "¿Qué ha pasado desde el café de mayo?"),
        (f"{EN}, log: [{{date: 2026-05-04, kind: call, note: her trip}}]", "What has happened since our call in May?"),
        (f"{TU}, needs: [clientela en Getafe]", "¿Cómo va la búsqueda de clientela en Getafe?"),
        (f"{TU}, needs: [revisar un contrato]", "¿Cómo va lo de revisar un contrato?"),
        (f"{EN}, needs: [a printer in Leeds]", "Are you still looking for a printer in Leeds?"),
        (f"{TU}, expertise: [contratos]", "¿Qué hay de nuevo en contratos?"),
    ],
)
def test_a_question_is_made_of_what_is_known(contact: str, question: str) -> None:
    found = asked(contact)
    assert found is not None
    assert (found.text, found.cue) == (question, False)
    assert found.language == ("en" if contact.startswith(EN) else "es")


@pytest.mark.parametrize(
    "contact",
    [
        f"{TU}, topics: ['el piano de su hija']",  # in tú, `su` is a third person's
        f"{TU}, topics: ['qué le sorprendió del estudio']",
        f"{EN}, topics: [las abejas de su tejado]",
        "topics: ['el piano de su hija']",
    ],
)
def test_what_cannot_be_said_as_it_stands_is_something_to_ask_about(contact: str) -> None:
    found = asked(contact)
    assert found is not None
    assert found.cue


def test_a_topic_that_can_be_said_comes_before_one_that_cannot() -> None:
    found = asked(f"{TU}, topics: ['el piano de su hija', la tienda nueva]")
    assert found is not None
    assert found.text == "¿Qué tal la tienda nueva?"


@pytest.mark.parametrize(
    "contact",
    [
        TU, f"{TU}, log: [{{date: 2026-05-04, kind: coffee}}]",
        f"{TU}, log: [{{date: 2027-05, kind: coffee, note: x}}]",
        f"{TU}, topics: [{{text: la tienda, used: 2026-05}}]", f"{TU}, topics: [la tienda], status: paused",
        f"{TU}, topics: [la tienda], status: do_not_contact", "language: fr, topics: [les abeilles]",
    ],
)
def test_where_nothing_is_known_or_nothing_is_to_be_said_there_is_no_question(contact: str) -> None:
    assert asked(contact) is None


def test_a_topic_of_an_event_where_you_met_is_not_asked_about_again() -> None:
    past = "  p: {title: P, date: 2026-10-01, status: attended, topics: [La tienda nueva], review: {met: [ana]}}"
    contact = f"{TU}, topics: [la tienda nueva]"
    assert asked(contact) is not None
    assert asked(contact, events=past) is None


def test_there_is_one_general_question_for_each_kind_in_the_language_of_the_event() -> None:
    for kind in GENERAL:
        kind_of = f"kind: {kind}, " if kind else ""
        found = {}
        for language in ("es", "en"):
            event = f"{{title: E, {kind_of}language: {language}, date: 2026-11-26}}"
            case = read_case(f"day: 2026-11-23\nevents: {{e: {event}}}")
            found[language] = general(case.network.events["e"], case.network)
            assert found[language].language == language
        assert found["es"].text.startswith("¿")
        assert found["en"].text == GENERAL[kind]


def test_of_a_stranger_only_the_house_is_asked_about() -> None:
    case = read_case("day: 2026-11-23\nevents: {e: {title: E, date: 2026-11-26, language: fr}}")
    assert of_house("Hilo", case.network.events["e"], case.network) == Opener("¿En qué anda Hilo estos días?", "es")

"""Sentences of a rule's page, filled with facts: in words of the language, with everything that was typed escaped."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.words.sentences import Telling
from generator.words.speech import speech
from tests.networks import read_case

TODAY = date(2026, 11, 23)
NETWORK = read_case("""\
day: 2026-11-23
contacts:
  ana: {name: {given: Ana, surnames: [Ruiz, Ortega]}}
  bo: {name: "Bo <b>Larsen</b>&Söhne"}
  ines: {name: Inés Prado Gil}
events:
  cafe: {title: "Café «uno» & <i>dos</i>", date: 2026-11-26}
""").network
ANA, BO, INES = (NETWORK.contacts[who] for who in ("ana", "bo", "ines"))
CAFE = NETWORK.events["cafe"]


def link(thing: Contact | Event, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(thing.id, text)


def plain(template: object, language: str = "es", **facts: object) -> str:
    return Telling(speech(language), TODAY).plain(template, facts)  # type: ignore[arg-type]  # a text or its two forms


def linked(template: str, **facts: object) -> Markup:
    return Telling(speech("es"), TODAY, link).sentence(template, facts)


@pytest.mark.parametrize(("fact", "spanish", "english"), [
    (ANA, "Ana Ruiz", "Ana Ruiz"),
    (BO, "Bo <b>Larsen</b>&Söhne", "Bo <b>Larsen</b>&Söhne"),
    (INES, "Inés Prado", "Inés Prado"),
    (CAFE, "Café «uno» & <i>dos</i>", "Café «uno» & <i>dos</i>"),
    (date(2026, 11, 26), "26 de noviembre", "26 November"),
    (date(2025, 11, 26), "26 de noviembre de 2025", "26 November 2025"),
    (PartialDate(2026, 11), "noviembre de 2026", "November 2026"),
    (PartialDate(2019), "2019", "2019"),
    (3, "3", "3"), (0.4, "0,4", "0.4"), (12_000, "12.000", "12,000"),
    ("un <em>gesto</em> & {who}", "un <em>gesto</em> & {who}", "un <em>gesto</em> & {who}"),
    ((ANA,), "Ana Ruiz", "Ana Ruiz"),
    ((ANA, INES), "Ana Ruiz e Inés Prado", "Ana Ruiz and Inés Prado"),
    (("a", "b", "c"), "a, b y c", "a, b and c"),
    ((), "", ""),
])
def test_a_fact_is_told_in_words_of_the_language(fact: object, spanish: str, english: str) -> None:
    assert plain("{fact}", "es", fact=fact) == spanish
    assert plain("{fact}", "en", fact=fact) == english


def test_people_and_events_are_links_where_there_are_links() -> None:
    assert linked("Da las gracias a {who}", who=ANA) == 'Da las gracias a <a href="ana">Ana Ruiz</a>'
    assert linked("En {event}", event=CAFE) == 'En <a href="cafe">Café «uno» &amp; &lt;i&gt;dos&lt;/i&gt;</a>'
    assert linked("{people}", people=(ANA, BO)) == (
        '<a href="ana">Ana Ruiz</a> y <a href="bo">Bo &lt;b&gt;Larsen&lt;/b&gt;&amp;Söhne</a>'
    )


def test_a_list_of_links_is_heard_as_it_is_read() -> None:
    assert linked("{people}", people=(ANA, INES)) == '<a href="ana">Ana Ruiz</a> e <a href="ines">Inés Prado</a>'


def test_a_date_among_links_does_not_break_at_the_end_of_a_line() -> None:
    assert linked("El {date}", date=TODAY) == 'El <span class="tt-nb">23 de noviembre</span>'
    assert plain("El {date}", date=TODAY) == "El 23 de noviembre"


@pytest.mark.parametrize(("count", "said"), [(0, "0 días"), (1, "1 día"), (2, "2 días")])
def test_the_form_goes_by_the_fact_named_count(count: int, said: str) -> None:
    assert plain({"one": "{count} día", "other": "{count} días"}, count=count) == said


def test_without_a_count_it_is_many() -> None:
    assert plain({"one": "uno", "other": "varios"}) == "varios"


def test_what_the_page_itself_says_is_escaped_too() -> None:
    assert linked("menos de 2 < 3 & {who}", who="x") == "menos de 2 &lt; 3 &amp; x"
    assert plain("menos de 2 < 3") == "menos de 2 < 3"
    assert linked("una llave {{abierta}}") == "una llave {abierta}"


def test_a_fact_that_is_missing_is_an_error_and_not_a_hole() -> None:
    with pytest.raises(KeyError):
        plain("Da las gracias a {who}")


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(max_size=40))
def test_whatever_was_typed_is_told_exactly_and_never_as_markup(typed: str) -> None:
    assert plain("Por {what}.", what=typed) == f"Por {typed}."
    assert linked("Por {what}.", what=typed) == f"Por {escape(typed)}."

"""Letters: what a link opens is the draft, whole and unbroken."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator.coach.drafts import Draft
from generator.edition.edition import make_pages
from generator.pages.letters import mail_link, phone_link, whatsapp_link
from tests.editions import ground_of_case

DRAFT = Draft(
    "Gracias & más: 100 %", ("Hola, Íñigo:", "¿Qué tal? Uno + dos = tres #1.", "Un saludo,\nNuria"),
    "es", "tu", "email", "thanks", ("inigo",),
)


def test_a_mail_link_carries_the_subject() -> None:
    """The text stands on the page, and letter.js takes it from there (tests/browser/test_letters.py)."""
    link = mail_link(DRAFT, "inigo@hilo.example")
    assert link == "mailto:inigo@hilo.example?subject=Gracias%20%26%20m%C3%A1s%3A%20100%20%25"
    assert parse_qs(urlsplit(link).query)["subject"] == [DRAFT.subject]


def test_an_introduction_goes_to_both() -> None:
    assert mail_link(DRAFT, "a@x.example,b@y.example").startswith("mailto:a@x.example,b@y.example?subject=")


@pytest.mark.parametrize("address", ["a&cc=b@c.example", "a?subject=x@c.example", "a%b@c.example", "a#b@c.example"])
def test_an_address_adds_no_fields(address: str) -> None:
    link = mail_link(DRAFT, address)
    assert set(parse_qs(urlsplit(link).query)) == {"subject"}
    assert unquote(urlsplit(link).path) == address


@pytest.mark.parametrize(
    ("number", "digits"),
    [("+34 600 123 456", "34600123456"), ("0034 600-123-456", "34600123456"), ("+44 (0)20 7946 0018", "442079460018")],
)
def test_a_number_with_its_country_opens_whatsapp_and_a_call(number: str, digits: str) -> None:
    assert whatsapp_link(number) == f"https://wa.me/{digits}"
    assert phone_link(number) == f"tel:+{digits}"


def test_no_country_is_guessed() -> None:
    assert whatsapp_link("600 123 456") == ""
    assert phone_link("600 123 456") == "tel:600123456"


@pytest.mark.parametrize(("owner", "es", "en"), [
    ("{name: Nuria}", "Buenos días, Ana:", "Hello Ana,"),
    ("{name: Nuria, languages: [en]}", "Hello Ana,", "Hello Ana,"),
])
def test_where_nobody_says_in_which_language_it_is_the_page_s(owner: str, es: str, en: str) -> None:
    """As the first steps have it: only names are known, and a favour."""
    favour = "{date: 2026-11-19, by: them, what: x}"
    case = f"day: 2026-11-23\nme: {owner}\ncontacts:\n  ana: {{name: Ana Ruiz, favours: [{favour}]}}"
    for language, greeting, other in (("es", es, en), ("en", en, es)):
        page = make_pages(ground_of_case(case), language)["follow-ups/"]
        assert greeting in page.body
        assert greeting == other or other not in page.body

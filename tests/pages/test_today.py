"""The sentence of today: the whole answer in one line, in every situation there is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.coach.rulebook import all_rules
from generator.edition.edition import make_pages
from generator.edition.ground import sources_in
from generator.pages import today
from generator.records.network import Network
from generator.records.reading import NOBODY, Reading
from generator.records.record import Audience
from tests.editions import ground, ground_of_case
from tests.markup import elements, name_of, parsed, text_of

COFFEE = "Café con Bo"
NOTHING = {
    "es": "Nada para hoy. Buen día para saludar a alguien sin motivo.",
    "en": "Nothing for today. A good day to say hello for no reason.",
}
ONE = {"es": "Un gesto para hoy.", "en": "One small thing for today."}


def case(things: int = 0, events: Mapping[str, str] | None = None, day: str = "2026-11-23") -> str:
    """A network with so many thanks to give and those events, by title; every other rule keeps silent."""
    lines = [f"day: {day}", "contacts:", "  bo: {name: Bo Larsen}"]
    for n in range(things):
        lines += [f"  c{n}:", f"    name: Persona {n}", "    favours:", "    - {date: 2026-10-10, by: them, what: x}"]
    lines += ["events:"] if events else []
    for n, (title, written) in enumerate((events or {}).items()):
        lines += [f"  e{n}:", f"    title: {title}", f"    date: {written}"]
    off = ", ".join(f"{name}: {{off: true}}" for name in all_rules() if name != "missing-thanks")
    return "\n".join([*lines, f"coach: {{rules: {{{off}}}}}"])


def sentence(text: str, language: str, audience: Audience = "private") -> str:
    page = next(iter(today.pages(sources_in(ground_of_case(text, audience), language))))
    return next(text_of(e) for e in elements(parsed(page.body)) if name_of(e) == "h1")


SITUATIONS = {
    "nothing": (case(), NOTHING["es"], NOTHING["en"]),
    "one thing": (case(1), ONE["es"], ONE["en"]),
    "two things": (case(2), "Dos gestos para hoy.", "Two small things for today."),
    "nine things": (case(9), "Nueve gestos para hoy.", "Nine small things for today."),
    "more than nine": (
        case(10),
        "Hay para varios días. Empieza por los cuatro primeros.",
        "There is enough here for several days. Begin with the first four.",
    ),
    "a thing, and an event today": (
        case(1, {COFFEE: "2026-11-23 10:00"}),
        "Un gesto para hoy. Y hoy mismo, Café con Bo.",
        "One small thing for today. And today, Café con Bo.",
    ),
    "a thing, and an event tomorrow": (
        case(1, {COFFEE: "2026-11-24"}),
        "Un gesto para hoy. Y mañana, Café con Bo.",
        "One small thing for today. And tomorrow, Café con Bo.",
    ),
    "a thing, and an event on Wednesday": (
        case(1, {COFFEE: "2026-11-25"}),
        "Un gesto para hoy. Y el miércoles, Café con Bo.",
        "One small thing for today. And on Wednesday, Café con Bo.",
    ),
    "a thing, and an event on Sunday of this week": (
        case(1, {COFFEE: "2026-11-29"}),
        "Un gesto para hoy. Y el domingo, Café con Bo.",
        "One small thing for today. And on Sunday, Café con Bo.",
    ),
    "a thing, and an event on Monday next week": (
        case(1, {COFFEE: "2026-11-30"}),
        "Un gesto para hoy. Y el lunes de la semana que viene, Café con Bo.",
        "One small thing for today. And on Monday next week, Café con Bo.",
    ),
    "a thing, and an event on Sunday next week": (
        case(1, {COFFEE: "2026-12-06"}),
        "Un gesto para hoy. Y el domingo de la semana que viene, Café con Bo.",
        "One small thing for today. And on Sunday next week, Café con Bo.",
    ),
    "a thing, and an event in two weeks": (case(1, {COFFEE: "2026-12-07"}), ONE["es"], ONE["en"]),
    "many things, and an event": (
        case(12, {COFFEE: "2026-11-24"}),
        "Hay para varios días. Empieza por los cuatro primeros. Y mañana, Café con Bo.",
        "There is enough here for several days. Begin with the first four. And tomorrow, Café con Bo.",
    ),
    "nothing, and an event today": (
        case(0, {COFFEE: "2026-11-23"}),
        "Para hoy, Café con Bo.",
        "For today, Café con Bo.",
    ),
    "nothing, and an event tomorrow": (
        case(0, {COFFEE: "2026-11-24"}),
        "Nada para hoy. Mañana, Café con Bo.",
        "Nothing for today. Tomorrow, Café con Bo.",
    ),
    "nothing, and an event on Saturday": (
        case(0, {COFFEE: "2026-11-28"}),
        "Nada para hoy. El sábado, Café con Bo.",
        "Nothing for today. On Saturday, Café con Bo.",
    ),
    "nothing, and an event next week": (
        case(0, {COFFEE: "2026-12-02"}),
        "Nada para hoy. El miércoles de la semana que viene, Café con Bo.",
        "Nothing for today. On Wednesday next week, Café con Bo.",
    ),
    "two events on one day": (
        case(1, {COFFEE: "2026-11-24 9:00", "Feria": "2026-11-24 12:00"}),
        "Un gesto para hoy. Y mañana, Café con Bo y Feria.",
        "One small thing for today. And tomorrow, Café con Bo and Feria.",
    ),
    "two events, the second one sounds like i": (
        case(0, {COFFEE: "2026-11-24 9:00", "Inauguración": "2026-11-24 12:00"}),
        "Nada para hoy. Mañana, Café con Bo e Inauguración.",
        "Nothing for today. Tomorrow, Café con Bo and Inauguración.",
    ),
    "three events on one day": (
        case(0, {COFFEE: "2026-11-24 9:00", "Feria": "2026-11-24 12:00", "Cena": "2026-11-24 21:00"}),
        "Nada para hoy. Mañana, Café con Bo, Feria y Cena.",
        "Nothing for today. Tomorrow, Café con Bo, Feria and Cena.",
    ),
    "only the nearest of two events": (
        case(0, {COFFEE: "2026-11-25", "Feria": "2026-11-26"}),
        "Nada para hoy. El miércoles, Café con Bo.",
        "Nothing for today. On Wednesday, Café con Bo.",
    ),
    "an event whose day is not known": (case(0, {COFFEE: "2026-11"}), NOTHING["es"], NOTHING["en"]),
    "an event gone by": (case(0, {COFFEE: "2026-11-22"}), NOTHING["es"], NOTHING["en"]),
    "an event that was cancelled": (
        case(0, {COFFEE: "2026-11-24\n    status: cancelled"}),
        NOTHING["es"],
        NOTHING["en"],
    ),
    "an event that was declined": (
        case(0, {COFFEE: "2026-11-24\n    rsvp: {state: no}"}),
        NOTHING["es"],
        NOTHING["en"],
    ),
    "on a Sunday, tomorrow is next week": (
        case(0, {COFFEE: "2026-11-30"}, day="2026-11-29"),
        "Nada para hoy. Mañana, Café con Bo.",
        "Nothing for today. Tomorrow, Café con Bo.",
    ),
    "on New Year's Eve": (
        case(0, {COFFEE: "2027-01-02"}, day="2026-12-31"),
        "Nada para hoy. El sábado, Café con Bo.",
        "Nothing for today. On Saturday, Café con Bo.",
    ),
    "a title with marks": (
        case(0, {"'{x} & <i> *y*'": "2026-11-24"}),
        "Nada para hoy. Mañana, {x} & <i> *y*.",
        "Nothing for today. Tomorrow, {x} & <i> *y*.",
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_sentence_of_today(situation: str) -> None:
    text, spanish, english = SITUATIONS[situation]
    assert sentence(text, "es") == spanish
    assert sentence(text, "en") == english


@pytest.mark.parametrize(("language", "said"), [
    ("es", "Tu tertulia empieza con una persona."), ("en", "Your circle starts with one person."),
])
def test_on_the_first_day_it_says_how_to_begin(language: str, said: str) -> None:
    assert sentence("day: 2026-11-23", language) == said
    assert "ana-ruiz.yml" in make_pages(ground(Reading(Network(NOBODY))), language)[""].body


@pytest.mark.parametrize(("audience", "language", "said"), [
    ("public", "es", "La tertulia de Nuria."), ("public", "en", "The circle of Nuria."),
    ("shared", "es", "La tertulia de Nuria."), ("shared", "en", "The circle of Nuria."),
])
def test_others_read_whose_circle_it_is_and_nothing_of_what_there_is_to_do(
    audience: Audience, language: str, said: str
) -> None:
    assert sentence(case(3, {COFFEE: "2026-11-24"}), language, audience) == said


@pytest.mark.parametrize(("language", "said"), [("es", "Una tertulia y su gente."), ("en", "A circle and its people.")])
def test_others_read_no_name_where_none_is_written(language: str, said: str) -> None:
    page = make_pages(ground(Reading(Network(NOBODY)), "public"), language)[""]
    assert said in text_of(parsed(page.body))


def test_no_more_than_four_things_stand_below_the_sentence() -> None:
    tree = parsed(make_pages(ground_of_case(case(12)), "es")[""].body)
    rows = next(e for e in elements(tree) if e.get("class") == "tt-rows")
    assert len(rows) == 4
    assert "Los 12 seguimientos" in text_of(tree)

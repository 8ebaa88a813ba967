"""The sentence of today: the whole answer in one line, in every situation there is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.coach.rulebook import all_rules
from generator.edition.edition import make_pages
from generator.edition.ground import sources_in
from generator.pages import today
from generator.records.network import Network
from generator.records.places import Place
from generator.records.problems import Problem
from generator.records.reading import NOBODY, Reading
from generator.records.record import Audience
from tests.editions import ground, ground_of_case
from tests.markup import elements, name_of, parsed, text_of

COFFEE = "Café con Bo"
NOTHING = {
    "es": "Nada para hoy. Buen día para saludar a alguien sin motivo.",
    "en": "Nothing for today. A good day to say hello for no reason.",
}
ONE = {
    "es": "Un gesto para hoy: da las gracias a Persona 0.",
    "en": "One small thing for today: thank Persona 0.",
}


HALF = "goal: conocernos\n    venue: Aquí\n    topics: [libros]"
"""What an event has whose preparation has begun."""


def case(
    things: int = 0, events: Mapping[str, str] | None = None, day: str = "2026-11-23",
    rules: tuple[str, ...] = ("missing-thanks",),
) -> str:
    """A network with so many thanks to give and those events, by title; every other rule keeps silent."""
    lines = [f"day: {day}", "contacts:", "  bo: {name: Bo Larsen}"]
    lines += [f"  friend-{n}: {{name: Alguien {n}}}" for n in range(4)]
    for n in range(things):
        lines += [f"  c{n}:", f"    name: Persona {n}", "    favours:", "    - {date: 2026-10-10, by: them, what: x}"]
    lines += ["events:"] if events else []
    for n, (title, written) in enumerate((events or {}).items()):
        lines += [f"  e{n}:", f"    title: {title}", f"    date: {written}"]
    return "\n".join([*lines, _only(*rules)])


def only(rule: str, **fields: str) -> str:
    """A network in which one rule may speak, and Bo's record has those fields."""
    bo = ", ".join(f"{name}: {written}" for name, written in fields.items())
    return case().partition("coach:")[0].replace("Bo Larsen", f"Bo Larsen, {bo}") + _only(rule)


def _only(*rules: str) -> str:
    off = ", ".join(f"{name}: {{off: true}}" for name in all_rules() if name not in rules)
    return f"coach: {{rules: {{{off}}}}}"


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
        "Un gesto para hoy: da las gracias a Persona 0. Y hoy mismo, Café con Bo, a las 10:00, aún por preparar.",
        "One small thing for today: thank Persona 0. And today, Café con Bo at 10:00, still to prepare.",
    ),
    "a thing, and an event tomorrow": (
        case(1, {COFFEE: "2026-11-24"}),
        "Un gesto para hoy: da las gracias a Persona 0. Y mañana, Café con Bo, aún por preparar.",
        "One small thing for today: thank Persona 0. And tomorrow, Café con Bo, still to prepare.",
    ),
    "a thing, and an event on Wednesday": (
        case(1, {COFFEE: "2026-11-25"}),
        "Un gesto para hoy: da las gracias a Persona 0. Y el miércoles, Café con Bo.",
        "One small thing for today: thank Persona 0. And on Wednesday, Café con Bo.",
    ),
    "a thing, and an event on Sunday of this week": (
        case(1, {COFFEE: "2026-11-29"}),
        "Un gesto para hoy: da las gracias a Persona 0. Y el domingo, Café con Bo.",
        "One small thing for today: thank Persona 0. And on Sunday, Café con Bo.",
    ),
    "a thing, and an event on Monday next week": (
        case(1, {COFFEE: "2026-11-30"}),
        "Un gesto para hoy: da las gracias a Persona 0. Y el lunes de la semana que viene, Café con Bo.",
        "One small thing for today: thank Persona 0. And on Monday next week, Café con Bo.",
    ),
    "a thing, and an event on Sunday next week": (
        case(1, {COFFEE: "2026-12-06"}),
        "Un gesto para hoy: da las gracias a Persona 0. Y el domingo de la semana que viene, Café con Bo.",
        "One small thing for today: thank Persona 0. And on Sunday next week, Café con Bo.",
    ),
    "a thing, and an event in two weeks": (case(1, {COFFEE: "2026-12-07"}), ONE["es"], ONE["en"]),
    "many things, and an event": (
        case(12, {"Feria": "2026-11-24"}),
        "Hay para varios días. Empieza por los cuatro primeros. Y mañana, Feria, aún por preparar.",
        "There is enough here for several days. Begin with the first four. And tomorrow, Feria, still to prepare.",
    ),
    "nothing, and an event today": (
        case(0, {COFFEE: "2026-11-23"}),
        "Hoy, Café con Bo, aún por preparar.",
        "Today, Café con Bo, still to prepare.",
    ),
    "nothing, and an event tomorrow": (
        case(0, {COFFEE: "2026-11-24"}),
        "Nada para hoy. Mañana, Café con Bo, aún por preparar.",
        "Nothing for today. Tomorrow, Café con Bo, still to prepare.",
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
        "Un gesto para hoy: da las gracias a Persona 0. Y mañana, Café con Bo y Feria.",
        "One small thing for today: thank Persona 0. And tomorrow, Café con Bo and Feria.",
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
        "Nada para hoy. Mañana, Café con Bo, aún por preparar.",
        "Nothing for today. Tomorrow, Café con Bo, still to prepare.",
    ),
    "on New Year's Eve": (
        case(0, {COFFEE: "2027-01-02"}, day="2026-12-31"),
        "Nada para hoy. El sábado, Café con Bo.",
        "Nothing for today. On Saturday, Café con Bo.",
    ),
    "a promise to keep, named with what it was": (
        only("promise-due", promises="[{by: me, what: la lista, due: 2026-11-23}]"),
        "Un gesto para hoy: cumple lo que prometiste a Bo Larsen: la lista.",
        "One small thing for today: keep your promise to Bo Larsen: la lista.",
    ),
    "a promise that takes a paragraph to tell is not named": (
        only("promise-due", promises=f"[{{by: me, what: {'una lista de nombres ' * 5}, due: 2026-11-23}}]"),
        "Un gesto para hoy.",
        "One small thing for today.",
    ),
    "only a promise somebody made to you": (
        only("promise-to-me", promises="[{by: them, what: la lista, made: 2026-11-20}]"),
        "Nada para hoy: ahora le toca a Bo Larsen.",
        "Nothing for today: it is Bo Larsen's turn.",
    ),
    "a birthday": (
        only("birthday-soon", birthday="11-23"),
        "Un gesto para hoy. Hoy cumple años Bo Larsen.",
        "One small thing for today. It is Bo Larsen's birthday.",
    ),
    "back from an event": (
        case(0, {"Feria": "2026-11-22\n    status: attended"}, rules=("unreviewed-event",)),
        "Ayer, Feria: cuéntate en dos líneas cómo fue.",
        "Yesterday, Feria: tell yourself in two lines how it went.",
    ),
    "back from one event, and off to the next": (
        case(0, {"Feria": "2026-11-22", COFFEE: "2026-11-24"}, rules=("unreviewed-event",)),
        "Ayer, Feria: cuéntate en dos líneas cómo fue. Y mañana, Café con Bo, aún por preparar.",
        "Yesterday, Feria: tell yourself in two lines how it went. And tomorrow, Café con Bo, still to prepare.",
    ),
    "back from an event already told": (
        case(0, {"Feria": "2026-11-22\n    review: {lesson: llegar antes}"}, rules=("unreviewed-event",)),
        NOTHING["es"],
        NOTHING["en"],
    ),
    "an interview tomorrow, half prepared": (
        case(0, {"Entrevista en Norte": f"2026-11-24 13:00\n    kind: interview\n    {HALF}"}),
        "Nada para hoy. Mañana, Entrevista en Norte, a las 13:00: quedan tres cosas por preparar.",
        "Nothing for today. Tomorrow, Entrevista en Norte at 13:00: three things left to prepare.",
    ),
    "an event tomorrow at one, all prepared but for one thing": (
        case(0, {COFFEE: f"2026-11-24 1:00\n    {HALF}\n    meet: [{{who: bo, question: ¿Qué tal?}}]"}),
        "Nada para hoy. Mañana, Café con Bo, a la 1:00: queda una cosa por preparar.",
        "Nothing for today. Tomorrow, Café con Bo at 1:00: one thing left to prepare.",
    ),
    "an event today, prepared": (
        case(0, {COFFEE: f"2026-11-23 10:00\n    {HALF}\n    arrive: 9:50\n    meet: [{{who: bo, question: ¿Qué?}}]"}),
        "Hoy, Café con Bo, a las 10:00: lo tienes todo a punto.",
        "Today, Café con Bo at 10:00: all ready.",
    ),
    "a thing that is about the next event is not told twice": (
        case(0, {COFFEE: "2026-11-24"}, rules=("event-without-prep",)),
        "Un gesto para hoy. Y mañana, Café con Bo, aún por preparar.",
        "One small thing for today. And tomorrow, Café con Bo, still to prepare.",
    ),
    "a Saturday": (
        case(day="2026-11-28"), "Nada para hoy. Buen fin de semana.", "Nothing for today. Have a good weekend."
    ),
    "a holiday": (
        case(day="2026-12-08"), "Nada para hoy. Que disfrutes de la fiesta.", "Nothing for today. Enjoy the holiday."
    ),
    "a single day between days off": (
        case(day="2027-10-11"), "Nada para hoy. Buen puente.", "Nothing for today. Enjoy the long weekend."
    ),
    "August": (
        case(day="2026-08-12"),
        "Nada para hoy. En agosto, lo que no corre prisa espera a septiembre.",
        "Nothing for today. In August, what is in no hurry waits for September.",
    ),
    "a circle of one": (
        "day: 2026-11-23\ncontacts:\n  bo: {name: Bo Larsen, met: {date: 2026-11-23}}",
        "Nada para hoy. Tu tertulia acaba de empezar: buen día para apuntar a alguien más.",
        "Nothing for today. Your circle has just begun: a good day to note one more person.",
    ),
    "everybody is paused": (
        "day: 2026-11-23\ncontacts:\n  bo: {name: Bo Larsen, status: paused}",
        "Nada para hoy: tienes a toda tu gente en pausa.",
        "Nothing for today: all your people are paused.",
    ),
    "everything was put off": (
        only("missing-thanks", favours="[{date: 2026-10-10, by: them, what: x}]",
             ignore="[{rule: missing-thanks, until: 2026-12-31, reason: la veo en enero}]"),
        "Nada para hoy: lo que hay lo has dejado para más adelante.",
        "Nothing for today: you have put off what there is.",
    ),
    "a title with marks": (
        case(0, {"'{x} & <i> *y*'": "2026-11-24"}),
        "Nada para hoy. Mañana, {x} & <i> *y*, aún por preparar.",
        "Nothing for today. Tomorrow, {x} & <i> *y*, still to prepare.",
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_sentence_of_today(situation: str) -> None:
    text, spanish, english = SITUATIONS[situation]
    assert sentence(text, "es") == spanish
    assert sentence(text, "en") == english


@pytest.mark.parametrize(("language", "said"), [
    ("es", "Nada para hoy en lo que se ha podido leer."), ("en", "Nothing for today in what could be read."),
])
def test_with_lines_that_could_not_be_read_it_does_not_claim_to_know_all(language: str, said: str) -> None:
    unread = Problem(Place("contacts/ana.yml", 1, 1), "missing", {"key": "name"})
    network = ground_of_case(case()).network
    page = next(iter(today.pages(sources_in(ground(Reading(network, (unread,))), language))))
    assert said in text_of(parsed(page.body))


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


@pytest.mark.parametrize(("things", "named", "more"), [
    (4, 4, ""), (5, 5, ""), (6, 4, "Y 2 más, en Seguimientos"), (12, 4, "Y 8 más, en Seguimientos"),
])
def test_what_the_sentence_counts_is_listed_or_said_to_be_more(things: int, named: int, more: str) -> None:
    tree = parsed(make_pages(ground_of_case(case(things)), "es")[""].body)
    rows = [text_of(row) for row in next(e for e in elements(tree) if e.get("class") == "tt-rows")]
    assert sum("Da las gracias" in row for row in rows) == named
    assert [row for row in rows if "Da las gracias" not in row] == [more] * bool(more)
    assert f"Los {things} seguimientos" in text_of(tree)

"""The prep sheet: what it says of people, topics, hours and the pitch before an event, and of what comes after."""

from __future__ import annotations

from typing import get_args
from xml.etree.ElementTree import Element

import pytest

from generator.coach.stay import planned_stay
from generator.edition.ground import Ground, sources_in
from generator.pages import prep_sheet
from generator.records.event import EventKind
from tests.editions import ground_of_case
from tests.markup import elements, parsed, text_of

KINDS: tuple[EventKind, ...] = get_args(EventKind)


def made(text: str) -> Ground:
    return ground_of_case(f"day: 2026-11-23\n{text}")


def sheet(ground: Ground, language: str = "es", event: str = "e") -> Element:
    sources = sources_in(ground, language)
    return parsed(prep_sheet.sheet(sources, sources.network.events[event]).body)


def part(tree: Element, name: str) -> str:
    """The words of one section by its id; empty where there is none."""
    found = next((e for e in elements(tree) if e.get("id") == name), None)
    return "" if found is None else text_of(found)


def said(text: str, name: str, language: str = "es") -> str:
    return part(sheet(made(text), language), name)


ANA = "ana: {name: Ana Ruiz, language: es, register: tu, closeness: active, topics: [las obras del local]"
CALL = ", log: [{date: 2026-11-01, kind: call, note: el viaje}]"


def fair(event: str, contacts: str = f"{ANA}{CALL}}}", me: str = "{name: Nuria, languages: [es]}") -> str:
    return f"""me: {me}
contacts:
  {contacts}
  bo: {{name: Bo Gil, closeness: wider, promises: [{{by: me, what: la lista}}]}}
events:
  e: {{title: Feria, date: 2026-11-26 9:30, kind: conference, {event}}}
"""


def test_it_says_with_whom_to_begin_and_proposes_others_with_a_reason_and_a_question() -> None:
    text = said(
        fair("expected: [ana, bo, {name: Laura, org: Hilo}], meet: [{who: ana, question: ¿Y las obras?}]"), "people"
    )
    assert "Empieza por Bo Gil: prometiste algo que aún está por llegar." in text
    assert "También merece la pena ver, por este orden, a:" in text
    assert text.index("Prometiste algo") < text.index("Aún no os conocéis, y ya sabes dónde trabaja.")
    assert "Sugerencia: «¿En qué anda Hilo estos días?»" in text
    assert "«¿Y las obras?»" in text


def test_your_own_question_is_never_marked_as_a_suggestion_and_a_suggestion_always_is() -> None:
    own = said(fair("meet: [{who: ana, question: ¿Y las obras?}]"), "people")
    assert "«¿Y las obras?»" in own
    assert "Sugerencia" not in own
    suggested = said(fair("meet: [ana]"), "people")
    assert "Sugerencia: «¿Qué tal las obras del local?»" in suggested
    assert "Falta tu primera pregunta." in suggested


def test_a_question_is_in_the_language_of_the_person_and_what_stands_around_it_in_the_readers() -> None:
    contacts = f"ana: {{name: Ana, language: en{CALL.replace('el viaje', 'the trip')}}}"
    tree = sheet(made(fair("meet: [ana]", contacts)))
    question = next(e for e in elements(tree) if e.get("lang") == "en")
    assert "What has happened since our call in November?" in text_of(question)
    assert "Sugerencia:" in part(tree, "people")


def test_where_nothing_is_known_one_general_question_is_given_for_all() -> None:
    text = said(fair("meet: [Ana Gil, Eva Paz], language: es"), "people")
    assert text.count("¿Qué charla no hay que perderse hoy?") == 1
    assert "Sugerencia" not in text


def test_for_whom_people_tire_two_are_enough_with_a_break_and_leave_to_go() -> None:
    me = "{name: Nuria, languages: [es], introvert: true}"
    tree = sheet(made(fair("expected: [ana, bo, {name: Laura, org: Hilo}], end: 18:00", me=me)))
    assert "Con dos conversaciones basta. Empieza por Bo Gil" in part(tree, "people")
    assert "También se espera a Laura (Hilo)" in part(tree, "people")
    assert (
        part(tree, "stay")
        == "Hacia las 11:30, sal diez minutos a tomar el aire. Desde las 13:30 puedes irte: con eso basta."
    )


def test_people_to_be_left_in_peace_are_neither_proposed_nor_asked_anything() -> None:
    contacts = f"{ANA}, status: do_not_contact, promises: [{{by: me, what: x}}]}}"
    text = said(fair("expected: [ana]", contacts), "people")
    assert "Ana Ruiz" not in text.partition("También se espera a")[0]
    assert "obras" not in text


def test_an_hour_to_be_there_is_marked_as_a_proposal_with_its_source_until_one_is_written() -> None:
    proposed = text_of(sheet(made(fair("travel: 40"))))
    assert "8:20 (propuesta)" in proposed
    assert "Para llegar a las 9:20, 10 minutos antes de que empiece" in proposed
    assert "arrive: 9:20" in proposed
    assert "propuesta" not in text_of(sheet(made(fair("travel: 40, arrive: 9:15"))))


def test_a_topic_shows_with_whom_it_was_talked_about_and_what_you_share_is_suggested_first() -> None:
    text = said("""
me: {name: Nuria, topics: [huertos y tomates]}
contacts:
  ana: {name: Ana, topics: [su perra, los tomates de su padre, {text: el coro, used: 2026-05-01}]}
events:
  e: {title: Café, date: 2026-11-26, kind: coffee, expected: [ana], topics: [el coro]}
""", "topics")
    assert "el coro (hablado con Ana: 1 de mayo)" in text
    assert "los tomates de su padre (Ana y tú); su perra (Ana)" in text
    assert "huertos" not in text


def test_who_could_help_whom_is_shown_with_a_word_about_asking_first() -> None:
    contacts = "ana: {name: Ana, needs: [a lawyer]}\n  cy: {name: Cy, offers: [abogada]}"
    text = said(fair("expected: [ana, cy]", contacts), "introduce")
    assert "Ana busca esto y Cy lo ofrece: a lawyer." in text
    assert "Pregunta primero a las dos partes." in text


def test_without_a_pitch_in_the_language_of_the_event_it_says_which_one_there_is() -> None:
    me = "{name: Nuria, pitches: [{id: es-30, language: es, seconds: 6, text: " + "uno " * 20 + "}]}"
    text = said(fair("language: en", me=me), "pitch")
    assert "Aún no tienes presentación en inglés. Tienes esta, en español:" in text
    assert "20 palabras; caben 15 en 6 s" in text
    assert "Quita 5 palabras" in text
    assert "con el nombre perdida" in said(fair("pitch: perdida", me=me), "pitch")


PAST = """
contacts:
  ana: {name: Ana Ruiz, met: {date: 2026-11-19, event: e}, promises: [{by: me, what: la lista, made: 2026-11-19}]}
  bo: {name: Bo Gil, closeness: close, log: [{date: 2026-11-20, kind: call}]}
events:
  before: {title: Antes, date: 2026-10-01, status: attended, review: {arrived: -5, questions: 3, talk_share: 0.6}}
  e:
    title: Feria
    date: 2026-11-19 9:30
    kind: conference
    status: attended
    review: {arrived: 4, questions: 7, met: [bo, Tomás Gil], lesson: Salir antes.}
"""


def test_looking_back_answers_five_questions_and_says_which_are_open() -> None:
    text = said(PAST, "review")
    assert text.count("¿") == 5
    assert "4 minutos después de lo que tenías pensado." in text
    assert "Unas 7 preguntas." in text
    assert "Sin anotar" in text  # the share of the talking
    assert "Bo Gil, Tomás Gil y Ana Ruiz. Prometiste: la lista (Ana)." in text
    assert "Salir antes." in text


def test_a_review_with_gaps_brings_the_lines_of_those_and_no_others() -> None:
    lines = next(e for e in elements(sheet(made(PAST))) if e.get("id") == "review-lines")
    assert text_of(lines).strip().startswith("talk_share: 0.5")
    assert not any(key in text_of(lines) for key in ("review:", "arrived", "met:", "questions", "lesson", "date"))
    whole = PAST.replace("arrived: 4,", "arrived: 4, talk_share: 0.5,")
    assert not [e for e in elements(sheet(made(whole))) if e.get("id") == "review-lines"]


def test_everybody_met_has_what_comes_next_with_its_day_and_a_link() -> None:
    tree = sheet(made(PAST))
    text = part(tree, "met")
    assert text.index("Bo Gil") < text.index("Tomás Gil") < text.index("Ana Ruiz")
    assert "hacia el 18 de febrero de 2027" in text
    assert "Apunta su nombre en data/contacts/ y mándale un primer mensaje. hasta el lunes 23 de noviembre" in text
    assert "Escribe tu primer mensaje a Ana Ruiz" in text
    links = [e.get("href", "") for e in elements(tree) if e.tag == "a"]
    assert "../../follow-ups/#no-first-follow-up-ana" in links


def test_the_last_reviews_stand_side_by_side_with_a_table_that_says_the_same() -> None:
    tree = sheet(made(PAST))
    charts = [e for e in elements(tree) if e.get("class") == "tt-bars"]
    assert len(charts) == 2  # one review says nothing of the talking
    assert "1 oct: -5; 19 nov: 4" in part(tree, "trend")
    table = next(e for e in elements(tree) if e.tag == "table" and e.get("class") == "tt-table")
    rows = [[text_of(cell) for cell in row] for row in elements(table) if row.tag == "tr"]
    assert rows[1:] == [["Antes", "1 de octubre", "-5", "60", "3"], ["Feria", "19 de noviembre", "4", "·", "7"]]


def test_without_a_review_the_five_questions_come_with_lines_to_paste_and_no_chart() -> None:
    text = PAST.replace(
        "review: {arrived: 4, questions: 7, met: [bo, Tomás Gil], lesson: Salir antes.}", "expected: [bo]"
    )
    tree = sheet(made(text))
    assert part(tree, "review").count("¿") == 5
    assert "met: [bo]" in part(tree, "review-lines")
    assert part(tree, "trend") == ""


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("mode", ["in_person", "online", "hybrid"])
@pytest.mark.parametrize("kind", [*KINDS, None])
def test_every_kind_has_a_sheet_that_makes_sense_before_and_after(kind: str | None, mode: str, language: str) -> None:
    of_kind = f"kind: {kind}, " if kind else ""
    ground = made(f"""
me: {{name: Nuria, introvert: true, topics: [abejas]}}
contacts:
  ana: {{name: Ana Ruiz, topics: [el coro], log: [{{date: 2026-05, kind: call, note: x}}]}}
  bo: {{name: Bo}}
events:
  e: {{title: E, {of_kind}mode: {mode}, date: 2026-11-26 10:00, end: 12:00,
      expected: [ana, bo, {{name: Eva}}], host: Luis}}
  past: {{title: E, {of_kind}mode: {mode}, date: 2026-11-19 10:00, end: 12:00, status: attended,
         expected: [ana], host: Luis}}
  bare: {{title: E, {of_kind}mode: {mode}, date: 2026-12}}
""")
    before, after, bare = (sheet(ground, language, event) for event in ("e", "past", "bare"))
    questions = part(before, "people")
    assert questions.count("«") + questions.count("“") >= 1
    travels = mode == "in_person" and kind not in ("call", "webinar")
    assert ("arrive: 9:" in text_of(before)) == travels
    alone = kind in ("coffee", "call", "meal", "meeting", "interview")
    assert ("Luis" in part(after, "met")) == alone, "whoever invites to a small occasion was there"
    assert part(after, "review").count("?") >= 4
    assert ("talk_share" in part(after, "review-lines")) == (kind != "webinar")
    assert part(bare, "topics")
    sources = sources_in(ground, language)
    planned = planned_stay(sources.network.events["e"], sources.network.me, sources.settings)
    assert bool(part(before, "stay")) == (planned is not None)


DINNER = """contacts:
  lucia: {name: Lucía Vega, language: es, register: tu, channels: {email: lucia@vega.example}}
events:
  e: {title: Cena de otoño, date: 2026-11-26 21:00, kind: meetup, host: lucia, %s}
"""


@pytest.mark.parametrize(
    ("answer", "title", "line"),
    [
        ("rsvp: {state: yes, invited: 2026-11-02}", "Si al final no puedes", "Siento avisarte con tan poco margen."),
        ("rsvp: {state: open, invited: 2026-11-02}", "Si es que no", "Esta vez no voy a poder"),
        ("rsvp: {state: yes}, status: skipped", "Avisa de que no vas a ir", "Siento avisarte con tan poco margen."),
    ],
)
def test_there_is_a_way_out_with_a_letter_to_the_host_and_the_line_that_settles_it(
    answer: str, title: str, line: str
) -> None:
    ground = made(DINNER % answer)
    words = part(sheet(ground), "decline")
    assert words.startswith(title)
    assert line in words
    assert "state: no" in words
    assert "replied: 2026-11-23" in words
    assert ("invited: 2026-11-02" in words) == ("invited" in answer)
    link = next(e for e in elements(sheet(ground)) if e.get("href", "").startswith("mailto:lucia@vega.example"))
    assert "?subject=" in link.get("href", "")
    assert "Cena de otoño" in words
    assert ("No vas a ir" in text_of(sheet(ground))) == ("skipped" in answer)


@pytest.mark.parametrize("answer", ["rsvp: {state: no}", "status: cancelled", "status: attended"])
def test_there_is_no_way_out_of_what_is_answered_or_over(answer: str) -> None:
    assert said(DINNER % answer, "decline") == ""


def test_without_anybody_to_tell_there_is_no_way_out_and_an_unknown_host_is_left_blank() -> None:
    assert said("events: {e: {title: Feria, date: 2026-11-26}}", "decline") == ""
    words = said("events: {e: {title: Feria, date: 2026-11-26, host: Gremio de Impresores}}", "decline")
    assert "Borrador para Gremio de Impresores" in words
    assert "Buenos días, [nombre]:" in words


def test_the_sheet_says_how_ready_you_are_and_leads_to_what_is_open() -> None:
    tree = sheet(made(fair("goal: clientes, meet: [{who: ana, question: ¿Y las obras?}]")))
    words = part(tree, "ready")
    assert words.startswith("Listo: 3 de 7. Queda por decidir:")
    assert "Temas" in words
    assert "A qué vas" not in words
    assert {"#topics", "#pitch"} <= {e.get("href") for e in elements(tree)}
    assert said("events: {e: {title: Algo, date: 2026-12-01}}", "ready").startswith("Listo: 0 de 5.")
    assert said("events: {e: {title: Algo, date: 2026-11-01}}", "ready") == ""

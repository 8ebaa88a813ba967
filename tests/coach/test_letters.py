"""The letter checks see slips of courtesy and let innocent words pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.coach.letters import (
    FORMAL,
    FORMAL_WHEN_USTED,
    INFORMAL,
    comma_after_greeting,
    don_with_surname,
    mixed_forms,
)
from generator.records.names import NameParts


def name(**parts: object) -> NameParts:
    return NameParts.model_validate(parts)


@pytest.mark.parametrize(("text", "found"), [
    ("Te escribo para saber si usted podría venir.", ("Te", "usted")),
    ("Le agradezco tu ayuda.", ("tu", "Le agradezco")),
    ("¿Puedes venir? Quedo a su disposición.", ("Puedes", "a su disposición")),
    ("Gracias por contarme lo tuyo. Reciba un cordial saludo.", ("tuyo", "Reciba un")),
    ("Dígame si te viene bien.", ("te", "Dígame")),
    ("Cuéntame qué le parece a Vd. el índice.", ("Cuéntame", "Vd")),
    ("Si le viene bien, nos vemos contigo el lunes.", ("contigo", "Si le viene bien"[3:])),
])
def test_tu_and_usted_in_one_letter_are_seen(text: str, found: tuple[str, str]) -> None:
    assert mixed_forms(text) == found


@pytest.mark.parametrize("text", [
    "",
    "Te escribo por lo del jueves. ¿Te viene bien el lunes?",
    "Le escribo por lo del jueves. ¿Le viene bien el lunes? Quedo a su disposición.",
    "Hablé con la editora: le gustó tu índice y su respuesta llegará pronto.",
    "¿Le escribo a Marta para que te llame?",
    "¿Le viene bien a Marta que vengas tú?",
    "Me preguntó «¿usted es de aquí?» y me acordé de ti.",
    'Me preguntó "¿usted es de aquí?" y me acordé de ti.',
    "¿Te parece que dejemos el usted?",
    "Nos tratábamos de usted, ¿te acuerdas?",
    "Un té con usted siempre es un placer.",
    "El autobús, el plural y tutoría no son para usted.",
    "¿Venís vosotros? Os espero. Ustedes dos, Bo y tú, fuisteis los primeros.",
    "Si usted cuenta las cuentas, gana las ganas.",
])
def test_one_form_and_other_peoples_words_pass(text: str) -> None:
    assert mixed_forms(text) is None


def test_su_and_le_count_only_where_the_two_say_usted() -> None:
    text = "Este es el caso que te mencioné. Gracias por su tiempo."
    assert mixed_forms(text) is None
    assert mixed_forms(text, "tu") is None
    assert mixed_forms(text, "usted") == ("te", "su")


def test_no_word_belongs_to_both_forms() -> None:
    assert not INFORMAL & (FORMAL | FORMAL_WHEN_USTED)
    assert all(word == word.lower() for word in INFORMAL | FORMAL | FORMAL_WHEN_USTED)


RUIZ = name(given="Ana", surnames=["Ruiz", "Ortega"])


@pytest.mark.parametrize(("text", "who", "found"), [
    ("Estimada doña Ruiz:", RUIZ, "doña Ruiz"),
    ("Estimada Doña Ruiz Ortega:", RUIZ, "Doña Ruiz Ortega"),
    ("Estimada D.ª Ruiz:", RUIZ, "D.ª Ruiz"),
    ("Hablé con don Lind ayer.", name(full="Bo Lind"), "don Lind"),
    ("Estimado don del Amo:", name(given="Pedro", particle="del", surnames=["Amo"]), "don del Amo"),
    ("Estimada doña Ruiz:", name(full="Ana Ruiz Ortega"), "doña Ruiz"),
    ("Estimada doña Ruiz:", name(full="Ana María Ruiz"), "doña Ruiz"),
    ("Estimado don Xosé: lo dijo don Loureiro.", name(full="Xosé Loureiro Castro"), "don Loureiro"),
])
def test_don_and_dona_before_a_surname_alone_are_seen(text: str, who: NameParts, found: str) -> None:
    assert don_with_surname(text, who) == found


@pytest.mark.parametrize(("text", "who"), [
    ("Estimada doña Ana:", RUIZ),
    ("Estimada doña Ana Ruiz:", RUIZ),
    ("Estimada señora Ruiz:", RUIZ),
    ("Estimada doña María:", name(full="Ana María Ruiz")),
    ("Estimada doña María José:", name(full="María José Ruiz")),
    ("Estimado don Alonso:", name(given="Alonso", surnames=["Alonso"])),
    ("Saludos a don Ruiz Gómez, su tío.", RUIZ),
    ("Tiene un don natural.", name(full="Eva Natural")),
    ("Vio a Don.", name(full="Don")),
    ("Estimado don Ruiz:", name(full="Ruiz")),
    ("", RUIZ),
])
def test_first_names_and_other_people_pass(text: str, who: NameParts) -> None:
    assert don_with_surname(text, who) is None


@pytest.mark.parametrize(("text", "found"), [
    ("Hola, Ana,\n\n¿Cómo va todo?", "Hola, Ana,"),
    ("Hola,\nte escribo por lo del jueves.", "Hola,"),
    ("\n  Buenos días, Carmen,  \nLe escribo por lo del jueves.", "Buenos días, Carmen,"),
    ("Estimada señora Ruiz,\nLe escribo.", "Estimada señora Ruiz,"),
    ("Estimado don Pedro del Amo,\nLe escribo.", "Estimado don Pedro del Amo,"),
    ("Querida Ana, qué alegría verte.", "Querida Ana,"),
    ("Hola a todas,\nos cuento.", "Hola a todas,"),
    ("Muy señora mía,\nLe escribo.", "Muy señora mía,"),
])
def test_a_comma_after_the_greeting_is_seen(text: str, found: str) -> None:
    assert comma_after_greeting(text) == found


@pytest.mark.parametrize("text", [
    "",
    "\n\n",
    "Hola, Ana:\n\n¿Cómo va todo?",
    "Estimada Ana:\n\nLe escribo.",
    "Estimadas Ana, Bo y Carla:\n\nOs escribo.",
    "Hola, Ana, ¿te va bien el lunes?",
    "Hola, Ana,",
    "Hola, Ana, te escribo para contarte que, al final,\nno voy.",
    "Querida por todo el barrio, la panadería cierra.",
    "Dear Ana,\n\nThe comma is fine here.",
    "Ayer, al volver,\nme acordé de ti.",
    "Holanda es bonita,\ny llana.",
])
def test_colons_chats_and_other_openings_pass(text: str) -> None:
    assert comma_after_greeting(text) is None


@given(st.text(), st.sampled_from(["tu", "usted", None]))
def test_no_text_breaks_a_check(text: str, form: str | None) -> None:
    mixed_forms(text, form)  # type: ignore[arg-type]  # hypothesis knows no literals
    don_with_surname(text, RUIZ)
    comma_after_greeting(text)

"""Drafts: every letter keeps to its register and its facts, and says honestly what it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.coach.declining import declines
from generator.coach.drafts import Draft, draft_for, receivers
from generator.coach.facts import ALWAYS, BY_HAND, FACTS, SPOKEN, Facts
from generator.coach.finding import Fact, Finding, LogLine
from generator.coach.proofreading import ContentError
from generator.coach.texts import Letter, Register, read_drafts
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.network import Network
from generator.records.owner import Me, Organisation
from generator.records.places import Place
from generator.records.record import ID_KEY

FOLDER = Path(__file__).parents[2] / "content" / "drafts"
DRAFTS = read_drafts(FOLDER)
DAY = date(2026, 11, 23)
KINDS = {
    "first-message", "promise-kept", "thanks", "checking-in", "reminder", "ask-introduction", "introduction",
    "how-it-went", "congratulation", "declining-late", "reviving",
}
VOICES: tuple[tuple[str, Register | None], ...] = (("es", "tu"), ("es", "usted"), ("en", None))
MATTERS = [(kind, None) for kind in sorted(KINDS - {"thanks"})] + [("thanks", effort) for effort in range(1, 6)]
NEUTRAL = [("first-message", None), ("checking-in", None), ("declining-late", None), ("thanks", 1), ("thanks", 2)]

GUESSED = {
    "es": {"él", "ella", "ellos", "ellas", "encantado", "encantada", "todos", "juntos"},
    "en": {"he", "she", "him", "her", "his"},
}
IMPLIED = {"other_short": "other", "both": "other"}
"""Who is named whole can be named short."""

SLOT = re.compile(r"\{(\w*)(?:\?([^{}]*))?\}")
TU = {
    "tú", "tu", "tus", "te", "ti", "contigo", "tuyo", "tuya", "os", "vosotros", "vuestra", "vuestro", "eres", "estás",
    "tienes", "quieres", "puedes", "sabes", "andas", "prefieres", "echas", "crees", "dime", "dímelo", "mira",
    "cuéntame", "contestes", "disfrútalo", "podéis",
}
USTED = {
    "usted", "ustedes", "le", "les", "su", "sus", "suyo", "suya", "dígame", "dígamelo", "cuénteme", "cuente",
    "conteste", "disfrútelo", "puede", "pueden", "prefiere", "cree", "tiene", "quedó", "dijo", "presentó", "puso",
    "abrió",
}
CLICHES = ("espero que", "no dude", "quedo a", "a su disposición", "a tu disposición", "aprovecho", "i hope this",
           "finds you well", "checking in", "touch base", "reach out", "don't hesitate", "circle back", "deuda",
           "sorry to bother", "perdona", "molest", "honor", "humild")


def contact(name: str, **keys: object) -> Contact:
    return Contact.model_validate({"name": name, **keys, ID_KEY: name.casefold().split(maxsplit=1)[0]})


def network(*people: Contact, me: object = "Nuria Salvatierra Gil", **keys: object) -> Network:
    owner = Me.model_validate({"name": me, "languages": ["es", "en"], **keys})
    return Network(owner, {c.id: c for c in people}, {}, {"faro": Organisation.model_validate({"name": "Faro"})})


UX = Event.model_validate({"title": "Meetup UX", "date": "2026-11-19", ID_KEY: "ux"})
NOTES: dict[str, dict[str, str]] = {
    "es": {"favour": "revisó mi propuesta", "promise": "la lista de imprentas", "task": "pasarme el contacto",
           "topic": "el portal nuevo", "effect": "firmaron el viernes", "why": "un manual que necesita revisión"},
    "en": {"favour": "read my draft", "promise": "the list of printers", "task": "send me the contact",
           "topic": "the new website", "effect": "they signed on Friday", "why": "a handbook that needs a reader"},
}


def full(language: str, register: Register | None, **keys: object) -> Contact:
    said = NOTES[language]
    effect = said["effect"].replace("they", "the firm")
    return contact(
        "Carmen Vidal Soto", language=language, register=register, org="faro", role="editora",
        topics=[{"text": said["topic"], "used": "2024-05-12"}], log=[{"date": "2024-05-12", "kind": "coffee"}],
        favours=[{"date": "2026-11-13", "by": "them", "what": said["favour"], "outcome": {"text": effect}}],
        met={"date": "2026-11-19", "through": "Pedro del Amo"}, birthday="11-25",
        introductions=[{"to": "marta", "why": said["why"]}], **keys,
    )


def finding(kind: str, who: Contact, effort: int | None = None, *, known: bool = True) -> Finding:
    """A finding as a rule would make it, with all its facts or with nothing but the person."""
    said = NOTES[who.language or "es"]
    marta = contact("Marta Iglesias", language=who.language, register=who.address_form)
    all_facts: dict[str, dict[str, Fact]] = {
        "first-message": {"date": PartialDate(2026, 11, 19), "event": UX},
        "promise-kept": {"what": said["promise"]}, "reminder": {"what": said["task"]},
        "thanks": {"what": said["favour"], "date": PartialDate(2026, 11, 13)},
        "how-it-went": {"what": said["favour"], "date": PartialDate(2026, 11, 13), "other": marta},
        "checking-in": {"date": PartialDate(2026, 5, 12), "event": UX, "on": PartialDate(2026, 11, 26)},
        "ask-introduction": {"other": marta}, "introduction": {"other": marta},
        "congratulation": {"what": said["promise"]}, "declining-late": {"event": UX},
    }
    facts: dict[str, Fact] = {"who": who, **(all_facts.get(kind, {}) if known else {})}
    return Finding(who, Place("", 0, 0), "keep", facts=facts, draft=kind, effort=effort)


def drafted(kind: str, effort: int | None, who: Contact, *, known: bool = True, **keys: Any) -> Draft | None:
    return draft_for(finding(kind, who, effort, known=known), network(who, **keys), DAY, DRAFTS)


Situation = tuple[tuple[str, ...], Letter]
"""What must be known, and the letter for it."""


def letters(kind: str, effort: int | None, language: str, register: Register | None) -> list[Situation]:
    found = [(v.when, v.letter(language, register)) for v in DRAFTS.kinds[kind] if v.effort == effort]
    return [(when, letter) for when, letter in found if letter]


def all_letters() -> Iterator[Any]:
    for kind, effort in MATTERS:
        for language, register in (*VOICES, ("es", None)):
            for when, letter in letters(kind, effort, language, register):
                name = "-".join(map(str, (kind, effort or "", language, register or "", *when)))
                yield pytest.param(kind, language, register, when, letter, id=name)


LETTERS = list(all_letters())
each_letter = pytest.mark.parametrize(("kind", "language", "register", "when", "letter"), LETTERS)


def words(text: str) -> set[str]:
    return set(re.findall(r"[\w']+", SLOT.sub("", text).casefold()))


def said(letter: Letter) -> str:
    return f"{letter.subject}\n{letter.text}"


def core(letter: Letter, when: tuple[str, ...]) -> str:
    """The letter without its greeting and its closing."""
    paragraphs = letter.text.strip().split("\n\n")
    return "\n\n".join(paragraphs[1:] if "call" in when else paragraphs[1:-1])


def test_all_kinds_are_there() -> None:
    assert set(DRAFTS.kinds) == KINDS
    assert len(LETTERS) > 100


@pytest.mark.parametrize(("kind", "effort"), MATTERS)
@pytest.mark.parametrize(("language", "register"), VOICES)
def test_every_matter_has_two_situations_and_the_last_one_always_fits(
    kind: str, effort: int | None, language: str, register: Register | None
) -> None:
    found = letters(kind, effort, language, register)
    assert len(found) >= 2
    assert [when for when, _ in found].index(()) == len(found) - 1
    assert len({letter.text for _, letter in found}) == len(found)


@pytest.mark.parametrize(("kind", "effort"), NEUTRAL)
def test_what_addresses_nobody_has_two_situations_too(kind: str, effort: int | None) -> None:
    found = letters(kind, effort, "es", None)
    assert len(found) >= 2
    assert found[-1][0] == ()


@each_letter
def test_a_letter_names_only_facts_that_exist_and_every_blank_has_a_hint(
    kind: str, language: str, register: Register | None, when: tuple[str, ...], letter: Letter
) -> None:
    assert kind
    assert language
    assert register in {"tu", "usted", None}
    assert set(when) <= FACTS - ALWAYS
    for name, hint in SLOT.findall(said(letter)):
        assert name in FACTS or (not name and hint)
        assert name in ALWAYS or IMPLIED.get(name, name) in when or hint, f"{name} may be unknown and says no hint"
    assert not re.sub(SLOT, "", said(letter)).count("{")
    assert not any(hint for _, hint in SLOT.findall(letter.subject)), "a subject has no blanks"


@each_letter
def test_a_letter_greets_and_closes_as_its_language_does(
    kind: str, language: str, register: Register | None, when: tuple[str, ...], letter: Letter
) -> None:
    paragraphs = letter.text.strip().split("\n\n")
    greeting, following = paragraphs[0], SLOT.sub("X", paragraphs[1])
    if "call" in when:
        assert "{me" in greeting
        assert letter.subject == ""
        return
    assert paragraphs[-1] == "{bye},\n{me}"
    assert greeting[-1] == (":" if language == "es" else ",")
    assert "\n" not in greeting
    assert following[0].isupper() or following[0] in "¿["
    assert re.search(r"\{(greet|both)\}" if register == "usted" else r"\{(first|both)\}", greeting), kind
    assert not words(greeting) & {"estimado", "estimada", "querido", "querida"}


@each_letter
def test_a_letter_keeps_to_one_register(
    kind: str, language: str, register: Register | None, when: tuple[str, ...], letter: Letter
) -> None:
    if language == "en":
        return
    used = words(said(letter)) - {"disfrutarlo"}
    strange = {"tu": USTED, "usted": TU, None: TU | USTED}[register]
    # A person introduced, news reaching us and a thing that starts are third persons in a letter with tú.
    assert not used & (strange - ({"presentó"} if "through" in when else set())), (kind, used & strange)
    if register != "tu":
        assert not {w for w in used if re.search(r"(aste|iste)s?$", w) and w not in {"triste", "existe"}}


@each_letter
def test_a_letter_is_plain(
    kind: str, language: str, register: Register | None, when: tuple[str, ...], letter: Letter
) -> None:
    text = said(letter).casefold()
    assert not set("!¡") & set(text), (kind, language, register, when)
    assert not [c for c in CLICHES if c in text]
    assert not words(text) & GUESSED[language]


@each_letter
def test_thanks_are_short_and_ask_for_nothing(
    kind: str, language: str, register: Register | None, when: tuple[str, ...], letter: Letter
) -> None:
    if kind != "thanks":
        return
    assert len(re.findall(r"\.(?=\s|$)", core(letter, when))) <= 4, (language, register)
    assert not words(letter.text) & {"podrías", "podría", "puedes", "puede", "could", "please"}
    assert "?" not in SLOT.sub("", letter.text)
    assert re.search("gracias|thank", letter.text, re.IGNORECASE)


def renders(draft: Draft) -> None:
    text = f"{draft.subject}\n{draft.body}"
    assert not set("{}") & set(text)
    assert "[]" not in text
    assert text.count("[") == text.count("]")
    assert "None" not in text
    assert not re.search(r"\b(de|a) el\b|  |\.\.|,\.|: \.", text)


@pytest.mark.parametrize(("kind", "effort"), MATTERS)
@pytest.mark.parametrize(("language", "register"), VOICES)
def test_with_full_facts_a_draft_is_made_from_them(
    kind: str, effort: int | None, language: str, register: Register | None
) -> None:
    draft = drafted(kind, effort, full(language, register))
    assert draft is not None
    assert (draft.language, draft.register, draft.kind) == (language, register, kind)
    renders(draft)
    assert len(draft.blanks) <= 1, draft.body


@pytest.mark.parametrize(("kind", "effort"), MATTERS)
@pytest.mark.parametrize(("language", "register"), VOICES)
def test_with_only_a_name_what_is_missing_is_a_blank(
    kind: str, effort: int | None, language: str, register: Register | None
) -> None:
    draft = drafted(kind, effort, contact("Sam", language=language, register=register), known=False)
    assert draft is not None
    renders(draft)
    assert "Sam" in draft.body
    assert draft.blanks or kind == "congratulation"


@pytest.mark.parametrize(("kind", "effort"), MATTERS)
def test_without_a_register_only_what_addresses_nobody_is_written(kind: str, effort: int | None) -> None:
    draft = drafted(kind, effort, contact("Sam", language="es"), known=False)
    assert (draft is not None) == ((kind, effort) in NEUTRAL)
    if draft:
        assert draft.register is None
        renders(draft)


@pytest.mark.parametrize(("kind", "effort"), MATTERS)
def test_the_same_facts_give_the_same_draft(kind: str, effort: int | None) -> None:
    assert drafted(kind, effort, full("es", "tu")) == drafted(kind, effort, full("es", "tu"))


def thanks(who: Contact, what: str, *, effort: int = 1, me: object = "Nuria", **owner: object) -> Draft | None:
    found = Finding(who, Place("", 0, 0), "thank", facts={"who": who, "what": what}, draft="thanks", effort=effort)
    return draft_for(found, network(who, me=me, **owner), DAY, DRAFTS)


@pytest.mark.parametrize(
    ("register", "what", "line"),
    [
        ("tu", "revisó mi propuesta", "Gracias por revisar mi propuesta."),
        ("usted", "me mandó un enlace", "Gracias por mandarme un enlace."),
        ("tu", "Una respuesta sobre el IVA.", "Gracias por la respuesta sobre el IVA."),
        ("tu", "leer mi propuesta", "Gracias por leer mi propuesta."),
        (None, "ella me presentó a Farmacias Sol", "Gracias por presentarme a Farmacias Sol."),
        ("tu", "read my draft", "Gracias por [la ayuda concreta: read my draft]."),
        ("tu", "la lectura de su tesis", "Gracias por [la ayuda concreta: la lectura de su tesis]."),
        ("usted", "la lectura de su tesis", "Gracias por la lectura de su tesis."),
        ("usted", "un rato de tu tiempo", "Gracias por [la ayuda concreta: un rato de tu tiempo]."),
        ("tu", "Ana leyó el borrador", "Gracias por [la ayuda concreta: Ana leyó el borrador]."),
        ("tu", "charla sobre precios", "Gracias por [la ayuda concreta: charla sobre precios]."),
        ("tu", "parte del informe", "Gracias por [la ayuda concreta: parte del informe]."),
    ],
)
def test_a_note_goes_in_only_where_it_makes_a_sentence(register: Register | None, what: str, line: str) -> None:
    draft = thanks(contact("Ana Ruiz", language="es", register=register), what)
    assert draft is not None
    assert line in draft.body


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("sent me a link", "Thank you for sending me a link."),
        ("she reviewed my offer", "Thank you for reviewing my offer."),
        ("a quick answer", "Thank you for the quick answer."),
        ("reading my draft", "Thank you for reading my draft."),
        ("me leyó el borrador", "Thank you for [what they did: me leyó el borrador]."),
        ("a word with her boss", "Thank you for [what they did: a word with her boss]."),
        ("morning", "Thank you for [what they did: morning]."),
    ],
)
def test_a_note_goes_into_an_english_letter_likewise(what: str, line: str) -> None:
    draft = thanks(contact("Sam Porter", language="en"), what)
    assert draft is not None
    assert line in draft.body


def test_a_favours_kind_speaks_where_its_note_does_not_fit() -> None:
    who = contact("Sam Porter", language="en",
                  favours=[{"date": "2026-11-10", "by": "them", "what": "me recomendó", "kind": "reference"}])
    draft = thanks(who, "me recomendó", effort=4)
    assert draft is not None
    assert "Thank you for the reference." in draft.body


def test_free_notes_never_go_into_a_draft() -> None:
    private = "parece triste y se va de la empresa"
    who = full("es", "tu", notes=private)
    who = who.model_copy(update={
        "met": who.met and who.met.model_copy(update={"note": private}),
        "log": tuple(e.model_copy(update={"note": private}) for e in who.log),
    })
    for kind, effort in MATTERS:
        draft = drafted(kind, effort, who)
        assert draft is not None
        assert private not in draft.body


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ({"given": "Carmen", "surnames": ["Vidal", "Soto"]}, "Buenos días, Carmen:"),
        ({"given": "Carmen", "surnames": ["Vidal", "Soto"], "honorific": "Doña"}, "Buenos días, doña Carmen:"),
        ({"given": "Julián", "honorific": "D."}, "Buenos días, don Julián:"),
        ({"given": "Ana", "surnames": ["Fuente", "Ortiz"], "particle": "de la", "honorific": "Dra."},
         "Buenos días, Dra. de la Fuente:"),
        ({"full": "Ana Ruiz Ortega", "honorific": "señora"}, "Buenos días, señora Ruiz:"),
        ("Dra. Ana Ruiz", "Buenos días, Ana:"),
        ({"full": "Alex", "honorific": "Prof."}, "Buenos días, Alex:"),
    ],
)
def test_usted_greets_with_a_title_where_one_is_noted_and_with_one_surname(name: Any, greeting: str) -> None:
    who = Contact.model_validate({"name": name, "language": "es", "register": "usted", ID_KEY: "x"})
    draft = thanks(who, "la respuesta")
    assert draft is not None
    assert draft.paragraphs[0] == greeting


@pytest.mark.parametrize(
    ("keys", "closing"),
    [
        ({"language": "es", "register": "tu"}, "Un saludo,\nNuria"),
        ({"language": "es", "register": "tu", "closeness": "close"}, "Un abrazo,\nNuria"),
        ({"language": "es", "register": "usted", "closeness": "close"}, "Un saludo cordial,\nNuria Salvatierra"),
        ({"language": "es"}, "Un saludo,\nNuria Salvatierra"),
        ({"language": "en"}, "Best wishes,\nNuria"),
        ({"language": "en", "closeness": "inner"}, "All the best,\nNuria"),
    ],
)
def test_one_signs_as_one_is_called(keys: dict[str, object], closing: str) -> None:
    draft = thanks(contact("Sam", **keys), "la respuesta", me="Nuria Salvatierra Gil")
    assert draft is not None
    assert draft.paragraphs[-1] == closing


def test_an_owner_without_a_name_signs_in_brackets() -> None:
    draft = thanks(contact("Sam", language="en"), "an answer", me="…")
    assert draft is not None
    assert draft.paragraphs[-1] == "Best wishes,\n[your name]"


@pytest.mark.parametrize(
    ("effort", "keys", "channel"),
    [
        (1, {}, "email"), (1, {"preferred_channel": "whatsapp"}, "whatsapp"),
        (2, {"channels": {"signal": "+34 600 123 456"}}, "signal"),
        (BY_HAND, {}, "card"), (BY_HAND, {"preferred_channel": "phone"}, "phone"),
        (4, {"preferred_channel": "phone"}, "card"), (5, {"preferred_channel": "email"}, "card"),
    ],
)
def test_thanks_for_real_effort_are_spoken_or_written_by_hand(effort: int, keys: dict[str, Any], channel: str) -> None:
    draft = thanks(contact("Sam", language="es", register="tu", **keys), "la respuesta", effort=effort)
    assert draft is not None
    assert draft.channel == channel
    assert (draft.subject == "") == (channel in {"card", "phone"})


@pytest.mark.parametrize("kind", sorted(SPOKEN))
def test_some_news_is_said_to_those_who_like_to_be_called(kind: str) -> None:
    draft = drafted(kind, None, full("es", "tu", preferred_channel="phone"))
    assert draft is not None
    assert draft.channel == "phone"
    assert draft.body.startswith("Carmen, soy Nuria.")


def test_no_present_is_spoken_of_where_none_may_be_given() -> None:
    for effort in (4, 5):
        welcome = thanks(contact("Sam", language="es", register="tu"), "la respuesta", effort=effort)
        official = contact("Sam", language="es", register="tu", public_official=True)
        public = thanks(official, "la respuesta", effort=effort)
        assert welcome is not None
        assert public is not None
        assert re.search("detalle|va con la tarjeta", welcome.body)
        assert not re.search("detalle|va con la tarjeta", public.body)


@pytest.mark.parametrize(
    ("title", "kind", "es", "en"),
    [
        ("Meetup UX", None, "el Meetup UX", "the Meetup UX"),
        ("Jornada Pymes", None, "la Jornada Pymes", "the Jornada Pymes"),
        ("XII Congreso de Archivos", None, "el XII Congreso de Archivos", "the XII Congreso de Archivos"),
        ("3.ª Feria del Libro", None, "la 3.ª Feria del Libro", "the 3.ª Feria del Libro"),
        ("PyCon", None, "PyCon", "PyCon"), ("London Design Fair", None, "London Design Fair", "the London Design Fair"),
        ("Café con Ana", "coffee", "el café", "our coffee"), ("III", None, "III", "III"),
    ],
)
def test_an_event_is_named_as_in_a_sentence(title: str, kind: str | None, es: str, en: str) -> None:
    event = Event.model_validate({"title": title, "date": "2026-11-19", **({"kind": kind} if kind else {})})
    for language, expected in (("es", es), ("en", en)):
        who = contact("Sam", language=language)
        found = Finding(who, Place("", 0, 0), "first", facts={"event": event}, draft="first-message")
        facts = Facts(found, network(who), DAY, DRAFTS.phrases, who, language, None)
        assert facts.known("event") == expected


@pytest.mark.parametrize(
    ("when", "es", "en"),
    [
        (PartialDate(2026, 11, 19), "el jueves 19 de noviembre", "on Thursday 19 November"),
        (PartialDate(2026, 5, 2), "el 2 de mayo", "on 2 May"),
        (PartialDate(2025, 5, 2), "el 2 de mayo de 2025", "on 2 May 2025"),
        (PartialDate(2026, 5), "en mayo de 2026", "in May 2026"), (PartialDate(2025), "en 2025", "in 2025"),
        (date(2026, 11, 26), "el jueves 26 de noviembre", "on Thursday 26 November"),
    ],
)
def test_dates_are_said_in_the_letters_language(when: date | PartialDate, es: str, en: str) -> None:
    for language, expected in (("es", es), ("en", en)):
        who = contact("Sam", language=language)
        found = Finding(who, Place("", 0, 0), "first", facts={"date": when}, draft="first-message")
        assert Facts(found, network(who), DAY, DRAFTS.phrases, who, language, None).known("date") == expected


def test_each_side_is_asked_on_its_own_and_the_others_need_is_not_told() -> None:
    marta = contact("Marta Iglesias", language="es", register="tu", needs=["un abogado laboralista"])
    ana = contact("Ana Ruiz", language="es", register="usted")
    both = network(marta, ana)
    facts: dict[str, Fact] = {"who": marta, "other": ana, "what": "un abogado laboralista"}
    found = Finding(marta, Place("", 0, 0), "introduce", facts=facts, draft="ask-introduction")
    assert receivers(found, both) == (marta, ana)
    first, second = (draft_for(found, both, DAY, DRAFTS, to) for to in receivers(found, both))
    assert first is not None
    assert second is not None
    assert "Sé que buscas un abogado laboralista" in first.body
    assert "Ana Ruiz." in first.body
    assert (first.register, second.register) == ("tu", "usted")
    assert "Marta Iglesias" in second.body
    assert "laboralista" not in second.body


def test_who_was_asked_already_is_not_asked_again() -> None:
    ana = contact("Ana Ruiz", language="es", register="tu")
    marta = contact("Marta Iglesias", language="es", register="tu",
                    introductions=[{"to": "ana", "asked": {"marta": {"date": "2026-11-20"}}}])
    found = Finding(marta, Place("", 0, 0), "introduce", facts={"who": marta}, draft="ask-introduction")
    assert receivers(found, network(marta, ana)) == (ana,)


@pytest.mark.parametrize(
    ("forms", "register", "start"),
    [(("tu", "tu"), "tu", "Hola, Marta e Inés:"), (("tu", "usted"), "usted", "Buenos días, Marta e Inés:")],
)
def test_an_introduction_speaks_to_both_at_once(forms: tuple[str, str], register: str, start: str) -> None:
    marta = contact("Marta Iglesias", language="es", register=forms[0])
    ines = contact("Inés Prado", language="es", register=forms[1], role="abogada", org="faro")
    found = Finding(marta, Place("", 0, 0), "introduce", facts={"who": marta, "other": ines}, draft="introduction")
    draft = draft_for(found, network(marta, ines), DAY, DRAFTS)
    assert draft is not None
    assert draft.register == register
    assert draft.paragraphs[0] == start
    assert draft.to == ("marta", "inés")
    assert "Marta Iglesias e Inés Prado (abogada, Faro)" in draft.body


def test_no_introduction_is_written_in_two_languages_or_past_an_unknown_register() -> None:
    marta = contact("Marta Iglesias", language="es", register="tu")
    for other in (contact("Sam", language="en"), contact("Ana", language="es")):
        found = Finding(marta, Place("", 0, 0), "introduce", facts={"who": marta, "other": other}, draft="introduction")
        assert draft_for(found, network(marta, other), DAY, DRAFTS) is None


def test_a_birthday_is_wished_and_no_age_is_named() -> None:
    who = contact("Ana", language="es", register="tu", birthday="1980-11-25")
    facts: dict[str, Fact] = {"who": who, "date": date(2026, 11, 25)}
    line = LogLine("ana", "message", "congratulate")
    found = Finding(who, Place("", 0, 0), "keep", facts=facts, draft="congratulation", settle=line)
    draft = draft_for(found, network(who), DAY, DRAFTS)
    assert draft is not None
    assert draft.subject == "Feliz cumpleaños"
    assert "46" not in draft.body


def test_the_host_gets_the_word_that_one_does_not_come() -> None:
    host = contact("Lucía", language="es", register="tu")
    event = Event.model_validate({"title": "Cena de otoño", "date": "2026-11-26", "host": "lucía", ID_KEY: "cena"})
    draft = draft_for(Finding(event, Place("", 0, 0), "prepare", draft="declining-late"), network(host), DAY, DRAFTS)
    assert draft is not None
    assert "no podré ir a la Cena de otoño, el jueves 26 de noviembre." in draft.body


def declined(contacts: Network, **keys: object) -> Draft:
    event = Event.model_validate({"title": "Cena de otoño", "date": "2026-11-26", **keys, ID_KEY: "cena"})
    found = declines(event, contacts, DAY)
    assert found is not None
    draft = draft_for(found, contacts, DAY, DRAFTS)
    assert draft is not None
    return draft


def test_a_host_who_is_in_nobodys_file_is_left_blank_and_addressed_as_nobody() -> None:
    for host in ("Gremio de Impresores", None):
        draft = declined(network(), host=host, rsvp={"state": "yes"})
        assert (draft.register, draft.to) == (None, ())
        assert draft.paragraphs[0] == "Buenos días, [nombre]:"
    assert declined(network(), host="The Guild", language="en").paragraphs[0] == "Hello [name],"


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ({"rsvp": {"state": "yes"}}, "Siento avisarte con tan poco margen."),
        ({"rsvp": {"state": "yes"}, "date": "2026-11-27"}, "Te lo digo en cuanto lo sé, para que mi sitio pueda ser"),
        ({"rsvp": {"state": "yes"}, "date": "2026-11"}, "Te lo digo en cuanto lo sé, para que mi sitio pueda ser"),
        ({"rsvp": {"state": "open"}}, "Gracias por contar conmigo para la Cena de otoño. Esta vez no voy a poder el"),
        ({"rsvp": {"state": "maybe"}}, "Esta vez no voy a poder el jueves 26 de noviembre"),
        ({"kind": "coffee"}, "¿Buscamos otro día para el café?"),
        ({"kind": "coffee", "rsvp": {"state": "open"}}, "Gracias por contar conmigo para el café."),
    ],
)
def test_not_coming_is_said_by_what_was_answered_how_near_it_is_and_how_many_are_waiting(
    keys: dict[str, object], line: str
) -> None:
    assert line in declined(network(contact("Lucía", language="es", register="tu")), host="lucía", **keys).body


def test_where_just_two_meet_the_other_one_hears_of_it_and_among_many_nobody_is_guessed() -> None:
    ana, bo = contact("Ana", language="es", register="tu"), contact("Bo", language="es", register="tu")
    assert declined(network(ana, bo), kind="coffee", expected=["ana"]).to == ("ana",)
    assert declined(network(ana, bo), kind="meal", host="Somebody", expected=["ana"]).to == ()
    assert declined(network(ana, bo), kind="meal", rsvp={}, expected=["ana", "bo"]).to == ()
    assert declined(network(ana, bo), kind="meetup", rsvp={}, expected=["ana"]).to == ()


@pytest.mark.parametrize(
    "keys",
    [
        {"rsvp": {"state": "no"}}, {"status": "cancelled"}, {"status": "attended"}, {"date": "2026-11-22"},
        {"kind": "hosted"}, {"host": None}, {"host": None, "kind": "coffee", "expected": ["ana", "bo"]},
    ],
)
def test_nothing_is_to_be_told_once_it_is_told_or_over_or_where_nobody_waits(keys: dict[str, object]) -> None:
    event = Event.model_validate({"title": "Cena", "date": "2026-11-26", "host": "Gremio", **keys, ID_KEY: "cena"})
    assert declines(event, network(contact("Ana"), contact("Bo")), DAY) is None


@pytest.mark.parametrize(
    ("keys", "language"),
    [({}, "es"), ({"languages": ["en", "es"]}, "en"), ({"languages": []}, "es")],
)
def test_where_no_language_is_noted_it_is_the_owners(keys: dict[str, Any], language: str) -> None:
    draft = thanks(contact("Sam"), "…", **keys)
    assert draft is not None
    assert draft.language == language


@pytest.mark.parametrize("keys", [{"language": "fr"}, {"status": "deceased"}, {"status": "do_not_contact"}])
def test_nothing_is_written_in_other_languages_or_to_whom_one_does_not_write(keys: dict[str, object]) -> None:
    assert thanks(contact("Sam", **keys), "an answer") is None


def test_findings_about_nobody_or_of_another_kind_have_no_draft() -> None:
    who = contact("Sam", language="en")
    for found in (
        Finding(None, Place("", 0, 0), "keep", draft="thanks"), Finding(who, Place("", 0, 0), "keep"),
        Finding(who, Place("", 0, 0), "keep", draft="no-such-kind"),
    ):
        assert draft_for(found, network(who), DAY, DRAFTS) is None


def test_unanswered_messages_are_no_talk_and_future_ones_neither() -> None:
    who = contact("Sam", language="es", register="tu", log=[
        {"date": "2024-05", "kind": "meal"}, {"date": "2026-09-01", "kind": "email"},
        {"date": "2026-12-01", "kind": "call"},
    ])
    draft = draft_for(Finding(who, Place("", 0, 0), "keep", draft="reviving"), network(who), DAY, DRAFTS)
    assert draft is not None
    assert "Han pasado años desde la comida de mayo de 2024" in draft.body


@pytest.mark.parametrize(
    ("text", "fault"),
    [("kind: [", "drafts/x.yml:1:7: open-bracket"), ("kind: y\nvariants: []", "drafts/x.yml:2:11: empty-value"),
     ("[]", "drafts/x.yml:1:1: not-a-mapping"),
     ("kind: x\nvariants:\n  - {es: {}, en: {}, ens: 1}", "x.yml:3:22: unknown-key")],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "x.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=fault):
        read_drafts(tmp_path)


def test_the_file_is_called_as_its_kind(tmp_path: Path) -> None:
    (tmp_path / "other.yml").write_text((FOLDER / "reminder.yml").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"other\.yml:\d+:7: content-other-name"):
        read_drafts(tmp_path)

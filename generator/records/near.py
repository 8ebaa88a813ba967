"""Near misses: the word of the model that was probably meant by another."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_MEANT = {
    # keys
    "nombre": "name", "idioma": "language", "lengua": "language", "trato": "register", "empresa": "org",
    "organización": "org", "organization": "org", "organisation": "org", "company": "org", "employer": "org",
    "cargo": "role", "puesto": "role", "job": "role", "position": "role", "canales": "channels",
    "contacto": "channels", "teléfono": "phone call", "telefono": "phone call", "tel": "phone", "móvil": "phone",
    "movil": "phone", "mobile": "phone", "cell": "phone", "correo": "email", "mail": "email", "e-mail": "email",
    "página": "web", "website": "web", "site": "web", "enlace": "url web", "link": "url web",
    "zona horaria": "time_zone", "timezone": "time_zone", "tz": "time_zone", "región": "region", "país": "region",
    "country": "region", "cercanía": "closeness", "cada": "every", "ritmo": "every", "rhythm": "every",
    "frecuencia": "every", "frequency": "every", "conocido": "met", "cumpleaños": "birthday", "cumple": "birthday",
    "bday": "birthday", "estado": "status state", "hasta": "until end", "regalos": "gifts", "gustos": "likes",
    "evitar": "avoid", "temas": "topics", "tema": "topics text", "topic": "topics text", "registro": "log",
    "historial": "log", "history": "log", "interactions": "log", "historia": "log", "favores": "favours",
    "favors": "favours", "promesas": "promises", "presentaciones": "introductions pitches", "intros": "introductions",
    "próximo": "next", "siguiente": "next", "compartir": "share", "visibility": "share", "etiquetas": "tags",
    "labels": "tags", "notas": "notes note", "notes": "note", "note": "notes", "nota": "note notes",
    "comment": "note notes", "ignorar": "ignore", "regla": "rule", "motivo": "reason why", "razón": "reason why",
    "reason": "why", "cuándo": "date due", "cuando": "date due", "when": "date due", "fecha": "date", "day": "date",
    "tipo": "kind", "type": "kind", "qué": "what", "que": "what", "quién": "who by", "quien": "who by", "por": "by",
    "por qué": "why", "esfuerzo": "effort", "gracias": "thanks thank", "resultado": "outcome", "plazo": "due",
    "deadline": "due", "vence": "due", "hecho": "done", "hecha": "done", "cumplida": "done", "título": "title",
    "titulo": "title", "lugar": "venue where", "sitio": "venue where", "location": "venue where",
    "place": "venue where", "dónde": "where venue", "donde": "where venue", "asistentes": "expected",
    "attendees": "expected", "guests": "expected", "participants": "expected", "objetivo": "goal", "fin": "end",
    "inicio": "date", "start": "date", "dirección": "address", "vestimenta": "dress", "anfitrión": "host",
    "invitado": "invited", "pregunta": "question", "preguntas": "questions", "segundos": "seconds", "texto": "text",
    "canal": "channel", "channel": "preferred_channel", "apellidos": "surnames", "apellido": "surnames",
    "surname": "surnames", "last_name": "surnames", "first_name": "given", "apodo": "preferred",
    "nickname": "preferred", "moneda": "currency", "valor": "value", "respuesta": "reply answer", "answer": "reply",
    "reply": "answer", "idiomas": "languages", "números": "numbers", "reglas": "rules", "festivos": "holidays",
    "contactos": "contacts", "people": "contacts", "personas": "contacts", "eventos": "events",
    "organizaciones": "organisations", "organizations": "organisations", "companies": "organisations",
    "empresas": "organisations",
    # values
    "café": "coffee", "cafe": "coffee", "llamada": "call", "videollamada": "call", "videocall": "call", "zoom": "call",
    "mensaje": "message", "whatsapp": "message", "telegram": "message", "linkedin": "message", "sms": "message",
    "dm": "message", "reunión": "meeting", "reunion": "meeting", "cita": "meeting", "visita": "meeting",
    "comida": "meal", "cena": "meal", "almuerzo": "meal", "desayuno": "coffee meal", "lunch": "meal", "dinner": "meal",
    "breakfast": "meal", "evento": "event", "tarjeta": "card", "carta": "card", "letter": "card", "regalo": "gift",
    "present": "gift", "yo": "me", "i": "me", "mí": "me", "ella": "them", "él": "them", "ellos": "them", "she": "them",
    "he": "them", "they": "them", "ambos": "both", "we": "both", "nosotros": "both", "congreso": "conference",
    "jornada": "conference", "feria": "conference", "charla": "meetup", "taller": "meetup", "workshop": "meetup",
    "entrevista": "interview", "público": "public", "publico": "public", "privado": "private", "compartido": "shared",
    "activo": "active", "activa": "active", "cercano": "close", "cercana": "close", "amplio": "wider",
    "amplia": "wider", "íntimo": "inner", "íntima": "inner", "dormido": "dormant", "tú": "tu", "tutear": "tu",
    "pedir": "ask", "agradecer": "thank", "dar": "give", "presentar": "introduce", "felicitar": "congratulate",
    "ponerse al día": "catch_up", "catch-up": "catch_up", "follow-up": "follow_up", "dar el pésame": "condole",
    "pésame": "condole", "seguimiento": "follow_up", "pausa": "paused", "pausado": "paused", "fallecido": "deceased",
    "fallecida": "deceased", "presencial": "in_person", "en persona": "in_person", "en línea": "online",
    "remoto": "online", "híbrido": "hybrid", "sí": "yes", "si": "yes", "quizá": "maybe", "quizás": "maybe",
    "previsto": "planned", "asistí": "attended", "went": "attended", "cancelado": "cancelled", "canceled": "cancelled",
    "publicado": "published", "consejo": "advice", "presentación": "introduction", "cliente": "client",
    "referencia": "reference", "ayuntamiento": "public_body", "universidad": "university", "aviso": "warning",
    "info": "information",
}
"""Words people write, in Spanish or as other programs say, and the words of the model for them, likeliest first."""


def words_for(known: Iterable[str]) -> list[str]:
    """Every word, in Spanish or as other programs say it, whose likeliest meaning is among those known."""
    wanted = set(known)
    return [typed for typed, words in _MEANT.items() if words.split()[0] in wanted]


def meant_by(typed: str) -> list[str]:
    """The words of the model for a word in Spanish, or as other programs say it; none if it is no such word."""
    return _MEANT.get(unicodedata.normalize("NFC", typed).strip().lower(), "").split()


def near_miss(typed: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or an empty text; Spanish words count as their English ones."""
    words = list(known)
    low = unicodedata.normalize("NFC", typed).strip().lower()[:80]
    for guess in (low, low.replace(" ", "_"), low.replace(" ", "-"), *_MEANT.get(low, "").split()):
        if guess in words and guess != typed:
            return guess
    cutoff = 0.7 if len(low) > 3 else 0.6  # noqa: PLR2004 -- of three letters one may be wrong
    found = difflib.get_close_matches(low.replace(" ", "_"), words, n=1, cutoff=cutoff)
    return found[0] if found and found[0] != typed else ""


@dataclass
class Guesses:
    """Near misses for as many words as somebody will look at: they take time, and a file may hold thousands."""

    left: int = 60

    def near(self, typed: str, known: Iterable[str]) -> str:
        """The near miss of one word, while guesses are left."""
        self.left -= 1
        return near_miss(typed, known) if self.left >= 0 else ""

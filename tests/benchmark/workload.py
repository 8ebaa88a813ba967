"""Workload: the data folder of somebody with as many people as wanted, as a person would have typed it.

Everyone has 32 lines: how the two met, four entries of the log, a favour each way, two promises. There is an event
for every twenty people, at which ten are expected. The same number gives the same files; every tool reads the same.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

DAY = date(2026, 11, 23)

_FIRST = """Ana Luis María José Carmen Jordi Lucía Pablo Elena Diego Noa Íñigo Sofía Martín Laura Óscar Irene
Hugo Julia Sergio Emma Liam Olivia Noah Grace Jack Amelia Henry Zoë Marcus Priya Chen Fatima Björn Chloé""".split()
_LAST = """García Martínez López Sánchez Pérez Gómez Fernández Núñez Ibáñez Castro Ortega Rubio Marín Sanz
Smith Jones Taylor Brown Wilson Evans Walker Wright O'Neill Müller Rossi Dubois Kowalski Silva Costa Haddad""".split()
_ROLES = ("product designer", "tax lawyer", "copy editor", "developer", "recruiter", "architect", "translator", "CFO",
          "data analyst", "photographer", "civil engineer", "bookkeeper")
_ORGS = ("Estudio Norte", "Acme Legal", "Blue Harbor", "Imprenta Sur", "Kite & Co", "Lumen Labs", "Datos Claros",
         "Greenfield", "Casa Editorial Río", "Nimbus", "Puente Consulting", "Orchard Finance")
_CITIES = ("Madrid", "Valencia", "Bilbao", "Sevilla", "Barcelona", "London", "Dublin", "Leeds", "Lisboa", "Toulouse")
_TRADES = ("design", "law", "editing", "hiring", "finance", "python", "press", "taxes", "print")
_TOPICS = ("freelance pricing", "remote hiring", "slow productivity", "open data", "typography", "cycling routes",
           "EU grants", "accessibility", "podcasting", "zoning", "coffee roasting", "trail running", "contracts",
           "first-time managers", "writing habits", "public speaking")
_WHERE = ("at the Tuesday freelancers meetup", "on a train to Zaragoza", "through a friend", "in the editing course",
          "at the chamber of commerce breakfast", "at a book launch", "in the coworking kitchen")
_KINDS = ("coffee", "call", "email", "message", "meal", "event")
_CLOSENESS = ("close", "active", "active", "wider", "dormant")
_NOTES = ("Talked about {t}; asked how the move to {c} went. Follow the thread on {u}.",
          "Short catch-up. They are looking for someone who knows {t}. I mentioned {u} too.",
          "Shared my notes on {t} and promised a word in {c}; they recommended a piece about {u}.",
          "They explained how their team handles {t}. Good listener, ask about {u} next time.",
          "Quick thank-you note after their help with {t}. Reply came the same day from {c}.")
_WHAT = ("Send the article about {t}", "Write to the printer in {c}", "Share the {t} checklist",
         "Call about the {t} panel", "Return the book on {u}", "Review their talk about {t}")
_GAVE = ("proofread a proposal", "reference for a job", "a word with a client", "advice on {t}", "an address in {c}")
_GOT = ("contract review", "a client in {c}", "feedback on the {t} draft", "ticket for an event")
_GIFTS = ("flowers", "a table for two", "a basket of local cheese", "a handwritten card")
_EVENTS = ("Freelancers breakfast", "Editors night", "Founders dinner", "Open data day", "UX meetup")
_VENUES = ("Sala Norte", "The Foundry", "Café Comercial", "Hub 21", "Biblioteca Central")

ME = """name: Nuria Salvatierra
languages: [es, en]
region: ES-MD
time_zone: Europe/Madrid
pitches:
  - id: short
    language: en
    seconds: 30
    practised: 2026-11-09
    text: I help small teams with their words, so that they can spend their week on their work. What is yours about?
topics: [typography, open data]
wanted_expertise: [law, editing]
goals: {new_per_week: 1, touches_per_week: 5}
"""


def write(people: int, folder: Path) -> None:
    """Write a data folder with so many people and a twentieth of it in events."""
    rolls = random.Random(7 * 1_000_003 + people)  # noqa: S311  # for variety, and the same one each time
    for name in ("contacts", "events"):
        (folder / name).mkdir(parents=True)
    (folder / "me.yml").write_text(ME, encoding="utf-8")
    for n in range(1, people + 1):
        (folder / "contacts" / f"{contact_id(n)}.yml").write_text(_contact(rolls), encoding="utf-8")
    for n in range(1, people // 20 + 1):
        (folder / "events" / f"e{n:04d}.yml").write_text(_event(rolls, n, people), encoding="utf-8")


def contact_id(n: int) -> str:
    """The id of one of the people, counted from 1."""
    return f"c{n:05d}"


def _contact(r: random.Random) -> str:
    lines = [
        f"name: {r.choice(_FIRST)} {r.choice(_LAST)} {r.choice(_LAST)}", f"role: {r.choice(_ROLES)}",
        f"org: {r.choice(_ORGS)}", "language: es", f"register: {r.choice(['tu', 'tu', 'usted'])}",
        f"closeness: {r.choice(_CLOSENESS)}", f"expertise: [{', '.join(r.sample(_TRADES, 2))}]",
        f"tags: [{', '.join(r.sample(_CITIES, 2))}]", "met:", f"  date: {_day(r, -2500, -500)}",
        f"  where: {r.choice(_WHERE)}", f"preferred_channel: {r.choice(['email', 'phone', 'whatsapp', 'in_person'])}",
        f"gifts: {{likes: [{r.choice(_GIFTS)}]}}", f"topics: [{', '.join(r.sample(_TOPICS, 3))}]", "log:",
    ]
    for when in sorted((_day(r, -480, -1) for _ in range(4)), reverse=True):
        lines += [f"  - date: {when}", f"    kind: {r.choice(_KINDS)}", f'    note: "{_filled(r, _NOTES)}"']
    lines += ["favours:", f"  - {{date: {_day(r, -480, -1)}, by: me, what: {_filled(r, _GAVE)}, effort: 2}}",
              f"  - {{date: {_day(r, -480, -1)}, by: them, what: {_filled(r, _GOT)}, effort: 3}}", "promises:"]
    for _ in range(2):
        done = f", done: {_day(r, -60, -1)}" if r.random() < 1 / 3 else ""
        lines.append(f'  - {{due: {_day(r, -30, 120)}, by: me, what: "{_filled(r, _WHAT)}"{done}}}')
    return "\n".join(lines) + "\n"


def _event(r: random.Random, n: int, people: int) -> str:
    there = [contact_id(who) for who in sorted(r.sample(range(1, people + 1), 10))]
    lines = [
        f"title: {r.choice(_EVENTS)} {n}", f"date: {_day(r, 1, 200)} {r.randint(8, 20):02d}:30", "kind: meetup",
        "language: en", f"venue: {r.choice(_VENUES)}", f"dress: {r.choice(['smart casual', 'business', 'casual'])}",
        f'goal: "{_filled(r, ("Two good talks, one about {t} in {c}",))}"', "expected:",
        *(f"  - {who}" for who in there), "topics:", *(f"  - {topic}" for topic in r.sample(_TOPICS, 4)), "meet:",
    ]
    for who in r.sample(there, 3):
        lines += [f"  - who: {who}", f'    why: "{_filled(r, ("Knows a lot about {t} and {u}",))}"',
                  f'    question: "{_filled(r, ("How did you get started with {t} in {c}?",))}"']
    lines += ["pitch: short", f'arrive: "{r.randint(8, 20):02d}:10"', "notes: |",
              f"  Parking is hard in {r.choice(_CITIES)}.", "  Bring ten cards and the short version of the pitch."]
    return "\n".join(lines) + "\n"


def _day(r: random.Random, first: int, last: int) -> str:
    return (DAY + timedelta(days=r.randint(first, last))).isoformat()


def _filled(r: random.Random, sentences: tuple[str, ...]) -> str:
    return r.choice(sentences).format(t=r.choice(_TOPICS), u=r.choice(_TOPICS), c=r.choice(_CITIES))

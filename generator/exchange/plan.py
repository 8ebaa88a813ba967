"""Plan: which new files an import would write, who is there already, and what there is to say; nothing is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from anyascii import anyascii

from generator.exchange.newcomer import Newcomer, Remark
from generator.exchange.register import LONGEST_ID, By, Roll, fold, known_as, marks
from generator.exchange.writing import as_yaml
from generator.records.network import Network
from generator.records.reading import read_text
from generator.records.scalars import slug
from generator.words.catalogue import N_

_NAMELESS = N_("There is no name here, so it was left out: give it one in the file.")


@dataclass(frozen=True, slots=True)
class NewFile:
    """One file to write, below the data folder."""

    file: str
    text: str
    newcomer: Newcomer


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is there already: in which file, and by what they were recognised."""

    newcomer: Newcomer
    file: str
    by: By


@dataclass
class Plan:
    """What an import would do."""

    files: list[NewFile] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def make_plan(
    network: Network, taken: Mapping[str, Iterable[str]], people: Iterable[Newcomer], events: Iterable[Newcomer] = (),
    *, added: date, namesakes: bool = False,
) -> Plan:
    """Sort newcomers into new files and those who are there already; `namesakes` lets in who shares only a name."""
    plan, roll = Plan(), Roll(network, taken)
    for person in people:
        _person(plan, roll, person, added, namesakes=namesakes)
    for event in events:
        _event(plan, roll, event)
    return plan


def plan_files(files: Iterable[tuple[str, str, Newcomer]], present: Callable[[str], bool]) -> Plan:
    """The plan for files that are whole already: those whose names are free are new."""
    plan = Plan()
    for file, text, newcomer in files:
        if present(file):
            plan.known.append(Known(newcomer, file, "file"))
        else:
            plan.files.append(NewFile(file, text, newcomer))
    return plan


def _person(plan: Plan, roll: Roll, person: Newcomer, added: date, *, namesakes: bool) -> None:
    if "name" not in person.fields and not _name_from_the_rest(person):
        plan.remarks.append(Remark(person.place, _NAMELESS))
        return
    mails, links, names = marks(person.fields)
    known = known_as(roll, mails, links, () if namesakes else names)
    if known:
        plan.known.append(Known(person, f"contacts/{known[0]}.yml", known[1]))
        return
    org = person.fields.get("org")
    if org and (id_ := roll.organisations.get(fold(org))):
        person.fields["org"] = id_
    id_ = roll.free("contacts", _ids(person, mails, links))
    roll.enter(id_, mails, links, names)
    person.fields = {**person.fields, "closeness": "dormant", "added": added.isoformat()}
    _write(plan, "contact", f"contacts/{id_}.yml", person)


def _event(plan: Plan, roll: Roll, event: Newcomer) -> None:
    fields = event.fields
    day = str(fields["date"])[:10]
    known = roll.days.get((day, fold(fields["title"])))
    if known:
        plan.known.append(Known(event, f"events/{known}.yml", "day and title"))
        return
    if "host" in fields:
        fields["host"] = _contact_of(roll, event, "ORGANIZER", fields["host"]) or fields["host"]["name"]
    if "expected" in fields:
        fields["expected"] = [
            _contact_of(roll, event, "ATTENDEE", one) or {"name": one["name"]} for one in fields["expected"]
        ]
    name = transliterated(fields["title"])
    id_ = roll.free("events", [f"{day}-{name}" if name else day])
    roll.days[day, fold(fields["title"])] = id_
    _write(plan, "event", f"events/{id_}.yml", event)


def _contact_of(roll: Roll, event: Newcomer, label: str, one: Mapping[str, str]) -> str:
    """The contact's id; the address of somebody who is none stays in the notes."""
    found = roll.mails.get(one["mail"].casefold(), "") or roll.names.get(fold(one["name"]), "")
    if not found and one["mail"] and one["mail"] != one["name"]:
        event.leave(label, f"{one['name']} {one['mail']}")
    return found


def _write(plan: Plan, kind: str, file: str, newcomer: Newcomer) -> None:
    """Add a file, after our own reader has found nothing wrong with it."""
    text = as_yaml(kind, newcomer.record())
    sheet = read_text(file, text)
    if sheet.problems:
        fault = N_("This would not make a good file ({code}), so it was left out: mend it by hand.")
        plan.remarks.append(Remark(newcomer.place, fault, {"code": sheet.problems[0].code}))
        return
    if newcomer.is_cut:
        plan.remarks.append(Remark(newcomer.place, N_("The note is longer than a note may be: its end was cut off.")))
    plan.files.append(NewFile(file, text, newcomer))


def _name_from_the_rest(person: Newcomer) -> bool:
    """Who has no name is called by their organisation or their address."""
    channels = person.fields.get("channels", {})
    name = person.fields.get("org") or channels.get("email") or channels.get("phone")
    if name:
        person.fields = {"name": name, **person.fields}
    return bool(name)


def _ids(person: Newcomer, mails: list[str], links: list[str]) -> Iterator[str]:
    """Ids to try, the most natural one first."""
    name = transliterated(person.display)
    if name:
        yield name
        for more in (person.fields.get("org", ""), person.fields.get("role", "")):
            if more and (suffix := transliterated(more)):
                yield f"{name[: LONGEST_ID - 1 - len(suffix[:24])]}-{suffix[:24]}"
        yield name
    else:
        yield from filter(None, (slug(re.split("[@]", m)[0]) for m in mails))
        yield from filter(None, (slug(link.rsplit("/", 1)[-1]) for link in links))


def transliterated(text: str) -> str:
    """The text as an id, in Latin letters whatever its script."""
    kept = "".join(c for c in text if unicodedata.category(c)[0] in {"L", "M", "N", "P", "Z"})
    return slug(text) if kept.isascii() else slug(anyascii(unicodedata.normalize("NFC", kept)).replace("'", ""))



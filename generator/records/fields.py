"""Fields: every key a user can write, read off the model, with what it says and what may stand there."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.records import moments, scalars
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.owner import CoachFile, Me, Organisation, Post
from generator.records.record import Audience, OneOrMany, Reach, Record, text_as

FILES: dict[str, type[Record]] = {
    "contacts/<id>.yml": Contact,
    "events/<date>-<id>.yml": Event,
    "organisations/<id>.yml": Organisation,
    "me.yml": Me,
    "coach.yml": CoachFile,
    "posts.yml": Post,
}
"""What each file of the data folder holds; a file of posts holds a list of them."""

SORTS: dict[str, str] = {
    "text": "text on one line",
    "prose": "text of any length, as Markdown",
    "whole": "a whole number",
    "amount": "a number",
    "yes_or_no": "yes or no",
    "email": "an e-mail address",
    "phone": "a telephone number",
    "link": "a web address with https://",
    "id": "an id: the name of a file, without .yml",
    "region": "a country or a part of one: ES, ES-MD",
    "language": "a language: es, en",
    "time_zone": "a time zone: Europe/Madrid",
    "part_of_date": "a day, a month or a year: 2026-11-23, 2026-11, 2026",
    "full_date": "a day: 2026-11-23",
    "moment": "a day, or a day and an hour: 2026-11-26 9:30",
    "event_end": "an hour or a day: 14:00, 2026-11-27",
    "birthday": "a day of the year, or a date: 03-14, 1980-03-14",
    "clock": "an hour: 18:45",
    "span": "a span: 10 days, 6 weeks, 3 months",
}
"""What may stand at a key, in words with an example; each is a message of the catalogue."""

_BY_READER = {
    scalars.one_line: "text", scalars.prose: "prose", scalars.whole_number: "whole", scalars.amount: "amount",
    scalars.yes_or_no: "yes_or_no", scalars.email: "email", scalars.phone: "phone", scalars.link: "link",
    scalars.identifier: "id", scalars.region: "region", scalars.language: "language", scalars.time_zone: "time_zone",
    moments.full_date: "full_date", moments.birthday: "birthday", moments.clock_time: "clock", moments.span: "span",
}
_BY_TYPE: dict[Any, str] = {
    moments.PartialDate: "part_of_date", moments.Moment: "moment", moments.EventEnd: "event_end",
    date: "full_date", time: "clock",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it says, what may stand there and who may see it.

    `sort` is a key of `SORTS`, or empty where `choices` or `record` say it. `many` is a list, `keyed` a mapping whose
    keys the user chooses. `plain` means that a plain text may stand for the record. `help` is English, a message of
    the catalogue. `default` is what counts where nothing is written, as it would be typed, or empty.
    """

    key: str
    help: str
    required: bool
    sort: str = ""
    choices: tuple[str, ...] = ()
    record: type[Record] | None = None
    many: bool = False
    keyed: bool = False
    plain: bool = False
    least: float | None = None
    most: float | None = None
    default: str = ""
    reach: Audience = "private"


@dataclass(frozen=True, slots=True)
class Form:
    """One mapping of the data: the model's name, what it is (a message of the catalogue) and its keys in order."""

    name: str
    help: str
    fields: tuple[Field, ...]


@cache
def form(model: type[Record]) -> Form:
    """Every key of one model that a user can write."""
    said = (model.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
    return Form(model.__name__, said, tuple(_fields(model)))


def forms_in(model: type[Record]) -> Iterator[Form]:
    """A model's own form, then those that stand inside it, each once, in the order they are met."""
    waiting, seen = [model], {model}
    while waiting:
        found = form(waiting.pop(0))
        yield found
        inside = [f.record for f in found.fields if f.record and f.record not in seen]
        seen.update(inside)
        waiting = [*dict.fromkeys(inside), *waiting]


def messages() -> Iterator[str]:
    """Everything said of the model that a language has to translate."""
    yield from SORTS.values()
    for model in FILES.values():
        for found in forms_in(model):
            yield found.help
            yield from (field.help for field in found.fields)


def _fields(model: type[Record]) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        if info.description:  # what the reader itself puts in, an origin and an id, nobody types
            yield _field(info.alias or name, info)


def _field(key: str, info: FieldInfo) -> Field:
    facts: dict[str, Any] = {}
    for mark in (*info.metadata, *_unwrapped(info.annotation, facts)):
        _read_mark(mark, facts)
    return Field(key, info.description or "", info.is_required(), default=_default(info), **facts)


def _unwrapped(annotation: Any, facts: dict[str, Any]) -> Iterator[Any]:
    """The marks on an annotation and what is inside it, while its type is noted in `facts`."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _unwrapped(inside[0], facts)
        yield from inside[1:]
    elif origin in (Union, types.UnionType):
        for part in inside:
            yield from _unwrapped(part, facts)
    elif origin is tuple:
        facts["many"] = True
        yield from _unwrapped(inside[0], facts)
    elif origin is dict:
        facts["keyed"] = True
        yield from _unwrapped(inside[1], facts)
    elif origin is Literal:
        facts["choices"] = inside
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        facts["record"] = annotation
    elif annotation in _BY_TYPE:
        facts.setdefault("sort", _BY_TYPE[annotation])


def _read_mark(mark: Any, facts: dict[str, Any]) -> None:
    if isinstance(mark, FieldInfo):
        for inner in mark.metadata:
            _read_mark(inner, facts)
    elif isinstance(mark, Reach):
        facts["reach"] = mark.audience
    elif isinstance(mark, text_as):
        facts["plain"] = True
    elif isinstance(mark, OneOrMany):
        facts["many"] = True
    elif getattr(mark, "func", None) in _BY_READER:
        facts["sort"] = _BY_READER[mark.func]
    else:
        facts.update({said: bound for said, name in (("least", "ge"), ("most", "le"))
                      if (bound := getattr(mark, name, None)) is not None})


def _default(info: FieldInfo) -> str:
    value = None if info.is_required() else info.get_default(call_default_factory=False)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, (str, int)) else ""

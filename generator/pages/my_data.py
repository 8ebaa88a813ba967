"""My data: every key of every file, made from the model, so that the page cannot say what is not so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.labels import coded
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.fields import FILES, SORTS, Field, Form, forms_in

ADDRESS = "guide/my-data/"
TAB = "guide/"


@dataclass(frozen=True, slots=True)
class Row:
    """One key as the page shows it; `inside` is the anchor of the table that says what stands in it."""

    key: str
    help: Markup
    required: bool
    values: tuple[str, ...]
    choices: tuple[str, ...]
    inside: str
    many: bool
    keyed: bool
    plain: bool
    default: str


@dataclass(frozen=True, slots=True)
class Table:
    """One mapping with its keys; `within` are the keys at which it may stand, none for the file itself."""

    id: str
    help: str
    within: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class File:
    """One kind of file: its name and its tables, the file's own first."""

    name: str
    tables: tuple[Table, ...]


def pages(sources: Sources) -> Iterator[Page]:
    """The one page; it says the same to every audience, since nothing on it comes from the data."""
    desk = Desk(sources, ADDRESS)
    title = sources.speech.text("My data, key by key")
    files = [_file(name, sources) for name in FILES]
    keys = " ".join(dict.fromkeys(row.key for file in files for table in file.tables for row in table.rows))
    yield desk.render("my_data", title, tab=TAB, found_by=f"{title} {keys}", files=files)


def _file(name: str, sources: Sources) -> File:
    forms = tuple(forms_in(FILES[name]))
    stem = name.partition("/")[0].removesuffix(".yml")
    return File(name, tuple(_table(found, forms, stem, sources) for found in forms))


def _table(found: Form, forms: tuple[Form, ...], stem: str, sources: Sources) -> Table:
    text = sources.speech.text
    within = tuple(dict.fromkeys(
        field.key for form in forms for field in form.fields if field.record and field.record.__name__ == found.name
    ))
    return Table(
        _anchor(stem, found.name), text(found.help), within, tuple(_row(field, stem, sources) for field in found.fields)
    )


def _row(field: Field, stem: str, sources: Sources) -> Row:
    text, number = sources.speech.text, sources.speech.number
    values = [text(SORTS[field.sort])] if field.sort and not field.choices else []
    if field.least is not None:
        values.append(text("from {n}", n=number(field.least)))
    if field.most is not None:
        values.append(text("up to {n}", n=number(field.most)))
    inside = _anchor(stem, field.record.__name__) if field.record else ""
    return Row(
        field.key, coded(text(field.help)), field.required, tuple(values), field.choices, inside, field.many,
        field.keyed, field.plain, field.default,
    )


def _anchor(stem: str, name: str) -> str:
    return f"{stem}-{name.lower()}"

"""Mutations: a small good data folder with some of its values replaced by what people, importers and enemies write."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, NamedTuple, get_args, get_origin

from hypothesis import strategies as st
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.records.contact import Contact
from generator.records.documents import read_document
from generator.records.event import Event
from generator.records.owner import CoachFile, Me, Organisation, Post
from generator.records.record import Record
from tests.editions import NETWORK, lay_out

ALIVE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>", "</script><script>alert(1)</script>", "<!-- ", "]]>", "<![CDATA[",
    "<a href='javascript:alert(1)'>x</a>", "[x](javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)", "![x](https://evil.example/x.png)",
    "<style>*{display:none}</style>", "<iframe srcdoc='<script>alert(1)</script>'>", "<base href=//evil.example>",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "JaVaScRiPt:alert(1)", "//evil.example/x",
    "https://evil.example/?q=<script>", "https://user:pass@evil.example/", "{{ 7*7 }}", "{% raw %}", "{# x", "${7*7}",
    "{who}", "{0}", "{who.__class__}", "{", "}", "%s%n%(x)s", "&lt;script&gt;", "&#60;b&#62;", "&", "\\", "\\n",
    "\\u202e", "BEGIN:VCALENDAR", "END:VEVENT\\nBEGIN:VALARM", "=cmd|' /C calc'!A0", "../../../etc/passwd",
    "/etc/passwd", "[TOC]", "# title", "***", "|a|b|\n|-|-|", "*" * 400, "_" * 499, "[" * 400, "(" * 400, "`" * 300,
    "<" * 500, ">" * 300,
)
"""Texts that would come to life in some language."""

ODD = (
    "", " ", "~", "null", "…", ".", "-", "'", '"', "#", ":", "ana-ruiz", "bo-larsen", "nobody-here",
    "2026-11-12-jornada", "imprenta-sol", "corto", "none", "me", "index", "con", "people", "en", "../x", "layla",
    "ليلى", "שלום", "山田太郎", "👩‍💻", "é", "e\u0301", "İ", "ß", "ǆ", "\u00a0", "\u200d", "\u200b", "\u00ad", "\ufeff",
    "\u202e", "\u2028", "\u0085", "\0", "\x1b[31m", "\x7f", "\ud800", "\ufffe", "\U000e0041", "x" * 500, "x" * 501,
    "x " * 249, "X" * 20_000, "a" * 64, "a" * 65, "a\nb", "a\r\nb", "a\tb", "- a\n- b\n", "1.\n" * 300, "> " * 2_000,
    "- " * 3_000, "\n" * 9_000,
)
"""Texts that are long, empty, odd or mean something else."""

DATES = (
    "0000-01-01", "0001-01-01", "0999", "1582-10-10", "1899-12-31", "1900-01-01", "1900", "1999-02-29", "2000-02-29",
    "2026-02-30", "2026-13-01", "2026-11-31", "2026", "2026-11", "2026-W48", "2026-11-23", "2026-11-22", "2026-11-24",
    "2026-11-23 25:00", "2026-11-23 24:00", "2026-11-23 00:00", "2026-11-23 23:59", "2026-03-29 02:30",
    "2026-10-25 02:30", "2099-12-31", "2100-01-01", "2199-12-31", "2200", "9999-12-31", "9999", "10000-01-01",
    "02-29", "02-30", "--02-29", "12-31", "1904-02-29", "00:00", "24:00", "9:30", "1", "0", "-1",
    "99999999999999999999", "1" * 5_000, "1e400", "nan", "inf", "0x10", "1_000", "١٢", "1.5", "1,5", "0.999999",
    "1 day", "0 days", "1 year", "999 years", "99999 weeks", "999999999 days", "6 weeks", "yes", "no", "true",
    "public", "private", "shared", "deceased", "paused", "do_not_contact", "conference", "webinar", "hosted",
    "online", "event", "gift", "card", "Pacific/Kiritimati", "America/New_York", "Etc/GMT+12", "ES-MD", "XX",
    "ZZ-999", "es", "en", "xx", "tu", "usted", "them", "both",
)
"""Dates, times, numbers and words of the model, good and bad."""

GOOD_DATES = (
    "1900", "1900-01-01", "2200-12-31", "2026-02", "2000-02-29", "2026-11-23", "2026-11-22", "2026-11-24",
    "2026-11-21", "2026-11-20", "2026-12-01", "2026-12-31", "2027-01-01", "2027-02-28", "2024-02-29", "2099",
    "2026-11", "2026", "2025",
)
"""Days and parts of them that may be written, most of them at some edge."""

GOOD_TIMES = (
    "2026-11-23 00:00", "2026-11-23 23:59", "2026-03-29 02:30", "2026-10-25 02:30", "2026-11-25 9:30",
    "2026-11-25 09.30", "1900-01-01 00:00", "2200-12-31 23:59", "02-29", "12-31", "00:00", "23:59", "1", "5", "0",
    "30",
)
"""Moments, birthdays, hours and numbers that may be written."""

SHAPES = (
    "[]", "{}", "[[]]", "[{}]", "{a: b}", "[a, a, a]", "{text: x}", "{value: x}", "{name: }", "[~]", "? x", "!!str x",
    "*x", "|",
)
"""What may stand where another shape is wanted, as YAML."""


class Mutation(NamedTuple):
    """What is done at one spot: `spot` picks a value of the folder, what is put there is of its kind or anything."""

    spot: int
    number: int
    text: str
    moment: str
    anything: str | None

    def words(self, before: str) -> str:
        """What comes instead of a value, as YAML."""
        if self.anything is not None:
            return self.anything
        if words := next((words for words in CHOICES if before in words), None):
            return words[self.number % len(words)]
        return self.moment if before[:1].isdigit() else self.text


class Spot(NamedTuple):
    """One value of one file, from where to where."""

    file: str
    start: int
    end: int


def _value(text: str) -> str:
    return json.dumps(text)  # a text in double quotes of JSON is one of YAML too


def _literals(models: Iterable[type[Record]]) -> Iterator[tuple[str, ...]]:
    """Every choice of words that the model offers."""
    for model in models:
        for field in model.model_fields.values():
            yield from _words_in(field.annotation)


def _words_in(annotation: Any) -> Iterator[tuple[str, ...]]:
    if get_origin(annotation) is Literal:
        yield get_args(annotation)
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        yield from _literals([annotation])
    else:
        for inner in get_args(annotation):
            yield from _words_in(inner)


CHOICES = (("true", "false"), *sorted(set(_literals([Contact, Event, Me, Organisation, Post, CoachFile]))))
"""Words of which one is to be chosen."""

_TEXTS = st.one_of(st.sampled_from(ALIVE + ODD), st.text(max_size=40)).map(_value)
_ANYTHING = st.one_of(
    st.sampled_from(DATES),
    st.sampled_from(SHAPES),
    st.sampled_from(ALIVE + ODD + DATES).map(_value),
    st.text(alphabet="ab-:#[]{}\"'|>&*!%@`,?\\ \n", max_size=20),
)

MUTATIONS = st.lists(
    st.builds(
        Mutation,
        st.integers(0, 1_000_000),
        st.integers(0, 20),
        _TEXTS,
        st.sampled_from(GOOD_DATES + GOOD_TIMES),
        st.one_of(*[st.none()] * 7, _ANYTHING),
    ),
    min_size=1,
    max_size=20,
)
"""Some mutations of one folder: seven of eight put something of the same kind."""


@cache
def good() -> Mapping[str, str]:
    """The files of the tests' own network."""
    with TemporaryDirectory() as folder:
        data = lay_out(NETWORK.read_text(encoding="utf-8"), Path(folder) / "data")
        return {p.relative_to(data).as_posix(): p.read_text(encoding="utf-8") for p in sorted(data.rglob("*.yml"))}


@cache
def spots() -> tuple[Spot, ...]:
    """Every value of theirs, the small ones and those that hold others."""
    return tuple(spot for file, text in good().items() for spot in _spots(file, text))


def _spots(file: str, text: str) -> Iterator[Spot]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def below(node: Node | None) -> Iterator[Spot]:
        values = [v for _, v in node.value] if isinstance(node, MappingNode) else []
        values = node.value if isinstance(node, SequenceNode) else values
        for value in values:
            flow = isinstance(value, ScalarNode) or value.flow_style
            if flow and getattr(value, "style", None) not in {"|", ">"}:
                start, end = value.start_mark, value.end_mark
                yield Spot(file, starts[start.line] + start.column, starts[end.line] + end.column)
            yield from below(value)

    yield from below(read_document(file, text.encode()).node)


def mutated(mutations: list[Mutation]) -> dict[str, bytes]:
    """The folder with every mutation made, the last spot of a file first so that the others keep their places."""
    wanted = {spots()[m.spot % len(spots())]: m for m in mutations}
    texts, before = dict(good()), {file: len(text) for file, text in good().items()}
    for spot in sorted(wanted, key=lambda s: (s.start, -s.end), reverse=True):
        if spot.end <= before[spot.file]:
            text = texts[spot.file]
            texts[spot.file] = text[: spot.start] + wanted[spot].words(text[spot.start : spot.end]) + text[spot.end :]
            before[spot.file] = spot.start
    return {file: text.encode("utf-8", "surrogatepass") for file, text in texts.items()}

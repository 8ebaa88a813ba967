"""The inbox: one line, one thing that happened."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.inbox import Inbox, InboxLine, read_inbox
from generator.records.loose import KINDS, kind_meant
from generator.records.messages import WORDS
from generator.records.moments import PartialDate
from generator.records.roll import Entry
from generator.words.catalogue import LANGUAGES
from generator.words.speech import speech
from tests.hanging import soon

KNOWN = {"ana-ruiz": 0, "bea-gil": 0}


def read(text: str) -> Inbox:
    return read_inbox("inbox.yml", text.encode(), KNOWN)


def line(text: str) -> InboxLine:
    inbox = read(text)
    assert inbox.problems == ()
    return inbox.lines[0]


def test_a_line_has_a_date_people_a_kind_and_a_note() -> None:
    found = line("- 2026-11-20 ana-ruiz, bea-gil coffee: hablamos de Vic: mucho #bien")
    assert (str(found.date), found.who, found.kind) == ("2026-11-20", ("ana-ruiz", "bea-gil"), "coffee")
    assert found.note == "hablamos de Vic: mucho #bien"
    assert (found.origin.line, found.origin.column) == (1, 1)


@pytest.mark.parametrize(
    "text", ['- "2026-11 ana-ruiz call: hola"', "  -   2026-11 ana-ruiz call:hola", "- 2026-11 ana-ruiz call : hola"]
)
def test_quotes_and_blanks_do_no_harm(text: str) -> None:
    found = line(text)
    assert (found.date, found.kind, found.note) == (PartialDate(2026, 11), "call", "hola")


def test_a_line_may_do_without_a_note() -> None:
    assert line("- 2026 ana-ruiz gift").note == ""


def test_comments_empty_lines_bom_and_windows_ends_are_passed_over() -> None:
    text = "\ufeff# la bandeja\r\n\r\n---\r\n- 2026-11-20 ana-ruiz coffee: hola\r\n"
    assert [found.origin.line for found in read(text).lines] == [4]


@pytest.mark.parametrize(("marks", "names"), [
    ("favour 3", ["favour"]), ("favor 3; reply", ["favour", "reply"]), ("gave 2", ["gave"]), ("thanks", ["thanks"]),
    ("gracias", ["thanks"]), ("thanks 2026-11-13", ["thanks"]), ("promise: enviar el libro by 2026-12-01", ["promise"]),
    ("promised me: un libro", ["promised"]), ("done: libro; no reply", ["done", "reply"]),
    ("received: libro", ["received"]),
    ("promesa: enviar el libro para 2026-12-01", ["promise"]), ("me prometió: un libro", ["promised"]),
    ("di 2", ["gave"]), ("hecha: la lista; sin respuesta", ["done", "reply"]), ("por mí", ["by"]),
    ("reported", ["reported"]), ("catch up", ["purpose"]), ("ask; by them", ["purpose", "by"]),
])  # fmt: skip
def test_the_last_brackets_hold_marks(marks: str, names: list[str]) -> None:
    found = line(f"- 2026-11-20 ana-ruiz coffee: hola ({marks})")
    assert [mark.name for mark in found.marks] == names
    assert found.note == "hola"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_and_mark_that_a_message_lists_is_understood(language: str) -> None:
    """Word by word, in the same order in each language, so that none is left out and none means another thing."""
    text = speech(language).text
    assert [kind_meant(word) for word in text(WORDS["kinds"]).split(", ")] == list(KINDS)
    for listed, marks in ((text(WORDS["marks"]), WORDS["marks"]), (text(WORDS["purposes"]), WORDS["purposes"])):
        wanted, found = ([line(f"- 2026-11-20 ana-ruiz coffee: hola ({m.replace('…', 'x')})").marks
                          for m in words.split(", ")] for words in (marks, listed))
        assert [[(m.name, m.text, m.date) for m in one] for one in found] == \
            [[(m.name, m.text, m.date) for m in one] for one in wanted]
        assert all(found)


def test_who_gave_is_never_guessed() -> None:
    assert [p.code for p in read("- 2026-11-20 ana-ruiz coffee: hola (dio 2)").problems] == ["inbox-bad-mark"]


def test_brackets_with_other_words_belong_to_the_note() -> None:
    assert line("- 2026-11-20 ana-ruiz coffee: vino Luz (su socia)").note == "vino Luz (su socia)"
    assert line("- 2026-11-20 ana-ruiz coffee: (a solas) hola").marks == ()


def test_a_promise_has_a_day() -> None:
    (mark,) = line("- 2026-11-20 ana-ruiz coffee: x (promise: enviar el libro by 2026-12-01)").marks
    assert (mark.text, mark.date) == ("enviar el libro", PartialDate(2026, 12, 1))


@pytest.mark.parametrize(("text", "code", "column"), [
    ("2026-11-20 ana-ruiz coffee: x", "inbox-no-dash", 1), ("- ana-ruiz coffee: x", "inbox-no-date", 3),
    ("- 2026-11-31 ana-ruiz coffee: x", "impossible-day", 3), ("- 2026-13 ana-ruiz coffee: x", "impossible-month", 3),
    ("- 2026-11-20 ana-ruiz: x", "inbox-no-kind", 22), ("- 2026-11-20", "inbox-no-kind", 13),
    ("- 2026-11-20 ana-ruiz cafe: x", "inbox-bad-kind", 23), ("- 2026-11-20 ana-ruiz coffee x", "inbox-no-colon", 29),
    ("- 2026-11-20 carla coffee: x", "inbox-nobody", 14), ("- 2026-11-20 Ana Ruiz coffee: x", "inbox-nobody", 14),
    ("- 2026-11-20 ana-ruiz coffee: x (favour 9)", "inbox-bad-mark", 34),
    ("- 2026-11-20 ana-ruiz coffee: x (reply; reply; otra)", "inbox-bad-mark", 48),
    ("- 2026-11-20 ana-ruiz coffee: x (promise: y by 2026-02-30)", "impossible-day", 48), ("-", "inbox-no-dash", 1),
    ("- ", "inbox-no-date", 3),
])  # fmt: skip
def test_a_line_that_is_not_understood_says_where(text: str, code: str, column: int) -> None:
    (found,) = read(text).problems
    assert (found.code, found.place.line, found.place.column) == (code, 1, column)


def test_the_other_lines_are_read_all_the_same() -> None:
    inbox = read("- 2026-11-20 ana-ruiz coffee: x\nrota\n- 2026-11-21 bea-gil call: y\n")
    assert [found.origin.line for found in inbox.lines] == [1, 3]
    assert [found.place.line for found in inbox.problems] == [2]


@settings(max_examples=200, derandomize=True, deadline=None)
@given(
    st.dates(),
    st.sampled_from(sorted(KNOWN)),
    st.sampled_from(KINDS),
    st.text(alphabet=st.characters(exclude_categories=["C", "Z"])),
)
def test_what_is_written_as_a_line_is_read_back(day: object, who: str, kind: str, note: str) -> None:
    inbox = read(f"- {day} {who} {kind}: {note}")
    assert all(found.who == (who,) and found.kind == kind for found in inbox.lines)
    assert len(inbox.lines) + len(inbox.problems) == 1


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(alphabet="- :(),;0123456789anb\"'favourthks", max_size=60))
def test_any_row_is_read_or_explained(text: str) -> None:
    read("- " + text)
    read("- 2026-11-20 ana-ruiz coffee: (" + text)


DAY = date(2026, 11, 25)
"""A Wednesday."""

ROLL = [Entry("ana-ruiz", "Ana Ruiz Ortega"), Entry("bea-gil", "Beatriz Gil Sáez Bea"), Entry("beto", "Beto Ruiz")]


def loosely(text: str) -> Inbox:
    return read_inbox("inbox.yml", text.encode(), dict.fromkeys(e.id for e in ROLL), roll=ROLL, day=DAY)


@pytest.mark.parametrize(("text", "when", "who", "kind", "note"), [
    ("ayer ana café: leyó mi oferta", "2026-11-24", ("ana-ruiz",), "coffee", "leyó mi oferta"),
    ("last friday Ana Ruiz Ortega, bea call: su web: nueva", "2026-11-20", ("ana-ruiz", "bea-gil"), "call",
     "su web: nueva"),
    ("20/11 bea llamada", "2026-11-20", ("bea-gil",), "call", ""),
    ("el lunes Beatriz Gil comida: bien", "2026-11-23", ("bea-gil",), "meal", "bien"),
    ("hace 3 días ána,beto reunión: bien", "2026-11-22", ("ana-ruiz", "beto"), "meeting", "bien"),
    ("20 nov ana call", "2026-11-20", ("ana-ruiz",), "call", ""),
    ("2026-11-20 beatriz coffee: hola", "2026-11-20", ("bea-gil",), "coffee", "hola"),
    ("ana coffee: hola", "2026-11-25", ("ana-ruiz",), "coffee", "hola"),
    ('ana coffee "reviewed my offer"', "2026-11-25", ("ana-ruiz",), "coffee", "reviewed my offer"),
])  # fmt: skip
def test_a_line_may_be_as_loose_as_on_the_command_line(
    text: str, when: str, who: tuple[str, ...], kind: str, note: str
) -> None:
    inbox = loosely(f"- {text}")
    assert inbox.problems == ()
    (found,) = inbox.lines
    assert (str(found.date), found.who, found.kind, found.note) == (when, who, kind, note)


def test_the_line_of_the_command_may_be_put_into_the_inbox_as_it_is() -> None:
    typed = '- ana coffee "reviewed my offer" --favour 2 --promise "send the list" --due friday --reply --from them'
    (found,) = loosely(typed).lines
    assert [(m.name, m.text, str(m.date or "")) for m in found.marks] == [
        ("favour", "2", ""), ("promise", "send the list", "2026-11-27"), ("reply", "reply", ""), ("by", "them", ""),
    ]
    assert found.note == "reviewed my offer"


@pytest.mark.parametrize(("said", "what", "due"), [
    ("promise: send the list by friday", "send the list", "2026-11-27"),
    ("promise: la lista para el viernes", "la lista", "2026-11-27"),
    ("promise: mirar fechas para la cena", "mirar fechas para la cena", ""),
    ("promised me: un nombre by 1/12", "un nombre", "2026-12-01"),
])  # fmt: skip
def test_a_promise_is_due_counted_from_the_day_of_its_line(said: str, what: str, due: str) -> None:
    (found,) = loosely(f"- 2026-11-23 ana call: hola ({said})").lines
    assert (found.marks[0].text, str(found.marks[0].date or "")) == (what, due)


@pytest.mark.parametrize(("text", "code", "column"), [
    ("ayer ruiz café: hola", "inbox-several", 8), ("ayer Zoe Kim café: hola", "inbox-nobody", 8),
    ("ayer zoe café: hola", "inbox-nobody", 8), ("ayer ana cofe: hola", "inbox-bad-kind", 12),
    ("2026-11-20 zoe café: hola", "inbox-nobody", 14), ("2026-11-20 Zoe Kim café: hola", "inbox-nobody", 14),
    ("2026-11-20 ana café hola", "inbox-no-colon", 22), ("2026-11-20 ana cofe hola tras comida", "inbox-bad-kind", 18),
    ("yesterday ana cofee", "inbox-bad-kind", 17), ("yesterday ana-ruiz,bea-gil cofee: x", "inbox-bad-kind", 30),
    ("yesterday ana", "inbox-no-kind", 16), ("2026-11-20 coffee bea: hola", "inbox-no-kind", 24),
    ("someday ana café: hola", "inbox-no-date", 3), ("2026-13-40 ana coffee: hola", "impossible-date", 3),
    ("ayer ana café hola", "inbox-no-colon", 16), ("ayer", "inbox-no-kind", 7),
    ("ayer ana café: hola (favur 2)", "inbox-bad-mark", 24),
    ("ana coffee --favor 2", "inbox-no-colon", 13), ('ana coffee --promise "x', "inbox-no-colon", 13),
])  # fmt: skip
def test_a_slip_in_a_loose_line_has_its_place_and_loses_nothing(text: str, code: str, column: int) -> None:
    inbox = loosely(f"- {text}")
    assert [(p.code, p.place.column) for p in inbox.problems] == [(code, column)]
    assert inbox.lines == ()


@pytest.mark.parametrize(("text", "slips"), [
    ("2026-11-20 bea-gli cofee: hola", [("bea-gli", "bea-gil"), ("cofee", "coffee")]),
    ("2026-11-20 Bea Gill cofee: hola", [("Bea Gill", "bea-gil"), ("cofee", "coffee")]),
    ("2026-11-20 Beatriz Gil cofee: hola", [("cofee", "coffee")]),
    ("2026-11-20 bea zoe call: hola", [("bea zoe", "")]),
    ("2026-13-40 zoe cofee: hola", [("2026-13-40", ""), ("zoe", ""), ("cofee", "coffee")]),
    ("20-11-2026 bea cofee: hola", [("20-11-2026", "2026-11-20"), ("cofee", "coffee")]),
    ("yesterday zoe cofee: hola", [("zoe", ""), ("cofee", "coffee")]),
    ("yesterday zoe kim cofee", [("zoe kim", ""), ("cofee", "coffee")]),
    ("yesterday zoe cofee hola", [("zoe", ""), ("cofee", "coffee")]),
    ("yesterday zoe call hola", [("zoe", ""), (" ", "")]),
    ("yesterday zoe, bea cofee: hola", [("zoe", ""), ("cofee", "coffee")]),
    ("ayer ruiz cofe: hola", [("ruiz", ""), ("cofe", "coffee")]),
    ("ayer zoe abrazo: hola", [("zoe", ""), ("abrazo", "")]),
    ("2026-11-20 cofee bea: hola", [(":", "")]),
    ("2026-11-20 bea call: hola (favor 9; reply; favur 2)", [("favor 9", ""), ("favur 2", "")]),
])  # fmt: skip
def test_of_several_slips_each_is_told_at_its_own_word(text: str, slips: list[tuple[str, str]]) -> None:
    found = loosely(f"- {text}").problems
    marked = [f"- {text}"[p.place.column - 1 :][: p.width] for p in found]
    assert list(zip(marked, (str(p.facts.get("near", "")) for p in found), strict=True)) == slips


def test_a_day_that_will_mean_another_one_is_told_and_one_that_stays_is_not() -> None:
    inbox = loosely("- ayer ana call\n- 20/11 ana call\n- ana call\n- 2026-11-20 ana call\n- el lunes ana call\n")
    assert [(p.code, p.place.line) for p in inbox.passing] == [
        ("inbox-passing-day", 1), ("inbox-without-day", 3), ("inbox-passing-day", 5),
    ]
    assert len(inbox.lines) == 5


@pytest.mark.parametrize("text", [
    "ayer p0 café: (promise: " + "by " * 80_000 + ")",
    "ayer p0 café: x (promise: " + "x para " * 34_000 + ")",
    "ayer p0 café: (promise: x by " + "1" * 240_000 + " z)",
    "ayer p0 café: (promise: x" + " " * 240_000 + "y)",
    "ayer " + "an," * 20_000 + " café: x",
    "ayer " + ",".join(f"an{n}" for n in range(10_000)) + " café: x",
    "ayer " + "a " * 80_000 + "café: x",
    "2026-11-20 " + " " * 80_000 + "p0 " + "a " * 80_000,
], ids=["by", "para", "figures", "blanks", "one name", "names", "words of a name", "blanks before a name"])
def test_no_line_takes_long_however_long_it_is(text: str) -> None:
    roll = [Entry(f"p{n}", f"Ana Ruiz {n}") for n in range(200)]
    known = dict.fromkeys(entry.id for entry in roll)
    soon(lambda: read_inbox("inbox.yml", f"- {text}".encode(), known, roll=roll, day=DAY))


def test_who_is_looked_for_in_vain_once_too_often_is_nobody_and_nothing_is_filed_to_another() -> None:
    rows = "".join(f"- ayer x{n} café: x\n" for n in range(600)) + "- ayer beatriz café: x\n- ayer ana-ruiz café: x\n"
    found = loosely(rows)
    assert [line.who for line in found.lines] == [("ana-ruiz",)]
    assert len(found.problems) == 601

"""Problems in words: in the reader's language, on one line, and with the lines around them."""

from __future__ import annotations

import string

import pytest

from generator.records.content_messages import CONTENT
from generator.records.messages import DID_YOU_MEAN, MESSAGES
from generator.records.places import Place
from generator.records.problems import Problem
from generator.records.reading import read_text
from generator.words.catalogue import LANGUAGES
from generator.words.problems import framed, one_line, told
from generator.words.speech import speech


def problem_of(text: str, file: str = "contacts/ana.yml") -> Problem:
    (found,) = read_text(file, text).problems
    return found


def carets(problem: Problem) -> tuple[str, str]:
    """The line with the culprit and the line below it, as a terminal shows them."""
    rows = framed(problem, speech("es")).split("\n")
    below = next(n for n, row in enumerate(rows) if row.strip(" |\t").startswith("^"))
    return rows[below - 1], rows[below]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_problem_can_be_told(language: str) -> None:
    assert len(MESSAGES) > 50
    for code, (what, hint) in (*MESSAGES.items(), *CONTENT.items()):
        texts = (what, hint, DID_YOU_MEAN)
        names = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
        for near in ("", "near"):
            facts = {name: f"<{name}>" for name in names} | {"near": near}
            said = told(Problem(Place("contacts/ana.yml", 3, 4), code, facts), speech(language))
            assert all(said), code
            assert not any("{" in part and "`" not in part for part in said), code


@pytest.mark.parametrize(("language", "said"), [
    ("es", "data/contacts/ana.yml:2:1: `birthdya` no es una clave de un contacto. ¿Querías decir `birthday`?"),
    ("en", "data/contacts/ana.yml:2:1: `birthdya` is not a key of a contact. Did you mean `birthday`?"),
])
def test_a_problem_on_one_line(language: str, said: str) -> None:
    problem = problem_of("name: Ana\nbirthdya: 03-14\n")
    assert one_line(problem, speech(language)) == said
    assert one_line(problem, speech(language), root="mine").startswith("mine/contacts/")


def test_a_problem_with_the_lines_around_it_and_the_culprit_underlined() -> None:
    said = framed(problem_of("name: Ana\nrole: x\nbirthdya: 03-14\ntags: [a]\nnotes: y\n"), speech("en"))
    assert said == """\
data/contacts/ana.yml:3:1: `birthdya` is not a key of a contact.
      1 | name: Ana
      2 | role: x
      3 | birthdya: 03-14
        | ^^^^^^^^
      4 | tags: [a]
        Did you mean `birthday`?"""


@pytest.mark.parametrize("before", ["", "ñandú ", "名前 ", "é́ ", "👩‍💻 ", "\t"])
def test_the_caret_stands_below_the_culprit_however_wide_the_letters_are(before: str) -> None:
    favour = f"{{date: 2026-11-10, by: them, what: 'x{before}', effort: 9}}"
    line, below = carets(problem_of(f"name: Ana\nfavours:\n- {favour}\n"))
    lead = line[: line.index("9}")]
    wide, narrow = sum(c in "名前👩💻" for c in lead), sum(c in "\u200d\u0301" for c in lead)
    assert below.index("^") == len(lead) + wide - narrow
    assert below.count("\t") == lead.count("\t")


def test_of_a_long_line_the_part_around_the_culprit_is_shown() -> None:
    long = "x" * 400
    line, below = carets(problem_of(f"name: Ana\ngifts: {{likes: [{long}], avoid: [{long}], polcy: y}}\n"))
    assert len(line) < 130
    assert line[below.index("^"):].startswith("polcy")
    assert "…" in line


def test_nothing_that_was_typed_turns_or_breaks_what_is_shown() -> None:
    for text in ("name: Ana\nro\u202ele: x\n", "name: Ana\nrole: a\u2028b\nxyz: 1\n", "name: Ana\nr\u200bole: x\n"):
        for problem in read_text("contacts/ana.yml", text).problems:
            said = framed(problem, speech("es")) + one_line(problem, speech("es"))
            assert not set(said) & set("\u202e\u2028\u200b\r\x1b")

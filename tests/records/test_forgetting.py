"""One person is taken out of the text of a file, and every other line stays as it was."""

from __future__ import annotations

from datetime import date

import pytest

from generator.records.forgetting import Traces, without
from generator.records.loose import Names
from generator.records.roll import Entry
from generator.records.struck import Present, doubtful, naming

TRACES = Traces("ana", ("Ana Ruiz", "ana@ruiz.example"), ("Ana",))

CASES = {
    "lines of their own, with comments": ("events/e.yml", """title: Cena
host: ana  # invita ella
expected:
  - bo
  - ana   # dijo que sí
  # de Carla no se sabe
  - {contact: ana}
meet:
  - who: ana
    why: |
      dos

      líneas
    question: "¿qué tal?"

topics: [a]
review: {met: [ana, bo], date: 2026-11-27}
""", """title: Cena
expected:
  - bo
  # de Carla no se sabe

topics: [a]
review: {met: [bo], date: 2026-11-27}
"""),
    "between braces": (
        "contacts/b.yml",
        "met: {through: ana, date: 2026-11}\nintroductions:\n- to: c\n  asked: {b: {date: 2026}, ana: {date: 2026}}\n",
        "met: {date: 2026-11}\nintroductions:\n- to: c\n  asked: {b: {date: 2026}}\n",
    ),
    "what would be empty goes too": ("contacts/b.yml", "met:\n  through: ana\ntags: [x]\n", "tags: [x]\n"),
    "beside the dash": ("contacts/b.yml", "name: B\nintroductions:\n- to: ana\n  why: x\n- to: c\n",
                        "name: B\nintroductions:\n- to: c\n"),
    "other line ends and a byte-order mark": (
        "events/e.yml", "\ufefftitle: C\r\nexpected: [bo, ana]\r\nmeet:\r\n- ana\r\nnotes: con Ana  Ruiz\r\n",
        "\ufefftitle: C\r\nexpected: [bo]\r\nnotes: con …\r\n",
    ),
    "posts": (
        "posts.yml", "- title: x\n  mentions: [ana]\n- mentions:\n  - ana\n  title: y\n", "- title: x\n- title: y\n",
    ),
    "the inbox": (
        "inbox.yml",
        "- 2026-11-20 ana coffee: x\n- 2026-11-20 bo, ana coffee: con Ana Ruiz\n# c\n- 2026-11-20 bo call: y\n",
        "- 2026-11-20 bo coffee: con …\n# c\n- 2026-11-20 bo call: y\n",
    ),
    "a name in a text, whole, and an address": (
        "contacts/b.yml", "name: B\nnotes: 'Ana Ruiz, ana@ruiz.example, Ana Ruizos, Mariana Ruiz'\n",
        "name: B\nnotes: '…, …, Ana Ruizos, Mariana Ruiz'\n",
    ),
    "ids that only begin alike": ("events/e.yml", "expected: [ana-sol, anabel]\n", "expected: [ana-sol, anabel]\n"),
    "a file that cannot be read": ("events/e.yml", "title: [Ana Ruiz\n", "title: […\n"),
}


@pytest.mark.parametrize("case", CASES)
def test_only_what_names_the_person_goes(case: str) -> None:
    file, text, expected = CASES[case]
    assert without(file, text, TRACES) == expected


PRESENT = Present(
    Names([Entry("ana", "Ana Ruiz"), Entry("bo", "Bo Larsen"), Entry("pia-ruiz", "Pía Ruiz Sol")]), date(2026, 11, 23)
)
LOOSE = {
    "- ayer ana café: leyó mi oferta\n": "",
    "- ayer Ana Ruiz café: leyó mi oferta\n": "",
    "- ana ruiz café: sin día\n": "",
    "- last friday Ána, Bo Larsen call: con los dos\n": "- last friday Bo Larsen call: con los dos\n",
    "- ayer Bo, ana ruiz, pía café\n": "- ayer Bo, pía café\n",
    '- "ayer ana café: dicho"\n': "",
    "- 2026-11-20 ANA coffee: x\r\n- 2026-11-20 bo call: y\r\n": "- 2026-11-20 bo call: y\r\n",
    "- ayer bo café: ana no vino\n": "- ayer bo café: ana no vino\n",
    "- ayer ruiz café: x\n": "- ayer ruiz café: x\n",
    "- ayer larsen, ruiz café: Ana Ruiz\n": "- ayer larsen, ruiz café: …\n",
    "una frase sin guion, con ana\n": "una frase sin guion, con ana\n",
}


@pytest.mark.parametrize("line", LOOSE)
def test_the_inbox_forgets_whoever_it_names_loosely(line: str) -> None:
    assert without("inbox.yml", line, TRACES, PRESENT) == LOOSE[line]


def test_a_name_of_two_people_in_the_inbox_is_told_and_left() -> None:
    text = "# el día\n- ayer ruiz café: x\n- ayer ana café\n- ayer bo café\n"
    assert list(doubtful(text, "ana", PRESENT)) == [(2, "- ayer ruiz café: x")]
    assert list(naming(text, "ana", PRESENT)) == [(3, "- ayer ana café")]

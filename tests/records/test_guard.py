"""The guard: what a file must not hold is refused with its place, before anything is built from it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.records import guard, reading
from generator.records.inbox import read_inbox
from generator.records.problems import Problem
from generator.words.problems import framed, one_line
from generator.words.speech import speech
from tests.hanging import soon

GOOD = """\
name: {given: Ana, surnames: [Ruiz, Ortega]}
org: acme
channels:
  email: ana@example.org
  phone: {value: +34 600 000 000, share: private}
closeness: close   # desde 2019
log:
  - {date: 2026-11-20, kind: coffee, note: "Dijo: hasta pronto"}
  - date: 2026-10
    kind: call
    reply: no
notes: |
  Le gusta el *jazz*.

  Y los libros.
ignore: [{rule: gone-quiet, until: 2026-12-31, reason: de viaje}]
"""

ALIAS_BOMB = "a: &a [x, x]\n" + "".join(
    f"{c}: &{c} [*{b}, *{b}]\n" for b, c in zip("abcdefgh", "bcdefghi", strict=True)
)

HOSTILE = {
    "nested brackets": b"[" * 100_000,
    "nested braces": b"{a: " * 60_000,
    "nested dashes": b"- " * 50_000 + b"x",
    "nested keys": b"".join(b" " * n + b"a:\n" for n in range(600)),
    "alias bomb": ALIAS_BOMB.encode(),
    "merge keys": b"a: &a {x: 1}\nb: {<<: [*a, *a]}\n",
    "a number of 5,000 digits": b"name: " + b"9" * 5_000 + b"\nadded: " + b"1" * 5_000,
    "a file of 1 MB": b"name: Ana\nnotes: " + b"x" * 1_000_000,
    "a line of 250 kB": b"name: Ana\nrole: " + b"x" * 250_000,
    "a key of 100 kB": b"name: Ana\n? " + b"k" * 100_000 + b"\n: x\n",
    "many colons": b"name: " + b": " * 100_000,
    "many quotes": b"name: " + b"\"'" * 100_000,
    "many hashes": b"tags: [" + b"a #b, " * 40_000,
    "many comments in a bracket": b"name: [" + b" #" * 120_000 + b"x",
    "many comments in a brace": b"name: {" + b" # a" * 60_000 + b"x",
    "many keys": b"".join(b"k%d: x\n" % n for n in range(9_000)),
    "many strangers": b"name: Ana\nlog:\n" + b"  - {date: 2026, kind: event, event: no}\n" * 4_000,
    "many inbox lines": b"".join(b"- 2026 stranger-%d coffee\n" % n for n in range(9_000)),
    "many bad inbox lines": b"".join(b"- 2026 ana-ruiz abc%d: x\n" % n for n in range(9_000)),
    "many unknown items": b"name: Ana\nlog:\n" + b"  - {dat: x}\n" * 4_000,
    "invalid UTF-8": b"name: Ana\nrole: \xff\xfe",
    "UTF-16": "name: Ana".encode("utf-16"),
    "NUL": b"name: A\0na",
    "only NUL": b"\0" * 1_000,
    "U+2028": "name: A\u2028na".encode(),
    "U+0085": "name: A\u0085na".encode(),
    "a noncharacter": "name: A\uffffna".encode(),
    "bidi": "name: \u202egro.elpmaxe".encode(),
    "bidi in an escape": b'name: "\\u202egro.elpmaxe"\n"\\e[31m": x\nshare: "\\e[31m"\nadded: "\\u2066"',
    "a surrogate in an escape": b'name: "\\uD800"\n"\\uDFFF": x\n',
    "an open quote": b'name: "Ana',
    "an open single quote": b"name: 'Ana",
    "an open bracket": b"tags: [a, b",
    "an open brace": b"met: {where: Vic",
    "an open block": b"notes: |",
    "an open key": b"? ",
    "an open tag": b"name: !<",
    "an open anchor": b"name: &",
    "an open alias": b"name: *",
    "an open directive": b"%",
    "a directive of digits": b"%YAML 99999999999999999.1\n---\na: b",
    "only a tab": b"\t",
    "only a BOM": b"\xef\xbb\xbf",
    "only a colon": b":",
    "only a dash": b"-",
    "only dashes": b"---",
    "only dots": b"...",
}


KNOWN = {f"contact-{n}": 0 for n in range(1_000)}


def problems_in(raw: bytes) -> list[Problem]:
    """Everything that is wrong with the bytes as a contact's file."""
    return list(reading._sheet("contacts/ana-ruiz.yml", raw, None).problems)


def assert_located(problem: Problem) -> None:
    """A problem can be told on one line, with its place, and shows nothing that hides or turns text."""
    assert problem.place.line >= 1
    assert problem.place.column >= 1
    line = one_line(problem, speech("es"))
    assert not {"Cc", "Zl", "Zp", "Cs"} & set(map(unicodedata.category, line)), ascii(line)
    frame = framed(problem, speech("en"))
    assert not {"\x1b", "\0", "\u202e", "\u2066", "\u2028", "\r"} & set(frame)
    assert max(map(len, frame.split("\n")[1:])) < 2_000


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_soon_refused_with_its_place(raw: bytes) -> None:
    problems = soon(lambda: problems_in(raw))
    inbox = soon(lambda: read_inbox("inbox.yml", raw, {"ana-ruiz": 0, **KNOWN}))
    for problem in (*problems[:50], *inbox.problems[:50]):
        assert_located(problem)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_is_never_taken_for_good_data(name: str) -> None:
    assert problems_in(HOSTILE[name])


def test_a_good_file_has_no_problem() -> None:
    assert problems_in(GOOD.encode()) == []


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_never_raise(raw: bytes) -> None:
    for problem in problems_in(raw):
        assert_located(problem)
    for problem in read_inbox("inbox.yml", raw, {}).problems:
        assert_located(problem)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.text(alphabet="ab:-#[]{}\"'|>&*!%@`,?\\\n\t ~=<0123456789", max_size=80))
@example("a: b\n...\n%")
@example("? [a\n: -")
def test_signs_of_yaml_in_any_order_never_raise(text: str) -> None:
    for problem in problems_in(text.encode()):
        assert_located(problem)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(
    where=st.integers(0, len(GOOD) - 1),
    what=st.sampled_from(["delete", "insert", "replace"]),
    sign=st.one_of(st.sampled_from("\t\n :-#[]{}\"'|>&*!%@`,?\\~=<\u00a0\u200b\u202e\0"), st.characters()),
)
def test_a_good_file_with_one_character_changed_never_raises(where: int, what: str, sign: str) -> None:
    changed = GOOD[:where] + ("" if what == "delete" else sign) + GOOD[where + (what != "insert") :]
    for problem in problems_in(changed.encode("utf-8", "surrogatepass")):
        assert_located(problem)
        assert problem.place.line <= GOOD.count("\n") + 2


def test_the_place_of_a_wrong_byte_counts_characters_after_bom_and_carriage_returns() -> None:
    found = guard.decode("me.yml", b"\xef\xbb\xbfname: \xc3\xb1a\r\nrole: \xc3\xb1\xff")
    assert isinstance(found, Problem)
    assert (found.place.line, found.place.column) == (2, 8)


def test_a_file_may_be_just_as_big_as_allowed() -> None:
    assert isinstance(guard.decode("me.yml", b"#" * guard.MOST_BYTES), str)
    found = guard.decode("me.yml", b"#" * (guard.MOST_BYTES + 1))
    assert isinstance(found, Problem)
    assert found.code == "too-big"


def test_sixteen_levels_are_read_and_seventeen_are_not() -> None:
    deep = "[" * guard.MOST_DEPTH + "]" * guard.MOST_DEPTH
    assert guard.examine("me.yml", deep) is None
    found = guard.examine("me.yml", f"[{deep}]")
    assert found is not None
    assert (found.code, found.place.column) == ("too-deep", guard.MOST_DEPTH + 1)


def test_joiners_of_arabic_and_emoji_are_kept() -> None:
    assert (
        guard.forbidden("me.yml", "name: \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f469\u200d\U0001f52c")
        is None
    )

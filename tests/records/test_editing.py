"""Editing: only the lines that had to change, in every way people write YAML."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.change import Append, Change, Put, Rename, meant
from generator.records.editing import edited
from generator.records.said import EditError, plain

ENTRY = {"date": "2026-11-23", "kind": "coffee", "note": "leyó mi oferta: bien, sin prisa"}
FLOW = '{date: 2026-11-23, kind: coffee, note: "leyó mi oferta: bien, sin prisa"}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: Ana\n", f"name: Ana\nlog:\n  - {FLOW}\n"),
        ("name: Ana", f"name: Ana\nlog:\n  - {FLOW}"),
        ("name: Ana\r\ntags: [a]\r\n", f"name: Ana\r\ntags: [a]\r\nlog:\r\n  - {FLOW}\r\n"),
        ("\ufeffname: Ana\nlog:\nshare: shared # yes\n", f"\ufeffname: Ana\nlog:\n  - {FLOW}\nshare: shared # yes\n"),
        ("log:   # what was\nname: Ana\n", f"log:   # what was\n  - {FLOW}\nname: Ana\n"),
        ("log: []\nname: Ana\n", f"log: [{FLOW}]\nname: Ana\n"),
        ("log: ~\nname: Ana\n", f"log: [{FLOW}]\nname: Ana\n"),
        ("log:\n- {date: 2026-01-01, kind: call}\n\n# end\nname: Ana\n",
         f"log:\n- {{date: 2026-01-01, kind: call}}\n- {FLOW}\n\n# end\nname: Ana\n"),
        ("log: [{date: 2026, kind: call}] # old\n", f"log: [{{date: 2026, kind: call}}, {FLOW}] # old\n"),
        ("log: [\n  {date: 2026, kind: call},\n  {date: 2025, kind: call},\n]\n",
         f"log: [\n  {{date: 2026, kind: call}},\n  {{date: 2025, kind: call}},\n  {FLOW},\n]\n"),
        ("log:\n    -   date: 2026\n        kind: call\n    # not of the list\nname: Ana\n",
         ("log:\n    -   date: 2026\n        kind: call\n    -   date: 2026-11-23\n        kind: coffee\n"
         "        note: \"leyó mi oferta: bien, sin prisa\"\n    # not of the list\nname: Ana\n")),
        ("log:\n  - date: 2026\n    kind: call\n    note: |\n      one\n\n      two\n\nname: Ana\n",
         ("log:\n  - date: 2026\n    kind: call\n    note: |\n      one\n\n      two\n  - date: 2026-11-23\n"
         "    kind: coffee\n    note: \"leyó mi oferta: bien, sin prisa\"\n\nname: Ana\n")),
        ("name: 'Ana'\n", ("name: 'Ana'\nlog:\n  - {date: 2026-11-23, kind: coffee, "
         "note: 'leyó mi oferta: bien, sin prisa'}\n")),
        ("topics:\n- bees\n", f"topics:\n- bees\nlog:\n- {FLOW}\n"),
        ("{name: Ana}\n", f"{{name: Ana, log: [{FLOW}]}}\n"),
        ("---\nname: Ana\n...\n", f"---\nname: Ana\nlog:\n  - {FLOW}\n...\n"),
        ("# nothing yet\n", f"# nothing yet\nlog:\n  - {FLOW}\n"),
        ("", f"log:\n  - {FLOW}\n"),
    ],
)
def test_one_more_entry_is_written_as_the_file_is(before: str, after: str) -> None:
    assert edited("a.yml", before, [Append(("log",), ENTRY)]) == after


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("promises:\n  - what: a # b\n    by: me\n", Put(("promises", 0, "done"), "2026-11-23"),
         "promises:\n  - what: a # b\n    by: me\n    done: 2026-11-23\n"),
        ("promises:\n  - {what: a, by: me} # x\n", Put(("promises", 0, "done"), "2026-11-23"),
         "promises:\n  - {what: a, by: me, done: 2026-11-23} # x\n"),
        ("next: {date: 2026-01-01, purpose: give}\n", Put(("next", "date"), "2026-12-01"),
         "next: {date: 2026-12-01, purpose: give}\n"),
        ("org: 'Olmeda' # shop\n", Put(("org",), "L'Ateneu"), "org: 'L''Ateneu' # shop\n"),
        ("name: Ana\nshare: shared\n", Put(("org",), "Olmeda", ("name",)), "name: Ana\norg: Olmeda\nshare: shared\n"),
        ("name: Ana\n", Put(("next", "date"), "2026-12-01"), "name: Ana\nnext:\n  date: 2026-12-01\n"),
        ("asked:\n  ana-ruiz: {date: 2026}\n", Rename(("asked", "ana-ruiz"), "ana-ortega"),
         "asked:\n  ana-ortega: {date: 2026}\n"),
    ],
)
def test_a_value_is_put_in_its_place(before: str, change: Change, after: str) -> None:
    assert edited("a.yml", before, [change]) == after


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("notes: |\n  one\n  two\n", Put(("notes",), "three")),  # nobody replaces a text of several lines
        ("next: {date: 2026}\n", Put(("next",), "soon")),
        ("log: &a [x]\n", Append(("log",), "y")),
        ("name: Ana\n", Put(("promises", 3, "done"), "2026")),
        ("log: [\n", Append(("log",), "y")),
        ("name: Ana\nname: Bo\n", Append(("log",), "y")),
        ("? name\n: Ana\n", Append(("log",), "y")),
    ],
)
def test_what_is_not_safe_is_refused(text: str, change: Change) -> None:
    with pytest.raises(EditError):
        edited("a.yml", text, [change])


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20).filter(
    lambda t: t.strip() == t and not any(c in t for c in "\u061c\u200e\u200f\ufeff\ufffe\uffff")
)
VALUES: Any = st.one_of(
    WORDS, st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), WORDS, min_size=1, max_size=3)
)


@st.composite
def files(draw: Any) -> str:
    """A file in one of many styles, with a list and a mapping in it and comments around them."""
    values = ["x", '"x, y"', "'it''s'", "{a: b, c: 'd'}", "[a, b]", "", "~", "|\n    one\n\n    two"]
    value = draw(st.sampled_from(values))
    dash = draw(st.sampled_from(["", "  ", "    "]))
    log = draw(st.sampled_from([
        "log:\n{d}- {{date: 2026, note: {q}a{q}}}  # c\n", "log:\n{d}-   date: 2026\n{d}    note: {q}a{q}\n",
        "log: [a, {q}b{q}]\n", "log: [\n   a, # c\n   b\n]\n", "log:\n", "log: []  # none\n", "", "log: ~\n",
    ])).format(d=dash, q=draw(st.sampled_from(["", "'", '"'])))
    parts = [f"# top\nname: {value}\n", log, "\n# between\n", "next: {date: 2026-01-01}\n", "tags:\n- b\n"]
    text = "".join(part for part in parts if draw(st.booleans()))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    text = text.rstrip("\r\n") if draw(st.booleans()) else text
    return str(draw(st.sampled_from(["", "\ufeff"])) + text)


@settings(max_examples=300, deadline=None)
@given(files(), st.one_of(
    st.builds(Append, st.sampled_from([("log",), ("tags",), ("next", "list")]), VALUES),
    st.builds(Put, st.sampled_from([("org",), ("next", "date"), ("next", "purpose"), ("name",)]), WORDS),
))
def test_what_is_said_is_what_was_meant_and_every_other_line_stays(text: str, change: Change) -> None:
    try:
        result = edited("a.yml", text, [change])
    except EditError:
        name = plain("a.yml", text)["name"]
        assert change.path == ("name",), "only a value of several parts may be refused here"
        assert isinstance(name, (list, dict)) or "|" in text
        return
    assert plain("a.yml", result) == meant(plain("a.yml", text), change)
    assert result.startswith("\ufeff") == text.startswith("\ufeff")
    assert result.count("\r\n") == (result.count("\n") if "\r\n" in text else 0)
    old, new = ([line.rstrip("\r") for line in one.rstrip("\r\n").split("\n")] for one in (text, result))
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    assert sum(end - start for what, start, end, *_ in steps if what != "equal") <= 1  # the line that had to change

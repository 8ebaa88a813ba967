"""What we write is read back as what was meant, whatever is in it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.exchange.newcomer import cleaned
from generator.exchange.writing import as_yaml
from generator.records.documents import read_document
from generator.records.record import ORIGIN_KEY

TEXT = st.text(max_size=60).map(lambda text: cleaned(text).strip()).filter(bool)
AWKWARD = st.sampled_from([
    "null", "~", "No", "y", "018", "+34 600", "a: b", "a #b", "#3", "- a", "key:", "{a}", "[b", "'q'", '"q"', "a, b",
    "=1+1",
    "@x", "`x`", "%a", "& b", "*c", "!d", "? e", "| f", "> g", "---", "...",
    "a\\b", "2026-11-23", "18:30", "<<",
    "línea\nsegunda", "- uno\n- dos", "\u00a0x", "José", "王小明", "🚀", "a:\nb", "x" * 300, "https://a.example/b#c",
])
VALUE = st.one_of(TEXT, AWKWARD)
RECORD = st.dictionaries(
    st.sampled_from(["name", "org", "role", "notes", "tags", "met", "topics", "synonyms"]),
    st.one_of(
        VALUE,
        st.lists(VALUE, min_size=1, max_size=4),
        st.dictionaries(st.sampled_from(["date", "where", "note"]), VALUE, min_size=1),
        st.lists(st.dictionaries(st.sampled_from(["text", "used"]), VALUE, min_size=1), min_size=1, max_size=3),
        st.lists(st.lists(TEXT.filter(lambda text: "\n" not in text), min_size=1), min_size=1, max_size=2),
    ),
    min_size=1,
)


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items() if k != ORIGIN_KEY}
    return [plain(v) for v in value] if isinstance(value, list) else str(value)


@given(RECORD)
def test_what_is_written_is_read_as_it_was_meant(record: dict[str, Any]) -> None:
    document = read_document("contacts/ana-ruiz.yml", as_yaml("contact", record).encode())
    assert document.problems == ()
    assert plain(document.value) == record


def test_a_file_looks_as_a_careful_person_would_type_it() -> None:
    record = {"name": "Ana Ruiz", "channels": {"email": "ana@ruiz.example"}, "tags": ["Madrid", "a, b"],
              "notes": "One.\n\n- Two: 2"}
    assert as_yaml("contact", record) == (
        "# yaml-language-server: $schema=../schema/contact.schema.json\n"
        "name: Ana Ruiz\n"
        "channels: {email: ana@ruiz.example}\n"
        'tags: [Madrid, "a, b"]\n'
        "notes: |-\n"
        "  One.\n"
        "\n"
        "  - Two: 2\n"
    )

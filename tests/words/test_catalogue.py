"""Every message of the interface is translated, and the catalogue holds no other."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import click
import jinja2
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import nodes

from generator.coach.rulebook import all_rules
from generator.coach.settings import HOUSE, SHARED_NUMBERS
from generator.doors import command
from generator.doors.spoken import english
from generator.edition.library import read_library
from generator.records import fields
from generator.records.content_messages import CONTENT, CONTENT_RECORDS
from generator.records.editing import NOT_THERE
from generator.records.messages import DID_YOU_MEAN, FOUND, MESSAGES, RECORDS, WHYS, WORDS
from generator.records.said import UNSAFE
from generator.words import speech as speech_module
from generator.words.catalogue import LANGUAGES, Words

GENERATOR = Path(speech_module.__file__).parents[1]
TRANSLATED = [language for language in LANGUAGES if language != "en"]
SINGULAR = {"t", "text", "N_"}
PLURAL = {"tn", "plural"}

Message = str | tuple[str, str]


def in_templates() -> Iterator[Message]:
    environment = jinja2.Environment(autoescape=True)
    for path in sorted((GENERATOR / "pages" / "templates").rglob("*.html")):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            name = call.node.name if isinstance(call.node, nodes.Name) else ""
            texts = [a.value for a in call.args if isinstance(a, nodes.Const) and isinstance(a.value, str)]
            yield from _messages(name, texts)


def in_modules() -> Iterator[Message]:
    for path in sorted(GENERATOR.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                function = call.func
                name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
                texts = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                yield from _messages(name, texts)


def _messages(name: str, texts: list[str]) -> Iterator[Message]:
    if name in SINGULAR and texts:
        yield texts[0]
    if name in PLURAL and len(texts) >= 2:
        yield texts[0], texts[1]


def in_tables() -> Iterator[Message]:
    yield from speech_module._PATTERNS.values()
    yield from (DID_YOU_MEAN, UNSAFE, NOT_THERE)
    yield from fields.messages()
    yield from (noun for noun in RECORDS.values() if not noun.startswith("`"))
    yield from FOUND.values()
    yield from WHYS.values()
    yield from WORDS.values()
    yield HOUSE
    yield from CONTENT_RECORDS.values()
    for message, hint in (*MESSAGES.values(), *CONTENT.values()):
        yield message
        yield hint
    numbers = [*SHARED_NUMBERS, *(n for rule in all_rules().values() for n in rule.numbers)]
    yield from (n.unit for n in numbers)
    yield from (n.note for n in numbers if n.note)
    yield from (n.source for n in numbers)


def in_commands() -> Iterator[Message]:
    """What `--help` says: of each command, its options, and the groups of commands, whatever they speak by now."""
    waiting: list[click.Command] = [command.main]
    while waiting:
        one = waiting.pop()
        if isinstance(one, click.Group):
            found = (one.get_command(click.Context(one), name) for name in one.list_commands(click.Context(one)))
            waiting += filter(None, found)
        said = english(one)
        told, _, examples = said.help.partition("\n\n\b\n")
        yield from filter(None, (told, said.epilog, *said.options.values()))
        yield from (line.removeprefix("Example: ") for line in examples.splitlines() if '"' in line)  # in words


def used() -> set[Message]:
    return {*in_templates(), *in_modules(), *in_tables(), *in_commands()}


def texts(of: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """A message's form, or all of them where it has plurals."""
    return [of] if isinstance(of, str) else list(of or ())


def catalogue(language: str) -> Catalog:
    with (GENERATOR / "words" / f"{language}.po").open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_none_is_left_over(language: str) -> None:
    messages = used()
    assert len(messages) > 100, "the extraction sees the messages"
    held = {m.id if isinstance(m.id, str) else (m.id[0], m.id[1]) for m in catalogue(language) if m.id}
    assert messages - held == set(), "not translated"
    assert held - messages == set(), "nobody says this any more"


@pytest.mark.parametrize("language", TRANSLATED)
def test_our_own_reader_says_what_babel_reads(language: str) -> None:
    said = Words(language)
    for message in catalogue(language):
        forms = texts(message.string)
        if isinstance(message.id, str):
            assert not message.id or [said.text(message.id)] == forms
        else:
            assert [said.form(message.id[0], message.id[1], n) for n in (1, 2, 0)] == [*forms, forms[1]]


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_empty_or_fuzzy(language: str) -> None:
    for message in catalogue(language):
        if message.id:
            assert all(texts(message.string)), message.id
            assert not message.fuzzy, message.id

@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_stands_once_in_the_file_with_one_translation(language: str) -> None:
    """A merge of two branches can leave a message twice, or two translations under one: readers go on in silence."""
    text = (GENERATOR / "words" / f"{language}.po").read_text(encoding="utf-8")
    seen: set[str] = set()
    for entry in re.split(r"\n{2,}", text.strip()):
        keywords = [line.split(" ", 1)[0] for line in entry.splitlines() if line.startswith("msg")]
        assert keywords in (["msgid", "msgstr"], ["msgid", "msgid_plural", "msgstr[0]", "msgstr[1]"]), entry
        message = entry[: entry.index("\nmsgstr")]
        assert message not in seen, message
        seen.add(message)


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_are_the_same_in_every_language(language: str) -> None:
    for message in catalogue(language):
        if not message.id:
            continue
        forms = texts(message.string)
        known = {name for source in texts(message.id) for name in _placeholders(source)}
        for form in forms:
            assert _placeholders(form) <= known, message.id
        assert _placeholders(forms[-1]) == known, message.id


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_rules_words_have_the_same_variants_and_placeholders_in_every_language() -> None:
    rules = read_library(GENERATOR.parent / "content", LANGUAGES).rules
    for name in all_rules():
        first, *others = (rules[language][name].words for language in LANGUAGES)
        for other in others:
            assert first.keys() == other.keys(), name
            for variant in first:
                for part in ("do", "why", "note"):
                    mine, theirs = getattr(first[variant], part), getattr(other[variant], part)
                    assert _all_placeholders(mine) == _all_placeholders(theirs), (name, variant, part)


def _all_placeholders(template: str | dict[str, str]) -> set[str]:
    forms = [template] if isinstance(template, str) else list(template.values())
    return {name for form in forms for name in _placeholders(form)}


GUILT = re.compile(
    r"\b(neglected|overdue|failed|failure|bad|vencid[oa]s?|atrasad[oa]s?|olvidad[oa]s?|fallad[oa]s?|fracas\w+)\b|!",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_message_speaks_of_guilt_or_shouts(language: str) -> None:
    for message in catalogue(language):
        if not message.id:
            continue
        for text in (*texts(message.id), *texts(message.string)):
            assert not GUILT.search(re.sub(r"`[^`]*`|{[^}]*}", "", text)), text

"""Rule words: what is said of a rule, by us or in a page of the user's own, which is looked through before it is used.

What a page of one's own leaves out is said in our words: title, variants, sentences, the page below. So it holds when
a later version of ours has more to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from generator.coach.proofreading import ContentError, text_of
from generator.pages.sources import RulePage, Words
from generator.records.content_messages import CONTENT_RECORDS
from generator.records.documents import Document, read_document
from generator.records.faults import found_in
from generator.records.near import near_miss
from generator.records.places import Place
from generator.records.problems import Problem
from generator.records.record import ORIGIN_KEY
from generator.words.sentences import Template

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FENCE = "---\n"
_SENTENCES = ("do", "why", "note")
_FORMS = ("one", "other")


def our_page(path: Path, file: str) -> RulePage:
    """A page of ours."""
    front, text = halves(path, file)
    said = yaml.load(front, Loader=_LOADER)  # noqa: S506  # the safe loader, in C where there is one
    words = {name: Words(w["do"], w["why"], w.get("note", "")) for name, w in said["words"].items()}
    return RulePage(said["title"], words, text)


def own_page(path: Path, file: str, ours: RulePage) -> RulePage:
    """A page of the user's own, completed by ours; raises `ContentError` with every fault and its place."""
    front, text = halves(path, file)
    document = read_document(file, f"{_FENCE}{front}".encode())
    if found := [*document.problems, *_faults(document, ours)]:
        raise ContentError(found)
    said = document.value or {}
    own = said.get("words") or {}
    words = {name: _completed(own.get(name) or {}, theirs) for name, theirs in ours.words.items()}
    return RulePage(str(said.get("title") or ours.title), words, text or ours.text)


def halves(path: Path, file: str) -> tuple[str, str]:
    """What stands between the two lines at the head of a page, and what stands below; `ContentError` without them."""
    text = text_of(path, file)
    parts = text.split(_FENCE, 2)
    if len(parts) < 3 or parts[0].strip("\ufeff \n"):  # noqa: PLR2004  # before, between, below
        raise ContentError([Problem(Place(file, 1, 1), "content-no-head").within(text.split("\n"))])
    return parts[1], parts[2].strip()


def _completed(own: Mapping[str, Any], ours: Words) -> Words:
    return Words(*(_plain(own.get(name)) or getattr(ours, name) for name in _SENTENCES))


def _plain(said: Any) -> Any:
    """A sentence, or its forms, without the places where they stand."""
    return {form: str(said[form]) for form in _FORMS} if isinstance(said, dict) else said and str(said)


def _faults(document: Document, ours: RulePage) -> Iterator[Problem]:
    said = document.value
    if said is None:
        return
    if not isinstance(said, dict):
        yield document.problem((), "content-no-head", {})
    elif isinstance(said.get("title"), (dict, list)):
        yield document.problem(("title",), "not-text", {"found": found_in(said["title"])})
    elif isinstance(said.get("words") or {}, dict):
        for name, words in _items(said.get("words") or {}):
            yield from _faults_of(document, name, words, ours)
    else:
        yield document.problem(("words",), "not-a-mapping", {"found": found_in(said["words"])})


def _faults_of(document: Document, name: str, words: Any, ours: RulePage) -> Iterator[Problem]:
    """What is wrong in the words of one variant."""
    at = ("words", name)
    if name not in ours.words:
        facts = {"value": name, "known": ", ".join(ours.words), "near": near_miss(name, tuple(ours.words))}
        yield document.problem(at, "content-variant", facts, at_key=True)
    elif not isinstance(words or {}, dict):
        yield document.problem(at, "not-a-mapping", {"found": found_in(words)})
    else:
        known = _placeholders_of(ours.words[name])
        for sentence, said in _items(words or {}):
            where = (*at, sentence)
            if sentence not in _SENTENCES:
                facts = {"key": sentence, "record": CONTENT_RECORDS["RuleWords"], "known": ", ".join(_SENTENCES),
                         "near": near_miss(sentence, _SENTENCES)}
                yield document.problem(where, "unknown-key", facts, at_key=True)
            elif isinstance(said, dict):
                yield from (document.problem(where, "missing-key", {"key": f}) for f in _FORMS if not said.get(f))
                for form in _FORMS:
                    yield from _misfilled(document, (*where, form), str(said.get(form) or ""), known)
            elif isinstance(said, list):
                yield document.problem(where, "not-text", {"found": found_in(said)})
            else:
                yield from _misfilled(document, where, str(said or ""), known)


def _items(mapping: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, value) for key, value in mapping.items() if key != ORIGIN_KEY)


def _misfilled(document: Document, path: tuple[str | int, ...], text: str, known: tuple[str, ...]) -> Iterator[Problem]:
    """Whatever stands between braces in a sentence and is nothing that is known where it is said."""
    try:
        named = placeholders(text)
    except ValueError:
        yield document.problem(path, "content-brace", {})
        return
    for name in named:
        if name not in known:
            near = near_miss(name, known)
            facts = {"value": f"{{{name}}}", "known": ", ".join(f"{{{k}}}" for k in known),
                     "near": f"{{{near}}}" if near else ""}
            yield document.problem(path, "content-placeholder" if known else "content-no-placeholder", facts)


def placeholders(template: Template) -> tuple[str, ...]:
    """The names between braces, each once; raises `ValueError` where a brace stands alone."""
    texts = [template] if isinstance(template, str) else template.values()
    return tuple(dict.fromkeys(name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None))


def _placeholders_of(words: Words) -> tuple[str, ...]:
    """What our own words of a variant are filled with; with forms for one and for many, how many there are, too."""
    said = [getattr(words, name) for name in _SENTENCES]
    counted = () if all(isinstance(template, str) for template in said) else ("count",)
    return tuple(dict.fromkeys([*(name for template in said for name in placeholders(template)), *counted]))

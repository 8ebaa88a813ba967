"""Library: the coach's prose and checklists, read from the content folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

from generator.coach.etiquette import Checklist, read_checklists
from generator.coach.proofreading import ContentError
from generator.coach.rulebook import all_rules
from generator.coach.texts import Drafts, read_drafts
from generator.edition.discretion import read_words
from generator.edition.rule_words import our_page, own_page
from generator.edition.shelf import found, home
from generator.pages.sources import RulePage
from generator.records.near import near_miss
from generator.records.places import Place
from generator.records.problems import Problem
from generator.words.catalogue import LANGUAGES

OWN = ("*/rules/*.md", "etiquette/*.yml", "drafts/*.yml", "sensitive.yml")
"""What of a content folder is read as more than prose."""

Read = TypeVar("Read")
Told = ParamSpec("Told")


@dataclass(frozen=True, slots=True)
class Library:
    """What is written about each rule, by language, the checklists by kind, and the drafts of messages."""

    rules: Mapping[str, Mapping[str, RulePage]]
    checklists: Mapping[str, Checklist]
    drafts: Drafts


def read_library(content: Path, languages: tuple[str, ...]) -> Library:
    """Read a content folder, and what came with us for what is not in it; every rule has its page in every language.

    Raises `ContentError` with everything that is wrong in it.
    """
    problems: list[Problem] = []
    rules: dict[str, dict[str, RulePage]] = {language: {} for language in languages}
    for language, pages in rules.items():
        for name in all_rules():
            if page := _noting(problems, _rule_page, content, f"{language}/rules/{name}.md"):
                pages[name] = page
    checklists = _noting(problems, read_checklists, found(content, "etiquette", "*.yml").values())
    drafts = _noting(problems, read_drafts, found(content, "drafts", "*.yml").values())
    if problems or checklists is None or drafts is None:
        raise ContentError(problems)
    return Library(rules, checklists, drafts)


def _noting(problems: list[Problem], read: Callable[Told, Read], *told: Told.args, **more: Told.kwargs) -> Read | None:
    """What is read, or None and what is wrong with it among the problems."""
    try:
        return read(*told, **more)
    except ContentError as error:
        problems += error.problems
        return None


def proofread(content: Path) -> tuple[Problem, ...]:
    """Everything that is wrong in the files of a content folder that are the user's own; nothing is read of ours."""
    if not content.is_dir() or content.samefile(home()) or not any(path for p in OWN for path in content.glob(p)):
        return ()
    problems = [*_pages_of_no_rule(content)]
    _noting(problems, read_library, content, LANGUAGES)
    _noting(problems, read_words, content)
    return tuple(problems)


def _pages_of_no_rule(content: Path) -> Iterator[Problem]:
    names = tuple(all_rules())
    for language in LANGUAGES:
        for path in sorted((content / language / "rules").glob("*.md")):
            if path.stem not in names:
                facts = {"value": path.stem, "near": near_miss(path.stem, names)}
                yield Problem(Place(f"{language}/rules/{path.name}", 1, 1), "content-no-rule", facts)


def _rule_page(content: Path, name: str) -> RulePage:
    own, ours = content / name, home() / name
    page = our_page(ours, name)
    return own_page(own, name, page) if own.is_file() and not own.samefile(ours) else page

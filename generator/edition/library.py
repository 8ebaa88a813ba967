"""Library: the coach's prose and checklists, read from the content folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.coach.etiquette import Checklist, EtiquetteError, read_checklists
from generator.coach.rulebook import all_rules
from generator.coach.texts import DraftError, Drafts, read_drafts
from generator.edition.shelf import find, found
from generator.pages.sources import RulePage, Words

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LibraryError(Exception):
    """A file of the content folder is missing or not as it should be; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Library:
    """What is written about each rule, by language, the checklists by kind, and the drafts of messages."""

    rules: Mapping[str, Mapping[str, RulePage]]
    checklists: Mapping[str, Checklist]
    drafts: Drafts


def read_library(content: Path, languages: tuple[str, ...]) -> Library:
    """Read a content folder, and what came with us for what is not in it; every rule has its page in every language."""
    rules = {
        language: {name: _rule_page(find(content, f"{language}/rules/{name}.md")) for name in all_rules()}
        for language in languages
    }
    try:
        etiquette, drafts = (found(content, folder, "*.yml").values() for folder in ("etiquette", "drafts"))
        return Library(rules, read_checklists(etiquette), read_drafts(drafts))
    except (EtiquetteError, DraftError) as error:
        raise LibraryError(str(error)) from error


def _rule_page(path: Path) -> RulePage:
    front, text = front_matter(path)
    try:
        words = {
            variant: Words(entry["do"], entry["why"], entry.get("note", ""))
            for variant, entry in front["words"].items()
        }
        return RulePage(front["title"], words, text)
    except (KeyError, TypeError, AttributeError) as error:
        raise LibraryError(f"{path}: its front matter needs title and words with do and why ({error})") from error


def front_matter(path: Path) -> tuple[dict[str, Any], str]:
    """The front matter and the text of a Markdown file; raises `LibraryError` when there is none to read."""
    try:
        text = path.read_text(encoding="utf-8")
        _, front, body = text.split("---\n", 2)
        return yaml.load(front, Loader=_LOADER), body.strip()  # noqa: S506  # the safe loader, in C where there is one
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise LibraryError(f"{path}: {error}") from error

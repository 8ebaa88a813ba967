"""Texts: the letters of content/drafts, and the small words of each language that they are put together with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

Register = Literal["tu", "usted"]

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # leaves every value as typed: `on` stays a word


class DraftError(ValueError):
    """A file of drafts is not as it should be; the message names file and fault."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Letter(_Frozen):
    """One text: its greeting, its paragraphs and its closing, with placeholders."""

    subject: str
    text: Annotated[str, Field(min_length=1)]


class Spanish(_Frozen):
    """One situation in Spanish by register; `neutral` addresses nobody, for when the register is not recorded."""

    tu: Letter
    usted: Letter
    neutral: Letter | None = None


class Variant(_Frozen):
    """One situation in both languages, side by side; it fits when all facts in `when` are known."""

    when: tuple[str, ...] = ()
    effort: Annotated[int, Field(ge=1, le=5)] | None = None
    es: Spanish
    en: Letter

    def letter(self, language: str, register: Register | None) -> Letter | None:
        """The text in one language and register, if there is one."""
        if language == "en":
            return self.en
        return {"tu": self.es.tu, "usted": self.es.usted, None: self.es.neutral}[register]


class Phrases(_Frozen):
    """The small words of one language that letters are put together with, and what a note must look like to fit."""

    signature: str
    stranger: str
    goodbye: Mapping[str, str]
    occasions: Mapping[str, str]
    deeds: Mapping[str, str]
    dates: Mapping[str, str]
    person: str
    titles: Mapping[str, frozenset[str]]
    determiners: frozenset[str]
    definite: Mapping[str, str]
    marks: frozenset[str]
    strange: Mapping[str, frozenset[str]]
    task: str
    not_a_task: frozenset[str]
    gerund: str
    did: Mapping[str, str]


class _Kind(_Frozen):
    kind: str
    variants: Annotated[tuple[Variant, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Drafts:
    """All letters by kind, and the phrases by language; `language` is that of whoever says nothing of theirs."""

    kinds: Mapping[str, tuple[Variant, ...]]
    phrases: Mapping[str, Phrases]
    language: str = "es"


def read_drafts(source: Path | Iterable[Path]) -> Drafts:
    """The drafts of a folder, or of some files; raises `DraftError` for the first file that is not as it should be."""
    kinds: dict[str, tuple[Variant, ...]] = {}
    phrases: dict[str, Phrases] = {}
    for path in sorted(source.glob("*.yml")) if isinstance(source, Path) else source:
        try:
            raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  # the base loader makes nothing but texts
            if path.stem == "phrases":
                phrases = {language: Phrases.model_validate(said) for language, said in raw.items()}
                continue
            found = _Kind.model_validate(raw)
        except (yaml.YAMLError, ValidationError, AttributeError) as error:
            raise DraftError(f"{path.name}: {' '.join(str(error).split())}") from error
        if found.kind != path.stem:
            raise DraftError(f"{path.name}: kind is {found.kind}, so the file is called {found.kind}.yml")
        kinds[found.kind] = found.variants
    return Drafts(kinds, phrases)

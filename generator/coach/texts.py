"""Texts: the letters of content/drafts, and the small words of each language that they are put together with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from generator.coach.proofreading import ContentError, read_as
from generator.records.problems import Problem

Register = Literal["tu", "usted"]


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


class AllPhrases(RootModel[dict[str, Phrases]]):
    """The phrases of every language."""

    model_config = ConfigDict(frozen=True)


class Kind(_Frozen):
    """All drafts of one kind, the one that knows most first."""

    kind: str
    variants: Annotated[tuple[Variant, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Drafts:
    """All letters by kind, and the phrases by language; `language` is that of whoever says nothing of theirs."""

    kinds: Mapping[str, tuple[Variant, ...]]
    phrases: Mapping[str, Phrases]
    language: str = "es"


def read_drafts(source: Path | Iterable[Path]) -> Drafts:
    """The drafts of a folder, or of some files; raises `ContentError` with all faults."""
    kinds: dict[str, tuple[Variant, ...]] = {}
    phrases: dict[str, Phrases] = {}
    wrong: list[Problem] = []
    for path in sorted(source.glob("*.yml")) if isinstance(source, Path) else source:
        try:
            if path.stem == "phrases":
                phrases = read_as(AllPhrases, path, "drafts").root
            else:
                kinds[path.stem] = read_as(Kind, path, "drafts").variants
        except ContentError as error:
            wrong += error.problems
    if wrong:
        raise ContentError(wrong)
    return Drafts(kinds, phrases)

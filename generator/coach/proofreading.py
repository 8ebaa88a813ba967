"""Proofreading: what is wrong in a file of the content folder, with its place, told as of a file of the data."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generator.records.documents import Document, read_document
from generator.records.faults import problems_of
from generator.records.messages import WHYS
from generator.records.places import Place
from generator.records.problems import Problem

# Base, because it leaves every value as typed: the region NO stays a text and says nothing about yes or no.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Model = TypeVar("Model", bound=BaseModel)


class ContentError(ValueError):
    """Files of the content folder are not as they should be: `problems`, whose places are below that folder."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{problem.place}: {problem.code}" for problem in self.problems))


def read_as(
    model: type[Model], path: Path, folder: str, settle: Callable[[Any], Any] = lambda raw: raw
) -> Model:
    """A YAML file of a folder of the content as what it should be, and called as its `kind` says.

    `settle` completes what was read. Raises `ContentError` with every fault. A good
    file is read the short way; only what is faulty is taken apart to find the places.
    """
    file = f"{folder}/{path.name}"
    text = text_of(path, file)
    try:
        found = model.model_validate(settle(yaml.load(text, Loader=_LOADER)))  # noqa: S506  # the base loader makes nothing but texts
    except (yaml.YAMLError, ValidationError) as error:
        raise ContentError(faults(read_document(file, text.encode()), model, error)) from error
    kind = getattr(found, "kind", path.stem)
    if kind != path.stem:
        facts = {"found": path.name, "value": kind}
        raise ContentError([read_document(file, text.encode()).problem(("kind",), "content-other-name", facts)])
    return found


def text_of(path: Path, file: str) -> str:
    """The text of a file; what cannot be opened or is not UTF-8 is the problem of `file`."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(read_document(file, path.read_bytes()).problems) from error
    except OSError as error:
        why = WHYS.get(errno.errorcode.get(error.errno or 0, ""), error.strerror or type(error).__name__)
        raise ContentError([Problem(Place(file, 1, 1), "unreadable", {"why": why})]) from error


def faults(document: Document, model: type[BaseModel], error: Exception) -> tuple[Problem, ...]:
    """What is wrong in a document that was refused; never nothing."""
    found = document.problems
    if not found and isinstance(error, ValidationError):
        found = tuple(problems_of(document, model, error))
    return found or (document.problem((), "content-misshapen", {}),)

r"""Every mistake a person makes in the data, told exactly: `<case>.yml` is the data, `<case>.txt` what is said of it.

A case is cut into files by lines like `# file: contacts/ana.yml`; `(escaped)` after the name lets `\xe9` stand for a
byte, `(900 times)` repeats the lines. `# folder:`, `# link:`, `# fifo:`, `# unreadable:` and `# gone:` make what a
text file cannot hold. With TERTULIA_UPDATE=1 the texts are written anew: read them before you keep them.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.coach.options import option_problems
from generator.doors.unfinished import unfinished_problems
from generator.records.messages import FOUND, MESSAGES, RECORDS, WHYS
from generator.records.problems import Problem
from generator.records.reading import Reading, read_folder
from generator.words.catalogue import LANGUAGES
from generator.words.problems import framed, one_line
from generator.words.speech import speech

HERE = Path(__file__).parent
CASES = sorted(path.stem for path in HERE.glob("*.yml"))
_CUT = re.compile(r"^# (file|folder|link|fifo|unreadable|gone): (\S+)(?: \((escaped|\d+ times)\))?\n", re.MULTILINE)
_RULE = "=" * 20


def lay_out(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the files of a case into an empty folder."""
    parts = _CUT.split((HERE / f"{case}.yml").read_text(encoding="utf-8"))[1:]
    assert parts, f"{case}.yml names no file"
    locked = set()
    for kind, name, how, text in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match kind:
            case "folder":
                path.mkdir()
            case "link":
                path.symlink_to("/somewhere/else.yml")
            case "gone":
                path.rmdir()
            case "fifo":
                os.mkfifo(path)
            case _:
                path.write_bytes(_bytes(text, how or ""))
                locked |= {str(path)} if kind == "unreadable" else set()
    opened = os.open

    def open_unless_locked(path: Any, *rest: Any, **named: Any) -> int:
        if os.fspath(path) in locked:  # permissions would not stop root
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **named)

    monkeypatch.setattr(os, "open", open_unless_locked)


def _bytes(text: str, how: str) -> bytes:
    if how == "escaped":
        return text.rstrip("\n").encode().decode("unicode_escape").encode("latin-1")
    return text.encode() * int(how.split(maxsplit=1)[0] if how else 1)


def read_case(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """What a case reads as, with the problems of rule names."""
    lay_out(case, folder, monkeypatch)
    reading = option_problems(read_folder(folder, today=lambda _: date(2026, 11, 23)))
    return replace(reading, problems=(*unfinished_problems(folder), *reading.problems))


def golden(case: str) -> dict[str, str]:
    """What is to be said of a case, by language."""
    texts = (HERE / f"{case}.txt").read_text(encoding="utf-8").split(f"\n{_RULE}\n")
    return dict(zip(LANGUAGES, (text.strip("\n") for text in texts), strict=True))


def said(problems: tuple[Problem, ...], language: str) -> str:
    """All problems with their frames, as a terminal shows them."""
    return "\n\n".join(framed(problem, speech(language)) for problem in problems)


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_in_both_languages_as_written_down(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = read_case(case, tmp_path, monkeypatch)
    problems = reading.problems + reading.passing
    texts = {language: said(problems, language) for language in LANGUAGES}
    if os.environ.get("TERTULIA_UPDATE"):
        (HERE / f"{case}.txt").write_text(f"\n{_RULE}\n".join(texts.values()) + "\n", encoding="utf-8")
    assert texts == golden(case)
    assert problems, "a case without a mistake"


@pytest.mark.parametrize("case", CASES)
def test_a_problem_stands_inside_its_file_and_on_one_line(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for problem in read_case(case, tmp_path, monkeypatch).problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.width >= 1
        for language in LANGUAGES:
            line = one_line(problem, speech(language))
            assert line.startswith(f"data/{problem.place}: ")
            assert line.isprintable(), line
            assert "{" not in re.sub(r"`[^`]*`", "", line), line


def test_every_kind_of_problem_is_shown_by_some_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()
    for case in CASES:
        (tmp_path / case).mkdir()
        with monkeypatch.context() as patch:
            reading = read_case(case, tmp_path / case, patch)
            seen |= {problem.code for problem in reading.problems + reading.passing}
    assert seen
    assert set(MESSAGES) - seen == set()


def test_there_are_at_least_fifty_five_mistakes() -> None:
    assert len(CASES) >= 55


def _messages() -> list[str]:
    nouns = [text for table in (RECORDS, FOUND, WHYS) for text in table.values()]
    return [text for pair in MESSAGES.values() for text in pair] + nouns


@pytest.mark.parametrize("message", sorted(set(_messages())))
def test_every_message_is_said_in_spanish_with_the_same_facts(message: str) -> None:
    spanish = speech("es").text(message)
    untold = re.sub(r"`[^`]*`", "", message).strip()
    assert not untold or spanish != message
    assert sorted(re.findall(r"{\w+}", spanish)) == sorted(re.findall(r"{\w+}", message))

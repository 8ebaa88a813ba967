"""Problems in words: what is wrong and how to mend it, in the reader's language."""

from __future__ import annotations

import unicodedata

from generator.records.messages import SAID
from generator.records.problems import Problem
from generator.words.speech import Speech

_WIDTH = 100
"""Most characters of a line that are shown around the culprit."""

_BEFORE = 30


def told(problem: Problem, speech: Speech) -> tuple[str, str]:
    """What is wrong and how to mend it, each one sentence."""
    what, hint = problem.message
    facts = {name: speech.text(fact) if fact and name in SAID else fact for name, fact in problem.facts.items()}
    return speech.text(what).format(**facts), speech.text(hint).format(**facts)


def one_line(problem: Problem, *speeches: Speech, root: str = "data") -> str:
    """The problem on one line: path:line:column, what is wrong and how to mend it, in one language or in several."""
    return f"{root}/{problem.place}: " + " | ".join(" ".join(told(problem, speech)) for speech in speeches)


def framed(problem: Problem, speech: Speech, root: str = "data") -> str:
    """The problem with the lines around it and a caret under the culprit, for a terminal."""
    what, hint = told(problem, speech)
    rows = [f"{root}/{problem.place}: {what}"]
    column = problem.place.column - 1
    longest = max(map(len, problem.excerpt.values()), default=0)
    start = max(0, column - _BEFORE) if longest > _WIDTH and column + problem.width > _WIDTH else 0
    for number, line in problem.excerpt.items():
        rows.append(f"  {number:>5} | {_window(line, start)}".rstrip())
        if number == problem.place.line:
            lead = _window(line, start)[: column - start + bool(start)]
            under = _carets(line[column : column + problem.width], problem.width, _WIDTH - len(lead))
            rows.append(f"        | {_blanks(lead)}{under}")
    return "\n".join([*rows, f"        {hint}"])


def _window(line: str, start: int) -> str:
    """The part of a long line that is shown, with dots where it goes on."""
    cut = line[start : start + _WIDTH]
    return ("…" if start else "") + cut + ("…" if len(line) > start + _WIDTH else "")


def _blanks(text: str) -> str:
    """Blanks as wide as the text, tabs kept, so that the caret stands right."""
    return "".join(c if c == "\t" else " " * _cells(c) for c in text)


def _carets(text: str, width: int, most: int) -> str:
    return "^" * max(1, min(sum(map(_cells, text)) + width - len(text), most))


def _cells(char: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(char) or char in "\u200c\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

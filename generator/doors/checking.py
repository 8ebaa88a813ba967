"""Checking: what `tertulia check` and `tertulia rules` say, for people and for machines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.coach.finding import Advice
from generator.coach.rulebook import all_rules
from generator.doors import build as door
from generator.doors.terminal import fitted
from generator.edition.discretion import Slip
from generator.edition.discretion import told as told_slip
from generator.edition.ground import prepare, sources_in
from generator.edition.library import proofread, read_library
from generator.edition.shelf import home
from generator.pages.rendering import Desk
from generator.records.problems import Problem
from generator.words.problems import framed, one_line, told
from generator.words.speech import Speech

MOST_SHOWN = 50


@dataclass(frozen=True)
class Report:
    """Problems of the data and of the content folder, then what the coach found: in one language and by its days.

    For machines the findings stay in the coach's order.
    """

    problems: tuple[Problem, ...]
    content: tuple[Problem, ...]
    passing: tuple[Problem, ...]
    stops: tuple[Slip, ...]
    findings: tuple[Advice, ...]
    desk: Desk | None
    speech: Speech

    def as_text(self) -> str:
        """For a terminal."""
        said = self.speech
        told = [(p, root) for root, problems in self._rooted() for p in problems]
        count = len(told)
        parts = [_fitting(framed(p, said, root)) for p, root in told[:MOST_SHOWN]]
        if count > MOST_SHOWN:
            parts.append(said.plural("… and {n} more.", "… and {n} more.", count - MOST_SHOWN))
        summary = (
            said.plural("{n} problem.", "{n} problems.", count) if count else said.text("The data is in good order.")
        )
        known = [one_line(p, said) for p in self.passing]
        if self.stops:
            known.append(fitted(said.plural(
                "A site for the public would stop at {n} place: `tertulia audience public` says where and why.",
                "A site for the public would stop at {n} places: `tertulia audience public` says where and why.",
                len(self.stops),
            )))
        by_day = sorted(self.findings, key=lambda advice: advice.finding.due or date.max)
        lines = [self._line(advice, self.desk) for advice in by_day if self.desk]
        return "\n\n".join(filter(None, ["\n\n".join(parts), summary, "\n".join(known), "\n".join(lines)]))

    def _rooted(self) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
        return ("data", self.problems), ("content", self.content)

    def _line(self, advice: Advice, desk: Desk) -> str:
        due = advice.finding.due.isoformat() if advice.finding.due else "          "
        return fitted(f"{due}  {desk.do_plain(advice)}  ({advice.rule}, data/{advice.finding.place})", 12)

    def as_data(self) -> dict[str, Any]:
        """For machines: lists of problems and findings, with places and stable ids; and days that will not stay."""
        passing: dict[str, Any] = {"passing": [self._problem(p) for p in self.passing]} if self.passing else {}
        if self.stops:
            passing["stops"] = [told_slip(slip, self.speech) for slip in self.stops]
        return {
            "problems": [self._problem(p, root) for root, problems in self._rooted() for p in problems], **passing,
            "findings": [self._finding(a, self.desk) for a in self.findings if self.desk],
        }

    def _problem(self, problem: Problem, root: str = "data") -> dict[str, Any]:
        what, hint = told(problem, self.speech)
        return {"file": f"{root}/{problem.place.file}", "line": problem.place.line, "column": problem.place.column,
                "code": problem.code, "message": what, "hint": hint}

    def _finding(self, advice: Advice, desk: Desk) -> dict[str, Any]:
        finding = advice.finding
        return {
            "id": advice.id, "rule": advice.rule, "severity": advice.severity,
            "about": finding.subject.id if finding.subject else "me",
            "due": finding.due.isoformat() if finding.due else None,
            "do": desk.do_plain(advice), "why": desk.why_plain(advice),
            "file": f"data/{finding.place.file}", "line": finding.place.line, "column": finding.place.column,
        }


def _fitting(told: str) -> str:
    """A problem whose mend, the last line, is broken where the terminal ends; the lines of the file stay whole."""
    above, _, mend = told.rpartition("\n")
    return f"{above}\n{fitted(mend, len(mend) - len(mend.lstrip()))}"


def look(wish: door.Wish, speech: Speech, *, with_findings: bool) -> Report:
    """Read the data and ask the coach, as the owner sees it; without findings, nobody is asked."""
    reading, content = door.read_quickly(wish), proofread(wish.content)
    stops = () if content else tuple(door.stops(wish, reading))
    if not with_findings:
        return Report(reading.problems, content, reading.passing, stops, (), None, speech)
    languages = (speech.language,)
    library = read_library(home() if content else wish.content, languages)
    ground = prepare(reading, library, door.stamp_of(wish, reading), "private", languages=languages)
    desk = Desk(sources_in(ground, speech.language), "")
    return Report(reading.problems, content, reading.passing, stops, ground.coaching.open, desk, speech)


def rule_list(wish: door.Wish, speech: Speech) -> list[dict[str, Any]]:
    """Every rule with title, mistake, severity, grade and numbers."""
    titles = door.library_of(wish, speech.language).rules[speech.language]
    return [
        {
            "rule": rule.name,
            "title": titles[rule.name].title,
            "mistake": rule.mistake,
            "severity": rule.severity,
            "grade": rule.grade,
            "numbers": [
                {"name": n.name, "default": n.default, "unit": n.unit, "source": n.source, "grade": n.grade,
                 "checked": n.checked, "note": n.note, "shared": n in rule.shared}
                for n in (*rule.numbers, *rule.shared)
            ],
        }
        for rule in all_rules().values()
    ]


def rule_table(listing: list[dict[str, Any]], speech: Speech) -> str:
    """The rules as a table for a terminal."""
    rows = [
        (r["rule"], r["severity"], r["grade"], ", ".join(f"{n['name']}={n['default']:g}" for n in r["numbers"]))
        for r in listing
    ]
    wide = [max(len(row[i]) for row in rows) for i in range(3)]
    lines = [fitted("  ".join([*(row[i].ljust(wide[i]) for i in range(3)), row[3]]).rstrip(), 4) for row in rows]
    return "\n".join([*lines, "", speech.plural("{n} rule.", "{n} rules.", len(rows))])

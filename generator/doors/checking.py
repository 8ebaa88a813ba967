"""Checking: what `tertulia check` and `tertulia rules` say, for people and for machines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.coach.finding import Advice
from generator.coach.rulebook import all_rules
from generator.doors import build as door
from generator.doors.terminal import fitted
from generator.edition.ground import prepare, sources_in
from generator.pages.rendering import Desk
from generator.records.problems import Problem
from generator.words.problems import framed, one_line, told
from generator.words.speech import Speech

MOST_SHOWN = 50


@dataclass(frozen=True)
class Report:
    """Problems first, then what the coach found, by its days, told in one language; for machines in its own order."""

    problems: tuple[Problem, ...]
    passing: tuple[Problem, ...]
    findings: tuple[Advice, ...]
    desk: Desk | None
    speech: Speech

    def as_text(self) -> str:
        """For a terminal."""
        said = self.speech
        parts = [_fitting(framed(p, said)) for p in self.problems[:MOST_SHOWN]]
        if len(self.problems) > MOST_SHOWN:
            parts.append(said.plural("… and {n} more.", "… and {n} more.", len(self.problems) - MOST_SHOWN))
        count = len(self.problems)
        summary = (
            said.plural("{n} problem.", "{n} problems.", count) if count else said.text("The data is in good order.")
        )
        known = [one_line(p, said) for p in self.passing]
        by_day = sorted(self.findings, key=lambda advice: advice.finding.due or date.max)
        lines = [self._line(advice, self.desk) for advice in by_day if self.desk]
        return "\n\n".join(filter(None, ["\n\n".join(parts), summary, "\n".join(known), "\n".join(lines)]))

    def _line(self, advice: Advice, desk: Desk) -> str:
        due = advice.finding.due.isoformat() if advice.finding.due else "          "
        return fitted(f"{due}  {desk.do_plain(advice)}  ({advice.rule}, data/{advice.finding.place})", 12)

    def as_data(self) -> dict[str, Any]:
        """For machines: lists of problems and findings, with places and stable ids; and days that will not stay."""
        passing = {"passing": [self._problem(p) for p in self.passing]} if self.passing else {}
        return {
            "problems": [self._problem(p) for p in self.problems], **passing,
            "findings": [self._finding(a, self.desk) for a in self.findings if self.desk],
        }

    def _problem(self, problem: Problem) -> dict[str, Any]:
        what, hint = told(problem, self.speech)
        return {"file": f"data/{problem.place.file}", "line": problem.place.line, "column": problem.place.column,
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
    reading = door.read_quickly(wish)
    if not with_findings:
        return Report(reading.problems, reading.passing, (), None, speech)
    library, languages = door.library_of(wish, speech.language), (speech.language,)
    ground = prepare(reading, library, door.stamp_of(wish, reading), "private", languages=languages)
    desk = Desk(sources_in(ground, speech.language), "")
    return Report(reading.problems, reading.passing, ground.coaching.open, desk, speech)


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
